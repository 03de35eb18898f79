"""Whose inspection it is: other officers, a recusal, and calling it off."""

from datetime import datetime
from typing import Final

from casework.actors import AGENCY, Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.assign import chosen
from casework.cases.guards import not_officer
from casework.cases.leaders import LEADERS
from casework.cases.recuse import asked_of, decision_on, not_withdrawn, sits, waits
from casework.cases.ties import (
    acting,
    asked_himself,
    checked,
    not_compared,
    own_answer,
    suggested,
)
from casework.commands.inspection import (
    AnswerInspectorRecusal,
    CancelInspection,
    ChangeInspectors,
    CheckInspectorTies,
    DecideInspectorRecusal,
    RequestInspectorRecusal,
)
from casework.events import Draft
from casework.hands import hand_from, other_eyes
from casework.inspection.inspect import of_office
from casework.inspection.state import OPEN, InspectionState, Step
from casework.inspection.streams import (
    inspection_stream,
    of_acting,
    of_asked,
    of_members,
    of_officers,
)
from casework.refusal import refuse
from casework.wording import Both

#: Who may be asked to withdraw from an inspection, in words.
OF_INSPECTION: Final = Both("本次检查人员或者机关负责人", "officer of this inspection, or head,")
LEADS: Final = frozenset({Role.SUPERVISOR, Role.HEAD})
#: Who leads what the agency inspects under its agreement.
AGENCYS: Final = frozenset({Role.AGENCY_HEAD})


def change(ask: Ask[ChangeInspectors, InspectionState]) -> list[Draft]:
    """InspectionOfficersChanged; who withdrew by decision is not named again.

    InspectionRecusalRequested for each tie, of those now named or who acts by role, not asked about before.
    """
    c, state = ask.command, ask.state
    required(reason=c.reason)
    officers = chosen(c.officers, ask.states, state.recusals, of_office(state.of_agency))
    now = {(one.hand.person, one.certificate_no) for one in state.officers}
    if {(one["person"], one["certificate_no"]) for one in officers} == now:
        raise refuse("ALREADY_DONE")
    hands = [hand_from(one) for one in officers]
    told = {"officers": officers, "reason": c.reason, **not_compared(hands, c.undeclared)}
    others = acting(c.acting, ask.states, hands)
    asked = suggested(state, hands, c.ties, "InspectionRecusalRequested", others)
    return [draft(state.stream, "InspectionOfficersChanged", **told), *asked]


def check(ask: Ask[CheckInspectorTies, InspectionState]) -> list[Draft]:
    """InspectionTiesChecked, and a question for each new tie: what was declared since is compared now."""
    hands = tuple(one.hand for one in ask.state.officers)
    return checked(ask, hands, "InspectionTiesChecked", "InspectionRecusalRequested")


def request(ask: Ask[RequestInspectorRecusal, InspectionState]) -> list[Draft]:
    """InspectionRecusalRequested for an officer of it, or a head."""
    hands = [one.hand for one in ask.state.officers]
    told = asked_of(ask, hands, OF_INSPECTION)
    return [draft(ask.state.stream, "InspectionRecusalRequested", **told)]


def answer(ask: Ask[AnswerInspectorRecusal, InspectionState]) -> list[Draft]:
    """InspectionRecusalAnswered: he withdraws, or need not; then it is decided."""
    return [draft(ask.state.stream, "InspectionRecusalAnswered", **own_answer(ask))]


def decide(ask: Ask[DecideInspectorRecusal, InspectionState]) -> list[Draft]:
    """InspectionRecusalDecided; a granted one takes the officer off."""
    return [draft(ask.state.stream, "InspectionRecusalDecided", **decision_on(ask))]


def cancel(ask: Ask[CancelInspection, InspectionState]) -> list[Draft]:
    """InspectionCancelled; once on site the institution is told by a notice with a number."""
    c, state = ask.command, ask.state
    required(reason=c.reason)
    if state.stage is Step.ON_SITE:
        required(document_no=c.document_no)
    told = {"reason": c.reason, "document_no": c.document_no.strip()}
    return [draft(state.stream, "InspectionCancelled", **told)]


