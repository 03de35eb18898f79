"""The ten rules against the same rules written plainly in pandas, and a bare scan as the floor.

`context.home` holds the imported default county. Each side reads the same Parquet through the same
views in a process of its own, in turn, so that a busy machine disturbs all alike and no side's memory
is in another's way; seconds are medians of the rounds after one that warms up. Both sides give the
same findings (whom or what, amount involved, amount at risk, to the cent: `differing_rules`); ours
also keeps the lines, the sentences and the comparison with the run before, and writes them to disk.
"""

import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

GOAL = 5.0
SCAN = """
SELECT count(*), sum(cnt), sum(pric), sum(det_item_fee_sumamt), max(fee_ocur_time),
    bit_xor(hash(mdtrt_id)), bit_xor(hash(feedetl_sn)), bit_xor(hash(hilist_code))
FROM fee_list_d
"""
#: Of a rule, each finding's identity with amount involved and amount at risk in fen.
Findings = dict[str, dict[tuple[str, ...], tuple[int, int]]]


class Context(Protocol):
    """What the frame gives."""

    home: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """Seconds of both and of the scan, their ratio, and whether both found the same."""
    ways = {"jicha": ours, "pandas": theirs, "bare_scan": scanned}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    cpu: dict[str, list[float]] = {name: [] for name in ways}
    spawn = multiprocessing.get_context("spawn")
    crews = {name: ProcessPoolExecutor(1, mp_context=spawn) for name in ways}
    try:
        for number in range(context.rounds + 1):
            for name, way in ways.items():
                taken, worked = crews[name].submit(timed, way, context.home).result()
                if number:
                    seconds[name].append(taken)
                    cpu[name].append(worked)
        facts = crews["jicha"].submit(told, context.home).result()
        mine = crews["jicha"].submit(findings, context.home).result()
        other = crews["pandas"].submit(pandas_findings, context.home).result()
    finally:
        for crew in crews.values():
            crew.shutdown()
    middle = _middle(seconds)
    return {
        **facts,
        "rounds": context.rounds,
        "seconds": middle,
        "slowest": {name: round(max(values), 3) for name, values in seconds.items()},
        "cpu_seconds": _middle(cpu),
        "times_faster_than_pandas": round(middle["pandas"] / middle["jicha"], 2),
        "times_slower_than_scan": round(middle["jicha"] / middle["bare_scan"], 2),
        "findings": {rule: len(found) for rule, found in mine.items()},
        "differing_rules": sorted(rule for rule in mine if mine[rule] != other.get(rule)),
        "goal": {"times_faster_than_pandas": GOAL},
    }


def _middle(taken: dict[str, list[float]]) -> dict[str, float]:
    return {name: round(statistics.median(values), 3) for name, values in taken.items()}


def timed(way: Callable[[Path], Any], home: Path) -> tuple[float, float]:
    """Wall and processor seconds of one way."""
    begun, worked = time.perf_counter(), time.process_time()
    way(home)
    return time.perf_counter() - begun, time.process_time() - worked


def ours(home: Path) -> Any:
    """The examiner, findings written and in force."""
    from audit.engine.run import run_audit

    return run_audit(home, at=datetime.now(UTC), operator="bench")


def theirs(home: Path) -> Any:
    """The same rules in pandas."""
    sys.path.insert(0, str(Path(__file__).parent))
    from pandas_rules import load, run_rules

    return run_rules(load(home))


def scanned(home: Path) -> None:
    """Read each column of the lines that the rules need, and no more."""
    from claims.store import ClaimStore

    with ClaimStore(home).connect() as connection:
        connection.execute(SCAN).fetchall()


def told(home: Path) -> dict[str, Any]:
    """What the last run says of itself."""
    from audit.findings.shelf import Shelf

    manifest = Shelf(home).manifest()
    assert manifest is not None
    return {name: manifest.report[name] for name in ("lines", "visits", "peak_mb")}


def findings(home: Path) -> Findings:
    """What the examiner put in force."""
    import duckdb

    from audit.findings.shelf import Shelf

    shelf, found = Shelf(home), {}
    manifest = shelf.manifest()
    assert manifest is not None
    for rule, entry in manifest.rules.items():
        with duckdb.connect() as connection:
            rows = connection.execute(
                "SELECT identity, amount_involved, amount_at_risk FROM read_parquet(?)",
                [str(shelf.path(entry))],
            ).fetchall()
        found[rule] = {
            tuple(json.loads(identity).values()): (int(involved * 100), int(risk * 100))
            for identity, involved, risk in rows
        }
    return found


def pandas_findings(home: Path) -> Findings:
    """What pandas finds, in the same form."""
    found: Findings = {}
    for rule, frame in theirs(home).items():
        keys = [name for name in frame.columns if name not in ("involved", "risk")]
        rows = frame[[*keys, "involved", "risk"]].itertuples(index=False)
        found[rule] = {tuple(map(_text, row[:-2])): (int(row[-2]), int(row[-1])) for row in rows}
    return found


def _text(key: Any) -> str:
    return key if isinstance(key, str) else str(key.date())
