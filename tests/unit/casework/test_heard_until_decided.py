"""The party speaks, and is heard on what it asked for in time, until the decision (处罚法 44–45, 63–64)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.clocks.deadlines import deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from evidence.forms.context import values_of

STATED, SILENT = c.Defence.STATED, c.Defence.SILENT


def says(no: str, text: str = "我有话说", how: c.Defence = STATED, **more: Any) -> c.RecordDefence:
    return c.RecordDefence(case_no=no, how=how, text=text, **more)


def silent(bureau: Any) -> str:
    no: str = bureau.noticed()
    bureau.wait(12)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=SILENT))
    return no


def reviewed(bureau: Any, no: str) -> None:
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))


def test_a_statement_after_silence_is_heard(bureau: Any) -> None:
    no = silent(bureau)
    assert bureau.do("ins1", says(no)) == ["DefenceRecorded"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.defence, case.contested.proposal_id) == (Stage.DEFENCE, "stated", "P1")
    # Who spoke cannot be silent any more, and nothing of what he said is lost.
    assert bureau.refused("ins1", c.RecordDefence(case_no=no, how=SILENT)) == "ALREADY_DONE"
    bureau.do("ins1", says(no, "补充一点"))
    bureau.do("ins1", bureau.waived(no, "没有补充", hearing=False))
    case = bureau.state(f"case:{no}")
    assert case.defence == "stated"
    reviewed(bureau, no)
    bureau.issue(no, "legal_opinion")
    case = bureau.state(f"case:{no}")
    values = values_of(case, bureau.streams[f"case:{no}"], case.forms[-1], "云溪县医疗保障局")
    assert values["defence"] == "我有话说\n补充一点"


@pytest.mark.parametrize("agreed", [False, True])
def test_a_statement_during_the_review_or_after_it_is_reviewed(bureau: Any, agreed: bool) -> None:
    no = silent(bureau)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    if agreed:
        bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    assert bureau.do("ins1", says(no)) == ["DefenceRecorded"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.legal_opinion) == (Stage.DEFENCE, None)
    clocks = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "legal_review" not in clocks or not clocks["legal_review"].is_open
    fine = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("head", fine) == "ILLEGAL_MOVE"
    reviewed(bureau, no)
    assert bureau.do("head", fine) == ["CaseDecided"]


def test_a_discussion_before_the_statement_is_held_again(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("ins1", replace(bureau.waived(no), how=STATED))
    reviewed(bureau, no)
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="x", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    bureau.do("ins1", says(no, "新的意见"))
    reviewed(bureau, no)
    fine = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("head", fine) == "DISCUSSION_MISSING"
    bureau.do("head", talk)
    assert "CaseDecided" in bureau.do("head", fine)


@pytest.mark.parametrize("agreed", [False, True])
def test_a_hearing_that_was_asked_for_in_time_is_held_though_the_letter_came_late(
    bureau: Any, agreed: bool
) -> None:
    no = bureau.noticed(months=6)
    served = bureau.today
    bureau.do("ins1", says(no))
    bureau.wait(8)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    if agreed:
        bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    late = c.RequestHearing(case_no=no, requested_on=bureau.today)
    assert bureau.refused("ins1", late) == "PERIOD_OVER"
    posted = c.RequestHearing(case_no=no, requested_on=served + timedelta(days=3))
    assert bureau.do("ins1", posted) == ["HearingRequested"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.legal_opinion) == (Stage.HEARING, None)
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=no)) == "STEP_MISSING"
    when = bureau.at + timedelta(days=15)
    bureau.chaired(no)
    bureau.do("ins1", c.AnnounceHearing(case_no=no, starts_at=when, place="会议室"))
    bureau.hearing_told(no)
    # What the party writes while it waits for its hearing is taken down, and the hearing stays.
    assert bureau.do("ins1", says(no, "听证前的书面意见")) == ["DefenceRecorded"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.hearing is None) == (Stage.HEARING, False)
    away = bureau.waived(no, "不听证了")
    assert bureau.refused("ins1", away) == "STEP_MISSING"
    bureau.wait(15)
    bureau.do("ins1", bureau.held(no))
    bureau.heard_on_paper(no)
    reviewed(bureau, no)
    assert bureau.state(f"case:{no}").stage is Stage.DECISION


def test_a_hearing_is_waived_after_the_statement(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("ins1", says(no))
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=no)) == "PERIOD_RUNNING"
    bare = says(no, "放弃听证", c.Defence.WAIVED, waives_hearing=True)
    assert bureau.refused("ins1", bare) == "WAIVER_UNSIGNED"
    assert bureau.refused("ins1", replace(bare, how=STATED)) == "WAIVER_UNSIGNED"
    assert bureau.refused("ins1", replace(bare, document="E-none")) == "NOT_FOUND"
    waived = bureau.waived(no, "放弃听证")
    assert bureau.do("ins1", waived) == ["DefenceRecorded", "HearingWaived"]
    case = bureau.state(f"case:{no}")
    assert (case.defence, case.party_papers) == ("stated", (("defence", waived.document),))
    # One paper says one thing: the next statement has another.
    again = says(no, "补充", document=waived.document)
    assert bureau.refused("ins1", again) == "SCAN_TAKEN"
    assert bureau.do("ins1", c.SubmitLegalReview(case_no=no)) == ["LegalReviewSubmitted"]


def test_what_is_not_waited_for_does_not_lead(bureau: Any) -> None:
    no = silent(bureau)
    offers = {
        one.name: one
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert "RecordDefence" in offers
    assert offers["SubmitLegalReview"].primary
    assert not offers["RecordDefence"].primary


def test_after_the_decision_the_party_has_its_remedies(bureau: Any) -> None:
    no = bureau.decided()
    assert bureau.refused("ins1", says(no)) == "ILLEGAL_MOVE"


def test_an_institution_states_after_its_silence_was_recorded(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    measure = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="多收费"))
    bureau.handling_told(no)
    bureau.wait(14)
    silence = a.StateDefence(case_no=no, how=SILENT)
    bureau.do("agency", silence)
    late = a.StateDefence(case_no=no, how=STATED, text="系误传")
    assert bureau.do("office", late) == ["HandlingDefended"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.defence) == (Stage.HANDLING_DECISION, "stated")
    assert bureau.refused("agency", silence) == "ALREADY_DONE"
