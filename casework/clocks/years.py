"""A year's holidays and make-up days as the State Council's notice (国办发明电) has them, typed by the bureau.

The library knows a year only with its next version. What the bureau entered counts until then; once the
library knows the year it counts, and `holidays.differences` says where the two differ.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from casework.refusal import Refusal, refuse
from casework.wording import Both

#: Holidays by what a notice calls them, in the order of the year.
HOLIDAYS: Final = {
    "元旦": Both("元旦", "New Year's Day"),
    "春节": Both("春节", "Spring Festival"),
    "清明": Both("清明节", "Tomb-sweeping Day"),
    "劳动": Both("劳动节", "Labour Day"),
    "端午": Both("端午节", "Dragon Boat Festival"),
    "中秋": Both("中秋节", "Mid-autumn Festival"),
    "国庆": Both("国庆节", "National Day"),
}
#: Off in every year by 《全国年节及纪念日放假办法》第二条; the others go by the moon.
ALWAYS: Final = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
#: No notice ever gave more days in a row: a longer stretch is a slip of the pen.
LONGEST: Final = 12
_YEAR: Final = re.compile(r"\s*(20\d\d)\s*年?\s*[:：;；,，]?\s*")
_ITEM: Final = re.compile(
    r"(?P<names>[^\d]+?)\s*[:：]?\s*(?P<off>\d[^班w]*?)(?:[,，、\s]*(?:上班|班|worked|work)\s*[:：]?\s*(?P<worked>\d.*))?"
)
_SPAN: Final = re.compile(r"(?P<first>[^-–—~～至到]+)(?:\s*[-–—~～至到]\s*(?P<last>.+))?")
_DAY: Final = re.compile(
    r"(?:(?P<year>20\d\d)\s*[.年])?(?:(?P<month>\d{1,2})\s*[.月])?(?P<day>\d{1,2})日?"
)


@dataclass(frozen=True)
class Year:
    """Days off and worked weekends of a year, each with its holiday.

    Make-up days of its first holiday may lie in the December before.
    """

    number: int
    off: Mapping[date, Both]
    worked: Mapping[date, Both]

    def names(self, day: date) -> bool:
        """Whether the notice says something of the day."""
        return day in self.off or day in self.worked

    def works(self, day: date) -> bool:
        """Whether a day is worked."""
        return day in self.worked or (day not in self.off and day.weekday() < 5)

    def holiday(self, day: date) -> Both | None:
        """The holiday for which a day is off, or worked."""
        return self.off.get(day) or self.worked.get(day)

    @property
    def shown(self) -> Both:
        """In one line."""
        zh, en = [], []
        for name in dict.fromkeys([*self.off.values(), *self.worked.values()]):
            off = _spans(day for day, one in self.off.items() if one == name)
            worked = sorted(day for day, one in self.worked.items() if one == name)
            make_up = "、".join(f"{day.month}月{day.day}日" for day in worked)
            zh.append(f"{name.zh} {off.zh}" + (f"（{make_up}上班）" if worked else ""))
            make_up = ", ".join(f"{day:%m-%d}" for day in worked)
            en.append(f"{name.en} {off.en}" + (f" ({make_up} worked)" if worked else ""))
        return Both(f"{self.number} 年：" + "；".join(zh), f"{self.number}: " + "; ".join(en))


@cache
def read_year(text: str) -> Year:
    """Read what was typed: 「2027：元旦 1.1-1.3 班 1.4；春节 2.5-2.11 班 1.30、2.14；…」.

    Refuses BAD_VALUE with what does not fit: a holiday without days, a day that is none of the year, a
    make-up day that is no weekend, a day both off and worked.
    """
    head = _YEAR.match(text)
    if head is None:
        raise _bad(
            "应以年份开头，如“2027：元旦 1.1-1.3 …”",
            "begin with the year, such as '2027: New Year's Day 1.1-1.3 …'",
        )
    number, off, worked = int(head[1]), dict[date, Both](), dict[date, Both]()
    items = [one.strip(" 。.") for one in re.split(r"[;；\n]", text[head.end() :])]
    for item in filter(None, items):
        name, days, makes_up = _item(item, number)
        for found, kept in ((days, off), (makes_up, worked)):
            for day in found:
                if day in off or day in worked:
                    raise _bad(f"{_cn(day)}写了两次", f"{day.isoformat()} stands there twice")
                kept[day] = name
    year = Year(number, off, worked)
    _whole(year)
    return year


def year_of(text: str) -> Year | None:
    """The same; None for what cannot be read."""
    try:
        return read_year(text)
    except Refusal:
        return None


def _item(item: str, number: int) -> tuple[Both, list[date], list[date]]:
    found = _ITEM.fullmatch(item)
    if found is None:
        raise _bad(
            f"“{item}”无法识别，应为“节日 放假日期 班 上班日期”",
            f"'{item}': write the holiday, its days off, 'work', the days worked",
        )
    name = _name(found["names"])
    off = [day for span in _parts(found["off"]) for day in _span(span, number)]
    worked = [day for span in _parts(found["worked"] or "") for day in _span(span, number)]
    for day in worked:
        if day.weekday() < 5:
            raise _bad(
                f"{_cn(day)}不是周六、周日，不是调休上班日",
                f"{day.isoformat()} is no weekend: it makes up for nothing",
            )
    return name, off, worked


def _name(text: str) -> Both:
    """One holiday, or several that fall together (国庆节、中秋节)."""
    low = text.lower()
    found = [
        one
        for key, one in HOLIDAYS.items()
        if key in text or one.en.lower() in low.replace("’", "'")
    ]
    if not found:
        raise _bad(f"“{text.strip()}”不是法定节日", f"'{text.strip()}' is no statutory holiday")
    return Both("、".join(one.zh for one in found), ", ".join(one.en for one in found))


def _parts(text: str) -> list[str]:
    return [
        one for one in re.split(r"[,，、\s]+", re.sub(r"\s*([-–—~～至到])\s*", r"\1", text)) if one
    ]


def _span(text: str, number: int) -> Iterator[date]:
    found = _SPAN.fullmatch(text)
    first = _day(found["first"], number, None) if found else None
    last = _day(found["last"], number, first) if found and found["last"] else first
    if first is None or last is None or not 0 <= (last - first).days < LONGEST:
        raise _bad(f"日期“{text}”不正确", f"the days '{text}' are wrong")
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _day(text: str, number: int, since: date | None) -> date | None:
    """A day of the year, or where it says so of the December before; a bare number is of the month of `since`."""
    found = _DAY.fullmatch(text.strip())
    month = found["month"] if found else None
    if found is None or (month is None and since is None):
        return None
    year = int(found["year"]) if found["year"] else since.year if since else number
    try:
        day = date(year, int(month) if month else since.month if since else 0, int(found["day"]))
    except ValueError:
        return None
    return day if date(number - 1, 12, 1) <= day <= date(number, 12, 31) else None


def _whole(year: Year) -> None:
    """No holiday is missing, and the days that are off in every year are."""
    named = "".join(one.zh for one in year.off.values())
    lacking = [one for key, one in HOLIDAYS.items() if key not in named]
    if lacking:
        raise _bad(
            f"缺少{'、'.join(one.zh for one in lacking)}的放假日期",
            f"the days of {', '.join(one.en for one in lacking)} are missing",
        )
    for month, number in ALWAYS:
        day = date(year.number, month, number)
        if day not in year.off:
            raise _bad(
                f"{_cn(day)}是法定节假日，应列为放假", f"{day.isoformat()} is a statutory holiday"
            )


def _spans(days: Iterator[date]) -> Both:
    """Days as stretches."""
    found: list[list[date]] = []
    for day in sorted(days):
        if found and day - found[-1][-1] == timedelta(days=1):
            found[-1].append(day)
        else:
            found.append([day])
    ends = [(one[0], one[-1]) for one in found]
    zh = (f"{a.month}月{a.day}日" + (f"至{b.month}月{b.day}日" if b > a else "") for a, b in ends)
    en = (f"{a:%m-%d}" + (f" to {b:%m-%d}" if b > a else "") for a, b in ends)
    return Both("、".join(zh), ", ".join(en))


def _cn(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def _bad(why: str, why_en: str) -> Refusal:
    return refuse("BAD_VALUE", field="放假安排", field_en="the holidays", why=why, why_en=why_en)
