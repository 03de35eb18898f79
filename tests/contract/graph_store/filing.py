"""The first steps of a case, for tests that begin behind them."""

from datetime import UTC, datetime

import neo4j

from casework.actors import Actor
from casework.commands import case as c
from graph.commands import execute

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OFFICERS = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
People = dict[str, Actor]


async def assigned(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase) -> None:
    """The lead is registered and has its two officers."""
    await execute(store, lead, people["ins1"], AT)
    await assign(store, people, lead.case_no)


async def filed(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase) -> None:
    """The lead is registered and filed."""
    await execute(store, lead, people["ins1"], AT)
    await file_opened(store, people, lead)


async def file_opened(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase) -> None:
    """The registered lead gets its officers, and the supervisor files the case."""
    await assign(store, people, lead.case_no)
    command = c.FileCase(
        case_no=lead.case_no,
        preliminary_proof=True,
        penalty_possible=True,
        own_jurisdiction=True,
        within_limitation=True,
        reasons="x",
    )
    await execute(store, command, people["sup"], AT)


async def assign(store: neo4j.AsyncDriver, people: People, case_no: str) -> None:
    """The supervisor names the two officers."""
    command = c.AssignOfficers(case_no=case_no, officers=OFFICERS)
    await execute(store, command, people["sup"], AT)
