"""停权医师结算: fee lines of doctors who were suspended or terminated when the fee arose.

The spans come from the doctors' files and from the measures against them (条例 13), the lines from the
columnar store; emergency and rescue stay payable and are told beside them. Each span of a doctor at an institution is a suspicion of its own (see barred_leads).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias

import duckdb

from casework.commands.measures import SubjectKind
from casework.measures.days import Stopped, stopped_days
from casework.measures.state import MeasuresState
from casework.money import ZERO
from casework.points.barred_key import barred_key, hashed
from casework.points.exempt import Payable, Rescue, exempt_med_types, rescues
from casework.points.history import Span, outside, sanctioned, unbillable
from casework.points.parameters import BureauState
from casework.points.state import PointsState

#: A doctor, an institution, the sanction and the day since which it holds.
Key: TypeAlias = tuple[str, str, str, date]
#: Doctor, sanction, since when it holds, first and last day, the kinds of visit that stay payable.
Row: TypeAlias = tuple[str, str, date, date, date, list[str]]

#: The fund's part of a line is what lies inside the policy times the share that the visit's
#: settlements paid of it, as a case reckons its lines (audit.findings.case_lines), in whole fen.
LINES: Final = """
WITH money AS (
    SELECT mdtrt_id, sum(fund_pay_sumamt) AS fund, coalesce(sum(inscp_scp_amt), sum(medfee_sumamt)) AS base,
        sum(inscp_scp_amt) IS NOT NULL AS scoped
    FROM setl_d
    WHERE coalesce(vali_flag, '1') <> '0'
    GROUP BY mdtrt_id
), charged AS (
    SELECT f.mdtrt_id, CAST(coalesce(o.fee_ocur_time, f.fee_ocur_time) AS DATE) AS day, r.days,
        min(coalesce(nullif(f.hilist_name, ''), f.hilist_code)) AS item
    FROM fee_list_d f
    -- What was taken back was not charged: a refund counts on the day of its line.
    LEFT JOIN fee_list_d o ON o.mdtrt_id = f.mdtrt_id AND o.feedetl_sn = f.init_feedetl_sn
    JOIN rescue r ON starts_with(f.hilist_code, r.item)
     AND CAST(coalesce(o.fee_ocur_time, f.fee_ocur_time) AS DATE) BETWEEN r.starts AND r.until
    WHERE coalesce(f.vali_flag, '1') <> '0'
    GROUP BY ALL
    HAVING sum(f.det_item_fee_sumamt) > 0
)
SELECT b.code, m.fixmedins_code, b.sanction, b.since,
    f.mdtrt_id, f.feedetl_sn, CAST(f.fee_ocur_time AS DATE) AS day,
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
    ) AS fund,
    f.init_feedetl_sn,
    CASE WHEN list_contains(b.exempt, m.med_type) THEN m.med_type END AS emergency,
    (
        SELECT min(c.item || ' ' || CAST(c.day AS VARCHAR)) FROM charged c
        WHERE c.mdtrt_id = f.mdtrt_id AND (
            c.days IS NULL OR abs(date_diff('day', c.day, CAST(f.fee_ocur_time AS DATE))) <= c.days
        )
    ) AS rescued
FROM fee_list_d f
JOIN mdtrt_d m USING (mdtrt_id)
LEFT JOIN visit_doctor d USING (mdtrt_id)
LEFT JOIN money USING (mdtrt_id)
JOIN barred b ON b.code = coalesce(nullif(f.bilg_dr_codg, ''), d.prac_psn_code)
 AND CAST(f.fee_ocur_time AS DATE) BETWEEN b.starts AND b.until
WHERE coalesce(f.vali_flag, '1') <> '0'
ORDER BY b.code, m.fixmedins_code, b.since, f.fee_ocur_time, f.mdtrt_id, f.feedetl_sn
"""


@dataclass(frozen=True)
class BarredLine:
    """A fee line of a barred day; a refund is negative. `fund` is the fund's part; both in yuan."""

    mdtrt_id: str
    feedetl_sn: str
    day: date
    amount: Decimal
    fund: Decimal

    @property
    def line_id(self) -> str:
        """As a case names it."""
        return f"{self.mdtrt_id}/{self.feedetl_sn}"


@dataclass(frozen=True)
class BarredFees:
    """Fees of one doctor at one institution in one span of being barred; refunds are netted.

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


@dataclass(frozen=True)
class BarredSpan:
    """The fee lines of one doctor at one institution while one sanction, from `since` on, held."""

    prac_psn_code: str
    name: str
    fixmedins_code: str
    sanction: str
    since: date
    lines: tuple[BarredLine, ...]

    @property
    def amount(self) -> Decimal:
        """What was billed, refunds netted, in yuan."""
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def fees(self) -> BarredFees:
        """The sums of its lines."""
        days = [line.day for line in self.lines]
        fund = sum((line.fund for line in self.lines), ZERO)
        who = (self.prac_psn_code, self.name, self.fixmedins_code)
        return BarredFees(*who, len(self.lines), self.amount, fund, min(days), max(days))

    def key(self, nth: int = 0) -> str:
        """The identity of the span's nth suspicion: later fees of the same span are the same one.

        There is another only for fees that no lead before it answered for.
        """
        return barred_key(self.prac_psn_code, self.fixmedins_code, self.sanction, self.since, nth)

    def old_key(self, day: date) -> str:
        """How leads were once named: by the first day of all the doctor's barred fees there."""
        return hashed(f"{self.prac_psn_code}|{self.fixmedins_code}|{day}")


