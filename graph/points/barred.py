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
from casework.lines.listing import BARRED_RULE
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
#: The fund's part of a line is what lies inside the policy times the share that the visit's
#: settlements paid of it, as a case reckons its lines (audit.findings.case_lines), in whole fen.
LINES: Final = """
CREATE OR REPLACE TEMP VIEW barred_line AS
WITH money AS (
    SELECT mdtrt_id, sum(fund_pay_sumamt) AS fund, coalesce(sum(inscp_scp_amt), sum(medfee_sumamt)) AS base,
        sum(inscp_scp_amt) IS NOT NULL AS scoped
    FROM setl_d
    WHERE coalesce(vali_flag, '1') <> '0'
    GROUP BY mdtrt_id
)
SELECT b.code, m.fixmedins_code, f.mdtrt_id, f.feedetl_sn, f.fee_ocur_time,
    f.det_item_fee_sumamt AS amount,
    round(
        CASE
            WHEN NOT coalesce(scoped, false) OR f.inscp_scp_amt IS NULL THEN f.det_item_fee_sumamt
            WHEN f.det_item_fee_sumamt < 0
                THEN least(greatest(f.inscp_scp_amt, f.det_item_fee_sumamt), 0)
            ELSE greatest(least(f.inscp_scp_amt, f.det_item_fee_sumamt), 0)
        END
        * CAST(
            CASE
                WHEN fund IS NULL OR base IS NULL OR base <= 0 OR fund > base THEN 1
                ELSE greatest(fund, 0) / base
            END AS DECIMAL(12, 10)
        ),
        2
    ) AS fund
FROM fee_list_d f
JOIN mdtrt_d m USING (mdtrt_id)
LEFT JOIN visit_doctor d USING (mdtrt_id)
LEFT JOIN money USING (mdtrt_id)
JOIN barred b ON b.code = coalesce(nullif(f.bilg_dr_codg, ''), d.prac_psn_code)
 AND CAST(f.fee_ocur_time AS DATE) BETWEEN b.starts AND b.until
WHERE NOT list_contains(b.exempt, m.med_type) AND coalesce(f.vali_flag, '1') <> '0'
"""
FEES: Final = """
SELECT code, fixmedins_code, count(*) AS lines, sum(amount) AS amount, sum(fund) AS fund,
    CAST(min(fee_ocur_time) AS DATE) AS first_day, CAST(max(fee_ocur_time) AS DATE) AS last_day
FROM barred_line
GROUP BY code, fixmedins_code
HAVING sum(amount) > 0
ORDER BY code, fixmedins_code
"""


@dataclass(frozen=True)
class BarredFees:
    """Fees of one barred doctor at one institution; refunds are netted.

    `amount` is what was billed, `fund` the fund's part of it; both in yuan.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    lines: int
    amount: Decimal
    fund: Decimal
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
    connection.execute(LINES)
    found = connection.execute(FEES).fetchall()
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
    return await with_cases(driver, viewer, await find_barred(driver, store, at))


async def with_cases(
    driver: neo4j.AsyncDriver, viewer: Viewer, found: Iterable[BarredFees]
) -> tuple[BarredRow, ...]:
    """Add to each of the fees the cases that it led to."""
    keyed = {key_of(fees): fees for fees in found}
    sent = await marks(driver, viewer, MarkKind.FINDING, keyed)
    return tuple(
        BarredRow(fees, tuple(sent[key].cases) if key in sent else ())
        for key, fees in keyed.items()
    )


async def all_files(driver: neo4j.AsyncDriver) -> list[PointsState]:
    """Every doctor's file."""
    rows, _, _ = await driver.execute_query(FILES, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    return [fold_points(code, chains[f"points:{code}"]) for code in codes]


async def find_barred(
    driver: neo4j.AsyncDriver, store: ClaimStore, at: datetime
) -> tuple[BarredFees, ...]:
    """Look through all files and claims; for the nightly audit, the desk and the terminal."""
    files = await all_files(driver)

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
    leads = {key_of(fees): fees for fees in found}
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


def key_of(fees: BarredFees) -> str:
    """The finding's stable identity: later fees of the same span are the same suspicion."""
    key = f"{fees.prac_psn_code}|{fees.fixmedins_code}|{fees.first_day}"
    return f"barred-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _lead(fees: BarredFees, place: str) -> c.OpenCase:
    finding = key_of(fees)
    sentence = (
        f"医师{fees.name}（{fees.prac_psn_code}）在暂停或终止医保支付资格期间（{fees.first_day} 至 "
        f"{fees.last_day}）仍有 {fees.lines} 条费用纳入结算，合计 {fees.amount} 元，其中基金支付 {fees.fund} 元。"
    )
    sentence_en = (
        f"Doctor {fees.prac_psn_code} was suspended or terminated and still has {fees.lines} "
        f"fee lines settled from {fees.first_day} to {fees.last_day}, {fees.amount} yuan in all, "
        f"of which the fund paid {fees.fund}."
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
                BARRED_RULE,
                fees.fund,
                sentence,
                sentence_en=sentence_en,
            ),
        ),
        command_id=finding,
    )
