"""Rings beside what one would write first, on a county that every way can do.

The rivals: the bipartite graph of patients and (institution, day), its weighted projection in
networkx, pairs seen three times, Louvain communities; the same pairs by a DuckDB self-join, and by
scipy's blocked A·Aᵀ. They look at one channel, ask no chance and explain nothing. So two ratios are
given: of the same question (the outpatient channel, from its columns to groups) and of the whole
detection (reading, all channels, permutations, routes, explanations). The floor is the time of
reading the columns. Run as a script it makes a county of its own.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import networkx as nx

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.rings.channels.outpatient import SQL
from graph.rings.days import find as days
from graph.rings.days.read import columns_of
from graph.rings.detect import detect
from graph.rings.model import Route
from graph.rings.reference.events import MEETINGS, read_events
from graph.rings.reference.model import Events
from graph.rings.reference.pairs import count_pairs

Way = Callable[[], Any]
GOAL = 50.0
AT = datetime(2026, 1, 2, tzinfo=UTC)


class Context(Protocol):
    """What the frame gives."""

    home: Path
    answer_key: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """The bench on the frame's county."""
    return measure(context.home, json.loads(context.answer_key.read_bytes()), context.rounds)


def measure(home: Path, key: dict[str, Any], rounds: int = 3) -> dict[str, Any]:
    """Best seconds of each way, wall and processor time, quality of both, and the ratios."""
    store = ClaimStore(home)
    with store.connect() as connection:
        events = read_events(connection, MEETINGS[0])
    columns = _columns(store)
    ways: dict[str, Way] = {
        "whole_pipeline": lambda: detect(store),
        "same_question": lambda: days.find(columns, days.Method(), seed=7, permutations=0),
        "reading_columns": lambda: _columns(store),
        "duckdb_self_join": lambda: _self_join(store),
        "scipy_blocked_product": lambda: count_pairs(events),
    }
    # The first call compiles, or loads what an earlier run has compiled.
    begun = time.perf_counter()
    detect(store)
    start_up = time.perf_counter() - begun
    timed = {name: _best(rounds, way) for name, way in ways.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    timed["networkx_projection_louvain"] = _best(1, lambda: _networkx(events))
    truth = [set(ring["patients"]) for ring in key["rings"]]
    rings = [set(r.patients) for r in timed["whole_pipeline"][2].rings if r.route is Route.RING]
    communities = timed["networkx_projection_louvain"][2]
    wall = {name: round(taken[0], 3) for name, taken in timed.items()}
    cpu = {name: round(taken[1], 3) for name, taken in timed.items()}
    return {
        "visits": events.size,
        "first_run_seconds": round(start_up, 3),
        "seconds": wall,
        "cpu_seconds": cpu,
        "times_faster": _ratios(wall),
        "times_faster_cpu": _ratios(cpu),
        "rings_found": {"ours": _found(truth, rings), "networkx": _found(truth, communities)},
        "groups": {"ours": len(rings), "networkx": len(communities)},
        "peak_mb": round(peak / 1024),
        "goal": {"times_faster": GOAL},
    }


def _ratios(seconds: dict[str, float]) -> dict[str, float]:
    rival = seconds["networkx_projection_louvain"]
    names = "whole_pipeline", "same_question", "duckdb_self_join", "scipy_blocked_product"
    return {name: round(rival / max(seconds[name], 0.001), 1) for name in names}


def _columns(store: ClaimStore) -> days.Columns:
    with store.connect() as connection:
        return columns_of(connection, SQL)[0]


def _self_join(store: ClaimStore) -> int:
    """Pairs seen three times, as one would ask SQL."""
    with store.connect() as connection:
        connection.execute("SET threads = 2")
        row = connection.execute(
            f"WITH cells AS (SELECT DISTINCT psn_no, place, day FROM ({SQL})) "
            "SELECT count(*) FROM (SELECT a.psn_no, b.psn_no FROM cells a JOIN cells b "
            "ON a.place = b.place AND a.day = b.day AND a.psn_no < b.psn_no "
            "GROUP BY a.psn_no, b.psn_no HAVING count(*) >= 3)"
        ).fetchone()
    return int(row[0]) if row else 0


def _networkx(events: Events) -> list[set[str]]:
    bipartite: nx.Graph[Any] = nx.Graph()
    bipartite.add_edges_from(
        zip(events.patient.tolist(), (("cell", c) for c in events.cell.tolist()), strict=True)
    )
    people = set(events.patient.tolist())
    projected = nx.bipartite.weighted_projected_graph(bipartite, people)
    often = nx.Graph((a, b, d) for a, b, d in projected.edges(data=True) if d["weight"] >= 3)
    groups = nx.community.louvain_communities(often, seed=1) if often else []
    return [{events.patients[p] for p in group} for group in groups if len(group) >= 4]


def _found(truth: list[set[str]], groups: list[set[str]]) -> float:
    hits = sum(any(len(t & g) / len(t | g) >= 0.5 for g in groups) for t in truth)
    return round(hits / max(1, len(truth)), 3)


def _best(rounds: int, work: Way) -> tuple[float, float, Any]:
    """Least wall seconds, least processor seconds, and the answer."""
    wall = cpu = float("inf")
    value = None
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        value = work()
        wall = min(wall, time.perf_counter() - begun)
        cpu = min(cpu, time.process_time() - worked)
    return wall, cpu, value


def main(persons: int = 20_000, seed: int = 61) -> None:
    """Generate, import, measure, print."""
    with tempfile.TemporaryDirectory(prefix="jicha-bench-") as folder:
        county, home, key = Path(folder, "county"), Path(folder, "home"), Path(folder, "key.json")
        generate(county, persons, seed, key)
        run_import(home, county, "national", "bench", AT)
        result = measure(home, json.loads(key.read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps({"persons": persons, **result}) + "\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
