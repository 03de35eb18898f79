"""What a decided handling imposes: suspensions, termination, a pharmacy's points.

With the service of the decision, which has effect with its signed papers: at once then, as the local
table of pharmacies says, too. Handlings of before imposed with the decision, or kept that they wait.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor
from casework.acts import draft
from casework.agreement.names import MEASURES
from casework.agreement.pharmacy import outlook, plan_of
from casework.agreement.table import LEVELS, PACKAGED, Kept, table_of
from casework.cases.state import CaseState, Handling
from casework.cases.streams import case_stream
from casework.clocks.calendars import day_start, local_date
from casework.commands.agreement import (
    DecideHandling,
    Measure,
    MeasureKind,
    ProposeHandling,
    ServeHandling,
)
from casework.commands.case import Ruling
from casework.commands.measures import MeasureType, SubjectKind
from casework.copying import replace
from casework.documents.scans import with_scan
from casework.events import Draft, to_json
from casework.hands import Hand
from casework.lines.streams import of_demand
from casework.measures.area import area_of
from casework.measures.plan import Plan, after, impose
from casework.measures.rows import kinds
from casework.measures.state import MeasuresState, key_of
from casework.refusal import Refusal, refuse

_of_receipt = with_scan(case_stream, "document")

SUBJECTS: dict[MeasureKind, tuple[MeasureType, SubjectKind, str]] = {
    MeasureKind.WITHHOLD_PAYMENT: (
        MeasureType.WITHHOLD_PAYMENT, SubjectKind.INSTITUTION, "tiaoli-13-payment",
    ),
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


def of_propose(
    command: ProposeHandling, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """What a demand looks at and, once the case is known, the streams of whom its measures would hit."""
    own = of_demand(command, actor, states)
    case = states.get(own[0])
    if not isinstance(case, CaseState):
        return own
    return tuple(dict.fromkeys((*own, *subjects(if_proposed(case, command, actor)))))


def if_proposed(
    case: CaseState, command: ProposeHandling, actor: Actor, most: int = 0, tables: Kept = PACKAGED
) -> CaseState:
    """The case with the handling of the command: what its measures would meet is told with the proposal."""
    handling = Handling(
        Hand(actor.account, actor.person, actor.name),
        command.measures,
        command.reasons,
        tuple(command.pharmacy_acts),
        target_names=dict(command.target_names),
        most_months=most,
        pharmacy_tables=tables,
    )
    return replace(case, handling=handling)


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


def hit(imposed: Iterable[Draft]) -> list[str]:
    """Streams that measures are imposed on, each once."""
    return list(dict.fromkeys(stream for stream, _, _ in imposed))


def of_service(command: ServeHandling, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the scan of its receipt and, where measures wait for the service, whom they hit."""
    own: tuple[str, ...] = _of_receipt(command, actor, states)
    case = states.get(own[0])
    return (*own, *(subjects(case) if isinstance(case, CaseState) and waiting(case) else ()))


def waiting(case: CaseState) -> bool:
    """Whether the service of the decision begins its measures."""
    return case.decision is not None and case.decision.measures_wait and not case.annulled


def begin(case: CaseState, served_on: date, states: Mapping[str, Any], at: datetime) -> list[Draft]:
    """PharmacyScored, and MeasureImposed from the day of service on, never before the decision.

    What the institution is under by another decision since then needs nothing more: a service that
    happened is recorded whatever stands.
    """
    decision = case.decision
    if decision is None or not waiting(case):
        return []
    starts = max(day_start(served_on), decision.at)
    # A decision of before its papers gave it effect scored by itself.
    scored, points = _scored(case, states, starts) if decision.seq else ([], [])
    # Its service comes nearer to an end that is fixed, and may come after it: then nothing begins.
    hits = [
        (stream, replace(plan, starts_at=starts))
        for stream, plan in _hits(case, at, judged=True)
        if plan.ends_at is None or plan.ends_at > starts
    ]
    return [*scored, *_imposed([*hits, *points], states, at, lenient=True)]


def lapsed(case: CaseState, imposed: Iterable[Draft]) -> list[str]:
    """Whom or what suspensions were to hit that did not begin with the service, before their fixed end.

    It was over by then, or what runs already outlasts it.
    """
    began = {
        (stream, data["ends_at"]) for stream, kind, data in imposed if kind == "MeasureImposed"
    }
    return [
        " ".join(filter(None, (MEASURES[one.kind][0], one.target)))
        for one in (begun(case) if waiting(case) else ())
        if one.ends_at is not None and (_stream(case, one), to_json(one.ends_at)) not in began
    ]


