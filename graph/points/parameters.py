"""The bureau's own parameters, for the people of the bureau."""

from datetime import datetime

import neo4j

from casework.actors import BUREAU, Viewer
from casework.agreement import table as pharmacy
from casework.documents.beside import Approval, unsigned
from casework.law.own import own_figures
from casework.points.parameters import STREAM, BureauState, Proposed, fold_bureau
from casework.points.setting import APPROVERS, PROPOSERS, may_decide
from graph.events.load import load


async def bureau_parameters(driver: neo4j.AsyncDriver, viewer: Viewer) -> BureauState:
    """All settings ever made; nothing of them outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return BureauState()
    return fold_bureau((await load(driver, STREAM))[STREAM])


async def unsigned_for(driver: neo4j.AsyncDriver, viewer: Viewer) -> list[tuple[Approval, str]]:
    """Decisions on parameters whose signed form is missing, each with the parameter's name; for who keeps them."""
    if not viewer.actor.holds(*PROPOSERS):
        return []
    state = await bureau_parameters(driver, viewer)
    found = ((one, state.proposal(one.about)) for one in unsigned(state.approvals))
    return [(one, of.name) for one, of in found if of is not None]


async def proposals_for(driver: neo4j.AsyncDriver, viewer: Viewer) -> list[Proposed]:
    """The proposed changes that wait for the viewer's approval; nothing is read for anybody else."""
    if not viewer.actor.holds(*APPROVERS):
        return []
    state = await bureau_parameters(driver, viewer)
    return [one for one in state.proposals if may_decide(one, viewer.actor)]


async def pharmacy_tables(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> dict[str, dict[str, str]]:
    """The bureau's own tables of a pharmacy's points: rules that whoever signed in may read."""
    if not viewer.actor.roles:
        return {}
    state = fold_bureau((await load(driver, STREAM))[STREAM])
    return own_figures({STREAM: state}, (pharmacy.ACTS, pharmacy.LEVELS), at)
