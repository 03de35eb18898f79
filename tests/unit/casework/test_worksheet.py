"""The penalty worksheet: law in time, loss to the cent, discretion, and the published 4,113 yuan."""

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.registry import all_rules
from casework.commands import case as c
from casework.law.choice import choose
from casework.law.compare import compare, judge_figure
from casework.law.loss import LossLine, loss_of, losses, total
from casework.law.natures import articles_of, natures
from casework.law.rows import Article, article, articles
from casework.law.worksheet import Basis, Sheet, basis_from, draw
from casework.refusal import Refusal

D = Decimal
DECIDED = date(2020, 9, 1)
LINE = LossLine("L1", D("4113.00"), D("4113.00"))
FUNAN = Basis("shebao-88", "person", date(2020, 3, 31), DECIDED, (LINE,), D(2), ("returned_early",))


def test_the_published_case_of_4113_yuan() -> None:
    """借用就诊证: a fine of 8,223 in one place and 8,226 in another (domain: G 38)."""
    sheet = draw(FUNAN)
    assert sheet.fine == D("8226.00")
    assert sheet.article.id == "shebao-88"
    right, wrong = judge_figure(sheet, D("8226.00")), judge_figure(sheet, D("8223.00"))
    assert right.lawful
    assert "4,113.00 元 × 2 倍 = 8,226.00 元" in right.zh
    assert not wrong.lawful
    assert "低于法定幅度 8,226.00–20,565.00 元" in wrong.zh
    assert "社会保险法" in wrong.zh
    assert "below the lawful band of 8,226.00–20,565.00 yuan" in wrong.en
    assert "4,113.00 yuan × 2 = 8,226.00 yuan" in wrong.en
    assert "《" not in wrong.en
    # Inside the band, yet not what the multiple gives.
    inside = judge_figure(sheet, D("9000.00"))
    assert (inside.lawful, inside.due) == (False, D("8226.00"))


@pytest.mark.parametrize(
    ("ended", "decided", "law", "why"),
    [
        (date(2021, 4, 30), date(2021, 4, 30), "shebao-87", "同一规定"),
        # The later law adds a suspension: no milder, so the old one stays.
        (date(2021, 4, 30), date(2022, 1, 1), "shebao-87", "从旧"),
        # A continuing act that ended under the Regulation.
        (date(2021, 5, 1), date(2022, 1, 1), "tiaoli-40-2", "同一规定"),
    ],
)
def test_law_in_time(ended: date, decided: date, law: str, why: str) -> None:
    choice = choose("tiaoli-40-2", ended, decided)
    assert choice.article.id == law
    assert why in choice.why_zh


def test_what_was_no_violation_then_is_not_punished() -> None:
    with pytest.raises(Refusal) as refused:
        choose("tiaoli-38-1", date(2021, 4, 30), date(2022, 1, 1))
    assert refused.value.code == "LAW_NOT_IN_FORCE"
    assert not any("\u3400" <= sign <= "\u9fff" for sign in refused.value.message_en)


def said(sheet: Sheet) -> tuple[str, str]:
    return "\n".join(s.zh for s in sheet.steps), "\n".join(s.en for s in sheet.steps)


def test_the_implementing_rules_are_named_from_the_day_they_are_law() -> None:
    basis = Basis(
        "tiaoli-38-7", "institution", date(2026, 4, 1), date(2026, 6, 1), (LINE,), D("1.5")
    )
    zh, en = said(draw(basis))
    assert "同一规定：《医疗保障基金使用监督管理条例》第三十八条第（七）项" in zh
    assert "（局令第7号）第二十三条：高套" in zh
    assert "（局令第7号）第三十五条：" in zh
    assert "Implementing Rules (Order no. 7) article 23: " in en
    # Another item has no article of its own there; the reckoning of the loss holds for all.
    other, _ = said(draw(replace(basis, article_id="tiaoli-38-1")))
    assert "第二十三条" not in other
    assert "第三十五条" in other
    # The conduct ended a day before: the worksheet says why they are not applied.
    before, before_en = said(draw(replace(basis, conduct_to=date(2026, 3, 31))))
    assert "第三十五条" not in before
    assert "自 2026-04-01 起施行，行为终了于此前" in before
    assert "law since 2026-04-01: the conduct ended before" in before_en
    early, _ = said(draw(replace(basis, conduct_to=date(2025, 3, 1), decided_on=date(2025, 9, 1))))
    assert "局令第7号" not in early
    assert not any("\u3400" <= sign <= "\u9fff" for sign in en + before_en)


