"""On what condition articles 38 and 41 suspend and fine, and that the law at the decision is today's."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.worksheet import sheet_of
from casework.clocks.calendars import add_months, day_start
from casework.commands import case as c
from casework.law.collective import grounds
from casework.law.rows import article, articles
from casework.law.worksheet import Basis, LossLine, draw
from casework.refusal import Refusal
from evidence.forms.report_draft import report_draft
from evidence.forms.suspension import suspension

DAY = date(2025, 12, 20)


def person(bureau: Any) -> str:
    """An investigated case whose party lent his credential."""

    def opened() -> str:
        finding = c.FindingRef("F1", "hanging_bed", Decimal("4113.00"), "借卡就医 5 次")
        lead = c.OpenCase(
            case_no="C1",
            title="张三涉嫌出借医保凭证案",
            source=c.Source.TIP,
            summary="群众举报",
            party=c.Party(c.PartyKind.PERSON, "P1", "张三"),
            conduct_from=date(2025, 1, 10),
            conduct_to=DAY,
            findings=(finding,),
        )
        bureau.do("ins1", lead)
        return "C1"

    bureau.opened = opened
    return str(bureau.investigated())


def fined(no: str, **more: Any) -> c.ProposePenalty:
    given = {"multiple": Decimal(2), "suspension_months": 3, **more}
    loss = Decimal("4113.00")
    return c.ProposePenalty(
        case_no=no, article_id="tiaoli-41-1", base_loss=loss, reasons="出借凭证", **given
    )


def test_a_department_is_suspended_on_a_ground_and_by_name(bureau: Any) -> None:
    no = bureau.investigated()
    whole = bureau.proposal(no, months=6)
    assert bureau.refused("ins1", replace(whole, suspension_ground=None)) == "SUSPENSION_UNGROUNDED"
    assert bureau.refused("ins1", replace(whole, department=" ")) == "FIELD_REQUIRED"
    # That it refused to correct nobody ticks: an order has to say it.
    refusing = replace(whole, suspension_ground=c.SuspensionGround.REFUSED_TO_CORRECT)
    assert bureau.refused("ins1", refusing) == "LAW_CONDITION"
    bureau.do("ins1", whole)
    case = bureau.state(f"case:{no}")
    assert (case.proposal.department, case.proposal.suspension_ground) == (
        "骨科",
        "grave_consequence",
    )
    assert suspension(case, 6) == (
        "因违法行为造成严重后果（患者因延误治疗致残），"
        "责令暂停责任部门（骨科）涉及医疗保障基金使用的医药服务6个月"
    )


def test_a_grave_consequence_is_told_and_shown_by_evidence_of_the_case(bureau: Any) -> None:
    no = bureau.investigated()
    whole = bureau.proposal(no, "1.5", 6)
    untold, unshown = replace(whole, consequence=" "), replace(whole, consequence_evidence=())
    assert bureau.refused("ins1", untold) == "CONSEQUENCE_UNSHOWN"
    assert bureau.refused("ins1", unshown) == "CONSEQUENCE_UNSHOWN"
    bureau.evidence("E-other")
    other = replace(whole, consequence_evidence=("E-other",))
    assert bureau.refused("ins1", other) == "NOT_FOUND"
    drawn = c.DrawWorksheet(
        case_no=no,
        article_id=whole.article_id,
        multiple=Decimal("1.5"),
        reasons="一般情节",
        suspension_months=6,
    )
    assert bureau.refused("ins1", drawn) == "SUSPENSION_UNGROUNDED"
    grave = replace(drawn, suspension_ground=c.SuspensionGround.GRAVE_CONSEQUENCE)
    assert bureau.refused("ins1", grave) == "CONSEQUENCE_UNSHOWN"
    told = {"consequence": whole.consequence, "consequence_evidence": ("EG",)}
    bureau.do("ins1", replace(grave, **told))
    case = bureau.state(f"case:{no}")
    steps = sheet_of(case, "W1").steps
    name = case.evidence[-1].name
    assert any(f"患者因延误治疗致残（证据：{name}）" in step.zh for step in steps)
    drafted = report_draft(case, (), masked=False)["proposal"]
    assert "因违法行为造成严重后果（患者因延误治疗致残）" in drafted
    assert f"严重后果有《{name}》等证据证明" in drafted
    # The proposal says what its worksheet says, of this too.
    named = replace(whole, worksheet_id="W1")
    assert bureau.refused("ins1", replace(named, consequence="轻微")) == "WORKSHEET_DIFFERS"
    bureau.do("ins1", named)
    proposal = bureau.state(f"case:{no}").proposal
    assert (proposal.consequence, proposal.consequence_evidence) == ("患者因延误治疗致残", ("EG",))


def test_fraud_suspends_without_a_further_ground(bureau: Any) -> None:
    no = bureau.investigated()
    fraud = replace(bureau.proposal(no, "2", 6), article_id="tiaoli-40-3", suspension_ground=None)
    assert bureau.refused("ins1", replace(fraud, department="")) == "FIELD_REQUIRED"
    assert "PenaltyProposed" in bureau.do("ins1", fraud)


def test_a_person_loses_the_settlement_whatever_else(bureau: Any) -> None:
    no = person(bureau)
    signs = (c.FraudSign.LENT_FOR_GAIN,)
    assert (
        bureau.refused("ins1", fined(no, intent=signs, suspension_months=None)) == "FIELD_REQUIRED"
    )
    assert bureau.refused("ins1", fined(no, intent=signs, suspension_months=2)) == "OUTSIDE_BAND"
    bureau.do("ins1", fined(no, intent=signs))
    proposal = bureau.state(f"case:{no}").proposal
    assert (proposal.fine, proposal.intent) == (Decimal("8226.00"), ("lent_for_gain",))


def test_who_is_not_insured_has_no_settlement_to_lose(bureau: Any) -> None:
    no = person(bureau)
    signs = (c.FraudSign.RESOLD_EXCESS,)
    both = fined(no, intent=signs, not_insured=True)
    assert bureau.refused("ins1", both) == "BAD_VALUE"
    bureau.do("ins1", replace(both, suspension_months=None))
    proposal = bureau.state(f"case:{no}").proposal
    assert (proposal.fine, proposal.suspension_months) == (Decimal("8226.00"), None)
    assert proposal.not_insured


def test_an_institution_is_never_insured_or_not(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("ins1", replace(bureau.proposal(no), not_insured=True)) == "BAD_VALUE"


def test_a_person_is_fined_only_for_what_shows_the_purpose(bureau: Any) -> None:
    no = person(bureau)
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", fined(no))
    assert answer.value.code == "INTENT_MISSING"
    assert "倍数填 0" in answer.value.message_zh
    assert "multiple is 0" in answer.value.message_en
    bureau.do("ins1", fined(no, multiple=Decimal(0)))
    proposal = bureau.state(f"case:{no}").proposal
    assert (proposal.fine, proposal.recovery, proposal.suspension_months) == (
        Decimal("0.00"),
        Decimal("4113.00"),
        3,
    )
    assert "不处罚款" in proposal.formula


def test_a_worksheet_of_no_fine_needs_no_ground_to_go_below_the_band() -> None:
    line = LossLine("F1", Decimal("4113.00"), Decimal("4113.00"))
    basis = Basis("tiaoli-41-1", "person", DAY, DAY, (line,), Decimal(0), suspension_months=3)
    sheet = draw(basis)
    assert (sheet.fine, sheet.below_band) == (Decimal("0.00"), False)
    with pytest.raises(Refusal):
        draw(
            replace(basis, article_id="tiaoli-38-1", subject="institution", suspension_months=None)
        )


@pytest.mark.parametrize(
    ("months", "said"), [(2, "暂停 2 个月，低于法定"), (None, "不予暂停，低于法定")]
)
def test_months_below_the_band_have_a_ground_and_a_discussion(
    bureau: Any, months: int | None, said: str
) -> None:
    no = person(bureau)
    sheet = c.DrawWorksheet(
        case_no=no, article_id="tiaoli-41-1", multiple=Decimal(3), reasons="立功",
        suspension_months=months,
    )  # fmt: skip
    short = {
        "suspension_months": months,
        "multiple": Decimal(3),
        "intent": (c.FraudSign.LENT_FOR_GAIN,),
    }
    # Without a ground neither the worksheet nor a proposal by itself goes below the months of the law.
    no_ground = "OUTSIDE_BAND" if months else "FIELD_REQUIRED"
    if months:
        assert bureau.refused("ins1", sheet) == no_ground
    assert bureau.refused("ins1", fined(no, **short)) == no_ground
    bureau.do("ins1", replace(sheet, mitigation=c.MitigationGround.MERIT))
    steps = sheet_of(bureau.state(f"case:{no}"), "W1").steps
    [told] = [step for step in steps if said in step.zh]
    assert "3–12 个月：减轻处罚，须经集体讨论" in told.zh
    assert "mitigated, needs discussion" in told.en
    # The fine itself stays within its band, and nothing says that it left it.
    assert "低于法定幅度：减轻处罚，须经集体讨论" not in [step.zh for step in steps]
    bureau.do("ins1", fined(no, worksheet_id="W1", **short))
    proposal = bureau.state(f"case:{no}").proposal
    assert (proposal.below_band, proposal.suspension_months) == (True, months)
    assert any("减轻" in row.basis for row in grounds(bureau.state(f"case:{no}"), proposal))


def test_a_mitigation_knows_no_months_beyond_the_band_and_none_of_an_article_without() -> None:
    line = LossLine("F1", Decimal("4113.00"), Decimal("4113.00"))
    basis = Basis(
        "tiaoli-41-1", "person", DAY, DAY, (line,), Decimal(3), mitigation="merit",
        suspension_months=3,
    )  # fmt: skip
    assert not draw(basis).below_band
    fixed = replace(
        basis, article_id="tiaoli-39-1", subject="institution", multiple=None,
        amount=Decimal(20000), in_vain=True,
    )  # fmt: skip
    for wrong in (replace(basis, suspension_months=13), replace(basis, suspension_months=0), fixed):
        with pytest.raises(Refusal) as answer:
            draw(wrong)
        assert answer.value.code == "OUTSIDE_BAND"


def test_a_ground_of_mitigation_leaves_nothing_out_of_who_is_not_insured(bureau: Any) -> None:
    no = person(bureau)
    sheet = c.DrawWorksheet(
        case_no=no, article_id="tiaoli-41-1", multiple=Decimal(3), reasons="立功",
        mitigation=c.MitigationGround.MERIT, not_insured=True,
    )  # fmt: skip
    assert bureau.refused("ins1", replace(sheet, suspension_months=3)) == "BAD_VALUE"
    bureau.do("ins1", sheet)
    drawn = sheet_of(bureau.state(f"case:{no}"), "W1")
    assert not drawn.below_band
    assert not [step.zh for step in drawn.steps if "不予暂停" in step.zh]
    same = fined(
        no, worksheet_id="W1", suspension_months=None, multiple=Decimal(3), not_insured=True,
        intent=(c.FraudSign.LENT_FOR_GAIN,),
    )  # fmt: skip
    assert bureau.refused("ins1", replace(same, not_insured=False)) == "WORKSHEET_DIFFERS"
    # A sheet that leaves the months out on a ground is of an insured person.
    bureau.do("ins1", replace(sheet, not_insured=False))
    assert bureau.refused("ins1", replace(same, worksheet_id="W2")) == "WORKSHEET_DIFFERS"
    bureau.do("ins1", same)
    assert not bureau.state(f"case:{no}").proposal.below_band


def test_a_sheet_of_before_that_was_asked_holds_for_who_is_not_insured(bureau: Any) -> None:
    no = person(bureau)
    sheet = c.DrawWorksheet(
        case_no=no, article_id="tiaoli-41-1", multiple=Decimal(3), reasons="一般情节",
    )  # fmt: skip
    bureau.do("ins1", sheet)
    same = fined(
        no, worksheet_id="W1", suspension_months=None, multiple=Decimal(3), not_insured=True,
        intent=(c.FraudSign.LENT_FOR_GAIN,),
    )  # fmt: skip
    assert "PenaltyProposed" in bureau.do("ins1", same)


def test_mitigated_months_suspend_settlement_from_the_service_on(bureau: Any) -> None:
    no = person(bureau)
    sheet = c.DrawWorksheet(
        case_no=no, article_id="tiaoli-41-1", multiple=Decimal(3), reasons="立功",
        suspension_months=2, mitigation=c.MitigationGround.MERIT,
    )  # fmt: skip
    bureau.do("ins1", sheet)
    intent = (c.FraudSign.LENT_FOR_GAIN,)
    mild = fined(no, worksheet_id="W1", suspension_months=2, multiple=Decimal(3), intent=intent)
    bureau.investigated, bureau.proposal = lambda: no, lambda *_, **__: mild
    bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    [one] = bureau.state("measures:insured:P1").measures
    assert (one.months, one.ends_at) == (2, day_start(add_months(bureau.today, 2)))


@pytest.mark.parametrize("with_sheet", [False, True])
def test_a_milder_law_since_the_drawing_sends_the_case_back(
    bureau: Any, monkeypatch: pytest.MonkeyPatch, *, with_sheet: bool
) -> None:
    no = bureau.investigated()
    proposal = bureau.proposal(no, "1.5")
    if with_sheet:
        drawing = c.DrawWorksheet(
            case_no=no, article_id="tiaoli-38-1", multiple=Decimal("1.5"), reasons="一般情节"
        )
        bureau.do("ins1", drawing)
        proposal = replace(proposal, worksheet_id="W1")
    bureau.do("ins1", proposal)
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    waived = bureau.waived(no)
    bureau.do("ins1", waived)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    old = article("tiaoli-38-1", DAY)
    milder = replace(
        old, id="new-38", valid_from=bureau.today, succeeds=("tiaoli-38-1",),
        multiple_min=Decimal("0.5"), multiple_max=Decimal(1),
    )  # fmt: skip
    ended = replace(old, valid_to=bureau.today)
    table = (*(ended if row is old else row for row in articles()), milder)
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    with monkeypatch.context() as law:
        law.setattr("casework.law.choice.articles", lambda: table)
        with pytest.raises(Refusal) as answer:
            bureau.do("head", decide)
        assert answer.value.code == "WORKSHEET_OUTDATED"
        assert "退回调查" in answer.value.message_zh
        back = replace(decide, ruling=c.Ruling.RETURNED, reasons="法律已变")
        assert bureau.would(bureau.people["head"], back)
    assert bureau.do("head", decide)


@pytest.mark.parametrize("item", ["1", "2", "3", "4", "38"])
def test_a_fraud_is_not_fined_without_the_suspension_that_goes_with_it(
    bureau: Any, item: str
) -> None:
    """条例 40 suspends whoever it fines; an act of article 38 done to defraud is one of its own (第二款)."""
    no = bureau.investigated()
    article_id = f"tiaoli-40-{item}"
    fined = replace(bureau.proposal(no, "2"), article_id=article_id)
    assert bureau.refused("ins1", fined) == "FIELD_REQUIRED"
    whole = replace(
        bureau.proposal(no, "2", 6), article_id=article_id, suspension_ground=None, consequence="",
        consequence_evidence=(),
    )  # fmt: skip
    assert "PenaltyProposed" in bureau.do("ins1", whole)
