"""What a finding holds against its lines is cut to the fen, and of a second stay the second one's."""

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.findings.case_lines import _lines
from audit.findings.refs import places
from casework.lines.state import gross_of, held_of
from casework.money import spread

D = Decimal
fens = st.decimals("0", "10000", places=2)


def finding(rule: str, at_risk: str, *visits: str) -> Any:
    return SimpleNamespace(
        finding_id="F1", rule_id=rule, fixmedins_code="H1", mdtrt_ids=visits, lines=(),
        amount_at_risk=D(at_risk),
    )  # fmt: skip


def row(visit: str, amount: str, fund: str = "50", base: str = "100") -> tuple[Any, ...]:
    day, one = datetime(2025, 3, 1, tzinfo=UTC), D(amount)
    return (visit, "1", "H1", "P1", "张三", day, "CT", D(1), one, one, one, D(fund), D(base), True)


def test_of_a_split_admission_only_the_second_stay_is_lost() -> None:
    stays = {"M1": [row("M1", "300.00")], "M2": [row("M2", "200.00")]}
    lines = _lines(finding("split_admission", "100.00", "M1", "M2"), stays)
    assert [(line.line_id, held_of(line)) for line in lines] == [("M2/1", D("100.00"))]


def test_less_than_the_lines_is_cut_in_proportion() -> None:
    visits = {f"M{n}": [row(f"M{n}", amount)] for n, amount in enumerate(("100", "200", "33.33"))}
    lines = _lines(finding("over_price_limit", "40.00", *visits), visits)
    assert [held_of(line) for line in lines] == [D("12.00"), D("24.00"), D("4.00")]
    # A fen of rounding a line is no difference.
    whole = str(sum(gross_of(line) for line in lines) - D("0.03"))
    assert all(one.at_risk is None for one in _lines(finding("x", whole, *visits), visits))


def test_a_finding_that_spans_institutions_is_cut_to_them() -> None:
    visits = {
        "M1": [row("M1", "100")],
        "M2": [(*row("M2", "200")[:2], "H2", *row("M2", "200")[3:])],
    }
    lines = _lines(finding("over_price_limit", "40.00", *visits), visits)
    assert places(D("40.00"), lines) == (("H1", D("13.33")), ("H2", D("26.67")))
    assert places(D("40.00"), lines[:1]) == ()


@given(fens, st.lists(fens, min_size=1, max_size=30))
def test_the_parts_add_up_and_none_is_negative(amount: D, over: list[D]) -> None:
    parts = spread(amount, over)
    assert sum(parts) == (amount if sum(over) else 0)
    assert all(part >= 0 for part in parts)
