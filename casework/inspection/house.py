"""What the inspected institution sees of an inspection: the papers put to it, and nothing of how it is led."""

from dataclasses import replace
from typing import Final

from casework.actors import Actor, Role
from casework.commands.case import PartyKind
from casework.inspection.state import InspectionState, Paper, Step

#: From when on: an inspection that is planned may be one that nobody announces.
SEEN: Final = frozenset({Step.ON_SITE, Step.CLOSED})


def is_inspected(state: InspectionState, actor: Actor) -> bool:
    """Whether the actor speaks for the inspected institution, and its inspection has begun."""
    party = state.party
    return (
        state.stage in SEEN
        and party is not None
        and party.kind is PartyKind.INSTITUTION
        and actor.holds(Role.INSURANCE_OFFICE)
        and actor.fixmedins_code == party.key
    )


def for_house(state: InspectionState) -> InspectionState:
    """The inspection as it was put to the institution: no questions of recusal, no findings, no result."""
    return replace(
        state,
        papers=tuple(_shown(paper) for paper in state.papers),
        situation="",
        case_no=None,
        planned_by=None,
        recusals=(),
        undeclared=(),
        notice_scan=None,
        followed=(),
        enclosed=(),
    )


def _shown(paper: Paper) -> Paper:
    """What stands on the printed paper; patients are masked there already."""
    return replace(
        paper,
        scan=None,
        finding_ids=(),
        left_out=(),
        typed=(),
        picked=tuple(replace(one, finding_id="") for one in paper.picked),
    )
