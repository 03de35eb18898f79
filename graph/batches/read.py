"""Reads of lists of restorations; an institution sees its own doctors on them and no others."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.batches.state import BatchState, Member, fold_batch
from casework.points.fold import fold_points
from casework.restoration.state import Restoration
from graph.cases.scope import file_scope
from graph.events.load import load
from graph.points.page import PointsPage, file_visible, page_of, with_books

LIST: Final = """
MATCH (b:RestorationBatch)
WHERE $everything OR EXISTS {
  MATCH (f:DoctorFile) WHERE f.prac_psn_code IN b.doctors AND $institution IN f.institutions
}
RETURN b.batch_id AS id ORDER BY b.drawn_at DESC, id DESC LIMIT 200
"""


@dataclass(frozen=True)
class BatchRow:
    """A doctor on the list: the file as it stands, and the application that was listed."""

    member: Member
    page: PointsPage

    @property
    def application(self) -> Restoration | None:
        """The listed application, even when the doctor has applied again since."""
        found = self.page.state.restorations
        return next((r for r in found if r.application_id == self.member.application), None)


@dataclass(frozen=True)
class BatchPage:
    """A list with the rows that the viewer may see; `gone`: those taken off it, all of a void one."""

    state: BatchState
    rows: tuple[BatchRow, ...]
    gone: tuple[BatchRow, ...] = ()


async def batches(driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime) -> tuple[BatchPage, ...]:
    """Return the lists that the viewer may see, the newest first; a doctor sees none."""
    scope = file_scope(viewer.actor)
    if not (scope.everything or scope.institution):
        return ()
    rows, _, _ = await driver.execute_query(
        LIST,
        everything=scope.everything,
        institution=scope.institution,
        routing_=neo4j.RoutingControl.READ,
    )
    return await _pages(driver, viewer, [str(row["id"]) for row in rows], at)


async def batch_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, batch_id: str, at: datetime
) -> BatchPage | None:
    """Return one list, or None when it is missing or nobody on it is the viewer's to see."""
    scope = file_scope(viewer.actor)
    if not (scope.everything or scope.institution):
        return None
    found = await _pages(driver, viewer, [batch_id], at)
    return found[0] if found and (found[0].rows or found[0].gone) else None


async def _pages(
    driver: neo4j.AsyncDriver, viewer: Viewer, ids: list[str], at: datetime
) -> tuple[BatchPage, ...]:
    chains = await load(driver, *(f"batch:{i}" for i in ids))
    lists = [fold_batch(i, chains[f"batch:{i}"]) for i in ids]
    codes = dict.fromkeys(m.prac_psn_code for one in lists for m in one.members)
    known = await load(driver, *(f"points:{code}" for code in codes))
    files = {code: fold_points(code, known[f"points:{code}"]) for code in codes}
    found = [
        page_of(file, known[f"points:{code}"], viewer, at)
        for code, file in files.items()
        if file_visible(file, viewer)
    ]
    told = await with_books(driver, viewer, found)
    pages = {page.state.prac_psn_code: page for page in told}
    return tuple(_page(one, pages) for one in lists)


def _page(one: BatchState, pages: dict[str, PointsPage]) -> BatchPage:
    rows = [BatchRow(m, pages[m.prac_psn_code]) for m in one.members if m.prac_psn_code in pages]
    on = tuple(row for row in rows if row.member in one.standing)
    return BatchPage(one, on, tuple(row for row in rows if row not in on))
