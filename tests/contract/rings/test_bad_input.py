"""From files to rings with as little as there may be: required columns only, one institution, nothing."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import neo4j
import pytest

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES
from graph.load.run import load
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.score import FOUND, jaccard

AT = datetime(2026, 1, 2, tzinfo=UTC)
NEEDED = ("medins_info_b", "staff_info_b", "psn_info_b", "mdtrt_d", "setl_d")
Keep = Callable[[dict[str, str]], bool]


def bare(source: Path, out: Path, keep: Keep = lambda row: True) -> Path:
    """A directory with these five tables and nothing but their required columns."""
    out.mkdir()
    for name in NEEDED:
        columns = [c for c in TABLES[name].names if c in TABLES[name].required]
        with (
            (source / f"{name}.csv").open(encoding="utf-8", newline="") as read,
            (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as write,
        ):
            rows = csv.DictReader(read)
            writer = csv.DictWriter(write, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(row for row in rows if name not in ("mdtrt_d", "setl_d") or keep(row))
    return out


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county-bare")
    generate(folder, 5000, 3, folder / "key.json")
    return folder


async def test_required_columns_are_enough_for_rings_and_the_map(
    county: Path, tmp_path: Path, clean_graph: neo4j.AsyncDriver
) -> None:
    home = tmp_path / "home"
    run_import(home, bare(county, tmp_path / "bare"), "national", "tester", AT, lambda *_: None)
    store = ClaimStore(home)
    await migrate(clean_graph)
    await load(clean_graph, store, at=AT, progress=lambda *_: None, way="online")
    records = (await clean_graph.execute_query("MATCH (s:Settlement) RETURN count(s) AS n")).records
    assert records[0]["n"] > 5000
    found = detect(store)
    key = json.loads((county / "key.json").read_text(encoding="utf-8"))
    rings = [set(ring.patients) for ring in found.rings]
    shown = [r for r in key["rings"] if r["channel"] in ("outpatient", "inpatient", "pharmacy")]
    assert shown
    seen = {
        r["channel"] for r in shown if any(jaccard(set(r["patients"]), g) >= FOUND for g in rings)
    }
    # Without terminals the swipes of a whole pharmacy are one train: not every one stands out.
    assert {"outpatient", "inpatient"} <= seen, seen
    silent = {c.channel: c.note_zh for c in found.channels if not c.appearances}
    assert "没有" in silent["doctor_density"]
    assert "没有" in silent["doctor_shopping"]


def test_one_institution_alone(county: Path, tmp_path: Path) -> None:
    with (county / "mdtrt_d.csv").open(encoding="utf-8", newline="") as file:
        code = next(csv.DictReader(file))["fixmedins_code"]
    only = bare(county, tmp_path / "one", lambda row: row["fixmedins_code"] == code)
    run_import(tmp_path / "home", only, "national", "tester", AT, lambda *_: None)
    found = detect(ClaimStore(tmp_path / "home"))
    assert all({s.code for s in ring.institutions} == {code} for ring in found.rings)
    assert all(report.note_zh and report.note_en for report in found.channels)


def test_a_home_without_data_says_so(tmp_path: Path) -> None:
    found = detect(ClaimStore(tmp_path))
    assert found.rings == ()
    assert all("没有" in report.note_zh for report in found.channels)
