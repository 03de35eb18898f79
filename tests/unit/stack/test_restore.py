"""A restore that was killed while it moved in is gone on with; what lies there counts for nobody else."""

from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stack import restore
from stack.backup import FORMAT, MANIFEST, read_manifest, records, refuse_folder
from stack.errors import BackupDamaged, HomeNotEmpty
from stack.home import write_json
from stack.restore import restore_backup
from stack.settings import Settings

FILES = ("claims/batches/b1/x.parquet", "findings/run.parquet", "s3/data/1.dat", "incoming/a.csv")


class Killed(BaseException):
    """The process ended here."""


def a_backup(folder: Path, words: str) -> Path:
    for name in FILES:
        path = folder / "home" / name
        path.parent.mkdir(parents=True)
        path.write_text(words + name)
    rows = [asdict(record) for record in records(folder)]
    write_json(folder / MANIFEST, {"format": FORMAT, "files": rows, "heads": {}})
    return folder


@pytest.mark.parametrize("moved", range(4))
def test_killed_while_moving_in(
    moved: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    source, other = a_backup(tmp_path / "backup", "one "), a_backup(tmp_path / "other", "two ")
    server: Any = SimpleNamespace(folder=home / "neo4j", running=lambda: None)
    real, done = restore._replace, 0

    def dying(part: Path, place: Path) -> None:
        nonlocal done
        if done == moved:
            raise Killed
        real(part, place)
        done += 1

    def run(folder: Path) -> None:
        restore_backup(Settings(home=home), server, folder, lambda *_: None)

    monkeypatch.setattr(restore, "_replace", dying)
    with pytest.raises(Killed):
        run(source)
    monkeypatch.setattr(restore, "_replace", real)
    if moved:
        with pytest.raises(HomeNotEmpty):
            run(other)
    run(source)
    assert {name: (home / name).read_text() for name in FILES} == {n: "one " + n for n in FILES}
    assert not (home / "restore.partial").exists()
    with pytest.raises(HomeNotEmpty):
        run(source)


def test_a_backup_wants_an_empty_folder_outside_the_home(tmp_path: Path) -> None:
    home, empty, filled = tmp_path / "home", tmp_path / "empty", tmp_path / "filled"
    for folder in (home, empty, filled):
        folder.mkdir()
    (filled / "x").write_text("x")
    for good in (empty, tmp_path / "new", tmp_path / "home2" / "new"):
        refuse_folder(home, good)
    for bad in (filled, filled / "x", home, home / "backup"):
        with pytest.raises(HomeNotEmpty):
            refuse_folder(home, bad)


def test_what_is_no_backup_is_not_called_a_damaged_one(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BackupDamaged, match="is no backup"):
            read_manifest(folder)
