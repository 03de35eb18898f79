"""What certain days of a doctor's file have to say, without anybody acting: told once.

The first day after a suspension or a ban, and the days of a certificate that comes to its end.
"""

from collections import Counter
from datetime import date, datetime
from typing import Final, LiteralString

import neo4j

from casework.clocks.calendars import local_date
from casework.notices.rows import NoticeKind, certificate_words, sanction_words
from casework.notices.tell import Told, hears
from casework.points.ends import ends
from casework.points.state import PointsState
from casework.restoration.lapses import Lapse, lapses
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


async def tell_ends(
    tx: neo4j.AsyncManagedTransaction, state: PointsState, at: datetime
) -> Counter[str]:
    """Tell of every sanction of a file that ended by itself since the last look, and of certificates
    that came near their end or reached it; how many of each."""
    today = local_date(at).isoformat()
    row = await (await tx.run(READ, code=state.prac_psn_code, today=today)).single(strict=True)

    def new(day: date) -> bool:
        return bool(row["told"] < day.isoformat() <= today)

    over = [end for end in ends(state) if new(end.day)]
    near = [one for one in lapses(state) if new(one.day)]
    for end in over:
        words = sanction_words()[end.kind.value]
        one = Told(state.version, NoticeKind.POINTS, words.zh, words.en, words.to)
        await _tell(tx, state, one, f"end:{'+'.join(end.entry_ids)}", at)
    for lapse in near:
        key = f"certificate:{lapse.entry.certificate}:{lapse.distance}"
        await _tell(tx, state, _of_lapse(state, lapse), key, at)
    # A count of nothing is not kept: who reads it asks what there was.
    return +Counter({"SanctionEnded": len(over), "CertificateEndTold": len(near)})


def _of_lapse(state: PointsState, lapse: Lapse) -> Told:
    words = certificate_words()[lapse.of]
    zh, en = (text.format(day=lapse.entry.valid_until) for text in (words.zh, words.en))
    title = lapse.entry.title
    return Told(state.version, NoticeKind.POINTS, zh, en, words.to, detail=title)


async def _tell(
    tx: neo4j.AsyncManagedTransaction, state: PointsState, one: Told, what: str, at: datetime
) -> None:
    key = f"{state.stream}:{what}"
    rows = [
        row_of(state, one, person, at) | {"key": f"{key}:{person.account}"}
        for person in await people_in(tx, circle_of(state, [one], Waits()), at)
        if hears(state, one, person, at)
    ]
    await (await tx.run(WRITE, rows=rows)).consume()
