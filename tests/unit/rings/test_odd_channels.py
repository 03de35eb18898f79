"""Odd data in every channel at once: visits, bills and fee lines that are wrong, doubled or cut short."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from claims.store import ClaimStore
from claims.tables import TABLES
from graph.rings.detect import detect
from graph.rings.model import ChannelReport, Detection, Route

START = datetime(2025, 1, 1)  # noqa: DTZ001 - wall time, as the interface sends it
FAR = datetime(1994, 3, 8, 10)  # noqa: DTZ001 - wall time
DRUG = "XN02AXQ014"


class Visit(NamedTuple):
    """A visit with its bill; at a pharmacy with `kind` 41, refunded with `refund`."""

    person: str
    place: str
    at: datetime
    doctor: str | None = None
    kind: str = "11"
    refund: bool = False
    drug: str | None = None


class VisitStore(ClaimStore):
    """Visits, their bills, and a fee line of each that brought a drug."""

    def __init__(self, visits: Sequence[Visit]) -> None:
        super().__init__(Path("nowhere"))
        self._visits = visits

    def present(self) -> frozenset[str]:
        return frozenset({"mdtrt_d", "setl_d", "fee_list_d"})

    def connect(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect()
        for table in TABLES.values():
            cells = ", ".join(f"{c.name} {c.sql_type}" for c in table.columns)
            connection.execute(f"CREATE TABLE {table.name} ({cells}, batch_id VARCHAR)")
        columns = list(zip(*self._visits, strict=True)) or [()] * 7
        text = pa.string()
        types = [text, text, pa.timestamp("us"), text, text, pa.bool_(), text]
        names = ["person", "place", "moment", "doctor", "kind", "refund", "drug"]
        arrays = [pa.array(values, kind) for values, kind in zip(columns, types, strict=True)]
        connection.register("given", pa.table(arrays, names))
        connection.execute(
            "CREATE TABLE numbered AS SELECT CAST(row_number() OVER () AS VARCHAR) AS n, * FROM given"
        )
        connection.execute(
            "INSERT INTO mdtrt_d (mdtrt_id, psn_no, fixmedins_code, begntime, endtime, atddr_no, med_type)"
            " SELECT n, person, place, moment, moment, doctor, kind FROM numbered"
        )
        connection.execute(
            "INSERT INTO setl_d (setl_id, mdtrt_id, psn_no, fixmedins_code, setl_time, med_type,"
            " medfee_sumamt, refd_setl_flag)"
            " SELECT 'S' || n, n, person, place, moment, kind, 100, CASE WHEN refund THEN '1' ELSE '0' END"
            " FROM numbered"
        )
        connection.execute(
            "INSERT INTO fee_list_d (feedetl_sn, mdtrt_id, bilg_dr_codg, hilist_code, hilist_name,"
            " list_type, cnt)"
            " SELECT 'F' || n, n, doctor, drug, drug, '101', 1 FROM numbered WHERE drug IS NOT NULL"
        )
        connection.execute(
            "INSERT INTO psn_info_b (psn_no, live_addr)"
            " SELECT DISTINCT person, 'home of ' || person FROM given"
        )
        return connection


def crowd(people: int = 1500, seed: int = 1) -> list[Visit]:
    """People who come on days and at hours of their own, now and then to fetch a drug."""
    generator = np.random.default_rng(seed)
    found = []
    for person in range(people):
        home = int(generator.integers(6))
        for visit in range(4):
            at = START + timedelta(
                days=int(generator.integers(360)), minutes=int(generator.integers(480, 1020))
            )
            doctor = f"D{home}-{generator.integers(10)}"
            drug = DRUG if visit == 0 else None
            found.append(Visit(f"P{person}", f"H{home}", at, doctor, drug=drug))
    return found


def loyal() -> list[Visit]:
    """Fourteen people who keep coming to one doctor, each on days of his own."""
    generator = np.random.default_rng(5)
    return [
        Visit(f"L{person}", "H0", START + timedelta(days=int(day), minutes=600), "D0-0")
        for person in range(14)
        for day in np.sort(generator.choice(60, 10, replace=False)) * 6
    ]


def shoppers() -> list[Visit]:
    """Twelve people who fetch a drug from the same four doctors within a week, three times over."""
    generator = np.random.default_rng(6)
    return [
        Visit(
            f"S{person}",
            f"H{1 + turn % 4}",
            START + timedelta(days=int(week) * 7 + turn, minutes=int(generator.integers(480, 900))),
            f"D{1 + turn % 4}-1",
            drug=DRUG,
        )
        for person in range(12)
        for week in generator.choice(50, 3, replace=False)
        for turn in range(4)
    ]


def cards() -> list[Visit]:
    """Ten cards at one pharmacy in consecutive minutes of seven days, beside its usual customers."""
    generator = np.random.default_rng(7)
    customers = [
        Visit(
            f"P{generator.integers(1500)}",
            "PH",
            START
            + timedelta(
                days=int(generator.integers(360)), minutes=int(generator.integers(480, 1200))
            ),
            kind="41",
        )
        for _ in range(4000)
    ]
    trains = [
        Visit(f"C{card}", "PH", START + timedelta(days=day, minutes=700 + card), kind="41")
        for day in (12, 45, 81, 120, 177, 230, 299)
        for card in range(10)
    ]
    return customers + trains


EVERYTHING = crowd() + loyal() + shoppers() + cards()
RINGS = {
    "doctor_density": {f"L{i}" for i in range(14)},
    "doctor_shopping": {f"S{i}" for i in range(12)},
    "pharmacy": {f"C{i}" for i in range(10)},
}


def suspected(found: Detection) -> dict[str, list[set[str]]]:
    rings: dict[str, list[set[str]]] = {}
    for ring in found.rings:
        if ring.route is Route.RING:
            rings.setdefault(ring.channel, []).append(set(ring.patients))
    return rings


def reports(found: Detection) -> dict[str, ChannelReport]:
    return {report.channel: report for report in found.channels}


def test_every_channel_finds_its_ring() -> None:
    found = detect(VisitStore(EVERYTHING))
    assert suspected(found) == {name: [members] for name, members in RINGS.items()}
    assert not any(report.facts.get("strays") for report in found.channels)


def test_far_off_dates_are_told_by_every_channel_and_stand_in_no_group() -> None:
    """Members' own visits of 1994 are wrong dates, too: no month of a ring, no round of a shopper."""
    far = [
        Visit(person, place, FAR + timedelta(days=turn), f"D{turn + 1}-1", kind, refund, DRUG)
        for turn in range(3)
        for person, place, kind, refund in (
            ("L1", "H0", "11", False),
            ("S1", "H2", "11", False),
            ("C1", "PH", "41", False),
        )
    ]
    found = detect(VisitStore(EVERYTHING + far))
    assert suspected(found) == {name: [members] for name, members in RINGS.items()}
    days = {day.day for ring in found.rings for day in ring.days}
    assert min(days) >= date(2025, 1, 1)
    told = reports(found)
    for name, strays in {
        "outpatient": 6,
        "doctor_density": 6,
        "doctor_shopping": 6,
        "pharmacy": 3,
    }.items():
        assert told[name].facts["strays"] == strays
        assert f"{strays} 条记录的日期" in told[name].note_zh
        assert f"{strays} records" in told[name].note_en


