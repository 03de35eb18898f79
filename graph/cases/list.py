"""Lists of cases: scoped, filtered, paged by keyset on (opened_at, case_no), newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.cases.outcome import Outcome
from casework.cases.stages import NAMES, Stage
from casework.masking import mask_name
from casework.waits import Waits
from graph.cases.next_due import calendars_of
from graph.cases.scope import case_scope

MAX_PAGE: Final = 100
_MATCHING: Final[LiteralString] = """
MATCH (c:Case)
WHERE c.opened_at IS NOT NULL
  AND ($everything OR (c.party_kind = 'institution' AND c.party_key = $institution AND c.notified))
  AND ($stages IS NULL OR c.stage IN $stages)
  AND ($path IS NULL OR c.path = $path)
  AND ($is_open IS NULL OR c.is_open = $is_open)
  AND ($officer IS NULL OR $officer IN c.officers)
  AND ($workable_by IS NULL OR (c.is_open AND (c.officers = [] OR $workable_by IN c.officers)))
  AND ($roles IS NULL OR any(role IN $roles WHERE role IN c.waits_for)
       OR any(name IN $people WHERE name IN c.waits_on))
  AND ($party_key IS NULL OR c.party_key = $party_key)
  AND ($opened_in IS NULL OR c.opened_month STARTS WITH $opened_in)
  AND ($outcome IS NULL OR c.outcome = $outcome)
  AND ($outcome_in IS NULL OR c.outcome_month STARTS WITH $outcome_in)
  AND ($text IS NULL OR c.title CONTAINS $text OR c.case_no CONTAINS $text
       OR c.docket_no CONTAINS $text
       OR c.party_name CONTAINS $text)
"""
LIST: Final[LiteralString] = (
    _MATCHING
    + """
  AND ($after_at IS NULL OR c.opened_at < $after_at
       OR (c.opened_at = $after_at AND c.case_no < $after_no))
RETURN properties(c) AS c, [login IN c.officers |
  head(COLLECT { MATCH (a:Account {account: login}) RETURN a.name })] AS names
