"""Collect a fine: instalments by the head, pressing once it is overdue, then the court."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.announce import day_of_service
from casework.cases.guards import (
    damages_open,
    decision_stands,
    is_officer,
    not_officer,
    recovery_open,
    served,
)
from casework.cases.place import HANDLING_COURT
from casework.cases.serving import told
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.stopped import not_stopped, put_off, put_off_day, stopping
from casework.cases.streams import case_stream, of_penal
from casework.clocks.calendars import Calendar, day_end, local_date
from casework.clocks.periods import foreseen, if_known, is_over, known, period_end
from casework.clocks.rows import row_on
from casework.commands.case import (
    ApplyToCourt,
    CourtRuling,
    GrantInstalments,
    Instance,
    Path,
    PressPayment,
    RecordCourtRuling,
    RefuseInstalments,
    RemedyKind,
    RemedyOutcome,
    RequestInstalments,
    Served,
)
from casework.documents.incoming import came_on, told_on
from casework.documents.scans import with_scan
from casework.documents.serve import demand_issued, demand_of, named
from casework.events import Draft
from casework.law.remedy import UNHEARD, suit_goes_on
from casework.law.rows import parameter
from casework.law.surcharge import parts_of, surcharge, surcharge_open
from casework.money import ZERO, yuan
from casework.refusal import Refusal, refuse

EXECUTION = frozenset({Stage.EXECUTION})
#: Fund money is owed also where nobody is fined, and under an agreement.
OWING = frozenset({Stage.EXECUTION, Stage.NO_PENALTY, Stage.HANDLING_EXECUTION})

#: A day, and what is awaited until then in both languages.
Waiting = tuple[date, str, str]
#: The row of the time to appeal, by whether a court's outcome is in force.
APPEALS: Final[dict[str, str]] = {
    Instance.APPEALABLE_JUDGMENT: "appeal_judgment",
    Instance.APPEALABLE_RULING: "appeal_ruling",
}
#: 条例实施细则 came into force on that day (mark of its parameter: M).
HANDLING_COURT_SINCE: Final = date(2026, 4, 1)


def unpaid(case: CaseState) -> Decimal:
    """What is open of the fine itself, in yuan."""
    fine = case.decision.fine if case.decision and not case.annulled else ZERO
    return max(fine - case.fines_paid - case.fines_written_off, ZERO)


def request(ask: Ask[RequestInstalments, CaseState]) -> list[Draft]:
    """InstalmentsRequested; one request at a time."""
    c = ask.command
    events = asked_on(ask.state, c.requested_on, c.reasons, ask.at)
    return told_on(events, came_on(ask, "instalment_request"))


def asked_on(case: CaseState, on: date, reasons: str, at: datetime, **more: object) -> list[Draft]:
    """The request of a day, whoever brings it in. Refuses FIELD_REQUIRED, ALREADY_DONE, DATE_ORDER."""
    required(reasons=reasons)
    if case.instalments_asked is not None:
        raise refuse("ALREADY_DONE")
    if case.served_on is None or not case.served_on <= on <= local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="申请日期应在送达决定之后且不晚于今天",
            what_en="the request comes after service of the decision and not after today",
        )
    data = {"requested_on": on, "reasons": reasons}
    return [draft(case.stream, "InstalmentsRequested", **data, **more)]


def deny(ask: Ask[RefuseInstalments, CaseState]) -> list[Draft]:
    """InstalmentsRefused with the reasons; what is due stays due."""
    required(reasons=ask.command.reasons)
    data = {"reasons": ask.command.reasons, "to_serve": True}
    return [draft(ask.state.stream, "InstalmentsRefused", **data)]


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
    first = min(one.due for one in c.instalments)
    # What is late stays demanded: only from now on nothing is added while the plan is kept (处罚法 72).
    accrued = surcharge(case, local_date(ask.at))
    data = {
        "instalments": parts, "reasons": c.reasons, "more_days": more_days(case, first), "to_serve": True,
        "accrued": accrued,
    }  # fmt: skip
    return [draft(case.stream, "InstalmentsGranted", **data)]


def more_days(case: CaseState, due: date) -> int:
    """By how many days a part that is due next moves the day of payment as it stands."""
    if case.served_on is None:
        return 0
    lawful = case.served_on + timedelta(days=row_on("payment", case.served_on).amount)
    return (due - lawful).days - case.put_off_days


def met(case: CaseState, more: Decimal, on: date) -> list[Draft]:
    """InstalmentMet where what is paid or written off moves the day of payment on to a later part."""
    data = due_next(case, more)
    return [draft(case.stream, "InstalmentMet", **data, paid_on=on)] if data else []


def due_next(case: CaseState, more: Decimal) -> dict[str, Any]:
    """The part that is due once `more` is paid, and by how many days it moves; nothing where none does."""
    had = case.fines_paid + case.fines_written_off
    open_before, open_after = _next_due(case, had), _next_due(case, had + more)
    if open_before == open_after or open_after is None:
        return {}
    return {"due": open_after, "more_days": more_days(case, open_after)}


def _next_due(case: CaseState, had: Decimal) -> date | None:
    """The day of the earliest granted part that what was paid does not cover."""
    fine = case.decision.fine if case.decision else ZERO
    owed = fine - sum((part.amount for part in case.instalments), ZERO)
    for part in sorted(case.instalments, key=lambda one: one.due):
        owed += part.amount
        if owed > had:
            return part.due
    return None


def press(ask: Ask[PressPayment, CaseState]) -> list[Draft]:
    """FinePressed with its paper, once some of the fine or of the fund's money is overdue."""
    c, case = ask.command, ask.state
    served_on = day_of_service(case, Served.PRESSING, c.way, c.served_on, ask.at)
    _overdue_on(case, served_on)
    demand_issued(case, ask.actor, ask.at)
    paper = named(demand_of(case, ask.at))
    data = {**told(case, c, ask.actor, ask.at), "served_on": served_on, **paper}
    return [draft(case.stream, "FinePressed", **data)]


