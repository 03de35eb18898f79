"""`jicha verify` as a person and a program see it. No server, no home."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evidence.dossier.export import Dossier

HAN = re.compile(r"[\u3400-\u9fff]")
ENGLISH = re.compile(r"\b[a-z]+ [a-z]+ [a-z]+\b")


def jicha(*arguments: str, home: Path, language: str = "zh") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "JICHA_HOME": str(home / "never-made"), "JICHA_LANGUAGE": language}
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
    assert "data/evidence/0003.csv" in done.stdout
    assert "不可采信" in done.stdout


@pytest.mark.parametrize("cut", [0, 1, 400, 5000])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_sentence_is_in_one_language(
    dossier: Dossier, tmp_path: Path, cut: int, language: str
) -> None:
    body = dossier.path.read_bytes()
    spot = body.index("流水号,金额".encode())
    damaged = body[:spot] + b"x" + body[spot + 1 :]
    (tmp_path / "x.zip").write_bytes(damaged[: len(damaged) - cut])
    told = jicha("verify", str(tmp_path / "x.zip"), home=tmp_path, language=language)
    assert told.returncode == 3, told.stderr
    sentences = [line for line in told.stdout.splitlines() if not line.startswith("S")]
    assert len(sentences) >= 3
    for line in sentences:
        assert bool(HAN.search(line)) == (language == "zh"), line
        assert not (language == "zh" and ENGLISH.search(line)), line


@pytest.mark.parametrize("name", ["missing.zip", "."])
def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path, name: str) -> None:
    assert jicha("verify", str(tmp_path / name), home=tmp_path).returncode == 2
