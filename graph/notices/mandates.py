"""What is said of a delegation or an absence that ended by itself, without anybody acting: told once."""

from datetime import datetime, timedelta
from typing import Any, Final, LiteralString

import neo4j

from casework.clocks.calendars import local_date
from casework.delegation.state import STREAM, MandatesState, fold_mandates
from casework.events import utc_text
from casework.notices.rows import NoticeKind, mandate_words
from casework.notices.tell import Told, hears
from casework.waits import Waits
from graph.events.load import load
from graph.notices.audience import circle_of, people_in
from graph.notices.tell import WRITE, row_of

#: What ended long before anybody told of it is no news.
NEWS: Final = timedelta(days=7)
DUE: Final[LiteralString] = """
CALL () {
  MATCH (d:Delegation)
  WHERE d.ran_out AND d.over_at <= $now AND d.over_at > $since AND NOT coalesce(d.told, false)
  SET d.told = true
  RETURN 'delegation' AS of, d.delegation_id AS about
  UNION
  MATCH (x:Absence)
  WHERE x.ran_out AND x.over_on < $today AND x.over_on >= $since_day
        AND NOT coalesce(x.told, false)
  SET x.told = true
  RETURN 'absence' AS of, x.absence_id AS about
}
RETURN of, about ORDER BY of, about
"""


async def tell_ended(driver: neo4j.AsyncDriver, at: datetime) -> int:
    """Tell deputies, stand-ins and whose it was of every one that ran out; how many there were."""
    state = fold_mandates("bureau", (await load(driver, STREAM))[STREAM])
    if not state.version:
        return 0
    async with driver.session() as session:
        return await session.execute_write(_work, state, at)


async def _work(tx: neo4j.AsyncManagedTransaction, state: MandatesState, at: datetime) -> int:
    since = at - NEWS
    over = await tx.run(
        DUE,
        now=utc_text(at),
        since=utc_text(since),
        today=local_date(at).isoformat(),
        since_day=local_date(since).isoformat(),
    )
    found = [row async for row in over]
    for row in found:
        words = mandate_words()[row["of"]]
        one = Told(
            state.version, NoticeKind.MANDATE, words.zh, words.en, words.to, about=row["about"]
        )
        rows: list[dict[str, Any]] = [
            row_of(state, one, person, at) | {"key": f"mandate:{one.about}:over:{person.account}"}
            for person in await people_in(tx, circle_of(state, [one], Waits()), at)
            if hears(state, one, person, at)
        ]
        await (await tx.run(WRITE, rows=rows)).consume()
    return len(found)
