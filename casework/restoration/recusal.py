"""Recusal in the chain of a restoration: by one's own word, or asked for and decided by the head.

Whoever is asked to withdraw does nothing on the application until the head has decided; the head
himself does not decide about himself, nor on what he asked for: another head does.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from casework.accounts.state import AccountState
from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.restoration import (
    DecideRestorationRecusal,
    RecuseFromRestoration,
    RequestRestorationRecusal,
)
from casework.events import Draft
from casework.hands import Hand, hand_json, other_eyes
from casework.points.object import own_file
from casework.points.record import file_stream
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.approve import own_body, own_secretary
from casework.restoration.eyes import unrelated
from casework.restoration.state import ENDED, Body, Step

#: Who acts for which body of the chain.
BODY_ROLES: Final = {
    Body.PARTY: Role.PARTY_SECRETARY,
    Body.CENTRE: Role.SUPERVISOR,
    Body.BUREAU: Role.HEAD,
    Body.AGENCY: Role.AGENCY_OFFICER,
}
BODY_NAMES: Final = {
    Body.PARTY: ("医院党组织", "party organisation"),
    Body.CENTRE: ("基金监管中心", "supervision centre"),
    Body.BUREAU: ("县医保局", "bureau"),
    Body.AGENCY: ("医保经办机构", "agency"),
}
BUREAU_SIDE: Final = frozenset({Role.SUPERVISOR, Role.HEAD, Role.AGENCY_OFFICER})


def of_request(
    command: RequestRestorationRecusal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file, and the account of the person who is to withdraw."""
    return (f"points:{command.prac_psn_code}", f"account:{command.decider}")


def recuse(ask: Ask[RecuseFromRestoration, PointsState]) -> list[Draft]:
    """RestorationRecused: from now on another officer of the body acts."""
    required(relation=ask.command.relation)
    return [draft(ask.state.stream, "RestorationRecused", relation=ask.command.relation)]


def request(ask: Ask[RequestRestorationRecusal, PointsState]) -> list[Draft]:
    """RestorationRecusalRequested for somebody of the three bodies or the agency, which halts, resumes, registers."""
    c, file = ask.command, ask.state
    required(reason=c.reason)
    account: AccountState = ask.states[f"account:{c.decider}"]
    body = body_of(file, account)
    if body is None:
        raise refuse(
            "NOT_FOUND",
            what=f"审批（经办）人员 {c.decider[:40]}",
            what_en=f"approver or agency officer {c.decider[:40]}",
        )
    officer = Hand(account.login, account.person, account.name)
    if officer.is_actor(ask.actor):
        raise refuse("OWN_RECUSAL")
    application = file.restoration
    earlier = application.recusals if application else ()
    gone = [hand for hand, _ in application.recused] if application else []
    # A request that was refused is not made again on the same ground.
    again = any(
        one.officer.same(officer) and (one.granted is None or one.ground == c.ground)
        for one in earlier
    )
    if again or any(hand.same(officer) for hand in gone):
        raise refuse("ALREADY_DONE")
    return [
        draft(
            file.stream,
            "RestorationRecusalRequested",
            recusal_id=f"B{len(earlier) + 1}",
            officer=hand_json(officer),
            body=body,
            ground=c.ground,
            reason=c.reason,
        )
    ]


def body_of(file: PointsState, account: AccountState) -> Body | None:
    """For which body an account would act on the file; None for none."""
    if account.disabled:
        return None
    for body, role in BODY_ROLES.items():
        if role not in account.roles:
            continue
        if body is not Body.PARTY or account.fixmedins_code in file.party_bodies:
            return body
    return None


def decide(ask: Ask[DecideRestorationRecusal, PointsState]) -> list[Draft]:
    """RestorationRecusalDecided; a granted one keeps the person from the application for good."""
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    application = file.restoration
    found = next(
        (r for r in (application.recusals if application else ()) if r.recusal_id == c.recusal_id),
        None,
    )
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"回避申请 {c.recusal_id[:40]}",
            what_en=f"request for recusal {c.recusal_id[:40]}",
        )
    if found.granted is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (found.by, found.officer), "申请与决定回避", "deciding a recusal")
    data = {"recusal_id": c.recusal_id, "approve": c.approve, "reasons": c.reasons}
    return [draft(file.stream, "RestorationRecusalDecided", **data)]


def _not_recused(file: PointsState, actor: Actor, at: datetime) -> None:
    application = file.restoration
    if application and any(hand.is_actor(actor) for hand, _ in application.recused):
        raise refuse("ALREADY_DONE")


def _takes_part(file: PointsState, actor: Actor, at: datetime) -> None:
    """The applicant, his institution's office, the party organisation, the bureau or the agency."""
    if actor.holds(*BUREAU_SIDE):
        return
    if actor.holds(Role.PARTY_SECRETARY):
        own_secretary(file, actor, at)
    else:
        own_file(file, actor, at)


def _decidable(file: PointsState, actor: Actor, at: datetime) -> None:
    """A request waits that is neither about this head nor his own."""
    application = file.restoration
    waiting = [r for r in application.recusals if r.granted is None] if application else []
    if not waiting:
        raise refuse("STEP_MISSING", step="回避申请", step_en="a request for recusal")
    if all(r.by.is_actor(actor) or r.officer.is_actor(actor) for r in waiting):
        hands = (hand for r in waiting for hand in (r.by, r.officer))
        other_eyes(actor, hands, "申请与决定回避", "deciding a recusal")


#: As long as the application is open somebody may still act on it.
OPEN: Final = frozenset(step.value for step in Step if step not in ENDED)
ACTS = (
    Act(
        RecuseFromRestoration, "申明回避", "withdraw as related",
        frozenset({Role.PARTY_SECRETARY, *BUREAU_SIDE}), file_stream, recuse, OPEN,
        (own_body, _not_recused), rank=88,
    ),
    Act(
        RequestRestorationRecusal, "申请审批（经办）人员回避", "ask that an approver or agency officer withdraw",
        frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY, *BUREAU_SIDE}),
        of_request, request, OPEN, (_takes_part,), rank=89,
    ),
    Act(
        DecideRestorationRecusal, "决定审批（经办）人员回避", "decide on the recusal of an approver or agency officer",
        frozenset({Role.HEAD}), file_stream, decide, OPEN, (unrelated, _decidable), rank=6,
    ),
)  # fmt: skip
