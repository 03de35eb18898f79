"""The map: loading both ways, and how long questions take at the driver and through GraphQL.

`context` needs `settings` (with a home whose claims are imported). Milliseconds are wall time of
one user, one question after another, on a warm server; `graphql_expand` is the desk's own question
through the whole application (session, limits, masking, serialisation), asked in-process.
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import neo4j

sys.path.insert(0, str(Path(__file__).parent))
from front_door import EXPAND, desk

from casework.actors import Actor, Role, Viewer
from claims.store import ClaimStore
from graph.explore.counts import expand_counts
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.load.report import LoadReport
from graph.load.run import Way, load
from graph.migrate import migrate
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.ground import servers
from stack.neo4j_admin import Neo4jAdmin
from stack.settings import Settings

VIEWER = Viewer(Actor("bench", "bench", frozenset({Role.INSPECTOR}), "bench"))
SAMPLE, WARM_UP = 300, 60
GOALS = {"graphql_expand_p95_ms": 50.0, "two_hop_p95_ms": 20.0}
EMPTY = """
MATCH (n:Patient|Doctor|Institution|Settlement|Phone|Address|Employer|Bed|Terminal)
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS
"""
KEYS = """
MATCH (p:Patient)-[:VISITED]->() WITH DISTINCT p.psn_no AS key ORDER BY key
RETURN collect('Patient:' + key) AS patients
"""


class Context(Protocol):
    """What the bench stands on."""

    @property
    def settings(self) -> Settings:
        """Settings whose home holds imported claims and no case."""
        ...


def run(context: Context) -> dict[str, Any]:
    """Load the county online and offline, then explore it."""
    with servers(context.settings, ["neo4j", "valkey", "s3"], _say) as endpoints:
        return asyncio.run(_run(context.settings, endpoints))


def _say(text: str) -> None:
    print(text, file=sys.stderr)


async def _run(settings: Settings, endpoints: Endpoints) -> dict[str, Any]:
    store, admin = ClaimStore(settings.home), Neo4jAdmin(settings, _say)
    async with neo4j_driver(endpoints) as driver:

        async def loaded(way: Way) -> dict[str, Any]:
            async with driver.session() as session:
                await (await session.run(EMPTY)).consume()
            at = datetime.now(UTC)
            return _figures(
                await load(driver, store, at=at, progress=lambda *_: None, way=way, admin=admin)
            )

        loads = {"online": await loaded("online"), "offline": await loaded("offline")}
        patients = (await driver.execute_query(KEYS)).records[0]["patients"]
        await migrate(driver)
        return {
            "load": loads,
            "expand_ms": {
                **await _explore(driver, patients),
                "graphql_expand": await _front_door(settings, endpoints, driver, patients),
            },
            "goals": GOALS,
        }


async def _front_door(
    settings: Settings, endpoints: Endpoints, driver: neo4j.AsyncDriver, patients: list[str]
) -> dict[str, float]:
    async with desk(settings, endpoints, driver) as inspector:

        async def one_hop(patient: str) -> None:
            await inspector.ask(EXPAND, id=patient, first=50)

        return await _percentiles(one_hop, _sample(patients))


def _figures(report: LoadReport) -> dict[str, Any]:
    return {
        "seconds": report.seconds,
        "settlements": report.nodes["Settlement"],
        "nodes": sum(report.nodes.values()) - report.nodes["Hospital"] - report.nodes["Pharmacy"],
        "relationships": sum(report.relationships.values()),
        "settlements_per_second": report.rate,
        "settlements_per_second_of_writing": report.write_rate,
        "phases": report.phases,
    }


async def _explore(driver: neo4j.AsyncDriver, patients: list[str]) -> dict[str, Any]:
    chosen = _sample(patients)

    async def two_hops(patient: str) -> None:
        first = await expand(driver, VIEWER, patient, limit=50)
        await expand(driver, VIEWER, first.nodes[-1].id, limit=50)

    async def path(patient: str) -> None:
        await paths(driver, VIEWER, patient, chosen[chosen.index(patient) - 1])

    questions: dict[str, Callable[[str], Awaitable[Any]]] = {
        "counts": lambda patient: expand_counts(driver, VIEWER, patient),
        "one_hop": lambda patient: expand(driver, VIEWER, patient, limit=50),
        "two_hop": two_hops,
        "shortest_path": path,
    }
    return {name: await _percentiles(ask, chosen) for name, ask in questions.items()}


def _sample(patients: list[str]) -> list[str]:
    return random.Random(7).sample(patients, min(len(patients), SAMPLE))


async def _percentiles(
    ask: Callable[[str], Awaitable[Any]], patients: list[str]
) -> dict[str, float]:
    for patient in patients[:WARM_UP]:
        await ask(patient)
    taken = []
    for patient in patients:
        began = time.perf_counter()
        await ask(patient)
        taken.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(taken, n=100)
    return {"p50": round(cuts[49], 2), "p95": round(cuts[94], 2), "n": len(taken)}
