"""What the 结案报告 tells beside the rest: each sum of the case from demand to end, reconciled.

A sum agrees when what came in, what was written off and what is open make what was demanded. Nothing
is smoothed: what does not agree is told with its difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.events import Event
from casework.law.remedy import KINDS, OUTCOMES
from casework.law.service import closings
from casework.law.surcharge import surcharge
from casework.money import ZERO
from evidence.dossier.formats import day, yuan
from evidence.forms.report_draft import facts_of

Values = dict[str, Any]


@dataclass(frozen=True)
class Sum:
    """Money of one kind in yuan: demanded, come in, written off."""

    name: str
    due: Decimal
    paid: Decimal
    written_off: Decimal = ZERO

    @property
    def open(self) -> Decimal:
        """What is still to come; nothing where more came than was demanded."""
        return max(self.due - self.paid - self.written_off, ZERO)

    @property
    def over(self) -> Decimal:
        """What came in beyond the demand: it is to be paid back."""
        return max(self.paid + self.written_off - self.due, ZERO)


def closing_values(case: CaseState, closed: Event | None, on: date) -> Values:
    """The values under ``closing_report``; `closed` is the closing, or what was proposed of it, `on` the day of the form."""
    sums = _sums(case, on)
    return {
        "facts": _facts(case),
        "money": [
            {
                "name": one.name,
                "due": yuan(one.due),
                "paid": yuan(one.paid),
                "written_off": yuan(one.written_off),
                "open": yuan(one.open),
            }
            for one in sums
        ],
        "account": "".join(_account(case, sums)),
        "remedies": _remedies(case),
        "ground": _ground(closed),
        "began": "登记日期" if case.path is Path.AGREEMENT else "立案日期",
        "began_on": day(case.opened_at if case.path is Path.AGREEMENT else case.filed_at),
    }


def _facts(case: CaseState) -> str:
    """As the final report says; a handling under the agreement has none and tells its findings."""
    written = (case.report or {}).get("facts", "")
    return written or "\n".join(facts_of(case))


def _sums(case: CaseState, on: date) -> list[Sum]:
    """Fund money and fine always; what the case knows nothing of stays out."""
    standing = case.decision if not case.annulled else None
    demanded, fine = (standing.recovery, standing.fine) if standing else (ZERO, ZERO)
    found = [Sum("医疗保障基金", demanded, case.recovered, case.recovery_written_off)]
    if case.path is Path.ADMINISTRATIVE:
        found.append(Sum("罚款", fine, case.fines_paid, case.fines_written_off))
    more = surcharge(case, on) if standing else ZERO
    if more or case.surcharges_paid:
        found.append(Sum("加处罚款", more, case.surcharges_paid, case.surcharges_written_off))
    # A penalty knows no damages: what was paid under the agreement before it stays paid.
    handled = standing is not None and case.path is Path.AGREEMENT
    damages = standing.damages if standing and handled else case.damages_kept
    if damages or case.damages_paid:
        found.append(Sum("违约金", damages, case.damages_paid, case.damages_written_off))
    return found


def _account(case: CaseState, sums: list[Sum]) -> list[str]:
    told = []
    if case.lines.listed and not case.lines.open:
        demanded = sums[0].due
        rest = case.lines.loss - demanded
        same = "相符" if not rest else f"相差 {yuan(abs(rest))}"
        told.append(
            f"逐条认定的基金损失 {yuan(case.lines.loss)}，决定退回 {yuan(demanded)}，{same}。"
        )
    for one in sums:
        if one.open:
            told.append(f"{one.name}尚有 {yuan(one.open)}未到账。")
        if one.over:
            told.append(f"{one.name}多收 {yuan(one.over)}，应予退还。")
    if not any(one.open or one.over for one in sums):
        told.append("应收、已收、核销核对相符，没有未结款项。")
    return told


def _remedies(case: CaseState) -> str:
    rows = (
        f"{day(one.filed_on)}向{one.body}提起{KINDS[one.kind][0]}（{one.document_no}），"
        + (f"{day(one.decided_on)}审结：{OUTCOMES[one.outcome][0]}" if one.outcome else "尚未审结")
        for one in case.remedies
    )
    return "；".join(rows) or "没有申请行政复议、提起行政诉讼的记录"


def _ground(closed: Event | None) -> str:
    """The lawful situation of the closing, once it is proposed; before that the hand writes it."""
    data: Mapping[str, Any] = closed.data if closed else {}
    row = next((one for one in closings() if one.id == data.get("ground")), None)
    return f"{row.zh}（{row.basis}）" if row else ""
