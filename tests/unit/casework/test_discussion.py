"""Heavy and complex decisions are taken after the leaders discussed them (处罚法 57)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Actor, Role
from casework.cases.stages import Stage
from casework.commands import case as c
from casework.commands import referral as r
from casework.decide import next_actions
from casework.events import seal
from casework.refusal import Refusal
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped

DECIDE = c.DecideCase(case_no="C1", ruling=c.Ruling.PENALTY, decision_no="1", reasons="x")


def discuss(bureau: Any, **more: Any) -> c.DiscussCase:
    given = {
        "subject": c.DiscussionSubject.DECISION,
        "members": ("head", "vice", "sup"),
        "held_on": bureau.today,
        "record": "同意",
        "agreed": True,
        "ruling": c.Ruling.PENALTY,
        **more,
    }
    return c.DiscussCase(case_no="C1", **given)


def to_decide(bureau: Any, loss: str = "60000.00", months: int | None = None) -> None:
    """A fine of twice the loss, up to the head's desk."""
    no = bureau.investigated()
    bureau.lost(no, loss)
    bureau.do("ins1", replace(bureau.proposal(no, "2", months), base_loss=Decimal(loss)))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    waive = bureau.waived(no)
    bureau.do("ins1", waive)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))


@pytest.mark.parametrize(("loss", "months"), [("60000.00", None), ("1000.00", 6)])
def test_no_heavy_decision_without_discussion(bureau: Any, loss: str, months: int | None) -> None:
    to_decide(bureau, loss, months)
    assert bureau.refused("head", DECIDE) == "DISCUSSION_MISSING"
    offered = next_actions(bureau.state("case:C1"), bureau.people["head"], bureau.at)
    assert (offered[0].name, offered[0].primary) == ("DiscussCase", True)
    bureau.do("legal", discuss(bureau))
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_a_small_penalty_needs_none(bureau: Any) -> None:
    to_decide(bureau, "1000.00")
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_not_to_punish_is_discussed_whatever_the_amount(bureau: Any) -> None:
    to_decide(bureau, "1000.00")
    groundless = replace(DECIDE, ruling=c.Ruling.NO_PENALTY)
    assert bureau.refused("head", groundless) == "FIELD_REQUIRED"
    mild = replace(groundless, ground=c.NoPenaltyGround.FIRST_MINOR)
    assert bureau.refused("head", mild) == "DISCUSSION_MISSING"
    bureau.do("head", discuss(bureau, ruling=c.Ruling.NO_PENALTY))
    assert bureau.refused("head", DECIDE) == "DISCUSSED_OTHERWISE"
    assert bureau.do("head", mild) == ["CaseDecided"]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        (("head", "sup"), "TOO_FEW_MEMBERS"),
        (("head", "head", "sup"), "TOO_FEW_MEMBERS"),
        (("head", "sup", "agency"), "ACCOUNT_UNFIT"),
        (("head", "sup", "twin"), "ACCOUNT_UNFIT"),
        (("vice", "vice2", "sup"), "FIELD_REQUIRED"),
        # Who reviewed the case attends; so does a lawyer whom the bureau's rule does not name.
        (("head", "vice", "legal"), "ACCOUNT_UNFIT"),
        (("head", "vice", "legal2"), "ACCOUNT_UNFIT"),
    ],
)
def test_who_may_discuss(bureau: Any, members: tuple[str, ...], code: str) -> None:
    to_decide(bureau)
    leader = frozenset({Role.SUPERVISOR})
    # The second account of an officer of this case, one more legal reviewer and deputy.
    bureau.seed(Actor("twin", "T", leader, bureau.people["ins1"].person))
    bureau.seed(Actor("legal2", "L2", frozenset({Role.LEGAL_REVIEWER}), "p-legal2"))
    bureau.seed(Actor("vice2", "V2", frozenset({Role.DEPUTY_HEAD}), "p-vice2"))
    assert bureau.refused("head", discuss(bureau, members=members)) == code


def test_the_bureaus_own_rule_names_who_else_is_a_member(bureau: Any) -> None:
    bureau.seed(Actor("legal2", "L2", frozenset({Role.LEGAL_REVIEWER}), "p-legal2"))
    bureau.seed(Actor("vice2", "V2", frozenset({Role.DEPUTY_HEAD}), "p-vice2"))
    to_decide(bureau)
    bureau.parameter("collective_also", "supervisor_legal", bureau.today)
    # Whatever the rule says, never the lawyer who reviewed this very case.
    for members in (("head", "vice", "legal"), ("head", "legal", "legal2")):
        with pytest.raises(Refusal, match="列席"):
            bureau.would("head", discuss(bureau, members=members))
    assert bureau.would("head", discuss(bureau, members=("head", "sup", "legal2")))
    bureau.parameter("collective_also", "none", bureau.today)
    assert bureau.refused("head", discuss(bureau)) == "ACCOUNT_UNFIT"
    with pytest.raises(Refusal) as few:
        bureau.would("head", discuss(bureau, members=("head", "vice")))
    # It says who counts, and what a bureau does that has too few.
    assert "可列为参加人员的是分管负责人、主要负责人" in few.value.message_zh
    assert "安全管理员" in few.value.message_zh
    assert "deputy head" in few.value.message_en
    assert bureau.would("vice", discuss(bureau, members=("head", "vice", "vice2")))


