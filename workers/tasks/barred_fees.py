"""停权医师结算: look for fees of barred doctors and open a lead for each that has none. Run by the
beat; twice opens nothing twice."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from casework.actors import BEAT, Role
from claims.store import ClaimStore
from graph.points.barred_leads import find_leads, open_leads
from stack.clients import neo4j_driver
from workers.task import Task

#: The schedule registers leads as the agency would; who acts on one is always a person.
REGISTRAR: Final = replace(BEAT, roles=frozenset({Role.AGENCY_OFFICER}))


def work(task: Task) -> Mapping[str, Any]:
    """Needs no arguments; says how many findings there are and which cases are new."""
    return asyncio.run(_look(task))


async def _look(task: Task) -> dict[str, Any]:
    async with neo4j_driver(task.endpoints) as driver:
        found = await find_leads(driver, ClaimStore(task.settings.home), task.at)
        task.progress("leads", 0, len(found))
        opened = await open_leads(driver, found, REGISTRAR, task.at)
        task.progress("leads", len(found), len(found))
    return {"found": len(found), "cases": opened}
