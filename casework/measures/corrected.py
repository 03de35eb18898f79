"""A service of a measure whose day or way was entered wrongly: the measure begins with the right day.

Whoever may end the measure corrects it, never who entered it, by the receipt and with the reasons; the first
entry stays. What was served last is corrected: of a measure that was lifted and told so, the notice of that.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import day_start
from casework.commands.measures import CorrectMeasureService
from casework.custody.enclosure import Enclosure
from casework.events import Draft
from casework.measures.act import DECIDERS, may_decide, stream_of
from casework.measures.queue import following, moved
from casework.measures.serve import NOTICE, waits_from
from casework.measures.signed import receipt_of, scans_of
from casework.measures.state import Measured, MeasuresState, Standing, measure_in
from casework.points.service import Stands, first_of, paper_streams, put_right
from casework.refusal import refuse


def correct(ask: Ask[CorrectMeasureService, MeasuresState]) -> list[Draft]:
    """MeasureServiceCorrected; of a notice MeasureMoved where the measure began with it.

    Refuses STEP_MISSING before the service, ROLE_REQUIRED and HEAD_ALONE as its end, and as `put_right`.
    """
    c, state = ask.command, ask.state
    required(reasons=c.reasons)
    one = measure_in(state, c.measure_id)
    if not one.services:
        raise refuse("STEP_MISSING", step="送达措施通知书", step_en="the service of the notice")
    may_decide(one, ask.actor)
    had = one.services[-1]
    named = {"measure_id": one.measure_id, "of": had.of}
    began = first_of(ask.history[state.stream], "MeasureServed", **named)
    stands = Stands(had.on, had.way, had.by, Enclosure(had.receipt, ""))
    paper = receipt_of(state, one, had.of)
    first = waits_from(one, had.of)
    data, scans = put_right(ask, stands, first, lambda on: paper, began, scans_of(state))
    told = draft(state.stream, "MeasureServiceCorrected", **named, title=one.row.zh, **data)
    return [
        told,
        *scans,
        *(_moved(ask, one, had.on, data["served_on"]) if had.of == NOTICE else []),
    ]


def _moved(
    ask: Ask[CorrectMeasureService, MeasuresState], one: Measured, was: date, on: date
) -> list[Draft]:
    """MeasureMoved of what is not over: it begins with its service, or, where others put it off, not before it."""
    runs = one.runs_after(ask.at) or one.standing(ask.at) is Standing.DONE
    if one.starts_at is None or not runs:
        return []
    before, now = (_begins(one, day) for day in (was, on))
    starts = now if one.starts_at == before else max(one.starts_at, now)
    if starts == one.starts_at:
        return []
    why = f"更正送达日期：{was.isoformat()} → {on.isoformat()}"
    own = [moved(ask.state, one, starts, one.wished_at, why)]
    return [*own, *following(ask.state, own, ask.at, why)]


def _begins(one: Measured, on: date) -> datetime:
    """When it begins if it was served on that day, as `serve` has it."""
    moments = (day_start(on), one.decided_at, one.asked_at)
    return max(moment for moment in moments if moment is not None)


def _of_correction(
    command: CorrectMeasureService, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The subject's stream, the papers and, once it is known, the receipt that the service has."""
    (own,) = stream_of(command, actor, states)
    state: MeasuresState | None = states.get(own)
    one = state.measure(command.measure_id) if state else None
    kept = Enclosure(one.services[-1].receipt, "") if one and one.services else None
    return paper_streams(own, command, kept)


ACTS = (
    Act(
        CorrectMeasureService, "更正措施通知书送达日期", "correct the service of a measure", DECIDERS,
        _of_correction, correct, rank=71,
    ),
)  # fmt: skip
