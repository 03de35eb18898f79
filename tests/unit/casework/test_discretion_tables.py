"""The bureau's own standards of discretion by article: from their day on, and the law's own grounds stay."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.worksheet import sheet_of
from casework.commands import case as c
from casework.commands.parameters import ProposeParameter
from casework.law.discretion import factors
from casework.law.settable import DISCRETION_ARTICLES, DISCRETION_FACTORS
from casework.law.worksheet import Sheet
from casework.points.parameters import parameters
from casework.refusal import Refusal

BASIS = "皖医保发〔2026〕9号"
OTHER = "tiaoli-40-2"


def table(own: str = "", drop: str = "") -> str:
    """The packaged circumstances less one, and with one of the bureau's own."""
    kept = parameters()[DISCRETION_FACTORS].default.splitlines()
    rows = [line for line in kept if not (drop and line.startswith(drop))]
    return "\n".join([*rows, *([own] if own else [])])


def drawn(bureau: Any, no: str, factor: str, multiple: str = "1.1") -> Sheet:
    bureau.do("ins1", worksheet(bureau, no, factor, multiple))
    case = bureau.state(f"case:{no}")
    return sheet_of(case, case.worksheets[-1].worksheet_id)


def worksheet(bureau: Any, no: str, factor: str, multiple: str = "1.1") -> c.DrawWorksheet:
    return c.DrawWorksheet(
        case_no=no, article_id=bureau.article, multiple=Decimal(multiple), reasons="裁量",
        factors=(factor,),
    )  # fmt: skip


def shares(sheet: Sheet) -> tuple[Decimal, ...]:
    """Where the span of the tier lies in the band."""
    width = sheet.band.high - sheet.band.low
    return tuple((one - sheet.band.low) / width for one in sheet.span)


def test_an_article_is_cut_by_its_own_row_from_its_day_on(bureau: Any) -> None:
    no = bureau.investigated()
    own = f"{bureau.article} | 0.15 | 0.9 | 第七条\n{OTHER} | 0.2 | 0.6"
    bureau.parameter(DISCRETION_ARTICLES, own, bureau.today + timedelta(days=1), BASIS)
    before = drawn(bureau, no, "first_time")
    assert shares(before) == (0, Decimal("0.3"))
    bureau.wait(1)
    after = drawn(bureau, no, "first_time")
    assert shares(after) == (0, Decimal("0.15"))
    assert "分档依据：第七条" in " ".join(step.zh for step in after.steps)
    # What was drawn before keeps its cut.
    case = bureau.state(f"case:{no}")
    assert sheet_of(case, case.worksheets[0].worksheet_id).span == before.span


def test_an_article_that_is_not_listed_is_cut_as_every_one_is(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.parameter(DISCRETION_ARTICLES, f"{OTHER} | 0.1 | 0.9", bureau.today, BASIS)
    assert shares(drawn(bureau, no, "first_time")) == (0, Decimal("0.3"))
    bureau.parameter("discretion_tiers", "0.2;0.8", bureau.today, BASIS)
    assert shares(drawn(bureau, no, "first_time")) == (0, Decimal("0.2"))


def test_a_circumstance_of_the_bureau_counts_from_its_day_on(bureau: Any) -> None:
    no = bureau.investigated()
    own = table("elderly | aggravating | 侵害老年人 |  | 第九条", drop="cooperated")
    bureau.parameter(DISCRETION_FACTORS, own, bureau.today + timedelta(days=1), BASIS)
    assert bureau.refused("ins1", worksheet(bureau, no, "elderly", "2")) == "NOT_FOUND"
    before = drawn(bureau, no, "cooperated")
    bureau.wait(1)
    assert bureau.refused("ins1", worksheet(bureau, no, "cooperated")) == "NOT_FOUND"
    sheet = drawn(bureau, no, "elderly", "2")
    assert (sheet.tier.value, sheet.factors[0].basis) == ("heavy", "第九条")
    assert "侵害老年人" in " ".join(step.zh for step in sheet.steps)
    # It is read back from its event when the table has long changed.
    bureau.parameter(DISCRETION_FACTORS, table(), bureau.today, BASIS)
    case = bureau.state(f"case:{no}")
    assert sheet_of(case, case.worksheets[-1].worksheet_id) == sheet
    assert sheet_of(case, case.worksheets[0].worksheet_id) == before


def test_a_circumstance_of_another_article_is_refused(bureau: Any) -> None:
    no = bureau.investigated()
    mine, other = (
        f"{n} | aggravating | 情形 | {a}" for n, a in (("x", bureau.article), ("y", OTHER))
    )
    bureau.parameter(DISCRETION_FACTORS, f"{table(mine)}\n{other}", bureau.today, BASIS)
    assert bureau.refused("ins1", worksheet(bureau, no, "y", "2")) == "BAD_VALUE"
    assert drawn(bureau, no, "x", "2").factors[0].id == "x"


@pytest.mark.parametrize("factor", ["returned_early", "coerced", "confessed", "merit"])
@pytest.mark.parametrize(
    "instead",
    ["", "{0} | aggravating | {1}", "{0} | mitigating | 情形", "{0} | mitigating | {1} | " + OTHER],
)
def test_what_the_law_itself_names_cannot_go_turn_be_reworded_or_be_of_one_article(
    bureau: Any, factor: str, instead: str
) -> None:
    said = next(one.zh for one in factors() if (one.id, one.valid_to) == (factor, None))
    value = table(drop=factor) + "\n" + instead.format(factor, said)
    change = ProposeParameter(
        name=DISCRETION_FACTORS, value=value, valid_from=bureau.today, basis=BASIS, reason="本省"
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", change)
    assert refused.value.code == "BAD_VALUE"
    assert "处罚法第三十二条" in refused.value.message_zh
    assert "Penalty Law" in refused.value.message_en


@pytest.mark.parametrize("row", ["merit | mitigating | {} | | 第十条", "merit | 从轻 | {}"])
def test_what_the_law_itself_names_may_rest_on_the_clause_of_the_bureau(
    bureau: Any, row: str
) -> None:
    said = next(one.zh for one in factors() if (one.id, one.valid_to) == ("merit", None))
    value = table(row.format(said), drop="merit")
    change = ProposeParameter(
        name=DISCRETION_FACTORS, value=value, valid_from=bureau.today, basis=BASIS, reason="本省"
    )
    assert bureau.do("legal", change) == ["ParameterProposed"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("nothing | 0.3 | 0.7", "应为处罚条款"),
        (f"{OTHER} | 0.7 | 0.3", "应大于“从轻止于”"),
        (f"{OTHER} | 0.3 | 1.2", "“从重起于”应为"),
    ],
)
def test_a_cut_outside_of_the_lawful_band_is_refused(bureau: Any, value: str, said: str) -> None:
    change = ProposeParameter(
        name=DISCRETION_ARTICLES, value=value, valid_from=bureau.today, basis=BASIS, reason="本省"
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", change)
    assert said in refused.value.message_zh
