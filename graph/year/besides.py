"""What the year's workbook tells beside the cases: doctors' files and measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import neo4j

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.points.standing import standing, totals
from casework.points.state import PointsState
from casework.restoration.state import Restoration
from graph.measures.read import MeasureRow, measures_at
from graph.points.barred_leads import all_files
from graph.year.read import allow


@dataclass(frozen=True)
class DoctorRow:
    """A doctor with scores or an application in the year: `points` of that year, the rest as of now.

    `restoration`: the step of his latest application of the year, empty without one.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    scores: int
    points: int
    status: str
    restoration: str


async def doctors_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, at: datetime
) -> list[DoctorRow]:
    """Return the doctors whose files the year touched, by code. Refuses ROLE_REQUIRED."""
    allow(viewer)
    return doctor_rows(await all_files(driver), year, at)


def doctor_rows(files: Iterable[PointsState], year: int, at: datetime) -> list[DoctorRow]:
    """Choose them from all files."""
    found = []
    for file in files:
        scores = sum(one.counts and one.counted_on.year == year for one in file.entries)
        applied = _applied(file, year)
        if not scores and applied is None:
            continue
        row = DoctorRow(
            prac_psn_code=file.prac_psn_code,
            name=file.name,
            fixmedins_code=file.fixmedins_code,
            scores=scores,
            points=totals(file).get(year, 0),
            status=standing(file, local_date(at)).zh,
            restoration=applied.step_zh if applied else "",
        )
        found.append(row)
    return found


def _applied(file: PointsState, year: int) -> Restoration | None:
    """The latest application of the year; a registration after a ban ran out is none."""
    made = [
        one
        for one in file.restorations
        if local_date(one.applied_at).year == year and any(what == "apply" for what, _ in one.hands)
    ]
    return made[-1] if made else None


async def measures_of_year(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, at: datetime
) -> list[MeasureRow]:
    """Return the measures that held in the year or were proposed in it. Refuses ROLE_REQUIRED."""
    allow(viewer)
    rows = await measures_at(driver, viewer, at, history=True)
    # What keeps a doctor from billing by his points stands with his file.
    return [row for row in rows if row.source == "measures" and touches(row, year)]


def touches(row: MeasureRow, year: int) -> bool:
    """Whether a measure held on a day of the year, or was proposed in it."""
    proposed = row.measure.proposed_at if row.measure else None
    if proposed is not None and local_date(proposed).year == year:
        return True
    if row.starts_at is None or local_date(row.starts_at).year > year:
        return False
    return row.over_at is None or local_date(row.over_at).year >= year
