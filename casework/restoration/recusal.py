"""Recusal in the chain of a restoration: by one's own word, or asked for and decided by the head.

Whoever is asked to withdraw does nothing on the application until it is decided. Of a head, who withdraws
by himself or is asked to, the leaders decide together without him, as in a case (局令4 第五条, ADR 77), and
name who decides on the application in his place.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from casework.accounts.state import AccountState
from casework.actors import PRINCIPALS, Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.leaders import LEADERS, gathered, member_roles
from casework.cases.recuse import discussed_on, without
from casework.commands.case import RecusalGround
from casework.commands.restoration import (
    DecideRestorationRecusal,
    RecuseFromRestoration,
    RequestRestorationRecusal,
)
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.hands import Hand, hand_json, other_eyes, unfit
from casework.law.own import figure
from casework.points.object import own_file
from casework.points.parameters import STREAM
from casework.points.record import file_stream
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.approve import own_body, own_secretary
from casework.restoration.eyes import named_instead, unrelated
from casework.restoration.state import ENDED, AskedRecusal, Body, Step

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


def of_decision(
    command: DecideRestorationRecusal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file; of a head who discussed it, who stands in, and how many the bureau asks for."""
    named = (*command.members, *([command.stand_in] if command.stand_in else []))
    accounts = (f"account:{login}" for login in dict.fromkeys(named))
    return (f"points:{command.prac_psn_code}", *accounts, STREAM)


def recuse(ask: Ask[RecuseFromRestoration, PointsState]) -> list[Draft]:
    """RestorationRecused: another officer of the body acts; a head's own wish waits for the leaders."""
    required(relation=ask.command.relation)
    actor, file = ask.actor, ask.state
    if Role.HEAD in actor.roles or named_instead(file, actor):
        wish = Hand(actor.account, actor.person, actor.name)
        return [_asked(file, wish, Body.BUREAU, RecusalGround.RELATION, ask.command.relation)]
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
    return [_asked(file, officer, body, c.ground, c.reason, of_head=Role.HEAD in account.roles)]


def _asked(
    file: PointsState, officer: Hand, body: Body, ground: RecusalGround, why: str, *,
    of_head: bool = True,
) -> Draft:  # fmt: skip
    earlier = file.restoration.recusals if file.restoration else ()
    return draft(
        file.stream,
        "RestorationRecusalRequested",
        recusal_id=f"B{len(earlier) + 1}",
        officer=hand_json(officer),
        body=body,
        ground=ground,
        reason=why,
        of_head=of_head or body is Body.BUREAU,
    )


def body_of(file: PointsState, account: AccountState) -> Body | None:
    """For which body an account would act on the file; None for none."""
    if account.disabled:
        return None
    named = file.restoration.decider if file.restoration else None
    if named is not None and named.account == account.login:
        return Body.BUREAU
    for body, role in BODY_ROLES.items():
        if role not in account.roles:
            continue
        if body is not Body.PARTY or account.fixmedins_code in file.party_bodies:
            return body
    return None


def decide(ask: Ask[DecideRestorationRecusal, PointsState]) -> list[Draft]:
    """RestorationRecusalDecided; a granted one keeps the person from the application for good.

    Refuses NOT_FOUND, ALREADY_DONE, ROLE_REQUIRED, FOUR_EYES, and of a head as `_together`.
    """
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
    told: dict[str, object] = {}
    if found.of_head:
        told = _together(ask, found)
    elif not (Role.HEAD in ask.actor.roles or named_instead(file, ask.actor)):
        raise role_required(frozenset({Role.HEAD}), "决定审批（经办）人员回避")
    data = {
        "recusal_id": c.recusal_id,
        "approve": c.approve,
        "reasons": c.reasons,
        **told,
        **ON_FORM,
    }
    return [draft(file.stream, "RestorationRecusalDecided", **data)]