@dataclass(frozen=True)
class PayableSpan:
    """Fees of a span that stay payable. `because`: codes of med_type, or rescue items with their days."""

    span: BarredSpan
    why: Payable
    because: tuple[str, ...]

    @property
    def visits(self) -> int:
        """How many visits they are of."""
        return len({line.mdtrt_id for line in self.span.lines})


@dataclass(frozen=True)
class Looked:
    """What was found: fees that arose while their doctor was barred, and those that stay payable."""

    barred: tuple[BarredSpan, ...] = ()
    payable: tuple[PayableSpan, ...] = ()


def look(
    connection: duckdb.DuckDBPyConnection,
    files: Iterable[PointsState],
    on: date,
    measures: Iterable[MeasuresState] = (),
    bureau: BureauState | None = None,
) -> Looked:
    """Return the fees that arose while their doctor was barred, by doctor, institution and span.

    The doctor of a line is who ordered it (`bilg_dr_codg`), else the doctor of the visit. Days that the
    points bar already are not barred once more by a measure. Emergencies and the time of a rescue
    within a visit (by the bureau's parameters) are no suspicion.
    """
    known = list(files)
    suspended = [one for one in measures if one.kind is SubjectKind.DOCTOR]
    names = {one.subject_key: one.name for one in suspended}
    names |= {file.prac_psn_code: file.name for file in known}
    barred_by_points = {file.prac_psn_code: unbillable(file) for file in known}
    rows = [row for file in known for row in _barred(file, on)]
    rows += [row for one in suspended for row in _measured(one, barred_by_points, on)]
    if not rows:
        return Looked()
    _lay_out(connection, rows, rescues(bureau or BureauState()))
    barred: dict[Key, list[BarredLine]] = {}
    payable: dict[tuple[Payable, Key], dict[BarredLine, str]] = {}
    for key, line, why, because in _told(connection.execute(LINES).fetchall()):
        if why is None:
            barred.setdefault(key, []).append(line)
        else:
            payable.setdefault((why, key), {})[line] = because
    spans = (_span(key, names, lines) for key, lines in barred.items())
    return Looked(
        tuple(span for span in spans if span.amount > 0),
        tuple(
            PayableSpan(_span(key, names, lines), why, tuple(sorted(set(lines.values()))))
            for (why, key), lines in payable.items()
        ),
    )


def barred_lines(
    connection: duckdb.DuckDBPyConnection, rows: list[Row], bureau: BureauState
) -> Iterable[tuple[Key, BarredLine]]:
    """The lines that rows bar; not those that stay payable."""
    _lay_out(connection, rows, rescues(bureau))
    for key, line, why, _ in _told(connection.execute(LINES).fetchall()):
        if why is None:
            yield key, line


def _span(key: Key, names: Mapping[str, str], lines: Iterable[BarredLine]) -> BarredSpan:
    return BarredSpan(key[0], names[key[0]], *key[1:], tuple(lines))


def _lay_out(
    connection: duckdb.DuckDBPyConnection, rows: list[Row], rules: Iterable[Rescue]
) -> None:
    """The tables that the lines are looked up by."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE barred "
        "(code VARCHAR, sanction VARCHAR, since DATE, starts DATE, until DATE, exempt VARCHAR[])"
    )
    connection.executemany("INSERT INTO barred VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE rescue (item VARCHAR, starts DATE, until DATE, days INTEGER)"
    )
    items = [(item, one.starts, one.until, one.days) for one in rules for item in one.items]
    connection.executemany("INSERT INTO rescue VALUES (?, ?, ?, ?)", items)


def _told(
    rows: Iterable[tuple[Any, ...]],
) -> Iterable[tuple[Key, BarredLine, Payable | None, str]]:
    """The lines, each with why it stays payable. A refund goes with the line that it takes back."""
    read = [_read(row) for row in rows]
    known = {line.line_id: (why, because) for _, line, _, why, because in read}
    for key, line, taken_back, why, because in read:
        if line.amount < 0 and f"{line.mdtrt_id}/{taken_back}" in known:
            why, because = known[f"{line.mdtrt_id}/{taken_back}"]
        yield key, line, why, because


def _read(row: tuple[Any, ...]) -> tuple[Key, BarredLine, str, Payable | None, str]:
    code, place, sanction, since, visit, number, day, amount, fund, first, emergency, rescued = row
    line = BarredLine(str(visit), str(number), day, amount, fund)
    key = (code, place, sanction, since)
    if emergency is not None:
        return key, line, first, Payable.EMERGENCY, emergency
    return key, line, first, Payable.RESCUE if rescued else None, rescued or ""


def _barred(file: PointsState, on: date) -> Iterable[Row]:
    """Rows of the table: the days that the points bar."""
    for sanction, since, span in sanctioned(file):
        if span.starts <= on:
            exempt = sorted(exempt_med_types(span.starts))
            yield (file.prac_psn_code, sanction, since, span.starts, span.until or on, exempt)


def _measured(state: MeasuresState, spans: dict[str, tuple[Span, ...]], on: date) -> Iterable[Row]:
    """Rows of a doctor's own measures, less the days that his points bar."""
    code = state.subject_key
    for one in stopped_days(state):
        for starts, until in _less(one, spans.get(code, ()), on):
            exempt = sorted(exempt_med_types(starts))
            yield (code, f"measure:{one.measure_id}", one.starts, starts, until, exempt)


def _less(one: Stopped, spans: Iterable[Span], on: date) -> list[tuple[date, date]]:
    """The stretches of a measure up to a day that lie in none of the spans."""
    held = ((span.starts, span.until or on) for span in spans)
    return outside(one.starts, min(one.until or on, on), held)
