"""Approve several cases: each on its own, by its own guards; one refusal holds up no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Actor, Viewer, named
from casework.cases.place import located
from casework.clocks.calendars import local_date
from casework.decide import step_of
from casework.refusal import Refusal, refuse
from casework.reviews.bulk import approval_of, may_bulk, refuse_bulk
from graph.cases.read import case_state
from graph.commands import execute
from graph.points.parameters import bureau_parameters

MOST: Final = 50


@dataclass(frozen=True)
class Asked:
    """One case of the list, in the version that the reviewer saw."""

    case_no: str
    version: int


@dataclass(frozen=True)
class Outcome:
    """What became of one case: approved, or the refusal that stood in the way."""

    case_no: str
    refusal: Refusal | None = None


async def approve_all(
    driver: neo4j.AsyncDriver, actor: Actor, asked: Sequence[Asked], opinion: str, at: datetime
) -> tuple[Outcome, ...]:
    """Approve each; returns every outcome in the order asked for.

    Refuses ROLE_REQUIRED to people outside the bureau, FIELD_REQUIRED without an opinion and BULK_TOO_MANY beyond `MOST`; then nothing was done.
    """
    if not actor.holds(*BUREAU):
        raise refuse("ROLE_REQUIRED", **named(BUREAU))
    if not opinion.strip():
        raise refuse("FIELD_REQUIRED", field="审核意见", field_en="opinion")
    if len(asked) > MOST:
        raise refuse("BULK_TOO_MANY", limit=MOST)
    return tuple([await _one(driver, actor, one, opinion, at) for one in asked])


async def _one(
    driver: neo4j.AsyncDriver, actor: Actor, asked: Asked, opinion: str, at: datetime
) -> Outcome:
    try:
        await _approve(driver, actor, asked, opinion, at)
    except Refusal as refusal:
        return Outcome(asked.case_no, refusal)
    return Outcome(asked.case_no)


async def _approve(
    driver: neo4j.AsyncDriver, actor: Actor, asked: Asked, opinion: str, at: datetime
) -> None:
    number = asked.case_no[:40]
    viewer = Viewer(actor)
    case = await case_state(driver, viewer, asked.case_no)
    if case is None:
        raise refuse("NOT_FOUND", what=f"案件 {number}", what_en=f"case {number}")
    case = located(case, await bureau_parameters(driver, viewer), local_date(at))
    action = step_of(case, actor, at)
    if action is None:
        raise refuse("NOTHING_TO_APPROVE", case_no=number)
    if not may_bulk(action.name, local_date(at)):
        raise refuse_bulk(action.name, action.zh, action.en)
    await execute(driver, approval_of(action.name, case, asked.version, opinion), actor, at)
