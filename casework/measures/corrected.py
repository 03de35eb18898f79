"""A service of a measure whose day or way was entered wrongly: the measure begins with the right day.

Whoever may end the measure corrects it, never who entered it, by the receipt and with the reasons; the first
entry stays. The correction prints as an approval form, whose signed scan is missed until it is there.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import day_start, local_date
from casework.commands.measures import CorrectMeasureService
from casework.custody.enclosure import Enclosure
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.measures.act import DECIDERS, may_decide, stream_of
from casework.measures.area import meet
from casework.measures.queue import following, moved
from casework.measures.rows import mode_of
from casework.measures.serve import NOTICE, TO_DO, waits_from
from casework.measures.signed import receipt_of, scans_of
from casework.measures.state import Measured, MeasuresState, NoticeService, Standing, measure_in
from casework.points.service import Stands, first_of, paper_streams, put_right
from casework.refusal import refuse


def correct(ask: Ask[CorrectMeasureService, MeasuresState]) -> list[Draft]:
    """MeasureServiceCorrected; of a notice MeasureMoved where the measure began with it.

    Refuses STEP_MISSING before the service, ROLE_REQUIRED and HEAD_ALONE as its end, MEASURE_MET where another
    measure of the subject forbade this one on the right day, and as `put_right`.
    """
    c, state = ask.command, ask.state
    required(reasons=c.reasons)
    one = measure_in(state, c.measure_id)
    had = to_correct(one, c.of)
    if had is None:
        step, step_en = TO_DO[c.of or NOTICE]
        raise refuse("STEP_MISSING", step=step, step_en=step_en)
    may_decide(one, ask.actor)
    named = {"measure_id": one.measure_id, "of": had.of}
    began = first_of(ask.history[state.stream], "MeasureServed", **named)
    stands = Stands(had.on, had.way, had.by, Enclosure(had.receipt, ""))
    paper = receipt_of(state, one, had.of)
    first = waits_from(one, had.of)
    data, scans = put_right(ask, stands, first, lambda on: paper, began, scans_of(state))
    told = draft(
        state.stream, "MeasureServiceCorrected", **named, title=one.row.zh, **data, **ON_FORM
    )
    return [
        told,
        *scans,
        *(_moved(ask, one, had.on, data["served_on"]) if had.of == NOTICE else []),
    ]


def to_correct(one: Measured, of: str | None) -> NoticeService | None:
    """The service that is put right: the last one where it is not said which."""
    return one.service_of(of) if of else (one.services[-1] if one.services else None)


def _moved(
    ask: Ask[CorrectMeasureService, MeasuresState], one: Measured, was: date, on: date
) -> list[Draft]:
    """MeasureMoved: it begins with its service, or, where others put it off, not before it.

    What is over keeps its end. Refuses DATE_ORDER for a day on which it was over already.
    """
    if one.starts_at is None:
        return []
    before, now = (_begins(one, day) for day in (was, on))
    starts = now if one.starts_at == before else max(one.starts_at, now)
    if starts < one.starts_at:
        starts = _behind(ask.state, one, starts)
    if starts == one.starts_at:
        return []
    why = f"更正送达日期：{was.isoformat()} → {on.isoformat()}"
    if not (one.runs_after(ask.at) or one.standing(ask.at) is Standing.DONE):
        return _began_then(ask.state, one, starts, why)
    own = [moved(ask.state, one, starts, one.wished_at, why)]
    return [*own, *following(ask.state, own, ask.at, why)]


def _behind(state: MeasuresState, one: Measured, starts: datetime) -> datetime:
    """From when it could begin earlier than it did: what ran then, and is over, is met as it was met then.

    Behind one that it has to follow. Refuses MEASURE_MET where the rule of the two forbids it.
    """
    ahead = (m for m in state.measures if m is not one and meet(m.area, one.area))
    for other in sorted(ahead, key=lambda m: m.starts_at or starts):
        began = other.starts_at is not None and one.starts_at and other.starts_at < one.starts_at
        rule = mode_of(one.kind, other.kind, local_date(starts))
        if not began or rule is None or not other.runs_after(starts):
            continue
        if rule.mode == "refuse":
            raise refuse(
                "MEASURE_MET", on=local_date(starts).isoformat(),
                measure=f"{other.row.zh}（{other.measure_id}）",
                measure_en=f"{other.row.en} ({other.measure_id})", basis=rule.basis,
                basis_en=rule.basis_en,
            )  # fmt: skip
        if rule.mode == "consecutive":
            starts = max(starts, other.over_at or one.starts_at or starts)
    return starts


def _began_then(state: MeasuresState, one: Measured, starts: datetime, why: str) -> list[Draft]:
    over = one.over_at
    if one.never_began:
        return []
    if over is not None and starts >= over:
        raise refuse(
            "DATE_ORDER",
            what="送达日期应早于措施终止之日",
            what_en="the notice is served before the measure is over",
        )
    return [
        draft(
            state.stream, "MeasureMoved", measure_id=one.measure_id, title=one.row.zh, starts_at=starts,
            ends_at=one.ends_at, began_before=one.starts_at, reasons=why,
        )
    ]  # fmt: skip


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
    had = to_correct(one, command.of) if one else None
    kept = Enclosure(had.receipt, "") if had else None
    return paper_streams(own, command, kept)


ACTS = (
    Act(
        CorrectMeasureService, "更正措施通知书送达日期", "correct the service of a measure", DECIDERS,
        _of_correction, correct, rank=71,
    ),
)  # fmt: skip
