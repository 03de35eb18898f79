"""Ties between whoever acts on a case and the party's people: told by the map and his own declaration.

The store fills `ties`; each one becomes a question of recusal that he answers and the head decides (of a head the leaders together): of officers before the investigation begins, of who acts by his
role (reviewer, chair, leader, the agency's people of a handling) before he does (处罚法 43). Whoever
withdraws says so and decides nothing by it: he works on until it is decided.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from casework.accounts.state import AccountState
from casework.actors import AGENCY, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.recuse import ASKABLE, BY_ROLE, Recusable
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_acting
from casework.commands.case.recuse import AnswerRecusal, CheckTies, RecusalAnswer, Tie
from casework.commands.inspection import CheckInspectorTies
from casework.events import Draft
from casework.hands import Hand, hand_json
from casework.refusal import refuse


def suggested(
    case: Recusable,
    officers: Iterable[Hand],
    ties: Iterable[Tie],
    kind: str = "RecusalRequested",
    others: Iterable[AccountState] = (),
) -> list[Draft]:
    """An event of that kind for each tie of an officer, or who acts by his role, not asked about before."""
    hands = {hand.account: hand for hand in officers}
    by_role = {one.login: one for one in others}
    hands |= {one.login: _hand(one) for one in by_role.values()}
    asked = {(r.officer.account, r.ground, r.reason) for r in case.recusals}
    events: list[Draft] = []
    for tie in ties:
        key = (tie.officer, tie.ground.value, tie.reason)
        if tie.officer not in hands or key in asked:
            continue
        asked.add(key)
        events.append(
            draft(
                case.stream,
                kind,
                recusal_id=f"B{len(case.recusals) + len(events) + 1}",
                officer=hand_json(hands[tie.officer]),
                ground=tie.ground,
                reason=tie.reason,
                by_party=False,
                suggested=True,
                **_as_role(by_role.get(tie.officer)),
            )
        )
    return events


def acting(
    named: Iterable[str], states: Mapping[str, Any], officers: Iterable[Hand]
) -> list[AccountState]:
    """The accounts of who acts by his role, at work and no officer of the matter."""
    known = {hand.account for hand in officers}
    accounts: list[AccountState] = [states[f"account:{one}"] for one in named if one not in known]
    return [one for one in accounts if not one.disabled and not BY_ROLE.isdisjoint(one.roles)]


def _hand(account: AccountState) -> Hand:
    return Hand(account.login, account.person, account.name)


def _as_role(account: AccountState | None) -> dict[str, object]:
    """Whose question waits for a decision before anybody decides the case; of a head the leaders decide."""
    if account is None:
        return {}
    return {"by_role": True, **({"of_head": True} if Role.HEAD in account.roles else {})}


def check(ask: Ask[CheckTies, CaseState]) -> list[Draft]:
    """TiesChecked, and a question for each new tie; who declared nothing is named: of him nothing was compared."""
    officers = tuple(officer.hand for officer in ask.state.officers)
    return checked(ask, officers, "TiesChecked", "RecusalRequested")


def checked(ask: Ask[Any, Any], officers: tuple[Hand, ...], kind: str, asked: str) -> list[Draft]:
    """What was compared of a case or an inspection, and a question for each new tie."""
    c: CheckTies | CheckInspectorTies = ask.command
    others = acting(c.acting, ask.states, officers)
    compared = (*officers, *(_hand(one) for one in others))
    new = suggested(ask.state, officers, c.ties, asked, others)
    told = not_compared(compared, c.undeclared)
    found = {"found": len(c.ties), "new": len(new), "officers": len(compared)}
    return [draft(ask.state.stream, kind, **found, **told), *new]


def not_compared(officers: Iterable[Hand], undeclared: Iterable[str]) -> dict[str, object]:
    """What an event tells of the officers who declared nothing; nothing where all have."""
    silent = set(undeclared)
    named = [hand_json(hand) for hand in officers if hand.account in silent]
    return {"undeclared": named} if named else {}


def answer(ask: Ask[AnswerRecusal, CaseState]) -> list[Draft]:
    """RecusalAnswered: he withdraws, or need not; the head decides, of a head the leaders."""
    return [draft(ask.state.stream, "RecusalAnswered", **own_answer(ask))]


def own_answer(ask: Ask[Any, Any]) -> dict[str, object]:
    """What whoever is asked to withdraw says. Refuses NOT_FOUND, NOT_YOURS, ALREADY_DONE."""
    c: RecusalAnswer = ask.command
    state: Recusable = ask.state
    required(reasons=c.reasons)
    found = next((r for r in state.recusals if r.recusal_id == c.recusal_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND", what=f"回避事项 {c.recusal_id}", what_en=f"recusal {c.recusal_id}"
        )
    if not found.officer.is_actor(ask.actor):
        raise refuse("NOT_YOURS")
    if found.granted is not None:
        raise refuse("ALREADY_DONE")
    return {"recusal_id": c.recusal_id, "reasons": c.reasons, "withdraw": c.withdraw}


def asked_himself(case: Recusable, actor: Actor, at: datetime) -> None:
    """A question is open, and it is about the very officer."""
    waiting = [r for r in case.recusals if r.granted is None]
    if not waiting:
        raise refuse("STEP_MISSING", step="回避事项", step_en="a question of recusal")
    if not any(r.officer.is_actor(actor) for r in waiting):
        raise refuse("NOT_YOURS")


ACTS = (
    Act(
        CheckTies, "核查回避关系", "check for ties",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.HEAD, *AGENCY}), of_acting,
        check, ASKABLE, rank=74,
    ),
    Act(
        AnswerRecusal, "回应回避事项", "answer a question of recusal",
        BY_ROLE | {Role.INSPECTOR}, case_stream, answer, ASKABLE, (asked_himself,), rank=7,
        leads=lambda case: any(r.granted is None and not r.answer for r in case.recusals),
    ),
)  # fmt: skip
