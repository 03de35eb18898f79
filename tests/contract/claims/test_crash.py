"""Killed at any point, an import leaves the old store or the new one, and a rerun finishes."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.county.generate import generate
from claims.errors import StoreBusy
from claims.intake.commit import sole_writer
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES

AT = datetime(2026, 3, 1, tzinfo=UTC)
# An import in its own process that kills itself, unasked and uncaught, at the nth report.
DYING = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from claims.intake.run import run_import
reports = 0
def progress(phase, done, total):
    global reports
    reports += 1
    if reports == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
run_import(Path(sys.argv[1]), Path(sys.argv[2]), "national", "tester",
           datetime(2026, 3, 1, tzinfo=UTC), progress)
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    generate(folder, 300, 5, folder / "key.json")
    return folder


@pytest.fixture(scope="module")
def undisturbed(county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    run_import(home, county, "national", "tester", AT)
    return home


def _content(home: Path) -> dict[str, tuple[object, ...]]:
    """Per table the number of rows and an order-free hash of their content."""
    with ClaimStore(home).connect() as connection:
        found = {}
        for table, declared in TABLES.items():
            row = connection.execute(
                f"SELECT count(*), bit_xor(hash({', '.join(declared.names)})) FROM {table}"
            ).fetchone()
            assert row is not None
            found[table] = tuple(row)
    return found


@pytest.mark.parametrize("report", [1, 5, 9, 14, 19, 24, 28])
def test_killed_import_leaves_nothing_and_a_rerun_finishes(
    county: Path, undisturbed: Path, tmp_path: Path, report: int
) -> None:
    words = [sys.executable, "-c", DYING, str(tmp_path), str(county), str(report)]
    ended = subprocess.run(words, check=False, timeout=120, env={**os.environ, "PYTHONPATH": "."})
    assert ended.returncode == -signal.SIGKILL
    assert ClaimStore(tmp_path).batches() == []
    assert ClaimStore(tmp_path).present() == frozenset()

    again = run_import(tmp_path, county, "national", "tester", AT)

    assert not again.unchanged
    assert _content(tmp_path) == _content(undisturbed)
    assert not (tmp_path / "claims" / "drafts").exists()


def test_a_cancelled_import_leaves_nothing(county: Path, tmp_path: Path) -> None:
    def stop(phase: str, done: int, total: int | None) -> None:
        if phase == "write":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        run_import(tmp_path, county, "national", "tester", AT, stop)
    assert ClaimStore(tmp_path).batches() == []
    assert not (tmp_path / "claims" / "drafts").exists()


def test_a_second_writer_is_told_to_wait(county: Path, tmp_path: Path) -> None:
    with sole_writer(tmp_path / "claims"), pytest.raises(StoreBusy):
        run_import(tmp_path, county, "national", "tester", AT)
