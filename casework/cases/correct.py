"""Order the party to correct, and record what became of it (处罚法 28; 条例 38, 39, 41).

Whether somebody refused to correct is what an order that was served, and what was found of it, say:
a fine under article 39 and the suspension of a department rest on it, and nobody ticks it.
"""

from datetime import date, datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft
from casework.cases.guards import is_officer, two_officers
from casework.cases.parts import Correction
from casework.cases.place import own_county
from casework.cases.rests import admitted
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.clocks.calendars import local_date
from casework.commands.case import CorrectionResult, OrderCorrection, RecordCorrection
from casework.events import Draft
from casework.refusal import refuse


def order(ask: Ask[OrderCorrection, CaseState]) -> list[Draft]:
    """CorrectionOrdered; the party is bound once the paper is served."""
    c, case = ask.command, ask.state
    for field, field_en, value in (
        ("责令改正的内容", "what is to be corrected", c.what),
        ("法律依据", "basis in law", c.basis),
    ):
        if not value.strip():
            raise refuse("FIELD_REQUIRED", field=field, field_en=field_en)
    if c.until < local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="改正期限不得早于今天",
            what_en="the day to correct by may not lie before today",
        )
    number = f"O{len(case.corrections) + 1}"
    data = {"order_id": number, "what": c.what, "until": c.until, "basis": c.basis}
    return [draft(case.stream, "CorrectionOrdered", **data)]


def unserved(case: CaseState) -> Correction | None:
    """The latest order that has not reached the party."""
    waiting = [one for one in case.corrections if one.served_on is None]
    return waiting[-1] if waiting and waiting[-1] is case.corrections[-1] else None


def served_of(case: CaseState, served_on: date) -> dict[str, object]:
    """What the event of its service keeps of the order; nobody is told of a day that is over."""
    one = unserved(case)
    if one is None:
        raise refuse("STEP_MISSING", step="责令改正", step_en="an order to correct")
    return _told(one, served_on)


def served_again(case: CaseState, served_on: date) -> dict[str, object]:
    """The same of the order that was served last, for a day of service that is corrected."""
    served = [one for one in case.corrections if one.served_on is not None]
    if not served:
        raise refuse("STEP_MISSING", step="责令改正", step_en="an order to correct")
    return _told(served[-1], served_on)


def _told(one: Correction, served_on: date) -> dict[str, object]:
    if not one.ordered_on <= served_on <= one.until:
        raise refuse(
            "DATE_ORDER",
            what=f"送达日期应在责令改正之后且不晚于改正期限（{one.until.isoformat()}）；期限已过的，请重新责令改正",
            what_en="service comes after the order and no later than the day to correct by "
            f"({one.until.isoformat()}); where that is over, order anew",
        )
    return {"order_id": one.order_id, "until": one.until}


def record(ask: Ask[RecordCorrection, CaseState]) -> list[Draft]:
    """CorrectionRecorded, on evidence; not done means that its day is over."""
    c, case = ask.command, ask.state
    one = _meant(case, c.order_id)
    if one.served_on is None:
        raise refuse("STEP_MISSING", step="送达责令改正通知书", step_en="service of the order")
    if not c.evidence_ids:
        raise refuse("FIELD_REQUIRED", field="相关证据", field_en="evidence")
    admitted(case, c.evidence_ids)
    if not one.served_on <= c.found_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="查明日期应在送达责令改正通知书之后且不晚于今天",
            what_en="what became of the order is found after its service, and not after today",
        )
    if c.result is CorrectionResult.NOT_CORRECTED and c.found_on <= one.until:
        raise refuse(
            "PERIOD_RUNNING", what="改正", what_en="correcting", until=one.until.isoformat()
        )
    data = {"order_id": one.order_id, "result": c.result, "found_on": c.found_on}
    kept = {"evidence_ids": c.evidence_ids, "text": c.text}
    return [draft(case.stream, "CorrectionRecorded", **data, **kept)]


def _meant(case: CaseState, order_id: str | None) -> Correction:
    """The named order, or the latest that is served and not corrected."""
    if order_id is None:
        told = [o for o in case.corrections if o.served_on and o.result != "corrected"]
        found = told[-1] if told else None
    else:
        found = next((o for o in case.corrections if o.order_id == order_id), None)
    if found is None:
        name = order_id or ""
        raise refuse("NOT_FOUND", what=f"责令改正 {name}", what_en=f"order to correct {name}")
    if found.result == CorrectionResult.CORRECTED.value:
        raise refuse("ALREADY_DONE")
    return found


def in_vain(case: CaseState) -> bool:
    """Whether the party refused to correct: an order was served, and refused or not done by its day."""
    return any(one.in_vain for one in case.corrections)


def _some_open(case: CaseState, actor: Actor, at: datetime) -> None:
    if not any(o.served_on and o.result != "corrected" for o in case.corrections):
        raise refuse(
            "STEP_MISSING", step="送达责令改正通知书", step_en="service of an order to correct"
        )


def _none_unserved(case: CaseState, actor: Actor, at: datetime) -> None:
    """One order at a time waits for its service, unless its day is over."""
    waiting = unserved(case)
    if waiting is not None and waiting.until >= local_date(at):
        raise refuse(
            "STEP_MISSING", step="送达责令改正通知书", step_en="service of the order before"
        )


def _day_over(case: CaseState, at: datetime) -> bool:
    """An order fell due and nobody said what became of it."""
    today = local_date(at)
    if case.stage in LET_GO:
        return False
    return any(o.served_on and o.result is None and o.until < today for o in case.corrections)


INSPECTOR = frozenset({Role.INSPECTOR})
#: Also after the decision: what is put right then still has to be found.
STAGES = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING, Stage.EXECUTION, Stage.NO_PENALTY})
#: An order that was served binds the party wherever the case goes, but nobody need look any more where
#: the bureau let the matter go.
EVER = frozenset(Stage)
LET_GO = frozenset({Stage.NOT_FILED, Stage.TERMINATED, Stage.TRANSFERRED})
ACTS = (
    Act(
        OrderCorrection, "责令改正", "order to correct", INSPECTOR, of_penal, order, STAGES,
        (own_county, is_officer, two_officers, _none_unserved), rank=66,
    ),
    Act(
        RecordCorrection, "登记改正情况", "record the correction", INSPECTOR, case_stream, record,
        EVER, (is_officer, _some_open), rank=14, leads_at=_day_over,
    ),
)  # fmt: skip
