"""What the case page says at its head: whose the case is to punish, how long the court can be asked, whom it names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import strawberry

from api.names import Language, pick
from casework.cases.court_time import CourtTime
from casework.cases.reach import Reach
from casework.cases.state import CaseState
from casework.cases.transfer import leaves_whole
from casework.measures.namesakes import Barred, text_of, title_of
from casework.points.freed import Freed


@strawberry.type
class CasePlace:
    """An institution outside the county, or one of which nobody can tell: why, and the cure.

    ``outside``: the case goes to the place of care. Else the parameter ``own_area`` is to be set.
    ``whole``: it may go there as a whole; else only a clue of it goes, and the case goes on here.
    """

    outside: bool
    title: str
    text: str
    whole: bool


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


@strawberry.type
class CaseBarred:
    """A bar from managing (条例 43) of the party's representative.

    ``certain``: he has the number of who is barred; else only the name, and the cards are to be compared.
    """

    certain: bool
    title: str
    text: str


@strawberry.type
class CaseFreed:
    """Days on which a doctor was barred by a score that fell since, and whose fees the case took."""

    prac_psn_code: str
    name: str
    entry_id: str
    why: str
    starts: date
    until: date


def freed_of(freed: Iterable[Freed]) -> list[CaseFreed]:
    """Each stretch of them."""
    return [
        CaseFreed(
            prac_psn_code=one.prac_psn_code, name=one.name, entry_id=one.entry_id, why=one.why,
            starts=one.starts, until=one.until,
        )
        for one in freed
    ]  # fmt: skip


def barred_of(barred: Iterable[Barred], language: Language) -> list[CaseBarred]:
    """Each bar of the party's representative or of a namesake, what is certain first."""
    return [
        CaseBarred(
            certain=one.certain,
            title=pick(language, *title_of(one)),
            text=pick(language, *text_of(one)),
        )
        for one in barred
    ]


def place_of(reach: Reach | None, case: CaseState, language: Language) -> CasePlace | None:
    """None where the bureau may punish the party."""
    if reach is None:
        return None
    title, text = pick(language, *reach.title), pick(language, *reach.text)
    whole = leaves_whole(case)
    return CasePlace(outside=reach.outside, title=title, text=text, whole=whole)
