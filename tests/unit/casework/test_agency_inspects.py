"""The agency inspects and questions for its own handling: two of its people, its papers, its head leads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands import measures as m
from casework.commands.agreement import ConvertCase
from casework.commands.evidence import EvidenceKind
from casework.refusal import Refusal
from evidence.forms.inspection import _common
from tests.unit.casework.conftest import HOSPITAL

NO = "JC-2026-0009"
STREAM = f"inspection:{NO}"
TWO = (c.OfficerRef("agency", "经办01"), c.OfficerRef("agency2", "经办02"))


def plans(**more: Any) -> i.OpenInspection:
    given = {
        "inspection_no": NO,
        "party": c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院"),
        "title": "协议履行核查", "basis": "服务协议第二十条", "scope": "2025年住院收费",
        "starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 6), "notice_no": "云医保核〔2026〕1号",
        "officers": TWO,
    }  # fmt: skip
    return i.OpenInspection(**(given | more))


def ended(bureau: Any, case_no: str | None = None) -> None:
    bureau.do("agency", plans())
    shown = {"certificates_shown": True, "recusal_told": True}
    day = {"started_on": bureau.today, "place": "病案室", "received_by": "医保办主任王某"}
    bureau.do("agency2", i.StartInspection(inspection_no=NO, **day, **shown))
    written = i.WritePaper(
        inspection_no=NO, problem="重复收取护理费", facts="同一日收取两次", law="协议第三十条",
        amount=Decimal("320.00"), bills=("M1/1",), amount_reason="按病历计算",
    )  # fmt: skip
    bureau.do("agency", written)
    said = i.ReplyPaper(
        inspection_no=NO, paper_id="D1", agrees=True, replied_on=bureau.today, reply="属实",
        replied_by="王某", post="主任",
    )  # fmt: skip
    bureau.do("agency", said)
    signed = i.SignPaper(
        inspection_no=NO, paper_id="D1", how=c.SignatureHow.SIGNED, signed_on=bureau.today,
        signer="王某",
    )  # fmt: skip
    bureau.do("agency", signed)
    scan, notice = bureau.evidence("底稿"), bureau.evidence("通知")
    bureau.do("agency", i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=scan))
    bureau.do("agency", i.AttachNotice(inspection_no=NO, evidence_id=notice))
    close = i.CloseInspection(inspection_no=NO, situation="已核查", case_no=case_no)
    bureau.do("agency", close)


def test_two_of_the_agencys_people_inspect_and_their_papers_go_into_the_handling(
    bureau: Any,
) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    ended(bureau, no)
    state = bureau.state(STREAM)
    assert state.of_agency
    assert {"底稿", "通知"} <= {one.evidence_id for one in bureau.state(f"case:{no}").evidence}
    assert state.notice_title.zh == "核查通知书 云医保核〔2026〕1号"
    assert _common(state, "县医保中心")["agency"] is True


@pytest.mark.parametrize(
    ("who", "officers"),
    [
        ("agency", (TWO[0], c.OfficerRef("ins1", "皖01"))),
        ("chief", (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))),
        ("sup", TWO),
    ],
)
def test_nobody_inspects_in_anothers_name(bureau: Any, who: str, officers: Any) -> None:
    assert bureau.refused(who, plans(officers=officers)) == "ACCOUNT_UNFIT"
    assert bureau.refused("agency", plans(officers=TWO[:1])) == "TWO_OFFICERS"


def test_only_its_officers_act_in_it_and_its_own_head_leads(bureau: Any) -> None:
    bureau.do("chief", plans())
    shown = {"certificates_shown": False, "recusal_told": True}
    day = {"started_on": bureau.today, "place": "病案室", "received_by": "王某"}
    begin = i.StartInspection(inspection_no=NO, **day, **shown)
    with pytest.raises(Refusal, match="工作证件"):
        bureau.do("agency", begin)
    begin = replace(begin, certificates_shown=True)
    assert bureau.refused("ins1", begin) == "NOT_AN_OFFICER"
    bureau.do("agency", begin)
    change = i.ChangeInspectors(inspection_no=NO, officers=TWO[::-1], reason="x")
    off = i.CancelInspection(inspection_no=NO, reason="x", document_no="撤1号")
    for who in ("sup", "head"):
        assert bureau.refused(who, change) == "ROLE_REQUIRED"
        assert bureau.refused(who, off) == "ROLE_REQUIRED"
    assert bureau.do("chief", off) == ["InspectionCancelled"]


def test_it_leads_to_a_handling_and_to_no_penalty_case(bureau: Any) -> None:
    ended(bureau)
    penal = bureau.opened("C1")
    link = i.LinkInspection(inspection_no=NO, case_no=penal, reason="x")
    assert bureau.refused("agency", link) == "BAD_VALUE"
    no = bureau.opened("C2", path=c.Path.AGREEMENT)
    assert "InspectionFollowed" in bureau.do("agency", replace(link, case_no=no))


def asks(bureau: Any, no: str, *officers: str) -> c.OpenInterview:
    return c.OpenInterview(
        case_no=no, name="张某", capacity=c.Capacity.STAFF, place="医保办", started_at=bureau.at,
        officers=officers, rights_told=True, unit="云溪县人民医院收费处",
    )  # fmt: skip


def test_two_of_the_agencys_people_question_in_a_handling(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    assert bureau.refused("agency", asks(bureau, no, "agency")) == "TWO_OFFICERS"
    assert bureau.refused("agency", asks(bureau, no, "agency", "ins1")) == "ACCOUNT_UNFIT"
    assert bureau.refused("ins1", asks(bureau, no, "ins1", "ins2")) == "NOT_AN_OFFICER"
    assert bureau.do("agency", asks(bureau, no, "agency", "agency2")) == ["InterviewOpened"]
    answers = (c.Said("收了几次？", "两次"),)
    bureau.do("agency", c.WriteInterview(case_no=no, interview_id="I1", answers=answers))
    bureau.wait(1)
    end = c.EndInterview(
        case_no=no, interview_id="I1", ended_at=bureau.at, read_back=True, how=c.SignatureHow.SIGNED
    )
    bureau.do("agency2", end)
    (one,) = bureau.state(f"case:{no}").interviews
    assert {hand.account for hand in one.officers} == {"agency", "agency2"}


PEOPLE = (c.VisitPerson("P1", "张*", "城关镇", "三里村", "0.1"),)
ANSWER = (c.Said("是否住院？", "没有"),)


def test_two_of_the_agencys_people_visit_for_a_handling_and_the_answers_stay_with_it(
    bureau: Any,
) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    plan = c.PlanHomeVisits(case_no=no, purpose="核实住院", people=PEOPLE)
    assert bureau.refused("ins1", plan) == "NOT_AN_OFFICER"
    bureau.do("agency", plan)
    visit = c.RecordHomeVisit(
        case_no=no, visit_list="Z1", psn_no="P1", visited_on=bureau.today,
        officers=("agency", "agency2"), outcome=c.VisitOutcome.DENIES, answers=ANSWER,
    )  # fmt: skip
    assert bureau.refused("agency", replace(visit, officers=("agency",))) == "TWO_OFFICERS"
    mixed = replace(visit, officers=("agency", "ins1"))
    assert bureau.refused("agency", mixed) == "ACCOUNT_UNFIT"
    bureau.do("agency2", visit)
    scan = bureau.evidence("走访", EvidenceKind.TESTIMONY)
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id=scan, proves="走访记录"))
    signed = c.AttachVisitRecord(case_no=no, visit_list="Z1", psn_no="P1", evidence_id=scan)
    bureau.do("agency", signed)
    # What was said goes along where the matter turns out to be one for a penalty.
    bureau.convert("head", ConvertCase(case_no=no, reasons="发现骗保线索"))
    case = bureau.state(f"case:{no}")
    assert case.path is c.Path.ADMINISTRATIVE
    assert case.visit_lists[0].visits[0].evidence_id == scan
    assert scan in {one.evidence_id for one in case.evidence}
    assert bureau.refused("agency", plan) == "NOT_AN_OFFICER"


def test_in_a_penalty_case_the_agency_visits_nobody(bureau: Any) -> None:
    no = bureau.investigated()
    plan = c.PlanHomeVisits(case_no=no, purpose="核实", people=PEOPLE)
    assert bureau.refused("agency", plan) == "NOT_AN_OFFICER"


TALK: dict[str, Any] = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": HOSPITAL}


def talks(no: str, **more: Any) -> m.ProposeMeasure:
    given = {
        "subject_name": "云溪县人民医院", "term": "agreement-talk", "document_no": "云医保约〔2026〕1号",
        "reasons": "重复收费", "case_no": no, **more,
    }  # fmt: skip
    return m.ProposeMeasure(**TALK, **given)


def test_the_agency_talks_with_the_institution_and_the_record_is_evidence_of_the_handling(
    bureau: Any,
) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    assert bureau.refused("ins1", talks(no)) == "ROLE_REQUIRED"
    bureau.do("agency", talks(no))
    decide = m.DecideMeasure(**TALK, measure_id="M1", approve=True)
    for who in ("sup", "head"):
        assert bureau.refused(who, decide) == "ROLE_REQUIRED"
    assert bureau.do("chief", decide) == ["MeasureDecided"]
    assert "MeasureImposed" in bureau.measure_served(decide, "M1")
    scan = bureau.evidence("约谈记录")
    record = m.AttachMeasurePaper(**TALK, measure_id="M1", form_id="talk_record", evidence_id=scan)
    assert "EvidenceAttached" in bureau.do("agency", record)
    assert scan in {one.evidence_id for one in bureau.state(f"case:{no}").evidence}


def test_its_talk_needs_its_own_open_handling(bureau: Any) -> None:
    penal = bureau.investigated()
    assert bureau.refused("agency", talks("")) == "FIELD_REQUIRED"
    assert bureau.refused("agency", talks("C404")) == "NOT_FOUND"
    assert bureau.refused("agency", talks(penal)) == "BAD_VALUE"
    other = bureau.opened("C7", path=c.Path.AGREEMENT)
    elsewhere = replace(talks(other), subject_key="H34162300002")
    assert bureau.refused("agency", elsewhere) == "BAD_VALUE"
    # The bureau's own talk rests on the Regulation and on no handling.
    own = talks(other, term="tiaoli-38-talk")
    assert bureau.refused("agency", own) == "BAD_VALUE"


def test_in_a_penalty_case_the_agency_questions_nobody(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("agency", asks(bureau, no, "agency", "agency2")) == "NOT_AN_OFFICER"
