"""Collect a fine: instalments by the head, pressing once it is overdue, then the court."""

from datetime import date, datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.announce import day_of_service
from casework.cases.guards import decision_stands, is_officer, not_officer, served
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import day_end, local_date
from casework.clocks.periods import period_end
from casework.commands.case import ApplyToCourt, GrantInstalments, PressPayment, RemedyKind, Served
from casework.documents.serve import demand_issued, demand_of, named
from casework.events import Draft
from casework.law.surcharge import parts_of
from casework.money import ZERO, yuan
from casework.refusal import refuse

EXECUTION = frozenset({Stage.EXECUTION})


def unpaid(case: CaseState) -> Decimal:
    """What is open of the fine itself, in yuan."""
    fine = case.decision.fine if case.decision and not case.annulled else ZERO
    return max(fine - case.fines_paid, ZERO)


def grant(ask: Ask[GrantInstalments, CaseState]) -> list[Draft]:
    """InstalmentsGranted: parts that add up to what is open, each due from today on."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    parts = [{"due": one.due, "amount": yuan(one.amount)} for one in c.instalments]
    total = sum((yuan(one.amount) for one in c.instalments), ZERO)
    if not parts or total != unpaid(case):
        raise refuse(
            "BAD_VALUE",
            field="分期金额",
            field_en="instalment amounts",
            why=f"各期合计应等于未缴罚款 {unpaid(case):,} 元",
            why_en=f"the instalments have to add up to the unpaid fine of {unpaid(case):,} yuan",
        )
    if any(one.due < local_date(ask.at) for one in c.instalments):
        raise refuse(
            "DATE_ORDER",
            what="各期缴款日期不得早于今天",
            what_en="no instalment may be due before today",
        )
    return [draft(case.stream, "InstalmentsGranted", instalments=parts, reasons=c.reasons)]


def press(ask: Ask[PressPayment, CaseState]) -> list[Draft]:
    """FinePressed with its paper, once some part of the fine is overdue."""
    c, case = ask.command, ask.state
    today = local_date(ask.at)
    served_on = day_of_service(case, Served.PRESSING, c.way, c.served_on, ask.at)
    if served_on > today:
        raise refuse(
            "DATE_ORDER", what="送达日期不得晚于今天", what_en="service may not lie after today"
        )
    due = min(part.due for part in parts_of(case))
    if served_on <= due:
        until = due.isoformat()
        raise refuse("PERIOD_RUNNING", what="缴纳罚款", what_en="paying the fine", until=until)
    demand_issued(case, ask.actor, ask.at)
    paper = named(demand_of(case, ask.at))
    return [draft(case.stream, "FinePressed", way=c.way, served_on=served_on, **paper)]


def court(ask: Ask[ApplyToCourt, CaseState]) -> list[Draft]:
    """CourtApplied within three months after the time to sue (强制法 53, 54)."""
    c, case = ask.command, ask.state
    required(recipient=c.court, document_no=c.document_no)
    if case.served_on is None or case.pressed_on is None:
        raise refuse("STEP_MISSING", step="催告", step_en="pressing for payment")
    if any(remedy.outcome is None for remedy in case.remedies):
        raise refuse("STEP_MISSING", step="复议或诉讼办结", step_en="the end of the review or suit")
    suit_ends = _suit_ends(case, case.served_on)
    for what, what_en, ends in (
        ("当事人起诉", "going to court", suit_ends),
        ("催告", "performing after pressing", period_end("pressing", case.pressed_on)),
    ):
        if ask.at <= ends:
            until = local_date(ends).isoformat()
            raise refuse("PERIOD_RUNNING", what=what, what_en=what_en, until=until)
    last = period_end("court_application", local_date(suit_ends))
    if ask.at > last:
        until = local_date(last).isoformat()
        raise refuse(
            "PERIOD_OVER", what="申请强制执行", what_en="applying to the court", until=until
        )
    data = {"recipient": c.court, "document_no": c.document_no, "amount": unpaid(case)}
    return [draft(case.stream, "CourtApplied", **data)]


def _suit_ends(case: CaseState, served: date) -> datetime:
    """When the party can no longer sue: six months, or fifteen days after a review's decision."""
    latest = case.remedies[-1] if case.remedies else None
    if latest is None or latest.decided_on is None:
        return period_end("suit", served)
    if latest.kind == RemedyKind.REVIEW.value:
        return period_end("suit_after_review", latest.decided_on)
    return day_end(latest.decided_on)


def fine_open(case: CaseState, actor: Actor, at: datetime) -> None:
    """Some of the fine is still to be paid."""
    if not unpaid(case):
        raise refuse("ALREADY_DONE")


ACTS = (
    Act(
        GrantInstalments, "准予延期或分期缴纳", "grant instalments", frozenset({Role.HEAD}),
        case_stream, grant, EXECUTION,
        (
            decision_stands, served, fine_open,
            not_officer("承办与批准分期", "granting instalments"),
        ), rank=72,
    ),
    Act(
        PressPayment, "送达催告书", "press for payment", frozenset({Role.INSPECTOR}), case_stream,
        press, EXECUTION, (is_officer, decision_stands, served, fine_open), rank=56,
    ),
    Act(
        ApplyToCourt, "申请法院强制执行", "apply to the court", frozenset({Role.HEAD}), case_stream,
        court, EXECUTION, (decision_stands, fine_open), rank=57,
    ),
)  # fmt: skip
