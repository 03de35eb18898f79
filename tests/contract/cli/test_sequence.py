"""From nothing to rings and a file of findings at the terminal: the commands of the README, in order.

With `--json` the last line on stdout is one object; whatever tells of progress is on stderr.
"""

import csv
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from casework.refusal import Refusal
from cli.context import settings
from cli.main import build_app
from stack.ground import servers
from stack.settings import load_settings

RING = {
    "ring_id",
    "route",
    "score",
    "expected_by_chance",
    "patients",
    "doctors",
    "institutions",
    "days",
}


class Terminal:
    """Runs commands in process, each with `--json`."""

    def __init__(self) -> None:
        self.app, self.runner = build_app(), CliRunner()

    def run(self, *words: str) -> dict[str, Any]:
        result = self.runner.invoke(self.app, [*words, "--json"], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        lines = result.stdout.splitlines()
        assert len(lines) == 1, "progress belongs on stderr"
        told: dict[str, Any] = json.loads(lines[0])
        return told

    def sign_in(self, login: str, role: str) -> None:
        """Make an account and sign in with it."""
        first = self.run("users", "add", login, "--role", role)["one_time_password"]
        words = ["login", login, "--json"]
        said = f"{first}\nMima-2026-xinde-Z\n"
        assert self.runner.invoke(self.app, words, input=said).exit_code == 0


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """In a home of its own, for the map is loaded offline; its Neo4j runs for all the commands.

    Somebody made the home's folders beforehand, open to others as an administrator's are.
    """
    for name in ("", "claims", "findings", "run", "secrets"):
        (tmp_path / "home" / name).mkdir()
        (tmp_path / "home" / name).chmod(0o755)
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    with servers(load_settings(), ["neo4j"], print):
        yield Terminal()
    settings.cache_clear()


@pytest.mark.timeout(900)
def test_from_files_to_rings_and_findings(terminal: Terminal, tmp_path: Path) -> None:
    t, folder, key = terminal, tmp_path / "county", tmp_path / "key.json"
    size = ("--persons", "2500", "--seed", "3", "--answer-key", str(key))
    t.run("generate", "county", str(folder), *size)
    assert key.exists()
    assert any(folder.iterdir())

    brought = t.run("import", str(folder), "--profile", "national")
    assert {"batch_id", "profile", "files", "tables", "rejects", "seconds"} <= set(brought)
    assert brought["profile"] == "national"
    rows = {table["table"]: table["accepted"] for table in brought["tables"]}
    assert rows["psn_info_b"] >= 2500, "some persons are registered twice"
    again = t.run("import", str(folder), "--profile", "national")
    assert all(table["accepted"] == 0 for table in again["tables"])

    loaded = t.run("graph", "load")
    assert loaded["mode"] == "offline"
    assert loaded["nodes"]["Patient"] == rows["psn_info_b"]
    assert loaded["nodes"]["Settlement"] == rows["setl_d"]

    examined = t.run("audit", "run")
    assert len(examined["rules"]) == 10
    assert sum(rule["findings"] or 0 for rule in examined["rules"]) > 0

    found = t.run("rings", "detect")
    assert {"rings", "seconds", "peak_mb"} <= set(found)
    assert found["rings"]
    assert all(set(ring) >= RING for ring in found["rings"])
    planted = [set(ring["patients"]) for ring in json.loads(key.read_text())["rings"]]
    seen = [set(ring["patients"]) for ring in found["rings"] if ring["route"] == "ring"]
    met = [ring for ring in planted if any(len(ring & s) / len(ring | s) >= 0.5 for s in seen)]
    assert len(met) >= len(planted) / 2

    file = tmp_path / "findings.csv"
    left = t.run("findings", "export", str(file))
    others_read = [
        path for path in load_settings().home.iterdir() if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert others_read == [], "the home's own folders hold personal data"
    with file.open(encoding="utf-8-sig") as lines:
        written = list(csv.reader(lines))
    assert left["rows"] > 0
    assert len(written) > left["rows"]
    judged_by_an_inspector(t, found["rings"][0]["ring_id"])


def judged_by_an_inspector(t: Terminal, ring: str) -> None:
    """Verdicts on findings and a ring are given, noted and taken back; an unknown one stops all."""
    t.sign_in("sec", "security_admin")
    t.sign_in("ins", "inspector")
    first, second = (one["finding_id"] for one in t.run("findings", "list")["findings"][:2])
    given = ("--verdict", "rejected", "--reason", "已核实为日间手术")
    assert len(t.run("findings", "judge", first, second, *given)["events"]) == 2
    assert len(t.run("findings", "note", first, "--text", "待补病历")["events"]) == 1
    with pytest.raises(Refusal) as refused:
        t.run("findings", "judge", first, "no-such-finding", *given)
    assert refused.value.code == "NOT_FOUND"
    back = t.run("findings", "take-back", first, "--reason", "误点")
    assert [event["type"] for event in back["events"]] == ["TakenBack"]
    with pytest.raises(Refusal):
        t.run("findings", "take-back", first, "--reason", "误点")
    t.run("rings", "judge", ring, "--verdict", "confirmed", "--reason", "查实")
    assert t.run("rings", "show", ring)["verdict"] == "confirmed"
    t.run("rings", "judge", ring, "--take-back", "--reason", "误点")
    assert t.run("rings", "show", ring)["verdict"] is None