def test_every_rule_has_a_nature_whose_articles_exist() -> None:
    ids = {row.id for row in articles()}
    assert {row.rule for row in natures()} == {rule.id for rule in all_rules()}
    assert all(set(row.articles) <= ids for row in natures())
    assert articles_of(["hanging_bed", "by_hand"], date(2025, 1, 1)) == (
        "tiaoli-38-1",
        "tiaoli-40-38",
    )
    assert articles_of(["hanging_bed"], date(2021, 4, 30)) == ()


def test_a_worksheet_says_whether_its_article_is_that_of_the_confirmed_nature() -> None:
    basis = Basis(
        "tiaoli-38-1", "institution", date(2025, 3, 1), date(2025, 9, 1), (LINE,), D("1.5"),
        natures=("tiaoli-38-1",),
    )  # fmt: skip
    zh, en = said(draw(basis))
    assert "适用条款依已认定明细的性质确定：" in zh
    assert "第三十八条第（一）项（分解住院、挂床住院）" in zh
    assert "follows from the nature of the confirmed lines: Regulation article 38(1)" in en
    other, _ = said(draw(replace(basis, article_id="tiaoli-38-7")))
    assert "适用条款另行认定" in other
    assert "性质" not in said(draw(replace(basis, natures=())))[0]


def test_confirmed_lines_say_what_was_inside_the_policy_and_what_a_group_difference() -> None:
    line = LossLine(
        "F1", D("9200.40"), D("9000.40"), confirmed=D("3460.87"), count=2,
        groups=1, by_group=D("2500.55"), returned=D("460.87"),
    )  # fmt: skip
    found = loss_of(line)
    assert found.loss == D("3000.00")
    assert "2 条明细金额 9200.40 元，其中政策范围内 9000.40 元" in found.zh
    assert "其中 1 条按 DRG/DIP 病组支付标准差额认定 2500.55 元 − 已退回 460.87 元" in found.zh
    assert "of which 1 line by the DRG/DIP difference: 2500.55 yuan − returned" in found.en
    assert "DRG" not in loss_of(replace(line, groups=0, by_group=D(0))).zh


def test_a_worksheet_drawn_before_group_differences_were_told_apart_still_reads() -> None:
    kept = {
        "line_id": "F1", "amount": "10.00", "inside_policy": "10.00", "fund_share": "1",
        "group_difference": None, "returned": "0.00", "confirmed": "8.00", "count": 1,
    }  # fmt: skip
    data = {
        "article_id": "tiaoli-38-1", "subject": "institution", "conduct_to": "2025-01-02",
        "decided_on": "2025-06-01", "lines": [kept], "multiple": "1.5", "factors": [],
        "mitigation": None, "departure": "", "suspension_months": None,
    }  # fmt: skip
    assert draw(basis_from(data)).fine == D("12.00")


def coming(most: str) -> list[Article]:
    """医疗保障法 of 2027 with another band for the same item."""
    old = article("tiaoli-38-1", date(2025, 1, 1))
    new = replace(
        old,
        id="yibao-x1",
        citation="《中华人民共和国医疗保障法》",
        multiple_max=D(most),
        valid_from=date(2027, 1, 1),
        succeeds=("tiaoli-38-1",),
    )
    rest = [row for row in articles() if row.id != old.id]
    return [*rest, replace(old, valid_to=date(2027, 1, 1)), new]


@pytest.mark.parametrize(("most", "applies"), [("1.5", "yibao-x1"), ("3", "tiaoli-38-1")])
def test_the_milder_law_of_2027_reaches_back_the_heavier_does_not(most: str, applies: str) -> None:
    choice = choose("tiaoli-38-1", date(2026, 12, 31), date(2027, 3, 1), coming(most))
    assert choice.article.id == applies
    later = choose("tiaoli-38-1", date(2027, 1, 2), date(2027, 3, 1), coming(most))
    assert later.article.id == "yibao-x1"


def test_loss_of_a_line() -> None:
    line = LossLine("L", D("100.00"), D("80.00"), D("0.65"), None, D("10.00"))
    assert loss_of(line).loss == D("42.00")
    assert loss_of(replace(line, returned=D("99.00"))).loss == 0
    assert loss_of(replace(line, group_difference=D("1234.50"))).loss == D("1224.50")
    for bad in (
        replace(line, inside_policy=D("100.01")),
        replace(line, fund_share=D("1.01")),
        replace(line, fund_share=D("NaN")),
        replace(line, amount=D("-1")),
    ):
        with pytest.raises(Refusal):
            loss_of(bad)
    with pytest.raises(Refusal):
        losses([line, line])


cents = st.decimals("0", "100000", places=2)
lines = st.lists(
    st.builds(
        lambda amount, part, share, back: LossLine(
            "", amount, min(amount, part), share, None, back
        ),
        cents,
        cents,
        st.decimals("0", "1", places=4),
        cents,
    ),
    min_size=1,
    max_size=20,
).map(lambda found: tuple(replace(one, line_id=str(n)) for n, one in enumerate(found)))


