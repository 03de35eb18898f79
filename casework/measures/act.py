"""Propose, decide, note and lift measures; the beat tells which ran out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from casework.actors import BUREAU, Actor, Role, named
from casework.acts import Act, Ask, draft, required
from casework.cases.place import BASIS, BASIS_EN, division_of
from casework.clocks.beat import beat_only
from casework.clocks.calendars import local_date
from casework.commands.measures import (
    DecideMeasure,
    EndMeasures,
    HearMeasure,
    LiftMeasure,
    MeasureCommand,
    MeasureType,
    NoteMeasure,
    ProposeMeasure,
    ServeMeasure,
    StopSettlement,
    SubjectKind,
)
from casework.documents.catalogue import form_of
from casework.events import Draft, Json
from casework.hands import other_eyes
from casework.measures import bar, talk
from casework.measures.area import area_of
from casework.measures.hear import hear, of_hearing, was_heard
from casework.measures.longest import as_told, longest, own_share
from casework.measures.plan import Plan, fits, impose, next_id
from casework.measures.queue import following
from casework.measures.rows import Term, kinds, term_on
from casework.measures.state import Measured, MeasuresState, key_of, measure_in
from casework.points.parameters import STREAM as PARAMETERS
from casework.points.parameters import BureauState, Setting
from casework.refusal import refuse

DECIDERS = frozenset({Role.SUPERVISOR, Role.HEAD, Role.AGENCY_HEAD})
LIFT_NOTICE: Final = "lift_notice"
PROPOSERS = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})


def stream_of(command: MeasureCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream. Refuses FIELD_REQUIRED without a code, a department's or manager's name."""
    required(subject_key=command.subject_key)
    if command.subject_kind is SubjectKind.DEPARTMENT:
        required(department=command.department)
    if command.subject_kind is SubjectKind.MANAGER:
        required(name=command.department)
    key = key_of(command.subject_kind, command.subject_key, command.department)
    return (f"measures:{key}",)


