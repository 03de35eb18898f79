"""The register of delegations and letters, for the people of the bureau."""

from collections.abc import Sequence
from dataclasses import replace

import neo4j

from casework.actors import BUREAU, Role, Viewer, named
from casework.delegation.state import STREAM, MandatesState, fold_mandates
from casework.events import Event
from casework.refusal import refuse
from graph.events.load import load


async def register(
    driver: neo4j.AsyncDriver, viewer: Viewer
) -> tuple[MandatesState, Sequence[Event]]:
    """Return the register and its events: all for the bureau and the auditor.

    A hospital's secretary gets what he gave away or was given, without events; others are refused.
    """
    actor = viewer.actor
    whole = actor.holds(*BUREAU, Role.AUDITOR)
    if not whole and not actor.holds(Role.PARTY_SECRETARY):
        raise refuse("ROLE_REQUIRED", **named(BUREAU))
    events = (await load(driver, STREAM))[STREAM]
    state = fold_mandates("bureau", events)
    if whole:
        return state, events
    own = tuple(
        one
        for one in state.delegations
        if one.principal.is_actor(actor) or one.deputy.is_actor(actor)
    )
    return replace(state, delegations=own, letters=(), absences=()), ()
