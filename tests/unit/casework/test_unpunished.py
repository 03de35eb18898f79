"""A proposal not to punish (处罚法 33, 36, 57): without notice, reviewed, discussed, decided as such."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.cases.unpunished import fits
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.decide import next_actions
from casework.documents.catalogue import form_of, number_text
from casework.documents.due import due, lacking
from casework.documents.fold import allot_decision
from casework.documents.needs import missing_of
from casework.documents.typed import reads_like_series
from casework.refusal import Refusal
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind

LOSS = Decimal("4113.00")
NO = "C1"
HEARD = c.RecordDefence(case_no=NO, how=c.Defence.STATED, text="同意退回，已整改")


def proposal(bureau: Any, ground: c.NoPenaltyGround, **more: Any) -> c.ProposePenalty:
    given = {"article_id": bureau.article, "base_loss": LOSS, "reasons": "情节轻微", **more}
    return c.ProposePenalty(case_no=NO, no_penalty=ground, **given)


def approved(bureau: Any, ground: c.NoPenaltyGround = c.NoPenaltyGround.MINOR_CORRECTED) -> None:
    bureau.investigated()
    bureau.do("ins1", proposal(bureau, ground))
    review = c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED)
    bureau.do("sup", review)


def reviewed(bureau: Any, ground: c.NoPenaltyGround = c.NoPenaltyGround.MINOR_CORRECTED) -> None:
    approved(bureau, ground)
    bureau.do("ins1", HEARD)
    bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    bureau.do("legal", c.ReviewLegality(case_no=NO, opinion=c.Opinion.AGREE, text="同意"))


def discussed(bureau: Any, ruling: c.Ruling = c.Ruling.NO_PENALTY) -> None:
    members = ("head", "vice", "sup")
    bureau.do(
        "head",
        c.DiscussCase(
            case_no=NO, subject=c.DiscussionSubject.DECISION, members=members, held_on=bureau.today, record="同意", agreed=True, ruling=ruling
        ),
    )  # fmt: skip


def offered(bureau: Any, who: str) -> list[str]:
    return [
        one.name for one in next_actions(bureau.state(f"case:{NO}"), bureau.people[who], bureau.at)
    ]


def test_it_goes_to_the_review_without_a_notice(bureau: Any) -> None:
    approved(bureau)
    case = bureau.state(f"case:{NO}")
    assert missing_of(form_of("notice"), case) is not None
    assert "ServeNotice" not in offered(bureau, "ins1")
    served = c.ServeNotice(case_no=NO, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", served)
    assert "legal review" in refused.value.message_en


def test_it_is_discussed_and_decided_and_the_fund_gets_its_money(bureau: Any) -> None:
    reviewed(bureau)
    decide = c.DecideCase(
        case_no=NO, ruling=c.Ruling.NO_PENALTY, decision_no="云医保不罚〔2026〕1号",
        ground=c.NoPenaltyGround.MINOR_CORRECTED, reasons="轻微并及时改正",
    )  # fmt: skip
    assert bureau.refused("head", decide) == "DISCUSSION_MISSING"
    discussed(bureau)
    # What was proposed as no penalty, and told to nobody, cannot become one.
    penalty = replace(decide, ruling=c.Ruling.PENALTY, ground=None)
    assert bureau.refused("head", penalty) == "STEP_MISSING"
    bureau.do("head", decide)
    case = bureau.state(f"case:{NO}")
    assert case.stage is Stage.NO_PENALTY
    assert (case.decision.fine, case.decision.recovery) == (Decimal("0.00"), LOSS)


def test_the_party_is_heard_on_the_money_before_the_review(bureau: Any) -> None:
    """It loses money by the decision, though it is not punished: it is asked first, and may waive that on paper."""
    bureau.investigated()
    assert bureau.refused("ins1", HEARD) == "STEP_MISSING"
    bureau.do("ins1", proposal(bureau, c.NoPenaltyGround.MINOR_CORRECTED))
    assert bureau.refused("ins1", HEARD) == "STEP_MISSING"
    bureau.do("sup", c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED))
    submit = c.SubmitLegalReview(case_no=NO)
    assert bureau.refused("ins1", submit) == "STEP_MISSING"
    assert offered(bureau, "ins1")[0] == "RecordDefence"
    silent = c.RecordDefence(case_no=NO, how=c.Defence.SILENT)
    assert bureau.refused("ins1", silent) == "STEP_MISSING"
    bureau.do("ins1", bureau.waived(NO, hearing=False))
    assert bureau.state(f"case:{NO}").stage is Stage.DEFENCE
    assert bureau.do("ins1", submit) == ["LegalReviewSubmitted"]


def test_of_what_is_not_proven_nothing_comes_back(bureau: Any) -> None:
    approved(bureau, c.NoPenaltyGround.NOT_PROVEN)
    assert "RecordDefence" not in offered(bureau, "ins1")
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=NO)) == ["LegalReviewSubmitted"]
    assert bureau.state(f"case:{NO}").proposal.recovery == Decimal("0.00")


def test_a_penalty_still_wants_its_notice(bureau: Any) -> None:
    bureau.proposed()
    review = c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED)
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=NO)) == "STEP_MISSING"
    bureau.do("sup", review)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    assert "notice" in refused.value.message_en


@pytest.mark.parametrize("more", [{"multiple": Decimal(1)}, {"suspension_months": 6}])
def test_it_names_no_figure_of_a_penalty(bureau: Any, more: dict[str, Any]) -> None:
    bureau.investigated()
    asked = proposal(bureau, c.NoPenaltyGround.NO_FAULT, **more)
    assert bureau.refused("ins1", asked) == "BAD_VALUE"
    assert not bureau.state(f"case:{NO}").proposals


@pytest.mark.parametrize(
    ("ground", "article"),
    [(c.NoPenaltyGround.UNDER_FOURTEEN, "第三十条"), (c.NoPenaltyGround.INCAPABLE, "第三十一条")],
)
def test_age_and_mind_spare_a_person_and_no_institution(
    bureau: Any, ground: c.NoPenaltyGround, article: str
) -> None:
    bureau.investigated()
    asked = proposal(bureau, ground, article_id="")
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", asked)
    assert article in refused.value.message_zh
    assert "自然人" in refused.value.message_zh
    case = bureau.state(f"case:{NO}")
    person = c.Party(c.PartyKind.PERSON, "P1", "李四")
    fits(ground, replace(case, party=person), bureau.at, "")
    reviewed_of_another(bureau)
    decide = c.DecideCase(
        case_no=NO, ruling=c.Ruling.NO_PENALTY, decision_no="1", reasons="查明", ground=ground
    )
    assert bureau.refused("head", decide) == "BAD_VALUE"


def reviewed_of_another(bureau: Any) -> None:
    """Review a proposal on a ground that fits, and discuss it."""
    bureau.do("ins1", proposal(bureau, c.NoPenaltyGround.FIRST_MINOR))
    bureau.do("sup", c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.do("ins1", HEARD)
    bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    bureau.do("legal", c.ReviewLegality(case_no=NO, opinion=c.Opinion.AGREE, text="同意"))
    discussed(bureau)


def test_a_statement_after_the_review_is_reviewed_again(bureau: Any) -> None:
    reviewed(bureau)
    bureau.do("ins1", c.RecordDefence(case_no=NO, how=c.Defence.STATED, text="再作说明"))
    assert bureau.state(f"case:{NO}").stage is Stage.DEFENCE
    bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    assert bureau.state(f"case:{NO}").stage is Stage.LEGAL_REVIEW


def test_no_article_is_asked_of_whom_nobody_punishes(bureau: Any) -> None:
    bureau.investigated()
    none = proposal(bureau, c.NoPenaltyGround.MINOR_CORRECTED, article_id="")
    assert bureau.refused("ins1", replace(none, no_penalty=None)) == "FIELD_REQUIRED"
    bureau.do("ins1", none)
    told = bureau.state(f"case:{NO}").proposal
    assert (told.article_id, "第三十三条第一款" in told.citation) == ("", True)
    bureau.do("sup", c.ReviewProposal(case_no=NO, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.do("ins1", HEARD)
    bureau.do("ins1", c.SubmitLegalReview(case_no=NO))
    bureau.do("legal", c.ReviewLegality(case_no=NO, opinion=c.Opinion.AGREE, text="同意"))
    discussed(bureau)
    decide = c.DecideCase(
        case_no=NO, ruling=c.Ruling.NO_PENALTY, decision_no="1", reasons="轻微",
        ground=c.NoPenaltyGround.MINOR_CORRECTED,
    )  # fmt: skip
    bureau.do("head", decide)
    assert bureau.state(f"case:{NO}").decision.recovery == LOSS


def test_its_papers_bear_its_own_name_and_its_number_its_own_series(bureau: Any) -> None:
    reviewed(bureau)
    discussed(bureau)
    number = number_text("no_penalty", "云医保", 2026, 1)
    assert number == "云医保不罚〔2026〕1号"
    assert reads_like_series(number, "云医保")
    decide = c.DecideCase(
        case_no=NO, ruling=c.Ruling.NO_PENALTY, decision_no=number, serial=1, year=2026,
        ground=c.NoPenaltyGround.MINOR_CORRECTED, reasons="轻微并及时改正",
    )  # fmt: skip
    bureau.do("head", decide)
    bureau.do("ins1", IssueForm(case_no=NO, form_id="notice_approval"))
    case = bureau.state(f"case:{NO}")
    assert [(one.series, one.number) for one in case.numbers][-1] == ("no_penalty", number)
    assert case.forms[-1].titled == "spared"
    name = "不予行政处罚建议审批表"
    assert name in {one.title.zh for one in due(case)}
    assert name in {one.zh for one in lacking(case)}
    assert name in {row.title for row in plan(case)[VolumeKind.INNER]}


def test_a_decision_from_before_keeps_its_place_among_penalties(bureau: Any) -> None:
    case = bureau.state(f"case:{bureau.filed()}")
    told = {"decision_no": "云医保罚〔2026〕4号", "serial": 4, "year": 2026, "ruling": "no_penalty"}
    assert allot_decision(case, told).numbers[-1].series == "decision"
