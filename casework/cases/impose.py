"""The suspension of a penalty decision (条例 38, 40, 41): it begins when the decision is served."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor
from casework.acts import required
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.clocks.calendars import day_start
from casework.commands.case import PartyKind, ServeDecision
from casework.commands.measures import MeasureType, SubjectKind
from casework.events import Draft
from casework.measures.plan import Plan, impose
from casework.measures.state import key_of


def of_serve(command: ServeDecision, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the bureau's own area and, once it is known, the stream of whom its suspension hits."""
    own = of_penal(command, actor, states)
    case = states.get(own[0])
    if not isinstance(case, CaseState) or not months_of(case) or case.party is None:
        return own
    department = department_of(case, command.department)
    if case.party.kind is PartyKind.INSTITUTION and not department:
        return own
    return (*own, _stream(case, department))


def department_of(case: CaseState, given: str = "") -> str:
    """The department that the decision names; one decided before that was told is `given` at service."""
    proposal = case.proposal
    return (proposal.department if proposal is not None else "") or given.strip()


def months_of(case: CaseState) -> int:
    """Months of suspension that the decision carries."""
    penal = case.decision is not None and case.decision.ruling == "penalty" and not case.on_spot
    proposal = case.proposal
    if not penal or proposal is None or case.decision is None:
        return 0
    changed = case.decision.months
    return changed if changed is not None else proposal.suspension_months or 0


def suspends_department(case: CaseState) -> bool:
    """Whether the decision suspends a department of the institution, which only its service can name."""
    institution = case.party is not None and case.party.kind is PartyKind.INSTITUTION
    return institution and bool(months_of(case)) and not department_of(case)


def measure_of(
    case: CaseState, department: str, served_on: date, states: Mapping[str, Any], at: datetime
) -> list[Draft]:
    """MeasureImposed for the decided months. Refuses FIELD_REQUIRED without the department.

    It begins with the day of service, which counts, and never before the decision; when the receipt is
    entered moves neither its beginning nor its end.
    """
    months, party, decision = months_of(case), case.party, case.decision
    if not months or party is None or decision is None:
        return []
    if party.kind is PartyKind.PERSON:
        kind, term, name = MeasureType.SUSPEND_SETTLEMENT, "tiaoli-41-person", party.name
    else:
        department = department_of(case, department)
        required(department=department)
        fraud = decision.article_id.startswith("tiaoli-40")
        # A department goes by the institution that it is of; the stream says which one it is.
        kind, name = MeasureType.SUSPEND_DEPARTMENT, party.name
        term = "tiaoli-40-department" if fraud else "tiaoli-38-department"
    begins = max(day_start(served_on), decision.at)
    plan = Plan(
        kind, term, name, decision.citation, begins, months, case_no=case.case_no,
        document_no=decision.decision_no, judged=case.proposal is not None and case.proposal.below_band,
    )  # fmt: skip
    return impose(states[_stream(case, department)], plan, at)


def _stream(case: CaseState, department: str) -> str:
    party = case.party
    if party is None:
        return ""
    if party.kind is PartyKind.PERSON:
        return f"measures:{key_of(SubjectKind.INSURED, party.key)}"
    return f"measures:{key_of(SubjectKind.DEPARTMENT, party.key, department)}"
