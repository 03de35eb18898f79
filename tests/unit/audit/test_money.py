"""The fund's part of an amount: exact to the fen, never above it, refunds never counted twice."""

import sys
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import claims_connection, run_rule, settlement

from audit.engine.workspace import MACROS
from audit.examples import fee, outpatient, world
from audit.registry import rule_of


@pytest.fixture(scope="module")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    with claims_connection({}) as connection:
        for macro in MACROS:
            connection.execute(f"CREATE OR REPLACE TEMP MACRO {macro}")
        yield connection


yuan = st.decimals(min_value=0, max_value=10_000_000, places=2)


@settings(max_examples=200, deadline=None)
@given(yuan, yuan, yuan)
def test_fund_part_is_the_exact_share(
    engine: duckdb.DuckDBPyConnection, amount: Decimal, fund: Decimal, base: Decimal
) -> None:
    sql = "SELECT fund_part(?::DECIMAL(16, 2), ?::DECIMAL(16, 2), ?::DECIMAL(16, 2))"
    row = engine.execute(sql, [str(amount), str(fund), str(base)]).fetchone()
    assert row is not None
    if base <= 0 or fund > base:
        expected = amount
    else:
        expected = (amount * fund / base).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert row[0] == expected
    assert 0 <= row[0] <= amount


def test_a_partly_refunded_line_counts_with_what_is_left() -> None:
    visit = outpatient("M1", "2024-03-05 09:00")
    line = fee("M1", "1", "2024-03-05 09:10", "003112010010000", cnt="3")
    refunds = tuple(
        fee("M1", sn, "2024-03-06 09:10", "003112010010000", cnt="-1", init_feedetl_sn="1")
        for sn in ("2", "3")
    )
    tables = world(visits=(visit,), lines=(line, *refunds))
    tables["setl_d"] = (settlement("S1", visit, "10", "6"),)
    (found,) = run_rule(rule_of("sex_impossible_item"), tables)
    assert found["amount_involved"] == Decimal("10.00")
    assert found["amount_at_risk"] == Decimal("6.00")
    assert found["lines"] == [{"mdtrt_id": "M1", "feedetl_sn": "1"}]


def test_a_wholly_refunded_visit_is_no_visit() -> None:
    visit = outpatient("M1", "2024-03-05 09:00")
    line = fee("M1", "1", "2024-03-05 09:10", "003112010010000")
    tables = world(visits=(visit,), lines=(line,))
    tables["setl_d"] = (
        settlement("S1", visit, "10", "6"),
        settlement("S2", visit, "-10", "-6", refd_setl_flag="1", init_setl_id="S1"),
    )
    assert run_rule(rule_of("sex_impossible_item"), tables) == []


def test_two_settlements_of_a_visit_do_not_double_its_lines() -> None:
    visit = outpatient("M1", "2024-03-05 09:00")
    line = fee("M1", "1", "2024-03-05 09:10", "003112010010000")
    tables = world(visits=(visit,), lines=(line,))
    tables["setl_d"] = (settlement("S1", visit, "6", "3"), settlement("S2", visit, "4", "2"))
    (found,) = run_rule(rule_of("sex_impossible_item"), tables)
    assert found["amount_involved"] == Decimal("10.00")
    assert found["amount_at_risk"] == Decimal("5.00")
    assert found["setl_ids"] == ["S1", "S2"]


def test_only_the_part_inside_policy_is_at_risk() -> None:
    visit = outpatient("M1", "2024-03-05 09:00")
    line = fee("M1", "1", "2024-03-05 09:10", "003112010010000", inscp_scp_amt="8")
    tables = world(visits=(visit,), lines=(line,))
    tables["setl_d"] = (settlement("S1", visit, "20", "8", inscp_scp_amt="16"),)
    (found,) = run_rule(rule_of("sex_impossible_item"), tables)
    assert found["amount_at_risk"] == Decimal("4.00")
