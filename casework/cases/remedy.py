"""Review and suit: recorded, closed; a change only ever lowers, an annulment takes the scores."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.agreement.impose import begun
from casework.cases.collect import APPEALS, review_first, unpaid
from casework.cases.execute import anew, annulled
from casework.cases.fold_money import changed
from casework.cases.guards import damages_open, decision_stands, owed, recovery_open
from casework.cases.impose import months_of
from casework.cases.parts import Remedy
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.stopped import not_stopped, stopping
from casework.cases.streams import of_measured, of_resting
from casework.clocks.calendars import add_months, day_start, local_date
from casework.clocks.periods import foreseen, last_day
from casework.commands.case import (
    CloseRemedy,
    Path,
    RecordRemedy,
    RemedyKind,
    RemedyOutcome,
    ResumeExecution,
    StopExecution,
)
from casework.documents.incoming import by_two, came_on, told_on
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.law.remedy import FELL, UNHEARD, filed_in_order, instance_of, received, suit_goes_on
from casework.law.surcharge import surcharge_open, too_much
from casework.lines.shortfall import missing
from casework.measures import rest as measures
from casework.money import yuan
from casework.points.review import changed_scores
from casework.refusal import refuse


def record(ask: Ask[RecordRemedy, CaseState]) -> list[Draft]:
    """RemedyRecorded; against a decision on the spot review comes before suit (复议法 23)."""
    c, case = ask.command, ask.state
    required(by=c.body, document_no=c.document_no)
    served = case.performance_on if c.performance else case.served_on
    if c.performance and served is None:
        raise refuse(
            "STEP_MISSING", step="送达要求履行协议的决定",
            step_en="service of the decision that the handling is performed",
        )  # fmt: skip
    filed_in_order(served, c.filed_on, ask.at)
    if any(remedy.outcome is None for remedy in case.remedies):
        raise refuse(
            "STEP_MISSING", step="前一复议或诉讼办结", step_en="the end of the other remedy"
        )
    if c.kind is RemedyKind.SUIT and review_first(case) and not any(map(_reviewed, case.remedies)):
        raise refuse("REVIEW_FIRST")
    carried = _carried(case, c)
    stops = c.stops_execution or bool(carried.get("stops_execution"))
    events = [
        draft(
            case.stream,
            "RemedyRecorded",
            remedy_id=f"F{len(case.remedies) + 1}",
            kind=c.kind,
            body=c.body,
            filed_on=c.filed_on,
            document_no=c.document_no,
            **{**carried, "stops_execution": stops},
            **({"performance": True} if c.performance else {}),
            **came_on(ask, "remedy"),
        )
    ]
    # What the handling itself imposed does not rest with the decision to perform it.
    rests = stops and not c.performance
    return [*events, *_rest(ask, c.filed_on, c.document_no)] if rests else events


def _reviewed(remedy: Remedy) -> bool:
    """Whether a review said something: one that was taken back leaves the decision unreviewed."""
    review = not remedy.former and remedy.kind == RemedyKind.REVIEW.value
    return review and remedy.outcome not in (None, RemedyOutcome.WITHDRAWN.value)


def _carried(case: CaseState, c: RecordRemedy) -> dict[str, object]:
    """Of an appeal in time: which judgment it is against, and that what is stopped stays so (行政诉讼法 85)."""
    last = case.standing_remedies[-1] if case.standing_remedies else None
    appeal = APPEALS.get(last.instance) if last and last.in_force_on else None
    if last is None or appeal is None or c.kind is not RemedyKind.SUIT:
        return {}
    told = last.received_on or last.decided_on or c.filed_on
    if last.performance != c.performance or c.filed_on > local_date(foreseen(appeal, told)):
        return {}
    return {"appeals": last.remedy_id, "stops_execution": last.carries_stop}


def close(ask: Ask[CloseRemedy, CaseState]) -> list[Draft]:
    """RemedyClosed on the paper that says so, and what follows from its outcome."""
    (own, *follow), paper = _closed(ask), by_two(ask, "remedy_end")
    return [*told_on([own], paper), *follow]


def _closed(ask: Ask[CloseRemedy, CaseState]) -> list[Draft]:
    """RemedyClosed, and what follows from its outcome."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    found = _waiting(case, c.remedy_id)
    # Where the decision has fallen already, the outcome is told and changes nothing a second time.
    moot = found.former or case.annulled
    if case.decision is None and not moot:
        raise refuse("STEP_MISSING", step="有效的决定", step_en="a decision that stands")
    day = received(found.filed_on, c.decided_on, c.received_on, ask.at)
    instance = instance_of(found.kind, c.outcome, c.instance)
    appeal = APPEALS.get(instance or "")
    # What may be appealed is not in force: what rests goes on once nobody can appeal any more.
    in_force = local_date(foreseen(appeal, day)) + timedelta(days=1) if appeal else None
    why = {"document_no": c.document_no, "reasons": c.reasons}
    events = [
        draft(
            case.stream,
            "RemedyClosed",
            remedy_id=c.remedy_id,
            **({"instance": instance} if instance else {}),
            **({"in_force_on": in_force} if in_force else {}),
            # Of what fell nobody sues or applies to the court: without its kind no period begins.
            **({} if moot else _period_after(case, found, c)),
            outcome=c.outcome,
            decided_on=c.decided_on,
            received_on=day,
            **why,
        )
    ]
    if moot or case.decision is None:
        remade = c.outcome is RemedyOutcome.REMADE and not found.former
        return [*events, anew(case, c.redo_by, why, ask.at)] if remade else events
    if found.performance:
        return [*events, *_of_performance(case, c, why)]
    events += _go_on(ask, in_force or c.decided_on, c.document_no)
    if c.outcome is RemedyOutcome.CHANGED:
        events += _change(case, c, ask, why)
    if c.outcome is RemedyOutcome.UNLAWFUL:
        # The decision keeps its effect, and so its sums; what it says of a doctor is looked at again.
        events += changed_scores(case, ask.states, case.decision.fine, why)
    if c.outcome in (RemedyOutcome.ANNULLED, RemedyOutcome.REMADE):
        events += annulled(case, ask.states, found.body, c.decided_on, why, ask.at)
    if c.outcome is RemedyOutcome.REMADE:
        events.append(anew(case, c.redo_by, why, ask.at))
    return events


