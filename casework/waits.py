"""Whom a case or file waits for: anybody of a role, or certain people alone."""

from dataclasses import dataclass
from datetime import datetime

from casework.actors import ANY_LETTER, Actor, Role
from casework.acts import PRIMARY, Act, check
from casework.cases.state import CaseState
from casework.hands import Hand
from casework.points.state import PointsState
from casework.refusal import Refusal
from casework.registry import CASE_ACTS, POINTS_ACTS


@dataclass(frozen=True)
class Waits:
    """Who can take the next step: somebody of `roles`, or one of `people` (accounts and persons).

    An officer's step names its officers, not the role: else the cases of all officers would be
    read for each inspector.
    """

    roles: frozenset[Role] = frozenset()
    people: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody is meant."""
        return bool(self.roles or self.people)

    def concern(self, other: "Waits") -> bool:
        """Whether some role or name stands in both."""
        return not (self.roles.isdisjoint(other.roles) and self.people.isdisjoint(other.people))


def waits_for(state: CaseState | PointsState, at: datetime) -> Waits:
    """Return who can take the next step of a case or file at a moment.

    A role is judged for a person who has had no hand in it yet, a doctor for himself; officers
    are asked for what such a person may not do.
    """
    acts = CASE_ACTS if isinstance(state, CaseState) else POINTS_ACTS
    leading = [act for act in acts if act.offered and act.rank_in(state, at) < PRIMARY]
    roles: set[Role] = set()
    people: set[str] = set()
    for act in leading:
        for role in act.led or act.roles | act.instead:
            if _open(act, state, _stranger(role, state), at):
                roles.add(role)
            else:
                people.update(*(_names(hand) for hand in _officers(act, role, state, at)))
    return Waits(frozenset(roles), frozenset(people))


def waits_of(actor: Actor, at: datetime) -> Waits:
    """Return what a case must wait for to concern a person: his roles and names, and those lent to him."""
    lent = [mandate.principal for mandate in actor.mandates_at(at)]
    names = {actor.account, actor.person}
    names.update(*({one.account, one.person} for one in lent))
    return Waits(actor.roles_at(at), frozenset(names))


def _stranger(role: Role, state: CaseState | PointsState) -> Actor:
    roles = frozenset({role})
    if isinstance(state, PointsState):
        code = state.prac_psn_code if role is Role.PHYSICIAN else None
        own: str | None = state.fixmedins_code
        if role is Role.PARTY_SECRETARY and own not in state.party_owing:
            own = next(iter(state.party_owing), own)
        return Actor("", "", roles, "", code, own, letters=(ANY_LETTER,))
    party = state.party.key if state.party is not None else None
    own = party if role is Role.INSURANCE_OFFICE else None
    return Actor("", "", roles, "", None, own, letters=(ANY_LETTER,))


def _officers(act: Act, role: Role, state: CaseState | PointsState, at: datetime) -> list[Hand]:
    """The officers, those asked to withdraw, who chaired the hearing, or who was named, who may do in this role what nobody else may."""
    if isinstance(state, PointsState):
        named = state.restoration.decider if state.restoration is not None else None
        found = [named] if named is not None else []
        return [hand for hand in found if _open(act, state, _known(hand, role), at)]
    asked = [one.officer for one in state.recusals if one.granted is None]
    chair = [state.hearing_chair] if state.hearing_chair is not None else []
    hands = [*(officer.hand for officer in state.officers), *asked, *chair]
    return [hand for hand in hands if _open(act, state, _known(hand, role), at)]


def _known(hand: Hand, role: Role) -> Actor:
    roles = frozenset({role})
    return Actor(hand.account, hand.name, roles, hand.person, letters=(ANY_LETTER,))


def _names(hand: Hand) -> set[str]:
    return {hand.account, hand.person}


def _open(act: Act, state: CaseState | PointsState, actor: Actor, at: datetime) -> bool:
    try:
        check(act, state, actor, at)
    except Refusal:
        return False
    return True
