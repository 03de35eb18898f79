"""`jicha verify` as a person and a program see it. No server, no home."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence.dossier.export import Dossier


def jicha(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "JICHA_HOME": str(home / "never-made")}
    command = [sys.executable, "-m", "cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120)


def test_a_sound_dossier(dossier: Dossier, tmp_path: Path) -> None:
    done = jicha("verify", str(dossier.path), "--json", "--expect", dossier.sm3, home=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["ok"], told["case_no"], told["sha256"]) == (True, "DEMO-1", dossier.sha256)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_dossier_ends_with_3_and_names_the_place(
    dossier: Dossier, tmp_path: Path
) -> None:
    body = bytearray(dossier.path.read_bytes())
    spot = body.index("流水号,金额".encode())
    body[spot] ^= 1
    (tmp_path / "x.zip").write_bytes(body)
    done = jicha("verify", str(tmp_path / "x.zip"), home=tmp_path)
    assert done.returncode == 3
    assert "data/evidence/0002.csv" in done.stdout
    assert "不可采信" in done.stdout


@pytest.mark.parametrize("name", ["missing.zip", "."])
def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path, name: str) -> None:
    assert jicha("verify", str(tmp_path / name), home=tmp_path).returncode == 2
