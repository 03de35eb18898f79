"""The same bytes, however many processes write them and whatever the form."""

import hashlib
from pathlib import Path

import duckdb
import pytest

from claims.county import block
from claims.county.generate import generate
from claims.county.margins import Margins
from claims.county.writing import Format

MARGINS = Margins(3_000, fee_lines=90_000, settlements=10_000, rings=3)


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file()
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alone")
    generate(folder, 3_000, 9, folder / "key.json", margins=MARGINS)
    return folder


def test_two_workers_write_what_one_writes(alone: Path, tmp_path: Path) -> None:
    county_files = hashes(alone)
    generate(tmp_path, 3_000, 9, tmp_path / "key.json", margins=MARGINS, workers=2)
    assert hashes(tmp_path) == county_files
    assert len(county_files) == 21
    assert not list(tmp_path.glob(".parts-*")), "no scratch is left"


def test_the_county_had_several_blocks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[int] = []
    original = block.make_block

    def counting(county: object, number: int, first: int, last: int) -> block.Block:
        made.append(number)
        return original(county, number, first, last)  # type: ignore[arg-type]

    monkeypatch.setattr(block, "make_block", counting)
    # The blocks are small enough here for a worker to have more than one.
    monkeypatch.setattr(block, "LINES", 10_000)
    generate(tmp_path, 3_000, 9, margins=MARGINS)
    assert made == list(range(len(made)))
    assert len(made) > 3


@pytest.mark.parametrize("form", [Format.GZIP, Format.PARQUET])
def test_every_form_holds_the_same_rows(alone: Path, tmp_path: Path, form: Format) -> None:
    generate(tmp_path, 3_000, 9, margins=MARGINS, form=form)
    with duckdb.connect() as connection:
        for path in alone.glob("*.csv"):
            packed = f"'{tmp_path}/{path.stem}.{form}'"
            names = [r[0] for r in connection.execute(f"DESCRIBE FROM {packed}").fetchall()]
            reader = f"read_csv('{path}', all_varchar = true)"
            theirs = f"read_csv({packed}, all_varchar = true)" if form is Format.GZIP else packed
            cells = ", ".join(f"{name}::VARCHAR" for name in names)
            for one, other in ((reader, theirs), (theirs, reader)):
                odd = f"SELECT count(*) FROM (SELECT {cells} FROM {one} EXCEPT ALL SELECT {cells} FROM {other})"
                assert connection.execute(odd).fetchall() == [(0,)], path.stem
