"""A fraud that reaches the amount of a crime is referred, or its officers write why not, before it is decided (310号 3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.place import located
from casework.cases.stages import TO_PENALTY, Stage
from casework.commands import case as c
from casework.commands import referral as r
from casework.decide import next_actions, step_of
from casework.law.rows import article, parameter
from casework.law.worksheet import draw
from casework.notices.tell import hears, told
from casework.referral.threshold import (
    defrauded,
    listed,
    unsettled,
    unweighed,
    warning,
    weighed_first,
)
from casework.refusal import Refusal
from casework.waits import waits_for
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped
from graph.cases.page import _for_party
from tests.unit.casework.test_submissions import leads
from tests.unit.evidence.filled import text_of

FRAUD = "tiaoli-40-1"
LOSS = Decimal("4113.00")
THREE = tuple(c.OfficerRef(f"ins{n}", f"皖0{n}") for n in (1, 2, 3))
DECIDE = c.DecideCase(case_no="C1", ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")

REPORT = r.ReportReferral(
    case_no="C1", suspected_crime="诈骗罪", facts="虚构住院", amount=LOSS, recipient="云溪县公安局",
    missing_parts=dict.fromkeys(
        (r.PackagePart.REPORT, r.PackagePart.EXPERT_OPINION, r.PackagePart.OTHER), "尚未形成"
    ),
)  # fmt: skip


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
    data = bureau.streams[f"case:{suspected}"][-1].data
    assert (data["amount"], data["standard"]) == ("4113.00", "3000.00")
    assert "法释〔2011〕7号" in data["standard_basis"]
    assert warning(state(bureau, suspected), bureau.at) is None
    assert leads(bureau, suspected, "head") == "DecideCase"
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_who_would_refer_it_waits_for_the_head_on_referral(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院，涉嫌诈骗"))
    assert bureau.refused("head", DECIDE) == "REFERRAL_UNWEIGHED"
    assert leads(bureau, suspected, "ins1") != "WeighReferral"
    bureau.refer(REPORT)
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
    assert unsettled(case, bureau.at) == LOSS
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
    printed = text_of(
        fill(shipped("decision_approval"), values(Print(suspected, chain, form, "局")))
    )
    assert "拟不移送公安机关：涉嫌骗取 4,113.00 元：未发现非法占有目的" in printed


def test_the_party_hears_nothing_of_it(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    case, events = _for_party(
        bureau.state(f"case:{suspected}"), list(bureau.streams[f"case:{suspected}"])
    )
    assert case.weighed is None
    assert "ReferralWeighed" not in {event.type for event in events}


def older(bureau: Any) -> Any:
    """A worksheet names the article of today for conduct of before it: the former one of its line bears it."""
    no = bureau.investigated()
    drawn = c.DrawWorksheet(
        case_no=no, article_id=FRAUD, multiple=Decimal(3), suspension_months=6, reasons="x",
        suspension_ground=c.SuspensionGround.GRAVE_CONSEQUENCE, consequence="患者致残",
        consequence_evidence=(bureau.shown(no),),
    )  # fmt: skip
    bureau.do("ins1", drawn)
    chain = bureau.streams[f"case:{no}"]
    ends, said = date(2020, 12, 31), chain[-1].data
    basis = {**said["basis"], "conduct_to": ends.isoformat(), "suspension_months": None}
    chain[-1] = replace(chain[-1], data={**said, "basis": basis, "article_id": "shebao-87"})
    case = replace(state(bureau, no), conduct_to=ends)
    assert draw(case.worksheets[-1].basis).article.id == "shebao-87"
    with pytest.raises(Refusal):
        article(FRAUD, ends)
    return case


def test_a_worksheet_under_a_former_law_counts_by_that(bureau: Any) -> None:
    case = older(bureau)
    assert defrauded(case) == listed(case) == LOSS
    assert warning(case, bureau.at) is not None
    step = step_of(case, bureau.people["ins1"], bureau.at)
    assert step is not None
    assert step.name == "WeighReferral"
    # A worksheet of before the row stood in its event is judged by the one that it names, of whatever day.
    unnamed = replace(case.worksheets[-1], article_id="tiaoli-40-1")
    assert defrauded(replace(case, worksheets=(unnamed,))) == LOSS


def unpunished(bureau: Any) -> Any:
    """Fraud is suspected of a finding, and a proposal to punish nobody names no article."""
    no = bureau.investigated()
    none = c.ProposePenalty(
        case_no=no, no_penalty=c.NoPenaltyGround.NO_FAULT, article_id="", base_loss=LOSS,
        reasons="无过错",
    )  # fmt: skip
    bureau.do("ins1", none)
    case = state(bureau, no)
    one = replace(case.findings[0], rule_id="charge_outside_stay", amount=LOSS + 1000)
    return replace(case, findings=(one,))


def test_a_proposal_without_an_article_hides_no_suspected_fraud(bureau: Any) -> None:
    case = unpunished(bureau)
    assert case.proposal.article_id == ""
    # No more than the lines that were confirmed, once all are judged.
    assert defrauded(case) == LOSS
    with pytest.raises(Refusal) as refused:
        weighed_first(case, bureau.people["head"], bureau.at)
    assert refused.value.code == "REFERRAL_UNWEIGHED"
    half = replace(case.lines, open=1)
    assert defrauded(replace(case, lines=half)) == LOSS + 1000
    rejected = replace(case.lines, confirmed=Decimal("0.00"))
    assert defrauded(replace(case, lines=rejected)) == 0


def test_a_proposal_without_an_article_hides_no_worksheet_of_a_fraud(bureau: Any) -> None:
    case = older(bureau)
    none = c.ProposePenalty(
        case_no=case.case_no, no_penalty=c.NoPenaltyGround.NO_FAULT, article_id="", base_loss=LOSS,
        reasons="无过错",
    )  # fmt: skip
    bureau.do("ins1", none)
    assert defrauded(state(bureau, case.case_no)) == LOSS


def test_the_head_is_led_to_appoint_and_the_group_to_report(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh(reasons="未见故意"))
    assert told(state(bureau, suspected), bureau.streams[f"case:{suspected}"][-1:]) == []
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院"))
    assert leads(bureau, suspected, "head") == "AppointReferralGroup"
    assert Role.HEAD in waits_for(state(bureau, suspected), bureau.at).roles
    (one,) = told(state(bureau, suspected), bureau.streams[f"case:{suspected}"][-1:])
    heard = {
        name for name, who in bureau.people.items()
        if hears(state(bureau, suspected), one, who, bureau.at)
    }  # fmt: skip
    assert heard == {"head"}
    bureau.grouped(suspected)
    assert leads(bureau, suspected, "head") != "AppointReferralGroup"
    for who in ("ins1", "ins2"):
        assert leads(bureau, suspected, who) == "ReportReferral"
    bureau.do("ins1", REPORT)
    assert leads(bureau, suspected, "ins1") != "ReportReferral"
    assert leads(bureau, suspected, "head") == "DecideReferral"


def test_nobody_is_led_to_a_group_for_what_is_no_fraud_any_more_or_is_anothers(
    bureau: Any, suspected: str
) -> None:
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院"))
    case = state(bureau, suspected)
    other = replace(case.proposal, article_id="tiaoli-38-1")
    for changed in (replace(case, proposals=(other,)), replace(case, stage=Stage.TRANSFERRED)):
        step = step_of(changed, bureau.people["head"], bureau.at)
        assert step is None or step.name != "AppointReferralGroup"


@pytest.mark.parametrize("stage", [Stage.SUSPENDED, Stage.TERMINATED, Stage.CLOSED])
def test_a_wish_to_refer_leads_the_head_whatever_became_of_the_case(
    bureau: Any, suspected: str, stage: Stage
) -> None:
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院"))
    case = replace(state(bureau, suspected), stage=stage)
    step = step_of(case, bureau.people["head"], bureau.at)
    assert step is not None
    assert step.name == "AppointReferralGroup"
    assert Role.HEAD in waits_for(case, bureau.at).roles


def test_a_group_reports_nothing_once_the_officers_would_not_refer(
    bureau: Any, suspected: str
) -> None:
    bureau.do("ins1", weigh(refer=True, reasons="虚构住院"))
    bureau.grouped(suspected)
    assert leads(bureau, suspected, "ins1") == "ReportReferral"
    bureau.do("ins1", weigh(reasons="查明无非法占有目的"))
    for who in ("ins1", "ins2"):
        assert leads(bureau, suspected, who) != "ReportReferral", who
    assert leads(bureau, suspected, "head") == "DecideCase"
    # A group that the head appoints after that has to report: he thinks otherwise.
    bureau.do("sup", c.AssignOfficers(case_no=suspected, officers=THREE))
    bureau.do(
        "head", r.AppointReferralGroup(case_no=suspected, officers=("ins2", "ins3"), reasons="再查")
    )
    assert leads(bureau, suspected, "ins2") == "ReportReferral"


AFTER = (Stage.EXECUTION, Stage.NO_PENALTY, Stage.SUSPENDED)
HANDLING = tuple(sorted(TO_PENALTY))


@pytest.mark.parametrize("stage", [*AFTER, *HANDLING, Stage.CLUE, Stage.FILED, Stage.DECISION])
def test_what_is_said_and_listed_can_be_done_there(
    bureau: Any, suspected: str, stage: Stage
) -> None:
    case = replace(state(bureau, suspected), stage=stage)
    said = warning(case, bureau.at)
    assert said is not None
    before = stage in {Stage.FILED, Stage.DECISION}
    assert ("不得作出决定" in said.zh, "no decision is taken" in said.en) == (before, before)
    handled = stage in HANDLING
    assert ("转行政处罚程序" in said.zh, "as a penalty case" in said.en) == (handled, handled)
    offered = {one.name for one in next_actions(case, bureau.people["ins1"], bureau.at)}
    weighs = before or stage in AFTER
    assert ("WeighReferral" in offered, listed(case) is not None) == (weighs, weighs)
    # Mere leads are said on the page, and stand on no list.
    lead = replace(case.findings[0], rule_id="charge_outside_stay", amount=LOSS)
    found = replace(case, proposals=(), worksheets=(), findings=(lead,))
    assert (unsettled(found, bureau.at), listed(found)) == (LOSS, None)


def test_it_is_weighed_after_the_decision_too(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    bureau.do("head", DECIDE)
    assert state(bureau, suspected).stage is Stage.EXECUTION
    assert bureau.do("ins1", weigh(refer=True, reasons="新发现虚构住院")) == ["ReferralWeighed"]
    assert leads(bureau, suspected, "head") == "AppointReferralGroup"


def test_a_case_decided_before_that_was_asked_stays_decided(bureau: Any, suspected: str) -> None:
    bureau.do("ins1", weigh())
    bureau.do("head", DECIDE)
    chain = bureau.streams[f"case:{suspected}"]
    old = [one for one in chain if one.type != "ReferralWeighed"]
    bureau.streams[f"case:{suspected}"] = [
        replace(one, seq=place) for place, one in enumerate(old, start=1)
    ]
    assert bureau.state(f"case:{suspected}").decision is not None
