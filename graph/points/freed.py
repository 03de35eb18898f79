"""补结: fees of days on which a doctor was barred by a score that fell, to be settled now.

The days come from the doctors' files, the lines from the columnar store. What the fund has paid for already
is told apart: there only what a case took is to be given back.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, LiteralString

import duckdb
import neo4j

from casework.actors import BUREAU, Viewer
from casework.cases.state import CaseState
from casework.lines.listing import BARRED_RULE
from casework.money import ZERO
from casework.points.exempt import exempt_med_types
from casework.points.freed import FALLS, Freed, freed
from casework.points.parameters import STREAM, BureauState, fold_bureau
from claims.store import ClaimStore
from graph.events.load import load
from graph.institutions import institution_names
from graph.notices.freed import cases_in
from graph.points.barred import BarredLine, Row, barred_lines

#: Files in which a score fell, was answered or reviewed.
FELL: Final[LiteralString] = """
MATCH (e:Event) WHERE e.type IN $falls AND e.stream STARTS WITH 'points:'
RETURN DISTINCT e.stream AS stream ORDER BY stream
"""
#: Which of these visits are settled: of others nothing was paid yet.
SETTLED: Final = """
SELECT DISTINCT mdtrt_id FROM setl_d WHERE coalesce(vali_flag, '1') <> '0'
"""


@dataclass(frozen=True)
class Settle:
    """Fees of one doctor at one institution on freed days, in yuan, refunds netted.

    `unsettled` is the part of `amount` that no settlement has paid yet; `cases` took fees of these days.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    place: str
    entry_id: str
    why: str
    first_day: date
    last_day: date
    lines: int
    amount: Decimal
    fund: Decimal
    unsettled: Decimal
    cases: tuple[str, ...]


async def settle_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, store: ClaimStore, at: datetime, code: str = ""
) -> tuple[Settle, ...]:
    """What is to be settled, of one doctor or of all; for the bureau and the agency alone."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    days = await freed_days(driver, code)
    if not days:
        return ()
    bureau = fold_bureau((await load(driver, STREAM))[STREAM])

    def through() -> dict[tuple[Freed, str], list[tuple[BarredLine, bool]]]:
        with store.connect() as connection:
            return lines_of(connection, days, bureau)

    found = await asyncio.to_thread(through)
    async with driver.session() as session:
        cases = await session.execute_read(cases_in, list(found))
    names = await institution_names(driver, [place for _, place in found])
    return tuple(
        _row(one, place, lines, names, cases[one, place]) for (one, place), lines in found.items()
    )


def _row(
    one: Freed, place: str, lines: Sequence[tuple[BarredLine, bool]], names: Mapping[str, str],
    cases: tuple[str, ...],
) -> Settle:  # fmt: skip
    days = [line.day for line, _ in lines]
    return Settle(
        one.prac_psn_code, one.name, place, names.get(place, place), one.entry_id, one.why,
        min(days), max(days), len(lines),
        sum((line.amount for line, _ in lines), ZERO),
        sum((line.fund for line, _ in lines), ZERO),
        sum((line.amount for line, settled in lines if not settled), ZERO),
        cases,
    )  # fmt: skip


async def freed_days(driver: neo4j.AsyncDriver, code: str = "") -> tuple[Freed, ...]:
    """The freed days of one file, or of all."""
    streams = [f"points:{code}"]
    if not code:
        rows, _, _ = await driver.execute_query(
            FELL, falls=sorted(FALLS), routing_=neo4j.RoutingControl.READ
        )
        streams = [str(row["stream"]) for row in rows]
    chains = await load(driver, *streams)
    return tuple(
        one for stream in streams for one in freed(stream.removeprefix("points:"), chains[stream])
    )


async def freed_in(driver: neo4j.AsyncDriver, case: CaseState) -> tuple[Freed, ...]:
    """Freed days whose fees the case, handling or lead took; each once."""
    taken = {one.finding_id for one in case.findings if one.rule_id == BARRED_RULE}
    if not taken or case.party is None:
        return ()
    place = case.party.key
    return tuple(one for one in await freed_days(driver) if not taken.isdisjoint(one.keys(place)))


def lines_of(
    connection: duckdb.DuckDBPyConnection, days: Iterable[Freed], bureau: BureauState
) -> dict[tuple[Freed, str], list[tuple[BarredLine, bool]]]:
    """The lines of freed days by what freed them and institution, and whether their visit is settled."""
    known = {str(n): one for n, one in enumerate(days)}
    rows: list[Row] = [
        (
            one.prac_psn_code,
            key,
            one.since,
            one.starts,
            one.until,
            sorted(exempt_med_types(one.starts)),
        )
        for key, one in known.items()
    ]
    paid = {str(visit) for (visit,) in connection.execute(SETTLED).fetchall()}
    found: dict[tuple[Freed, str], list[tuple[BarredLine, bool]]] = {}
    for (_, place, key, _), line in barred_lines(connection, rows, bureau):
        found.setdefault((known[key], place), []).append((line, line.mdtrt_id in paid))
    return {at: lines for at, lines in found.items() if sum(line.amount for line, _ in lines) > 0}
