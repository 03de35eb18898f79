"""A county by months: the same rows, each in the folder of the month under which it is kept."""

from pathlib import Path

import duckdb
import pytest

from claims.county.by_month import cut_by_month
from claims.county.generate import generate
from claims.county.margins import Margins
from claims.county.writing import Format
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES
from cli.person import now

PERSONS = 700


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "county"


def rows_of(path: Path, form: Format) -> list[tuple[str, ...]]:
    source = f"'{path}'" if form is Format.PARQUET else f"read_csv('{path}', all_varchar = true)"
    with duckdb.connect() as connection:
        return connection.execute(f"FROM {source}").fetchall()


@pytest.mark.parametrize("form", Format)
def test_nothing_is_lost_and_order_is_kept(folder: Path, tmp_path: Path, form: Format) -> None:
    margins = Margins(PERSONS, months=2)
    whole = tmp_path / "whole"
    made = generate(whole, PERSONS, 3, margins=margins, form=form)
    assert generate(folder, PERSONS, 3, margins=margins, form=form) == made
    months = cut_by_month(folder, form)
    assert {"2025-01", "2025-02"} <= set(months)
    assert [path.name for path in folder.iterdir() if path.is_file()] == []
    for name, count in made.items():
        cut = [rows_of(folder / m / f"{name}.{form}", form) for m in months if name in months[m]]
        assert sum(map(len, cut)) == count, name
        assert [len(one) for one in cut] == [each[name] for each in months.values() if name in each]
        expected = rows_of(whole / f"{name}.{form}", form)
        if TABLES[name].month_of is None:
            assert sorted(repr(row) for one in cut for row in one) == sorted(map(repr, expected)), (
                name
            )
        else:
            places = {repr(row): at for at, row in enumerate(expected)}
            for one in cut:
                order = [places[repr(row)] for row in one]
                assert order == sorted(order), name


def test_months_come_through_the_same_door_one_after_the_other(
    folder: Path, tmp_path: Path
) -> None:
    made = generate(folder, PERSONS, 3, margins=Margins(PERSONS, months=2))
    months = cut_by_month(folder, Format.CSV)
    home = tmp_path / "home"
    for month in months:
        report = run_import(home, folder / month, "national", "tester", now())
        assert report.batch.rejects == 0
    again = run_import(home, folder / "2025-02", "national", "tester", now(), replaces=["2025-02"])
    assert (again.unchanged, again.batch.rejects) == (False, 0)
    assert again.batch.replaces == ("2025-02",)
    with ClaimStore(home).connect() as connection:
        for name in ("setl_d", "mdtrt_d", "fee_list_d", "setl_diag_list_d", "setl_detail_d"):
            row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
            assert row == (made[name],), name