def _of_performance(case: CaseState, c: CloseRemedy, why: dict[str, str]) -> list[Draft]:
    """PerformanceAnnulled where the decision to perform fell: the handling stands, another may be made."""
    if c.outcome is RemedyOutcome.CHANGED:
        raise refuse(
            "BAD_VALUE", field="结果", field_en="the outcome",
            why="要求履行协议的决定不变更处理金额；金额有变更的，请登记对协议处理决定的复议、诉讼",
            why_en="the decision to perform sets no sums: a change of them comes of a review or suit against "
            "the handling",
        )  # fmt: skip
    return [draft(case.stream, "PerformanceAnnulled", **why)] if c.outcome in FELL else []


def _period_after(case: CaseState, found: Remedy, c: CloseRemedy) -> dict[str, object]:
    """What begins the time to sue, to appeal, or to apply: its kind; of a review taken back or not heard, the
    day until which the decision can be sued for; of a court's outcome not in force yet, which time to appeal.

    Of a handling the last day to sue alone: no three months to apply to the court run of it.
    """
    review, handled = found.kind == RemedyKind.REVIEW.value, case.path is Path.AGREEMENT
    if found.performance:
        return _performed(case, found, c)
    appeal = APPEALS.get(instance_of(found.kind, c.outcome, c.instance) or "")
    if appeal and case.served_on is not None:
        if handled:
            return {"appeals_until": last_day(appeal, c.received_on or c.decided_on)}
        return {"appeal": appeal}
    if case.served_on is None or (handled and not review):
        return {} if handled else {"kind": found.kind}
    if c.outcome is RemedyOutcome.WITHDRAWN and review:
        # Where the review comes first it can be asked anew in its own time, and there is no suit yet.
        row = "review_on_spot" if review_first(case) else "suit"
        until = max(last_day(row, case.served_on), c.decided_on)
        return {"sues_until" if handled else "suit_until": until}
    if c.outcome in UNHEARD and review and not review_first(case):
        until = _unheard_until(case.served_on, c)
        return {"sues_until" if handled else "suit_until": until}
    if not handled:
        return {"kind": found.kind}
    return {"sues_until": last_day("suit_after_review", c.received_on or c.decided_on)}


def _unheard_until(served_on: date, c: CloseRemedy) -> date:
    """Of a review that nobody had to ask for, as `suit_goes_on`, in days before they roll over holidays."""
    return suit_goes_on("suit", served_on, c.received_on or c.decided_on, last_day)


def _performed(case: CaseState, found: Remedy, c: CloseRemedy) -> dict[str, object]:
    """Until when the institution may still sue or appeal against the decision to perform."""
    day, fell = c.received_on or c.decided_on, c.outcome in FELL
    if appeal := APPEALS.get(instance_of(found.kind, c.outcome, c.instance) or ""):
        return {"perform_until": last_day(appeal, day)}
    if fell or case.performance_on is None:
        return {}
    if found.kind != RemedyKind.REVIEW.value:
        return {"kind": "performance_suit"}
    if c.outcome is RemedyOutcome.WITHDRAWN:
        return {"perform_until": max(last_day("suit", case.performance_on), c.decided_on)}
    if c.outcome in UNHEARD:
        return {"perform_until": _unheard_until(case.performance_on, c)}
    return {"perform_until": last_day("suit_after_review", day)}


