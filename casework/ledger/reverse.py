"""Reverse the entry of a payment (冲正): other eyes, a reverse voucher, and what it had ended begins again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.close import outstanding
from casework.cases.collect import due_next, unpaid
from casework.cases.fold import fold_case
from casework.cases.fold_money import MONEY_FOLDS
from casework.cases.guards import damages_open, not_officer, recovery_open
from casework.cases.parts import Paid
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.clocks.restated import RESTATED, restated
from casework.commands.case import PaymentKind, ReversePayment, WriteOffGround
from casework.documents.internal import ON_FORM
from casework.events import Draft, Event
from casework.hands import other_eyes
from casework.law.surcharge import surcharge_open
from casework.refusal import refuse

CLOSINGS = frozenset({"CaseClosed", "HandlingClosed"})


def reverse(ask: Ask[ReversePayment, CaseState]) -> list[Draft]:
    """PaymentReversed; then the part of the fine that is due again, and what had been written off before.

    Where a case was closed upon it and something is owed again, it is back in its execution. Refuses NOT_FOUND,
    FOUR_EYES to whoever recorded it, LEDGER_SHORT where some of it was paid back since.
    """
    c, case = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    paid = _of(case, c.payment_id)
    other_eyes(ask.actor, (paid.by,), "登记缴款与冲正", "recording a payment and reversing it")
    _still_there(case, paid)
    told: dict[str, Any] = {
        "payment": paid.seq, "kind": paid.kind, "amount": paid.amount, "paid_on": paid.on, "voucher": paid.voucher,
        "document_no": c.document_no, "reasons": c.reasons, **ON_FORM,
    }  # fmt: skip
    events = ask.history[case.stream]
    kind = PaymentKind(paid.kind)
    gone = [*_due_again(case, paid), *_off_again(case, kind, paid, events)]
    after = _after(case, [draft(case.stream, "PaymentReversed", **told), *gone], ask.at)
    again = _begins_again(case, after, events, ask.at)
    return [draft(case.stream, "PaymentReversed", **told, **again), *gone]


def _of(case: CaseState, payment_id: str) -> Paid:
    for one in case.payments:
        if str(one.seq) == payment_id:
            return one
    raise refuse(
        "NOT_FOUND", what=f"未冲正的缴款 {payment_id}", what_en=f"standing payment {payment_id}"
    )


def _still_there(case: CaseState, paid: Paid) -> None:
    """What was paid back to the party since can no longer be reversed as never paid."""
    held = {
        PaymentKind.FINE.value: case.fines_paid,
        PaymentKind.SURCHARGE.value: case.surcharges_paid,
        PaymentKind.DAMAGES.value: case.damages_paid,
    }.get(paid.kind, case.recovered)
    if paid.amount > held:
        raise refuse(
            "LEDGER_SHORT", account="已缴款项（退付后）", account_en="what is paid and not paid back",
            left=held, amount=paid.amount,
        )  # fmt: skip


def _due_again(case: CaseState, paid: Paid) -> list[Draft]:
    """InstalmentOpenAgain where an earlier part of a fine is due once more."""
    if paid.kind != PaymentKind.FINE.value:
        return []
    data = due_next(case, -paid.amount)
    return [draft(case.stream, "InstalmentOpenAgain", **data)] if data else []


def _off_again(
    case: CaseState, kind: PaymentKind, paid: Paid, events: Sequence[Event]
) -> list[Draft]:
    """RecoveryWrittenOff as it was, where the payment had brought back what was written off."""
    at = next((n for n, one in enumerate(events) if one.seq == paid.seq), 0)
    before = events[at - 1] if at else None
    if before is None or before.type != "WriteOffReversed" or before.data["kind"] != kind.value:
        return []
    for one in reversed(events[: at - 1]):
        off = one.type == "RecoveryWrittenOff" and one.data["kind"] == kind.value
        if off and one.data["ground"] != WriteOffGround.RETURNED_BEFORE.value:
            same = {name: one.data[name] for name in ("ground", "document_no", "reasons")}
            data = {"kind": kind, "amount": before.data["amount"], "since": local_date(before.at)}
            return [draft(case.stream, "RecoveryWrittenOff", **data, **same)]
    return []


def _after(case: CaseState, drafts: Sequence[Draft], at: datetime) -> CaseState:
    """The case once these events are there."""
    for number, (stream, kind, data) in enumerate(drafts, case.version + 1):
        event = Event(stream, number, kind, data, "", at, "", "")
        case = MONEY_FOLDS[kind](case, event, data)
    return case


def _begins_again(
    case: CaseState, after: CaseState, events: Sequence[Event], at: datetime
) -> dict[str, Any]:
    """What earlier events end no more, and the stage of a case that is owed something again."""
    on = local_date(at)
    fine, fund = unpaid(after), recovery_open(after)
    extra, rest = surcharge_open(after, on), outstanding(after, on) + damages_open(after)
    said: dict[str, Any] = {}
    for one in restated(events):
        if one.type in ("FinePaidInFull", "FineMet") and fine:
            said[str(one.seq)] = None
        elif one.type == "FinePaidInFull" and (fund or extra):
            said[str(one.seq)] = {"type": "FineMet"}
        elif (one.type == "RecoveryInFull" and fund) or (one.type == "DebtSettled" and rest):
            said[str(one.seq)] = None
    told: dict[str, Any] = {RESTATED: said} if said else {}
    closing = next((one for one in reversed(events) if one.type in CLOSINGS), None)
    if case.stage is Stage.CLOSED and closing is not None and rest:
        said[str(closing.seq)] = None
        told = {RESTATED: said, "stage": _before(case, events, closing)}
    return told


def _before(case: CaseState, events: Sequence[Event], closing: Event) -> Stage:
    """The stage from which the case was closed."""
    return fold_case(case.case_no, [one for one in events if one.seq < closing.seq]).stage


def _paid_something(case: CaseState, actor: Actor, at: datetime) -> None:
    if not case.payments:
        raise refuse("NO_PAYMENT")


ACT = Act(
    ReversePayment, "冲正缴款", "reverse a payment", frozenset({Role.SUPERVISOR, Role.HEAD}),
    case_stream, reverse,
    guards=(not_officer("承办与冲正审批", "reversing a payment"), _paid_something), rank=88,
)  # fmt: skip
