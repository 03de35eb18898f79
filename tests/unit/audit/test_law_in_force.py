"""Law does not reach back: a finding cites what was in force when it happened."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import INSPECTOR

from audit.findings.finding import Finding
from audit.findings.law import citations, law_of
from audit.findings.store import FindingStore
from audit.model import FRAMEWORK_FROM, ORDINANCE_FROM, LegalBasis
from audit.registry import rule_of


@pytest.fixture
def finding(small_home: Path) -> Finding:
    items = FindingStore(small_home).page(INSPECTOR, first=50).items
    return next(replace(one, rule_id="split_admission") for one in items)


def at(year: int, month: int, day: int, hour: int = 2) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def cited(finding: Finding, first: datetime, last: datetime) -> set[date]:
    return {one.valid_from for one in law_of(replace(finding, first_time=first, last_time=last))}


def test_nothing_is_cited_that_came_later(finding: Finding) -> None:
    both = {ORDINANCE_FROM, FRAMEWORK_FROM}
    assert {one.valid_from for one in rule_of("split_admission").legal_basis} == both
    assert cited(finding, at(2009, 1, 5), at(2009, 1, 9)) == set()
    assert cited(finding, at(2022, 3, 1), at(2022, 3, 4)) == {ORDINANCE_FROM}
    # A conduct that went on over the day on which it came into force falls under it.
    assert cited(finding, at(2023, 5, 10), at(2023, 5, 15)) == both
    assert cited(finding, at(2025, 1, 1), at(2025, 1, 2)) == both


def test_the_day_is_that_of_the_county(finding: Finding) -> None:
    # 16:30 UTC on 30 April is half past midnight of 1 May 2021 in Shanghai.
    eve = datetime(2021, 4, 30, 15, 30, tzinfo=UTC)
    night = datetime(2021, 4, 30, 16, 30, tzinfo=UTC)
    assert cited(finding, eve, eve) == set()
    assert cited(finding, night, night) == {ORDINANCE_FROM}


def test_an_ended_law_is_cited_for_its_own_days(
    finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = LegalBasis("《旧办法》第一条", date(2000, 1, 1), date(2010, 12, 31))
    rule = replace(rule_of("split_admission"), legal_basis=(old,))
    monkeypatch.setattr("audit.registry.all_rules", lambda: (rule,))
    lasted = replace(finding, first_time=at(2010, 12, 31), last_time=at(2011, 2, 1))
    assert citations(lasted) == "《旧办法》第一条"
    after = replace(finding, first_time=at(2011, 1, 1), last_time=None)
    assert citations(after) == ""


def test_without_times_or_without_the_rule(finding: Finding) -> None:
    timeless = replace(finding, first_time=None, last_time=None)
    assert law_of(timeless) == rule_of("split_admission").legal_basis
    assert law_of(replace(finding, rule_id="retired")) == ()
