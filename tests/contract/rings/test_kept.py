"""What is kept of a store between detections: nobody can tell from the rings whether it was there."""

import csv
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

import graph.rings.prepare
from claims.county.generate import generate
from claims.intake.run import run_import
from claims.stands_for import StandsFor
from claims.store import ClaimStore
from claims.withdraw import withdraw
from graph.rings.detect import detect
from graph.rings.kept import STATES
from graph.rings.model import Detection

AT = datetime(2026, 1, 2, tzinfo=UTC)
MONTH = "2025-03"


def imported(files: Path, home: Path) -> ClaimStore:
    run_import(home, files, "national", "tester", AT, lambda *_: None)
    return ClaimStore(home)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county-kept")
    generate(folder, 3000, 3, folder / "key.json")
    return folder


@pytest.fixture(scope="module")
def template(county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An imported home in which nothing was detected."""
    home = tmp_path_factory.mktemp("home-kept")
    imported(county, home)
    return home


@pytest.fixture
def store(template: Path, tmp_path: Path) -> ClaimStore:
    shutil.copytree(template, tmp_path / "home")
    return ClaimStore(tmp_path / "home")


def afresh(store: ClaimStore) -> Detection:
    """What the rows say where nothing was kept before."""
    shutil.rmtree(store.kept, ignore_errors=True)
    return detect(store)


def folders(store: ClaimStore) -> list[Path]:
    return sorted(store.kept.iterdir()) if store.kept.is_dir() else []


def test_a_second_look_reads_what_the_first_kept(store: ClaimStore) -> None:
    assert folders(store) == []
    found = detect(store)
    (folder,) = folders(store)
    made = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert folder / "store.duckdb" in made
    assert len([path for path in made if path.suffix == ".npy"]) > 20
    assert len(found.rings) > 0
    assert detect(store) == found
    assert {path: path.stat().st_mtime_ns for path in made} == made


def test_a_month_that_goes_takes_what_was_kept_with_it(store: ClaimStore) -> None:
    before = detect(store)
    withdraw(store.home, store.batches()[0].batch_id, "tester", AT, "口径有误", MONTH)
    assert folders(store) == []
    after = detect(store)
    assert after == afresh(store)
    assert after.channels[0].appearances < before.channels[0].appearances
    assert not any(day.day.isoformat()[:7] == MONTH for ring in after.rings for day in ring.days)


def test_a_month_that_is_replaced_is_seen(store: ClaimStore, county: Path, tmp_path: Path) -> None:
    before = detect(store)
    files = tmp_path / "files"
    files.mkdir()
    for name in ("mdtrt_d", "setl_d"):
        head, *rows = (county / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        march = [row for row in rows if MONTH in row]
        text = "\n".join([head, *march[: len(march) // 2]])
        (files / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
    run_import(store.home, files, "national", "tester", AT, lambda *_: None, replaces=[MONTH])
    after = detect(store)
    assert after == afresh(store)
    assert after.channels[0].appearances < before.channels[0].appearances


def test_who_is_one_is_not_read_from_when_they_were_two(store: ClaimStore) -> None:
    found = detect(store)
    one, other = found.rings[0].patients[:2]
    judged = ClaimStore(store.home, StandsFor(persons={one: other}))
    after = detect(judged)
    assert len(folders(store)) == STATES == 2
    assert one not in {psn_no for ring in after.rings for psn_no in ring.patients}
    assert after == afresh(judged)
    # Both states stay, a third takes the place of the oldest.
    assert detect(store) == found
    detect(ClaimStore(store.home, StandsFor(persons={other: one})))
    assert len(folders(store)) == STATES


def no_columns(folder: Path) -> None:
    for path in folder.rglob("*.npy"):
        path.unlink()


def cut_short(folder: Path) -> None:
    for path in folder.rglob("*.person.npy"):
        os.truncate(path, path.stat().st_size // 2)


def of_another_shape(folder: Path) -> None:
    for path in folder.rglob("0.day.npy"):
        np.save(path.with_name("0.unheard.npy"), np.zeros(3))


def answers_cut_short(folder: Path) -> None:
    answers = list(folder.rglob("*.arrow"))
    assert answers
    for path in answers:
        os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [no_columns, cut_short, of_another_shape, answers_cut_short])
def test_damaged_columns_are_read_anew(store: ClaimStore, damage: Callable[[Path], None]) -> None:
    found = detect(store)
    damage(folders(store)[0])
    assert detect(store) == found


@pytest.mark.parametrize("rest", [b"", b"no database at all"])
def test_a_damaged_database_is_written_anew(store: ClaimStore, rest: bytes) -> None:
    found = detect(store)
    file = folders(store)[0] / "store.duckdb"
    file.write_bytes(rest)
    assert detect(store) == found
    assert file.stat().st_size > len(rest)


def test_where_nothing_can_be_kept_the_rings_are_the_same(store: ClaimStore) -> None:
    found = detect(store)
    shutil.rmtree(store.kept)
    store.kept.write_text("no folder", encoding="utf-8")
    assert detect(store) == found
    assert store.kept.read_text(encoding="utf-8") == "no folder"


def test_two_at_once_find_the_same(store: ClaimStore) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(detect, [store, store])
    assert one == two == detect(store)
    assert not list(store.kept.rglob("*.draft"))


def test_after_an_import_a_large_store_is_read_ahead(
    store: ClaimStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    graph.rings.prepare.prepare(store, lambda phase, *_: heard.append(phase))
    assert folders(store) == []
    assert heard == []
    monkeypatch.setattr(graph.rings.prepare, "MANY_VISITS", 1)
    graph.rings.prepare.prepare(store, lambda phase, *_: heard.append(phase))
    assert heard == ["rings:keep"]
    made = {path: path.stat().st_mtime_ns for path in store.kept.rglob("*") if path.is_file()}
    found = detect(store)
    left = {path: path.stat().st_mtime_ns for path in store.kept.rglob("*") if path.is_file()}
    assert left == made
    assert found == afresh(store)


def test_a_store_without_rows_keeps_nothing(tmp_path: Path) -> None:
    store = ClaimStore(tmp_path)
    assert store.state() == ""
    assert detect(store).rings == ()
    assert folders(store) == []


def test_a_shared_account_speaks_of_a_ring_and_makes_none(
    template: Path, county: Path, tmp_path: Path
) -> None:
    known = detect(ClaimStore(template))
    ring = known.rings[0]
    paid_together = [member.psn_no for member in ring.members[:2]]
    files = tmp_path / "files"
    shutil.copytree(county, files)
    with (county / "psn_info_b.csv").open(encoding="utf-8", newline="") as known_people:
        people = list(csv.DictReader(known_people))
    for person in people:
        person["bankacct"] = "6228480000000000999" if person["psn_no"] in paid_together else ""
    with (files / "psn_info_b.csv").open("w", encoding="utf-8", newline="") as written:
        sheet = csv.DictWriter(written, people[0].keys())
        sheet.writeheader()
        sheet.writerows(people)
    found = detect(imported(files, tmp_path / "home"))
    assert [one.ring_id for one in found.rings] == [one.ring_id for one in known.rings]
    (told,) = [r for r in found.rings[0].reasons if r.code == "account"]
    assert told.value == pytest.approx(2 / len(ring.members), abs=1e-4)
    assert told.supports
    assert not [r for one in known.rings for r in one.reasons if r.code == "account"]
