"""The search on a generated county: who was registered twice is found, and hardly anybody else."""

import json
from pathlib import Path

import duckdb
import pytest

from claims.store import ClaimStore
from graph.sameness.blocks import pairs, records
from graph.sameness.find import find_same
from graph.sameness.model import SameKind, pair_key


def test_persons_registered_twice_are_found(county_home: Path) -> None:
    key = json.loads((county_home / "answer_key.json").read_bytes())
    planted = {pair_key(SameKind.PATIENT, a, b) for a, b in key["registered_twice"]}
    found = {one.key for one in find_same(ClaimStore(county_home), SameKind.PATIENT).found}
    assert planted
    assert planted <= found
    assert len(found - planted) <= len(planted)


@pytest.mark.parametrize(
    ("kind", "planted"),
    [
        (SameKind.DOCTOR, "doctors_renumbered"),
        (SameKind.INSTITUTION, "institutions_renamed"),
    ],
)
def test_who_went_on_under_a_new_number_is_found(
    county_home: Path, kind: SameKind, planted: str
) -> None:
    key = json.loads((county_home / "answer_key.json").read_bytes())
    wanted = {pair_key(kind, old, new) for old, new in key[planted]}
    found = {one.key for one in find_same(ClaimStore(county_home), kind).found}
    assert wanted
    assert wanted <= found
    assert len(found - wanted) <= len(wanted)


@pytest.mark.parametrize("written", ["王 芳", "王\u3000芳", "王·芳", "王芳（返聘）", "王芳(2)"])
def test_what_was_added_to_a_name_does_not_hide_it(written: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE staff_info_b AS SELECT *, 'H1' AS fixmedins_code FROM (VALUES ('D1', '王芳'), ('D2', ?), "
            "('D3', '王芳芳')) t(prac_psn_code, prac_psn_name)",
            [written],
        )
        records(connection, SameKind.DOCTOR)
        pairs(connection, SameKind.DOCTOR, 30)
        assert connection.execute("FROM pair").fetchall() == [("D1", "D2")]


def test_names_that_sound_alike_are_compared_where_more_agrees() -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE psn_info_b AS SELECT *, NULL AS certno, NULL AS tel, NULL AS live_addr FROM (VALUES "
            "('P1', '王小明', DATE '1980-01-02'), ('P2', '王晓明', DATE '1980-01-02'), "
            "('P3', '王晓明', DATE '1981-01-02')) t(psn_no, psn_name, brdy)"
        )
        records(connection, SameKind.PATIENT)
        pairs(connection, SameKind.PATIENT, 30)
        assert connection.execute("FROM pair").fetchall() == [("P1", "P2")]


def test_the_same_records_give_the_same_answer(county_home: Path) -> None:
    store = ClaimStore(county_home)
    first, again = (find_same(store, SameKind.DOCTOR) for _ in range(2))
    assert first == again
