"""`jicha generate county` from the terminal: numbers in, files and one JSON object out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.generate import county
from cli.main import build_app


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(build_app(["generate"]), ["generate", "county", *words])
    return done.exit_code, done.output


def test_totals_files_and_cost_are_reported(tmp_path: Path) -> None:
    out, key = tmp_path / "county", tmp_path / "key.json"
    code, said = run(
        str(out),
        *("--persons", "1000", "--settlements", "3300", "--fee-lines", "30000", "--seed", "4"),
        *("--rings", "2", "--answer-key", str(key), "--gzip", "--json"),
    )
    assert code == 0, said
    facts = json.loads(said.strip().splitlines()[-1])
    rows = {table["table"]: table["rows"] for table in facts["tables"]}
    assert rows["setl_d"] == 3300
    assert rows["fee_list_d"] == pytest.approx(30_000, rel=0.03)
    assert facts["cpu_seconds"] > 0
    assert facts["peak_mb"] > 0
    assert (out / "fee_list_d.csv.gz").is_file()
    assert len(json.loads(key.read_text(encoding="utf-8"))["rings"]) == 2


def test_a_preset_gives_way_to_the_numbers_beside_it(tmp_path: Path) -> None:
    code, said = run(str(tmp_path / "c"), "--preset", "county", "--persons", "600", "--json")
    assert code == 0, said
    assert json.loads(said.strip().splitlines()[-1])["months"] == 11


def test_what_cannot_be_names_the_cure_and_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "none"
    words = ["generate", "county", str(out), "--persons", "5000", "--settlements", "900000"]
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--settlements" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_the_command_has_the_options_of_its_guide() -> None:
    guide = Path("docs/county.md").read_text(encoding="utf-8")
    for name in ("preset", "persons", "months", "rings", "stress", "workers"):
        assert name in county.__annotations__
        assert f"--{name}" in guide
