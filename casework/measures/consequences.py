"""Measures that would end before their time by an act on their case: shown before it is done."""

from collections.abc import Iterable
from datetime import datetime

from casework.clocks.calendars import local_date
from casework.commands.measures import SubjectKind
from casework.events import Draft
from casework.measures.act import measure_in
from casework.measures.state import Measured, MeasuresState, Standing
from casework.points.consequences import Consequence


def fallen(
    states: Iterable[MeasuresState], drafts: Iterable[Draft], at: datetime
) -> tuple[tuple[MeasuresState, tuple[Consequence, ...]], ...]:
    """Return for each subject what the drafts lift of it, in the order of the drafts."""
    lifted = [
        (stream, str(data["measure_id"]))
        for stream, kind, data in drafts
        if kind == "MeasureLifted"
    ]
    found = (
        (
            state,
            tuple(
                _falls(measure_in(state, measure_id), at)
                for stream, measure_id in lifted
                if stream == state.stream
            ),
        )
        for state in states
    )
    return tuple((state, told) for state, told in found if told)


def _falls(one: Measured, at: datetime) -> Consequence:
    starts = local_date(one.starts_at) if one.starts_at else None
    until = local_date(one.ends_at) if one.ends_at else None
    zh, en = ("解除", "ends")
    if one.standing(at) is Standing.PENDING:
        zh, en = ("不再开始", "never begins")
    span = (f"{starts} 至 {until}", f"{starts} until {until}")
    if until is None:
        span = (f"{starts} 起，未定期限", f"from {starts}, no fixed end")
    return Consequence(
        "measure",
        f"措施“{one.row.zh}”（{span[0]}）随决定{zh}",
        f"measure '{one.row.en}' ({span[1]}) {en} with the decision",
        starts,
        until,
    )


def subject_of(state: MeasuresState) -> str:
    """How the list calls the subject; an insured person goes by his number alone."""
    if state.kind is SubjectKind.INSURED:
        return state.subject_key
    return f"{state.name} {state.department}".strip()
