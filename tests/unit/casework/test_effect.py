"""A decision has no effect before the head's signed approval and the sealed document are there."""

from datetime import date
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.decide import next_actions
from casework.documents.effect import needs
from casework.refusal import Refusal


def serve(bureau: Any, no: str) -> list[str]:
    direct = c.ServiceWay.DIRECT
    return bureau.do("ins1", c.ServeDecision(case_no=no, way=direct, served_on=bureau.today))


def refused(bureau: Any, no: str) -> Refusal:
    before = len(bureau.streams[f"case:{no}"])
    with pytest.raises(Refusal) as answer:
        serve(bureau, no)
    assert len(bureau.streams[f"case:{no}"]) == before
    return answer.value


def issue(bureau: Any, no: str, form_id: str) -> str:
    bureau.do("ins1", IssueForm(case_no=no, form_id=form_id, number="1", serial=1, year=2026))
    return bureau.state(f"case:{no}").forms[-1].issue_id


def scanned(bureau: Any, no: str, evidence_id: str) -> str:
    bureau.evidence(evidence_id)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=evidence_id, proves="签字件"))
    return evidence_id


def primary(bureau: Any, no: str, who: str = "ins1") -> str:
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return next(one.name for one in offered if one.primary)


def test_the_head_signs_and_the_seal_follows_before_service(bureau: Any) -> None:
    no = bureau.decided()
    first = refused(bureau, no)
    assert first.code == "NOT_EFFECTIVE"
    assert "审批表" in first.message_zh
    assert "第五十七条" in first.message_zh
    assert "head's signature" in first.message_en
    assert primary(bureau, no) == "IssueForm"
    approval = issue(bureau, no, "decision_approval")
    document = issue(bureau, no, "decision")
    assert primary(bureau, no) == "SignForm"
    scan = scanned(bureau, no, "E1")
    bureau.do("ins1", SignForm(case_no=no, issue_id=approval, evidence_id=scan))
    second = refused(bureau, no)
    assert "印章" in second.message_zh
    assert "article 59" in second.message_en
    # One scan is one paper.
    with pytest.raises(Refusal) as twice:
        bureau.do("ins1", SignForm(case_no=no, issue_id=document, evidence_id=scan))
    assert twice.value.code == "SCAN_TAKEN"
    sealed = scanned(bureau, no, "E2")
    bureau.do("ins1", SignForm(case_no=no, issue_id=document, evidence_id=sealed))
    assert primary(bureau, no) == "ServeDecision"
    assert serve(bureau, no) == ["DecisionServed"]
    kept = bureau.streams[f"case:{no}"][-1].data["effect"]
    assert [(one["need"], one["evidence_id"]) for one in kept] == [
        ("approval", "E1"),
        ("seal", "E2"),
    ]
    assert all("行政处罚法" in one["basis"] for one in kept)


def test_the_approval_form_of_a_decision_waits_for_it(bureau: Any) -> None:
    no = bureau.to_decide()
    form = IssueForm(case_no=no, form_id="decision_approval")
    assert bureau.refused("ins1", form) == "STEP_MISSING"
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1"))
    assert "审批表" in refused(bureau, no).message_zh
    assert bureau.do("ins1", form) == ["FormIssued"]


def test_a_void_paper_proves_nothing(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    for form in bureau.state(f"case:{no}").forms:
        if form.form_id == "decision":
            bureau.do("ins1", VoidForm(case_no=no, issue_id=form.issue_id, reason="错印"))
    assert "印章" in refused(bureau, no).message_zh


def test_the_papers_of_a_served_decision_stay(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    serve(bureau, no)
    before = len(bureau.streams[f"case:{no}"])
    scanned(bureau, no, "E7")
    case = bureau.state(f"case:{no}")
    for form in [one for one in case.forms if one.signed in case.effect]:
        with pytest.raises(Refusal) as answer:
            bureau.do("ins1", VoidForm(case_no=no, issue_id=form.issue_id, reason="错印"))
        assert answer.value.code == "PAPER_IN_EFFECT"
        assert "重新作出决定" in answer.value.message_zh
        assert "decided anew" in answer.value.message_en
        other = SignForm(case_no=no, issue_id=form.issue_id, evidence_id="E7")
        assert bureau.refused("ins1", other) == "SCAN_STANDS"
    assert len(bureau.streams[f"case:{no}"]) == before + 1
    # Another print of the decision carries no effect, and may be void.
    spare = issue(bureau, no, "decision")
    assert bureau.do("ins1", VoidForm(case_no=no, issue_id=spare, reason="错印")) == ["FormVoided"]


def test_before_service_nothing_of_the_decision_is_enforced(bureau: Any) -> None:
    no = bureau.decided()
    pay = c.RecordPayment(
        case_no=no,
        kind=c.PaymentKind.FINE,
        amount=bureau.state(f"case:{no}").decision.fine,
        paid_on=bureau.today,
        voucher="v",
    )
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    for command in (pay, press):
        with pytest.raises(Refusal) as answer:
            bureau.do("ins1", command)
        assert answer.value.code == "STEP_MISSING"


def test_a_notice_is_issued_and_numbered_before_it_is_served(bureau: Any) -> None:
    no = bureau.proposed()
    early = bureau.issue(no, "scene")
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    notice = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", notice)
    assert answer.value.code == "NOT_ISSUED"
    assert "先在“文书”中出具" in answer.value.message_zh
    assert "article 44" in answer.value.message_en
    assert primary(bureau, no) == "IssueForm"
    void = bureau.issue(no, "notice")
    bureau.do("ins1", VoidForm(case_no=no, issue_id=void, reason="错印"))
    assert bureau.refused("ins1", notice) == "NOT_ISSUED"
    # Nobody is told in writing of a hearing that he cannot have.
    with pytest.raises(Refusal) as answer:
        bureau.issue(no, "hearing_notice")
    assert "《行政处罚事先告知书》" in answer.value.message_zh
    paper = bureau.issue(no, "notice")
    assert primary(bureau, no) == "ServeNotice"
    bureau.do("ins1", notice)
    served = bureau.state(f"case:{no}").services[-1]
    assert (served.issue_id, served.number) == (paper, "1")
    assert (
        bureau.refused("ins1", VoidForm(case_no=no, issue_id=paper, reason="x")) == "PAPER_SERVED"
    )
    assert bureau.do("ins1", VoidForm(case_no=no, issue_id=early, reason="x")) == ["FormVoided"]


def test_each_need_rests_on_a_law_in_both_languages() -> None:
    assert {need.id for need in needs()} == {
        *("approval", "seal", "notice", "pressing"),
        *("handling_notice", "handling", "hearing", "correction", "performance"),
        *("handling_approval", "handling_seal", "performance_approval", "performance_seal"),
        "public_text",
        *("measure_approval", "measure_notice", "lift_notice", "hold", "hold_end", "instalments"),
        *("spot", "spot_report"),
    }
    for need in needs():
        assert all((need.zh, need.en, need.basis, need.basis_en, need.mark))


def test_the_vault_takes_the_scan_also_after_the_decision(bureau: Any) -> None:
    no = bureau.decided()
    received = ReceiveEvidence(
        evidence_id="E5",
        name="审批表签章.pdf",
        kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf",
        size=10,
        sha256="a" * 64,
        sm3="b" * 64,
        object_key="E5",
        retain_until=date(2036, 1, 1),
        case_no=no,
    )
    assert bureau.do("ins1", received) == ["EvidenceReceived"]
