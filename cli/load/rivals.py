"""Ring detection beside what one would write first, on a county of the generator.

The rivals: the bipartite graph of patients and (institution, day), its weighted projection in
networkx, pairs seen three times, Louvain communities; the same pairs by a DuckDB self-join, and by
scipy's blocked A·Aᵀ. They look at one channel, ask no chance and explain nothing. So two ratios are
given: of the **same question** (the outpatient channel, from its columns to groups) and of the
**whole detection** (reading, all channels, permutations, routes, explanations). The floor is the time
of reading the columns. Where the projection would outgrow memory it gets some institutions of the same
data, and the same question is asked of those, too.
"""

import gc
import json
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import networkx as nx

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.views import quoted
from cli.load.copies import copied, key_of
from graph.rings.channels.outpatient import SQL
from graph.rings.days import find as days
from graph.rings.days.read import columns_of
from graph.rings.detect import Progress, detect
from graph.rings.model import Detection, Route
from graph.rings.reference.events import MEETINGS, read_events
from graph.rings.reference.model import Events
from graph.rings.reference.pairs import count_pairs
from graph.rings.score import FOUND, jaccard

Way = Callable[[], Any]
GOAL = 50.0
#: Visits that the projection is given: it takes minutes beyond, and its edges tens of gigabytes.
PROJECTED = 100_000
#: Visits that the self-join counts within minutes and memory.
JOINED, JOIN_MEMORY = 5_000_000, "6GB"
OURS = ("whole_detection", "same_question", "duckdb_self_join", "scipy_blocked_product")
NETWORKX = "networkx_projection_louvain"


def county_of(
    persons: int, seed: int, at: datetime, progress: Progress, rounds: int, copies: int = 1
) -> dict[str, Any]:
    """Generate a county, import it into a home of its own, and measure there; with `copies` a city of
    so many of it."""
    with tempfile.TemporaryDirectory(prefix="jicha-bench-") as folder:
        county, home, key = Path(folder, "county"), Path(folder, "home"), Path(folder, "key.json")
        generate(county, persons, seed, key, progress=progress)
        run_import(home, county, "national", "bench", at, progress)
        known = json.loads(key.read_text(encoding="utf-8"))
        store = ClaimStore(home)
        asked = {"persons": persons, "seed": seed, "copies": copies}
        if copies == 1:
            return {**asked, **measure(store, known, rounds)}
        city = copied(store, Path(folder, "city"), copies, progress)
        return {**asked, **measure(city, key_of(known, copies), rounds)}


def measure(store: ClaimStore, key: dict[str, Any], rounds: int = 3) -> dict[str, Any]:
    """Least seconds of each way, wall and processor, quality of both, and the ratios."""
    # The first call compiles, or loads what an earlier run has compiled.
    begun = time.perf_counter()
    detect(store)
    start_up = time.perf_counter() - begun
    gc.collect()
    at_start = _memory("VmRSS", afresh=True)
    timed = {"whole_detection": _best(rounds, lambda: detect(store))}
    peak = _memory("VmHWM")
    columns = _columns(store)
    timed["same_question"] = _best(
        rounds, lambda: days.find(columns, days.Method(), seed=7, permutations=0)
    )
    timed["reading_columns"] = _best(rounds, lambda: _columns(store))
    with store.connect() as connection:
        events = read_events(connection, MEETINGS[0])
    left_out: dict[str, str] = {}
    rivals: tuple[tuple[str, int, Way], ...] = (
        ("scipy_blocked_product", rounds, lambda: count_pairs(events)),
        ("duckdb_self_join", 1, lambda: _self_join(store)),
    )
    for name, times, way in rivals:
        if events.size <= JOINED:
            timed[name] = _best(times, way)
        else:
            left_out[name] = f"{events.size} visits; this way can do {JOINED}"
    part: dict[str, Any] = {}
    if events.size <= PROJECTED:
        timed[NETWORKX] = _best(1, lambda: _networkx(events))
    else:
        left_out[NETWORKX] = f"{events.size} visits; this way can do {PROJECTED}: see part"
        part = _part(store, rounds)
    return {
        "visits": events.size,
        "part": part,
        "first_run_seconds": round(start_up, 3),
        "seconds": {name: round(taken[0], 3) for name, taken in timed.items()},
        "cpu_seconds": {name: round(taken[1], 3) for name, taken in timed.items()},
        "left_out": left_out,
        "times_faster": _ratios({name: taken[0] for name, taken in timed.items()}),
        "times_faster_cpu": _ratios({name: taken[1] for name, taken in timed.items()}),
        **_quality(key, timed["whole_detection"][2], timed.get(NETWORKX, (0, 0, None))[2]),
        "peak_mb": peak,
        "at_start_mb": at_start,
        "goal": {"times_faster": GOAL},
    }