def _together(
    ask: Ask[DecideRestorationRecusal, PointsState], asked: AskedRecusal
) -> dict[str, object]:
    """What the leaders said of a head, and whom they named where he withdraws.

    Refuses FIELD_REQUIRED, DATE_ORDER, ACCOUNT_UNFIT, TOO_FEW_MEMBERS.
    """
    c, states = ask.command, ask.states
    held_on = discussed_on(c, asked.on, ask.at)
    need = int(figure(states, "recusal_members", ask.at).value)
    accounts = [states[f"account:{login}"] for login in c.members]
    hands = gathered(accounts, need, member_roles(states, ask.at))
    without(asked.officer, hands)
    for hand in hands:
        _uninvolved(ask.state, hand)
    told = {"members": [hand_json(one) for one in hands], "held_on": held_on, "record": c.record}
    return {**told, **(_in_his_place(ask, asked) if c.approve else {})}


def _in_his_place(
    ask: Ask[DecideRestorationRecusal, PointsState], asked: AskedRecusal
) -> dict[str, object]:
    """Another head or a deputy who has had no hand in the application: so it never stands still."""
    if not ask.command.stand_in:
        raise refuse(
            "FIELD_REQUIRED",
            field="由谁代为审批（其他主要负责人或者分管负责人，由集体讨论确定）",
            field_en="who decides in his place (another head or a deputy, named by the leaders)",
        )
    account: AccountState = ask.states[f"account:{ask.command.stand_in}"]
    account.must_hold(*PRINCIPALS)
    hand = Hand(account.login, account.person, account.name)
    without(asked.officer, (hand,))
    _uninvolved(ask.state, hand)
    application = ask.state.restoration
    if application and any(hand.same(other) for _, other in application.hands):
        raise unfit(
            hand.name,
            hand.account,
            "已办理本申请的其他环节",
            "he did another step of this application",
        )
    return {"decider": hand_json(hand)}


def _uninvolved(file: PointsState, hand: Hand) -> None:
    """Neither the applicant nor withdrawn or asked to. Refuses ACCOUNT_UNFIT."""
    application = file.restoration
    if application is None:
        return
    gone = [one for one, _ in application.recused]
    open_ones = [r.officer for r in application.recusals if r.granted is None]
    if any(hand.same(other) for other in (application.applied_by, *gone, *open_ones)):
        raise unfit(
            hand.name,
            hand.account,
            "系申请人，或者已被要求回避",
            "he is the applicant, or was asked to withdraw",
        )


def _sits(file: PointsState, actor: Actor) -> bool:
    """A leader where a head is asked to withdraw, and who was named in the place of one."""
    application = file.restoration
    waiting = application.recusals if application is not None else ()
    return named_instead(file, actor) or any(one.granted is None and one.of_head for one in waiting)


def _not_recused(file: PointsState, actor: Actor, at: datetime) -> None:
    application = file.restoration
    if application is None:
        return
    wished = [r.officer for r in application.recusals if r.granted is None and r.by.same(r.officer)]
    if any(one.is_actor(actor) for one in (*wished, *(hand for hand, _ in application.recused))):
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
    if not (Role.HEAD in actor.roles or named_instead(file, actor)):
        waiting = [r for r in waiting if r.of_head]
    if all(r.by.is_actor(actor) or r.officer.is_actor(actor) for r in waiting):
        hands = (hand for r in waiting for hand in (r.by, r.officer))
        other_eyes(actor, hands, "申请与决定回避", "deciding a recusal")


#: As long as the application is open somebody may still act on it.
OPEN: Final = frozenset(step.value for step in Step if step not in ENDED)
ACTS = (
    Act(
        RecuseFromRestoration, "申明回避", "withdraw as related",
        frozenset({Role.PARTY_SECRETARY, *BUREAU_SIDE}), file_stream, recuse, OPEN,
        (own_body, _not_recused), rank=88, instead=frozenset({Role.DEPUTY_HEAD}), sits=named_instead,
    ),
    Act(
        RequestRestorationRecusal, "申请审批（经办）人员回避", "ask that an approver or agency officer withdraw",
        frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY, *BUREAU_SIDE}),
        of_request, request, OPEN, (_takes_part,), rank=89,
    ),
    Act(
        DecideRestorationRecusal, "决定审批（经办）人员回避", "decide on the recusal of an approver or agency officer",
        frozenset({Role.HEAD}), of_decision, decide, OPEN, (unrelated, _decidable), rank=6,
        instead=LEADERS - {Role.HEAD}, sits=_sits,
    ),
)  # fmt: skip
