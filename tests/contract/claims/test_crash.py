"""Killed at any point, an import leaves the old store or the new one; the next run goes on from the
last finished piece, and what comes out equals an undisturbed import."""

import dataclasses
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.batches import Batch
from claims.county.generate import generate
from claims.errors import StoreBusy
from claims.intake.commit import sole_writer
from claims.intake.limits import ImportLimits
from claims.intake.run import run_import
from claims.store import ClaimStore, Reject
from claims.tables import TABLES
from stack.leases import JobCancelled

AT = datetime(2026, 3, 1, tzinfo=UTC)
PIECES = ImportLimits(piece_bytes=150_000)
# An import in its own process that kills itself, unasked and uncaught: at the nth report of its
# progress, or at the nth time that it waits for the disk.
DYING = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from claims.intake import commit, draft
from claims.intake.limits import ImportLimits
from claims.intake.run import run_import
home, files, what, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
def count(of):
    global left
    left -= of == what
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
def sync(path, true=commit.sync):
    count("sync")
    true(path)
commit.sync = draft.sync = sync
run_import(home, files, "national", "tester", datetime(2026, 3, 1, tzinfo=UTC),
           lambda *_: count("report"), ImportLimits(piece_bytes=150_000))
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small county whose fee lines also have faults, repeated rows and conflicting keys."""
    folder = tmp_path_factory.mktemp("county")
    generate(folder, 300, 5, folder / "key.json")
    path = folder / "fee_list_d.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert len(lines) > 3000
    lines[900] = lines[900].replace('"2025-', '"2999-', 1)
    lines[1700] = "too,few\n"
    lines.insert(2500, lines[40])
    lines.insert(2900, lines[41].replace('"1.00"', '"3.00"', 1))
    path.write_text("".join(lines), encoding="utf-8")
    return folder


Outcome = tuple[dict[str, tuple[object, ...]], list[Reject], Batch]


def _outcome(home: Path) -> Outcome:
    """Per table the rows and an order-free hash of their content; the rejects; the record."""
    store = ClaimStore(home)
    (batch,) = store.batches()
    with store.connect() as connection:
        found = {}
        for table, declared in TABLES.items():
            row = connection.execute(
                f"SELECT count(*), bit_xor(hash({', '.join(declared.names)})) FROM {table}"
            ).fetchone()
            assert row is not None
            found[table] = tuple(row)
    return found, store.rejects(batch.batch_id), dataclasses.replace(batch, seconds=0)


@pytest.fixture(scope="module")
def undisturbed(county: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    home = tmp_path_factory.mktemp("home")
    run_import(home, county, "national", "tester", AT, limits=PIECES)
    content, rejects, batch = _outcome(home)
    assert {r.code for r in rejects} >= {"date_in_future", "too_few_fields", "duplicate_row"}
    return content, rejects, batch


def _killed(home: Path, county: Path, what: str, left: int) -> None:
    words = [sys.executable, "-c", DYING, str(home), str(county), what, str(left)]
    ended = subprocess.run(words, check=False, timeout=120, env={**os.environ, "PYTHONPATH": "."})
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("what", "left"),
    [("report", n) for n in (1, 8, 24, 30, 36, 48)] + [("sync", n) for n in (1, 9, 60, 140, 260)],
)
def test_a_killed_import_goes_on_to_the_same_result(
    county: Path, undisturbed: Outcome, tmp_path: Path, what: str, left: int
) -> None:
    _killed(tmp_path, county, what, left)
    published = bool(ClaimStore(tmp_path).batches())
    kept = len(list(tmp_path.glob("claims/drafts/*/pieces/f*")))
    first: list[int] = []

    def listen(phase: str, done: int, total: int | None) -> None:
        if phase == "read":
            first.append(done)

    again = run_import(tmp_path, county, "national", "tester", AT, listen, PIECES)

    assert again.unchanged == published
    assert published or (first[0] > 0) == (kept > 0)
    assert _outcome(tmp_path) == undisturbed
    assert not list(tmp_path.glob("claims/drafts/*"))


def test_killed_again_and_again_it_still_ends(
    county: Path, undisturbed: Outcome, tmp_path: Path
) -> None:
    pieces = []
    for _ in range(3):
        _killed(tmp_path, county, "report", 28)
        assert ClaimStore(tmp_path).batches() == []
        pieces.append(len(list(tmp_path.glob("claims/drafts/*/pieces/f*"))))
    assert 0 < pieces[0] < pieces[1] < pieces[2]
    run_import(tmp_path, county, "national", "tester", AT, limits=PIECES)
    assert _outcome(tmp_path) == undisturbed


def test_pieces_of_a_file_that_changed_meanwhile_are_not_used(county: Path, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for path in county.glob("*.csv"):
        (files / path.name).write_bytes(path.read_bytes())
    _killed(tmp_path / "home", files, "report", 20)
    lines = (files / "psn_info_b.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (files / "psn_info_b.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    run_import(tmp_path / "home", files, "national", "tester", AT, limits=PIECES)
    content, _, _ = _outcome(tmp_path / "home")
    assert content["psn_info_b"][0] == len(lines) - 2


def test_a_cancelled_import_leaves_nothing(county: Path, tmp_path: Path) -> None:
    def stop(phase: str, done: int, total: int | None) -> None:
        if phase == "write":
            raise JobCancelled("取消", "cancelled")

    with pytest.raises(JobCancelled):
        run_import(tmp_path, county, "national", "tester", AT, stop)
    assert ClaimStore(tmp_path).batches() == []
    assert not (tmp_path / "claims" / "drafts").exists()


def test_a_second_writer_is_told_to_wait(county: Path, tmp_path: Path) -> None:
    with sole_writer(tmp_path / "claims"), pytest.raises(StoreBusy):
        run_import(tmp_path, county, "national", "tester", AT)
