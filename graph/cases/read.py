"""Load one case and judge whether somebody may see it."""

import neo4j

from casework.actors import Viewer
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.commands.case import PartyKind
from graph.cases.scope import case_scope
from graph.events.load import load


async def case_state(driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str) -> CaseState | None:
    """Return the case's state, or None when it is missing or hidden. Names are not masked."""
    stream = f"case:{case_no}"
    state = fold_case(case_no, (await load(driver, stream))[stream])
    return state if state.version and visible(state, viewer) else None


async def case_visible(driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str) -> bool:
    """Whether the case exists and the viewer may see it."""
    return await case_state(driver, viewer, case_no) is not None


def visible(state: CaseState, viewer: Viewer) -> bool:
    """Whether the viewer may see the case at all."""
    scope = case_scope(viewer.actor)
    if scope.everything:
        return True
    party = state.party
    return (
        scope.institution is not None
        and party is not None
        and party.kind is PartyKind.INSTITUTION
        and party.key == scope.institution
        and state.notified_at is not None
    )
