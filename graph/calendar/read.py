"""Deadlines in a stretch of days, and how many fall on each: read from their nodes, nothing is folded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.events import utc_text
from casework.notices.rows import party_deadlines
from graph.cases.scope import case_scope, file_scope
from graph.projections.waiting import asking

MAX_PAGE: Final = 200
#: What runs in the stretch; of the party's own case only its own deadlines.
_FOUND: Final[LiteralString] = """
CALL () {
  MATCH (d:Deadline)-[:OF]->(o:Case)
  WHERE d.day >= $since AND d.day < $until AND d.runs
    AND ($cases_all OR (o.party_kind = 'institution' AND o.party_key = $case_institution
                        AND o.notified AND d.row IN $party_rows))
    AND (NOT $mine OR any(role IN $roles WHERE role IN o.waits_for)
         OR any(name IN $people WHERE name IN o.officers OR name IN o.waits_on))
  RETURN d, 'case' AS kind, o.case_no AS of, o.title AS title, o.officers AS officers
  UNION ALL
  MATCH (d:Deadline)-[:OF]->(o:DoctorFile)
  WHERE d.day >= $since AND d.day < $until AND d.runs
    AND ($files_all OR $file_institution IN o.institutions OR o.prac_psn_code = $doctor)
    AND (NOT $mine OR any(role IN $roles WHERE role IN o.waits_for))
  RETURN d, 'points' AS kind, o.prac_psn_code AS of, o.name AS title, [] AS officers
  UNION ALL
  MATCH (d:Deadline)-[:OF]->(o:Inspection)
  WHERE d.day >= $since AND d.day < $until AND d.runs AND $inspections_all
    AND (NOT $mine OR any(name IN $people WHERE name IN o.officers))
  RETURN d, 'inspection' AS kind, o.inspection_no AS of, o.title AS title, o.officers AS officers
}
"""
LIST: Final[LiteralString] = (
    _FOUND
    + """
WITH d, kind, of, title, officers
WHERE $after_due IS NULL OR d.due > $after_due OR (d.due = $after_due AND d.key > $after_key)
RETURN properties(d) AS d, kind, of, title, officers
ORDER BY d.due, d.key LIMIT $limit
"""
)
DAYS: Final[LiteralString] = (
    _FOUND
    + """
WITH d, CASE kind WHEN 'points' THEN title ELSE of END AS called ORDER BY d.due, d.key
RETURN d.day AS day, count(*) AS total,
       count(CASE WHEN d.due < $now AND NOT d.paused THEN 1 END) AS overdue,
       collect({zh: d.zh, en: d.en, of: called})[..3] AS first
ORDER BY day
"""
)


@dataclass(frozen=True)
class Stretch:
    """Days from `since` until before `until`; `mine`: where I am an officer or have the next step."""

    since: date
    until: date
    mine: bool = False


@dataclass(frozen=True)
class Due:
    """One deadline. `kind`: case, points or inspection; `of` its number or the doctor's code; times UTC."""

    key: str
    row: str
    zh: str
    en: str
    basis: str
    mark: str
    calendar: str
    started_at: datetime
    due: datetime
    paused: bool
    lapses: bool
    kind: str
    of: str
    title: str
    officers: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """What falls due on a day of Beijing; `first` names at most three: (zh, en, case number or doctor's name)."""

    day: date
    total: int
    overdue: int
    first: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class DuePage:
    """A page of deadlines, the earliest first."""

    rows: tuple[Due, ...]
    has_more: bool


async def list_due(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    stretch: Stretch,
    at: datetime,
    *,
    first: int = 50,
    after: tuple[str, str] | None = None,
) -> DuePage:
    """Return a page of the deadlines that the viewer may see; `after` is (due, key) of the last."""
    limit = max(1, min(first, MAX_PAGE))
    rows, _, _ = await driver.execute_query(
        LIST,
        _values(viewer, stretch, at),
        after_due=after[0] if after else None,
        after_key=after[1] if after else None,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    return DuePage(tuple(_due(row) for row in rows[:limit]), len(rows) > limit)


async def every_due(
    driver: neo4j.AsyncDriver, viewer: Viewer, stretch: Stretch, at: datetime
) -> tuple[Due, ...]:
    """Return all of a stretch: for what is taken along."""
    rows, _, _ = await driver.execute_query(
        LIST,
        _values(viewer, stretch, at),
        after_due=None,
        after_key=None,
        limit=10_000,
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple(_due(row) for row in rows)


async def list_days(
    driver: neo4j.AsyncDriver, viewer: Viewer, stretch: Stretch, at: datetime
) -> Sequence[Day]:
    """Return the days on which something falls due."""
    rows, _, _ = await driver.execute_query(
        DAYS, _values(viewer, stretch, at), routing_=neo4j.RoutingControl.READ
    )
    return tuple(
        Day(
            date.fromisoformat(row["day"]),
            row["total"],
            row["overdue"],
            tuple((one["zh"], one["en"], one["of"]) for one in row["first"]),
        )
        for row in rows
    )


def _values(viewer: Viewer, stretch: Stretch, at: datetime) -> dict[str, Any]:
    actor = viewer.actor
    cases, files = case_scope(actor), file_scope(actor)
    return {
        "since": stretch.since.isoformat(),
        "until": stretch.until.isoformat(),
        "mine": stretch.mine and actor.holds(*BUREAU),
        **asking(actor, at),
        "cases_all": cases.everything,
        "case_institution": cases.institution,
        "party_rows": sorted(party_deadlines()),
        "files_all": files.everything,
        "inspections_all": actor.holds(*BUREAU),
        "file_institution": files.institution,
        "doctor": files.doctor,
        "now": utc_text(at),
    }


def _due(row: neo4j.Record) -> Due:
    node = row["d"]
    return Due(
        key=node["key"],
        row=node["row"],
        zh=node["zh"],
        en=node["en"],
        basis=node["basis"],
        mark=node["mark"],
        calendar=node["calendar"],
        started_at=datetime.fromisoformat(node["started_at"]),
        due=datetime.fromisoformat(node["due"]),
        paused=node["paused"],
        lapses=node["lapses"],
        kind=row["kind"],
        of=row["of"],
        title=row["title"],
        officers=tuple(row["officers"]),
    )