def of_place(command: MeasureCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream, and the bureau's own area: who is outside of it has no agreement here."""
    return (*stream_of(command, actor, states), PARAMETERS)


def of_proposal(
    command: ProposeMeasure, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The same, and the case that a bar from managing rests on."""
    return (*of_place(command, actor, states), *bar.stream_of_case(command.case_no))


def of_decision(command: DecideMeasure, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream, the bureau's own area and, once it is known, the case of a proposed bar."""
    own = of_place(command, actor, states)
    return (*own, *case_behind(command, states.get(own[0])))


def case_behind(command: DecideMeasure | ServeMeasure, state: Any) -> tuple[str, ...]:
    """The case of a measure, once its subject's `state` is known."""
    one = state.measure(command.measure_id) if isinstance(state, MeasuresState) else None
    return bar.stream_of_case((one.case_no or "") if one else "")


def _own_county(ask: Ask[Any, MeasuresState]) -> None:
    """Refuses OUTSIDE_MEASURE for an institution outside of the own area of today, and its departments."""
    key = ask.state.subject_key
    bureau: BureauState = ask.states[PARAMETERS]
    own, area = bureau.value("own_area", local_date(ask.at)), division_of(key)
    if own and area is not None and not area.startswith(own):
        raise refuse("OUTSIDE_MEASURE", area=area, basis=BASIS, basis_en=BASIS_EN)


def propose(ask: Ask[ProposeMeasure, MeasuresState]) -> list[Draft]:
    """MeasureProposed: subject, kind, ground and duration go together."""
    c, state = ask.command, ask.state
    required(name=c.subject_name, reasons=c.reasons, document_no=c.document_no)
    term = term_on(c.term, local_date(c.starts_at or ask.at))
    _here(term)
    _own_county(ask)
    # Where the law leaves no choice nobody has to know the number.
    fixed = term.min_months if term.min_months == term.max_months else 0
    months = c.months or (0 if c.ends_at else fixed)
    own = longest(term, ask.states, ask.at)
    share = own_share(term, ask.states[PARAMETERS], local_date(ask.at))
    plan = _plan(c, term.kind, months, ask.at, own)
    fits(replace(plan, share=share[0] if share else 0), c.subject_kind)
    told = bar.grounds(c, state, term, ask.states, ask.at)
    if term.of_handling:
        told |= talk.handling_of(ask)
    return [
        draft(
            state.stream,
            "MeasureProposed",
            measure_id=next_id(state),
            kind=term.kind,
            title=kinds()[term.kind].zh,
            term=c.term,
            basis=term.basis,
            subject_name=c.subject_name,
            area=area_of(c.area),
            months=months,
            starts_at=c.starts_at,
            ends_at=c.ends_at,
            document_no=c.document_no,
            reasons=c.reasons,
            **as_told(own, share),
            **told,
        )
    ]


def _here(term: Term) -> None:
    """Refuse what only the decision of a case imposes, with its notice and hearing: a penalty, a handling."""
    if term.penal:
        raise refuse("PENAL_MEASURE", term=term.zh, term_en=term.en)
    if term.handled:
        raise refuse("HANDLED_MEASURE", term=term.zh, term_en=term.en)


def _plan(
    c: ProposeMeasure, kind: MeasureType, months: int, at: datetime, own: Setting | None
) -> Plan:
    starts, most = c.starts_at or at, int(own.value) if own else 0
    return Plan(kind, c.term, c.subject_name, c.reasons, starts, months, c.ends_at, most=most)


def decide(ask: Ask[DecideMeasure, MeasuresState]) -> list[Draft]:
    """MeasureDecided, or MeasureRefused with reasons; of a bar BarDecided in its case, with which it falls.

    It must be possible now, and begins with the service of its notice.
    """
    c, state = ask.command, ask.state
    one = measure_in(state, c.measure_id)
    if one.decided_at is not None:
        raise refuse("ALREADY_DONE")
    if one.row.personal != isinstance(c, StopSettlement):
        raise refuse("HEAD_ALONE", act=one.row.zh, act_en=one.row.en)
    may_decide(one, ask.actor)
    other_eyes(ask.actor, (one.by,), "提出与决定措施", "deciding the measure")
    if not c.approve:
        required(reasons=c.reasons)
        data = {"measure_id": c.measure_id, "reasons": c.reasons}
        return [draft(state.stream, "MeasureRefused", **data)]
    _own_county(ask)
    # One that was proposed before this was asked is refused, too.
    _here(one.ground)
    was_heard(one)
    begun(ask, one, ask.at)
    data = {"measure_id": one.measure_id, "title": one.row.zh, "reasons": c.reasons}
    return [draft(state.stream, "MeasureDecided", **data), *_in_case(ask, one, "BarDecided")]


def begun(ask: Ask[Any, MeasuresState], one: Measured, since: datetime) -> list[Draft]:
    """MeasureImposed from a moment on, or from later where its proposal asked for that; what goes with it."""
    plan = Plan(
        kind=one.kind,
        term=one.term,
        subject_name=ask.state.name,
        reasons=one.reasons,
        starts_at=max(one.starts_at or since, since),
        months=one.months,
        ends_at=one.ends_at,
        area=one.area,
        case_no=one.case_no,
        document_no=one.document_no,
        measure_id=one.measure_id,
        most=one.most,
        share=one.share,
    )
    return [*impose(ask.state, plan, ask.at), *_in_case(ask, one, "ManagerBarred")]


def _in_case(ask: Ask[Any, MeasuresState], one: Measured, kind: str) -> list[Draft]:
    """What the case that a bar rests on is told of it: it stands, rests and falls with its decision."""
    if one.kind is not MeasureType.BAR_MANAGER or one.case_no is None:
        return []
    state, case = ask.state, ask.states[f"case:{one.case_no}"]
    bar.stands(case, state)
    data = {"measure_id": one.measure_id, "title": one.row.zh, "name": state.department}
    return [draft(case.stream, kind, **data, measured=[state.stream])]


def may_decide(one: Measured, actor: Actor) -> None:
    """Who decides is a matter of the kind; a personal one is never signed by delegation."""
    if one.row.personal and (actor.principal is not None or not actor.holds(Role.HEAD)):
        raise refuse("HEAD_ALONE", act=one.row.zh, act_en=one.row.en)
    if not actor.holds(*one.deciders):
        raise refuse("ROLE_REQUIRED", **named(one.deciders), act="DecideMeasure")


def note(ask: Ask[NoteMeasure, MeasuresState]) -> list[Draft]:
    """MeasureNoted."""
    c = ask.command
    required(text=c.text)
    one = measure_in(ask.state, c.measure_id)
    data = {"measure_id": one.measure_id, "text": c.text}
    return [draft(ask.state.stream, "MeasureNoted", **data)]


def lift(ask: Ask[LiftMeasure, MeasuresState]) -> list[Draft]:
    """MeasureLifted now, by somebody who may decide the kind; a penalty on a paper, by the head.

    It holds no more from now on, and the notice of that is served. One whose own notice was not served
    yet is taken back, and never holds.
    """
    c, state = ask.command, ask.state
    required(reasons=c.reasons)
    one = measure_in(state, c.measure_id)
    if not (one.runs_after(ask.at) or one.waiting):
        raise refuse("ALREADY_DONE")
    row, number = one.ground, c.document_no.strip()
    if row.penal and not (ask.actor.holds(Role.HEAD) and number):
        raise refuse("PENALTY_STANDS", term=row.zh, term_en=row.en)
    may_decide(one, ask.actor)
    more = {"document_no": number} if number else {}
    told = not one.waiting and one.kind.value in form_of(LIFT_NOTICE).kinds
    gone = lifted(state, one, ask.at, c.reasons, **more, **({"to_serve": True} if told else {}))
    return [gone, *following(state, [gone], ask.at, c.reasons)]


def lifted(state: MeasuresState, one: Measured, at: datetime, reasons: str, **more: Json) -> Draft:
    """The event of a measure that ends before its time; one that had not begun never holds."""
    # What waits for its service has no beginning yet, only one that was asked for.
    moment = max(at, one.starts_at) if one.starts_at and not one.waiting else at
    data = {"measure_id": one.measure_id, "lifted_at": moment, "reasons": reasons, **more}
    return draft(state.stream, "MeasureLifted", **data)


def fall(
    state: MeasuresState, case_no: str, at: datetime, reasons: str, *, penal: bool
) -> list[Draft]:
    """What rests on a case's decision falls with it.

    `penal`: it was a penalty's. What the agency imposed in the same case under the agreement, before
    it became a penalty case, rests on another decision and runs on; and the other way round.
    """
    own = [m for m in state.measures if m.case_no == case_no and m.penal == penal]
    ids = {one.measure_id for one in own}
    return [
        *(lifted(state, one, at, reasons) for one in own if one.runs_after(at) or one.waiting),
        # What another's had absorbed does not come back either, should that fall later.
        *(_gone(state, one, reasons) for one in own if one.absorbed and one.absorbed_by not in ids),
    ]


def _gone(state: MeasuresState, one: Measured, reasons: str) -> Draft:
    data = {"measure_id": one.measure_id, "lifted_at": one.lifted_at, "reasons": reasons}
    return draft(state.stream, "MeasureLifted", **data)


def end(ask: Ask[EndMeasures, MeasuresState]) -> list[Draft]:
    """MeasureExpired for each that ran out, and MeasureEnded in the case that it came from.

    MeasureWarned for each that soon will. MeasureMoved for what waits behind one that rests and would begin
    before it, or whose end moved without a word of it.
    """
    events = []
    for one in ask.state.ended(ask.at):
        data = {"measure_id": one.measure_id, "title": one.row.zh, "ended_at": one.ends_at}
        events.append(draft(ask.state.stream, "MeasureExpired", **data))
        if one.case_no:
            subject = {"subject": ask.state.key, "name": ask.state.name}
            events.append(draft(f"case:{one.case_no}", "MeasureEnded", **data, **subject))
    for one in ask.state.ending(ask.at):
        told = {"measure_id": one.measure_id, "title": one.row.zh, "due": one.ends_at}
        events.append(draft(ask.state.stream, "MeasureWarned", **told))
    reasons = "在先措施的截止时间变动"
    return [*events, *following(ask.state, events, ask.at, reasons)]


def of_end(command: EndMeasures, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream, and the cases of its measures once they are known."""
    state = states.get(command.stream)
    if not isinstance(state, MeasuresState):
        return (command.stream,)
    cases = (f"case:{m.case_no}" for m in state.measures if m.case_no and not m.said)
    return (command.stream, *cases)


PROPOSE = Act(
    ProposeMeasure, "提出措施", "propose a measure", PROPOSERS, of_proposal, propose, creates=None,
    rank=60,
)  # fmt: skip
ACTS = (
    PROPOSE,
    Act(DecideMeasure, "决定措施", "decide a measure", DECIDERS, of_decision, decide, rank=10),
    Act(
        StopSettlement, "批准暂停结算", "stop settlement for refusal", frozenset({Role.HEAD}),
        of_place, decide, rank=9,
    ),
    Act(
        HearMeasure, "记录告知与陈述申辩", "record the notice and the statement", PROPOSERS, of_hearing, hear,
        rank=15,
    ),
    Act(NoteMeasure, "记录措施执行", "note on a measure", BUREAU, stream_of, note, rank=80),
    Act(LiftMeasure, "提前解除措施", "lift a measure", DECIDERS, stream_of, lift, rank=70),
    Act(
        EndMeasures, "措施到期", "measures ran out", frozenset(), of_end, end,
        guards=(beat_only,), offered=False,
    ),
)  # fmt: skip
