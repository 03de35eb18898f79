"""Where an institution is: penalties belong to the bureau of the place of the act (局令4 第九条).

The national code of a designated institution carries its area: H or P, six digits of the
administrative division, five of its own. What is outside the bureau's own area can be suspected,
not paid and asked about (协查, 实施细则 15), but not punished: the case goes to the place of care.

Of a lead that goes by the own area in force on the day of the act: one that was registered before the
bureau said which area is its own is judged like one registered since. Filing settles it (局令4 第十四条:
the bureau's own jurisdiction is a condition of filing): a running case keeps the area by which it was
filed, or decided on the spot, however the parameter changes. Where none was set then, the day of the act
goes on to decide. What a chain already holds is never judged anew.
"""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from casework.actors import Actor
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.case import Party, PartyKind, Path
from casework.points.parameters import BureauState
from casework.refusal import refuse

CODE: Final = re.compile(r"[HP](\d{6})\d{5}")
HANDLING_COURT: Final = "handling_court"
FRAUD: Final = "fraud_amount"
FRAUD_MONTHS: Final = "fraud_months"
BASIS: Final = "《医疗保障行政处罚程序暂行规定》第九条；《条例实施细则》第十五条"
BASIS_EN: Final = "penalty procedure art. 9; rules for the Regulation art. 15"


def area_of(party: Party) -> str | None:
    """The administrative division in an institution's national code; None where it has none."""
    return division_of(party.key) if party.kind is PartyKind.INSTITUTION else None


def division_of(code: str) -> str | None:
    """The administrative division in a national code of an institution; None where it has none."""
    found = CODE.fullmatch(code)
    return found[1] if found else None


def foreign_area(party: Party, bureau: BureauState, on: date) -> str | None:
    """The area of an institution outside the bureau's own; None when inside, or not known."""
    return outside(party, bureau.value("own_area", on))


def outside(party: Party, own: str) -> str | None:
    """The area of an institution outside of `own`; None when inside, not known, or `own` is empty."""
    area = area_of(party)
    return None if not own or area is None or area.startswith(own) else area


def located(case: CaseState, bureau: BureauState, on: date) -> CaseState:
    """The case as the bureau's parameters have it: its area, and whether courts enforce handlings on a day.

    The area is the one that it was filed by, else that of the day; where none is set, as its opening said.
    """
    court = bureau.setting(HANDLING_COURT, on)
    if court is not None:
        case = replace(case, handling_court=court.value == "yes")
    least, months = own_fraud(bureau, on), own_fraud_months(bureau, on)
    case = replace(case, own_fraud=least, own_fraud_months=months)
    own = _filed_by(case) or bureau.value("own_area", on)
    if case.party is None or not case.is_open or not own:
        return case
    return replace(case, outside_area=outside(case.party, own))


def own_fraud(bureau: BureauState, on: date) -> tuple[str, str] | None:
    """From where the amount of a fraud is large, and on what basis, as the bureau entered it; None: it has not."""
    own = bureau.setting(FRAUD, on)
    return (own.value, own.basis) if own is not None else None


def own_fraud_months(bureau: BureauState, on: date) -> tuple[str, str] | None:
    """Within how many months small frauds of one party count together, in the same way."""
    own = bureau.setting(FRAUD_MONTHS, on)
    return (own.value, own.basis) if own is not None else None


def _filed_by(case: CaseState) -> str:
    """A case that came back to be filed anew (from a handling, or as a clue) is judged anew."""
    return "" if case.stage is Stage.CLUE else case.own_area


def judged_by(case: CaseState, bureau: BureauState, on: date) -> dict[str, str]:
    """What the event that settles the jurisdiction keeps of it: `own_area`, where that told anything."""
    own = bureau.value("own_area", on)
    return {"own_area": own} if own and case.party and area_of(case.party) else {}


def own_decision(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard, on a case that was `located`. Refuses OUTSIDE_DECISION: annul it, then transfer.

    A decision taken before the own area was set binds nobody until it is served, and serving it would
    be a new act without jurisdiction. One that was served stands until it is set aside: its execution
    goes on.
    """
    if case.outside_area is not None and case.path is Path.ADMINISTRATIVE:
        raise refuse("OUTSIDE_DECISION", area=case.outside_area, basis=BASIS, basis_en=BASIS_EN)


def own_county(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard, on a case that was `located`. Refuses OUTSIDE_COUNTY: transfer to the place of care."""
    if case.outside_area is not None:
        raise refuse("OUTSIDE_COUNTY", area=case.outside_area, basis=BASIS, basis_en=BASIS_EN)
