"""What the case page says at its head: whose the case is to punish, how long the court can be asked, whom it names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import strawberry

from api.measure.convert import role_of
from api.names import Language, pick
from casework.cases.court_time import CourtTime
from casework.cases.reach import Reach
from casework.clocks.calendars import local_date
from graph.measures.barred import Barred


@strawberry.type
class CasePlace:
    """An institution outside the county, or one of which nobody can tell: why, and the cure.

    ``outside``: the case goes to the place of care. Else the parameter ``own_area`` is to be set.
    """

    outside: bool
    title: str
    text: str


@strawberry.type
class CaseCourtTime:
    """How the demand for payment stands to the last day on which the court can be asked to enforce.

    ``late``: that way is closed, or closes today. ``by``: the last day to serve the demand, ``last`` the
    last to ask the court.
    """

    late: bool
    by: date
    last: date
    title: str
    text: str


def court_time_of(court: CourtTime | None, language: Language) -> CaseCourtTime | None:
    """None where nothing is to be demanded, or the party may still stop it."""
    if court is None:
        return None
    title, text = pick(language, *court.title), pick(language, *court.text)
    return CaseCourtTime(late=court.late, by=court.by, last=court.last, title=title, text=text)


def barred_of(barred: Iterable[Barred], language: Language) -> list[str]:
    """Each bar from managing (条例 43) of whoever has the name of the party's representative."""
    return [
        pick(
            language,
            f"当事人登记的法定代表人（负责人）与受从业禁止的 {one.name}（{one.institution}{role_of(one.measure, language)}，"
            f"居民身份证号码 {one.identity_no}，禁止至 {_until(one)}）同名，请核对证件号码：同一人不得管理定点医药机构（条例第四十三条）",
            f"The party's representative has the name of {one.name} ({role_of(one.measure, language)} of {one.institution}, "
            f"identity number {one.identity_no}), who is barred until {_until(one)}: compare the cards. "
            "Whoever is barred may manage no designated institution (Regulation art. 43)",
        )
        for one in barred
    ]


def _until(one: Barred) -> str:
    """The first day on which he may manage again."""
    return local_date(one.measure.ends_at).isoformat() if one.measure.ends_at else ""


def place_of(reach: Reach | None, language: Language) -> CasePlace | None:
    """None where the bureau may punish the party."""
    if reach is None:
        return None
    title, text = pick(language, *reach.title), pick(language, *reach.text)
    return CasePlace(outside=reach.outside, title=title, text=text)
