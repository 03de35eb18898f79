"""Periods that reach into a year whose holidays are not published: said plainly, and nothing crashes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.holidays import unknown_years
from casework.commands import case as c
from casework.decide import next_actions
from casework.waits import waits_for

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
