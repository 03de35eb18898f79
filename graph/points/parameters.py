"""The bureau's own parameters, for the people of the bureau."""

import neo4j

from casework.actors import BUREAU, Viewer
from casework.points.parameters import STREAM, BureauState, fold_bureau
from graph.events.load import load


async def bureau_parameters(driver: neo4j.AsyncDriver, viewer: Viewer) -> BureauState:
    """All settings ever made; nothing of them outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return BureauState()
    return fold_bureau((await load(driver, STREAM))[STREAM])
