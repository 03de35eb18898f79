"""What a paper tells its party beside the facts: until when, where, to whom, how to pay (处罚法 44, 45, 59)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from casework.cases.state import CaseState
from casework.clocks.calendars import Calendar
from casework.clocks.periods import known
from casework.clocks.rows import row_on
from casework.documents.gaps import AGENCY, OFFICE
from casework.events import Event
from casework.law.rows import parameter
from casework.law.surcharge import surcharge, surcharge_open
from casework.points.parameters import BureauState, parameters
from evidence.dossier.formats import day, moment, yuan

Values = dict[str, Any]
#: Names under `rights`, and the rows of the periods behind them.
_PERIODS: Final = {
    "defence": "defence",
    "hearing": "hearing_request",
    "handling_defence": "handling_defence",
    "payment": "payment",
    "recovery": "recovery_payment",
    "pressing": "pressing",
    "review": "review",
    "suit": "suit",
}
_UNITS: Final = {
    Calendar.HOURS: "小时",
    Calendar.NATURAL_DAYS: "日",
    Calendar.WORKING_DAYS: "个工作日",
    Calendar.MONTHS: "个月",
}
_DIGITS: Final = "零一二三四五六七八九"
_NONE: Final[Mapping[str, str]] = {}


def numeral(number: int) -> str:
    """A number below a hundred in words: 15 → 十五; larger ones in figures."""
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    many = "" if tens == 1 else _DIGITS[tens]
    return f"{many}十{_DIGITS[ones] if ones else ''}" if tens else _DIGITS[ones]


def rights(on: date) -> Values:
    """Each period as the law of a day has it: 五个工作日; "法定期限" where that law knows none."""
    found = {name: _period(row_id, on) for name, row_id in _PERIODS.items()}
    return found | {"surcharge_rate": _percent(parameter("surcharge_rate", on).value)}


def _period(row_id: str, on: date) -> str:
    if not known(row_id, on):
        return "法定期限"
    row = row_on(row_id, on)
    return numeral(row.amount) + _UNITS[row.calendar]


def office(settings: BureauState | None, at: datetime, on: date) -> Values:
    """Where the bureau is found and paid, and who hears its party, as set before `at`.

    What is not set is said to be missing: a paper with a blank in its place would be served so.
    """
    behind: dict[str, tuple[str, ...]] = {
        **{name: (one,) for name, one in OFFICE.items()},
        **{own: (own, other) for own, other in AGENCY.items()},
    }
    return {
        name: next(filter(None, (_set(settings, one, at, on) for one in names)), "")
        or f"（本局参数“{parameters()[names[0]].zh}”未录入）"
        for name, names in behind.items()
    }


def agency(settings: BureauState | None, at: datetime, on: date) -> str:
    """The 经办机构 as a party to the service agreement, as set before `at`; "" where nobody set it."""
    return _set(settings, "agency_name", at, on)


def _set(settings: BureauState | None, name: str, at: datetime, on: date) -> str:
    made = [one for one in settings.settings if one.at is None or one.at <= at] if settings else []
    own = [one.value for one in made if one.name == name and one.valid_from <= on]
    return own[-1] if own else ""


def looked_up(settings: BureauState | None, at: datetime, on: date) -> frozenset[str]:
    """The articles whose duty the bureau looked up before `at`: a paper claims no other unread one."""
    return frozenset(_set(settings, "duty_articles", at, on).split("、")) - {""}


def accruing(case: CaseState, on: date) -> Values:
    """The surcharge up to a day that is neither paid nor written off, and what each further day adds (强制法 54, 处罚法 72)."""
    now, next_day, after = (surcharge(case, on + timedelta(days=days)) for days in range(3))
    # On the day on which it reaches the fine less is added than the rate says (处罚法 72).
    more, last = next_day - now, after - next_day < next_day - now
    due = surcharge_open(case, on)
    rate = ""
    if case.served_on is not None:
        rate = _percent(parameter("surcharge_rate", case.served_on).value)
    return {
        "amount": yuan(due) if due else "",
        "until": day(on),
        "daily": yuan(more) if more and not last else "",
        "rest": yuan(after - now) if more and last else "",
        "rate": rate,
    }


def _percent(rate: str) -> str:
    whole, _, rest = f"{float(rate) * 100:g}".partition(".")
    return f"百分之{numeral(int(whole))}{'点' + ''.join(_DIGITS[int(d)] for d in rest) if rest else ''}"


def on_the_spot(decided: Event | None) -> Values:
    """Where and when a decision on the spot was made, and what the party said (处罚法 52)."""
    data: Mapping[str, Any] = decided.data if decided else _NONE
    return {
        "place": str(data.get("place", "")),
        "moment": moment(decided.at) if decided else "",
        "defence": str(data.get("text", "")),
        "present": str(data.get("present", "")),
        "witness": str(data.get("witness", "")),
    }
