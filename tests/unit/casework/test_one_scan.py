"""One item of the vault is the signed scan of one paper, whatever kind of paper it is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands.delegation import AttachLetter, EntrustCentre
from casework.commands.documents import SignForm, VoidForm
from casework.commands.evidence import DamageKind, EvidenceKind, ReportDamage
from casework.documents.scans import scans_of
from casework.refusal import Refusal
from tests.unit.casework.test_inspection import NO, paper, reply, sign, started


def kept(bureau: Any, no: str, name: str, kind: EvidenceKind = EvidenceKind.DOCUMENTARY) -> str:
    scan: str = bureau.evidence(name, kind)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=scan, proves="签字件"))
    return scan


def taken(bureau: Any, who: str, command: Any) -> str:
    """The paper that the refusal names; nothing was written."""
    before = {stream: len(events) for stream, events in bureau.streams.items()}
    with pytest.raises(Refusal) as caught:
        bureau.do(who, command)
    assert caught.value.code == "SCAN_TAKEN"
    assert {stream: len(events) for stream, events in bureau.streams.items()} == before
    return str(caught.value.facts["title"])


def notice(bureau: Any, no: str) -> str:
    """The id of its notice."""
    return next(one.issue_id for one in bureau.state(f"case:{no}").forms if one.form_id == "notice")


def served(bureau: Any) -> str:
    """A case whose notice was served and waits for its receipt."""
    no: str = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "notice")
    bureau.do("ins1", c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def test_a_worksheets_scan_is_no_form_and_no_receipt_of_the_case(bureau: Any) -> None:
    started(bureau)
    for step in (paper(), reply(), sign()):
        bureau.do("ins1", step)
    scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=bureau.evidence("E1"))
    assert bureau.do("ins1", scan) == ["ScanAttached", "ScanServes"]
    no = served(bureau)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="底稿"))
    named = f"工作底稿 {NO} D1"
    form = SignForm(case_no=no, issue_id=notice(bureau, no), evidence_id="E1")
    receipt = c.AttachReceipt(case_no=no, served=c.Served.NOTICE, document="E1")
    assert [taken(bureau, "ins1", one) for one in (form, receipt)] == [named, named]


def test_a_working_paper_keeps_its_scan_until_that_is_damaged(bureau: Any) -> None:
    started(bureau)
    for step in (paper(), reply(), sign()):
        bureau.do("ins1", step)
    scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=bureau.evidence("E1"))
    bureau.do("ins1", scan)
    assert bureau.refused("ins1", scan) == "ALREADY_DONE"
    other = replace(scan, evidence_id=bureau.evidence("E2"))
    assert bureau.refused("ins1", other) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E1", what=DamageKind.MISSING))
    bureau.do("ins1", other)
    assert bureau.state(f"inspection:{NO}").papers[0].scan == "E2"


def test_a_letter_and_an_inspection_share_no_scan(bureau: Any) -> None:
    started(bureau)
    bureau.evidence("E1")
    notice = i.AttachNotice(inspection_no=NO, evidence_id="E1")
    bureau.do("ins1", notice)
    number = "委9号"
    trust = EntrustCentre(
        document_no=number, scope="检查", where="官网", published_on=date(2026, 1, 5),
        starts_on=date(2026, 1, 5), ends_on=date(2026, 12, 31),
    )  # fmt: skip
    bureau.do("head", trust)
    letter = AttachLetter(document_no=number, evidence_id="E1")
    assert taken(bureau, "head", letter).startswith("检查通知书 ")


def test_a_forms_scan_is_no_receipt_nor_the_consent_and_a_receipt_no_form(bureau: Any) -> None:
    no = served(bureau)
    for name in ("E1", "E2"):
        kept(bureau, no, name)
    form = SignForm(case_no=no, issue_id=notice(bureau, no), evidence_id="E1")
    assert bureau.do("ins1", form) == ["FormSigned"]
    assert bureau.refused("ins1", form) == "ALREADY_DONE"
    receipt = c.AttachReceipt(case_no=no, served=c.Served.NOTICE, document="E2")
    assert "告知书" in taken(bureau, "ins1", replace(receipt, document="E1"))
    assert taken(bureau, "ins1", replace(receipt, consent="E2")) == "电子送达同意书"
    bureau.do("ins1", receipt)
    assert bureau.refused("ins1", receipt) == "ALREADY_DONE"
    issue = bureau.issue(no, "evidence_list")
    on = bureau.state(f"case:{no}").services[0].on.isoformat()
    own = SignForm(case_no=no, issue_id=issue, evidence_id="E2")
    assert taken(bureau, "ins1", own) == f"{on} 送达事先告知书的送达回证"
    # A void paper gives its scan free; one that stands keeps it.
    assert (
        bureau.refused("ins1", replace(form, evidence_id=kept(bureau, no, "E3"))) == "SCAN_STANDS"
    )
    damaged = ReportDamage(evidence_id="E2", what=DamageKind.UNREADABLE)
    bureau.do("ins1", damaged)
    again = replace(receipt, document="E3")
    assert bureau.do("ins1", again) == ["ReceiptAttached", "ScanReplaced"]
    assert bureau.state(f"case:{no}").services[0].receipt == "E3"


def test_a_void_form_gives_its_scan_to_the_one_in_its_place(bureau: Any) -> None:
    no = bureau.investigated()
    scan = kept(bureau, no, "E1")
    first = bureau.issue(no, "evidence_list")
    bureau.do("ins1", SignForm(case_no=no, issue_id=first, evidence_id=scan))
    second = bureau.issue(no, "evidence_list")
    own = SignForm(case_no=no, issue_id=second, evidence_id=scan)
    assert taken(bureau, "ins1", own) == "证据清单 1"
    bureau.do("ins1", VoidForm(case_no=no, issue_id=first, reason="漏列"))
    bureau.do("ins1", own)
    assert [key for key, _ in scans_of(bureau.state(f"case:{no}"))][1:] == [scan]
