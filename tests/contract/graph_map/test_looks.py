"""The map looked at from a terminal: the same answers as the desk's, each with `--json`."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.main import build_app

pytestmark = pytest.mark.usefixtures("county")
ONE, TWO = "Patient:1", "Patient:2"


@pytest.fixture
def run(own_environment: Path) -> Any:
    """Runs `jicha graph …` in process on the hand-made county."""
    assert own_environment
    app, runner = build_app(["graph"]), CliRunner()

    def _run(*words: str) -> dict[str, Any]:
        told = runner.invoke(app, ["graph", *words, "--json"], catch_exceptions=False)
        assert told.exit_code == 0, told.output
        found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
        return found

    return _run


def test_counts_common_timeline_geo_and_metrics(run: Any) -> None:
    counts = {one["relation"]: one["count"] for one in run("counts", ONE)["counts"]}
    assert counts["SEEN_BY"] == 2
    shared = run("common", ONE, TWO, "--limit", "1")
    assert shared["truncated"]
    rest = run("common", ONE, TWO, "--after", shared["cursor"])
    ids = [one["id"] for one in (*shared["common"], *rest["common"])]
    assert {"Institution:H1", "Doctor:D1"} < set(ids)
    assert len(set(ids)) == len(ids)
    assert set(run("common", ONE, TWO, "Patient:3", "--least", "2")["common"][0]["shared_by"]) == {
        ONE,
        TWO,
    }
    march = run("timeline", ONE, "--from", "2025-03-05", "--to", "2025-03-05")
    assert [one["settlement"]["id"] for one in march["entries"]] == ["Settlement:S1"]
    assert march["entries"][0]["patient"]["label"] == "张*"
    assert {one["id"] for one in run("geo")["places"]} == {"Institution:H1", "Institution:P1"}
    assert [one["id"] for one in run("geo", "--of", ONE)["places"]] == ["Institution:H1"]
    figures = run("metrics", ONE, TWO, "Institution:H1")
    assert figures["nodes"][0]["id"] == "Institution:H1"
    assert figures["edges"] == 2


def test_lightest_paths_carry_their_weights(run: Any) -> None:
    found = run("path", ONE, TWO, "--weight", "rarity", "--limit", "2")
    assert found["truncated"]
    rest = run("path", ONE, TWO, "--weight", "rarity", "--after", found["cursor"])
    weights = [*found["weights"], *rest["weights"]]
    assert weights == sorted(weights)
    assert len(weights) == len(found["paths"]) + len(rest["paths"]) >= 4
    none = run("path", ONE, TWO, "--all", "--from", "2030-01-01")
    assert all("VISITED" not in path for path in none["paths"])


def test_saved_questions_are_listed_and_asked(run: Any) -> None:
    listed = run("pattern")["patterns"]
    assert all({"key", "title", "explanation", "parameters"} <= set(one) for one in listed)
    first = next(
        one
        for one in listed
        if all(p["kind"] != "day" or p["default"] is not None for p in one["parameters"])
    )
    nodes = {"Patient": ONE, "Doctor": "Doctor:D1", "Institution": "Institution:H1"}
    given = [
        f"{one['name']}={nodes[one['kinds'][0]] if one['kind'] == 'node' else '1'}"
        for one in first["parameters"]
        if one["default"] is None
    ]
    words = [word for one in given for word in ("--parameter", one)]
    found = run("pattern", first["key"], *words)
    assert found["key"] == first["key"]
    assert all(len(row) == len(found["columns"]) for row in found["rows"])
