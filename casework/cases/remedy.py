"""Review and suit: recorded, closed; a change only ever lowers the fine, an annulment takes the scores."""

from datetime import datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.collect import put_off_by
from casework.cases.execute import annulled, of_annul
from casework.cases.guards import decision_stands
from casework.cases.parts import Remedy
from casework.cases.stages import Stage
from casework.cases.state import CaseState, Decision
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import CloseRemedy, RecordRemedy, RemedyKind, RemedyOutcome
from casework.events import Draft
from casework.money import yuan
from casework.refusal import refuse


def record(ask: Ask[RecordRemedy, CaseState]) -> list[Draft]:
    """RemedyRecorded; against a decision on the spot review comes before suit (复议法 23)."""
    c, case = ask.command, ask.state
    required(by=c.body, document_no=c.document_no)
    served = case.served_on
    if served is None or not served <= c.filed_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="受理日期应在送达决定之后且不晚于今天",
            what_en="acceptance comes after service of the decision and not after today",
        )
    if any(remedy.outcome is None for remedy in case.remedies):
        raise refuse(
            "STEP_MISSING", step="前一复议或诉讼办结", step_en="the end of the other remedy"
        )
    reviewed = any(remedy.kind == RemedyKind.REVIEW.value for remedy in case.remedies)
    if c.kind is RemedyKind.SUIT and case.on_spot and not reviewed:
        raise refuse("REVIEW_FIRST")
    return [
        draft(
            case.stream,
            "RemedyRecorded",
            remedy_id=f"F{len(case.remedies) + 1}",
            kind=c.kind,
            body=c.body,
            filed_on=c.filed_on,
            document_no=c.document_no,
            stops_execution=c.stops_execution,
        )
    ]


def close(ask: Ask[CloseRemedy, CaseState]) -> list[Draft]:
    """RemedyClosed and what follows from its outcome."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    found = next((r for r in case.remedies if r.remedy_id == c.remedy_id), None)
    if found is None or case.decision is None:
        raise refuse(
            "NOT_FOUND", what=f"复议、诉讼 {c.remedy_id}", what_en=f"review or suit {c.remedy_id}"
        )
    if found.outcome is not None:
        raise refuse("ALREADY_DONE")
    if not found.filed_on <= c.decided_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="决定日期应在受理之后且不晚于今天",
            what_en="the decision comes after acceptance and not after today",
        )
    why = {"document_no": c.document_no, "reasons": c.reasons}
    events = [
        draft(
            case.stream,
            "RemedyClosed",
            remedy_id=c.remedy_id,
            kind=found.kind,
            outcome=c.outcome,
            decided_on=c.decided_on,
            **why,
        )
    ]
    if c.outcome is RemedyOutcome.CHANGED:
        fine = _lower(case.decision, c.fine)
        events.append(
            draft(
                case.stream,
                "DecisionChanged",
                fine=fine,
                published=case.published,
                more_days=-put_off_by(case),
                **why,
            )
        )
    if c.outcome is RemedyOutcome.ANNULLED:
        events += annulled(case, ask.states, found.body, c.decided_on, why, ask.at)
    return events


def _lower(decision: Decision, fine: Decimal | None) -> Decimal:
    if fine is None:
        raise refuse(
            "FIELD_REQUIRED", field="变更后的罚款金额", field_en="the fine after the change"
        )
    changed = yuan(fine)
    if changed >= decision.fine:
        raise refuse(
            "BAD_VALUE",
            field="变更后的罚款金额",
            field_en="the fine after the change",
            why="复议、诉讼不得加重，应低于原罚款",
            why_en="review and suit never aggravate: less than the original fine",
        )
    return changed


def _open(case: CaseState, actor: Actor, at: datetime) -> None:
    waiting: list[Remedy] = [r for r in case.remedies if r.outcome is None]
    if not waiting:
        raise refuse("STEP_MISSING", step="登记复议或诉讼", step_en="a review or suit")


LEGAL = frozenset({Role.LEGAL_REVIEWER})
AFTER = frozenset({Stage.EXECUTION, Stage.NO_PENALTY, Stage.CLOSED})
ACTS = (
    Act(
        RecordRemedy, "登记复议或诉讼", "record a review or suit", LEGAL, case_stream, record, AFTER,
        (decision_stands,), rank=85,
    ),
    Act(
        CloseRemedy, "登记复议或诉讼结果", "record its outcome", LEGAL, of_annul, close, AFTER,
        (_open,), rank=45,
    ),
)  # fmt: skip
