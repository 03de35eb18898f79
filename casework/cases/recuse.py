"""Recusal of officers and of the chair of a hearing, decided by the head (处罚法 43, 64).

Of a head himself the leaders decide together, without him (局令4 第五条). It does not stop an
investigation that runs, but nobody decides, or chairs, before it is decided.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, Protocol

from casework.accounts.state import AccountState
from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.guards import not_officer
from casework.cases.leaders import LEADERS, Staffed, present
from casework.cases.parts import Recusal
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_asked, of_members
from casework.clocks.calendars import local_date
from casework.commands.case import DecideRecusal, RequestRecusal
from casework.commands.case.recuse import RecusalDecision, RecusalGround, RecusalRequest
from casework.events import Draft
from casework.hands import Hand, hand_json, other_eyes
from casework.law.rows import parameter
from casework.refusal import refuse
from casework.wording import Both


class Recusable(Staffed, Protocol):
    """A case, or an inspection before one: its requests that somebody withdraw."""

    @property
    def stream(self) -> str:
        """Where its events go."""
        ...

    @property
    def recusals(self) -> tuple[Recusal, ...]:
        """Every request, the oldest first."""
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
    "本案承办人员、待举行听证的主持人或者机关负责人",
    "officer of this case, chair of its hearing to come, or head,",
)


def request(ask: Ask[RequestRecusal, CaseState]) -> list[Draft]:
    """RecusalRequested for an officer in charge, the chair of a hearing to come, or a head."""
    case = ask.state
    concerned = [*(o.hand for o in case.officers), *chairs_to_be(case)]
    return [draft(case.stream, "RecusalRequested", **asked_of(ask, concerned, OF_CASE))]


def asked_of(ask: Ask[Any, Any], concerned: Iterable[Hand], who: Both) -> dict[str, object]:
    """What a request of one of the `concerned`, or of a head, says. Refuses NOT_FOUND, ALREADY_DONE."""
    c: RecusalRequest = ask.command
    state: Recusable = ask.state
    required(reason=c.reason)
    account: AccountState = ask.states[f"account:{c.officer}"]
    of_head = Role.HEAD in account.roles and not account.disabled
    heads = [Hand(account.login, account.person, account.name)] if of_head else []
    hands = [*concerned, *heads]
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
    if not c.members or c.held_on is None:
        raise refuse(
            "FIELD_REQUIRED", field="集体讨论的参加人员和日期（负责人的回避由机关负责人集体讨论决定）",
            field_en="who discussed it and when (of a head's recusal the leaders decide together)",
        )  # fmt: skip
    required(record=c.record)
    if not (asked.on or c.held_on) <= c.held_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="讨论日期应在申请之日与今天之间",
            what_en="the discussion lies between the request and today",
        )  # fmt: skip
    need = int(parameter("recusal_members", local_date(ask.at)).value)
    hands = present(case, [ask.states[f"account:{login}"] for login in c.members], need)
    for hand in hands:
        if hand.same(asked.officer):
            raise refuse(
                "ACCOUNT_UNFIT", login=hand.account, why="系被申请回避的本人，不参加讨论",
                why_en="he is the one asked to withdraw and does not take part",
            )  # fmt: skip
    members = [hand_json(hand) for hand in hands]
    return {"members": members, "held_on": c.held_on, "record": c.record}


def decided_by(one: Recusal) -> Both:
    """Who decides on a request, as the desk says it."""
    if one.of_head:
        return Both("由机关负责人集体讨论决定", "the leaders decide together")
    return Both("由主要负责人决定", "the head decides")


def not_withdrawn(case: Recusable, actor: Actor, at: datetime) -> None:
    """Guard: nobody decides who was told to withdraw (处罚法 43)."""
    if any(r.granted and r.officer.is_actor(actor) for r in case.recusals):
        raise refuse(
            "ACCOUNT_UNFIT", login=actor.account,
            why="已决定回避，由主持工作的其他负责人作出决定",
            why_en="withdrawn by decision: another head in charge decides it",
        )  # fmt: skip


def chairs_to_be(case: CaseState) -> tuple[Hand, ...]:
    """Who is to chair a hearing that was not held yet."""
    if case.stage is not Stage.HEARING or case.hearing is None or case.hearing_held:
        return ()
    return (case.hearing.chair,)


def chair_not_asked_about(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no request that the chair withdraw is open (处罚法 64 (4))."""
    for chair in chairs_to_be(case):
        if any(r.granted is None and r.officer.same(chair) for r in case.recusals):
            raise refuse(
                "STEP_MISSING", step="决定听证主持人的回避（或者另行确定主持人、重新通知听证）",
                step_en="deciding the recusal of the chair (or announcing the hearing under another)",
            )  # fmt: skip


def recusal_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: every request for recusal is decided before a decision is made (处罚法 43).

    One about a chair who chairs no more is over with that.
    """
    settled(case, chairs_to_be(case))


def settled(state: Recusable, chairs: Iterable[Hand] = ()) -> None:
    """Refuse STEP_MISSING while a request about an officer, one of `chairs` or a head is undecided."""
    concerned = [*state.ever_officers, *chairs]
    for one in state.recusals:
        asked = one.of_head or any(one.officer.same(hand) for hand in concerned)
        if one.granted is None and asked:
            raise refuse(
                "STEP_MISSING", step=f"决定回避申请（{one.officer.name}）",
                step_en=f"deciding the recusal of {one.officer.name}",
            )  # fmt: skip


def waits(case: Recusable, actor: Actor, at: datetime) -> None:
    """Guard: a request waits that this leader may decide on."""
    waiting = [r for r in case.recusals if r.granted is None]
    if not waiting:
        raise refuse("STEP_MISSING", step="回避申请", step_en="a request for recusal")
    if not actor.holds(Role.HEAD) and not any(r.of_head for r in waiting):
        raise role_required(frozenset({Role.HEAD}), ACTS[1].zh)
    if all(r.of_head and r.officer.is_actor(actor) for r in waiting):
        raise refuse("NOT_YOURS")


OPEN = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING})
ACTS = (
    Act(
        RequestRecusal, "申请回避", "ask for recusal",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER}), of_asked, request,
        OPEN, rank=73,
    ),
    Act(
        DecideRecusal, "决定回避", "decide on recusal", LEADERS, of_members, decide,
        OPEN, (waits, not_officer("承办与决定回避", "deciding a recusal")), rank=6,
    ),
)  # fmt: skip
