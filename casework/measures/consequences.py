"""Measures that an act on their case would end, shorten or rest: shown before it is done."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from casework.clocks.calendars import local_date
from casework.commands.measures import SubjectKind
from casework.events import Draft
from casework.measures.state import Measured, MeasuresState, Standing, measure_in
from casework.points.consequences import Consequence

TOLD = frozenset(
    {
        "MeasureLifted",
        "MeasureMoved",
        "MeasureShortened",
        "MeasureRested",
        "MeasureResumed",
        "MeasureRestored",
    }
)


def fallen(
    states: Iterable[MeasuresState], drafts: Iterable[Draft], at: datetime
) -> tuple[tuple[MeasuresState, tuple[Consequence, ...]], ...]:
    """Return for each subject what the drafts end, shorten or rest of it, in the order of the drafts.

    Of several that are about one measure the last is told: how it stands in the end.
    """
    told: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
    voided = []
    for stream, kind, data in drafts:
        if kind in TOLD:
            told[stream, str(data["measure_id"])] = (kind, data)
        elif kind == "PharmacyScoreVoided":
            voided.append((stream, str(data["case_no"])))
    found = (
        (
            state,
            (
                *(
                    _becomes(measure_in(state, measure_id), kind, data, at)
                    for (stream, measure_id), (kind, data) in told.items()
                    if stream == state.stream
                ),
                *(_void(state, case_no) for stream, case_no in voided if stream == state.stream),
            ),
        )
        for state in states
    )
    return tuple((state, words) for state, words in found if words)


def _becomes(one: Measured, kind: str, data: Mapping[str, Any], at: datetime) -> Consequence:
    """What an event makes of a measure."""
    if kind == "MeasureLifted":
        return _falls(one, at)
    if kind == "MeasureRested":
        since = local_date(datetime.fromisoformat(str(data["since"])))
        zh = f"措施“{one.row.zh}”自 {since} 起停止执行，恢复执行后顺延"
        en = f"measure '{one.row.en}' rests from {since} on, and ends later by as long"
        return Consequence("measure", zh, en, since, None)
    starts = local_date(one.starts_at) if one.starts_at else None
    until = local_date(datetime.fromisoformat(str(data["ends_at"]))) if data["ends_at"] else None
    last = (f"至 {until}", f"until {until}") if until else ("未定期限", "no fixed end")
    if kind == "MeasureMoved":
        starts = local_date(datetime.fromisoformat(str(data["starts_at"])))
        zh = f"措施“{one.row.zh}”改自 {starts} 起（{last[0]}）"
        en = f"measure '{one.row.en}' begins on {starts} instead ({last[1]})"
        return Consequence("measure", zh, en, starts, until)
    if kind in ("MeasureResumed", "MeasureRestored"):
        zh = f"措施“{one.row.zh}”恢复执行（{last[0]}）"
        en = f"measure '{one.row.en}' goes on ({last[1]})"
    else:
        zh = f"措施“{one.row.zh}”缩短为 {data['months']} 个月（{last[0]}）"
        en = f"measure '{one.row.en}' is shortened to {data['months']} months ({last[1]})"
    return Consequence("measure", zh, en, starts, until)


def _void(state: MeasuresState, case_no: str) -> Consequence:
    """Points of a pharmacy that count no more."""
    points = sum(x.points for x in state.scores if x.case_no == case_no and not x.void)
    zh = f"药店扣分 {points} 分不再计入"
    return Consequence("measure", zh, f"{points} points of the pharmacy count no more")


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