ORDER BY c.opened_at DESC, c.case_no DESC
LIMIT $limit
"""
)
COUNT: Final[LiteralString] = _MATCHING + "RETURN count(c) AS n"


@dataclass(frozen=True)
class CaseFilter:
    """Every field narrows; None leaves it open. `text` finds number, title or party.

    `workable_by`: open cases of which the account is an officer, or that have no officers yet.
    `waits_for`: cases whose next step one of the roles or people can take. `opened_in` and `outcome_in` are a
    year (YYYY) or a month (YYYY-MM) of Beijing.
    """

    stages: tuple[Stage, ...] | None = None
    path: str | None = None
    is_open: bool | None = None
    officer: str | None = None
    workable_by: str | None = None
    waits_for: Waits | None = None
    party_key: str | None = None
    text: str | None = None
    opened_in: str | None = None
    outcome: Outcome | None = None
    outcome_in: str | None = None


@dataclass(frozen=True)
class CaseCursor:
    """Place in the list: the last row seen."""

    opened_at: str
    case_no: str


@dataclass(frozen=True)
class CaseRow:
    """A case in a list. Amount in yuan; times UTC; a person's name masked without a purpose.

    `officers` are accounts, empty for whoever is not of the bureau; `officer_names` the people behind them,
    masked for him.

    `next_calendar`: in which the law counts the deadline that falls at `next_due`.
    """

    case_no: str
    version: int
    title: str
    stage: Stage
    path: str
    source: str
    party_kind: str
    party_key: str
    party_name: str
    opened_at: datetime
    updated_at: datetime | None
    officers: tuple[str, ...]
    amount: Decimal
    next_due: datetime | None
    waits_for: tuple[str, ...]
    is_open: bool
    cursor: CaseCursor
    next_calendar: str | None = None
    officer_names: tuple[str, ...] = ()

    @property
    def stage_zh(self) -> str:
        """The stage in Chinese."""
        return NAMES[self.stage][0]

    @property
    def stage_en(self) -> str:
        """The stage in English."""
        return NAMES[self.stage][1]


@dataclass(frozen=True)
class CasePageOfList:
    """One page of a list, and whether more follow."""

    rows: tuple[CaseRow, ...]
    has_more: bool


async def list_cases(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    filters: CaseFilter | None = None,
    *,
    first: int = 50,
    after: CaseCursor | None = None,
) -> CasePageOfList:
    """Return a page of the cases that the viewer may see."""
    limit = max(1, min(first, MAX_PAGE))
    if case_scope(viewer.actor).nothing:
        return CasePageOfList((), has_more=False)
    rows, _, _ = await driver.execute_query(
        LIST,
        _values(viewer, filters),
        after_at=after.opened_at if after else None,
        after_no=after.case_no if after else None,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    shown = [row["c"] for row in rows[:limit]]
    names = [row["names"] for row in rows[:limit]]
    calendars = await calendars_of(driver, (one["case_no"] for one in shown if one.get("next_due")))
    found = tuple(
        case_row(one, viewer, calendars, called) for one, called in zip(shown, names, strict=True)
    )
    return CasePageOfList(found, has_more=len(rows) > limit)


async def count_cases(
    driver: neo4j.AsyncDriver, viewer: Viewer, filters: CaseFilter | None = None
) -> int:
    """How many cases match that the viewer may see."""
    if case_scope(viewer.actor).nothing:
        return 0
    rows, _, _ = await driver.execute_query(
        COUNT, _values(viewer, filters), routing_=neo4j.RoutingControl.READ
    )
    return int(rows[0]["n"])


def _values(viewer: Viewer, filters: CaseFilter | None) -> dict[str, Any]:
    scope, f = case_scope(viewer.actor), filters or CaseFilter()
    return {
        "everything": scope.everything,
        "institution": scope.institution,
        "stages": [s.value for s in f.stages] if f.stages else None,
        "path": f.path,
        "is_open": f.is_open,
        "officer": f.officer,
        "workable_by": f.workable_by,
        "roles": sorted(role.value for role in f.waits_for.roles) if f.waits_for else None,
        "people": sorted(f.waits_for.people) if f.waits_for else None,
        "party_key": f.party_key,
        "text": (f.text or "").strip() or None,
        "opened_in": f.opened_in,
        "outcome": f.outcome.value if f.outcome else None,
        "outcome_in": f.outcome_in,
    }


def case_row(
    node: dict[str, Any],
    viewer: Viewer,
    calendars: Mapping[str, str],
    names: Sequence[str | None] = (),
) -> CaseRow:
    """Build a row from the case node's properties, masked for the viewer; `names` of its officers."""
    inside = viewer.actor.holds(*BUREAU)
    name = node.get("party_name") or ""
    if node.get("party_kind") == "person" and viewer.masked:
        name = mask_name(name)
    return CaseRow(
        case_no=node["case_no"],
        version=node["version"],
        title=node["title"],
        stage=Stage(node["stage"]),
        path=node["path"],
        source=node["source"] if inside else "",
        party_kind=node.get("party_kind") or "",
        party_key=node.get("party_key") or "",
        party_name=name,
        opened_at=datetime.fromisoformat(node["opened_at"]),
        updated_at=moment(node.get("updated_at")),
        officers=tuple(node["officers"]) if inside else (),
        amount=Decimal(node["amount"]),
        next_due=moment(node.get("next_due")),
        waits_for=tuple(node["waits_for"]),
        is_open=node["is_open"],
        cursor=CaseCursor(node["opened_at"], node["case_no"]),
        next_calendar=calendars.get(node["case_no"]),
        officer_names=_called(node["officers"], names, inside=inside),
    )


def _called(
    accounts: Sequence[str], names: Sequence[str | None], *, inside: bool
) -> tuple[str, ...]:
    """People by name, as far as they are known; the bureau reads the account of one who is not."""
    found = (
        name or (account if inside else "") for account, name in zip(accounts, names, strict=False)
    )
    return tuple(one if inside else mask_name(one) for one in found if one)


def moment(text: str | None) -> datetime | None:
    """Read a stored UTC time."""
    return datetime.fromisoformat(text) if text else None
