"""The bureau's year: counted on the case nodes and on the deadlines that were missed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import PRINCIPALS, Role, Viewer, named
from casework.cases.outcome import Outcome
from casework.clocks.calendars import local_date
from casework.measures.rows import kinds
from casework.refusal import refuse
from graph.points.parameters import bureau_parameters
from graph.projections.case_year import FIGURES
from graph.reading import rows_of

READERS: Final = PRINCIPALS | {Role.SUPERVISOR}
MAX_PAGE: Final = 200
OPENED: Final[LiteralString] = """
MATCH (c:Case) WHERE c.opened_month >= $first AND c.opened_month <= $last
RETURN c.opened_month AS month, count(c) AS n
"""
CAME_OUT: Final[LiteralString] = """
MATCH (c:Case) WHERE c.outcome_month >= $first AND c.outcome_month <= $last
RETURN c.outcome_month AS month, c.outcome AS outcome, count(c) AS n,
       sum(c.identified_fen) AS identified, sum(c.confirmed_fen) AS confirmed,
       sum(c.demanded_fen) AS demanded, sum(c.returned_fen) AS returned,
       sum(c.written_off_fen) AS written_off, sum(c.fined_fen) AS fined,
       sum(c.fine_paid_fen) AS fine_paid
"""
_MISSED: Final[LiteralString] = """
MATCH (d:Deadline)-[:OF]->(o)
WHERE d.missed AND d.day >= $first_day AND d.day <= $last_day
"""
MISSED_BY_ROW: Final[LiteralString] = (
    _MISSED
    + """
RETURN d.row AS row, d.zh AS zh, d.en AS en, count(*) AS n,
       count(CASE WHEN d.ended_at IS NULL THEN 1 END) AS still
ORDER BY n DESC, row
"""
)
MISSED: Final[LiteralString] = (
    _MISSED
    + """
  AND ($row IS NULL OR d.row = $row)
  AND ($after_due IS NULL OR d.due > $after_due OR (d.due = $after_due AND d.key > $after_key))
RETURN properties(d) AS d, coalesce(o.inspection_no, o.case_no, o.prac_psn_code) AS of,
       coalesce(o.title, o.name) AS title,
       CASE WHEN o:Case THEN 'cases' WHEN o:Inspection THEN 'inspections' ELSE 'points' END AS page, coalesce(o.officers, []) AS officers
