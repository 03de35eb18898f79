"""A party gives its hearing up: it withdraws, stays away or leaves (处罚法 64 (6))."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.decide import next_actions
from casework.refusal import Refusal
from evidence.forms.context import values_of

END = c.HearingEnd


def asked(bureau: Any, defended: bool = False) -> str:
    no: str = bureau.investigated()
    bureau.do("ins1", bureau.proposal(no, "2", 6))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    if defended:
        bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    return no


def announced(bureau: Any, no: str) -> None:
    when = bureau.at + timedelta(days=20)
    bureau.chaired(no)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, starts_at=when, place="会议室"))
    bureau.hearing_told(no)


def end(bureau: Any, no: str, ground: c.HearingEnd = END.WITHDRAWN, ago: int = 0) -> c.EndHearing:
    on = bureau.today - timedelta(days=ago)
    if not bureau.streams.get("evidence:放弃听证"):
        bureau.evidence("放弃听证")
        paper = c.AttachEvidence(case_no=no, evidence_id="放弃听证", proves="放弃听证")
        bureau.do("ins1", paper)
    return c.EndHearing(
        case_no=no, ground=ground, ended_on=on, reasons="书面撤回", document="放弃听证"
    )


def clock(bureau: Any, no: str, name: str) -> Any:
    return next(
        (d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == name), None
    )


def test_a_withdrawn_hearing_lets_the_case_go_on(bureau: Any) -> None:
    no = asked(bureau, defended=True)
    announced(bureau, no)
    assert clock(bureau, no, "decision").clock is Clock.PAUSED
    offered = {
        x.name for x in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert "EndHearing" in offered
    assert bureau.refused("ins1", end(bureau, no, ago=1)) == "DATE_ORDER"
    assert bureau.refused("ins1", end(bureau, no, ago=-1)) == "DATE_ORDER"
    # Nobody's word does: the withdrawal is signed, and is the paper of nothing else.
    assert bureau.refused("ins1", replace(end(bureau, no), document="")) == "HEARING_END_UNSIGNED"
    assert bureau.refused("ins1", replace(end(bureau, no), document="E77")) == "NOT_FOUND"
    assert bureau.do("ins1", end(bureau, no)) == ["HearingEnded"]
    case = bureau.state(f"case:{no}")
    assert case.party_papers[-1] == ("withdrawal", "放弃听证")
    waiver = c.RecordDefence(case_no=no, how=c.Defence.WAIVED, text="放弃", document="放弃听证")
    assert bureau.refused("ins1", waiver) == "SCAN_TAKEN"
    assert (case.stage, case.hearing_waived, case.hearing) == (Stage.DEFENCE, True, None)
    assert clock(bureau, no, "decision").clock is Clock.RUNNING
    for name in ("hearing_service", "hearing_notice", "hearing_day"):
        found = clock(bureau, no, name)
        assert found is None or not found.is_open
    # It was waived: it is not asked for again, and nothing waits for it.
    again = c.RequestHearing(case_no=no, requested_on=bureau.today)
    assert bureau.refused("ins1", again) == "NO_HEARING_RIGHT"
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]


def test_a_party_that_said_nothing_yet_may_still_state(bureau: Any) -> None:
    no = asked(bureau)
    bureau.do("ins1", end(bureau, no))
    assert bureau.state(f"case:{no}").stage is Stage.NOTICE
    stated = c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻")
    assert bureau.do("ins1", stated) == ["DefenceRecorded"]
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]


@pytest.mark.parametrize("ground", [END.NOT_ATTENDED, END.LEFT_MIDWAY])
def test_nobody_is_absent_before_the_hour(bureau: Any, ground: c.HearingEnd) -> None:
    no = asked(bureau)
    assert bureau.refused("ins1", end(bureau, no, ground)) == "HEARING_UNTOLD"
    announced(bureau, no)
    assert bureau.refused("ins1", end(bureau, no, ground)) == "HEARING_TO_COME"
    bureau.wait(21)
    assert bureau.refused("ins1", end(bureau, no, ground, ago=10)) == "DATE_ORDER"
    bare = replace(end(bureau, no, ground), document="")
    with pytest.raises(Refusal, match="未出席（中途退出）听证的记录"):
        bureau.do("ins1", bare)
    assert bureau.do("ins1", end(bureau, no, ground)) == ["HearingEnded"]
    assert bureau.state(f"case:{no}").party_papers[-1][0] == "absence"
    late = bureau.held(no)
    assert bureau.refused("ins1", late) == "ILLEGAL_MOVE"


def test_the_record_of_the_hearing_notes_its_end(bureau: Any) -> None:
    no = asked(bureau)
    announced(bureau, no)
    bureau.do("ins1", end(bureau, no))
    bureau.issue(no, "hearing_record")
    assert bureau.state(f"case:{no}").forms[-1].form_id == "hearing_record"
    case = bureau.state(f"case:{no}")
    told = values_of(case, bureau.streams[f"case:{no}"], case.forms[-1], "县医保局")["hearing"]
    assert "终止听证" in told["record"]
    assert "撤回听证申请" in told["record"]
    assert told["chair"] == "LEGAL"
