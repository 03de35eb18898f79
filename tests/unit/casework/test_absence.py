"""Who is away: his tasks go to whoever stands in, his signature does not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework.actors import Actor, StandIn
from casework.commands import case as c
from casework.commands import delegation as d
from casework.delegation.state import Absence
from casework.hands import Hand
from casework.notices.tell import hears, told

REGISTER = "mandates:bureau"


def away(bureau: Any, **given: Any) -> d.RecordAbsence:
    days = {"starts_on": bureau.today, "ends_on": bureau.today + timedelta(days=4)}
    return d.RecordAbsence(**days | {"reason": "外出学习", "stand_in": "ins2"} | given)


def standing_in(bureau: Any, who: str) -> Actor:
    """The actor as the graph reads him: with whoever is away and named him."""
    rows = bureau.state(REGISTER).absences
    own = [x for x in rows if x.stand_in is not None and x.stand_in.account == who]
    lent = tuple(StandIn(x.who.account, x.who.name, x.starts_on, x.over_on) for x in own)
    return replace(bureau.people[who], stands_in=lent)


def test_a_task_is_done_by_who_stands_in_while_the_other_is_away(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", away(bureau))
    bureau.do("sup", c.AddTask(case_no=no, title="调取病历", assignee="ins1"))
    done = c.FinishTask(case_no=no, task_id="T1", result="已调取")
    assert bureau.refused("ins3", done) == "NOT_YOURS"
    assert bureau.refused(bureau.people["ins2"], done) == "NOT_YOURS"
    deputy = standing_in(bureau, "ins2")
    assert deputy.stands_for(bureau.today) == {"ins1": "INS1"}
    assert deputy.stands_for(bureau.today + timedelta(days=5)) == {}
    case, event = bureau.state(f"case:{no}"), bureau.streams[f"case:{no}"][-1]
    (task,) = (one for one in told(case, [event]) if one.assignee)
    hearing = [w for w in ("ins2", "ins3") if hears(case, task, standing_in(bureau, w), bureau.at)]
    assert hearing == ["ins2"]
    bureau.do(deputy, done)
    assert bureau.state(f"case:{no}").tasks[0].result == "已调取"


def test_nothing_but_tasks_is_lent(bureau: Any) -> None:
    no = bureau.to_decide()
    bureau.do("head", away(bureau, stand_in="sup"))
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    assert bureau.refused(standing_in(bureau, "sup"), decide) == "ROLE_REQUIRED"


def test_who_is_back_before_the_day_has_his_tasks_again(bureau: Any) -> None:
    bureau.do("ins1", away(bureau))
    back = d.EndAbsence(absence_id="V1", reason="提前返岗")
    assert bureau.refused("ins3", back) == "NOT_YOURS"
    assert bureau.refused("ins1", replace(back, absence_id="V9")) == "NOT_FOUND"
    bureau.do("ins1", back)
    assert standing_in(bureau, "ins2").stands_for(bureau.today) == {}
    assert bureau.refused("ins1", back) == "ALREADY_DONE"
    bureau.do("ins1", away(bureau))
    assert [x.absence_id for x in bureau.state(REGISTER).absences] == ["V1", "V2"]


@pytest.mark.parametrize(
    ("who", "given", "code"),
    [
        ("ins1", {"stand_in": "ins1"}, "NOT_TO_DEPUTY"),
        ("ins1", {"stand_in": "doc"}, "ACCOUNT_UNFIT"),
        ("ins1", {"login": "ins2"}, "NOT_YOURS"),
        ("doc", {}, "ROLE_REQUIRED"),
        ("ins1", {"ends_on": date(2020, 1, 1)}, "DATE_ORDER"),
        ("ins1", {"reason": " "}, "FIELD_REQUIRED"),
        ("sup", {"login": "ins3", "stand_in": "agency"}, "ACCOUNT_UNFIT"),
        ("agency", {}, "ALREADY_EXISTS"),
    ],
)
def test_refused(bureau: Any, who: str, given: dict[str, Any], code: str) -> None:
    bureau.do("agency", away(bureau, stand_in=None))
    before = len(bureau.streams[REGISTER])
    assert bureau.refused(who, away(bureau, **given)) == code
    assert len(bureau.streams[REGISTER]) == before


def test_who_leads_says_it_for_one_who_fell_ill(bureau: Any) -> None:
    bureau.do("sup", away(bureau, login="ins1"))
    one = bureau.state(REGISTER).absences[0]
    assert (one.who.account, one.stand_in.account) == ("ins1", "ins2")
    bureau.do("sup", d.EndAbsence(absence_id="V1", reason="康复返岗"))


DAY = st.integers(0, 30).map(lambda n: date(2026, 3, 1) + timedelta(days=n))


@given(DAY, DAY, DAY, DAY, st.none() | DAY)
@example(date(2026, 3, 5), date(2026, 3, 10), date(2026, 3, 1), date(2026, 3, 6), date(2026, 3, 3))
def test_days_meet_as_sets_of_days_do(
    first: date, last: date, since: date, until: date, back: date | None
) -> None:
    one = Absence("V1", Hand("a", "a", "A"), None, first, last, "x", back)
    days = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    there = {day for day in days if back is None or day < back}
    asked = {since + timedelta(days=n) for n in range((until - since).days + 1)}
    assert one.meets(since, until) == bool(there & asked)