def court(ask: Ask[ApplyToCourt, CaseState]) -> list[Draft]:
    """CourtApplied within three months after the time to sue (强制法 53, 54)."""
    c, case = ask.command, ask.state
    required(recipient=c.court, document_no=c.document_no)
    may_apply(case, ask.actor, ask.at)
    today = local_date(ask.at)
    data = {
        "recipient": c.court,
        "document_no": c.document_no,
        "amount": unpaid(case),
        "surcharge": surcharge_open(case, today),
        "recovery": recovery_open(case),
        # Of a handling under the agreement; nobody is fined by it.
        "damages": damages_open(case),
    }
    return [draft(case.stream, "CourtApplied", **data)]


def ruled(ask: Ask[RecordCourtRuling, CaseState]) -> list[Draft]:
    """CourtRuled: enforced, what comes in is recorded; otherwise the matter is the bureau's again.

    An application is taken back also after the court began to enforce.
    """
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    if case.court_ruled and c.ruling is not CourtRuling.TAKEN_BACK:
        raise refuse("ALREADY_DONE")
    asked_on = case.court_applied_on
    if asked_on is not None and not asked_on <= c.ruled_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="法院裁定的日期应在申请之后且不晚于今天",
            what_en="the court rules after the application, and not after today",
        )
    data = {"ruling": c.ruling, "ruled_on": c.ruled_on, "document_no": c.document_no}
    paper = came_on(ask, "court_ruling")
    return [draft(case.stream, "CourtRuled", **data, reasons=c.reasons, **paper)]


def with_court(case: CaseState) -> bool:
    """Whether the court still has something to do: to rule, or to enforce what is open."""
    left = recovery_open(case) + damages_open(case) + unpaid(case)
    return case.court_applied and (bool(left) or not case.court_ruled)


