"""Find the people who may hear something: few of all accounts; the law of the notice picks them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import AGENCY, BUREAU, INSTITUTION, Actor, Role
from casework.cases.leaders import LEADERS
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import PartyKind
from casework.courses.appeal import ANSWERERS
from casework.courses.study import StudyState
from casework.delegation.state import MandatesState
from casework.events import utc_text
from casework.inspection.state import InspectionState
from casework.measures.state import MeasuresState
from casework.messages.state import MessagesState
from casework.notices.rows import To
from casework.notices.tell import Subject, Told
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from casework.waits import Waits
from graph.accounts.read import LENT, lent_account

ROLES: Final[dict[To, frozenset[Role]]] = {
    To.SUPERVISORS: frozenset({Role.SUPERVISOR}),
    To.AGENCY: AGENCY,
    To.HEADS: frozenset({Role.HEAD}),
    To.LEADERS: LEADERS,
    To.DECIDERS: frozenset({Role.SUPERVISOR, Role.HEAD, Role.AGENCY_HEAD}),
    To.ANSWERERS: ANSWERERS,
}
FIND: Final[LiteralString] = (
    """
MATCH (a:Account)
WHERE NOT a.disabled AND (
  a.account IN $accounts OR a.person IN $accounts
  OR any(role IN a.roles WHERE role IN $inside)
  OR (a.fixmedins_code IN $institutions AND any(role IN a.roles WHERE role IN $outside))
  OR a.prac_psn_code = $doctor
  OR EXISTS {
    MATCH (x:Absence {stand_in: a.account})
    WHERE x.account IN $accounts AND x.starts_on <= $today AND $today <= x.over_on
  }
  OR ($lent AND EXISTS {
    MATCH (d:Delegation {deputy: a.account}) WHERE d.starts_at <= $now AND $now < d.over_at
  })
)
"""
    + LENT
)


@dataclass(frozen=True)
class Circle:
    """Where to look: accounts and persons by name, roles inside and outside the bureau, the doctor."""

    accounts: frozenset[str] = frozenset()
    inside: frozenset[Role] = frozenset()
    outside: frozenset[Role] = frozenset()
    institutions: frozenset[str] = field(default_factory=frozenset)
    doctor: str | None = None


def circle_of(state: Subject, all_told: list[Told], waits: Waits) -> Circle:
    """Whom the audiences of these notices could be; `waits`: who has the next step."""
    to = frozenset().union(*(one.to for one in all_told)) if all_told else frozenset()
    roles = waits.roles.union(*(ROLES[one] for one in to if one in ROLES))
    outside = roles & INSTITUTION
    if to & {To.PARTY, To.PLACES, To.SUBJECT, To.DOCTOR}:
        outside = INSTITUTION
    return Circle(
        accounts=_named(state, all_told) | waits.people,
        inside=roles & BUREAU,
        outside=outside,
        institutions=_institutions(state).union(*(one.places for one in all_told)),
        doctor=_doctor(state) if outside else None,
    )


async def people_in(tx: neo4j.AsyncManagedTransaction, circle: Circle, at: datetime) -> list[Actor]:
    """Everybody in the circle whose account works, with the signatures lent to him."""
    found = await tx.run(
        FIND,
        accounts=sorted(circle.accounts),
        inside=sorted(role.value for role in circle.inside),
        outside=sorted(role.value for role in circle.outside),
        institutions=sorted(circle.institutions),
        doctor=circle.doctor,
        lent=bool(circle.inside or circle.accounts),
        now=utc_text(at),
        today=local_date(at).isoformat(),
    )
    return [lent_account(row).actor async for row in found]


def _named(state: Subject, all_told: list[Told]) -> frozenset[str]:
    accounts = {one.assignee for one in all_told if one.assignee}
    accounts |= frozenset().union(*(one.addressees | one.officers for one in all_told))
    if isinstance(state, CaseState | InspectionState):
        accounts |= {officer.hand.account for officer in state.officers}
    if isinstance(state, InspectionState):
        accounts |= {hand.account for hand in state.ever_officers}
        accounts |= {one.officer.account for one in state.asked}
    if isinstance(state, MandatesState):
        hands = (hand for one in all_told for hand in state.parties(one.about))
        accounts |= {hand.account for hand in hands if hand is not None}
    if isinstance(state, BureauState):
        found = (state.proposal(one.about) for one in all_told)
        accounts |= {one.by.account for one in found if one is not None}
    if isinstance(state, MeasuresState):
        measures = (state.measure(one.about) for one in all_told)
        accounts |= {one.by.account for one in measures if one is not None}
    return frozenset(accounts)


def _institutions(state: Subject) -> frozenset[str]:
    match state:
        case CaseState(party=party) | InspectionState(party=party) if (
            party and party.kind is PartyKind.INSTITUTION
        ):
            return frozenset({party.key})
        case PointsState():
            return frozenset(state.readers)
        case MeasuresState():
            return frozenset({state.subject_key})
        case MessagesState(party=str(party)):
            return frozenset({party})
    return frozenset()


def _doctor(state: Subject) -> str | None:
    match state:
        case PointsState() | StudyState():
            return state.prac_psn_code
        case MeasuresState():
            return state.subject_key
    return None
