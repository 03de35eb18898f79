"""Recusal of officers, reviewers and the chair of a hearing, decided by the head (处罚法 43, 64).

Of a head himself the leaders decide together, without him (局令4 第五条). It does not stop an
investigation that runs, but nobody decides, or chairs, before it is decided.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final, Protocol

from casework.accounts.state import AccountState
from casework.actors import AGENCY, PRINCIPALS, Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.guards import not_officer
from casework.cases.leaders import LEADERS, Staffed, member_roles, present
from casework.cases.parts import Recusal
from casework.cases.stages import INVESTIGATING, OPEN_HANDLING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_asked, of_members
from casework.clocks.calendars import local_date
from casework.commands.case import DecideRecusal, RequestRecusal
from casework.commands.case.recuse import RecusalDecision, RecusalGround, RecusalRequest
from casework.events import Draft
from casework.hands import Hand, hand_json, other_eyes, unfit
from casework.law.own import figure
from casework.refusal import refuse
from casework.wording import Both


class Recusable(Staffed, Protocol):
    """A case, or an inspection before one."""

    @property
    def stream(self) -> str:
        """Where its events go."""
        ...


class Discussed(Protocol):
    """A decision of the leaders: who was there, on which day, and the record."""

    @property
    def members(self) -> tuple[str, ...]:
        """Accounts of those present."""
        ...

    @property
    def held_on(self) -> date | None:
        """The day."""
        ...

    @property
    def record(self) -> str:
        """What was said."""
        ...


#: The grounds of the law, in words (处罚法 43).
GROUNDS: Final[dict[str, tuple[str, str]]] = {
    RecusalGround.KIN: ("与当事人有近亲属等关系", "kin of the party"),
    RecusalGround.INTEREST: ("与本案有利害关系", "an interest in the matter"),
    RecusalGround.FORMER_WORKPLACE: ("曾在当事人处工作", "worked for the party before"),
    RecusalGround.RELATION: ("与当事人有其他关系，可能影响公正", "another relation to the party"),
}
#: Who may be asked to withdraw from a case, in words.
OF_CASE: Final = Both(
    "本案承办人员、审核人员、待举行听证的主持人、机关负责人或者经办人员",
    "officer, reviewer, chair to be, head or agency officer of this case,",
)


def request(ask: Ask[RequestRecusal, CaseState]) -> list[Draft]:
    """RecusalRequested for an officer, the chair of a hearing to come, or whoever acts by his role."""
    case = ask.state
    about_himself(ask)
    chairs = chairs_to_be(case)
    concerned = [*(o.hand for o in case.officers), *chairs, *case.handling_hands]
    told = asked_of(ask, concerned, OF_CASE, BY_ROLE)
    # A chair is asked about as such: that is over with his hearing.
    as_chair = any(chair.account == ask.command.officer for chair in chairs)
    account: AccountState = ask.states[f"account:{ask.command.officer}"]
    if not as_chair and not BY_ROLE.isdisjoint(account.roles):
        told["by_role"] = True
    return [draft(case.stream, "RecusalRequested", **told)]


def about_himself(ask: Ask[Any, Any]) -> None:
    """Refuse BAD_VALUE where a head or deputy asks it of another: he has the decision, or a part in it."""
    c: RecusalRequest = ask.command
    if not ask.actor.holds(*ASKERS) and c.officer != ask.actor.account:
        raise refuse(
            "BAD_VALUE", field="被申请回避的人", field_en="who is to withdraw",
            why="主要负责人、分管负责人在此只申请本人回避；他人的回避由承办、审核人员或者当事人提出，再行决定",
            why_en="a head or deputy asks here for himself alone; of others an officer, a reviewer or the "
            "party asks, and it is decided then",
        )  # fmt: skip


def asked_of(
    ask: Ask[Any, Any],
    concerned: Iterable[Hand],
    who: Both,
    by_role: frozenset[Role] = frozenset({Role.HEAD}),
) -> dict[str, object]:
    """What a request of one of the `concerned`, or who acts by his role, says.

    Refuses NOT_FOUND, ALREADY_DONE.
    """
    c: RecusalRequest = ask.command
    state: Recusable = ask.state
    required(reason=c.reason)
    account: AccountState = ask.states[f"account:{c.officer}"]
    of_head = Role.HEAD in account.roles and not account.disabled
    acts = not account.disabled and not by_role.isdisjoint(account.roles)
    others = [Hand(account.login, account.person, account.name)] if acts else []
    hands = [*concerned, *others]
    officer = next((hand for hand in hands if hand.account == c.officer), None)
    if officer is None:
        raise refuse(
            "NOT_FOUND", what=f"{who.zh} {c.officer}", what_en=f"{who.en} {c.officer}"
        )  # fmt: skip
    if any(r.granted is None and r.officer.same(officer) for r in state.recusals):
        raise refuse("ALREADY_DONE")
    return {
        "recusal_id": f"B{len(state.recusals) + 1}",
        "officer": hand_json(officer),
        "ground": c.ground,
        "reason": c.reason,
        "by_party": c.by_party,
        **({"of_head": True} if of_head else {}),
    }


def decide(ask: Ask[DecideRecusal, CaseState]) -> list[Draft]:
    """RecusalDecided; a granted one takes the officer off the case."""
    return [draft(ask.state.stream, "RecusalDecided", **decision_on(ask))]


def decision_on(ask: Ask[Any, Any]) -> dict[str, object]:
    """What a decision on a request says: by the head, on a head by the leaders together.

    Refuses NOT_FOUND, ALREADY_DONE, ROLE_REQUIRED, FOUR_EYES, and as `present`.
    """
    c: RecusalDecision = ask.command
    state: Recusable = ask.state
    required(reasons=c.reasons)
    found = next((r for r in state.recusals if r.recusal_id == c.recusal_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"回避申请 {c.recusal_id}",
            what_en=f"request for recusal {c.recusal_id}",
        )
    if found.granted is not None:
        raise refuse("ALREADY_DONE")
    told = _together(ask, found) if found.of_head else _alone(ask)
    # A tie that the map tells was asked about by nobody: who named the officers may decide on it.
    asked = (found.officer,) if found.suggested else (found.by, found.officer)
    other_eyes(ask.actor, asked, "申请与决定回避", "deciding a recusal")
    return {"recusal_id": c.recusal_id, "approve": c.approve, "reasons": c.reasons, **told}


def _alone(ask: Ask[Any, Any]) -> dict[str, object]:
    """Of anybody but a head the head decides."""
    if not ask.actor.holds(Role.HEAD):
        raise role_required(frozenset({Role.HEAD}), ACTS[1].zh)
    return {}


def _together(ask: Ask[Any, Any], asked: Recusal) -> dict[str, object]:
    """What the leaders said of a head: he is not among them, nor does he decide on himself."""
    c: RecusalDecision = ask.command
    case: Recusable = ask.state
    held_on = discussed_on(c, asked.on, ask.at)
    need = int(figure(ask.states, "recusal_members", ask.at).value)
    accounts = [ask.states[f"account:{login}"] for login in c.members]
    hands = present(case, accounts, need, member_roles(ask.states, ask.at))
    without(asked.officer, hands)
    members = [hand_json(hand) for hand in hands]
    return {"members": members, "held_on": held_on, "record": c.record}


def discussed_on(c: Discussed, asked: date | None, at: datetime) -> date:
    """The day of the leaders' discussion, with who was there and its record.

    Refuses FIELD_REQUIRED, DATE_ORDER.
    """
    if not c.members or c.held_on is None:
        raise refuse(
            "FIELD_REQUIRED", field="集体讨论的参加人员和日期（负责人的回避由机关负责人集体讨论决定）",
            field_en="who discussed it and when (of a head's recusal the leaders decide together)",
        )  # fmt: skip
    required(record=c.record)
    if not (asked or c.held_on) <= c.held_on <= local_date(at):
        raise refuse(
            "DATE_ORDER", what="讨论日期应在申请之日与今天之间",
            what_en="the discussion lies between the request and today",
        )  # fmt: skip
    return c.held_on


def without(officer: Hand, hands: Iterable[Hand]) -> None:
    """Refuse ACCOUNT_UNFIT where whoever is asked to withdraw is among those who discuss it."""
    for hand in hands:
        if hand.same(officer):
            raise unfit(
                hand.name, hand.account, "系被申请回避的本人，不参加讨论",
                "he is the one asked to withdraw and does not take part",
            )  # fmt: skip


def answer_of(one: Recusal) -> Both:
    """What he said to it: that he withdraws, or why he need not."""
    if not one.wishes:
        return Both(one.answer, one.answer)
    return Both(f"本人申请回避：{one.answer}", f"he wishes to withdraw: {one.answer}")


def decided_by(one: Recusal) -> Both:
    """Who decides on a request, as the desk says it."""
    if one.of_head:
        return Both("由机关负责人集体讨论决定", "the leaders decide together")
    return Both("由主要负责人决定", "the head decides")


def not_withdrawn(case: Recusable, actor: Actor, at: datetime) -> None:
    """Guard of every act on a case: whoever was told to withdraw does nothing in it (处罚法 43)."""
    if any(r.granted and r.officer.is_actor(actor) for r in case.recusals):
        raise unfit(
            actor.name, actor.account,
            "已决定回避，由同岗位的其他人员办理；负责人回避的，由主持工作的其他负责人办理",
            "withdrawn by decision: another of the same role does it, and in place of a head "
            "another head in charge",
        )  # fmt: skip


def chairs_to_be(case: CaseState) -> tuple[Hand, ...]:
    """Who is to chair a hearing that was not held yet."""
    if case.stage is not Stage.HEARING or case.hearing is None or case.hearing_held:
        return ()
    return (case.hearing.chair,)


def asked_about(case: CaseState, hand: Hand) -> bool:
    """Whether a request that this person withdraw is undecided."""
    return any(r.granted is None and r.officer.same(hand) for r in case.recusals)


def chair_not_asked_about(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no request that the chair withdraw is open (处罚法 64 (4))."""
    for chair in chairs_to_be(case):
        if asked_about(case, chair):
            raise refuse(
                "STEP_MISSING", step="决定听证主持人的回避（或者由主要负责人另行指定听证主持人、重新通知听证）",
                step_en="deciding the recusal of the chair (or the designation of another by the head, and "
                "announcing the hearing anew)",
            )  # fmt: skip


