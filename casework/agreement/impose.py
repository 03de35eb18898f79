"""What a decided handling imposes at once: suspensions, termination, a pharmacy's points."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor
from casework.acts import draft
from casework.agreement.pharmacy import outlook, plan_of
from casework.cases.state import CaseState
from casework.commands.agreement import DecideHandling, Measure, MeasureKind
from casework.commands.case import Ruling
from casework.commands.measures import MeasureType, SubjectKind
from casework.events import Draft
from casework.measures.plan import Plan, impose
from casework.measures.state import MeasuresState, key_of

SUBJECTS: dict[MeasureKind, tuple[MeasureType, SubjectKind, str]] = {
    MeasureKind.SUSPEND_PERSON: (
        MeasureType.SUSPEND_PERSON, SubjectKind.DOCTOR, "tiaoli-13-person",
    ),
    MeasureKind.SUSPEND_DEPARTMENT: (
        MeasureType.SUSPEND_DEPARTMENT, SubjectKind.DEPARTMENT, "tiaoli-13-department",
    ),
    MeasureKind.SUSPEND_AGREEMENT: (
        MeasureType.SUSPEND_INSTITUTION, SubjectKind.INSTITUTION, "tiaoli-13-agreement",
    ),
    MeasureKind.TERMINATE_AGREEMENT: (
        MeasureType.TERMINATE, SubjectKind.INSTITUTION, "tiaoli-13-terminate",
    ),
}  # fmt: skip


def of_decide(command: DecideHandling, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and, where it is decided, the streams of those whom its measures hit."""
    stream = f"case:{command.case_no}"
    case = states.get(stream)
    if not isinstance(case, CaseState) or command.ruling is not Ruling.PENALTY:
        return (stream,)
    return (stream, *subjects(case))


def begun(case: CaseState) -> tuple[Measure, ...]:
    """Suspensions and terminations of the proposed handling."""
    return tuple(m for m in case.handling.measures if m.kind in SUBJECTS) if case.handling else ()


def subjects(case: CaseState) -> tuple[str, ...]:
    """Streams of whom the proposed handling hits."""
    handling = case.handling
    if handling is None or case.party is None:
        return ()
    hit = [_stream(case, m) for m in begun(case)]
    if handling.pharmacy_acts:
        hit.append(f"measures:{key_of(SubjectKind.INSTITUTION, case.party.key)}")
    return tuple(dict.fromkeys(hit))


def _stream(case: CaseState, measure: Measure) -> str:
    party = case.party.key if case.party else ""
    kind = SUBJECTS[measure.kind][1]
    key = measure.target if kind is SubjectKind.DOCTOR else party
    return f"measures:{key_of(kind, key, measure.target)}"


def measures_of(case: CaseState, states: Mapping[str, Any], at: datetime) -> list[Draft]:
    """MeasureImposed for each suspension or termination, PharmacyScored and what it brings about.

    Refuses MEASURE_CONFLICT; the decision then has to be made without that measure.
    """
    handling, party = case.handling, case.party
    if handling is None or party is None:
        return []
    events: list[Draft] = []
    for measure in begun(case):
        kind, subject, term = SUBJECTS[measure.kind]
        state: MeasuresState = states[_stream(case, measure)]
        # A department goes by the institution that it is of; the stream says which one it is.
        person = handling.target_names.get(measure.target, measure.target)
        name = person if subject is SubjectKind.DOCTOR else party.name
        plan = Plan(kind, term, name, handling.reasons, at, measure.months, case_no=case.case_no)
        events += impose(state, plan, at)
    if handling.pharmacy_acts:
        events += _scored(case, party.key, party.name, handling.pharmacy_acts, states, at)
    return events


def _scored(
    case: CaseState,
    key: str,
    name: str,
    acts: tuple[str, ...],
    states: Mapping[str, Any],
    at: datetime,
) -> list[Draft]:
    state: MeasuresState = states[f"measures:{key_of(SubjectKind.INSTITUTION, key)}"]
    ahead = outlook(state, acts, at)
    level = ahead.level
    scored = draft(
        state.stream,
        "PharmacyScored",
        case_no=case.case_no,
        acts=acts,
        points=ahead.after - ahead.before,
        total=ahead.after,
        level=level.zh if level else None,
        subject_name=name,
    )
    if level is None:
        return [scored]
    return [
        scored,
        *impose(state, plan_of(level, name, case.case_no, f"年度累计 {ahead.after} 分", at), at),
    ]
