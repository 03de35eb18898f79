"""The map: loading both ways, and how long questions take at the driver and through GraphQL.

`context` needs `settings` (with a home whose claims are imported and whose map has never been
loaded: the first load writes into the empty store, the second builds a fresh one beside it and takes
its place, so nothing has to be emptied in between). Milliseconds are wall time of one user, one
question after another, on a warm server. `graphql_expand` asks the API as the graph page does when
an object is expanded (counts, then a page of 50 neighbours): over HTTP, through session, limits,
masking and serialisation.
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol

import neo4j

from casework.actors import Actor, Role, Viewer
from claims.store import ClaimStore
from cli.bench import COUNTS
from cli.load.crowd import Question, crowd
from cli.load.door import door, guest
from cli.output import Output
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
EXPAND = """query($id: ID!) { expand(id: $id, first: 50) {
  nodes { id kind label sharers crowded inOpenCase properties { name value } }
  edges { id source target kind count amount first last } truncated endCursor } }"""
ASKED = {"counts": Question(COUNTS), "expand": Question(EXPAND)}
WARM_SECONDS, ASK_SECONDS = 8, 20
KEYS = """
MATCH (p:Patient)-[:VISITED]->() WITH DISTINCT p.psn_no AS key ORDER BY key
RETURN collect(key) AS patients
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
        loads, patients, explored = asyncio.run(_map(context.settings, endpoints))
        through_api = _front_door(context.settings, endpoints, patients)
    expand_ms = {**explored, "graphql_expand": through_api["questions"]["expand"]}
    return {"load": loads, "expand_ms": expand_ms, "graphql": through_api, "goals": GOALS}


def _say(text: str) -> None:
    print(text, file=sys.stderr)


async def _map(
    settings: Settings, endpoints: Endpoints
) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
    """Figures of both loads, the patients, and the times of questions at the driver."""
    store, admin = ClaimStore(settings.home), Neo4jAdmin(settings, _say)
    ways: tuple[Way, ...] = ("online", "offline")
    loads = {}
    async with neo4j_driver(endpoints) as driver:
        for way in ways:
            at = datetime.now(UTC)
            report = await load(
                driver, store, at=at, progress=lambda *_: None, way=way, admin=admin
            )
            loads[way] = _figures(report)
        await migrate(driver)
        patients = (await driver.execute_query(KEYS)).records[0]["patients"]
        return loads, patients, await _explore(driver, [f"Patient:{key}" for key in patients])


def _front_door(settings: Settings, endpoints: Endpoints, patients: list[str]) -> dict[str, Any]:
    """One inspector asks without pause. Raises RuntimeError when an answer was an error."""
    with (
        guest(endpoints, "bench") as password,
        door(settings, 1, password, Output()) as ours,
    ):
        crowd(ours, ASKED, patients, users=1, seconds=WARM_SECONDS, think=0.0)
        found = crowd(ours, ASKED, patients, users=1, seconds=ASK_SECONDS, think=0.0).report()
    if found["errors"]:
        raise RuntimeError(found["first_error"])
    return found


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
