"""Dear bills of people with a rhythm: dear for the disease, or only at the place."""

from dataclasses import replace
from datetime import datetime, timedelta

import duckdb
import pytest

from graph.rings.context import Context
from graph.rings.likes import likened
from graph.rings.model import Route
from graph.rings.route import route

REFILLS = Context(
    members=5, events=8, attendance=0.8, on_day=1.0, doctor_share=0.5, minutes_share=0.2,
    fee_ratio=2.5, periodic_share=1.0, known_homes=1.0, home_share=0.2, home="", homes=5,
    home_neighbours=3, household_share=0.0, family_members=0, phone_share=0.0, account_share=0.0, staff_share=0.0,
    staff="", elderly_share=0.4, minor_share=0.0, local_share=0.8, regular_share=1.0,
    steady_share=1.0,
)  # fmt: skip
BEGIN = datetime(2025, 1, 6, 9)  # noqa: DTZ001  the interface's wall time


def county(
    own: float, others: list[float], disease: str | None = "J44"
) -> duckdb.DuckDBPyConnection:
    """A group of five whose bills are `own` at H1, and others' bills for the disease at H2, H3."""
    db = duckdb.connect()
    db.execute("CREATE TABLE medins_info_b AS SELECT unnest(['H1', 'H2', 'H3', 'H9']) AS fixmedins_code, "
               "unnest(['11', '11', '11', '08']) AS hosp_lv")  # fmt: skip
    db.execute("CREATE TABLE mdtrt_d (mdtrt_id TEXT, fixmedins_code TEXT, med_type TEXT, "
               "dscg_maindiag_code TEXT, begntime TIMESTAMP)")  # fmt: skip
    db.execute("CREATE TABLE setl_d (mdtrt_id TEXT, medfee_sumamt DECIMAL(16,2))")
    ours = [(f"o{n}", "H1", own) for n in range(5)]
    # A grade where the disease is dear says nothing of ours.
    far = [(f"f{n}", "H9", 9000.0) for n in range(60)]
    peers = [(f"p{n}", f"H{2 + n % 2}", fee) for n, fee in enumerate(others)]
    for n, (visit, place, fee) in enumerate([*ours, *peers, *far]):
        code = f"{disease}.900" if disease else None
        db.execute("INSERT INTO mdtrt_d VALUES (?, ?, '140104', ?, ?)",
                   [visit, place, code, BEGIN + timedelta(hours=n)])  # fmt: skip
        db.execute("INSERT INTO setl_d VALUES (?, ?)", [visit, fee])
    db.execute("CREATE TABLE told AS SELECT 0 AS group_no, m.mdtrt_id, s.medfee_sumamt AS amount "
               "FROM mdtrt_d m JOIN setl_d s USING (mdtrt_id) WHERE fixmedins_code = 'H1'")  # fmt: skip
    db.execute("CREATE SCHEMA kept")
    db.execute("CREATE TABLE kept.visits AS SELECT mdtrt_id, fixmedins_code AS unit, '14' AS sort, "
               "left(dscg_maindiag_code, 3) AS disease, medfee_sumamt AS amount, true AS drawn "
               "FROM mdtrt_d JOIN setl_d USING (mdtrt_id)")  # fmt: skip
    db.execute("CREATE TABLE member_visits AS SELECT mdtrt_id, fixmedins_code AS unit, '14' AS sort, "
               "left(dscg_maindiag_code, 3) AS disease FROM mdtrt_d WHERE fixmedins_code = 'H1'")  # fmt: skip
    db.execute("CREATE TABLE group_events AS SELECT 0 AS group_no, 'H1' AS unit")
    return db


MIXED = [45.0] * 30 + [175.0] * 15


@pytest.mark.parametrize(
    ("db", "queue", "high"),
    [
        pytest.param(county(175, MIXED), Route.PERIODIC, 0.0, id="the dear one of two usual drugs"),
        pytest.param(county(400, MIXED), Route.RING, 1.0, id="dear for the disease"),
        pytest.param(county(175, MIXED[:10]), Route.RING, None, id="too few others"),
        pytest.param(county(175, MIXED, None), Route.RING, None, id="no diagnosis"),
    ],
)
def test_dear_with_a_rhythm(
    db: duckdb.DuckDBPyConnection, queue: Route, high: float | None
) -> None:
    (told,) = likened(db, [REFILLS])
    assert told.high_share == high
    found = route(told)
    assert found.route is queue
    if queue is Route.PERIODIC:
        assert all(part in found.zh for part in ("2.5 倍", "同病种", "九成"))
        assert all(part in found.en for part in ("2.5×", "not high for the disease"))


def test_nobody_else_is_asked() -> None:
    usual, restless = (
        replace(REFILLS, fee_ratio=1.0),
        replace(REFILLS, regular_share=0.0, steady_share=0.0),
    )
    assert likened(duckdb.connect(), [usual, restless]) == [usual, restless]
    assert route(usual).route is Route.PERIODIC
    assert route(restless).route is Route.RING
