"""The register of delegations and letters, for the people of the bureau."""

from collections.abc import Sequence

import neo4j

from casework.actors import BUREAU, Role, Viewer, named
from casework.delegation.state import STREAM, MandatesState, fold_mandates
from casework.events import Event
from casework.refusal import refuse
from graph.events.load import load


async def register(
    driver: neo4j.AsyncDriver, viewer: Viewer
) -> tuple[MandatesState, Sequence[Event]]:
    """Return the register and its events; the bureau and the auditor read it, others are refused."""
    if not viewer.actor.holds(*BUREAU, Role.AUDITOR):
        raise refuse("ROLE_REQUIRED", **named(BUREAU))
    events = (await load(driver, STREAM))[STREAM]
    return fold_mandates("bureau", events), events
