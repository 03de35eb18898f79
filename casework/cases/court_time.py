"""Whether the court can still be asked to enforce: the demand has to run out before the three months do.

Ten working days have to pass after the demand (行政强制法 54), and the court is asked within three months
after the party can no longer sue (行政强制法 53): a demand that is served too late closes that way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from casework.cases.collect import OWING, applying_is_over, is_overdue, suit_ends
from casework.cases.guards import owed
from casework.cases.state import CaseState
from casework.cases.stopped import put_off, stopping
from casework.clocks.calendars import Calendar, local_date
from casework.clocks.periods import foreseen, if_known, period_end
from casework.clocks.rows import row_on
from casework.commands.case import Path
from casework.refusal import Refusal


class Window(StrEnum):
    """How the demand and the three months stand to each other."""

    #: Nothing is served yet: the last day for the demand is to come, is today, or is past.
    DEMAND_BY = "demand_by"
    DEMAND_TODAY = "demand_today"
    DEMAND_LATE = "demand_late"
    #: It is served: the court can be asked from a day to a day, only today, or no more.
    APPLY = "apply"
    APPLY_TODAY = "apply_today"
    RUNS_PAST = "runs_past"


@dataclass(frozen=True)
class CourtTime:
    """`by` is the last day to serve the demand, `ends` when a demand of now, or the served one, runs out.

    `last` is the last day on which the court can be asked.
    """

    window: Window
    last: date
    by: date
    ends: date

    @property
    def late(self) -> bool:
        """Whether the way to the court is closed already, or closes today."""
        return self.window not in (Window.DEMAND_BY, Window.APPLY)

    @property
    def title(self) -> tuple[str, str]:
        """In one line, Chinese and English."""
        return self._said(TITLES)

    @property
    def text(self) -> tuple[str, str]:
        """Why, and the lawful next step, Chinese and English."""
        return self._said(TEXTS)

    def _said(self, words: Mapping[Window, tuple[str, str]]) -> tuple[str, str]:
        zh, en = words[self.window]
        first = self.ends + timedelta(days=1)
        days = {"last": self.last, "by": self.by, "ends": self.ends, "first": first}
        return zh.format(**days), en.format(**days)


def court_time(case: CaseState, at: datetime) -> CourtTime | None:
    """None where nothing is to be demanded or collected by the court, or the party may still stop it.

    And where the days lie in a year whose holidays are not published yet: nothing can be told of them.
    """
    return if_known(lambda: _court_time(case, at))


def _court_time(case: CaseState, at: datetime) -> CourtTime | None:
    if not _collects(case, at) or case.served_on is None:
        return None
    today, last = local_date(at), _end("court_application", local_date(suit_ends(case)))
    by = _latest(last)
    if case.pressed_on is None:
        if not is_overdue(case, at):
            return None
        window = Window.DEMAND_LATE
        if today <= by:
            window = Window.DEMAND_TODAY if today == by else Window.DEMAND_BY
        return CourtTime(window, last, by, _end("pressing", today))
    ran = put_off(case, period_end("pressing", case.pressed_on), Calendar.WORKING_DAYS)
    ends, window = local_date(ran), Window.APPLY
    if ends >= last:
        window = Window.RUNS_PAST
    elif today == last:
        window = Window.APPLY_TODAY
    return None if applying_is_over(case, at) else CourtTime(window, last, by, ends)


def demanded(case: CaseState, served_on: date, at: datetime) -> CourtTime | None:
    """What a demand served on a day would mean."""
    found = court_time(case, at)
    if found is None:
        return None
    ends = _end("pressing", served_on)
    window = Window.RUNS_PAST if ends >= found.last else Window.APPLY
    return CourtTime(window, found.last, found.by, ends)


def _collects(case: CaseState, at: datetime) -> bool:
    """A decision of the penalty procedure stands, is owed, and neither with a court nor stopped."""
    open_remedy = any(one.outcome is None for one in case.standing_remedies)
    free = not (case.court_applied or case.court_refused_on or open_remedy or stopping(case, at))
    return case.path is not Path.AGREEMENT and case.stage in OWING and free and bool(owed(case))


def _latest(last: date) -> date:
    """The last day on which a demand can be served that runs out before the last day to apply."""
    day = last - timedelta(days=1)
    while _end("pressing", day) >= last:
        day -= timedelta(days=1)
    return day


def _end(row_id: str, starts: date) -> date:
    """The last day of a period, where holidays are not published yet on the safe side of them.

    Months end by then without rolling on; working days are taken to last twice as long.
    """
    try:
        return local_date(foreseen(row_id, starts))
    except Refusal:
        return starts + timedelta(days=2 * row_on(row_id, starts).amount)


TITLES: Final = {
    Window.DEMAND_BY: (
        "催告书最迟应于 {by} 送达",
        "The demand has to be served by {by}",
    ),
    Window.DEMAND_TODAY: (
        "今天是送达催告书的最后一日",
        "Today is the last day to serve the demand",
    ),
    Window.DEMAND_LATE: (
        "催告书来不及在申请期限内届满",
        "A demand can no longer run out in time for the court",
    ),
    Window.APPLY: (
        "{first} 至 {last} 可申请法院强制执行",
        "The court can be asked from {first} to {last}",
    ),
    Window.APPLY_TODAY: (
        "今天是申请法院强制执行的最后一日",
        "Today is the last day to ask the court",
    ),
    Window.RUNS_PAST: (
        "催告期满时已超过申请法院强制执行的期限",
        "The demand runs out after the last day to ask the court",
    ),
}
_WHY: Final = (
    "申请法院强制执行最迟 {last}（行政强制法第五十三条），催告满十个工作日后方可申请（第五十四条）"
)
_WHY_EN: Final = (
    "The court can be asked until {last} (Coercion Law article 53), and only ten working days after "
    "the demand (article 54)"
)
_CURE: Final = "；当事人自行缴纳的照常登记，确实无法追缴的，由主要负责人说明理由后核销。"
_CURE_EN: Final = (
    ". What the party pays is recorded as before; what cannot be collected is for the head to write "
    "off, with the reason."
)
TEXTS: Final = {
    Window.DEMAND_BY: (
        _WHY + "；{by} 之后送达的，来不及申请。",
        _WHY_EN + "; one served after {by} is too late for it.",
    ),
    Window.DEMAND_TODAY: (
        _WHY + "；请今天出具并送达催告书，明天送达即来不及申请。",
        _WHY_EN + ". Issue and serve the demand today: tomorrow is too late.",
    ),
    Window.DEMAND_LATE: (
        _WHY + "；今天送达的，{ends} 才期满" + _CURE,
        _WHY_EN + "; one served today runs out on {ends}" + _CURE_EN,
    ),
    Window.APPLY: (_WHY + "；催告期于 {ends} 届满。", _WHY_EN + "; the demand runs out on {ends}."),
    Window.APPLY_TODAY: (_WHY + "；请今天提出申请。", _WHY_EN + ". Ask it today."),
    Window.RUNS_PAST: (
        _WHY + "；催告期 {ends} 才届满" + _CURE,
        _WHY_EN + "; the demand runs out on {ends}" + _CURE_EN,
    ),
}