@given(lines, st.decimals("2", "5", places=2))
def test_it_reconciles_with_its_lines_to_the_cent(found: tuple[LossLine, ...], times: D) -> None:
    sheet = draw(replace(FUNAN, lines=found, multiple=times, departure="综合考虑"))
    assert sheet.loss == total(sheet.lines) == sum(one.loss for one in sheet.lines)
    assert abs(sheet.fine - sheet.loss * times) <= D("0.005")
    assert sheet.fine.as_tuple().exponent == -2
    for one in sheet.lines:
        assert 0 <= one.loss <= one.line.inside_policy
        assert one.loss + one.line.returned >= one.loss
    # Refunds only ever lower it.
    more = tuple(replace(one, returned=one.returned + 1) for one in found)
    assert draw(replace(FUNAN, lines=more, multiple=times, departure="x")).loss <= sheet.loss


@pytest.mark.parametrize(
    ("factors", "multiple", "code"),
    [
        ((), "3.5", None),
        ((), "2.5", "OUTSIDE_DISCRETION"),
        (("first_time",), "2.9", None),
        (("first_time",), "3.0", "OUTSIDE_DISCRETION"),
        (("repeated",), "4.1", None),
        (("repeated",), "4.0", "OUTSIDE_DISCRETION"),
        (("repeated", "cooperated"), "2", None),
        ((), "5.01", "OUTSIDE_BAND"),
        ((), "1.99", "OUTSIDE_BAND"),
        (("unknown",), "2", "NOT_FOUND"),
    ],
)
def test_discretion(factors: tuple[str, ...], multiple: str, code: str | None) -> None:
    basis = replace(FUNAN, factors=factors, multiple=D(multiple))
    if code is None:
        assert draw(basis).multiple == D(multiple)
        return
    with pytest.raises(Refusal) as refused:
        draw(basis)
    assert refused.value.code == code


def test_below_the_band_only_on_a_ground() -> None:
    sheet = draw(replace(FUNAN, multiple=D("1.5"), mitigation="coerced"))
    assert sheet.below_band
    assert sheet.fine == D("6169.50")


def test_the_sum_of_the_loss_tells_what_came_back_before() -> None:
    [plain] = [one for one in draw(FUNAN).steps if one.zh.startswith("基金损失合计")]
    assert "此前退回" not in plain.zh
    # What came back beyond a line's loss is not deducted from the others.
    over = replace(LINE, line_id="L2", inside_policy=D("10.00"), amount=D("10.00"))
    some = (replace(LINE, returned=D("100.00")), replace(over, returned=D("99.00")))
    [told] = [one for one in draw(replace(FUNAN, lines=some)).steps if "基金损失合计" in one.zh]
    taken = D("100.00") + loss_of(over).loss
    assert f"已扣除此前退回 {taken} 元" in told.zh
    assert f"{taken} yuan returned before" in told.en


def test_two_worksheets_are_compared() -> None:
    other = replace(
        FUNAN, lines=(replace(LINE, returned=D("100.00")),), factors=(), multiple=D("3.5")
    )
    differences = compare(draw(FUNAN), draw(other))
    found = {one.en: (one.first[1], one.second[1]) for one in differences if one.of is None}
    assert found["loss (yuan)"] == ("4,113.00", "4,013.00")
    assert found["fine (yuan)"] == ("8,226.00", "14,045.50")
    assert found["tier"] == ("light", "ordinary")
    assert found["circumstances"][1] == ""
    assert [one.second for one in differences if one.of == "L1"] == [("4,013.00", "4,013.00")]
    # A suspension that one of them lacks is no "None".
    longer = replace(
        FUNAN, suspension_months=6, article_id="tiaoli-41-1", conduct_to=date(2025, 1, 1)
    )
    told = compare(
        draw(replace(longer, decided_on=date(2025, 6, 1), suspension_months=3)), draw(FUNAN)
    )
    assert next(one.second for one in told if one.en == "months of suspension") == ("", "")
    assert not compare(draw(FUNAN), draw(FUNAN))


def drawing(bureau: Any, **more: Any) -> c.DrawWorksheet:
    given = {"multiple": D("1.5"), "reasons": "一般情节", **more}
    return c.DrawWorksheet(case_no="C1", article_id="tiaoli-38-1", **given)


