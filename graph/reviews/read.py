"""The cases whose next step is the viewer's, each with what happened since he last looked at it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.acts import Action
from casework.cases.differences import Change, between
from casework.cases.fold import fold_case
from casework.cases.insured import insured_names
from casework.cases.place import located
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import deadlines, first_of, working_days_left
from casework.decide import step_of
from casework.events import Event
from casework.points.parameters import BureauState
from casework.reviews.bulk import may_bulk
from graph.cases.frauds import with_frauds
from graph.cases.measured import with_measures
from graph.cases.page import masked
from graph.events.load import load
from graph.points.parameters import bureau_parameters
from graph.projections.case import running
from graph.projections.waiting import asking
from graph.reviews.looks import seen_to

MAX_PAGE: Final = 50
#: Only what waits for a role of the viewer is folded, a page at a time; a case that is over may wait as well.
WAITING: Final[LiteralString] = """
MATCH (c:Case)
WHERE any(role IN $roles WHERE role IN c.waits_for)
   OR any(name IN $people WHERE name IN c.waits_on)
WITH c, coalesce(c.next_due, '9999') AS due
WHERE $after_due IS NULL OR due > $after_due OR (due = $after_due AND c.case_no > $after_no)
WITH c, due ORDER BY due, c.case_no LIMIT $limit
OPTIONAL MATCH (l:Look {key: $me + '|case:' + c.case_no})
RETURN c.case_no AS case_no, due, l.seq AS seq, l.at AS looked_at
ORDER BY due, case_no
"""


@dataclass(frozen=True)
class Review:
    """One case that waits. `since` are the events after the last look, the viewer's own left out.

    `looked_at`: when he looked at it or acted on it; None: never, then everything is new. `changes`: in what the case differs
    from how he saw it. `bulk`: may be approved with others.
    """

    case: CaseState
    action: Action
    due: datetime | None
    working_days_left: int | None
    looked_at: datetime | None
    since: tuple[Event, ...]
    bulk: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class ReviewPage:
    """A page of reviews, the nearest deadline first, and where it ended."""

    reviews: tuple[Review, ...]
    end: tuple[str, str] | None
    has_more: bool


async def list_reviews(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    *,
    first: int = 20,
    after: tuple[str, str] | None = None,
) -> ReviewPage:
    """Return what waits for the viewer himself; what four eyes keep from him is left out."""
    actor, limit = viewer.actor, max(1, min(first, MAX_PAGE))
    if not actor.holds(*BUREAU):
        return ReviewPage((), None, has_more=False)
    rows, _, _ = await driver.execute_query(
        WAITING,
        me=actor.account,
        **asking(actor, at),
        after_due=after[0] if after else None,
        after_no=after[1] if after else None,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    shown, bureau = rows[:limit], await bureau_parameters(driver, viewer)
    chains = await load(driver, *(f"case:{row['case_no']}" for row in shown))
    folded = (fold_case(row["case_no"], chains[f"case:{row['case_no']}"]) for row in shown)
    cases = await with_frauds(driver, await with_measures(driver, folded))
    found = [
        _review(row, cases[row["case_no"]], chains[f"case:{row['case_no']}"], bureau, viewer, at)
        for row in shown
    ]
    end = (shown[-1]["due"], shown[-1]["case_no"]) if shown else None
    return ReviewPage(tuple(one for one in found if one), end, len(rows) > limit)


def _review(
    row: neo4j.Record,
    case: CaseState,
    events: list[Event],
    bureau: BureauState,
    viewer: Viewer,
    at: datetime,
) -> Review | None:
    case = located(case, bureau, local_date(at))
    action = step_of(case, viewer.actor, at)
    if action is None:
        return None
    first = first_of(running(case, deadlines(events, at)))
    due = first.due if first else None
    own = viewer.actor.account
    mine = [e for e in events if e.actor == own]
    seen, looked_at = seen_to(row["seq"], row["looked_at"], mine)
    since = [e for e in events if e.seq > seen and e.actor != own]
    changes = between(case.case_no, events, seen) if seen else ()
    if viewer.masked:
        names = insured_names(case)
        changes = tuple(one.masked(names) for one in changes)
        case, since = masked(case, since)
    return Review(
        case=case,
        action=action,
        due=due,
        working_days_left=working_days_left(first.calendar if first else None, due, at),
        looked_at=looked_at,
        since=tuple(since),
        bulk=may_bulk(action.name, local_date(at)),
        changes=changes,
    )
