"""Points of a pharmacy under its agreement: a year's total brings a level about, in force at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.agreement.table import Level, Table
from casework.clocks.calendars import local_date
from casework.commands.measures import MeasureType
from casework.measures.plan import Plan
from casework.measures.rows import term_on
from casework.measures.state import MeasuresState
from casework.refusal import refuse

#: National codes of pharmacies begin with P, of hospitals with H.
PHARMACY: Final = "P"


def points_of(acts: Iterable[str], table: Table) -> int:
    """Sum the points of acts. Refuses NOT_FOUND for one that the table does not have."""
    points = {row.id: row.points for row in table.acts}
    for act in acts:
        if act not in points:
            raise refuse(
                "NOT_FOUND", what=f"药店违规扣分项 {act}", what_en=f"act of a pharmacy {act}"
            )
    return sum(points[act] for act in acts)


def total(state: MeasuresState, year: int) -> int:
    """The pharmacy's points in a natural year, of decisions that stand."""
    return sum(s.points for s in state.scores if not s.void and s.year == year)


def level_reached(before: int, after: int, table: Table) -> Level | None:
    """The highest level that a total newly reaches, if any."""
    reached = [row for row in table.levels if before < row.at <= after]
    return max(reached, key=lambda row: row.at, default=None)


def refuses(acts: Iterable[str], table: Table) -> bool:
    """Whether one of the acts leaves nothing to be paid."""
    whole = {row.id for row in table.acts if row.refuse}
    return any(act in whole for act in acts)


@dataclass(frozen=True)
class Outlook:
    """What acts would bring about: the year's points before and after, and the level newly reached."""

    before: int
    after: int
    level: Level | None
    refuse: bool


def outlook(state: MeasuresState, acts: Iterable[str], table: Table, at: datetime) -> Outlook:
    """What a decision served at a moment would do to a pharmacy. Refuses NOT_FOUND for an unknown act."""
    named = tuple(acts)
    before = total(state, local_date(at).year)
    after = before + points_of(named, table)
    return Outlook(before, after, level_reached(before, after, table), refuses(named, table))


def plan_of(level: Level, name: str, case_no: str, reasons: str, at: datetime) -> Plan:
    """The measure of a level, from now on."""
    kind: MeasureType = term_on(level.term, local_date(at)).kind
    why = f"{level.zh}（{level.basis}）：{reasons}"
    return Plan(kind, level.term, name, why, at, level.months, case_no=case_no)
