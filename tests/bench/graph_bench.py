"""The map: loading both ways, and how long one expansion takes at the driver.

`context` needs `settings` (with a home whose claims are imported). Milliseconds are wall time of
one user, one question after another, on a warm server.
"""

import asyncio
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol

import neo4j

from casework.actors import Actor, Role, Viewer
from claims.store import ClaimStore
from graph.explore.counts import expand_counts
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.load.report import LoadReport
from graph.load.run import Way, load
from stack.clients import neo4j_driver
from stack.ground import servers
from stack.neo4j_admin import Neo4jAdmin
from stack.settings import Settings

VIEWER = Viewer(Actor("bench", "bench", frozenset({Role.INSPECTOR}), "bench"))
SAMPLE, WARM_UP = 300, 60
GOALS = {"two_hop_p95_ms": 20.0}
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
    with servers(context.settings, ["neo4j"], print) as endpoints:
        return asyncio.run(_run(context.settings, lambda: neo4j_driver(endpoints)))


async def _run(settings: Settings, opened: Callable[[], neo4j.AsyncDriver]) -> dict[str, Any]:
    store, admin = ClaimStore(settings.home), Neo4jAdmin(settings, print)
    async with opened() as driver:

        async def loaded(way: Way) -> dict[str, Any]:
            async with driver.session() as session:
                await (await session.run(EMPTY)).consume()
            at = datetime.now(UTC)
            return _figures(
                await load(driver, store, at=at, progress=lambda *_: None, way=way, admin=admin)
            )

        loads = {"online": await loaded("online"), "offline": await loaded("offline")}
        patients = (await driver.execute_query(KEYS)).records[0]["patients"]
        return {
            "bench": "graph",
            "load": loads,
            "expand_ms": await _explore(driver, patients),
            "goals": GOALS,
        }


def _figures(report: LoadReport) -> dict[str, Any]:
    return {
        "seconds": report.seconds,
        "settlements": report.nodes["Settlement"],
        "nodes": sum(report.nodes.values()) - report.nodes["Hospital"] - report.nodes["Pharmacy"],
        "relationships": sum(report.relationships.values()),
        "settlements_per_second": report.rate,
    }


async def _explore(driver: neo4j.AsyncDriver, patients: list[str]) -> dict[str, Any]:
    chosen = random.Random(7).sample(patients, min(len(patients), SAMPLE))

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
