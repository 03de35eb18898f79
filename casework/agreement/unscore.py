"""Points of a pharmacy whose decision fell: they count no more, nor does what only they brought about."""

from datetime import datetime

from casework.acts import draft
from casework.agreement.pharmacy import level_reached
from casework.agreement.table import Table, table_of
from casework.clocks.calendars import add_months, day_start, local_date
from casework.events import Draft
from casework.measures.act import lifted
from casework.measures.state import Measured, MeasuresState, PharmacyScore


def unscored(state: MeasuresState, case_no: str, at: datetime, reasons: str) -> list[Draft]:
    """PharmacyScoreVoided, and MeasureLifted for what the points that are left do not bring about."""
    if all(s.void or s.case_no != case_no for s in state.scores):
        return []
    void = draft(state.stream, "PharmacyScoreVoided", case_no=case_no, reasons=reasons)
    return [void, *(x for one in state.measures for x in _end(state, one, case_no, at, reasons))]


def _end(
    state: MeasuresState, one: Measured, case_no: str, at: datetime, reasons: str
) -> list[Draft]:
    return ends_sooner(state, one, case_no, at, reasons) or []


def ends_sooner(
    state: MeasuresState, one: Measured, case_no: str, at: datetime, reasons: str
) -> list[Draft] | None:
    """The earlier end of a measure of points: at once, or when that of a lower level is over.

    Empty for one that rests on no points, or on enough of them; None where no points stand any more
    that it rests on. It is found in the table by which its own case was scored.
    """
    of = [s for s in state.scores if s.case_no == one.case_no]
    scored = next((s for s in of if not s.void), None)
    named = [
        row
        for row in (_table(of[-1]).levels if of else ())
        if (row.term, row.months) == (one.term, one.months or 0)
    ]
    if not named or one.starts_at is None or not one.runs_after(at):
        return []
    if scored is None:
        return None
    left = sum(
        s.points
        for s in state.scores
        if not s.void and s.case_no != case_no and s.at <= scored.at and s.year == scored.year
    )
    level = level_reached(0, left, _table(scored))
    if level is not None and level.at >= named[0].at:
        return []
    until = at
    # A lower level that others' points reach was imposed by them; only one of theirs gets shorter.
    if level is not None and level.months and one.case_no != case_no:
        until = max(at, day_start(add_months(local_date(one.starts_at), level.months)))
    return [lifted(state, one, until, reasons)]


def _table(score: PharmacyScore) -> Table:
    return table_of(score.tables, local_date(score.at))
