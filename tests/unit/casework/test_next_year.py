"""Periods that reach into a year whose holidays are not published: said plainly, and nothing crashes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.holidays import unknown_years
from casework.commands import case as c
from casework.commands import courses as k
from casework.commands import points as p
from casework.courses.appeal import appeal_ends
from casework.decide import next_actions
from casework.points.entry import acts_of
from casework.points.object import open_to_objection
from casework.refusal import Refusal
from casework.waits import waits_for
from evidence.doctors.scores import notice
from tests.unit.casework.test_courses import STUDY, at_study, start, studied, submit
from tests.unit.casework.test_points_path import FILE, score

#: The last year that the library knows, and a moment from which working days reach beyond it.
LAST = next(
    year for year in range(2026, 2100) if unknown_years(date(year + 1, 1, 1), date(year + 2, 1, 1))
)
EVE = datetime(LAST, 12, 30, 2, tzinfo=UTC)


def noticed(bureau: Any) -> str:
    no: str = bureau.investigated()
    bureau.do("ins1", bureau.proposal(no, "2", 6))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    return no


def served(bureau: Any) -> str:
    no: str = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


STAGES = {
    "opened": lambda bureau: bureau.opened(),
    "filed": lambda bureau: bureau.filed(),
    "investigated": lambda bureau: bureau.investigated(),
    "noticed": noticed,
    "decided": lambda bureau: bureau.decided(),
    "served": served,
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("later", [0, 90, 400, 900])
def test_steps_and_clocks_stand_without_the_holidays_of_the_year(
    bureau: Any, stage: str, later: int
) -> None:
    bureau.at = EVE - timedelta(days=100)
    no = STAGES[stage](bureau)
    at = EVE + timedelta(days=later)
    case = bureau.state(f"case:{no}")
    for who in bureau.people.values():
        next_actions(case, who, at)
    waits_for(case, at)
    for one in deadlines(bureau.streams[f"case:{no}"], at):
        if one.clock is Clock.UNKNOWN:
            assert "国务院" in one.problem
            assert "State Council" in one.problem_en


def test_a_period_of_working_days_says_why_it_has_no_last_day(bureau: Any) -> None:
    bureau.at = EVE
    no = bureau.opened()
    clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    unknown = [one for one in clocks if one.clock is Clock.UNKNOWN]
    assert unknown
    assert all(str(LAST + 1) in one.problem and "11 月公布" in one.problem for one in unknown)


def scored(bureau: Any) -> None:
    """A score that was served when ten working days already reached into the next year."""
    bureau.at = datetime(LAST, 12, 22, 2, tzinfo=UTC)
    decided = bureau.today - timedelta(days=2)
    bureau.do("agency", score(6, "tiaoli_38_39", date(LAST - 1, 3, 1), decided))
    served = p.NotifyScore(
        prac_psn_code="D1", entry_id="S1", way=c.ServiceWay.DIRECT, served_on=bureau.today
    )
    bureau.do("agency", served)


def objection(bureau: Any, **more: Any) -> dict[str, Any]:
    paper = bureau.evidence("异议书")
    said = {"prac_psn_code": "D1", "entry_id": "S1", "text": "责任认定过重"}
    return {**said, "signed": True, "stamped": True, "objection_scan": paper, **more}


@pytest.mark.parametrize("later", [0, 10, 20])
def test_a_score_may_be_objected_to_while_nobody_knows_the_last_day(
    bureau: Any, later: int
) -> None:
    scored(bureau)
    bureau.wait(later)
    file, doctor = bureau.state(FILE), bureau.people["doc"]
    assert "ObjectToScore" in acts_of(file.entries[0], doctor, bureau.at)
    assert "ObjectToScore" in {one.name for one in next_actions(file, doctor, bureau.at)}
    assert open_to_objection(file, bureau.at) == file.entries
    assert bureau.do("doc", p.ObjectToScore(**objection(bureau)))[0] == "ScoreObjected"


def test_a_letter_against_a_score_counts_as_in_time_too(bureau: Any) -> None:
    scored(bureau)
    bureau.wait(12)
    letter = p.RecordPaperObjection(
        **objection(bureau), received_on=bureau.today, objector=p.Objector.DOCTOR
    )
    assert bureau.do("agency", letter)[0] == "ScoreObjected"


def test_the_notice_of_a_score_is_printed_without_the_day_that_nobody_knows(bureau: Any) -> None:
    scored(bureau)
    file = bureau.state(FILE)
    text = str(notice(file, file.entries[0], "云溪县医疗保障局"))
    assert "10 个工作日内，书面提出异议申诉" in text


def test_a_question_may_be_disputed_while_nobody_knows_the_last_day(bureau: Any) -> None:
    bureau.at = EVE - timedelta(days=60)
    at_study(bureau)
    studied(bureau)
    bureau.at = EVE
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 11))
    (attempt,) = bureau.state(STUDY).attempts
    assert appeal_ends(attempt) is None
    bureau.wait(3)
    disputed = k.AppealQuestion(
        prac_psn_code="D1", attempt_id="A1", question_id=attempt.questions[0], text="答案有误"
    )
    assert bureau.do("doc", disputed) == ["QuestionAppealed"]


def test_a_hearing_is_asked_for_in_time_and_nothing_goes_on_without_it(bureau: Any) -> None:
    bureau.at = EVE - timedelta(days=2)
    no = bureau.noticed(months=6)
    bureau.do("ins1", bureau.waived(no, hearing=False))
    # Whether the right lapsed nobody can tell: the review waits, and says what mends it.
    bureau.wait(30)
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    assert refused.value.code == "CALENDAR_UNKNOWN"
    assert "国办发明电" in refused.value.message_zh
    asked = c.RequestHearing(case_no=no, requested_on=bureau.today)
    assert bureau.do("ins1", asked) == ["HearingRequested"]


def test_a_hearing_is_set_where_its_seven_working_days_are_known(bureau: Any) -> None:
    bureau.at = datetime(LAST, 12, 14, 2, tzinfo=UTC)
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    at = datetime(LAST + 1, 1, 12, 2, tzinfo=UTC)
    bureau.chaired(no)
    call = c.AnnounceHearing(case_no=no, starts_at=at, place="三楼会议室")
    bureau.do("ins1", call)
    # The notice comes while seven days are left of the year that is known.
    notify_by = bureau.state(f"case:{no}").hearing.notify_by
    assert bureau.today < notify_by < date(LAST, 12, 24)
    bureau.hearing_told(no)


def test_a_hearing_is_not_set_where_nobody_can_tell(bureau: Any) -> None:
    bureau.at = EVE
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    at = EVE + timedelta(days=30)
    bureau.chaired(no)
    call = c.AnnounceHearing(case_no=no, starts_at=at, place="三楼会议室")
    assert bureau.refused("ins1", call) == "CALENDAR_UNKNOWN"
