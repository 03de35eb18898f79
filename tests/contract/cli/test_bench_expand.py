"""`jicha bench expand` on a small county, beside another GraphQL endpoint over the same Neo4j."""

import asyncio
import json
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest
import strawberry
import uvicorn
from strawberry.asgi import GraphQL
from typer.testing import CliRunner

from claims.store import ClaimStore
from cli.bench import TURNS
from cli.main import build_app
from graph.load.run import load
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints

READ = """
MATCH (p:Patient {psn_no: $key}) RETURN p.psn_no AS psn_no,
  [(p)-[:VISITED]->(i) | i {.fixmedins_code, .fixmedins_name}] AS visited,
  [(p)-[:SEEN_BY]->(d) | d {.prac_psn_code, .prac_psn_name}] AS seen
"""


PAGE = """query($key: String!) { patients(where: {psn_no: {eq: $key}}) {
  psn_no visited { fixmedins_code fixmedins_name } seenBy { prac_psn_code prac_psn_name } } }"""
COUNTED = "query($key: String!) { patients(where: {psn_no: {eq: $key}}) { psn_no } }"
AT = datetime(2026, 1, 2, tzinfo=UTC)


@strawberry.type
class Institution:
    fixmedins_code: str = strawberry.field(name="fixmedins_code")
    fixmedins_name: str | None = strawberry.field(name="fixmedins_name")


@strawberry.type
class Doctor:
    prac_psn_code: str = strawberry.field(name="prac_psn_code")
    prac_psn_name: str | None = strawberry.field(name="prac_psn_name")


@strawberry.type
class Patient:
    psn_no: str = strawberry.field(name="psn_no")
    visited: list[Institution]
    seen_by: list[Doctor]


@strawberry.input
class Equal:
    eq: str


@strawberry.input
class PatientWhere:
    psn_no: Equal = strawberry.field(name="psn_no")


class Other:
    """A general layer: every property as it stands, no session, no masks."""

    def __init__(self, endpoints: Endpoints) -> None:
        self.asked = 0
        self.bearers: set[str] = set()
        other, made = self, list[neo4j.AsyncDriver]()

        @strawberry.type
        class Query:
            @strawberry.field
            async def patients(self, info: strawberry.Info, where: PatientWhere) -> list[Patient]:
                other.asked += 1
                other.bearers.add(info.context["request"].headers.get("authorization", ""))
                if not made:
                    made.append(neo4j_driver(endpoints))
                rows = (await made[0].execute_query(READ, key=where.psn_no.eq)).records
                return [
                    Patient(
                        psn_no=row["psn_no"],
                        visited=[Institution(**one) for one in row["visited"]],
                        seen_by=[Doctor(**one) for one in row["seen"]],
                    )
                    for row in rows
                ]

        self.app: Any = GraphQL(strawberry.Schema(Query))


@pytest.fixture
def other(endpoints: Endpoints) -> Iterator[tuple[str, Other]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    layer = Other(endpoints)
    server = uvicorn.Server(
        uvicorn.Config(layer.app, host="127.0.0.1", port=port, log_level="warning", loop="asyncio")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/graphql", layer
    server.should_exit = True
    thread.join(20)


async def bench(*words: str) -> dict[str, Any]:
    # The command runs event loops of its own, so it has a thread of its own.
    asked = ["bench", "expand", *words, "--json"]
    done = await asyncio.to_thread(CliRunner().invoke, build_app(asked), asked)
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


@pytest.mark.timeout(600)
async def test_both_endpoints_are_asked_and_compared(
    clean_graph: neo4j.AsyncDriver,
    endpoints: Endpoints,
    county_home: Path,
    other: tuple[str, Other],
    tmp_path: Path,
) -> None:
    await load(clean_graph, ClaimStore(county_home), at=AT, progress=lambda *_: None, way="online")
    url, layer = other
    words = ["--users", "3", "--seconds", "4", "--think", "0.1", "--workers", "1"]
    for name, asked in (("query", PAGE), ("counts", COUNTED)):
        (tmp_path / name).write_text(asked, encoding="utf-8")
        words += [f"--compare-{name}", str(tmp_path / name)]
    words += ["--compare-header", "Authorization: Bearer abc"]
    report = await bench(*words, "--compare", url)
    compared = report["compared"]
    turns = [*compared["throughput"], *compared["ours_same_fields"]]
    assert len(turns) == 2 * TURNS
    for side, throughputs in ((report, [report["throughput"]]), (compared, turns)):
        full = []
        for throughput in throughputs:
            assert set(side["questions"]) == set(throughput) == {"expandCounts", "expand"}
            full += [one["questions"][name] for name, one in throughput.items()]
            assert side["errors"] == sum(one["errors"] for one in throughput.values()) == 0
        for figures in (*side["questions"].values(), *full):
            assert figures["n"] >= 2
            assert 0 < figures["p50_ms"] <= figures["p95_ms"]
    assert report["api_cpu_ms_per_request"] > 0
    assert compared["url"] == url
    assert layer.bearers == {"Bearer abc"}
    assert layer.asked > sum(one["n"] for one in compared["questions"].values())
    pairs = zip(compared["ours_same_fields"], compared["throughput"], strict=True)
    for turn, (ours, theirs) in enumerate(pairs):
        for name, times in compared["times_ours_each"].items():
            rates = [side[name]["requests_per_second"] for side in (ours, theirs)]
            assert times[turn] == pytest.approx(rates[0] / rates[1], abs=0.02)
    for name, times in compared["times_ours"].items():
        assert times == statistics.median(compared["times_ours_each"][name])


async def test_an_endpoint_that_does_not_answer_is_told(
    clean_graph: neo4j.AsyncDriver, endpoints: Endpoints, county_home: Path
) -> None:
    await load(clean_graph, ClaimStore(county_home), at=AT, progress=lambda *_: None, way="online")
    words = ["--users", "2", "--seconds", "2", "--think", "0.1", "--workers", "1"]
    report = await bench(*words, "--compare", "http://127.0.0.1:9/graphql")
    assert report["compared"]["errors"] > 0
    assert "refused" in report["compared"]["first_error"].lower()
    assert report["compared"]["times_ours"] == {"expandCounts": None, "expand": None}
