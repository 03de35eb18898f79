"""What is a refund loop: charge, refund, charge again, by whole bills or by single lines of a visit."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from claims.tables import TABLES
from graph.rings.channels.refunds import SQL
from graph.rings.dossier.records import register
from graph.rings.dossier.refunds import refunds
from graph.rings.model import JointDay, Member
from graph.rings.read import Face, RingDossier, RingSummary


@pytest.fixture
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for table in TABLES.values():
            cells = ", ".join(f"{c.name} {c.sql_type}" for c in table.columns)
            connection.execute(f"CREATE TABLE {table.name} ({cells})")
        yield connection


def bill(
    tables: duckdb.DuckDBPyConnection,
    number: str,
    at: str,
    amount: int = 100,
    *,
    takes_back: str | None = None,
    flag: str = "0",
    valid: str = "1",
) -> None:
    tables.execute(
        "INSERT INTO setl_d (setl_id, psn_no, fixmedins_code, setl_time, medfee_sumamt, init_setl_id,"
        " refd_setl_flag, vali_flag) VALUES (?, 'P1', 'H1', ?, ?, ?, ?, ?)",
        [number, f"2025-03-{at}", amount, takes_back, flag, valid],
    )


def visit(tables: duckdb.DuckDBPyConnection, kind: str = "11") -> None:
    tables.execute(
        "INSERT INTO mdtrt_d (mdtrt_id, psn_no, fixmedins_code, med_type) VALUES ('V1', 'P1', 'H1', ?)",
        [kind],
    )


def line(
    tables: duckdb.DuckDBPyConnection,
    number: str,
    at: str,
    cnt: int = 1,
    *,
    takes_back: str | None = None,
    item: str = "A",
    valid: str = "1",
) -> None:
    tables.execute(
        "INSERT INTO fee_list_d (feedetl_sn, mdtrt_id, fee_ocur_time, cnt, init_feedetl_sn, hilist_code,"
        " vali_flag) VALUES (?, 'V1', ?, ?, ?, ?, ?)",
        [number, f"2025-03-{at}", cnt, takes_back, item, valid],
    )


def days(tables: duckdb.DuckDBPyConnection) -> list[str]:
    rows = tables.execute(
        f"SELECT psn_no, place, DATE '1970-01-01' + CAST(day AS INTEGER) FROM ({SQL})"
    )
    return [f"{psn_no} {place} {day.isoformat()}" for psn_no, place, day in rows.fetchall()]


LOOP = ["P1 H1 2025-03-03"]


@pytest.mark.parametrize("told", ["named", "flag", "negative"])
def test_a_bill_charged_again_after_its_refund_is_a_loop(
    tables: duckdb.DuckDBPyConnection, told: str
) -> None:
    bill(tables, "S1", "03 09:00")
    bill(
        tables,
        "S2",
        "03 09:15",
        -100 if told == "negative" else 100,
        takes_back="S1" if told == "named" else None,
        flag="1" if told == "flag" else "0",
    )
    bill(tables, "S3", "03 09:40")
    assert days(tables) == LOOP


def test_a_refund_after_which_nothing_is_charged_is_none(tables: duckdb.DuckDBPyConnection) -> None:
    bill(tables, "S0", "03 08:00")
    bill(tables, "S1", "03 09:00")
    bill(tables, "S2", "03 09:15", takes_back="S1", flag="1")
    bill(tables, "S3", "07 09:40")
    assert days(tables) == []


def test_the_charge_may_come_days_later(tables: duckdb.DuckDBPyConnection) -> None:
    bill(tables, "S1", "03 09:00")
    bill(tables, "S2", "03 09:15", takes_back="S1")
    bill(tables, "S3", "06 23:59")
    assert days(tables) == LOOP


def test_another_treatment_within_days_is_no_new_charge(tables: duckdb.DuckDBPyConnection) -> None:
    bill(tables, "S1", "03 09:00")
    bill(tables, "S2", "03 09:15", takes_back="S1")
    bill(tables, "S3", "05 09:00", 20)
    bill(tables, "S4", "06 09:00", 250)
    assert days(tables) == []


def test_where_only_days_are_known_and_nothing_is_named_two_bills_make_a_loop(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    bill(tables, "S1", "03")
    bill(tables, "S2", "03", -100)
    assert days(tables) == []
    bill(tables, "S3", "03")
    assert days(tables) == LOOP


def test_what_was_declared_void_counts_for_nothing(tables: duckdb.DuckDBPyConnection) -> None:
    bill(tables, "S1", "03 09:00")
    bill(tables, "S2", "03 09:15", takes_back="S1")
    bill(tables, "S3", "03 09:40", valid="0")
    assert days(tables) == []


def test_where_only_the_day_is_known_the_bill_that_is_not_named_is_the_later(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    bill(tables, "S1", "03")
    bill(tables, "S2", "03", takes_back="S1")
    assert days(tables) == []
    bill(tables, "S3", "03")
    assert days(tables) == LOOP


def test_a_line_charged_again_after_its_refund_is_a_loop(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    visit(tables)
    bill(tables, "S1", "03 10:00")
    line(tables, "L1", "03 09:00")
    line(tables, "L2", "03 09:10", -1, takes_back="L1")
    assert days(tables) == []
    line(tables, "L3", "03 09:20", item="B")
    assert days(tables) == []
    line(tables, "L4", "03 09:20")
    assert days(tables) == LOOP


def test_a_repeat_that_was_taken_back_is_none(tables: duckdb.DuckDBPyConnection) -> None:
    visit(tables)
    line(tables, "L1", "03 09:00")
    line(tables, "L2", "03 09:00")
    line(tables, "L3", "03 09:30", -1, takes_back="L2")
    assert days(tables) == []


def test_drugs_returned_and_ordered_again_in_a_ward_are_none(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    visit(tables, "21")
    line(tables, "L1", "03 09:00")
    line(tables, "L2", "03 09:10", -1, takes_back="L1")
    line(tables, "L3", "03 09:20")
    assert days(tables) == []


def ring() -> RingDossier:
    """P1 at H1 on the third of March."""
    summary = RingSummary(
        "R1", "ring", "", "", "refund_loop", 1, 1, 1, Decimal(0), 3, 1, None, None, (), ()
    )
    days = (JointDay(date(2025, 3, 3), "H1", 1, 0.1),)
    return RingDossier(summary, (Face(Member("P1", 1, Decimal(0)), "", "1", None),), days, (), ())


def test_the_dossier_shows_the_line_that_came_back_and_what_was_charged_again(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    visit(tables)
    bill(tables, "S1", "03 10:00")
    line(tables, "L0", "03 09:00", item="B")
    line(tables, "L1", "03 09:00")
    line(tables, "L2", "03 09:10", -1, takes_back="L1")
    line(tables, "L3", "03 09:20")
    register(tables, ring())
    told = [(one.feedetl_sn, one.booking.value, one.takes_back) for one in refunds(tables, ring())]
    assert told == [("L1", "charge", ""), ("L2", "refund", "L1"), ("L3", "recharge", "")]


def test_of_a_bill_that_came_back_whole_the_lines_are_not_told_again(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    visit(tables)
    bill(tables, "S1", "03 10:00")
    bill(tables, "S2", "03 10:15", -100, takes_back="S1")
    bill(tables, "S3", "03 10:40")
    tables.execute("UPDATE setl_d SET mdtrt_id = 'V1' WHERE setl_id <> 'S3'")
    line(tables, "L1", "03 09:00")
    line(tables, "L2", "03 10:15", -1, takes_back="L1")
    register(tables, ring())
    told = [(one.setl_id, one.booking.value, one.feedetl_sn) for one in refunds(tables, ring())]
    assert told == [("S1", "charge", ""), ("S2", "refund", ""), ("S3", "recharge", "")]


def test_the_dossier_tells_a_new_charge_of_another_day_and_of_bills_that_show_the_day_alone(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    bill(tables, "S1", "03")
    bill(tables, "S2", "03", takes_back="S1")
    bill(tables, "S3", "03")
    bill(tables, "S4", "05")
    bill(tables, "S5", "08")
    register(tables, ring())
    told = {one.setl_id: one.booking.value for one in refunds(tables, ring())}
    assert told == {"S1": "charge", "S2": "refund", "S3": "recharge", "S4": "recharge"}
