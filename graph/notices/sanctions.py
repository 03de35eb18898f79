"""What the first day after a suspension or a ban has to say, without anybody acting: told once."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.clocks.calendars import local_date
from casework.notices.rows import NoticeKind, sanction_words
from casework.notices.tell import Told, hears
from casework.points.ends import End, ends
from casework.points.state import PointsState
from casework.waits import Waits
from graph.notices.audience import circle_of, people_in
from graph.notices.tell import WRITE, row_of

#: `ends_read` is the day up to which the ends of a file were told.
READ: Final[LiteralString] = """
MATCH (f:DoctorFile {prac_psn_code: $code})
WITH f, f.ends_read AS told
SET f.ends_read = CASE WHEN told < $today THEN $today ELSE told END
RETURN told
"""


async def tell_ends(tx: neo4j.AsyncManagedTransaction, state: PointsState, at: datetime) -> int:
    """Tell of every sanction of a file that ended by itself since the last look; how many."""
    today = local_date(at).isoformat()
    row = await (await tx.run(READ, code=state.prac_psn_code, today=today)).single(strict=True)
    found = [end for end in ends(state) if row["told"] < end.day.isoformat() <= today]
    for end in found:
        await _tell(tx, state, end, at)
    return len(found)


async def _tell(
    tx: neo4j.AsyncManagedTransaction, state: PointsState, end: End, at: datetime
) -> None:
    words = sanction_words()[end.kind.value]
    one = Told(state.version, NoticeKind.POINTS, words.zh, words.en, words.to)
    key = f"{state.stream}:end:{'+'.join(end.entry_ids)}"
    rows = [
        row_of(state, one, person, at) | {"key": f"{key}:{person.account}"}
        for person in await people_in(tx, circle_of(state, [one], Waits()), at)
        if hears(state, one, person, at)
    ]
    await (await tx.run(WRITE, rows=rows)).consume()