def test_every_visit_twice_shows_the_same_people() -> None:
    found = detect(VisitStore(EVERYTHING + EVERYTHING))
    assert suspected(found) == {name: [members] for name, members in RINGS.items()}


def test_an_empty_month_hides_no_ring() -> None:
    june = (START + timedelta(days=151), START + timedelta(days=181))
    found = detect(VisitStore([v for v in EVERYTHING if not june[0] <= v.at < june[1]]))
    rings = suspected(found)
    assert all([members] == rings[name] for name, members in RINGS.items())


def test_without_doctors_and_times_the_cards_still_show_and_the_rest_says_why_not() -> None:
    bare = [v._replace(doctor=None, at=v.at.replace(hour=0, minute=0)) for v in EVERYTHING]
    found = detect(VisitStore(bare))
    assert suspected(found)["pharmacy"] == [RINGS["pharmacy"]]
    told = reports(found)
    assert "没有" in told["doctor_density"].note_zh
    assert told["doctor_shopping"].groups == 0
    assert all(report.note_zh and report.note_en for report in found.channels)


def test_everybody_on_one_day_is_too_little_and_says_so() -> None:
    one_day = [v._replace(at=v.at.replace(month=5, day=6)) for v in EVERYTHING]
    found = detect(VisitStore(one_day))
    assert suspected(found) == {}
    assert "1 天" in reports(found)["outpatient"].note_zh


@pytest.mark.parametrize("minutes", [5, 0], ids=["day and night", "all at one moment"])
def test_a_patient_with_a_hundred_thousand_visits_is_named_in_bounded_memory(minutes: int) -> None:
    busy = [
        Visit(
            "BUSY",
            f"H{i % 6}",
            START + timedelta(minutes=minutes * i),
            f"D{i % 6}-{i % 10}",
            kind="41" if i % 2 else "11",
            refund=i % 7 == 0,
            drug=DRUG,
        )
        for i in range(100_000)
    ]
    store = VisitStore(EVERYTHING + busy)
    before = memory("VmRSS", afresh=True)
    found = detect(store)
    assert memory("VmHWM") - before < 600
    assert suspected(found) == {name: [members] for name, members in RINGS.items()}
    assert [(odd.psn_no, odd.visits) for odd in found.oddities] == [("BUSY", 100_000)]


def memory(what: str, *, afresh: bool = False) -> int:
    """MB that this process holds (VmRSS), or held at most since it was last asked `afresh` (VmHWM)."""
    if afresh:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(what))
    return int(line.split()[1]) // 1024