def stop(ask: Ask[StopExecution, CaseState]) -> list[Draft]:
    """ExecutionStopped by the body or court, between acceptance and today."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    found = _waiting(case, c.remedy_id)
    if found.stops_execution:
        raise refuse("ALREADY_DONE")
    _ordered(c.decided_on, found.stops[-1].until if found.stops else found.filed_on, ask.at)
    stopped = draft(case.stream, "ExecutionStopped", **_order(c), **came_on(ask, "execution_stop"))
    if found.performance:
        return [stopped]
    return [stopped, *_rest(ask, c.decided_on, c.document_no)]


def go_on(ask: Ask[ResumeExecution, CaseState]) -> list[Draft]:
    """ExecutionResumed before the review or suit is over, or its judgment in force."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    found = _known(case, c.remedy_id)
    if not found.stopped_on(local_date(ask.at)):
        if found.outcome is not None:
            raise refuse("ALREADY_DONE")
        raise refuse("STEP_MISSING", step="停止执行", step_en="an order that stops the execution")
    _ordered(c.decided_on, found.stops[-1].since, ask.at)
    resumed = draft(case.stream, "ExecutionResumed", **_order(c), **came_on(ask, "execution_on"))
    if found.performance:
        return [resumed]
    return [resumed, *_go_on(ask, c.decided_on, c.document_no, ahead=True)]


def _rest(ask: Ask[Any, CaseState], on: date, document_no: str) -> list[Draft]:
    """What the decision suspends rests with its execution."""
    case, reasons = ask.state, f"停止执行：{document_no}"
    penal = case.path is Path.ADMINISTRATIVE
    return [
        event
        for stream in case.measured
        for event in measures.rest(
            ask.states[stream], case.case_no, on, ask.at, reasons, penal=penal
        )
    ]


def _go_on(
    ask: Ask[Any, CaseState], on: date, document_no: str, *, ahead: bool = False
) -> list[Draft]:
    """What rested goes on, and ends later by as long; `ahead`: also what was to go on later."""
    case, reasons = ask.state, f"恢复执行：{document_no}"
    return [
        event
        for stream in case.measured
        for event in measures.go_on(
            ask.states[stream], case.case_no, on, ask.at, reasons, ahead=ahead
        )
    ]


def _order(c: StopExecution | ResumeExecution) -> dict[str, object]:
    return {
        "remedy_id": c.remedy_id, "decided_on": c.decided_on, "document_no": c.document_no,
        "reasons": c.reasons,
    }  # fmt: skip


def _waiting(case: CaseState, remedy_id: str) -> Remedy:
    found = _known(case, remedy_id)
    if found.outcome is not None:
        raise refuse("ALREADY_DONE")
    return found


def _known(case: CaseState, remedy_id: str) -> Remedy:
    found = next((r for r in case.remedies if r.remedy_id == remedy_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND", what=f"复议、诉讼 {remedy_id}", what_en=f"review or suit {remedy_id}"
        )
    return found


def _ordered(on: date, since: date | None, at: datetime) -> None:
    """An order comes after what it follows, and not after today."""
    if (since is not None and on < since) or on > local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="决定日期应在受理或前一决定之后且不晚于今天",
            what_en="the order comes after acceptance or the order before, and not after today",
        )


def _change(
    case: CaseState, c: CloseRemedy, ask: Ask[CloseRemedy, CaseState], why: dict[str, str]
) -> list[Draft]:
    """DecisionChanged, what is settled by it, the scores that rest on it, and an earlier end of its measures."""
    fine, lower = _lower(case, c)
    change = draft(
        case.stream,
        "DecisionChanged",
        fine=fine,
        **lower,
        surcharge_back=too_much(case, fine, local_date(ask.at)),
        published=case.published,
        more_days=-case.put_off_days,
        **why,
    )
    after = changed(case, change[2])
    events = [
        change,
        *_settled(case, after, local_date(ask.at)),
        *changed_scores(case, ask.states, fine, why),
    ]
    if c.months is not None:
        reasons = f"决定变更：{c.document_no}"
        for stream in case.measured:
            held = ask.states[stream]
            events += measures.shorten(
                held, case.case_no, c.months, c.decided_on, ask.at, reasons,
                penal=case.path is Path.ADMINISTRATIVE,
            )  # fmt: skip
    return events


def _settled(case: CaseState, after: CaseState, on: date) -> list[Draft]:
    """What was open and is not any more ends its periods, as a payment would."""
    events = []
    if recovery_open(case) and not recovery_open(after):
        events.append(draft(case.stream, "RecoveryInFull"))
    if unpaid(case) and not unpaid(after):
        kind = "FineMet" if recovery_open(after) or surcharge_open(after, on) else "FinePaidInFull"
        events.append(draft(case.stream, kind, amount=case.fines_paid))
    left = owed(after) + damages_open(after) + surcharge_open(after, on)
    if owed(case) + damages_open(case) and not left:
        events.append(draft(case.stream, "DebtSettled"))
    return events