ORDER BY d.due, d.key LIMIT $limit
"""
)
WAITING: Final[LiteralString] = """
CALL () {
  MATCH (c:Case) WHERE c.is_open AND 'head' IN c.waits_for
  RETURN count(c) AS n, count(CASE WHEN c.stage = 'decision' THEN 1 END) AS decide
}
CALL () { MATCH (f:DoctorFile) WHERE 'head' IN f.waits_for RETURN count(f) AS files }
CALL () { MATCH (m:Measure {open: true}) WHERE m.kind IN $kinds RETURN count(m) AS measures }
RETURN n AS cases, decide, files, measures
"""


@dataclass(frozen=True)
class Month:
    """One month (YYYY-MM): cases opened in it, and cases that came out in it, by outcome."""

    month: str
    opened: int
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True)
class MissedRow:
    """A kind of deadline: how often it was missed in the year, and how often it still is open."""

    row: str
    zh: str
    en: str
    count: int
    still: int


@dataclass(frozen=True)
class Missed:
    """One missed deadline; `ended_at` None: it is not done yet; `page` is where `of` stands. Times UTC."""

    key: str
    zh: str
    en: str
    basis: str
    due: datetime
    ended_at: datetime | None
    of: str
    title: str
    page: str
    officers: tuple[str, ...]


@dataclass(frozen=True)
class MissedPage:
    """A page of missed deadlines, the earliest first."""

    rows: tuple[Missed, ...]
    has_more: bool


@dataclass(frozen=True)
class Year:
    """A year. `money`: figures of the ledger, as they stand now, of the cases that came out in it.

    What waits for the head stands as of now: `cases` (`to_decide` of them for his decision on the
    penalty), doctors' `files`, `measures` that he may decide, changes of the bureau's `parameters`.
    """

    year: int
    months: tuple[Month, ...]
    outcomes: Mapping[Outcome, int]
    money: Mapping[str, Decimal]
    missed: tuple[MissedRow, ...]
    cases: int
    to_decide: int
    files: int
    measures: int
    parameters: int

    @property
    def waiting(self) -> int:
        """All that waits for the head."""
        return self.cases + self.files + self.measures + self.parameters

    @property
    def opened(self) -> int:
        """Cases opened in the year."""
        return sum(one.opened for one in self.months)


async def year_of(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> Year:
    """Return a year's figures. Refuses ROLE_REQUIRED to all but head and supervisor."""
    allow(viewer)
    values = span(year)
    opened = await rows_of(driver, OPENED, values)
    came_out = await rows_of(driver, CAME_OUT, values)
    missed = await rows_of(driver, MISSED_BY_ROW, values)
    decided = [kind.value for kind, row in kinds().items() if Role.HEAD in row.decided_by]
    (waits,) = await rows_of(driver, WAITING, {"kinds": decided})
    by_month = {row["month"]: row["n"] for row in opened}
    months = [f"{year:04d}-{number:02d}" for number in range(1, 13)]
    return Year(
        year=year,
        months=tuple(
            Month(
                month,
                by_month.get(month, 0),
                {Outcome(r["outcome"]): r["n"] for r in came_out if r["month"] == month},
            )
            for month in months
        ),
        outcomes={
            one: sum(r["n"] for r in came_out if r["outcome"] == one.value) for one in Outcome
        },
        money={name: Decimal(sum(r[name] for r in came_out)).scaleb(-2) for name in FIGURES},
        missed=tuple(MissedRow(r["row"], r["zh"], r["en"], r["n"], r["still"]) for r in missed),
        cases=waits["cases"],
        to_decide=waits["decide"],
        files=waits["files"],
        measures=waits["measures"],
        parameters=len((await bureau_parameters(driver, viewer)).undecided),
    )


async def list_missed(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    year: int,
    *,
    row: str | None = None,
    first: int = 50,
    after: tuple[str, str] | None = None,
) -> MissedPage:
    """Return the deadlines missed in a year, of one kind (`row`) or all. Refuses ROLE_REQUIRED."""
    allow(viewer)
    limit = max(1, first)
    rows = await rows_of(
        driver,
        MISSED,
        {
            **span(year),
            "row": row,
            "after_due": after[0] if after else None,
            "after_key": after[1] if after else None,
            "limit": limit + 1,
        },
    )
    return MissedPage(tuple(_missed(one) for one in rows[:limit]), len(rows) > limit)


def this_year(at: datetime) -> int:
    """The year of Beijing at a moment."""
    return local_date(at).year


def allow(viewer: Viewer) -> None:
    """Refuse ROLE_REQUIRED to all but head and supervisor."""
    if not viewer.actor.holds(*READERS):
        raise refuse("ROLE_REQUIRED", **named(READERS))


def span(year: int) -> dict[str, Any]:
    """The first and last month and day of a year, as queries compare them."""
    return {
        "first": f"{year:04d}-01",
        "last": f"{year:04d}-12",
        "first_day": f"{year:04d}-01-01",
        "last_day": f"{year:04d}-12-31",
    }


def _missed(row: neo4j.Record) -> Missed:
    node = row["d"]
    ended = node.get("ended_at")
    return Missed(
        key=node["key"],
        zh=node["zh"],
        en=node["en"],
        basis=node["basis"],
        due=datetime.fromisoformat(node["due"]),
        ended_at=datetime.fromisoformat(ended) if ended else None,
        of=row["of"],
        title=row["title"],
        page=row["page"],
        officers=tuple(row["officers"]),
    )
