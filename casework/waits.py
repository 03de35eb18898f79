"""Whom a case or file waits for: the roles that have a primary act on it now."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import PRIMARY, Act, check
from casework.cases.state import CaseState
from casework.points.state import PointsState
from casework.refusal import Refusal
from casework.registry import CASE_ACTS, POINTS_ACTS


def waits_for(state: CaseState | PointsState, at: datetime) -> frozenset[Role]:
    """Return the roles somebody of which can take the next step.

    Judged for a person who has had no hand in it yet; for officers and doctors, for themselves.
    """
    acts = CASE_ACTS if isinstance(state, CaseState) else POINTS_ACTS
    return frozenset(
        role
        for act in acts
        if act.offered and act.rank_in(state) < PRIMARY
        for role in act.roles
        if _open(act, state, _stand_in(role, state), at)
    )


def _stand_in(role: Role, state: CaseState | PointsState) -> Actor:
    roles = frozenset({role})
    if isinstance(state, PointsState):
        code = state.prac_psn_code if role is Role.PHYSICIAN else None
        return Actor("", "", roles, "", code, state.fixmedins_code)
    if role is Role.INSPECTOR and state.officers:
        hand = state.officers[0].hand
        return Actor(hand.account, hand.name, roles, hand.person)
    party = state.party.key if state.party is not None else None
    own = party if role is Role.INSURANCE_OFFICE else None
    return Actor("", "", roles, "", None, own)


def _open(act: Act, state: CaseState | PointsState, actor: Actor, at: datetime) -> bool:
    try:
        check(act, state, actor, at)
    except Refusal:
        return False
    return True
