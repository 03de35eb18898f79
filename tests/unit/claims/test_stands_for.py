"""Numbers that people judged to be one show as one wherever the views name them, and only there."""

from typing import Any

import pytest

from claims.stands_for import NOBODY, StandsFor
from claims.store import ClaimStore

LOOKS = {
    "persons of visits": "SELECT DISTINCT psn_no FROM mdtrt_d",
    "persons of bills": "SELECT DISTINCT psn_no FROM setl_d",
    "doctors of visits": "SELECT DISTINCT prac_psn_code FROM visit_doctor",
    "doctors of lines": "SELECT DISTINCT bilg_dr_codg FROM fee_list_d",
    "places of visits": "SELECT DISTINCT fixmedins_code FROM mdtrt_d",
    "places of bills": "SELECT DISTINCT fixmedins_code FROM setl_d",
}
ALL = {
    "persons of visits": ["P1", "P2"],
    "persons of bills": ["P1", "P2"],
    "doctors of visits": ["D1"],
    "doctors of lines": ["D1", "D2"],
    "places of visits": ["H1"],
    "places of bills": ["H1"],
}


@pytest.mark.parametrize(
    ("judged", "changed"),
    [
        (NOBODY, {}),
        (StandsFor(persons={"P1": "P1"}), {}),
        (
            StandsFor(persons={"P1": "P1", "P2": "P1"}),
            {"persons of visits": ["P1"], "persons of bills": ["P1"]},
        ),
        (
            StandsFor(doctors={"D1": "D1", "D2": "D1"}),
            {"doctors of lines": ["D1"]},
        ),
        (
            StandsFor(institutions={"H1": "H0"}),
            {"places of visits": ["H0"], "places of bills": ["H0"]},
        ),
    ],
)
def test_one_under_several_numbers(
    bureau: Any, judged: StandsFor, changed: dict[str, list[str]]
) -> None:
    bureau.write()
    bureau.load()
    with ClaimStore(bureau.home, judged).connect() as connection:
        seen = {
            name: sorted(str(row[0]) for row in connection.execute(query).fetchall())
            for name, query in LOOKS.items()
        }
    assert seen == {**ALL, **changed}


def test_who_asks_for_few_tables_gets_no_others(bureau: Any) -> None:
    bureau.write()
    bureau.load()
    judged = StandsFor(persons={"P2": "P1"}, doctors={"D2": "D1"})
    with ClaimStore(bureau.home, judged).connect(only=["setl_d"]) as connection:
        assert connection.execute("SELECT DISTINCT psn_no FROM setl_d").fetchall() == [("P1",)]
