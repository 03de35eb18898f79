"""Money, bands and the published case of 4,113 yuan (domain: G 38)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.commands.case import PartyKind
from casework.law.band import band_of
from casework.law.fines import formula_en, grouped, hearing_right
from casework.law.loss import LossLine
from casework.law.reckoning import fine_step, fixed_step
from casework.law.rows import article, articles, articles_on, parameter
from casework.law.worksheet import Basis, draw
from casework.money import round_fen, yuan
from casework.refusal import Refusal

DAY = date(2025, 6, 1)
amounts = st.decimals(0, 10**9, places=2)


@given(amounts, st.decimals(1, 2, places=4))
def test_fine_is_exact_and_inside_the_band(base: Decimal, multiple: Decimal) -> None:
    line = LossLine("L1", base, base)
    basis = Basis("tiaoli-38-1", "institution", DAY, DAY, (line,), multiple, departure="x")
    fine = draw(basis).fine
    assert fine == round_fen(base * multiple)
    assert base <= fine <= 2 * base
    assert fine.as_tuple().exponent == -2


def test_a_formula_of_a_former_form_is_read_in_english() -> None:
    # As proposals kept it before each had a worksheet.
    assert formula_en("骗取金额 4113.00 元 × 2 倍 = 8226.00 元（四舍五入到分）") == (
        "sum obtained by fraud 4113.00 yuan × 2 = 8226.00 yuan (rounded to the fen, halves up)"
    )
    assert formula_en("a former form") == "a former form"


def test_the_step_that_a_proposal_takes_over_from_its_worksheet_is_read_in_english_too() -> None:
    step = fine_step(Decimal("20000.00"), Decimal("1.1"), Decimal("22000.00"))
    assert formula_en(step.zh) == step.en
    row = article("tiaoli-39-2", DAY)
    fixed = fixed_step(row, band_of(row), Decimal("20000.00"))
    assert formula_en(fixed.zh) == fixed.en
    former = fixed.zh.replace("，四舍五入到分", "")
    assert formula_en(former) == fixed.en.replace(", rounded to the fen, halves up", "")


@pytest.mark.parametrize("value", ["-0.01", "1.001", "NaN", "Infinity", "1e308", "abc", "", None])
def test_bad_amounts(value: object) -> None:
    with pytest.raises(Refusal) as refused:
        yuan(value)
    assert refused.value.code == "BAD_AMOUNT"


def test_halves_round_up() -> None:
    assert round_fen(Decimal("0.005")) == Decimal("0.01")
    assert round_fen(Decimal("2.675")) == Decimal("2.68")


def test_article_39_only_on_refusal_and_inside_its_amounts() -> None:
    basis = Basis(
        "tiaoli-39-2", "institution", DAY, DAY, (), None, departure="x", amount=Decimal(50000)
    )
    with pytest.raises(Refusal) as refused:
        draw(basis)
    assert refused.value.code == "LAW_CONDITION"
    refusing = replace(basis, in_vain=True)
    assert draw(refusing).fine == Decimal("50000.00")
    with pytest.raises(Refusal) as refused:
        draw(replace(refusing, amount=Decimal("50000.01")))
    assert refused.value.code == "OUTSIDE_BAND"
    with pytest.raises(Refusal) as refused:
        draw(replace(refusing, amount=None))
    assert refused.value.code == "FIELD_REQUIRED"


def test_laws_follow_each_other_without_gap_or_overlap() -> None:
    change = date(2021, 5, 1)
    before, after = articles_on(date(2021, 4, 30)), articles_on(change)
    assert {a.id for a in before} == {"shebao-87", "shebao-88"}
    assert len(after) == 22
    assert len({a.id for a in articles()}) == len(articles())
    assert all(a.citation and a.mark for a in articles())


@pytest.mark.parametrize(
    ("kind", "fine", "months", "right"),
    [
        (PartyKind.INSTITUTION, "99999.99", None, False),
        (PartyKind.INSTITUTION, "100000.00", None, True),
        (PartyKind.INSTITUTION, "1.00", 6, True),
        (PartyKind.PERSON, "5000.00", None, True),
        (PartyKind.PERSON, "4999.99", None, False),
    ],
)
def test_right_to_a_hearing(kind: PartyKind, fine: str, months: int | None, right: bool) -> None:
    large = parameter(f"hearing_amount_{kind.value}", DAY)
    assert hearing_right(Decimal(fine), months, large) is right


def test_a_formula_is_read_with_thousands_separators() -> None:
    assert grouped("基金损失 20000.00 元 × 1.5 倍 = 30000.00元（2026 年）") == (
        "基金损失 20,000.00 元 × 1.5 倍 = 30,000.00元（2026 年）"
    )
    assert grouped("1234567.89 yuan, 999.00 yuan, 3,000.00") == (
        "1,234,567.89 yuan, 999.00 yuan, 3,000.00"
    )
