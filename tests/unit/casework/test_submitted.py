"""What the party hands in on its own page: in time or not, with which files, and its receipt."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.stages import Stage
from casework.cases.submitted import submitted
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from casework.notices.tell import hears, told
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from tests.unit.casework.conftest import HOSPITAL, actor
from tests.unit.casework.test_execution import served

STRANGER = actor("other", Role.INSURANCE_OFFICE, fixmedins_code="H34162300002")


def statement(no: str, *enclosures: str, text: str = "系录入有误") -> c.SubmitStatement:
    return c.SubmitStatement(case_no=no, text=text, enclosures=enclosures)


def handled(bureau: Any) -> None:
    """A handling C2 of which the institution was told."""
    bureau.opened("C2", path=c.Path.AGREEMENT)
    bureau.established("C2")
    loss = bureau.state("case:C2").lines.loss
    kind = a.MeasureKind.SUSPEND_DEPARTMENT
    measures = [a.Measure(kind, months=3, target="康复科", clause="三十")]
    if loss:
        measures.append(a.Measure(a.MeasureKind.RECOVERY, amount=loss, clause="三十"))
    bureau.do("agency", a.ProposeHandling(case_no="C2", measures=tuple(measures), reasons="x"))
    bureau.handling_told("C2")


def receipts(bureau: Any, no: str) -> Any:
    return submitted(bureau.streams[f"case:{no}"])


def offered(bureau: Any, no: str) -> set[str]:
    found = next_actions(bureau.state(f"case:{no}"), bureau.people["office"], bureau.at)
    return {one.name for one in found}


def test_a_statement_with_its_files_is_evidence_of_the_case_and_has_a_receipt(bureau: Any) -> None:
    no = bureau.noticed()
    paper = bureau.evidence("病历")
    assert bureau.refused("office", statement(no, text=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("office", statement(no, "没有")) == "NOT_FOUND"
    done = bureau.do("office", statement(no, paper, paper))
    assert done == ["EvidenceAttached", "AttachedToCase", "DefenceRecorded"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.defence, case.contested.proposal_id) == (Stage.DEFENCE, "stated", "P1")
    assert bureau.state(f"evidence:{paper}").case_no == no
    [receipt] = receipts(bureau, no)
    last = bureau.streams[f"case:{no}"][-1]
    assert (receipt.at, receipt.hash, receipt.late) == (last.at, last.hash, False)
    assert [(one.name, one.sha256) for one in receipt.files] == [("病历.pdf", "a" * 64)]
    assert "继续补充" in receipt.next.zh
    # It is in the main volume, where the party's own papers belong.
    assert f"evidence:{paper}" in {one.source for one in plan(case)[VolumeKind.MAIN]}
    # More may be said, and the same file named again.
    assert bureau.do("office", statement(no, paper, text="补充")) == ["DefenceRecorded"]
    assert len(receipts(bureau, no)) == 2


def test_a_late_statement_is_heard_until_the_decision_and_says_so(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.wait(12)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.SILENT))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    assert bureau.do("office", statement(no)) == ["DefenceRecorded"]
    [receipt] = receipts(bureau, no)
    assert receipt.late
    assert receipt.until is not None
    assert receipt.until < bureau.today
    # What was under review is looked at anew with it.
    assert bureau.state(f"case:{no}").stage is Stage.DEFENCE
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    bureau.decide(no)
    assert bureau.refused("office", statement(no)) == "ILLEGAL_MOVE"
    assert "决定已作出" in receipts(bureau, no)[0].next.zh


def test_a_hearing_is_asked_for_in_time_alone(bureau: Any, new_bureau: Any) -> None:
    no = bureau.noticed(months=6)
    assert {"SubmitStatement", "SubmitHearingRequest"} <= offered(bureau, no)
    bureau.wait(4)
    assert bureau.do("office", c.SubmitHearingRequest(case_no=no)) == ["HearingRequested"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.hearing_requested_on) == (Stage.HEARING, bureau.today)
    assert "七个工作日前" in receipts(bureau, no)[0].next.zh
    when = bureau.at + timedelta(days=15)
    bureau.chaired(no)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, starts_at=when, place="会议室"))
    bureau.hearing_told(no)
    assert "会议室" in receipts(bureau, no)[0].next.zh
    late = new_bureau()
    no = late.noticed(months=6)
    late.wait(8)
    assert late.refused("office", c.SubmitHearingRequest(case_no=no)) == "PERIOD_OVER"
    assert receipts(late, no) == ()
    # Its officer may still record a letter that was posted in time.
    posted = c.RequestHearing(case_no=no, requested_on=late.today - timedelta(days=5))
    assert late.do("ins1", posted) == ["HearingRequested"]
    assert receipts(late, no) == ()


def test_without_the_right_to_a_hearing_none_is_asked_for(bureau: Any) -> None:
    no = bureau.noticed()
    assert not bureau.state(f"case:{no}").hearing_right
    assert bureau.refused("office", c.SubmitHearingRequest(case_no=no)) == "NO_HEARING_RIGHT"


def test_paying_later_is_asked_for_once_and_decided_by_the_head(bureau: Any) -> None:
    no = served(bureau)
    ask = c.SubmitInstalmentRequest(case_no=no, text="资金周转困难，请求分两期")
    assert "SubmitInstalmentRequest" in offered(bureau, no)
    assert bureau.do("office", ask) == ["InstalmentsRequested"]
    assert bureau.state(f"case:{no}").instalments_asked.reasons == ask.text
    assert bureau.refused("office", ask) == "ALREADY_DONE"
    bureau.do("head", c.RefuseInstalments(case_no=no, reasons="有能力一次缴清"))
    assert receipts(bureau, no)[0].next.zh == "未准予：有能力一次缴清"
    bureau.do("office", ask)
    part = c.Instalment(bureau.today + timedelta(days=30), Decimal("8226.00"))
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=(part,), reasons="困难属实"))
    newest, oldest = receipts(bureau, no)
    assert newest.next.zh == "已准予延期、分期缴纳。"
    assert oldest.next.zh.startswith("未准予")


@pytest.mark.parametrize("who", ["ins1", "sup", "legal", "head", "agency", "party", "doc", "sys"])
def test_only_the_party_hands_in_its_own(bureau: Any, who: str) -> None:
    no = bureau.noticed(months=6)
    assert bureau.refused(who, statement(no)) == "ROLE_REQUIRED"
    assert bureau.refused(who, c.SubmitHearingRequest(case_no=no)) == "ROLE_REQUIRED"


def test_another_institution_has_no_part_in_it(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    assert bureau.refused(STRANGER, statement(no)) == "NOT_YOURS"
    assert bureau.refused(STRANGER, c.SubmitHearingRequest(case_no=no)) == "NOT_YOURS"
    assert STRANGER.fixmedins_code != HOSPITAL


def test_evidence_of_another_case_is_not_there_for_the_party(bureau: Any) -> None:
    no = bureau.noticed()
    other = bureau.evidence("另案证据")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=other, proves="x"))
    handled(bureau)
    own = a.StateDefence(case_no="C2", how=c.Defence.STATED, text="x", enclosures=(other,))
    assert bureau.refused("office", own) == "NOT_FOUND"


def test_in_a_handling_the_institution_sends_its_files_and_the_agency_none(bureau: Any) -> None:
    handled(bureau)
    paper = bureau.evidence("排班表")
    own = a.StateDefence(case_no="C2", how=c.Defence.STATED, text="系误传", enclosures=(paper,))
    assert bureau.refused("agency", own) == "OWN_RIGHT"
    bureau.evidence("来信")
    bureau.do("agency", c.AttachEvidence(case_no="C2", evidence_id="来信", proves="x"))
    assert bureau.refused("agency", replace(own, document="来信")) == "BAD_VALUE"
    done = bureau.do("office", own)
    assert done == ["EvidenceAttached", "AttachedToCase", "HandlingDefended"]
    [receipt] = receipts(bureau, "C2")
    assert [one.name for one in receipt.files] == ["排班表.pdf"]
    assert not receipt.late


def test_its_officers_are_told_and_nobody_else(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.do("office", statement(no))
    case = bureau.state(f"case:{no}")
    [one] = told(case, bureau.streams[f"case:{no}"][-1:])
    heard = {who for who, one_ in bureau.people.items() if hears(case, one, one_, bureau.at)}
    assert heard == {"ins1", "ins2"}


def test_the_party_whose_step_is_next_hears_of_its_own_periods_alone(bureau: Any) -> None:
    no = bureau.noticed()
    case, office = bureau.state(f"case:{no}"), bureau.people["office"]
    assert [one.primary for one in next_actions(case, office, bureau.at)][:1] == [True]
    data = {"due": "2026-05-31T15:59:59.000000Z", "run": "x/1"}
    last = bureau.streams[f"case:{no}"][-1]
    for deadline, hears_it in {"defence": True, "decision": False}.items():
        event = replace(
            last, type="DeadlineOverdue", actor="beat", data=data | {"deadline": deadline}
        )
        (one,) = told(case, [event])
        assert hears(case, one, office, bureau.at) is hears_it
