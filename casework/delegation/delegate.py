"""Give a signature away for a time, and take it back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.accounts.state import AccountState
from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.base import Command
from casework.commands.delegation import DelegateSignature, EndDelegation
from casework.delegation.rows import delegable_by, never, receivers
from casework.delegation.state import STREAM, Delegation, MandatesState
from casework.events import Draft
from casework.hands import Hand, hand_json, unfit
from casework.refusal import refuse


def delegate(ask: Ask[DelegateSignature, MandatesState]) -> list[Draft]:
    """SignatureDelegated to a person of the same house, for acts that the giver may sign himself."""
    c, actor = ask.command, ask.actor
    required(reason=c.reason)
    acts = tuple(dict.fromkeys(c.acts))
    _may_give(acts, actor)
    if not max(c.starts_at, ask.at) < c.ends_at:
        raise refuse(
            "DATE_ORDER", what="授权截止时间应晚于开始时间和现在",
            what_en="the end is not after the beginning and now",
        )  # fmt: skip
    account: AccountState = ask.states[f"account:{c.deputy}"]
    deputy = Hand(account.login, account.person, account.name)
    if deputy.is_actor(actor):
        raise refuse("NOT_TO_DEPUTY", login=c.deputy)
    _fits(account, actor, acts)
    data = {
        "delegation_id": f"W{len(ask.state.delegations) + 1}",
        "deputy": hand_json(deputy),
        "acts": acts,
        "starts_at": c.starts_at,
        "ends_at": c.ends_at,
        "reason": c.reason,
    }
    return [draft(STREAM, "SignatureDelegated", **data)]


def _fits(account: AccountState, actor: Actor, acts: tuple[str, ...]) -> None:
    """Of a role that the row of each act names; for a hospital's secretary somebody of the same hospital."""
    for act in acts:
        account.must_hold(*receivers(act, actor.roles))
    if actor.holds(*BUREAU):
        return
    if account.fixmedins_code != actor.fixmedins_code:
        raise unfit(account.name, account.login, "不是本机构人员", "not of the same institution")


def _may_give(acts: tuple[str, ...], actor: Actor) -> None:
    if not acts:
        raise refuse("FIELD_REQUIRED", field="授权事项", field_en="acts")
    for act in acts:
        if act in never():
            raise never()[act].refusal()
        if act not in delegable_by(actor.roles):
            raise refuse(
                "BAD_VALUE", field=f"授权事项 {act}", field_en=f"act {act}",
                why="不是您可以授权他人代签的事项", why_en="it is no signature of yours to give away",
            )  # fmt: skip


def end(ask: Ask[EndDelegation, MandatesState]) -> list[Draft]:
    """DelegationEnded by its giver or by the head."""
    c = ask.command
    required(reason=c.reason)
    one = _one(ask.state, c.delegation_id)
    if one.over_at <= ask.at:
        raise refuse("ALREADY_DONE")
    if not (one.principal.is_actor(ask.actor) or ask.actor.holds(Role.HEAD)):
        raise refuse("NOT_YOURS")
    data = {"delegation_id": c.delegation_id, "deputy": hand_json(one.deputy), "reason": c.reason}
    return [draft(STREAM, "DelegationEnded", **data)]


def _one(state: MandatesState, delegation_id: str) -> Delegation:
    for one in state.delegations:
        if one.delegation_id == delegation_id:
            return one
    raise refuse("NOT_FOUND", what=f"授权 {delegation_id}", what_en=f"delegation {delegation_id}")


def register_of(command: Command, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The register alone."""
    return (STREAM,)


def of_delegate(
    command: DelegateSignature, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The register and the deputy's account."""
    return (STREAM, f"account:{command.deputy}")


def by_oneself(state: Any, actor: Actor, at: datetime) -> None:
    """Never under somebody else's mandate."""
    if actor.principal is not None:
        raise never()["DelegateSignature"].refusal()


SIGNERS = frozenset(
    {Role.HEAD, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.AGENCY_HEAD, Role.PARTY_SECRETARY}
)
ACTS = (
    Act(
        DelegateSignature, "授权代签", "delegate a signature", SIGNERS, of_delegate, delegate,
        guards=(by_oneself,), creates=None,
    ),
    Act(
        EndDelegation, "收回授权", "take a delegation back", SIGNERS, register_of, end,
        guards=(by_oneself,), creates=None,
    ),
)  # fmt: skip
