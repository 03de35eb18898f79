"""The first steps of a case, for tests that begin behind them."""

from datetime import UTC, datetime

import neo4j

from casework.actors import Actor
from casework.commands import case as c
from graph.commands import execute
from tests import filing as steps

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
    """The registered lead gets its officers, who propose the filing; the head files the case."""
    await assign(store, people, lead.case_no)
    for who, command in steps.filed(lead.case_no, "ins1", "sup", "head"):
        await execute(store, command, people[who], AT)


async def investigated(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase) -> None:
    """The lead is registered and filed, and the investigation begins."""
    await filed(store, people, lead)
    await begin(store, people, lead.case_no or "")


async def begin(store: neo4j.AsyncDriver, people: People, case_no: str) -> None:
    """The signed form of the filing is attached, and the investigation begins."""
    for who, command in steps.begun(case_no, "ins1"):
        await execute(store, command, people[who], AT)


async def declined(
    store: neo4j.AsyncDriver, people: People, case_no: str, at: datetime, reasons: str
) -> None:
    """The registered lead gets its officers, who propose not to file it, and the head does not."""
    await assign(store, people, case_no, at)
    for who, command in steps.declined(case_no, "ins1", "sup", "head", reasons):
        await execute(store, command, people[who], at)


async def assign(store: neo4j.AsyncDriver, people: People, case_no: str, at: datetime = AT) -> None:
    """The supervisor names the two officers."""
    command = c.AssignOfficers(case_no=case_no, officers=OFFICERS)
    await execute(store, command, people["sup"], at)
