"""A score that counts from the service of its decision counts from the right day once that is corrected.

The year to which the points belong, what they add up to, and a bar that runs from that day follow.
"""

from datetime import date, datetime

from casework.acts import draft
from casework.events import Draft
from casework.points.state import PointsState
from casework.restoration.halt import settle


def recounted(
    file: PointsState, case_no: str, was: date, on: date, decided: date, at: datetime
) -> list[Draft]:
    """ScoreDayCorrected for what counted from the service that was entered wrongly, and what follows.

    A score of before that was kept is one of them where it counts on that day and not on the decision's.
    """
    said = [
        draft(
            file.stream, "ScoreDayCorrected", entry_id=entry.entry_id, counted_on=on, was_on=was,
            case_no=case_no, reasons=f"案件 {case_no} 的决定送达日期更正：{was} → {on}",
        )
        for entry in file.entries
        if entry.basis == case_no and not entry.void and entry.counted_on == was
        if entry.counted_by == "served" or (not entry.counted_by and was != decided)
    ]  # fmt: skip
    return settle(file, said, at) if said else []