def test_a_discussion_of_before_with_the_reviewer_still_holds(bureau: Any) -> None:
    to_decide(bureau)
    bureau.do("head", discuss(bureau))
    stream = "case:C1"
    last = bureau.streams[stream].pop()
    names = ("head", "sup", "legal")
    members = [{"account": one, "person": f"p-{one}", "name": one.upper()} for one in names]
    data = {**last.data, "members": members}
    bureau.streams[stream].append(
        seal(stream, last.seq, last.type, data, last.actor, last.at, last.prev)
    )
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_leaders_who_do_not_agree_send_it_back(bureau: Any) -> None:
    to_decide(bureau)
    events = bureau.do("head", discuss(bureau, agreed=False, record="倍数过高"))
    assert events == ["CaseDiscussed", "InvestigationReopened"]
    assert bureau.state("case:C1").stage is Stage.INVESTIGATION


def test_a_discussion_holds_for_its_proposal_only(bureau: Any) -> None:
    to_decide(bureau)
    bureau.do("head", discuss(bureau))
    bureau.do("head", replace(DECIDE, ruling=c.Ruling.RETURNED))
    assert bureau.state("case:C1").discussed is None


def test_a_penalty_agreed_on_is_no_consent_to_none(bureau: Any) -> None:
    to_decide(bureau)
    for ruling in (None, c.Ruling.RETURNED):
        assert bureau.refused("head", discuss(bureau, ruling=ruling)) == "FIELD_REQUIRED"
    bureau.do("head", discuss(bureau))
    mild = replace(DECIDE, ruling=c.Ruling.NO_PENALTY, ground=c.NoPenaltyGround.FIRST_MINOR)
    assert bureau.refused("head", mild) == "DISCUSSED_OTHERWISE"
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


def test_a_discussion_of_before_holds_for_either(bureau: Any) -> None:
    to_decide(bureau)
    bureau.do("head", discuss(bureau))
    stream = "case:C1"
    last = bureau.streams[stream].pop()
    data = {name: value for name, value in last.data.items() if name != "ruling"}
    bureau.streams[stream].append(
        seal(stream, last.seq, last.type, data, last.actor, last.at, last.prev)
    )
    mild = replace(DECIDE, ruling=c.Ruling.NO_PENALTY, ground=c.NoPenaltyGround.FIRST_MINOR)
    assert bureau.do("head", mild) == ["CaseDecided"]


def test_a_decision_is_discussed_after_its_legal_review(bureau: Any) -> None:
    to_decide(bureau)
    bureau.wait(3)
    for day in (date(2020, 1, 1), bureau.today - timedelta(days=4)):
        assert bureau.refused("head", discuss(bureau, held_on=day)) == "DATE_ORDER"
    assert bureau.do("head", discuss(bureau, held_on=bureau.today - timedelta(days=3)))


def test_closing_after_the_police_filed_the_case(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=bureau.evidence("E1"), proves="x"))
    report = r.ReportReferral(
        case_no=no,
        suspected_crime="诈骗罪",
        facts="虚构住院",
        amount=Decimal("41130.00"),
        amount_reasons="另有外县损失",
        recipient="云溪县公安局",
        missing_parts={r.PackagePart.EXPERT_OPINION: "无需鉴定"},
    )
    bureau.refer(report)
    bureau.do("head", r.DecideReferral(case_no=no, approve=True, reasons="同意"))
    bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no))
    send = r.SendReferral(case_no=no, dossier_sha256="c" * 64, handed_over_by=("ins1", "ins2"))
    bureau.do("ins1", send)
    close = bureau.closing(no)
    assert bureau.refused("ins1", close) == "STEP_MISSING"
    bureau.do("ins1", r.RecordReceipt(case_no=no, receipt_no="1", received_at=bureau.at))
    filed = r.RecordPoliceAnswer(case_no=no, answer=r.PoliceAnswer.FILED, document_no="立字1号")
    bureau.do("ins1", filed)
    assert "ProposeClosing" in {
        a.name for a in next_actions(bureau.state("case:C1"), bureau.people["ins1"], bureau.at)
    }
    # Its report and its approval form are there without a decision of the bureau.
    assert bureau.issue(no, "closing_report")
    assert bureau.close(no) == ["CaseClosed"]
    assert bureau.state("case:C1").stage is Stage.CLOSED
    assert bureau.issue(no, "closing")
    for form in bureau.state(f"case:{no}").forms[-2:]:
        printed = values(Print(no, bureau.streams[f"case:{no}"], form, "示例局"))

        assert fill(shipped(form.form_id), printed)
