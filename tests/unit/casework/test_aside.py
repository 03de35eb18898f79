"""Beside the main path: holding things, assistance, recusal, suspension, transfer, limitation."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.limitation import limitation_ends
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands.documents import IssueForm, VoidForm
from casework.decide import next_actions, step_of
from casework.documents.catalogue import form_of
from casework.documents.due import unsigned
from casework.documents.needs import missing_of
from casework.documents.records import records
from casework.events import seal
from casework.refusal import Refusal
from evidence.forms.context import Print, values


def clock(bureau: Any, row: str) -> Any:
    return next(d for d in deadlines(bureau.streams["case:C1"], bureau.at) if d.id == row)


def hold(kind: c.HoldKind, **more: Any) -> c.RequestHold:
    return c.RequestHold(
        case_no="C1", kind=kind, items="收费电脑一台", place="收费处", reason="可能灭失", **more
    )


def test_preserved_things_are_approved_by_the_head_and_dealt_with_in_time(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION, urgent=True))
    assert clock(bureau, "hold_approval").units == 24
    yes = c.DecideHold(case_no="C1", hold_id="H1", approve=True)
    officer = replace(bureau.people["ins2"], roles=frozenset({Role.HEAD}))
    assert bureau.refused(officer, yes) == "FOUR_EYES"
    assert bureau.refused("head", replace(yes, hold_id="H9")) == "NOT_FOUND"
    bureau.do("head", yes)
    assert bureau.refused("head", yes) == "STEP_MISSING"
    assert local_date(clock(bureau, "preservation").due) == date(2026, 3, 11)
    assert bureau.refused("head", c.ExtendHold(case_no="C1", hold_id="H1", reason="x")) == (
        "STEP_MISSING"
    )
    end = c.EndHold(case_no="C1", hold_id="H1", result="发还")
    # The list is signed first; one that was issued before the things were asked for is not theirs.
    case = bureau.state("case:C1")
    assert [(one.zh, one.why[0]) for one in records(case)] == [("先行登记保存决定书 H1", "未出具")]
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", end)
    assert refused.value.code == "RECORDS_UNSIGNED"
    step = step_of(case, bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("IssueForm", "先行登记保存决定书 H1")
    bureau.hold_listed("C1")
    assert bureau.do("ins1", end) == ["HoldEndProposed"]
    assert clock(bureau, "preservation").clock is not Clock.MET
    # It ends as it began: with the head's approval.
    done = c.DecideHoldEnd(case_no="C1", hold_id="H1", approve=True)
    assert bureau.refused("ins2", done) == "ROLE_REQUIRED"
    assert bureau.refused(officer, done) == "FOUR_EYES"
    assert bureau.refused("ins1", end) == "ALREADY_DONE"
    assert bureau.refused("head", replace(done, approve=False)) == "FIELD_REQUIRED"
    no = replace(done, approve=False, reasons="应作为证据留存")
    assert bureau.do("head", no) == ["HoldEndRefused"]
    assert bureau.refused("head", done) == "STEP_MISSING"
    bureau.do("ins1", replace(end, result="作为证据留存"))
    step = step_of(bureau.state("case:C1"), bureau.people["head"], bureau.at)
    assert step.name == "DecideHoldEnd"
    assert bureau.do("head", done) == ["HoldEndApproved", "HoldEnded"]
    assert clock(bureau, "preservation").clock is Clock.MET
    assert bureau.state("case:C1").holds[0].result == "作为证据留存"


def test_an_end_of_before_by_an_officer_alone_stays_one(bureau: Any) -> None:
    """A chain of before knows no approval: it folds as it did, and no paper of it is asked for."""
    no = bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION))
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H1", approve=True))
    bureau.hold_listed(no)
    chain = bureau.streams[f"case:{no}"]
    data = {"hold_id": "H1", "result": "发还", "by": chain[-1].data["by"]}
    last = chain[-1]
    chain.append(seal(last.stream, last.seq + 1, "HoldEnded", data, "ins1", bureau.at, last.hash))
    (one,) = bureau.state(f"case:{no}").holds
    assert (one.status, one.result, one.end_seq) == ("ended", "发还", 0)
    papers = {due.form.id for due in unsigned(bureau.state(f"case:{no}"))}
    assert not papers & {"hold_end_approval", "hold_release", "unseal"}


def test_what_became_of_held_things_is_approved_on_paper_and_told_to_whose_they_are(
    bureau: Any,
) -> None:
    no = bureau.investigated()
    for n, kind in enumerate((c.HoldKind.PRESERVATION, c.HoldKind.SEALING), 1):
        bureau.do("ins1", hold(kind))
        bureau.do("head", c.DecideHold(case_no=no, hold_id=f"H{n}", approve=True))
    bureau.hold_listed(no)
    assert missing_of(form_of("hold_release"), bureau.state(f"case:{no}")) is not None
    bureau.hold_ended(no)
    asked = [one.form.id for one in unsigned(bureau.state(f"case:{no}"))]
    assert {"hold_end_approval", "hold_release"} <= set(asked)
    assert "unseal" not in asked
    issue_id = bureau.issue(no, "hold_release")
    assert next(f for f in bureau.state(f"case:{no}").forms if f.issue_id == issue_id).about == "H1"
    bureau.approvals_signed(no)
    assert unsigned(bureau.state(f"case:{no}")) == ()
    # The second ends later: it has a decision of its own, and the first keeps its.
    bureau.hold_listed(no, "hold_seal")
    bureau.do("ins1", c.EndHold(case_no=no, hold_id="H2", result="解除"))
    bureau.do("head", c.DecideHoldEnd(case_no=no, hold_id="H2", approve=True))
    asked = [one.form.id for one in unsigned(bureau.state(f"case:{no}"))]
    assert asked == ["hold_end_approval", "unseal"]


def test_a_sealing_is_prolonged_once(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.SEALING))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    longer = c.ExtendHold(case_no="C1", hold_id="H1", reason="案情复杂")
    bureau.do("head", longer)
    assert bureau.refused("head", longer) == "EXTENSION_SPENT"
    assert clock(bureau, "sealing").units == 60


def test_a_sealing_is_prolonged_while_its_case_is_suspended(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.SEALING))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    bureau.do("head", c.SuspendCase(case_no="C1", reasons="等待鉴定意见"))
    bureau.wait(20)
    # Its time runs on, so somebody has to be able to answer it.
    longer = c.ExtendHold(case_no="C1", hold_id="H1", reason="等待鉴定意见")
    assert "ExtendHold" in {
        one.name for one in next_actions(bureau.state("case:C1"), bureau.people["head"], bureau.at)
    }
    assert bureau.do("head", longer) == ["HoldExtended"]
    assert clock(bureau, "sealing").units == 60


def test_assistance_is_answered_once(bureau: Any) -> None:
    bureau.investigated()
    ask = c.RequestAssistance(case_no="C1", recipient="蒙城县医保局", text="核实", document_no="1")
    bureau.do("ins1", ask)
    assert clock(bureau, "assistance").units == 15
    answer = c.RecordAssistance(case_no="C1", request_id="X1", result="属实")
    assert bureau.refused("ins1", replace(answer, request_id="X2")) == "NOT_FOUND"
    bureau.do("ins1", answer)
    assert bureau.refused("ins1", answer) == "STEP_MISSING"


def test_held_things_and_a_reply_become_evidence_of_the_case(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    asked = c.RequestAssistance(case_no="C1", recipient="邻县", text="核实", document_no="1")
    bureau.do("ins1", asked)
    own = bureau.evidence("病历")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=own, proves="住院经过"))
    bureau.hold_listed("C1")
    end = c.EndHold(case_no="C1", hold_id="H1", result="作为证据", evidence_ids=(own,))
    reply = c.RecordAssistance(case_no="C1", request_id="X1", result="属实", evidence_ids=(own,))
    for command in (end, reply):
        assert bureau.refused("ins1", replace(command, evidence_ids=("E99",))) == "NOT_FOUND"
        bureau.do("ins1", command)
    bureau.do("head", c.DecideHoldEnd(case_no="C1", hold_id="H1", approve=True))
    case = bureau.state("case:C1")
    assert case.holds[0].evidence_ids == case.requests[0].evidence_ids == (own,)


def test_recusal_is_decided_first_and_for_good(bureau: Any) -> None:
    no = bureau.filed()
    ask = c.RequestRecusal(
        case_no=no, officer="ins2", ground=c.RecusalGround.KIN, reason="院长之弟", by_party=True
    )
    assert bureau.refused("ins1", replace(ask, officer="ins3")) == "NOT_FOUND"
    bureau.do("ins1", ask)
    start = c.StartInvestigation(case_no=no, certificates_shown=True, recusal_settled=True)
    assert bureau.refused("ins1", start) == "STEP_MISSING"
    decide = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    bureau.do("head", decide)
    assert [o.hand.account for o in bureau.state("case:C1").officers] == ["ins1"]
    assert bureau.refused("ins1", start) == "TWO_OFFICERS"
    back = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    assert bureau.refused("sup", c.AssignOfficers(case_no=no, officers=back)) == "ACCOUNT_UNFIT"
    others = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins3", "3"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=others))
    assert bureau.started(no) == ["InvestigationStarted"]


def test_a_suspended_case_rests_and_goes_on_where_it_was(bureau: Any) -> None:
    bureau.investigated()
    before = clock(bureau, "decision").due
    bureau.do("head", c.SuspendCase(case_no="C1", reasons="等待关联案件"))
    assert clock(bureau, "decision").clock is Clock.PAUSED
    assert bureau.refused("ins1", bureau.proposal("C1")) == "ILLEGAL_MOVE"
    bureau.wait(50)
    bureau.do("head", c.ContinueCase(case_no="C1", reasons="关联案件已结"))
    assert bureau.state("case:C1").stage is Stage.INVESTIGATION
    assert clock(bureau, "decision").due - before == timedelta(days=50)


def test_a_suspended_case_takes_in_what_it_waits_for_and_nothing_else(bureau: Any) -> None:
    bureau.investigated()
    ask = c.RequestAssistance(
        case_no="C1", recipient="颍州区医保局", text="请核实就诊", document_no="协1号"
    )
    bureau.do("ins1", ask)
    bureau.do("head", c.SuspendCase(case_no="C1", reasons="等待鉴定意见"))
    paper = bureau.evidence("鉴定意见")
    taken = c.AttachEvidence(case_no="C1", evidence_id=paper, proves="鉴定意见")
    assert "EvidenceAttached" in bureau.do("ins1", taken)
    answer = c.RecordAssistance(case_no="C1", request_id="X1", result="属实", evidence_ids=(paper,))
    assert bureau.do("ins1", answer) == ["AssistanceAnswered"]
    assert bureau.refused("ins1", replace(ask, document_no="协2号")) == "ILLEGAL_MOVE"
    assert bureau.refused("ins1", bureau.proposal("C1")) == "ILLEGAL_MOVE"
    assert bureau.state("case:C1").stage is Stage.SUSPENDED


def test_a_whole_case_is_transferred_a_clue_is_not(bureau: Any) -> None:
    bureau.investigated()
    clue = c.TransferCase(
        case_no="C1",
        to=c.Authority.DISCIPLINE,
        recipient="云溪县纪委监委",
        document_no="移1号",
        reasons="公职人员问题线索",
        whole=False,
    )
    assert bureau.do("head", clue) == ["ClueTransferred"]
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    whole = replace(clue, to=c.Authority.OTHER_BUREAU, whole=True)
    # A number is one letter's.
    assert bureau.refused("head", whole) == "ALREADY_EXISTS"
    whole = replace(whole, document_no="移2号")
    assert bureau.refused("head", whole) == "STEP_MISSING"
    bureau.hold_listed("C1")
    bureau.hold_ended("C1", "随案移送")
    assert bureau.do("head", whole) == ["CaseTransferred"]
    assert not bureau.state("case:C1").is_open


def sent(bureau: Any, **given: Any) -> c.TransferCase:
    values = {"to": c.Authority.OTHER_BUREAU, "recipient": "邻县医保局", "document_no": "移1号"}
    command = c.TransferCase(case_no="C1", **{**values, "reasons": "属地管辖", **given})
    bureau.do("head", command)
    return command


def answered(bureau: Any, **given: Any) -> c.RecordTransferAnswer:
    paper = "答复函"
    if not bureau.streams.get(f"evidence:{paper}"):
        bureau.evidence(paper)
        bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=paper, proves="答复"))
    values = {
        "answer": c.TransferAnswer.SENT_BACK,
        "document_no": "复1号",
        "answered_on": bureau.today,
        "document": paper,
    }
    return c.RecordTransferAnswer(case_no="C1", **{**values, **given})


def test_a_case_that_comes_back_goes_on_where_it_was(bureau: Any) -> None:
    bureau.investigated()
    before = clock(bureau, "decision").due
    sent(bureau)
    assert clock(bureau, "decision").clock is Clock.PAUSED
    offers = next_actions(bureau.state("case:C1"), bureau.people["ins1"], bureau.at)
    # First its letter is written; then it waits for the answer.
    assert [one.name for one in offers[:2]] == ["IssueForm", "RecordTransferAnswer"]
    bureau.wait(20)
    # Its answer comes in although the case is over; nothing else does.
    bare = answered(bureau)
    bureau.evidence("E9")
    more = c.AttachEvidence(case_no="C1", evidence_id="E9", proves="x")
    assert bureau.refused("ins1", more) == "PAPERS_ONLY"
    assert bureau.refused("ins1", bare) == "FIELD_REQUIRED"
    back = replace(bare, reasons="不属于本局管辖")
    assert bureau.refused("ins1", replace(back, document="E9")) == "NOT_FOUND"
    assert bureau.refused("ins1", replace(back, answered_on=date(2026, 1, 1))) == "DATE_ORDER"
    assert bureau.refused("ins3", back) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", back) == ["TransferReturned"]
    case = bureau.state("case:C1")
    assert (case.stage, case.closed_at) == (Stage.INVESTIGATION, None)
    assert clock(bureau, "decision").due - before == timedelta(days=20)
    assert bureau.refused("ins1", back) == "STEP_MISSING"


def test_a_clue_that_was_accepted_leaves_the_case_alone(bureau: Any) -> None:
    bureau.opened()
    clue = {"to": c.Authority.DISCIPLINE, "recipient": "县纪委监委", "whole": False}
    sent(bureau, **clue)
    sent(bureau, **clue, document_no="移2号")
    said = answered(bureau, answer=c.TransferAnswer.ACCEPTED)
    assert bureau.refused("ins1", said) == "FIELD_REQUIRED"
    assert bureau.refused("ins1", replace(said, sent_no="移9号")) == "NOT_FOUND"
    assert bureau.do("ins1", replace(said, sent_no="移2号")) == ["TransferAnswered"]
    case = bureau.state("case:C1")
    assert [one.answer for one in case.transfers] == ["", "accepted"]
    assert case.stage is Stage.CLUE
    # A paper is the answer to one letter; the other letter's needs one of its own.
    assert bureau.refused("ins1", replace(said, sent_no="移1号")) == "SCAN_TAKEN"
    bureau.evidence("答复函二")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id="答复函二", proves="答复"))
    said = replace(said, sent_no="移1号", document="答复函二")
    other = replace(said, answer=c.TransferAnswer.OTHER)
    assert bureau.refused("ins1", other) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(said, reasons="退回", answer=c.TransferAnswer.SENT_BACK))
    assert bureau.state("case:C1").stage is Stage.CLUE


def test_a_clue_check_that_was_away_goes_on_too(bureau: Any) -> None:
    bureau.opened()
    sent(bureau)
    bureau.do("ins1", answered(bureau, reasons="不属于本局管辖"))
    assert bureau.state("case:C1").stage is Stage.CLUE
    assert clock(bureau, "clue_check").clock is Clock.RUNNING


def test_each_body_gets_its_own_letter_with_its_number(bureau: Any) -> None:
    no = bureau.opened()
    for form_id in ("transfer", "clue_transfer"):
        early = IssueForm(case_no=no, form_id=form_id)
        assert bureau.refused("sup", early) == "STEP_MISSING"
    clue = {"to": c.Authority.DISCIPLINE, "recipient": "云溪县纪委监委", "whole": False}
    sent(bureau, **clue, document_no="医保移〔2026〕1号", serial=1, year=2026)
    assert bureau.refused("sup", IssueForm(case_no=no, form_id="transfer")) == "STEP_MISSING"
    bureau.do("sup", IssueForm(case_no=no, form_id="clue_transfer"))
    case = bureau.state(f"case:{no}")
    assert case.forms[-1].number == "医保移〔2026〕1号"
    assert [(one.series, one.serial) for one in case.numbers] == [("transfer", 1)]
    told = values(Print(no, bureau.streams[f"case:{no}"], case.forms[-1], "云溪县医保局"))
    assert told["transfer"]["recipient"] == "云溪县纪委监委"
    assert (told["transfer"]["number"], told["transfer"]["reasons"]) == (told["number"], "属地管辖")
    # A print may be void; the number was given away with the decision.
    bureau.do("sup", VoidForm(case_no=no, issue_id=case.forms[-1].issue_id, reason="错印"))
    assert [one.void for one in bureau.state(f"case:{no}").numbers] == [""]


@pytest.mark.parametrize(
    ("ended", "harmful", "last"),
    [
        (date(2024, 2, 29), False, date(2026, 2, 28)),
        (date(2024, 3, 2), False, date(2026, 3, 2)),
        (date(2021, 8, 2), True, date(2026, 8, 2)),
        # The five years are law since 2021-07-15: what ended before keeps the two of its time.
        (date(2021, 7, 15), True, date(2026, 7, 15)),
        (date(2021, 7, 14), True, date(2023, 7, 14)),
        (date(2021, 7, 14), False, date(2023, 7, 14)),
    ],
)
def test_limitation(ended: date, harmful: bool, last: date) -> None:
    assert limitation_ends(ended, harmful) == last


@pytest.mark.parametrize(("conduct", "harmful", "lawful"), [
    (date(2024, 3, 2), False, True),
    (date(2024, 3, 1), False, False),
    (date(2021, 7, 15), True, True),
    (date(2021, 7, 14), True, False),
])  # fmt: skip
def test_what_was_found_too_late_is_not_filed(
    bureau: Any, conduct: date, harmful: bool, lawful: bool
) -> None:
    lead = c.OpenCase(
        case_no="C1",
        title="旧案",
        source=c.Source.TIP,
        summary="x",
        party=c.Party(c.PartyKind.INSTITUTION, "H34162300001", "云溪县人民医院"),
        conduct_from=conduct,
        conduct_to=conduct,
    )
    bureau.do("ins1", lead)
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    if lawful:
        assert bureau.file("C1", harmful_result=harmful) == ["CaseFiled"]
    else:
        with pytest.raises(Refusal) as refused:
            bureau.submitted("C1", harmful_result=harmful)
        assert refused.value.code == "LIMITATION_OVER"


@pytest.mark.parametrize(
    ("kind", "row", "due"),
    [
        (c.HoldKind.PRESERVATION, "preservation", date(2026, 3, 11)),
        (c.HoldKind.SEALING, "sealing", date(2026, 4, 1)),
    ],
)
def test_the_time_of_things_held_at_once_runs_from_their_taking(
    bureau: Any, kind: c.HoldKind, row: str, due: date
) -> None:
    bureau.investigated()
    bureau.at = bureau.at.replace(hour=12)
    bureau.do("ins1", hold(kind, urgent=True))
    # Approved on the next day, within the 24 hours.
    bureau.at += timedelta(hours=20)
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    assert local_date(clock(bureau, row).due) == due


def test_after_24_hours_things_held_at_once_are_only_released(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION, urgent=True))
    bureau.wait(2)
    late = c.DecideHold(case_no="C1", hold_id="H1", approve=True)
    with pytest.raises(Refusal, match="立即解除") as refused:
        bureau.do("head", late)
    assert refused.value.code == "PERIOD_OVER"
    assert bureau.do("head", replace(late, approve=False, reasons="逾期")) == ["HoldRefused"]
    # What was asked for beforehand waits for no such hour.
    bureau.do("ins1", hold(c.HoldKind.SEALING))
    bureau.wait(2)
    assert bureau.do("head", replace(late, hold_id="H2")) == ["HoldApproved"]


def test_an_approval_of_before_keeps_its_time(bureau: Any) -> None:
    """An event that names no day of the taking runs from its own."""
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.SEALING, urgent=True))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    chain = bureau.streams["case:C1"]
    bureau.wait(5)
    data = {key: value for key, value in chain[-1].data.items() if key != "held_on"}
    chain[-1] = replace(chain[-1], data=data, at=bureau.at)
    assert local_date(clock(bureau, "sealing").due) == date(2026, 4, 6)


def test_no_case_ends_with_things_in_the_house(bureau: Any) -> None:
    bureau.investigated()
    bureau.do("ins1", hold(c.HoldKind.SEALING))
    bureau.do("head", c.DecideHold(case_no="C1", hold_id="H1", approve=True))
    over = c.TerminateCase(case_no="C1", reasons="r")
    with pytest.raises(Refusal, match="处理保存、封存的物品"):
        bureau.do("head", over)
    bureau.hold_listed("C1", "hold_seal")
    bureau.hold_ended("C1")
    assert bureau.do("head", over) == ["CaseTerminated"]


def test_nor_is_a_clue_declined_with_them(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION))
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H1", approve=True))
    with pytest.raises(Refusal, match="处理保存、封存的物品"):
        bureau.declined(no, "r")