def recusal_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: every request for recusal is decided before a decision is made (处罚法 43).

    One about a chair who chairs no more is over with that.
    """
    settled(case, chairs_to_be(case))


def settled(state: Recusable, chairs: Iterable[Hand] = (), *, by_role: bool = True) -> None:
    """Refuse STEP_MISSING while a request is undecided: about an officer, a chair, or who acts by his role.

    Without `by_role` those are left out that concern somebody as who acts by his role.
    """
    concerned = [*state.ever_officers, *chairs]
    for one in state.recusals:
        if one.by_role and not by_role:
            continue
        asked = one.of_head or one.by_role or any(one.officer.same(hand) for hand in concerned)
        if one.granted is None and asked:
            raise refuse(
                "STEP_MISSING", step=f"决定回避申请（{one.officer.name}）",
                step_en=f"deciding the recusal of {one.officer.name}",
            )  # fmt: skip


def not_asked_about(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: nobody reviews a case while it is open whether he has to withdraw from it (处罚法 43)."""
    if any(r.granted is None and r.officer.is_actor(actor) for r in case.recusals):
        raise refuse(
            "STEP_MISSING", step="决定对您的回避申请", step_en="deciding whether you withdraw"
        )


def waits(case: Recusable, actor: Actor, at: datetime) -> None:
    """Guard: a request waits that this leader may decide on."""
    waiting = [r for r in case.recusals if r.granted is None]
    if not waiting:
        raise refuse("STEP_MISSING", step="回避申请", step_en="a request for recusal")
    if not actor.holds(Role.HEAD) and not any(r.of_head for r in waiting):
        raise role_required(frozenset({Role.HEAD}), ACTS[1].zh)
    if all(r.of_head and r.officer.is_actor(actor) for r in waiting):
        raise refuse("NOT_YOURS")


def sits(case: Recusable, actor: Actor) -> bool:
    """A leader sits there himself where a head is asked to withdraw; else only by the head's mandate."""
    return any(one.granted is None and one.of_head for one in case.recusals)


#: Who asks it of others, and for the party.
ASKERS: Final = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, *AGENCY})
#: Who acts on a case without being named for it: reviewers, leaders, the agency's people.
BY_ROLE = LEADERS | AGENCY
OPEN = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING})
#: A handling under the agreement is no less decided by people without ties to the party.
ASKABLE = OPEN | OPEN_HANDLING
ACTS = (
    Act(
        RequestRecusal, "申请回避", "ask for recusal",
        ASKERS | PRINCIPALS, of_asked, request, ASKABLE, rank=73,
    ),
    Act(
        DecideRecusal, "决定回避", "decide on recusal", frozenset({Role.HEAD}), of_members, decide,
        ASKABLE, (waits, not_officer("承办与决定回避", "deciding a recusal")), rank=6,
        instead=LEADERS - {Role.HEAD}, sits=sits,
    ),
)  # fmt: skip
