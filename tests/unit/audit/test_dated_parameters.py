"""The threshold of the day of the conduct applies, whenever the rules are run."""

import json
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import run_rule

from audit.examples import fee, outpatient, stay, world
from audit.model import World
from audit.registry import rule_of
from audit.thresholds import Period, periods_of

CHANGE = date(2024, 7, 1)


def changing(rule_id: str, **later: int | str) -> tuple[Period, ...]:
    """The shipped rows, and from the day of the change on the values `later`."""
    before = periods_of(rule_id)[0]
    after = {
        name: replace(row, value=Decimal(later[name])) if name in later else row
        for name, row in before.rows.items()
    }
    return (before, Period(CHANGE, after))


def priced(*days: str) -> World:
    """One visit with a CT at 190 yuan (limit 180) on each of the days."""
    lines = tuple(
        fee("M1", str(n), f"{day} 09:10", "002102000010000", pric="190")
        for n, day in enumerate(days)
    )
    return world(visits=(outpatient("M1", f"{days[0]} 09:00"),), lines=lines)


def thresholds(finding: dict[str, object], name: str) -> Any:
    return json.loads(str(finding["parameters"]))[name]["value"]


@pytest.mark.parametrize(("day", "hit"), [("2024-06-30", True), ("2024-07-01", False)])
def test_a_line_is_judged_by_its_own_day(day: str, hit: bool) -> None:
    # A tolerance of 20 yuan from July on: the same price is lawful then.
    periods = changing("over_price_limit", tolerance=20)
    assert bool(run_rule(rule_of("over_price_limit"), priced(day), periods)) is hit


def test_lines_of_one_visit_on_both_sides_of_a_change() -> None:
    periods = changing("over_price_limit", tolerance=20)
    found = run_rule(rule_of("over_price_limit"), priced("2024-06-30", "2024-07-01"), periods)
    assert [line["feedetl_sn"] for line in found[0]["lines"]] == ["0"]  # type: ignore[attr-defined]
    assert thresholds(found[0], "tolerance") == "0.01"


@pytest.mark.parametrize(("month", "hit"), [("06", True), ("07", False)])
def test_split_admission_follows_the_second_admission(month: str, hit: bool) -> None:
    first = stay("M1", f"2024-{month}-01 09:00", f"2024-{month}-05 10:00", dscg_maindiag_code="J18")
    second = stay(
        "M2", f"2024-{month}-08 09:00", f"2024-{month}-12 10:00", dscg_maindiag_code="J18"
    )
    periods = changing("split_admission", window_days=2)
    found = run_rule(rule_of("split_admission"), world(visits=(first, second)), periods)
    assert bool(found) is hit
    if found:
        assert thresholds(found[0], "window_days") == "7"


def burst(month: str, count: int = 20) -> World:
    days = [f"2024-{month}-{1 + i:02} 09:00" for i in range(count)]
    return world(
        visits=tuple(outpatient(f"M{i:02}", day) for i, day in enumerate(days)),
        lines=tuple(fee(f"M{i:02}", "1", day, "001102000010000") for i, day in enumerate(days)),
    )


@pytest.mark.parametrize(("month", "hit"), [("06", True), ("07", False)])
def test_frequency_follows_the_visit(month: str, hit: bool) -> None:
    periods = changing("excessive_outpatient_frequency", min_visits=25)
    found = run_rule(rule_of("excessive_outpatient_frequency"), burst(month), periods)
    assert bool(found) is hit


def test_a_stay_follows_its_admission() -> None:
    bed = [fee("M1", f"B{d}", f"2024-06-{d:02} 08:00", "001109000010000", med_chrgitm_type="01")
           for d in range(20, 31)]  # fmt: skip
    tables = world(visits=(stay("M1", "2024-06-20 09:00", "2024-07-02 10:00"),), lines=tuple(bed))
    later = changing("hanging_bed", min_stay_days=30)
    assert run_rule(rule_of("hanging_bed"), tables, later)
    earlier = (Period(date(2024, 6, 1), later[1].rows),)
    assert not run_rule(rule_of("hanging_bed"), tables, earlier)


def test_conduct_before_any_row_is_not_judged() -> None:
    periods = (Period(CHANGE, periods_of("over_price_limit")[0].rows),)
    assert not run_rule(rule_of("over_price_limit"), priced("2024-06-30"), periods)
    assert run_rule(rule_of("over_price_limit"), priced("2024-07-01"), periods)