def own_question_settled(state: InspectionState, actor: Actor, at: datetime) -> None:
    """Whoever acts by his role does nothing here while it is open whether he has to withdraw (处罚法 43)."""
    if any(r.by_role and r.officer.is_actor(actor) for r in state.asked):
        raise refuse(
            "STEP_MISSING", step="决定对您的回避申请", step_en="deciding whether you withdraw"
        )


def leads_of(state: InspectionState) -> frozenset[Role]:
    """Who names its officers anew and calls it off: the centre's or the bureau's head, or the agency's."""
    return AGENCYS if state.of_agency else LEADS


def _leads(state: InspectionState, actor: Actor, at: datetime) -> None:
    if not actor.holds(*leads_of(state)):
        raise role_required(leads_of(state), ChangeInspectors.__name__)


def _of_its_office(state: InspectionState, actor: Actor, at: datetime) -> None:
    """The agency's people ask and answer in what the agency inspects, and in nothing of the bureau's."""
    bureau = frozenset({Role.INSPECTOR, *LEADERS})
    if not state.of_agency and not actor.holds(*bureau):
        raise role_required(bureau, RequestInspectorRecusal.__name__)


def _may_cancel(state: InspectionState, actor: Actor, at: datetime) -> None:
    """Before it begins whoever planned it may; on site a leader; with a paper the head alone."""
    leads = leads_of(state)
    if state.papers:
        head = frozenset({Role.HEAD}) if not state.of_agency else leads
        if not actor.holds(*head):
            raise role_required(head, CancelInspection.__name__)
        other_eyes(actor, state.ever_officers, "检查与撤销检查", "calling the inspection off")
        return
    if state.stage is Step.ON_SITE and not actor.holds(*leads):
        raise role_required(leads, CancelInspection.__name__)
    mine = state.planned_by is not None and state.planned_by.is_actor(actor)
    if not mine and not actor.holds(*leads):
        raise refuse("NOT_YOURS")


ACTS = (
    Act(
        ChangeInspectors, "变更检查人员", "change the officers", LEADS | AGENCYS, of_officers, change, OPEN,
        (_leads, not_withdrawn, own_question_settled), rank=20, leads=lambda state: len({one.hand.person for one in state.officers}) < 2,
    ),
    Act(
        CheckInspectorTies, "核查检查人员回避关系", "check the officers for ties",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.HEAD, *AGENCY, *AGENCYS}), of_acting,
        check, OPEN, (_of_its_office,), rank=74,
    ),
    Act(
        RequestInspectorRecusal, "申请检查人员回避", "ask for an officer's recusal",
        frozenset({Role.INSPECTOR, *AGENCY, *LEADERS}), of_asked, request, OPEN,
        (_of_its_office,), rank=73,
    ),
    Act(
        AnswerInspectorRecusal, "回应检查回避事项", "answer a question of recusal",
        frozenset({Role.INSPECTOR, *AGENCY, *LEADERS}), inspection_stream, answer, OPEN,
        (_of_its_office, asked_himself), rank=7,
        leads=lambda state: any(not one.answer for one in state.asked),
    ),
    Act(
        DecideInspectorRecusal, "决定检查人员回避", "decide on a recusal",
        frozenset({Role.HEAD}), of_members, decide, OPEN,
        (not_withdrawn, waits, not_officer("检查与决定回避", "deciding a recusal")), rank=6,
        instead=LEADERS - {Role.HEAD}, sits=sits,
    ),
    Act(
        CancelInspection, "撤销检查", "call the inspection off",
        frozenset({Role.INSPECTOR, *AGENCY, *LEADS}), inspection_stream, cancel, OPEN,
        (not_withdrawn, own_question_settled, _may_cancel), rank=85,
    ),
)  # fmt: skip