def _lower(case: CaseState, c: CloseRemedy) -> tuple[Decimal, dict[str, object]]:
    """The fine after the change, and what else it named. Refuses what is not lower."""
    decision, months = case.decision, suspended_months(case)
    if decision is None:
        raise refuse("STEP_MISSING", step="有效的决定", step_en="a decision that stands")
    if all(one is None for one in (c.fine, c.recovery, c.months, c.damages)):
        raise refuse(
            "FIELD_REQUIRED",
            field="变更后的罚款、退回金额、违约金或者暂停月数",
            field_en="the fine, the recovery, the damages or the months of suspension after the change",
        )
    fine = decision.fine if c.fine is None else yuan(c.fine)
    recovery = decision.recovery if c.recovery is None else yuan(c.recovery)
    damages = decision.damages if c.damages is None else yuan(c.damages)
    lasts = months if c.months is None else c.months
    pairs = (
        (fine, decision.fine, "变更后的罚款金额", "the fine after the change"),
        (recovery, decision.recovery, "变更后的退回金额", "the recovery after the change"),
        (damages, decision.damages, "变更后的违约金", "the damages after the change"),
        (lasts, months, "变更后的暂停月数", "the months after the change"),
    )
    higher = next((pair for pair in pairs if not 0 <= pair[0] <= pair[1]), None)
    if higher or all(now == was for now, was, _, _ in pairs):
        _, _, field, field_en = higher or pairs[0]
        raise refuse(
            "BAD_VALUE", field=field, field_en=field_en,
            why="复议、诉讼不得加重：各项均不高于原决定，且至少一项低于原决定",
            why_en="review and suit never aggravate: nothing above the decision, and something below it",
        )  # fmt: skip
    lower: dict[str, object] = {}
    if c.recovery is not None:
        lower["recovery"] = recovery
        # What the body does not let stand is not demanded on its ground; the ledger has it apart.
        more = missing(case, recovery) - decision.not_demanded
        if more > 0:
            lower["not_demanded"] = more
    if c.months is not None:
        lower["months"] = c.months
    if damages != decision.damages:
        lower["damages"] = damages
    return fine, lower


def suspended_months(case: CaseState) -> int:
    """Months that the decision suspends for: of a handling, the longest of its measures."""
    if case.path is not Path.AGREEMENT or case.decision is None:
        return months_of(case)
    if case.decision.months is not None:
        return case.decision.months
    decided = local_date(case.decision.at)
    first = max(case.served_on or decided, decided)
    return max((one.months or _until(first, one.ends_at) for one in begun(case)), default=0)


def _until(first: date, ends_at: datetime | None) -> int:
    """Months up to a fixed end, a begun one as a whole: what is left above its whole ones can be taken off."""
    months = 0
    while ends_at is not None and day_start(add_months(first, months)) < ends_at:
        months += 1
    return months


def _open(case: CaseState, actor: Actor, at: datetime) -> None:
    waiting: list[Remedy] = [r for r in case.remedies if r.outcome is None]
    if not waiting:
        raise refuse("STEP_MISSING", step="登记复议或诉讼", step_en="a review or suit")


def _stopped(case: CaseState, actor: Actor, at: datetime) -> None:
    if stopping(case, at) is None:
        raise refuse("STEP_MISSING", step="停止执行", step_en="an order that stops the execution")


LEGAL = frozenset({Role.LEGAL_REVIEWER})
EXECUTION = frozenset({Stage.EXECUTION, Stage.HANDLING_EXECUTION})
AFTER = EXECUTION | {Stage.NO_PENALTY, Stage.CLOSED}
ACTS = (
    Act(
        RecordRemedy, "登记复议或诉讼", "record a review or suit", LEGAL,
        with_scan(of_measured, "document"), record, AFTER, (decision_stands,), rank=85,
    ),
    Act(
        # Also of a decision that fell meanwhile and is being made anew, or of a handling that was converted.
        CloseRemedy, "登记复议或诉讼结果", "record its outcome", LEGAL,
        with_scan(of_resting, "document"), close, frozenset(Stage), (_open,), rank=45,
    ),
    Act(
        StopExecution, "登记停止执行", "record that execution is stopped", LEGAL,
        with_scan(of_measured, "document"), stop, EXECUTION, (_open, not_stopped), rank=86,
    ),
    Act(
        ResumeExecution, "登记恢复执行", "record that execution goes on", LEGAL,
        with_scan(of_measured, "document"), go_on, EXECUTION, (_stopped,), rank=87,
    ),
)  # fmt: skip
