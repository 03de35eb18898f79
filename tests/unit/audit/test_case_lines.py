"""What a finding holds against its lines is cut to the fen, and of a second stay the second one's."""

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.findings.case_lines import _lines
from audit.findings.refs import places
from casework.lines.state import gross_of, held_of, most_of
from casework.money import spread

D = Decimal
fens = st.decimals("0", "10000", places=2)
positive = st.decimals("0.01", "10000", places=2)


def finding(rule: str, at_risk: str, *visits: str) -> Any:
    return SimpleNamespace(
        finding_id="F1", rule_id=rule, fixmedins_code="H1", mdtrt_ids=visits, lines=(),
        amount_at_risk=D(at_risk),
    )  # fmt: skip


def row(visit: str, amount: str, fund: str = "50", base: str = "100") -> tuple[Any, ...]:
    day, one = datetime(2025, 3, 1, tzinfo=UTC), D(amount)
    return (visit, "1", "H1", "P1", "张三", day, "CT", D(1), one, one, one, D(fund), D(base), True)


def numbered(n: int, line: tuple[Any, ...]) -> tuple[Any, ...]:
    return (line[0], str(n), *line[2:])


def test_of_a_split_admission_only_the_second_stay_is_lost() -> None:
    stays = {"M1": [row("M1", "300.00")], "M2": [row("M2", "200.00")]}
    lines = _lines(finding("split_admission", "100.00", "M1", "M2"), stays)
    assert [(line.line_id, held_of(line)) for line in lines] == [("M2/1", D("100.00"))]


def test_less_than_the_lines_is_cut_in_proportion() -> None:
    visits = {f"M{n}": [row(f"M{n}", amount)] for n, amount in enumerate(("100", "200", "33.33"))}
    lines = _lines(finding("over_price_limit", "40.00", *visits), visits)
    assert [held_of(line) for line in lines] == [D("12.00"), D("24.00"), D("4.00")]
    whole = str(sum(gross_of(line) for line in lines))
    assert all(one.at_risk is None for one in _lines(finding("x", whole, *visits), visits))


def test_the_fen_that_rounding_leaves_is_allotted() -> None:
    """Thirds of the fund's 20.00 come to 19.98 when each is rounded: the two fen are lost, too."""
    visits = {"M1": [numbered(n, row("M1", "10.00", "20.00", "30.03")) for n in range(3)]}
    assert sum(gross_of(line) for line in _lines(finding("x", "0", "M1"), visits)) == D("19.98")
    lines = _lines(finding("x", "20.00", "M1"), visits)
    assert [held_of(line) for line in lines] == [D("6.67"), D("6.67"), D("6.66")]
    assert [most_of(line) for line in lines] == [D("6.67"), D("6.67"), D("6.66")]


def test_what_no_line_bills_is_a_line_of_its_own() -> None:
    lines = _lines(finding("x", "150.00", "M1"), {"M1": [row("M1", "100.00", "100", "100")]})
    assert [(line.line_id, held_of(line)) for line in lines] == [
        ("M1/1", D("100.00")), ("F1", D("50.00")),
    ]  # fmt: skip


@given(fens, st.lists(st.tuples(positive, fens, fens), min_size=1, max_size=40))
def test_the_lines_of_a_finding_add_up_to_it(amount: D, bills: list[tuple[D, D, D]]) -> None:
    rows = [numbered(n, row("M1", str(b), str(f), str(s))) for n, (b, f, s) in enumerate(bills)]
    lines = _lines(finding("x", str(amount), "M1"), {"M1": rows})
    assert sum(held_of(line) for line in lines) == amount
    assert all(0 <= held_of(line) <= line.amount for line in lines)


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


@given(st.lists(st.tuples(positive, fens), min_size=1, max_size=30), fens)
def test_no_part_is_above_its_limit_and_no_room_is_left_unused(
    given_parts: list[tuple[D, D]], amount: D
) -> None:
    over, most = [weight for weight, _ in given_parts], [limit for _, limit in given_parts]
    parts = spread(amount, over, most)
    assert all(0 <= part <= limit for part, limit in zip(parts, most, strict=True))
    assert sum(parts) == min(amount, sum(most))