def at_court(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the court was asked, and has to answer or to enforce."""
    if not case.court_applied:
        raise refuse("STEP_MISSING", step="申请法院强制执行", step_en="applying to the court")
    if not with_court(case):
        raise refuse("ALREADY_DONE")


def applying_is_over(case: CaseState, at: datetime) -> bool:
    """Whether the three months to apply to the court ran out (强制法 53)."""
    if case.served_on is None:
        return False
    # Nothing runs before the institution was told in writing to perform.
    if case.path is Path.AGREEMENT and case.performance_on is None:
        return False
    return is_over("court_application", local_date(suit_ends(case)), at)


def court_closed(case: CaseState, at: datetime) -> bool:
    """The same for what is offered next: a page opens also where the holidays of that year are not published.

    Until they are nothing is taken to be over.
    """
    return if_known(lambda: applying_is_over(case, at)) or False


def may_apply(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: pressed in vain, no review or suit open, its time over, the three months not.

    Upon a refusal the higher court may be asked within fifteen days, whatever the three months (强制法 56, 58).
    """
    if case.served_on is None or case.pressed_on is None:
        raise refuse("STEP_MISSING", step="催告", step_en="pressing for payment")
    if case.path is Path.AGREEMENT and case.performance_on is None:
        raise refuse(
            "STEP_MISSING", step="作出并送达要求履行协议的书面决定（由经办机构负责人作出）",
            step_en="the written decision that the handling is performed, by the head of the agency, and its "
            "service",
        )  # fmt: skip
    no_remedy_open(case, actor, at)
    sue_until = suit_ends(case)
    if at <= sue_until:
        raise _runs("当事人起诉", "going to court", sue_until)
    pressed_in_vain(case, actor, at)
    refused_on = case.court_refused_on
    if refused_on is not None and not is_over("court_refusal_review", refused_on, at):
        return
    if applying_is_over(case, at):
        last = local_date(period_end("court_application", local_date(sue_until)))
        raise refuse(
            "PERIOD_OVER", what="申请强制执行", what_en="applying to the court",
            until=last.isoformat(),
            cure="当事人自行缴纳的照常登记；确实无法追缴的，由主要负责人说明理由后核销。",
            cure_en="What the party pays is recorded as before; what cannot be collected is for the "
            "head to write off, with the reason.",
        )  # fmt: skip


def no_remedy_open(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no review or suit is open."""
    if any(remedy.outcome is None for remedy in case.standing_remedies):
        raise refuse("STEP_MISSING", step="复议或诉讼办结", step_en="the end of the review or suit")


def pressed_in_vain(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the party was pressed, and the time to perform after it is over."""
    if case.pressed_on is None:
        raise refuse("STEP_MISSING", step="催告", step_en="pressing for payment")
    ends = put_off(case, period_end("pressing", case.pressed_on), Calendar.WORKING_DAYS)
    if at <= ends:
        raise _runs("催告", "performing after pressing", ends)


def _runs(what: str, what_en: str, ends: datetime) -> Refusal:
    until = local_date(ends).isoformat()
    return refuse("PERIOD_RUNNING", what=what, what_en=what_en, until=until)


def _who_applies(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: of a handling the agency's head asks the court, of a penalty the bureau's."""
    role = Role.AGENCY_HEAD if case.path is Path.AGREEMENT else Role.HEAD
    if not actor.holds(role):
        raise role_required(frozenset({role}), "ApplyToCourt")


def _refused(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: a case that was closed on its way to the court goes there again only upon a refusal, or taken back."""
    if case.stage is Stage.CLOSED and not (case.court_refused_on or case.court_withdrawn_on):
        raise refuse(
            "STEP_MISSING",
            step="登记法院不予受理、不予执行或准许撤回申请的裁定",
            step_en="recording that the court did not take or enforce the application, or let it be taken back",
        )


def not_applied(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the matter is not the court's yet; it is asked once."""
    if case.court_applied:
        raise refuse("ALREADY_DONE")


def overdue(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: some of the fine or of the fund's money is overdue. Refuses PERIOD_RUNNING until then."""
    _overdue_on(case, local_date(at))


def _overdue_on(case: CaseState, day: date) -> None:
    """The fine or the fund's money; refuses with the day that comes first."""
    waiting = [due for due in (_fine_waits(case, day), _recovery_waits(case, day)) if due]
    if len(waiting) == _kinds_open(case, day):
        due, what, what_en = min(waiting)
        raise refuse("PERIOD_RUNNING", what=what, what_en=what_en, until=due.isoformat())


def _kinds_open(case: CaseState, day: date) -> int:
    """Fine, money of the fund or the agreement, and a surcharge that outlived its fine."""
    alone = not unpaid(case) and surcharge_open(case, day)
    return bool(unpaid(case)) + bool(recovery_open(case) or damages_open(case)) + bool(alone)


def _recovery_waits(case: CaseState, day: date) -> Waiting | None:
    """Until when the fund's money may still come back by itself; None once it is overdue, or none is open."""
    if case.served_on is None or not (recovery_open(case) or damages_open(case)):
        return None
    row = row_on("recovery_payment", case.served_on)
    due = put_off_day(case, local_date(period_end(row.id, case.served_on)))
    return (due, row.zh, row.en) if day <= due else None


def _fine_waits(case: CaseState, day: date) -> Waiting | None:
    """The same of the fine: the day of its first part that is not paid."""
    if not unpaid(case):
        return None
    had, owed = case.fines_paid + case.fines_written_off, ZERO
    for part in sorted(parts_of(case), key=lambda one: one.due):
        owed += part.amount
        if owed > had and day <= part.due:
            return part.due, "缴纳罚款", "paying the fine"
        if owed > had:
            return None
    return None


def review_first(case: CaseState) -> bool:
    """Whether the decision was made on the spot, under the law by which a review comes before a suit (复议法 23)."""
    served = case.served_on
    return case.on_spot and served is not None and known("review_on_spot", served)


def suit_ends(case: CaseState) -> datetime:
    """When the party of a served decision can no longer sue or appeal.

    Six months, or fifteen days after a review's; after a court's as long as an appeal from it is open. Of a
    handling that is to be performed it is that decision which the court enforces.
    """
    performed = case.path is Path.AGREEMENT and case.performance_on is not None
    served_on = (case.performance_on if performed else case.served_on) or date.min
    # Where the review comes first there is no suit without it.
    row = "review_on_spot" if review_first(case) else "suit"
    against = [one for one in case.standing_remedies if one.performance or not performed]
    latest = against[-1] if against else None
    if latest is None or latest.decided_on is None:
        return foreseen(row, served_on)
    if latest.kind == RemedyKind.REVIEW.value:
        if latest.outcome == RemedyOutcome.WITHDRAWN.value:
            # The six months go on (法释〔2018〕1号 58); they were not over before the review was.
            return max(foreseen(row, served_on), day_end(latest.decided_on))
        received_on = latest.received_on or latest.decided_on
        if latest.outcome in UNHEARD and row == "suit":
            return suit_goes_on(row, served_on, received_on, foreseen)
        return foreseen("suit_after_review", received_on)
    if appeal := APPEALS.get(latest.instance):
        # What the court of first instance said is not in force while the party may appeal.
        return foreseen(appeal, latest.received_on or latest.decided_on)
    return day_end(latest.decided_on)


def asked(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the party asked to pay later or in parts (处罚法 66), and nobody decided yet."""
    if case.instalments_asked is None:
        raise refuse(
            "STEP_MISSING",
            step="登记当事人的延期、分期申请",
            step_en="recording the party's request to pay later or in parts",
        )


def not_asked(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: no request waits for the head."""
    if case.instalments_asked is not None:
        raise refuse("ALREADY_DONE")


def demand_missing(case: CaseState, at: datetime) -> bool:
    """Whether a fine is overdue, nobody pressed for it yet, and the demand is not issued."""
    if case.stage not in OWING or case.decision is None or case.served_on is None:
        return False
    if (
        case.pressed_on is not None
        or not _kinds_open(case, local_date(at))
        or case.court_applied
        or stopping(case, at)
        # It opens the way to the court, which is closed by then: the head writes off, with his reason.
        or court_closed(case, at)
    ):
        return False
    paper = demand_of(case, at)
    return paper is not None and paper.form is None and is_overdue(case, at)


def is_overdue(case: CaseState, at: datetime) -> bool:
    """Whether some of what is owed is overdue, so that the party can be pressed for it."""
    try:
        _overdue_on(case, local_date(at))
    except Refusal:
        return False
    return True


def fine_open(case: CaseState, actor: Actor, at: datetime) -> None:
    """Some of the fine is still to be paid."""
    if not unpaid(case):
        raise refuse("ALREADY_DONE")


def money_open(case: CaseState, actor: Actor, at: datetime) -> None:
    """Something is still owed: of the fine or its surcharge, of the fund's money, of damages."""
    if not _kinds_open(case, local_date(at)):
        raise refuse("ALREADY_DONE")


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """Under the agreement the agency collects, in a penalty case its officers."""
    if case.path is not Path.AGREEMENT:
        is_officer(case, actor, at)
    elif not actor.holds(Role.AGENCY_OFFICER):
        raise role_required(frozenset({Role.AGENCY_OFFICER}), "PressPayment")


def court_for_handling(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard, on a case that was `located`: a handling goes to court where the bureau reads the rules so."""
    if case.path is not Path.AGREEMENT or case.served_on is None:
        return
    if local_date(at) < HANDLING_COURT_SINCE:
        raise refuse("HANDLING_NO_COURT")
    packaged = parameter(HANDLING_COURT, max(case.served_on, HANDLING_COURT_SINCE)).value == "yes"
    if not (packaged if case.handling_court is None else case.handling_court):
        raise refuse("HANDLING_NO_COURT")


_DECIDES = not_officer("承办与批准分期", "granting instalments")
ACTS = (
    Act(
        RequestInstalments, "登记延期、分期申请", "record a request for instalments",
        frozenset({Role.INSPECTOR}), with_scan(case_stream, "document"), request, EXECUTION,
        (is_officer, decision_stands, served, fine_open, not_asked), rank=72,
    ),
    Act(
        GrantInstalments, "准予延期或分期缴纳", "grant instalments", frozenset({Role.HEAD}),
        case_stream, grant, EXECUTION, (decision_stands, served, fine_open, asked, _DECIDES), rank=14,
    ),
    Act(
        RefuseInstalments, "不准予延期或分期缴纳", "refuse instalments", frozenset({Role.HEAD}),
        case_stream, deny, EXECUTION, (decision_stands, asked, _DECIDES), rank=71,
    ),
    Act(
        PressPayment, "送达催告书", "press for payment",
        frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}), case_stream, press, OWING,
        (_in_charge, decision_stands, served, not_stopped, money_open, not_applied, overdue, demand_issued),
        rank=18, leads_at=lambda case, at: case.pressed_on is None and not court_closed(case, at),
    ),
    Act(
        ApplyToCourt, "申请法院强制执行", "apply to the court",
        frozenset({Role.HEAD, Role.AGENCY_HEAD}), of_penal,
        court, OWING | {Stage.CLOSED},
        (_who_applies, decision_stands, money_open, not_applied, _refused, court_for_handling, may_apply,
         not_officer("承办与申请法院强制执行", "applying to the court")),
        rank=16,
    ),
    Act(
        RecordCourtRuling, "登记法院裁定", "record the court's ruling",
        frozenset({Role.LEGAL_REVIEWER}), with_scan(case_stream, "document"), ruled,
        OWING | {Stage.CLOSED}, (at_court,), rank=74,
    ),
)  # fmt: skip
