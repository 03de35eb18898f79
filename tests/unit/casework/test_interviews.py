"""Interviews and home visits: rights first, two officers, answers, signature; weakest ties first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.evidence import DamageKind, EvidenceKind, ReportDamage
from casework.decide import step_of
from casework.interview.questions import read_set, shipped_sets
from casework.interview.state import Span, clashes
from casework.refusal import Refusal


def begin(bureau: Any, **more: Any) -> c.OpenInterview:
    given = {
        "name": "张三", "capacity": c.Capacity.INSURED, "place": "清河村委会",
        "started_at": bureau.at - timedelta(minutes=30), "officers": ("ins1", "ins2"),
        "rights_told": True, "questions": shipped_sets()["hanging_bed"].questions[:2], **more,
    }  # fmt: skip
    return c.OpenInterview(case_no="C1", **given)


def end(bureau: Any, **more: Any) -> c.EndInterview:
    given = {"ended_at": bureau.at, "read_back": True, "how": c.SignatureHow.SIGNED, **more}
    return c.EndInterview(case_no="C1", interview_id="I1", **given)


def refusal(bureau: Any, command: Any, who: str = "ins1") -> Refusal:
    before = len(bureau.streams["case:C1"])
    with pytest.raises(Refusal) as answer:
        bureau.do(who, command)
    assert len(bureau.streams["case:C1"]) == before
    return answer.value


def refused(bureau: Any, command: Any, who: str = "ins1") -> str:
    return refusal(bureau, command, who).code


def test_rights_and_two_officers_first(bureau: Any) -> None:
    bureau.investigated()
    assert refused(bureau, begin(bureau, rights_told=False)) == "STEP_MISSING"
    assert refused(bureau, begin(bureau, officers=("ins1",))) == "TWO_OFFICERS"
    assert refused(bureau, begin(bureau, officers=("ins1", "ins3"))) == "TWO_OFFICERS"
    later = bureau.at + timedelta(hours=1)
    assert refused(bureau, begin(bureau, started_at=later)) == "DATE_ORDER"
    assert refused(bureau, begin(bureau), "ins3") == "NOT_AN_OFFICER"


def test_written_read_back_and_signed(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", begin(bureau))
    assert refused(bureau, end(bureau)) == "STEP_MISSING"
    answers = tuple(c.Said(q, "没有住院") for q in ("你何时住院？", "谁办的手续？"))
    write = c.WriteInterview(case_no="C1", interview_id="I1", answers=answers)
    bureau.do("ins2", write)
    assert refused(bureau, end(bureau, read_back=False)) == "STEP_MISSING"
    no = end(bureau, how=c.SignatureHow.REFUSED_TO_SIGN)
    assert refused(bureau, no) == "FIELD_REQUIRED"
    # Whoever asks, or is an officer of the case, witnesses nothing.
    seen = {"how": c.SignatureHow.REFUSED_TO_SIGN, "what_happened": "拒绝签字"}
    assert refused(bureau, end(bureau, **seen, witness=" INS2 ")) == "WITNESS_IS_OFFICER"
    assert refused(bureau, end(bureau, evidence_id="E9")) == "NOT_FOUND"
    assert refused(bureau, end(bureau, ended_at=bureau.at - timedelta(days=1))) == "DATE_ORDER"
    bureau.do("ins1", end(bureau))
    assert refused(bureau, write) == "ALREADY_DONE"
    one = bureau.state("case:C1").interviews[0]
    assert (one.how, one.answers, one.ended_at is not None) == ("signed", answers, True)


def test_the_signed_interview_comes_when_it_has_ended(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", begin(bureau, capacity=c.Capacity.PARTY))
    signed = c.AttachInterviewRecord(case_no="C1", interview_id="I1", evidence_id="E1")
    assert refused(bureau, signed) == "STEP_MISSING"
    answers = (c.Said("你何时住院？", "没有住院"),)
    bureau.do("ins1", c.WriteInterview(case_no="C1", interview_id="I1", answers=answers))
    bureau.do("ins1", end(bureau))
    assert refused(bureau, signed) == "NOT_FOUND"
    assert refused(bureau, replace(signed, interview_id="I9")) == "NOT_FOUND"
    scan(bureau, "E1")
    assert refused(bureau, signed) == "NOT_A_STATEMENT"
    own = replace(signed, evidence_id=scan(bureau, "E2", EvidenceKind.PARTY_STATEMENT))
    assert refused(bureau, own, "ins3") == "NOT_AN_OFFICER"
    bureau.do("ins1", own)
    again = replace(signed, evidence_id=scan(bureau, "E3", EvidenceKind.PARTY_STATEMENT))
    assert refused(bureau, again) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E2", what=DamageKind.MISSING))
    bureau.do("ins1", again)
    assert bureau.state("case:C1").interviews[0].evidence_id == "E3"
    # The wrong one gives way with a reason, to one of the kind that fits who spoke.
    other = replace(signed, evidence_id=bureau.evidence("E4"), reason="误附其他笔录")
    assert refused(bureau, other) == "NOT_A_STATEMENT"
    right = replace(other, evidence_id=bureau.evidence("E5", EvidenceKind.PARTY_STATEMENT))
    assert bureau.do("ins1", right)[2:] == ["InterviewRecordAttached", "ScanReplaced"]
    case = bureau.state("case:C1")
    assert [one.evidence_id for one in case.interviews] == ["E5"]
    assert [(one.scan, one.title) for one in case.replaced] == [("E3", "询问笔录 I1")]


@pytest.mark.parametrize("kind", [EvidenceKind.TESTIMONY, EvidenceKind.PARTY_STATEMENT])
def test_staff_speak_for_the_party_or_as_witnesses(bureau: Any, kind: EvidenceKind) -> None:
    bureau.investigated()
    bureau.do("ins1", begin(bureau, capacity=c.Capacity.STAFF))
    answers = (c.Said("谁办的手续？", "护士长"),)
    bureau.do("ins1", c.WriteInterview(case_no="C1", interview_id="I1", answers=answers))
    bureau.do("ins1", end(bureau))
    signed = c.AttachInterviewRecord(
        case_no="C1", interview_id="I1", evidence_id=scan(bureau, "E1", kind)
    )
    bureau.do("ins1", signed)


NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def span(key: str, officers: str, start: int, end: int | None) -> Span:
    hours = timedelta(hours=1)
    stop = None if end is None else NOON + end * hours
    return Span(key, key, frozenset(officers), NOON + start * hours, stop)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (span("B", "xy", 1, 3), True),
        (span("B", "xy", 2, 3), False),
        (span("B", "z", 0, 2), False),
        (span("B", "x", -2, None), True),
        (span("A", "x", 0, 2), False),
    ],
)
def test_one_officer_cannot_sit_in_two_rooms(other: Span, clash: bool) -> None:
    own = span("A", "xw", 0, 2)
    assert bool(clashes(own, [other], NOON + timedelta(hours=9))) is clash


def test_question_sets_are_data() -> None:
    sets = shipped_sets()
    assert {"hanging_bed", "card_lending", "empty_swipe", "home_visit"} <= sets.keys()
    own = read_set('id="a"\nzh="甲"\nen="a"\nquestions=["问？"]', "a.toml")
    assert own.questions == ("问？",)
    for wrong in ('id="a"', "questions = [", 'id="a"\nzh="x"\nen="x"\nquestions=[""]'):
        with pytest.raises(Refusal) as answer:
            read_set(wrong, "坏.toml")
        assert "坏.toml" in answer.value.message_zh


def people() -> tuple[c.VisitPerson, ...]:
    return (
        c.VisitPerson("P1", "张*", "清河镇", "三里村", "9.5", ("M1",)),
        c.VisitPerson("P2", "李*", "清河镇", "三里村", "2.1", ("M2", "M3")),
        c.VisitPerson("P3", "王*", "白马镇", "东庄村", "7.0"),
    )


def test_weakest_ties_first_by_place(bureau: Any) -> None:
    bureau.investigated()
    plan = c.PlanHomeVisits(case_no="C1", purpose="核实住院", finding_ids=("F1",), people=people())
    assert refused(bureau, replace(plan, finding_ids=("F9",))) == "NOT_FOUND"
    assert refused(bureau, replace(plan, ring_id="R9")) == "NOT_FOUND"
    assert refused(bureau, replace(plan, purpose=" ")) == "FIELD_REQUIRED"
    assert refused(bureau, replace(plan, people=())) == "STEP_MISSING"
    # A finding names people by its lines: what to do first is told, not to choose another.
    assert "列入明细" in refusal(bureau, replace(plan, people=())).message_zh
    neither = replace(plan, people=(), finding_ids=())
    assert "选择含参保人的团伙或疑点" in refusal(bureau, neither).message_zh
    bureau.do("ins1", plan)
    listed = bureau.state("case:C1").visit_lists[0]
    assert [person.psn_no for person in listed.people] == ["P2", "P1", "P3"]
    assert [p.psn_no for p in listed.people if p.village == "三里村"] == ["P2", "P1"]


def test_what_is_asked_about_is_kept_with_the_list(bureau: Any) -> None:
    bureau.investigated()
    day = bureau.today
    asked = c.AskedVisit("M1", day, day, "云溪医院", "21", Decimal("4113.00"))
    one = replace(people()[0], asked=(asked,), of=30)
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实", people=(one, people()[1])))
    listed = bureau.state("case:C1").visit_lists[0]
    assert listed.asked_of("P1") == one
    # A list of before has numbers alone.
    chain = bureau.streams["case:C1"]
    bare = [
        {k: v for k, v in p.items() if k not in ("asked", "of")} for p in chain[-1].data["people"]
    ]
    chain[-1] = replace(chain[-1], data={**chain[-1].data, "people": bare})
    old = bureau.state("case:C1").visit_lists[0].asked_of("P1")
    assert (old.bills, old.asked, old.of) == (("M1",), (), 0)


def test_a_round_begins_in_the_township_and_the_village_of_the_weakest_tie(bureau: Any) -> None:
    bureau.investigated()
    around = (
        c.VisitPerson("P1", "张*", "白马镇", "东庄村", "7.0"),
        c.VisitPerson("P2", "李*", "清河镇", "一里村", "4.0"),
        c.VisitPerson("P3", "王*", "清河镇", "三里村", "2.1"),
        c.VisitPerson("P4", "赵*", "清河镇", "三里村", "9.5"),
    )
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实住院", people=around))
    listed = bureau.state("case:C1").visit_lists[0]
    assert [person.psn_no for person in listed.people] == ["P3", "P4", "P2", "P1"]


def test_answers_come_back(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实", people=people()))
    visit = c.RecordHomeVisit(
        case_no="C1", visit_list="Z1", psn_no="P1", visited_on=bureau.today,
        officers=("ins1", "ins2"), outcome=c.VisitOutcome.DENIES,
    )  # fmt: skip
    assert refused(bureau, visit) == "FIELD_REQUIRED"
    said = replace(visit, answers=(c.Said("是否住院？", "没有"),))
    assert "P9" in refusal(bureau, replace(said, psn_no="P9")).message_zh
    assert "走访清单 Z9" in refusal(bureau, replace(said, visit_list="Z9")).message_zh
    assert refused(bureau, replace(said, officers=("ins1",))) == "TWO_OFFICERS"
    assert refused(bureau, replace(said, evidence_id="E1")) == "NOT_FOUND"
    scan(bureau, "E1")
    bureau.do("ins1", replace(said, evidence_id="E1"))
    assert bureau.state("case:C1").visit_lists[0].visits[0].outcome == "denies"


def scan(bureau: Any, evidence_id: str, kind: EvidenceKind = EvidenceKind.TESTIMONY) -> str:
    bureau.evidence(evidence_id, kind)
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=evidence_id, proves="走访记录"))
    return evidence_id


def visited(bureau: Any, psn_no: str, *said: c.Said) -> None:
    visit = c.RecordHomeVisit(
        case_no="C1", visit_list="Z1", psn_no=psn_no, visited_on=bureau.today,
        officers=("ins1", "ins2"), answers=said,
        outcome=c.VisitOutcome.DENIES if said else c.VisitOutcome.ABSENT,
    )  # fmt: skip
    bureau.do("ins1", visit)


def signed(psn_no: str, evidence_id: str) -> c.AttachVisitRecord:
    return c.AttachVisitRecord(
        case_no="C1", visit_list="Z1", psn_no=psn_no, evidence_id=evidence_id
    )


def test_the_signed_record_is_tied_to_its_visit(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实", people=people()))
    scan(bureau, "E1")
    assert refused(bureau, signed("P1", "E1")) == "STEP_MISSING"
    visited(bureau, "P2")
    visited(bureau, "P1", c.Said("是否住院？", "没有"))
    assert refused(bureau, signed("P2", "E1")) == "STEP_MISSING"
    assert refused(bureau, signed("P3", "E1")) == "NOT_FOUND"
    assert refused(bureau, signed("P1", "E9")) == "NOT_FOUND"
    assert refused(bureau, signed("P1", "E1"), "ins3") == "NOT_AN_OFFICER"
    scan(bureau, "E2", EvidenceKind.DOCUMENTARY)
    assert refused(bureau, signed("P1", "E2")) == "NOT_A_STATEMENT"
    bureau.do("ins1", signed("P1", "E1"))
    first, second = bureau.state("case:C1").visit_lists[0].visits
    assert (first.psn_no, first.evidence_id) == ("P2", None)
    assert (second.psn_no, second.evidence_id) == ("P1", "E1")
    # One paper is the record of one talk.
    visited(bureau, "P3", c.Said("是否住院？", "没有"))
    assert refused(bureau, signed("P3", "E1")) == "SCAN_TAKEN"


def test_a_record_that_came_back_stays_unless_damaged(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实", people=people()))
    visited(bureau, "P1", c.Said("是否住院？", "没有"))
    bureau.do("ins1", signed("P1", scan(bureau, "E1")))
    scan(bureau, "E2")
    assert refused(bureau, signed("P1", "E2")) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E1", what=DamageKind.MISSING))
    bureau.do("ins1", signed("P1", "E2"))
    # Somebody visited again signs again; what was said and signed before stays as it was.
    visited(bureau, "P1", c.Said("还有补充吗？", "有"))
    bureau.do("ins1", signed("P1", scan(bureau, "E3")))
    kept = [visit.evidence_id for visit in bureau.state("case:C1").visit_lists[0].visits]
    assert kept == ["E2", "E3"]


def report(no: str = "C1") -> c.WriteReport:
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")
    return c.WriteReport(case_no=no, **parts)


def questioned(bureau: Any, **more: Any) -> None:
    bureau.do("ins1", begin(bureau))
    said = (c.Said("你何时住院？", "没有住院"),)
    bureau.do("ins1", c.WriteInterview(case_no="C1", interview_id="I1", answers=said))
    bureau.do("ins1", end(bureau, **more))


def test_the_report_waits_for_the_signed_interview(bureau: Any) -> None:
    no = bureau.investigated()
    questioned(bureau)
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", report())
    assert answer.value.code == "RECORDS_UNSIGNED"
    assert "询问笔录 I1（未附签名件）" in answer.value.message_zh
    assert "interview I1 (signed record not attached)" in answer.value.message_en
    assert bureau.refused("ins1", bureau.proposal(no)) == "RECORDS_UNSIGNED"
    step = step_of(bureau.state("case:C1"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of) == ("AttachInterviewRecord", ("询问笔录 I1", "interview I1"))
    scan(bureau, "E1")
    attach = c.AttachInterviewRecord(case_no="C1", interview_id="I1", evidence_id="E1")
    bureau.do("ins1", attach)
    bureau.do("ins1", report())


def test_an_interview_refused_before_a_witness_waits_for_no_scan(bureau: Any) -> None:
    bureau.investigated()
    how = c.SignatureHow.REFUSED_TO_SIGN
    questioned(bureau, how=how, witness="村干部李某", what_happened="拒绝签字")
    bureau.do("ins1", report())


def test_a_scan_that_ends_an_interview_is_of_the_right_kind(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", begin(bureau))
    said = (c.Said("你何时住院？", "没有住院"),)
    bureau.do("ins1", c.WriteInterview(case_no="C1", interview_id="I1", answers=said))
    scan(bureau, "E1", EvidenceKind.DOCUMENTARY)
    assert refused(bureau, end(bureau, evidence_id="E1")) == "NOT_A_STATEMENT"
    scan(bureau, "E2")
    bureau.do("ins1", end(bureau, evidence_id="E2"))
    bureau.do("ins1", report())


def test_the_report_waits_for_what_was_said_at_home(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", c.PlanHomeVisits(case_no="C1", purpose="核实", people=people()))
    visited(bureau, "P1", c.Said("是否住院？", "没有"))
    # Not met on a later day: what was said before is what is signed.
    visited(bureau, "P1")
    visited(bureau, "P2")
    assert refused(bureau, report()) == "RECORDS_UNSIGNED"
    refusal = replace(
        signed("P1", ""), evidence_id=None, how=c.SignatureHow.REFUSED_TO_SIGN,
        witness="村干部李某", what_happened="不愿签字",
    )  # fmt: skip
    assert refused(bureau, replace(refusal, witness="")) == "FIELD_REQUIRED"
    assert refused(bureau, replace(refusal, witness=" INS2 ")) == "WITNESS_IS_OFFICER"
    assert refused(bureau, replace(signed("P1", ""), evidence_id=None)) == "FIELD_REQUIRED"
    assert bureau.do("ins1", refusal) == ["VisitSignatureRefused"]
    assert refused(bureau, refusal) == "ALREADY_DONE"
    bureau.do("ins1", report())
    first = bureau.state("case:C1").visit_lists[0].visits[0]
    assert (first.witness, first.evidence_id) == ("村干部李某", None)
