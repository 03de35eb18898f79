"""After a handling was decided: service, deduction and damages, rectification and its re-check."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.agreement.defend import paper
from casework.agreement.impose import begin, hit, lapsed, of_service
from casework.cases.announce import day_of_service
from casework.cases.guards import damages_open, money_in, own_institution, recovery_open, served
from casework.cases.parts import Service
from casework.cases.serving import told
from casework.cases.settled import owed_again, settled, written_off
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.stopped import not_stopped, rectified_by
from casework.cases.streams import case_stream
from casework.cases.vouchers import vouched
from casework.clocks.calendars import local_date
from casework.clocks.periods import last_day
from casework.commands.agreement import (
    Deduction,
    RecheckRectification,
    RecordDeduction,
    ReportRectification,
    ServeHandling,
)
from casework.commands.case import Path, PaymentKind, Ruling, Served
from casework.custody.scans import Wanted
from casework.documents.effect import effect_of, effective, papers
from casework.documents.scans import case_scan, next_party_paper, receipt_paper, with_scan
from casework.documents.serve import handling_issued, handling_of, named
from casework.events import Draft
from casework.money import ZERO
from casework.refusal import refuse
from casework.wording import Both


def serve(ask: Ask[ServeHandling, CaseState]) -> list[Draft]:
    """HandlingServed, once, between the decision and today."""
    c, case = ask.command, ask.state
    decision, today = case.decision, local_date(ask.at)
    served_on = day_of_service(case, Served.HANDLING, c.way, c.served_on, ask.at)
    if decision is None or not local_date(decision.at) <= served_on <= today:
        raise refuse(
            "DATE_ORDER", what="送达日期应在决定之后且不晚于今天",
            what_en="served after the decision and not after today",
        )  # fmt: skip
    if c.document is not None:
        paper(case, c.document, Both("送达回证的签收", "Signing the receipt"))
        one = Service(Served.HANDLING, c.way, served_on)
        case_scan(ask, c.document, Wanted(receipt_paper(case, one)))
    data = {**told(case, c, ask.actor, ask.at), "served_on": served_on, "document": c.document}
    data["recoverable"] = bool(recovery_open(case) or damages_open(case))
    if decision.ruling == Ruling.PENALTY.value:
        data["sues_until"] = last_day("suit", served_on)
    if (rectify_by := _rectify_by(case, served_on)) is not None:
        data["rectify_by"] = rectify_by
    imposed = begin(case, served_on, ask.states, ask.at)
    if imposed:
        data["measured"] = hit(imposed)
    if late := lapsed(case, imposed):
        data["lapsed"] = late
    data.update(named(handling_of(case, ask.at)))
    if given := effect_of(papers(case)):
        data["effect"] = given
    return [draft(case.stream, "HandlingServed", **data), *imposed]


def _rectify_by(case: CaseState, served_on: date) -> date | None:
    """Until when the institution puts things right: the days it is given run from the service.

    A day that was fixed before, and was over by then, is told anew. None where nothing is to be set.
    """
    one = case.rectification
    if one is None or case.handling is None or one.passed or one.reported:
        return None
    if one.due is not None and one.due > served_on:
        return None
    return served_on + timedelta(days=case.handling.rectify_days)


def deduct(ask: Ask[RecordDeduction, CaseState]) -> list[Draft]:
    """PaymentRecorded as fund money or as damages, never more than is open of either.

    While the execution is stopped nothing is kept back; what the institution pays itself comes in.
    """
    c, case = ask.command, ask.state
    required(voucher=c.voucher)
    amount = money_in(c.amount, c.paid_on, ask.at)
    left = open_of(case).get(c.kind)
    if left is None or (c.how is Deduction.REFUSED and c.kind is not PaymentKind.RECOVERY):
        raise refuse(
            "BAD_VALUE", field="款项", field_en="kind", why="协议处理只有追回（拒付）和违约金",
            why_en="a handling knows fund money (or its refusal) and damages",
        )  # fmt: skip
    if c.kind is PaymentKind.DAMAGES and case.decision is not None:
        _not_before(local_date(case.decision.at), c.paid_on)
    if c.how is not Deduction.PAID:
        not_stopped(case, ask.actor, ask.at)
        _told(case, ask.actor, ask.at)
    most = left + written_off(case, c.kind)
    if amount > most:
        raise refuse(
            "BAD_VALUE", field="金额", field_en="amount", why=f"超过尚未执行的 {most:,} 元",
            why_en=f"more than the {most:,} yuan that are open",
        )  # fmt: skip
    data = {**vouched(case, c), "amount": amount, "how": c.how}
    came = draft(case.stream, "PaymentRecorded", **data)
    again = owed_again(case, c.kind, amount, left)
    return [*again, came, *settled(case, c.kind, min(amount, left), local_date(ask.at), c.paid_on)]


def _told(case: CaseState, actor: Actor, at: datetime) -> None:
    """Nothing is kept back on a decision that has no effect yet; of before one had it by itself."""
    if case.decision is not None and case.decision.seq:
        served(case, actor, at)


def _not_before(decided: date, paid_on: date) -> None:
    """Fund money may have come back before; damages are owed by the decision alone."""
    if paid_on < decided:
        raise refuse(
            "DATE_ORDER",
            what=f"违约金的缴款日期不得早于作出决定之日（{decided}），请按缴款凭证填写",
            what_en=f"damages are paid from the day of the decision on ({decided}): enter the day of the "
            "voucher",
        )


def open_of(case: CaseState) -> dict[PaymentKind, Decimal]:
    """Yuan of the decided handling that did not come in yet, by kind."""
    decision = case.decision
    if decision is None or case.annulled:
        return {PaymentKind.RECOVERY: ZERO, PaymentKind.DAMAGES: ZERO}
    return {
        PaymentKind.RECOVERY: recovery_open(case),
        PaymentKind.DAMAGES: damages_open(case),
    }


def report(ask: Ask[ReportRectification, CaseState]) -> list[Draft]:
    """RectificationReported by the institution, or on its signed paper."""
    c, case = ask.command, ask.state
    required(text=c.text)
    if not ask.actor.holds(Role.INSURANCE_OFFICE):
        paper(case, c.document, Both("整改报告", "Reporting what was put right"))
    if c.document is not None:
        case_scan(ask, c.document, next_party_paper(case, "rectification"))
    data = {"text": c.text, "document": c.document}
    return [draft(case.stream, "RectificationReported", **data)]


def recheck(ask: Ask[RecheckRectification, CaseState]) -> list[Draft]:
    """RectificationChecked; what failed gets a new day."""
    c, case = ask.command, ask.state
    required(record=c.record)
    today = local_date(ask.at)
    if c.held_on > today:
        raise refuse("DATE_ORDER", what="复查日期不得晚于今天", what_en="checked after today")
    due: date | None = None
    if not c.passed:
        if not 1 <= c.days <= 90:
            raise refuse(
                "BAD_VALUE", field="继续整改天数", field_en="days", why="应为 1–90 天",
                why_en="from 1 to 90 days",
            )  # fmt: skip
        due = today + timedelta(days=c.days)
    data = {"passed": c.passed, "record": c.record, "held_on": c.held_on, "due": due}
    return [draft(case.stream, "RectificationChecked", **data)]


def _not_served(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.served_on is not None:
        raise refuse("ALREADY_DONE")


def _handled(case: CaseState, actor: Actor, at: datetime) -> None:
    """What is paid late comes in after the handling was closed; of a penalty it is recorded as a payment."""
    if case.path is not Path.AGREEMENT:
        raise refuse("ALREADY_DONE")


def _owes(case: CaseState, actor: Actor, at: datetime) -> None:
    if not any(left or written_off(case, kind) for kind, left in open_of(case).items()):
        raise refuse("ALREADY_DONE")


def _to_report(case: CaseState, actor: Actor, at: datetime) -> None:
    one = case.rectification
    if one is None or one.passed or one.reported:
        raise refuse("ALREADY_DONE")


def _to_check(case: CaseState, actor: Actor, at: datetime) -> None:
    """Once the day is over, the agency looks for itself: silence holds no case up, unless execution is stopped."""
    one, due = case.rectification, rectified_by(case)
    if one is None or one.passed:
        raise refuse("ALREADY_DONE")
    not_stopped(case, actor, at)
    if one.reported:
        return
    if due is None:
        raise refuse(
            "STEP_MISSING", step="送达协议处理决定（整改期限自送达之日起算）",
            step_en="service of the handling (the days to put things right run from it)",
        )  # fmt: skip
    if local_date(at) <= due:
        raise refuse(
            "STEP_MISSING", step=f"机构报告整改情况（{due.isoformat()} 期满后可径行复查）",
            step_en=f"the institution's report (after {due.isoformat()} you may re-check without)",
        )  # fmt: skip


AGENCY = frozenset({Role.AGENCY_OFFICER})
EXECUTION = frozenset({Stage.HANDLING_EXECUTION})
ACTS = (
    Act(
        ServeHandling, "送达协议处理决定", "serve the handling", AGENCY,
        of_service, serve,
        EXECUTION, (_not_served, handling_issued, effective), rank=10,
    ),
    Act(
        RecordDeduction, "登记扣款", "record a deduction", AGENCY, case_stream, deduct,
        EXECUTION | {Stage.CLOSED}, (_handled, _owes), rank=15, leads=lambda case: case.is_open,
    ),
    Act(
        ReportRectification, "报告整改情况", "report the rectification",
        frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER}),
        with_scan(case_stream, "document"), report, EXECUTION,
        (own_institution, _to_report), rank=30,
    ),
    Act(
        RecheckRectification, "整改复查", "re-check the rectification", AGENCY, case_stream,
        recheck, EXECUTION, (_to_check,), rank=12,
    ),
)  # fmt: skip
