"""Rings beside a networkx projection of the same visits, on a county that the latter can do.

Run as a script; prints one JSON object. The rival is what one would write first: the bipartite
graph of patients and (institution, day), its weighted projection, the pairs seen three times, and
Louvain communities. Ours is the whole detection with its permutations, routes and explanations.
Both start from the imported store; reading the columns alone is the floor.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import networkx as nx

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.rings.channels import CHANNELS
from graph.rings.channels.base import read_events
from graph.rings.detect import detect
from graph.rings.model import Events, Route
from graph.rings.pairs import count_pairs

GOAL = 50.0
AT = datetime(2026, 1, 2, tzinfo=UTC)


def measure(home: Path, key: dict[str, Any], rounds: int = 3) -> dict[str, object]:
    """Best seconds of each way, quality of both, and the ratios."""
    store = ClaimStore(home)
    detect(store)
    read, events = _best(rounds, lambda: _read(store))
    ours, found = _best(rounds, lambda: detect(store))
    kernel, _ = _best(rounds, lambda: count_pairs(events))
    projection, communities = _best(1, lambda: _networkx(events))
    truth = [set(ring["patients"]) for ring in key["rings"]]
    rings = [set(r.patients) for r in found.rings if r.route is Route.RING]
    return {
        "bench": "rings",
        "visits": events.size,
        "seconds": {
            "whole_pipeline": round(ours, 3),
            "pairs_only": round(kernel, 3),
            "reading_columns": round(read, 3),
            "networkx_projection_louvain": round(projection, 3),
        },
        "ratio": round(projection / ours, 1),
        "ratio_pairs_only": round(projection / kernel, 1),
        "rings_found": {"ours": _found(truth, rings), "networkx": _found(truth, communities)},
        "groups": {"ours": len(rings), "networkx": len(communities)},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "goal_ratio": GOAL,
    }


def _read(store: ClaimStore) -> Events:
    with store.connect() as connection:
        return read_events(connection, CHANNELS[0])


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


def _best(rounds: int, work: Callable[[], Any]) -> tuple[float, Any]:
    best, value = float("inf"), None
    for _ in range(rounds):
        start = time.perf_counter()
        value = work()
        best = min(best, time.perf_counter() - start)
    return best, value


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