def measures_of(
    case: CaseState, states: Mapping[str, Any], at: datetime, *, judged: bool = False
) -> list[Draft]:
    """What would begin if it were served now: PharmacyScored, MeasureImposed, MeasureLifted for what is absorbed.

    Each meets what those before it in the same handling began, the lightest first: a termination
    absorbs the suspension beside it, two suspensions of one subject follow each other. Refuses
    MEASURE_CONFLICT and SUSPENSION_STANDS; the handling then has to do without that measure. `judged`: that a
    fixed end is within the band was asked with the proposal, from whose day on it only comes nearer.
    """
    not_again(case, begun(case), states)
    scored, points = _scored(case, states, at)
    return [*scored, *_imposed([*_hits(case, at, judged=judged), *points], states, at)]


def _imposed(
    hits: list[tuple[str, Plan]], states: Mapping[str, Any], at: datetime, *, lenient: bool = False
) -> list[Draft]:
    """Each meets what those before it began; `lenient`: what cannot stand beside another stays out."""
    hits.sort(key=lambda hit: kinds()[hit[1].kind].severity)
    now: dict[str, MeasuresState] = dict(states)
    events: list[Draft] = []
    for stream, plan in hits:
        try:
            begins = impose(now[stream], plan, at)
        except Refusal as refusal:
            if not lenient or refusal.code != "MEASURE_CONFLICT":
                raise
            continue
        now[stream] = after(now[stream], begins, at)
        events += begins
    return events


def _hits(case: CaseState, at: datetime, *, judged: bool = False) -> list[tuple[str, Plan]]:
    """The stream and plan of each suspension or termination that the handling names."""
    handling, party = case.handling, case.party
    if handling is None or party is None:
        return []
    hits = []
    for measure in begun(case):
        kind, subject, term = SUBJECTS[measure.kind]
        # A department goes by the institution that it is of; the stream says which one it is.
        person = handling.target_names.get(measure.target, measure.target)
        name = person if subject is SubjectKind.DOCTOR else party.name
        plan = Plan(
            kind, term, name, handling.reasons, at, measure.months, measure.ends_at,
            area_of(measure.area), case.case_no, most=handling.most_months,
            judged=judged and measure.ends_at is not None, fixed_end=measure.ends_at is not None,
        )  # fmt: skip
        hits.append((_stream(case, measure), plan))
    return hits


def not_again(case: CaseState, measures: Iterable[Measure], states: Mapping[str, Any]) -> None:
    """A case suspends once: what an earlier handling of it imposed runs on through a conversion.

    Refuses SUSPENSION_STANDS, served or not; what was lifted, or fell with its decision, may be anew.
    """
    for measure in measures:
        state = states.get(_stream(case, measure)) if measure.kind in SUBJECTS else None
        term = SUBJECTS[measure.kind][2] if measure.kind in SUBJECTS else ""
        for one in state.measures if isinstance(state, MeasuresState) else ():
            lifted = one.lifted_at is not None and not one.absorbed
            if (one.case_no, one.term) == (case.case_no, term) and one.imposed and not lifted:
                raise refuse(
                    "SUSPENSION_STANDS", measure=f"{one.row.zh}（{one.measure_id}）",
                    measure_en=f"{one.row.en} ({one.measure_id})",
                )  # fmt: skip


def _scored(
    case: CaseState, states: Mapping[str, Any], at: datetime
) -> tuple[list[Draft], list[tuple[str, Plan]]]:
    """PharmacyScored of that day, and the plan of the level that its year's total newly reaches.

    By the tables of the day on which the handling was proposed.
    """
    handling, party = case.handling, case.party
    if handling is None or party is None or not handling.pharmacy_acts:
        return [], []
    state: MeasuresState = states[f"measures:{key_of(SubjectKind.INSTITUTION, party.key)}"]
    kept, today = handling.pharmacy_tables, local_date(at)
    ahead = outlook(state, handling.pharmacy_acts, table_of(kept, today), at)
    level = ahead.level
    scored = draft(
        state.stream,
        "PharmacyScored",
        case_no=case.case_no,
        acts=handling.pharmacy_acts,
        points=ahead.after - ahead.before,
        total=ahead.after,
        level=level.zh if level else None,
        subject_name=party.name,
        counts_on=today,
        **({"pharmacy_tables": {LEVELS: kept[LEVELS]}} if LEVELS in kept else {}),
    )
    if level is None:
        return [scored], []
    plan = plan_of(level, party.name, case.case_no, f"年度累计 {ahead.after} 分", at)
    return [scored], [(state.stream, plan)]
