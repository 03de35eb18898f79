"""Figures of restoration in a year, from the doctors' files themselves."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.points.fold import fold_points
from casework.points.standing import Status, standing
from casework.points.state import PointsState
from casework.restoration.state import Restoration, Step
from graph.cases.scope import file_scope
from graph.events.load import load

FILES: Final = """
MATCH (f:DoctorFile) WHERE $everything OR $institution IN f.institutions
RETURN f.prac_psn_code AS code ORDER BY code
"""


@dataclass
class Figures:
    """Applications of one institution in a year."""

    applied: int = 0
    restored: int = 0
    refused: int = 0
    open: int = 0


@dataclass(frozen=True)
class RestorationFigures:
    """A year's applications by step and institution; `days` on average until registration.

    `terminated` and `barred` are doctors whose standing is terminated today, and those among them
    whom the national rule bars.
    """

    year: int
    steps: dict[Step, int]
    institutions: dict[str, Figures]
    days: float | None
    terminated: int
    barred: int


async def restoration_figures(
    driver: neo4j.AsyncDriver, viewer: Viewer, year: int, at: datetime
) -> RestorationFigures | None:
    """Return the figures of the files that the viewer may see; None for a doctor."""
    scope = file_scope(viewer.actor)
    if not (scope.everything or scope.institution):
        return None
    rows, _, _ = await driver.execute_query(
        FILES,
        everything=scope.everything,
        institution=scope.institution,
        routing_=neo4j.RoutingControl.READ,
    )
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    files = [fold_points(code, chains[f"points:{code}"]) for code in codes]
    return figures_of(files, year, at)


def figures_of(files: list[PointsState], year: int, at: datetime) -> RestorationFigures:
    """Count the applications that were made in a year (Asia/Shanghai)."""
    steps: dict[Step, int] = defaultdict(int)
    institutions: dict[str, Figures] = defaultdict(Figures)
    days: list[int] = []
    today = local_date(at)
    standings = [standing(file, today) for file in files]
    for file in files:
        for one in file.restorations:
            # Registered after a ban ran out: nobody applied for it.
            if local_date(one.applied_at).year != year or _unasked(one):
                continue
            steps[one.step] += 1
            _count(institutions[file.fixmedins_code], one)
            if one.registered_on is not None:
                days.append((one.registered_on - local_date(one.applied_at)).days)
    terminated = [s for s in standings if s.status is Status.TERMINATED]
    return RestorationFigures(
        year=year,
        steps=dict(steps),
        institutions=dict(institutions),
        days=round(sum(days) / len(days), 1) if days else None,
        terminated=len(terminated),
        barred=sum(1 for s in terminated if s.sanction is not None and s.sanction.national),
    )


def _unasked(one: Restoration) -> bool:
    return all(what != "apply" for what, _ in one.hands)


def _count(figures: Figures, one: Restoration) -> None:
    figures.applied += 1
    figures.restored += one.step is Step.RESTORED
    figures.refused += one.step is Step.REFUSED
    figures.open += one.is_open
