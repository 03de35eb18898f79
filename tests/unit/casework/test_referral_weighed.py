"""A fraud that reaches the amount of a crime is referred, or its officers write why not, before it is decided (310号 3)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.place import located
from casework.commands import case as c
from casework.commands import referral as r
from casework.decide import next_actions
from casework.law.rows import parameter
from casework.referral.threshold import defrauded, unsettled, unweighed, warning
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped
from graph.cases.page import _for_party
from tests.unit.casework.test_submissions import leads
from tests.unit.evidence.filled import text_of

FRAUD = "tiaoli-40-1"
LOSS = Decimal("4113.00")
DECIDE = c.DecideCase(case_no="C1", ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")


def weigh(*, refer: bool = False, reasons: str = "未发现非法占有目的") -> r.WeighReferral:
    return r.WeighReferral(case_no="C1", refer=refer, reasons=reasons)


@pytest.fixture
def suspected(bureau: Any) -> str:
    """A proposal under article 40 of 4,113 yuan that waits for the head's decision, and nobody weighed it."""
    bureau.article, bureau.weighs = FRAUD, False
    no: str = bureau.to_decide()
    return no


def state(bureau: Any, no: str) -> Any:
    case = bureau.state(f"case:{no}")
    return located(case, bureau.state("bureau:parameters"), bureau.today)


def test_nothing_is_decided_before_it_was_weighed(bureau: Any, suspected: str) -> None:
    assert unweighed(state(bureau, suspected), bureau.at) == LOSS
    assert bureau.refused("head", DECIDE) == "REFERRAL_UNWEIGHED"
    offered = next_actions(state(bureau, suspected), bureau.people["head"], bureau.at)
    assert "DecideCase" not in {one.name for one in offered}
    assert leads(bureau, suspected, "ins1") == "WeighReferral"
    assert bureau.refused("ins1", weigh(reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("ins3", weigh()) == "NOT_AN_OFFICER"
    for who in ("sup", "head", "agency", "office"):
        assert bureau.refused(who, weigh()) == "ROLE_REQUIRED"
    assert bureau.do("ins1", weigh()) == ["ReferralWeighed"]
    told = bureau.streams[f"case:{suspected}"][-1].data
    assert (told["amount"], told["standard"]) == ("4113.00", "3000.00")
    assert "法释〔2011〕7号" in told["standard_basis"]
    assert warning(state(bureau, suspected), bureau.at) is None
    assert leads(bureau, suspected, "head") == "DecideCase"
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_who_would_refer_it_waits_for_the_head_on_referral(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院，涉嫌诈骗"))
    assert bureau.refused("head", DECIDE) == "REFERRAL_UNWEIGHED"
    assert leads(bureau, suspected, "ins1") != "WeighReferral"
    missing = dict.fromkeys(("report", "expert_opinion", "other"), "尚未形成")
    report = r.ReportReferral(
        case_no=suspected, suspected_crime="诈骗罪", facts="虚构住院", amount=LOSS,
        recipient="云溪县公安局", missing_parts=missing,
    )  # fmt: skip
    bureau.refer(report)
    assert bureau.refused("head", DECIDE) == "REFERRAL_WAITS"
    bureau.do("head", r.DecideReferral(case_no=suspected, approve=False, reasons="无非法占有目的"))
    assert warning(state(bureau, suspected), bureau.at) is None
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_the_warning_names_amount_standard_and_law(bureau: Any, suspected: str) -> None:
    said = warning(state(bureau, suspected), bureau.at)
    assert said is not None
    for part in ("4,113.00", "3,000.00", "法释〔2011〕7号", "国务院令第310号）第三条"):
        assert part in said.zh
    for part in ("4,113.00", "3,000.00", "no. 7", "Order 310, article 3"):
        assert part in said.en
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in said.en)


def test_the_province_s_figure_is_the_bureau_s_to_set(bureau: Any, suspected: str) -> None:
    row = parameter("fraud_amount", bureau.today)
    assert (row.value, row.mark) == ("3000.00", "M")
    bureau.parameter("fraud_amount", "5000", bureau.today)
    case = state(bureau, suspected)
    assert unweighed(case, bureau.at) is None
    # For lists it is held against the standard of their own day.
    assert unsettled(case) == LOSS
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_a_larger_amount_is_weighed_anew(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    case = state(bureau, suspected)
    more = replace(case.proposal, base_loss=LOSS + 1)
    assert unweighed(replace(case, proposals=(more,)), bureau.at) == LOSS + 1
    less = replace(case.proposal, base_loss=LOSS - 1)
    assert unweighed(replace(case, proposals=(less,)), bureau.at) is None


def test_what_is_no_fraud_asks_for_nothing(bureau: Any) -> None:
    no = bureau.to_decide()
    case = state(bureau, no)
    assert defrauded(case) == 0
    assert bureau.refused("ins1", weigh()) == "STEP_MISSING"
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


@pytest.mark.parametrize(("intent", "amount"), [((), 0), (("forged",), LOSS)])
def test_of_a_person_the_purpose_was_found(bureau: Any, intent: Any, amount: Decimal) -> None:
    case = state(bureau, bureau.to_decide())
    one = replace(case.proposal, article_id="tiaoli-41-1", intent=intent)
    assert defrauded(replace(case, proposals=(one,))) == amount


@pytest.mark.parametrize(("rule", "amount"), [("hanging_bed", 0), ("charge_outside_stay", LOSS)])
def test_before_a_proposal_the_page_warns_of_what_may_be_a_fraud(
    bureau: Any, rule: str, amount: Decimal
) -> None:
    no = bureau.investigated()
    case = state(bureau, no)
    case = replace(case, findings=(replace(case.findings[0], rule_id=rule, amount=LOSS),))
    assert defrauded(case) == amount
    said = warning(case, bureau.at)
    assert ("疑点可能涉及骗取" in said.zh if said else None) is (True if amount else None)
    # Nobody is led to it before officers say that it was one.
    actions = next_actions(case, bureau.people["ins1"], bureau.at)
    assert "WeighReferral" not in {one.name for one in actions if one.primary}


def test_the_reason_prints_on_the_approval_form_of_the_decision(
    bureau: Any, suspected: str
) -> None:
    bureau.do("ins1", weigh())
    bureau.do("head", DECIDE)
    issue_id = bureau.issue(suspected, "decision_approval", "head")
    chain = bureau.streams[f"case:{suspected}"]
    form = next(one for one in bureau.state(f"case:{suspected}").forms if one.issue_id == issue_id)
    told = text_of(fill(shipped("decision_approval"), values(Print(suspected, chain, form, "局"))))
    assert "拟不移送公安机关：涉嫌骗取 4,113.00 元：未发现非法占有目的" in told


def test_the_party_hears_nothing_of_it(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    case, events = _for_party(
        bureau.state(f"case:{suspected}"), list(bureau.streams[f"case:{suspected}"])
    )
    assert case.weighed is None
    assert "ReferralWeighed" not in {event.type for event in events}


def test_a_case_decided_before_that_was_asked_stays_decided(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    bureau.do("head", DECIDE)
    chain = bureau.streams[f"case:{suspected}"]
    old = [one for one in chain if one.type != "ReferralWeighed"]
    bureau.streams[f"case:{suspected}"] = [
        replace(one, seq=place) for place, one in enumerate(old, start=1)
    ]
    assert bureau.state(f"case:{suspected}").decision is not None
