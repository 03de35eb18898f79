"""The demand has to run out before the last day on which the court can be asked (行政强制法 53, 54)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.cases.collect import applying_is_over, suit_ends
from casework.cases.court_time import Window, court_time, demanded
from casework.cases.stages import Stage
from casework.clocks.calendars import day_end
from casework.clocks.periods import period_end
from casework.commands import case as c
from casework.decide import next_actions
from casework.refusal import Refusal
from tests.unit.casework.test_execution import served


def on(bureau: Any, day: date) -> None:
    """Noon of a day in Shanghai."""
    bureau.at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def told(bureau: Any, no: str) -> Any:
    return court_time(bureau.state(f"case:{no}"), bureau.at)


def test_nothing_is_told_before_money_is_overdue_nor_after_the_court_was_asked(bureau: Any) -> None:
    no = served(bureau)
    assert told(bureau, no) is None
    bureau.wait(40)
    assert told(bureau, no).window is Window.DEMAND_BY


def test_the_last_day_for_the_demand_is_warned_of_and_then_the_way_is_closed(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(40)
    first = told(bureau, no)
    assert not first.late
    assert first.by.isoformat() in first.title[0]
    assert first.by.isoformat() in first.text[1]
    # Ten working days after the last day for the demand are over before the last day to apply.
    case = bureau.state(f"case:{no}")
    in_time: Any = demanded(case, first.by, bureau.at)
    too_late: Any = demanded(case, first.by + timedelta(days=1), bureau.at)
    assert (in_time.window, too_late.window) == (Window.APPLY, Window.RUNS_PAST)
    assert in_time.ends < first.last <= too_late.ends
    for day, window in (
        (first.by, Window.DEMAND_TODAY),
        (first.by + timedelta(days=1), Window.DEMAND_LATE),
    ):
        on(bureau, day)
        found = told(bureau, no)
        assert (found.window, found.late) == (window, True)
        assert first.last.isoformat() in found.text[0]


@pytest.mark.parametrize(("back", "window"), [(0, Window.APPLY), (-1, Window.RUNS_PAST)])
def test_what_was_demanded_in_time_can_go_to_the_court_and_what_was_not_cannot(
    bureau: Any, back: int, window: Window
) -> None:
    no = served(bureau)
    bureau.wait(40)
    by, last = told(bureau, no).by, told(bureau, no).last
    on(bureau, by - timedelta(days=back))
    bureau.issue(no, "pressing")
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("ins1", press)
    assert told(bureau, no).window is window
    on(bureau, last)
    apply = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="1号")
    if window is Window.APPLY:
        assert told(bureau, no).window is Window.APPLY_TODAY
        assert bureau.do("head", apply) == ["CourtApplied"]
        assert told(bureau, no) is None
    else:
        assert bureau.refused("head", apply) == "PERIOD_RUNNING"


def test_an_open_suit_makes_the_days_unknown(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(40)
    bureau.do(
        "legal",
        c.RecordRemedy(
            case_no=no,
            kind=c.RemedyKind.SUIT,
            filed_on=bureau.today,
            body="云溪县人民法院",
            document_no="诉1号",
        ),
    )
    assert told(bureau, no) is None


def test_a_period_that_ends_in_a_year_without_holidays_yet_is_told_all_the_same(
    bureau: Any,
) -> None:
    """Served in the last months of a year whose successor is not published: the page has to open."""
    no = bureau.decided()
    bureau.sealed(no)
    case = replace(bureau.state(f"case:{no}"), served_on=date(2098, 11, 27), stage=Stage.EXECUTION)
    at = datetime(2098, 11, 28, 2, tzinfo=UTC)
    assert suit_ends(case) == day_end(date(2099, 5, 27))
    assert court_time(case, at) is None
    pressed = replace(case, pressed_on=date(2098, 12, 28))
    with pytest.raises(Refusal):
        period_end("pressing", date(2098, 12, 28))
    assert court_time(pressed, datetime(2098, 12, 29, 2, tzinfo=UTC)) is None


def leads(bureau: Any, no: str, who: str) -> str | None:
    actions = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return next((one.name for one in actions if one.primary), None)


def test_after_the_time_for_the_court_the_head_writes_off_and_nobody_is_led_to_a_demand(
    bureau: Any,
) -> None:
    no = served(bureau)
    bureau.wait(40)
    last = told(bureau, no).last
    on(bureau, last)
    assert leads(bureau, no, "ins1") == "IssueForm"
    assert leads(bureau, no, "head") != "WriteOff"
    on(bureau, last + timedelta(days=1))
    assert leads(bureau, no, "ins1") not in ("IssueForm", "PressPayment")
    assert leads(bureau, no, "head") == "WriteOff"
    # One may still be served; it leads nobody to the court.
    bureau.issue(no, "pressing")
    assert leads(bureau, no, "ins1") != "PressPayment"
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.do("ins1", press) == ["FinePressed"]


@pytest.mark.parametrize("who", ["ins1", "head"])
def test_the_next_step_is_offered_where_that_year_has_no_holidays_yet(
    bureau: Any, who: str
) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    case = replace(bureau.state(f"case:{no}"), served_on=date(2097, 6, 3), stage=Stage.EXECUTION)
    at = datetime(2098, 6, 3, 2, tzinfo=UTC)
    with pytest.raises(Refusal) as refused:
        applying_is_over(case, at)
    assert refused.value.code == "CALENDAR_UNKNOWN"
    assert next_actions(case, bureau.people[who], at)