def test_a_proposal_rests_on_its_worksheet(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", drawing(bureau))
    assert bureau.state(f"case:{no}").worksheets[0].fine == D("6169.50")
    proposal = replace(bureau.proposal(no, "1.5"), worksheet_id="W1")
    for wrong in (
        replace(proposal, multiple=D("1.6")),
        replace(proposal, base_loss=D("4113.01")),
        replace(proposal, article_id="tiaoli-38-2"),
        replace(proposal, suspension_months=6),
        replace(proposal, worksheet_id="W9"),
    ):
        before = len(bureau.streams[f"case:{no}"])
        with pytest.raises(Refusal) as refused:
            bureau.do("ins1", wrong)
        assert refused.value.code in {"WORKSHEET_DIFFERS", "NOT_FOUND", "LOSS_NOT_CONFIRMED"}
        assert len(bureau.streams[f"case:{no}"]) == before
    bureau.do("ins1", proposal)
    assert bureau.state(f"case:{no}").proposal.fine == D("6169.50")


def test_the_loss_is_that_of_the_confirmed_lines(bureau: Any) -> None:
    no = bureau.investigated()
    part = c.JudgeLines(
        case_no=no,
        verdict=c.LineVerdict.PARTLY,
        line_ids=("F1",),
        amount=D("1000.01"),
        reasons="其余有医嘱",
    )
    bureau.do("ins1", part)
    bureau.do("ins1", drawing(bureau))
    assert bureau.state("case:C1").worksheets[0].loss == D("1000.01")
    bureau.do("ins1", replace(part, amount=None, verdict=c.LineVerdict.REJECTED))
    bureau.do("ins1", drawing(bureau))
    assert bureau.state("case:C1").worksheets[1].loss == D("0.00")


def test_a_mitigated_penalty_is_discussed_together(bureau: Any) -> None:
    no = bureau.investigated()
    mild = drawing(bureau, multiple=D("0.5"), mitigation=c.MitigationGround.CONFESSED)
    bureau.do("ins1", mild)
    bureau.do("ins1", replace(bureau.proposal(no, "0.5"), worksheet_id="W1"))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    bureau.do("ins1", bureau.waived(no, hearing=False))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    with pytest.raises(Refusal) as refused:
        bureau.do("head", decide)
    assert refused.value.code == "DISCUSSION_MISSING"
    assert "减轻" in refused.value.message_zh


FIXED = Basis(
    "tiaoli-39-1", "institution", date(2025, 3, 1), date(2025, 9, 1), (), None,
    amount=D("20000.00"), factors=("cooperated",), in_vain=True,
)  # fmt: skip


def test_a_fixed_fine_is_drawn_by_the_same_discretion_inside_its_band_of_amounts() -> None:
    sheet = draw(FIXED)
    assert (sheet.fine, sheet.multiple, sheet.below_band) == (D("20000.00"), None, False)
    assert sheet.span == (D(10000), D(22000))
    zh, en = said(sheet)
    assert "裁量档次：从轻，10000.00–22000.00 元" in zh
    assert "裁量情节：配合查处（本局裁量参数（是否从轻由本局确定））" in zh
    assert "拒不改正的才处罚款" in zh
    assert "定额罚款 20000.00 元（幅度 10000.00–50000.00 元，四舍五入到分）" in zh
    assert "discretion: light, 10000.00–22000.00 yuan" in en
    assert not any("\u3400" <= sign <= "\u9fff" for sign in en)
    # Outside the tier only with its reason; below the band only on a ground of 减轻.
    heavier = replace(FIXED, amount=D(40000))
    with pytest.raises(Refusal) as refused:
        draw(heavier)
    assert refused.value.code == "OUTSIDE_DISCRETION"
    assert "40000.00 yuan is outside the tier" in refused.value.message_en
    left = draw(replace(heavier, departure="拒绝检查"))
    assert left.fine == D("40000.00")
    # Reasons that a proposal lends its sheet explain a departure only where there is one.
    assert "偏离裁量档次：拒绝检查" in said(left)[0]
    assert "偏离" not in said(draw(replace(FIXED, departure="拒绝检查")))[0]
    with pytest.raises(Refusal) as refused:
        draw(replace(FIXED, amount=D("9999.99")))
    assert refused.value.code == "OUTSIDE_BAND"
    assert draw(replace(FIXED, amount=D(5000), mitigation="coerced")).below_band


def test_fixed_fines_are_compared_with_each_other_and_with_a_figure() -> None:
    first, second = draw(FIXED), draw(replace(FIXED, amount=D(30000), factors=()))
    told = {one.en: (one.first[1], one.second[1]) for one in compare(first, second)}
    assert told["fine (yuan)"] == ("20,000.00", "30,000.00")
    assert told["tier"] == ("light", "ordinary")
    assert judge_figure(first, D(20000)).lawful
    assert "测算所定为 20,000.00 元" in judge_figure(first, D(25000)).zh
    assert "高于法定幅度 10,000.00–50,000.00 元" in judge_figure(first, D(60000)).zh
    kept = basis_from({**asdict(FIXED), "conduct_to": "2025-03-01", "decided_on": "2025-09-01"})
    assert kept == FIXED
