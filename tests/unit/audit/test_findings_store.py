"""Findings are read by scope, masked, paged, grouped, and with their bills."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import INSPECTOR, viewer

from audit.errors import BadCursor
from audit.findings.case_lines import case_lines, named_lines
from audit.findings.finding import FindingFilter, GroupBy, Order
from audit.findings.store import FindingStore
from casework.actors import Role, Viewer
from casework.lines.state import gross_of, held_of
from graph.points.barred_lines import BarredFinding


@pytest.fixture
def store(small_home: Path) -> FindingStore:
    return FindingStore(small_home)


def rules_seen(store: FindingStore, eyes: Viewer) -> set[str]:
    return {finding.rule_id for finding in store.page(eyes).items}


def test_the_bureau_sees_all(store: FindingStore) -> None:
    assert rules_seen(store, INSPECTOR) == {
        "sex_impossible_item",
        "age_limited_item",
        "over_price_limit",
        "charge_outside_stay",
    }


@pytest.mark.parametrize(
    ("eyes", "expected"),
    [
        (
            viewer(Role.INSURANCE_OFFICE, fixmedins_code="H2"),
            {"age_limited_item", "over_price_limit"},
        ),
        (
            viewer(Role.PARTY_SECRETARY, fixmedins_code="H1"),
            {"sex_impossible_item", "charge_outside_stay"},
        ),
        (viewer(Role.INSURANCE_OFFICE), set()),
        (
            viewer(Role.PHYSICIAN, prac_psn_code="D1"),
            {"sex_impossible_item", "charge_outside_stay"},
        ),
        (viewer(Role.PHYSICIAN, prac_psn_code="D9"), set()),
        (viewer(Role.SYSTEM_ADMIN), set()),
        (viewer(Role.SECURITY_ADMIN), set()),
        (viewer(Role.AUDITOR), set()),
    ],
)
def test_scope(store: FindingStore, eyes: Viewer, expected: set[str]) -> None:
    assert rules_seen(store, eyes) == expected
    assert store.sums(eyes).count == len(expected)
    assert {g.key for g in store.groups(eyes, GroupBy.RULE)} == expected


def test_a_forbidden_finding_looks_missing(store: FindingStore) -> None:
    finding = next(f for f in store.page(INSPECTOR).items if f.fixmedins_code == "H1")
    other = viewer(Role.INSURANCE_OFFICE, fixmedins_code="H2")
    assert store.get(other, finding.finding_id) is None
    assert store.get(other, "no-such") is None
    assert store.lines(other, finding.finding_id) == []


def test_names_are_masked_until_a_purpose_is_stated(store: FindingStore) -> None:
    wanted = FindingFilter(rule_ids=["sex_impossible_item"])
    masked = store.page(INSPECTOR, wanted).items[0]
    assert masked.psn_name == "张**"
    assert masked.sentence_zh.startswith("张**（男，44岁）2024年3月5日在云溪县人民医院")
    assert "张三丰" not in masked.sentence_zh + masked.sentence_en
    blank = store.page(replace(INSPECTOR, purpose="  "), wanted).items[0]
    assert blank.psn_name == "张**"
    told = store.page(replace(INSPECTOR, purpose="核查线索"), wanted).items[0]
    assert told.psn_name == "张三丰"
    assert told.sentence_zh.startswith("张三丰（男")


def test_what_a_finding_keeps(store: FindingStore) -> None:
    finding = store.page(INSPECTOR, FindingFilter(rule_ids=["over_price_limit"])).items[0]
    # 30 yuan against a limit of 8 at a first-level institution; the fund paid half of the bill.
    assert (finding.amount_involved, finding.amount_at_risk) == (Decimal("22.00"), Decimal("11.00"))
    assert finding.setl_ids == ("S2",)
    assert finding.prac_psn_code == "D2"
    assert finding.prac_psn_name == "吴医师"
    assert finding.parameters["tolerance"]["value"] == "0.01"
    assert finding.knowledge == {"price_limit": "shipped-2", "hospital_level": "shipped-2"}
    assert finding.population == 5
    assert finding.first_time is not None
    assert finding.first_time.isoformat() == "2024-03-06T01:20:00+00:00"


def test_the_whole_bill_with_the_hit_marked(store: FindingStore) -> None:
    finding = store.page(INSPECTOR, FindingFilter(rule_ids=["sex_impossible_item"])).items[0]
    bill = store.lines(INSPECTOR, finding.finding_id)
    assert [(line.feedetl_sn, line.hit) for line in bill] == [("1", True), ("2", False)]


@pytest.mark.parametrize("order", list(Order))
def test_pages_join_without_gap_or_repeat(store: FindingStore, order: Order) -> None:
    whole = [f.finding_id for f in store.page(INSPECTOR, order=order).items]
    walked, cursor = [], None
    while True:
        page = store.page(INSPECTOR, first=1, after_cursor=cursor, order=order)
        walked += [f.finding_id for f in page.items]
        cursor = page.end_cursor
        if not page.has_next:
            break
    assert walked == whole
    assert len(whole) == 4


@pytest.mark.parametrize("cursor", ["x", "bm9wZQ==", "WyJhbW91bnQiLCAiYWIiLCAiYyJd", "é"])
def test_a_foreign_cursor_is_refused(store: FindingStore, cursor: str) -> None:
    with pytest.raises(BadCursor):
        store.page(INSPECTOR, after_cursor=cursor)


def test_filters(store: FindingStore) -> None:
    def count(**wanted: object) -> int:
        return store.sums(INSPECTOR, FindingFilter(**wanted)).count  # type: ignore[arg-type]

    assert count(result="clear") == 3
    assert count(fixmedins_codes=["H1"]) == 2
    assert count(psn_no="P2") == 2
    assert count(min_amount=Decimal("10.50")) == 1
    assert count(max_amount=Decimal("5.00")) == 1
    assert count(text="河湾镇") == 2
    assert count(text="M3") == 1
    assert count(text="' OR 1=1 --") == 0
    assert count(rule_ids=[]) == 0


def test_groups(store: FindingStore) -> None:
    months = store.groups(INSPECTOR, GroupBy.MONTH)
    assert [(g.key, g.count) for g in months] == [("2024-03", 3), ("2024-04", 1)]
    places = {g.key: g.label_zh for g in store.groups(INSPECTOR, GroupBy.INSTITUTION)}
    assert places == {"H1": "云溪县人民医院", "H2": "河湾镇卫生院"}


def test_before_the_first_run(tmp_path: Path) -> None:
    empty = FindingStore(tmp_path)
    assert empty.page(INSPECTOR).items == ()
    assert empty.sums(INSPECTOR).count == 0
    assert empty.groups(INSPECTOR, GroupBy.RULE) == []


def test_a_line_is_held_to_what_its_finding_holds_against_it(store: FindingStore) -> None:
    """Above a price limit the excess is at risk, not the examination; the fund's share of it."""
    found = next(one for one in store.page(INSPECTOR).items if one.rule_id == "over_price_limit")
    lines = case_lines(store, INSPECTOR, [found.finding_id])
    assert sum(held_of(line) for line in lines) == found.amount_at_risk
    assert found.amount_at_risk < sum(gross_of(line) for line in lines)


def test_a_finding_of_no_rule_has_the_lines_that_it_names(store: FindingStore) -> None:
    """Fees of a barred doctor: just the named lines, together at what the finding holds."""
    known = store.page(INSPECTOR).items
    all_lines = case_lines(store, INSPECTOR, [one.finding_id for one in known])
    visit, _, sn = all_lines[0].line_id.partition("/")
    gross = gross_of(all_lines[0])
    named = BarredFinding("barred-1", "H1", ((visit, sn),), gross - Decimal("0.01"))
    (line,) = named_lines(store.claims, [named])
    assert (line.line_id, line.finding_id) == (all_lines[0].line_id, "barred-1")
    assert line.rule_id == "barred_doctor_settlement"
    assert held_of(line) == gross - Decimal("0.01")
    assert named_lines(store.claims, []) == ()