def _quality(
    key: dict[str, Any], found: Detection, communities: list[set[str]] | None
) -> dict[str, Any]:
    """Planted rings that each way shows, and how many groups it names for that."""
    truth = [set(ring["patients"]) for ring in key["rings"]]
    rings = [set(ring.patients) for ring in found.rings if ring.route is Route.RING]
    shares, groups = {"ours": _found(truth, rings)}, {"ours": len(rings)}
    if communities is not None:
        shares["networkx"], groups["networkx"] = _found(truth, communities), len(communities)
    return {"rings_found": shares, "groups": groups}


def _ratios(seconds: dict[str, float]) -> dict[str, float]:
    """How many times longer the projection takes than each other way; nothing without it."""
    if NETWORKX not in seconds:
        return {}
    rival = seconds[NETWORKX]
    return {name: round(rival / max(seconds[name], 0.001), 1) for name in OURS if name in seconds}


def _part(store: ClaimStore, rounds: int) -> dict[str, Any]:
    """The projection and the same question of institutions with as many visits as it can do."""
    with store.connect() as connection:
        sizes = connection.execute(
            f"SELECT fixmedins_code, count(*), hash(fixmedins_code) AS turn FROM ({SQL}) "
            "GROUP BY ALL ORDER BY turn, 1"
        ).fetchall()
        codes, visits = [], 0
        for code, n, _ in sizes:
            if visits + n <= PROJECTED:
                codes.append(code)
                visits += n
        these = ", ".join(quoted(code) for code in codes)
        columns = columns_of(
            connection, f"SELECT * FROM ({SQL}) WHERE fixmedins_code IN ({these})"
        )[0]
        sql = f"SELECT * FROM ({MEETINGS[0].sql}) WHERE unit IN ({these})"
        events = read_events(connection, replace(MEETINGS[0], sql=sql))
    theirs = _best(1, lambda: _networkx(events))
    ours = _best(rounds, lambda: days.find(columns, days.Method(), seed=7, permutations=0))
    return {
        "institutions": len(codes),
        "visits": events.size,
        "seconds": {NETWORKX: round(theirs[0], 3), "same_question": round(ours[0], 3)},
        "times_faster": round(theirs[0] / max(ours[0], 0.001), 1),
    }


def _memory(what: str, *, afresh: bool = False) -> int:
    """MB that this process holds (VmRSS) or held at most (VmHWM); `afresh` forgets the most until now.
    0 where the system does not tell."""
    if afresh:
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(what):
                return int(line.split()[1]) // 1024
    return 0


def _columns(store: ClaimStore) -> days.Columns:
    with store.connect() as connection:
        return columns_of(connection, SQL)[0]


def _self_join(store: ClaimStore) -> int:
    """Pairs seen three times, as one would ask SQL."""
    with store.connect() as connection:
        connection.execute("SET threads = 2")
        # Beyond, it spills: its pairs must not drive the machine out of memory.
        connection.execute(f"SET memory_limit = '{JOIN_MEMORY}'")
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
    hits = sum(any(jaccard(t, g) >= FOUND for g in groups) for t in truth)
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
