"""Approvals on paper: which a case has to hold, and that the latest is told by its form."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.decide import next_actions
from casework.documents.due import due, lacking, unsigned
from casework.refusal import Refusal


def open_ones(bureau: Any, no: str) -> list[tuple[str, bool]]:
    """Each lacking approval, and whether its form was issued."""
    lacking = unsigned(bureau.state(f"case:{no}"))
    return [(one.form.id, one.issued is not None) for one in lacking]


def test_an_approval_is_due_from_the_act_that_it_approves(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    assert open_ones(bureau, no) == []
    filed = bureau.filed
    bureau.opened = lambda: no
    assert filed() == no
    assert open_ones(bureau, no) == [("filing", False)]
    issue_id = bureau.issue(no, "filing")
    assert open_ones(bureau, no) == [("filing", True)]
    bureau.do("ins1", VoidForm(case_no=no, issue_id=issue_id, reason="错印"))
    assert open_ones(bureau, no) == [("filing", False)]
    bureau.approvals_signed(no)
    assert open_ones(bureau, no) == []


def test_the_form_of_an_earlier_approval_tells_nothing_of_a_later_one(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.approvals_signed(no)
    bureau.decide_later(no)
    bureau.approvals_signed(no)
    assert open_ones(bureau, no) == []
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待鉴定"))
    bureau.issue(no, "suspension_approval")
    assert open_ones(bureau, no) == [("suspension_approval", True)]
    bureau.do("head", c.ContinueCase(case_no=no, reasons="鉴定完毕"))
    assert open_ones(bureau, no) == [("suspension_approval", False)]
    bureau.approvals_signed(no)
    every = [one.form.id for one in due(bureau.state(f"case:{no}"))]
    assert every == ["filing", "time_extension", "suspension_approval"]


def test_one_printed_before_and_signed_by_hand_counts(bureau: Any) -> None:
    """The filing form goes to the head's desk first; what he signed is entered afterwards."""
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    issued = IssueForm(case_no=no, form_id="filing", number="1", serial=1, year=2026)
    bureau.do("ins1", issued)
    paper = bureau.evidence("立案签字")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="审批"))
    bureau.do("ins1", SignForm(case_no=no, issue_id="W1", evidence_id=paper))
    bureau.file(no)
    assert open_ones(bureau, no) == []


def test_where_nothing_else_is_left_the_papers_lead(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.receipts(no)
    bureau.not_public(no)

    def first() -> tuple[str, tuple[str, str] | None]:
        case, who = bureau.state(f"case:{no}"), bureau.people["ins1"]
        return next((x.name, x.of) for x in next_actions(case, who, bureau.at) if x.primary)

    for kind, amount in ((c.PaymentKind.FINE, "8226.00"), (c.PaymentKind.RECOVERY, "4113.00")):
        paid = {"amount": Decimal(amount), "paid_on": bureau.today, "voucher": amount}
        bureau.do("ins1", c.RecordPayment(case_no=no, kind=kind, **paid))
    assert first() == ("IssueForm", ("调查终结审批表", "Approval form of the final report"))
    for form_id in ("report_approval", "notice_approval", "legal_opinion", "publication_approval"):
        bureau.issue(no, form_id)
    # The report is the last that is written, and asked for like them.
    assert first() == ("IssueForm", ("结案报告", "Closing report"))
    close = bureau.closing(no)
    report = bureau.issue(no, "closing_report")
    assert first() == ("SignForm", None)
    bureau.approvals_signed(no)
    bureau.do("ins1", VoidForm(case_no=no, issue_id=report, reason="错印"))
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", close)
    assert answer.value.code == "CLOSING_REPORT_MISSING"
    assert [one.zh for one in lacking(bureau.state(f"case:{no}"))] == ["结案报告"]
    bureau.issue(no, "closing_report")
    assert lacking(bureau.state(f"case:{no}")) == ()
    assert first()[0] == "ProposeClosing"


def test_the_letter_of_a_transfer_leads_until_it_is_written(bureau: Any) -> None:
    no = bureau.investigated()
    clue = c.TransferCase(
        case_no=no,
        to=c.Authority.DISCIPLINE,
        recipient="云溪县纪委监委",
        document_no="移1号",
        reasons="公职人员问题线索",
        whole=False,
    )
    bureau.do("head", clue)

    def first() -> tuple[str, tuple[str, str] | None]:
        case, who = bureau.state(f"case:{no}"), bureau.people["ins1"]
        return next((x.name, x.of) for x in next_actions(case, who, bureau.at) if x.primary)

    title = "问题线索移送函 移1号"
    assert first()[0] == "IssueForm"
    assert first()[1][0] == title
    assert title in [one.zh for one in lacking(bureau.state(f"case:{no}"))]
    bureau.issue(no, "clue_transfer")
    assert first()[0] != "IssueForm"
    whole = replace(clue, to=c.Authority.OTHER_BUREAU, whole=True, document_no="移2号")
    bureau.do("head", whole)
    # Also where the whole case is gone: its letter is what is left to write.
    assert first()[1] == ("案件移送函 移2号", "Letter of transfer 移2号")
    bureau.issue(no, "transfer")
    assert title not in [one.zh for one in lacking(bureau.state(f"case:{no}"))]


def test_what_was_seen_on_site_is_there_signed_before_the_case_is_closed(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.approvals_signed(no)
    seen = c.RecordInspection(
        case_no=no, officers=("ins1", "ins2"), held_on=bureau.today, place="住院部", record="空床"
    )
    bureau.do("ins1", seen)
    assert open_ones(bureau, no) == [("scene", False)]
    assert [one.act for one in lacking(bureau.state(f"case:{no}"))] == ["IssueForm"]
    bureau.approvals_signed(no)
    # It tells of one day on site: a second has a record of its own.
    bureau.do("ins1", replace(seen, place="药房"))
    assert open_ones(bureau, no) == [("scene", False)]
    bureau.issue(no, "scene")
    assert open_ones(bureau, no) == [("scene", True)]
    bureau.do("head", c.TerminateCase(case_no=no, reasons="违法事实不能成立"))
    assert ("scene", True) in open_ones(bureau, no)


def test_the_form_of_the_closing_is_asked_for_once_the_case_is_closed(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.receipts(no)
    gone = {"ground": c.WriteOffGround.PARTY_GONE, "document_no": "核1", "reasons": "已注销"}
    for kind, amount in ((c.PaymentKind.FINE, "8226.00"), (c.PaymentKind.RECOVERY, "4113.00")):
        bureau.do("head", c.WriteOff(case_no=no, kind=kind, amount=Decimal(amount), **gone))
    bureau.approvals_signed(no)
    assert open_ones(bureau, no) == []
    bureau.close(no)
    assert open_ones(bureau, no) == [("closing", False)]
    # Its decision was served before anybody asked if it is published, which would come first.
    case = replace(bureau.state(f"case:{no}"), publishable=False)
    offered = next_actions(case, bureau.people["ins1"], bureau.at)
    [lead] = [one for one in offered if one.primary]
    assert (lead.name, lead.of) == ("IssueForm", ("结案审批表", "Approval form of the closing"))
    bureau.approvals_signed(no)
    assert open_ones(bureau, no) == []
