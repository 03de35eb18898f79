"""One doctor's file: both ledgers, standing today, clocks, the restoration, next acts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import neo4j

from casework.actors import BUREAU, Viewer
from casework.acts import Action
from casework.cases.fold import fold_case
from casework.clocks.calendars import day_end, local_date
from casework.clocks.deadlines import Deadline, deadlines, events_until
from casework.decide import fold, next_actions
from casework.events import Event
from casework.points.fold import fold_points
from casework.points.history import Span, history
from casework.points.office import RECORDERS
from casework.points.parameters import STREAM, BureauState, fold_bureau
from casework.points.standing import Sanction, Standing, lasted, standing, totals
from casework.points.state import PointsState
from casework.restoration.learn import earned
from casework.restoration.ledgers import CaseBook, book_of, cases_of, without_case
from casework.restoration.police import behind, with_police
from graph.cases.read import visible
from graph.cases.scope import file_scope
from graph.events.load import load
from graph.points.twice import TwiceUsed, twice_used


@dataclass(frozen=True)
class PointsPage:
    """A file for one viewer; `totals` per natural year, `earned` of the latest application."""

    state: PointsState
    standing: Standing
    totals: dict[int, int]
    sanctions: tuple[Sanction, ...]
    earned: int
    events: tuple[Event, ...]
    deadlines: tuple[Deadline, ...]
    actions: tuple[Action, ...]
    history: tuple[Span, ...] = ()
    #: Ledgers of the cases behind an open application, as far as the viewer sees those cases.
    books: tuple[CaseBook, ...] = ()
    #: Scores of the application that rest on no case here; none for who sees no cases.
    bookless: tuple[str, ...] = ()
    #: Certificates that prove something on another file, too; for the bureau alone.
    twice: tuple[TwiceUsed, ...] = ()
    #: The bureau's parameters, by which its papers name the agency; None on a page of many.
    settings: BureauState | None = None


@dataclass(frozen=True)
class AsOf:
    """A file on an earlier day: as it was known then, and that day as it is known today."""

    on: date
    known: PointsPage | None
    standing_today: Standing


async def points_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, at: datetime
) -> PointsPage | None:
    """Return the file, or None when it is missing or not the viewer's to see."""
    stream = f"points:{prac_psn_code}"
    chains = await load(driver, stream, STREAM)
    events = chains[stream]
    state = fold_points(prac_psn_code, events)
    if not state.version or not file_visible(state, viewer):
        return None
    # Whether points are repaired decides what is offered, also to a hospital, which sees no parameter.
    settings = fold_bureau(chains[STREAM])
    mode = settings.value("national_repair", local_date(at))
    recorders = settings.value(RECORDERS, local_date(at))
    cases = await load(driver, *(f"case:{no}" for no in behind(state))) if behind(state) else {}
    barred = with_police(state, {stream: fold(stream, found) for stream, found in cases.items()})
    known = replace(barred, repair_mode=mode, score_recorders=recorders)
    page = page_of(known, events, viewer, at)
    (told,) = await with_books(driver, viewer, [page])
    return replace(told, twice=await twice_used(driver, viewer, state), settings=settings)


async def with_books(
    driver: neo4j.AsyncDriver, viewer: Viewer, pages: Sequence[PointsPage]
) -> list[PointsPage]:
    """The same pages, each with the ledgers of the cases behind its application."""
    wanted = dict.fromkeys(no for page in pages for no in cases_of(page.state))
    chains = await load(driver, *(f"case:{no}" for no in wanted)) if wanted else {}
    cases = {no: fold_case(no, chains[f"case:{no}"]) for no in wanted}
    seen = {no for no, case in cases.items() if case.version and visible(case, viewer)}
    inside = viewer.actor.holds(*BUREAU)
    return [
        replace(
            page,
            books=tuple(
                book_of(page.state, cases[no], chains[f"case:{no}"])
                for no in cases_of(page.state)
                if no in seen
            ),
            bookless=without_case(page.state) if inside else (),
        )
        for page in pages
    ]


async def points_as_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, prac_psn_code: str, on: date
) -> AsOf | None:
    """Return the file as of the end of a day, or None when it is not the viewer's to see.

    Both answers matter: what was known then explains what was done then; what is known today,
    after corrections and annulled decisions, says what should have been.
    """
    stream = f"points:{prac_psn_code}"
    events = (await load(driver, stream))[stream]
    state = fold_points(prac_psn_code, events)
    if not state.version or not file_visible(state, viewer):
        return None
    then = events_until(events, on)
    known = fold_points(prac_psn_code, then)
    page = replace(page_of(known, then, viewer, day_end(on)), actions=()) if then else None
    return AsOf(on, page, standing(state, on))


def page_of(
    state: PointsState, events: Sequence[Event], viewer: Viewer, at: datetime
) -> PointsPage:
    """Build the page from a folded file. Approval forms are the bureau's own papers, and so is what the
    police have."""
    shown = state if viewer.actor.holds(*BUREAU) else replace(state, approvals=(), police=None)
    return PointsPage(
        state=shown,
        standing=standing(state, local_date(at)),
        totals=totals(state),
        sanctions=lasted(state, local_date(at)),
        earned=earned(state, local_date(at)),
        events=tuple(events),
        deadlines=deadlines(events, at),
        actions=next_actions(state, viewer.actor, at),
        history=history(state),
    )


def file_visible(state: PointsState, viewer: Viewer) -> bool:
    """Whether the viewer may see the file."""
    scope = file_scope(viewer.actor)
    return (
        scope.everything
        or (scope.institution is not None and scope.institution in state.readers)
        or (scope.doctor is not None and scope.doctor == state.prac_psn_code)
    )
