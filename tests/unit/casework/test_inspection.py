"""Inspection before a case: two officers, one paper for each problem, reply, signature or refusal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.acts import offer
from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands.evidence import DamageKind, ReportDamage
from casework.refusal import Refusal
from casework.registry import INSPECTION_ACTS

HOSPITAL = "H34162300001"
NO = "JC-2026-0001"
HOW = c.SignatureHow


def planned(bureau: Any, **more: Any) -> None:
    given = {
        "inspection_no": NO,
        "party": c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院"),
        "title": "住院收费检查", "basis": "条例第二十七条", "scope": "2025年住院收费",
        "starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 6), "notice_no": "云医保检〔2026〕1号",
        "officers": (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02")),
        **more,
    }  # fmt: skip
    bureau.do("sup", i.OpenInspection(**given))


def started(bureau: Any) -> None:
    planned(bureau)
    shown = {"certificates_shown": True, "recusal_told": True}
    day = {"started_on": bureau.today, "place": "病案室", "received_by": "医保办主任王某"}
    bureau.do("ins1", i.StartInspection(inspection_no=NO, **day, **shown))


def paper(**more: Any) -> i.WritePaper:
    given = {
        "problem": "重复收取护理费", "facts": "同一日收取两次", "law": "条例第三十八条第（三）项",
        "amount": Decimal("320.00"), "bills": ("M1/1", "M1/2", "M1/1"), "amount_reason": "按病历计算", **more,
    }  # fmt: skip
    return i.WritePaper(inspection_no=NO, **given)


def reply(paper_id: str = "D1") -> i.ReplyPaper:
    said = {"reply": "属实", "replied_by": "王某", "post": "医保办主任"}
    return i.ReplyPaper(
        inspection_no=NO, paper_id=paper_id, agrees=True, replied_on=date(2026, 3, 2), **said
    )


def sign(how: c.SignatureHow = HOW.SIGNED, **more: Any) -> i.SignPaper:
    given = {"paper_id": "D1", "signed_on": date(2026, 3, 2), "signer": "王某", **more}
    return i.SignPaper(inspection_no=NO, how=how, **given)


def refused(bureau: Any, command: Any, who: str = "ins1") -> str:
    before = {stream: len(chain) for stream, chain in bureau.streams.items() if chain}
    with pytest.raises(Refusal) as answer:
        bureau.do(who, command)
    assert {s: len(chain) for s, chain in bureau.streams.items() if chain} == before
    return answer.value.code


def test_two_certified_persons(bureau: Any) -> None:
    one = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins1", "皖01"))
    with pytest.raises(Refusal) as answer:
        planned(bureau, officers=one)
    assert answer.value.code == "TWO_OFFICERS"
    with pytest.raises(Refusal) as answer:
        planned(bureau, officers=(c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "")))
    assert answer.value.code == "FIELD_REQUIRED"
    with pytest.raises(Refusal) as answer:
        planned(bureau, officers=(c.OfficerRef("ins1", "皖01"), c.OfficerRef("legal", "皖02")))
    assert answer.value.code == "ACCOUNT_UNFIT"


def test_certificates_first(bureau: Any) -> None:
    planned(bureau)
    day = {"started_on": bureau.today, "place": "x", "received_by": "x"}
    start = i.StartInspection(inspection_no=NO, **day, certificates_shown=False, recusal_told=True)
    assert refused(bureau, start) == "STEP_MISSING"
    assert refused(bureau, replace(start, certificates_shown=True), "ins3") == "NOT_AN_OFFICER"
    assert refused(bureau, paper()) == "ILLEGAL_MOVE"


def test_a_paper_is_answered_and_signed(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper())
    assert bureau.state(f"inspection:{NO}").papers[0].bills == ("M1/1", "M1/2")
    assert refused(bureau, paper(bills=())) == "FIELD_REQUIRED"
    assert refused(bureau, sign()) == "STEP_MISSING"
    bureau.do("ins2", reply())
    bureau.do("ins1", sign())
    assert refused(bureau, sign()) == "ALREADY_DONE"
    assert refused(bureau, paper(paper_id="D1")) == "ALREADY_DONE"
    assert refused(bureau, reply("D7")) == "NOT_FOUND"


def test_a_refusal_needs_a_witness_who_is_no_officer(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper())
    no = sign(HOW.REFUSED_TO_SIGN, signer="", what_happened="拒绝签字并离开")
    assert refused(bureau, no) == "FIELD_REQUIRED"
    assert refused(bureau, replace(no, witness="INS2")) == "WITNESS_IS_OFFICER"
    bureau.do("ins1", replace(no, witness="村干部李某", witness_unit="清河村"))
    signature = bureau.state(f"inspection:{NO}").papers[0].signature
    assert (signature.how, signature.witness) == ("refused_to_sign", "村干部李某")
    # Written anew it is put before the institution once more.
    bureau.do("ins1", paper(paper_id="D1", problem="重复收费"))
    assert bureau.state(f"inspection:{NO}").papers[0].signature is None


def test_it_ends_signed_and_feeds_the_case(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper())
    end = i.CloseInspection(inspection_no=NO, situation="发现重复收费", case_no="C1")
    bureau.opened()
    assert refused(bureau, end) == "STEP_MISSING"
    bureau.do("ins1", reply())
    bureau.do("ins1", sign())
    # The signed paper is what proves it: without its scan the inspection does not end.
    assert refused(bureau, end) == "STEP_MISSING"
    scan = bureau.evidence("E1")
    bureau.do("ins1", i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=scan))
    # Nor without its notice, sealed and signed for: that it is missing leads.
    assert refused(bureau, end) == "STEP_MISSING"
    state = bureau.state(f"inspection:{NO}")
    acts = [a.name for a in offer(INSPECTION_ACTS, state, bureau.people["ins1"], bureau.at)]
    assert acts.index("AttachNotice") < acts.index("CloseInspection")
    bureau.evidence("E0")
    bureau.do("ins1", notice("E0"))
    kinds = bureau.do("ins1", end)
    attached = ["EvidenceAttached", "AttachedToCase"]
    assert kinds == ["InspectionClosed", "InspectionLinked", *attached, *attached]
    case = bureau.state("case:C1")
    assert case.inspection_nos == (NO,)
    assert [item.evidence_id for item in case.evidence] == ["E0", "E1"]


def ended(bureau: Any) -> None:
    """An inspection with one signed paper that ended before there was a case."""
    started(bureau)
    bureau.do("ins1", paper())
    bureau.do("ins1", reply())
    bureau.do("ins1", sign())
    scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=bureau.evidence("E1"))
    bureau.do("ins1", scan)
    bureau.do("ins1", notice(bureau.evidence("E2")))
    bureau.do("ins1", i.CloseInspection(inspection_no=NO, situation="问题待核"))


def test_a_case_opened_later_takes_its_papers_once(bureau: Any) -> None:
    ended(bureau)
    link = i.LinkInspection(inspection_no=NO, case_no="C1", reason="据此立案")
    assert refused(bureau, link) == "NOT_FOUND"
    no = bureau.opened()
    # Only who handles the case takes the papers into it.
    assert refused(bureau, link) == "NOT_AN_OFFICER"
    two = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=two))
    assert refused(bureau, replace(link, reason=" ")) == "FIELD_REQUIRED"
    assert refused(bureau, link, "ins3") == "NOT_AN_OFFICER"
    kinds = bureau.do("ins1", link)
    taken = ["EvidenceAttached", "AttachedToCase"]
    assert kinds == ["InspectionFollowed", "InspectionLinked", *taken, *taken]
    case = bureau.state("case:C1")
    assert case.inspection_nos == (NO,)
    assert {one.evidence_id for one in case.evidence} == {"E1", "E2"}
    assert bureau.state(f"inspection:{NO}").case_no == "C1"
    assert refused(bureau, link) == "ALREADY_DONE"


def test_papers_that_another_case_took_are_not_taken_twice(bureau: Any) -> None:
    ended(bureau)
    two = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    for no in ("C1", "C2"):
        bureau.opened(no)
        bureau.do("sup", c.AssignOfficers(case_no=no, officers=two))
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id="E1", proves="底稿"))
    link = i.LinkInspection(inspection_no=NO, case_no="C2", reason="据此立案")
    assert refused(bureau, link) == "EVIDENCE_ELSEWHERE"
    # The case that has the paper already takes in only what it lacks.
    bureau.do("ins1", replace(link, case_no="C1"))
    assert [one.evidence_id for one in bureau.state("case:C1").evidence] == ["E1", "E2"]


def test_the_case_is_of_the_same_institution(bureau: Any) -> None:
    started(bureau)
    other = c.Party(c.PartyKind.INSTITUTION, "H34162300009", "别的医院")
    days = {"conduct_from": date(2025, 1, 1), "conduct_to": date(2025, 2, 1)}
    opened = c.OpenCase(
        case_no="C2", title="x", source=c.Source.TIP, summary="x", party=other, **days
    )
    bureau.do("ins1", opened)
    bureau.evidence("E0")
    bureau.do("ins1", notice("E0"))
    end = i.CloseInspection(inspection_no=NO, situation="x", case_no="C2")
    assert refused(bureau, end) == "OTHER_PARTY"
    assert refused(bureau, replace(end, case_no="C9")) == "NOT_FOUND"


def notice(evidence_id: str) -> i.AttachNotice:
    return i.AttachNotice(inspection_no=NO, evidence_id=evidence_id)


def test_the_sealed_notice_comes_back_signed_and_goes_into_the_case(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", paper())
    bureau.do("ins1", reply())
    bureau.do("ins1", sign())
    paper_scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=bureau.evidence("E1"))
    bureau.do("ins1", paper_scan)
    assert refused(bureau, notice("E9")) == "NOT_FOUND"
    assert refused(bureau, notice("E1")) == "SCAN_TAKEN"
    bureau.evidence("E2")
    assert refused(bureau, notice("E2"), "ins3") == "NOT_AN_OFFICER"
    bureau.do("ins1", notice("E2"))
    assert refused(bureau, paper_scan) == "ALREADY_DONE"
    assert refused(bureau, replace(paper_scan, evidence_id="E2")) == "SCAN_STANDS"
    # What came back stays, unless a check of the vault finds it damaged or lost.
    bureau.evidence("E3")
    assert refused(bureau, notice("E3")) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E2", what=DamageKind.MISSING))
    bureau.do("ins1", notice("E3"))
    assert bureau.state(f"inspection:{NO}").notice_scan == "E3"
    bureau.opened()
    bureau.do("ins1", i.CloseInspection(inspection_no=NO, situation="重复收费", case_no="C1"))
    proved = {one.evidence_id: one.proves for one in bureau.state("case:C1").evidence}
    assert proved["E3"] == "检查通知书 云医保检〔2026〕1号"
    assert set(proved) == {"E1", "E3"}
    assert refused(bureau, notice("E2")) == "ILLEGAL_MOVE"


def test_what_lies_in_another_county_is_not_inspected(bureau: Any) -> None:
    bureau.parameter("own_area", "341623")
    elsewhere = c.Party(c.PartyKind.INSTITUTION, "H32010200001", "南京某医院")
    with pytest.raises(Refusal, match="协助调查函") as refused:
        planned(bureau, party=elsewhere)
    assert refused.value.code == "INSPECTION_OUTSIDE"
    assert not bureau.streams.get(f"inspection:{NO}")
    planned(bureau)
