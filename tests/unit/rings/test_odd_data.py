"""Little, odd or broken data: a sensible result or a clear message, never a crash."""

from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from claims.store import ClaimStore
from claims.tables import TABLES
from graph.rings.channels.outpatient import SQL
from graph.rings.days.read import columns_of
from graph.rings.days.table import UNKNOWN
from graph.rings.detect import detect
from graph.rings.model import Detection, Route

START = datetime(2025, 1, 1)  # noqa: DTZ001 - wall time, as the interface sends it
Row = tuple[str, str, datetime, str | None]


class RowsStore(ClaimStore):
    """Outpatient visits given as (person, institution, time, doctor), and where people live; nothing
    else is there."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__(Path("nowhere"))
        self._rows = rows

    def present(self) -> frozenset[str]:
        return frozenset({"mdtrt_d"}) if self._rows else frozenset()

    def connect(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect()
        for table in TABLES.values():
            cells = ", ".join(f"{c.name} {c.sql_type}" for c in table.columns)
            connection.execute(f"CREATE TABLE {table.name} ({cells}, batch_id VARCHAR)")
        columns = list(zip(*self._rows, strict=True)) or [(), (), (), ()]
        visits = pa.table(
            {
                "psn_no": pa.array(columns[0], pa.string()),
                "fixmedins_code": pa.array(columns[1], pa.string()),
                "begntime": pa.array(columns[2], pa.timestamp("us")),
                "atddr_no": pa.array(columns[3], pa.string()),
            }
        )
        connection.register("visits", visits)
        connection.execute(
            "INSERT INTO mdtrt_d (mdtrt_id, psn_no, fixmedins_code, begntime, atddr_no, med_type) "
            "SELECT row_number() OVER (), psn_no, fixmedins_code, begntime, atddr_no, '11' FROM visits"
        )
        # Everybody lives on his own: nobody is taken for a family.
        connection.execute(
            "INSERT INTO psn_info_b (psn_no, live_addr) "
            "SELECT DISTINCT psn_no, 'home of ' || psn_no FROM visits"
        )
        return connection


def crowd(people: int = 1500, visits: int = 4, places: int = 6, seed: int = 1) -> list[Row]:
    """People who come on days and at hours of their own."""
    generator = np.random.default_rng(seed)
    rows: list[Row] = []
    for person in range(people):
        place = f"H{generator.integers(places)}"
        for _ in range(visits):
            at = timedelta(
                days=int(generator.integers(360)), minutes=int(generator.integers(480, 1020))
            )
            rows.append((f"P{person}", place, START + at, f"D{place}{generator.integers(4)}"))
    return rows


def ring(members: int = 12, *, doctor: str | None = "DH00", minutes: bool = True) -> list[Row]:
    """People who come together on eight days, most of them each time."""
    generator = np.random.default_rng(9)
    rows: list[Row] = []
    for number, day in enumerate((11, 40, 64, 103, 150, 171, 222, 301)):
        for member in range(members):
            if generator.random() < 0.85:
                minute = 540 + 30 * (number % 3) + int(generator.integers(40)) if minutes else 0
                rows.append(
                    (f"R{member}", "H0", START + timedelta(days=day, minutes=minute), doctor)
                )
    return rows


def suspected(found: Detection) -> list[set[str]]:
    return [set(r.patients) for r in found.rings if r.route is Route.RING]


MEMBERS = {f"R{member}" for member in range(12)}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(ring(), id="complete"),
        pytest.param(ring(doctor=None), id="no doctors"),
        pytest.param(ring(minutes=False), id="no times of day"),
        pytest.param(ring() + ring(), id="every visit twice"),
    ],
)
def test_a_ring_in_a_crowd_is_found_whatever_is_missing(rows: list[Row]) -> None:
    assert suspected(detect(RowsStore(crowd() + rows))) == [MEMBERS]


def test_a_time_that_nobody_knows_is_no_time_at_which_all_met() -> None:
    rings = detect(RowsStore(crowd() + ring(minutes=False))).rings
    assert {mark.minute for mark in rings[0].marks} == {None}
    assert "minutes" not in {reason.code for reason in rings[0].reasons}
    columns, _ = columns_of(RowsStore(ring(minutes=False)).connect(), SQL)
    assert set(columns.moment.tolist()) == {UNKNOWN}


def test_people_whose_numbers_share_a_hash_of_the_store_stay_two() -> None:
    twins = ("34992502001415-8", "34992505001415-5")
    rows: list[Row] = [(psn_no, "H1", START, None) for psn_no in twins]
    connection = RowsStore(rows).connect()
    shared = connection.execute("SELECT count(DISTINCT hash(psn_no)) FROM mdtrt_d").fetchone()
    assert shared == (1,)
    columns, _ = columns_of(connection, SQL)
    assert columns.persons == len(set(columns.person.tolist())) == 2


def test_a_crowd_without_a_ring_gives_none() -> None:
    assert suspected(detect(RowsStore(crowd()))) == []
    assert suspected(detect(RowsStore(crowd(places=1)))) == []


def test_one_day_is_too_little_and_says_so() -> None:
    found = detect(RowsStore([(f"P{i}", "H0", START, None) for i in range(400)]))
    assert found.rings == ()
    assert "1 天" in found.channels[0].note_zh
    assert "1 days" in found.channels[0].note_en


def test_an_empty_month_is_explained() -> None:
    found = detect(RowsStore([]))
    assert found.rings == ()
    assert all(report.note_zh and report.note_en for report in found.channels)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param([1994], False, id="one date among few records"),
        pytest.param([1994, 1987, 2031, 1901], True, id="several dates among many records"),
    ],
)
def test_wrong_dates_far_off_cost_no_memory_and_hide_no_ring(wrong: list[int], told: bool) -> None:
    people = 4000 if told else 150
    far: list[Row] = [
        ("P1", "H1", datetime(year, 3, 8, 10), None)  # noqa: DTZ001 - wall time
        for year in wrong
    ]
    store = RowsStore(crowd(people) + ring() + far)
    columns, keys = columns_of(store.connect(), SQL)
    # The matrix of a place is days × days: eleven thousand of them would be half a gigabyte.
    assert columns.days < 500
    assert keys.strays == (len(wrong) if told else 0)
    found = detect(store)
    assert suspected(found) == [MEMBERS]
    days = {day.day for one in found.rings if one.route is Route.RING for day in one.days}
    assert days <= {(START + timedelta(days=d)).date() for d in range(365)}
    report = found.channels[0]
    assert ("录入错误" in report.note_zh, "wrong dates" in report.note_en) == (told, told)


def test_an_impossible_patient_is_named_and_disturbs_nothing() -> None:
    busy: list[Row] = [
        ("BUSY", f"H{i % 6}", START + timedelta(minutes=5 * i), None) for i in range(100_000)
    ]
    found = detect(RowsStore(crowd() + ring() + busy))
    assert suspected(found) == [MEMBERS]
    assert [(odd.psn_no, odd.visits) for odd in found.oddities] == [("BUSY", 100_000)]
