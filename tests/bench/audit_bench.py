"""The ten rules against the same rules written plainly in pandas, and a bare scan as the floor.

`context.home` holds the imported default county. Each side reads the same Parquet through the same
views, in turn, so that a busy machine disturbs both alike; seconds are medians of the rounds.
Writing the findings is part of our time and not of pandas'.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

sys.path.insert(0, str(Path(__file__).parent))
from pandas_rules import load, run_rules

from audit.engine.run import run_audit
from claims.store import ClaimStore

GOAL = 5.0
SCAN = """
SELECT count(*), sum(cnt), sum(pric), sum(det_item_fee_sumamt), max(fee_ocur_time),
    bit_xor(hash(mdtrt_id)), bit_xor(hash(feedetl_sn)), bit_xor(hash(hilist_code))
FROM fee_list_d
"""


class Context(Protocol):
    """What the frame gives."""

    home: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """Seconds of both and of the scan, their ratio, and whether both hit the same number."""
    ways: dict[str, Callable[[], Any]] = {
        "jicha": lambda: run_audit(context.home, at=datetime.now(UTC), operator="bench"),
        "pandas": lambda: run_rules(load(context.home)),
        "bare_scan": lambda: _scan(context.home),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    cpu: dict[str, list[float]] = {name: [] for name in ways}
    answers: dict[str, Any] = {}
    for _ in range(context.rounds):
        for name, way in ways.items():
            begun, worked = time.perf_counter(), time.process_time()
            answers[name] = way()
            seconds[name].append(time.perf_counter() - begun)
            cpu[name].append(time.process_time() - worked)
    middle, work = _middle(seconds), _middle(cpu)
    report = answers["jicha"]
    ours = {rule.rule_id: rule.findings for rule in report.rules}
    return {
        "lines": report.lines,
        "visits": report.visits,
        "rounds": context.rounds,
        "seconds": middle,
        "cpu_seconds": work,
        "times_faster_than_pandas": round(middle["pandas"] / middle["jicha"], 2),
        "times_slower_than_scan": round(middle["jicha"] / middle["bare_scan"], 2),
        "findings": ours,
        "pandas_hits": answers["pandas"],
        "differing_rules": sorted(r for r, n in ours.items() if answers["pandas"].get(r) != n),
        "peak_mb": report.peak_mb,
        "goal": {"times_faster_than_pandas": GOAL},
    }


def _middle(taken: dict[str, list[float]]) -> dict[str, float]:
    return {name: round(statistics.median(values), 3) for name, values in taken.items()}


def _scan(home: Path) -> None:
    with ClaimStore(home).connect() as connection:
        connection.execute(SCAN).fetchall()
