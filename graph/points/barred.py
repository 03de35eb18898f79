"""停权医师结算: fee lines of doctors who were suspended or terminated when the fee arose.

The spans come from the doctors' files, the lines from the columnar store; emergency and rescue
stay payable. What is found opens a lead against the institution, once.
"""

import asyncio
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

import duckdb
import neo4j

from casework.actors import BUREAU, Actor, Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.judgement import MarkKind
from casework.points.exempt import exempt_med_types
from casework.points.fold import fold_points
from casework.points.history import unbillable
from casework.points.state import PointsState
from claims.store import ClaimStore
from graph.commands import execute
from graph.events.load import load
from graph.institutions import institution_names
from graph.judgements.read import marks

FILES: Final = "MATCH (f:DoctorFile) RETURN f.prac_psn_code AS code ORDER BY code"
LINES: Final = """
SELECT b.code, m.fixmedins_code, count(*) AS lines, sum(f.det_item_fee_sumamt) AS amount,
       CAST(min(f.fee_ocur_time) AS DATE) AS first_day,
       CAST(max(f.fee_ocur_time) AS DATE) AS last_day
FROM fee_list_d f
JOIN mdtrt_d m USING (mdtrt_id)
LEFT JOIN visit_doctor d USING (mdtrt_id)
JOIN barred b ON b.code = coalesce(nullif(f.bilg_dr_codg, ''), d.prac_psn_code)
 AND CAST(f.fee_ocur_time AS DATE) BETWEEN b.starts AND b.until
WHERE NOT list_contains(b.exempt, m.med_type)
GROUP BY b.code, m.fixmedins_code
HAVING sum(f.det_item_fee_sumamt) > 0
ORDER BY b.code, m.fixmedins_code
"""


@dataclass(frozen=True)
class BarredFees:
    """Fees of one barred doctor at one institution; refunds are netted. Amount in yuan."""

    prac_psn_code: str
    name: str
    fixmedins_code: str
    lines: int
    amount: Decimal
    first_day: date
    last_day: date


def barred_fees(
    connection: duckdb.DuckDBPyConnection, files: Iterable[PointsState], on: date
) -> tuple[BarredFees, ...]:
    """Return the fees that arose while their doctor was barred, by doctor and institution.

    The doctor of a line is who ordered it (`bilg_dr_codg`), else the doctor of the visit.
    """
    names = {file.prac_psn_code: file for file in files}
    rows = [
        (code, span.starts, span.until or on, sorted(exempt_med_types(span.starts)))
        for code, file in names.items()
        for span in unbillable(file)
        if span.starts <= on
    ]
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE barred "
        "(code VARCHAR, starts DATE, until DATE, exempt VARCHAR[])"
    )
    if not rows:
        return ()
    connection.executemany("INSERT INTO barred VALUES (?, ?, ?, ?)", rows)
    found = connection.execute(LINES).fetchall()
    return tuple(BarredFees(row[0], names[row[0]].name, *row[1:]) for row in found)


@dataclass(frozen=True)
class BarredRow:
    """Barred fees with the cases that were opened on them."""

    fees: BarredFees
    cases: tuple[str, ...]


async def barred_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, store: ClaimStore, at: datetime
) -> tuple[BarredRow, ...]:
    """Return the fees of barred doctors with their leads; for the bureau, others see none."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    found = await find_barred(driver, store, at)
    sent = await marks(driver, viewer, MarkKind.FINDING, [_key(fees) for fees in found])
    return tuple(
        BarredRow(fees, tuple(sent[_key(fees)].cases) if _key(fees) in sent else ())
        for fees in found
    )


async def find_barred(
    driver: neo4j.AsyncDriver, store: ClaimStore, at: datetime
) -> tuple[BarredFees, ...]:
    """Look through all files and claims; for the nightly audit, the desk and the terminal."""
    rows, _, _ = await driver.execute_query(FILES, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    files = [fold_points(code, chains[f"points:{code}"]) for code in codes]

    def look() -> tuple[BarredFees, ...]:
        with store.connect() as connection:
            return barred_fees(connection, files, local_date(at))

    return await asyncio.to_thread(look)


async def open_leads(
    driver: neo4j.AsyncDriver, found: Iterable[BarredFees], actor: Actor, at: datetime
) -> list[str]:
    """Register a lead for each doctor and institution that has none yet, whoever opened it.

    Returns the numbers of the new cases.
    """
    leads = {_key(fees): fees for fees in found}
    sent = await marks(driver, Viewer(actor), MarkKind.FINDING, leads)
    places = await institution_names(driver, [fees.fixmedins_code for fees in leads.values()])
    numbers = []
    for key, fees in leads.items():
        if key in sent and sent[key].cases:
            continue
        events = await execute(
            driver, _lead(fees, places.get(fees.fixmedins_code, fees.fixmedins_code)), actor, at
        )
        numbers.append(str(events[0].data["case_no"]))
    return numbers


def _key(fees: BarredFees) -> str:
    """The finding's stable identity: later fees of the same span are the same suspicion."""
    key = f"{fees.prac_psn_code}|{fees.fixmedins_code}|{fees.first_day}"
    return f"barred-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _lead(fees: BarredFees, place: str) -> c.OpenCase:
    finding = _key(fees)
    sentence = (
        f"医师{fees.name}（{fees.prac_psn_code}）在暂停或终止医保支付资格期间（{fees.first_day} 至 "
        f"{fees.last_day}）仍有 {fees.lines} 条费用纳入结算，合计 {fees.amount} 元。"
    )
    sentence_en = (
        f"Doctor {fees.prac_psn_code} was suspended or terminated and still has {fees.lines} "
        f"fee lines settled from {fees.first_day} to {fees.last_day}, {fees.amount} yuan in all."
    )
    return c.OpenCase(
        title=f"{place}停权医师结算",
        source=c.Source.FINDING,
        summary=sentence,
        party=c.Party(c.PartyKind.INSTITUTION, fees.fixmedins_code, place),
        conduct_from=fees.first_day,
        conduct_to=fees.last_day,
        findings=(
            c.FindingRef(
                finding,
                "barred_doctor_settlement",
                fees.amount,
                sentence,
                sentence_en=sentence_en,
            ),
        ),
        command_id=finding,
    )
