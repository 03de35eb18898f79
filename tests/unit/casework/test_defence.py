"""A defence never makes things worse, and nobody waives it for the party (处罚法 45, 条例 13)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.commands import agreement as a
from casework.commands import case as c


def contested(bureau: Any, multiple: str = "1") -> str:
    """A proposal that the party contested, sent back by the legal review."""
    no = bureau.proposed(multiple)
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.CHANGE, text="裁量再核"))
    bureau.reported(no)
    return no


@pytest.mark.parametrize(("multiple", "months"), [("2", None), ("1", 6), ("1.01", None), ("2", 6)])
def test_a_heavier_proposal_after_a_defence_is_refused(
    bureau: Any, multiple: str, months: int | None
) -> None:
    no = contested(bureau)
    heavier = bureau.proposal(no, multiple, months)
    assert bureau.refused("ins1", heavier) == "DEFENCE_AGGRAVATES"
    assert bureau.state(f"case:{no}").contested.proposal_id == "P1"
    assert bureau.do("ins1", bureau.proposal(no, "1")) == ["WorksheetDrawn", "PenaltyProposed"]


def test_a_higher_recovery_aggravates_too(bureau: Any) -> None:
    no = contested(bureau)
    line = {"bill": "纸质1", "title": "手工票据", "fixmedins_code": "H34162300001"}
    more_loss = Decimal("887.00")
    bureau.do("ins1", c.AddLine(case_no=no, **line, amount=more_loss, inside_policy=more_loss))
    bureau.confirm(no)
    heavier = {"base_loss": Decimal("5000.00"), "recovery": Decimal("5000.00")}
    more = replace(bureau.proposal(no, "1"), **heavier)
    assert bureau.refused("ins1", more) == "DEFENCE_AGGRAVATES"


def test_new_facts_need_evidence_and_a_new_notice(bureau: Any) -> None:
    no = contested(bureau)
    heavier = replace(bureau.proposal(no, "2"), new_facts="查明另有虚构护理 12 次")
    assert bureau.refused("ins1", heavier) == "STEP_MISSING"
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=bureau.evidence("E9"), proves="x"))
    assert bureau.do("ins1", heavier) == ["WorksheetDrawn", "PenaltyProposed"]
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P2", outcome=c.Outcome.APPROVED))
    # The earlier notice is gone: the party is told of the changed penalty before anything else.
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=no)) == "STEP_MISSING"
    served = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    # The paper of the earlier proposal tells another penalty.
    assert bureau.refused("ins1", served) == "NOT_ISSUED"
    bureau.issue(no, "notice")
    assert bureau.do("ins1", served) == ["NoticeServed"]


def test_a_waived_defence_contests_nothing(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.do("ins1", bureau.waived(no, hearing=False))
    assert bureau.state(f"case:{no}").contested is None


@given(
    first=st.decimals("1", "2", places=2),
    second=st.decimals("1", "2", places=2),
    months=st.sampled_from([None, 6, 9, 12]),
)
def test_never_heavier_without_new_facts(
    new_bureau: Any, first: Decimal, second: Decimal, months: int | None
) -> None:
    bureau = new_bureau()
    no = contested(bureau, str(first))
    again = bureau.proposal(no, str(second), months)
    if second > first or months is not None:
        assert bureau.refused("ins1", again) == "DEFENCE_AGGRAVATES"
    else:
        assert bureau.do("ins1", again) == ["WorksheetDrawn", "PenaltyProposed"]


def notified(bureau: Any) -> str:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    measure = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="多收费"))
    bureau.handling_told(no)
    return no


@pytest.mark.parametrize("how", [c.Defence.WAIVED, c.Defence.STATED])
def test_the_agency_never_speaks_or_waives_for_the_institution(bureau: Any, how: c.Defence) -> None:
    no = notified(bureau)
    alone = a.StateDefence(case_no=no, how=how, text="机构放弃")
    assert bureau.refused("agency", alone) == "OWN_RIGHT"
    paper = replace(alone, document="E1")
    bureau.evidence("E1")
    assert bureau.refused("agency", paper) == "NOT_FOUND"
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id="E1", proves="机构签章"))
    assert bureau.do("agency", paper) == ["HandlingDefended"]


@pytest.mark.parametrize("how", [c.Defence.WAIVED, c.Defence.STATED])
def test_the_institution_does_it_itself(bureau: Any, how: c.Defence) -> None:
    no = notified(bureau)
    own = a.StateDefence(case_no=no, how=how, text="本院意见")
    assert bureau.do("office", own) == ["HandlingDefended"]


def test_silence_counts_after_five_working_days(bureau: Any) -> None:
    no = notified(bureau)
    silent = a.StateDefence(case_no=no, how=c.Defence.SILENT)
    assert bureau.refused("agency", silent) == "PERIOD_RUNNING"
    bureau.at += timedelta(days=8)
    # Its own silence is not the institution's to record.
    assert bureau.refused("office", silent) == "BAD_VALUE"
    assert bureau.do("agency", silent) == ["HandlingDefended"]


def test_a_heavier_nature_aggravates_though_the_figures_stay(bureau: Any) -> None:
    """From article 38 to article 40: two times the loss is the least there, and the most here;
    and it suspends whoever it fines."""
    no = contested(bureau, "2")
    fraud = {"article_id": "tiaoli-40-3", "suspension_months": 6, "department": "骨科"}
    graver = replace(bureau.proposal(no, "2"), **fraud)
    assert bureau.refused("ins1", graver) == "DEFENCE_AGGRAVATES"
    told = replace(graver, new_facts="当事人自认虚构住院")
    assert bureau.refused("ins1", told) == "STEP_MISSING"
    bureau.evidence("E1")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="虚构住院"))
    assert "PenaltyProposed" in bureau.do("ins1", told)


def test_another_item_of_the_same_weight_aggravates_nothing(bureau: Any) -> None:
    no = contested(bureau, "2")
    other = replace(bureau.proposal(no, "2"), article_id="tiaoli-38-2")
    assert "PenaltyProposed" in bureau.do("ins1", other)
