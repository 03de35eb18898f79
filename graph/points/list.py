"""Lists of doctors' files and of restorations, scoped and paged by prac_psn_code."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.points.fold import fold_points
from graph.cases.scope import file_scope
from graph.events.load import load
from graph.points.page import PointsPage, page_of

MAX_PAGE: Final = 100
LIST: Final = """
MATCH (f:DoctorFile)
WHERE ($everything OR $institution IN f.institutions OR f.prac_psn_code = $doctor)
  AND ($restoring IS NULL OR f.restoring = $restoring)
  AND ($step IS NULL OR f.step = $step)
  AND ($text IS NULL OR f.name CONTAINS $text OR f.prac_psn_code CONTAINS $text)
  AND f.prac_psn_code > $after
RETURN f.prac_psn_code AS code
ORDER BY code
LIMIT $limit
"""


@dataclass(frozen=True)
class FileFilter:
    """Every field narrows; `restoring` asks for an open application, `step` for its step."""

    restoring: bool | None = None
    step: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class FileList:
    """One page of files; the cursor of a row is its prac_psn_code."""

    rows: tuple[PointsPage, ...]
    has_more: bool


async def list_files(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    filters: FileFilter | None = None,
    *,
    first: int = 50,
    after: str = "",
) -> FileList:
    """Return a page of the doctors' files that the viewer may see, standing as of `at`."""
    scope, limit = file_scope(viewer.actor), max(1, min(first, MAX_PAGE))
    if scope.nothing:
        return FileList((), has_more=False)
    f = filters or FileFilter()
    rows, _, _ = await driver.execute_query(
        LIST,
        everything=scope.everything,
        institution=scope.institution,
        doctor=scope.doctor,
        restoring=f.restoring,
        step=f.step,
        text=(f.text or "").strip() or None,
        after=after,
        limit=limit + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    codes = [row["code"] for row in rows[:limit]]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    pages = tuple(
        page_of(fold_points(code, chains[f"points:{code}"]), chains[f"points:{code}"], viewer, at)
        for code in codes
    )
    return FileList(pages, has_more=len(rows) > limit)
