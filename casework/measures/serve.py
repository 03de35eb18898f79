"""Serve the notice of a measure that was decided by itself, which begins with it, and the notice of its end.

Both go with their receipt; the first only with the signed approval and the sealed notice, the second with
the sealed one. What a case's decision imposes begins with the service of that.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import day_start, local_date
from casework.commands.measures import ServeMeasure
from casework.dated import in_force
from casework.documents.effect import Need, needs, not_effective
from casework.events import Draft
from casework.measures.act import PROPOSERS, begun, case_behind, stream_of
from casework.measures.signed import approval_form, receipt_of, scans_of, unsigned
from casework.measures.state import Measured, MeasuresState, measure_in
from casework.points.service import day_served, first_told, paper_streams
from casework.refusal import refuse

#: What is served of a measure.
NOTICE: Final = "measure"
LIFT: Final = "lift"
TO_DO: Final = {
    NOTICE: ("送达措施通知书", "serve the notice of a measure"),
    LIFT: ("送达解除措施通知书", "serve the notice that a measure is over"),
}


def serve(ask: Ask[ServeMeasure, MeasuresState]) -> list[Draft]:
    """MeasureServed with its receipt; of the notice, MeasureImposed from the day of service on.

    Refuses STEP_MISSING where nothing waits for its service, NOT_EFFECTIVE without the signed papers,
    FIELD_REQUIRED without a receipt, and what its day and its way are refused for.
    """
    c, state = ask.command, ask.state
    one = measure_in(state, c.measure_id)
    of = to_serve(one)
    if of is None:
        raise refuse(
            "STEP_MISSING", step="待送达的措施通知书", step_en="a notice that waits for service"
        )
    if lack := lacking(one, of):
        raise not_effective(lack)
    required(receipt_scan=c.receipt_scan)
    on = day_served(c, waits_from(one, of), ask.at)
    data, scans = first_told(ask, on, receipt_of(state, one, of), scans_of(state))
    named = {"measure_id": one.measure_id, "title": one.row.zh, "of": of}
    served = draft(state.stream, "MeasureServed", **named, **data)
    return [served, *scans, *(_begins(ask, one, on) if of == NOTICE else [])]


def _begins(ask: Ask[ServeMeasure, MeasuresState], one: Measured, on: date) -> list[Draft]:
    """From the day of service, never before its decision."""
    return begun(ask, one, max(day_start(on), one.decided_at or ask.at))


def to_serve(one: Measured) -> str | None:
    """What of a measure waits for its service: its notice, or that it was lifted."""
    if one.waiting:
        return NOTICE
    return LIFT if one.lift_told and one.service_of(LIFT) is None else None


def lacking(one: Measured, of: str) -> Need | None:
    """The first paper without which it is not served, under the law of the day from which it waits."""
    on = waits_from(one, of)
    wanted = (need for need in needs() if need.of == of and in_force(need, on))
    return next((need for need in wanted if not any(map(one.scan_of, need.forms))), None)


def waits_from(one: Measured, of: str) -> date:
    """From when it may be served: the day of its decision, or of the decision to lift it."""
    moment = decided_at(one, of)
    return local_date(moment) if moment else date.min


def decided_at(one: Measured, of: str) -> datetime | None:
    """When what is served was decided: it, or that it ends."""
    return one.decided_at if of == NOTICE else one.lift_decided_at


def unserved_since(one: Measured) -> datetime | None:
    """Since when it waits for its service, or for the approval form of a correction of that."""
    of = to_serve(one)
    if of is None and (missed := unsigned(one)):
        return missed[0].at
    return decided_at(one, of or NOTICE)


def waits(one: Measured) -> bool:
    """Whether something of it is to be served, or a correction of that lacks its signed form."""
    return to_serve(one) is not None or bool(unsigned(one))


def ready(one: Measured) -> bool:
    """Whether something of it waits for its service and has its papers."""
    of = to_serve(one)
    return of is not None and lacking(one, of) is None


def to_do(one: Measured) -> tuple[str, str]:
    """What is to be done about its service, in both languages: the paper that it lacks comes first."""
    of = to_serve(one)
    if of is None and (missed := unsigned(one)):
        form = approval_form(missed[0])
        return f"附入{form.zh}签字件", f"attach the signed {form.en[:1].lower()}{form.en[1:]}"
    of = of or NOTICE
    zh, en = TO_DO[of]
    lack = lacking(one, of)
    return (f"{zh}（待附入{lack.zh}）", f"{en} (first attach {lack.en})") if lack else (zh, en)


def _of_service(command: ServeMeasure, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream, the scans that come with it and, once it is known, the case of the measure."""
    (own,) = stream_of(command, actor, states)
    return (*paper_streams(own, command), *case_behind(command, states.get(own)))


ACTS = (
    Act(
        ServeMeasure, "送达措施通知书", "serve the notice of a measure", PROPOSERS, _of_service, serve,
        rank=12,
    ),
)  # fmt: skip
