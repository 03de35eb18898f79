"""What a fallen measure had absorbed comes back: its own decision stands, and so does its own end."""

from collections.abc import Iterable
from datetime import datetime

from casework.acts import draft
from casework.agreement.unscore import ends_sooner
from casework.copying import replace
from casework.events import Draft
from casework.measures.state import Measured, MeasuresState


def brought_back(
    state: MeasuresState, fallen: Iterable[Draft], case_no: str, at: datetime, reasons: str
) -> list[Draft]:
    """MeasureRestored for each that the lifted ones of `fallen` had absorbed and that would still run.

    The time under the heavier measure counts: it comes back up to its own end. `case_no` is the case
    whose decision fell; what rests on that stays away, and so does what the points that are left of a
    pharmacy do not bring about (MeasureLifted where they bring about less).
    """
    gone = {
        str(data["measure_id"])
        for stream, kind, data in fallen
        if stream == state.stream and kind == "MeasureLifted"
    }
    events: list[Draft] = []
    for one in state.measures:
        if one.absorbed and one.case_no != case_no and _absorber(state, one) in gone:
            events += _back(state, one, case_no, at, reasons)
    return events


def _absorber(state: MeasuresState, one: Measured) -> str:
    """Which measure took it in; where the event did not say, the one that began when it ended."""
    begun = (m.measure_id for m in state.measures if m is not one and m.starts_at == one.lifted_at)
    return one.absorbed_by or next(begun, "")


def _back(
    state: MeasuresState, one: Measured, case_no: str, at: datetime, reasons: str
) -> list[Draft]:
    if one.ends_at is not None and one.ends_at <= at:
        return []
    standing = replace(one, absorbed=False, lifted_at=None)
    shorter = ends_sooner(state, standing, case_no, at, reasons)
    if shorter is None or any(data["lifted_at"] == at for _, _, data in shorter):
        return []
    told = {"measure_id": one.measure_id, "title": one.row.zh}
    since = {"since": at, "ends_at": one.ends_at, "reasons": reasons}
    return [draft(state.stream, "MeasureRestored", **told, **since), *shorter]
