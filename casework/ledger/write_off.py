"""Write off, and pay back: both only as far as the ledger has it."""

from datetime import date, datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.collect import applying_is_over, court_closed, met, unpaid
from casework.cases.execute import DECIDED
from casework.cases.guards import damages_open, not_officer, owed, recovery_open
from casework.cases.settled import settled
from casework.cases.stages import INVESTIGATING, TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import PayBack, PaymentKind, WriteOff, WriteOffGround
from casework.events import Draft
from casework.law.surcharge import surcharge_open
from casework.ledger.accounts import NAMES, Account
from casework.ledger.fold import fold_ledger
from casework.ledger.state import Ledger
from casework.money import ZERO, yuan
from casework.refusal import refuse

OWED = {
    PaymentKind.RECOVERY: Account.DEMANDED,
    PaymentKind.FINE: Account.FINE_DUE,
    PaymentKind.DAMAGES: Account.DAMAGES_DUE,
}
TO_PARTY = {
    PaymentKind.RECOVERY: Account.ADVANCE,
    PaymentKind.FINE: Account.FINE_REFUND,
    PaymentKind.SURCHARGE: Account.SURCHARGE_REFUND,
    PaymentKind.DAMAGES: Account.DAMAGES_REFUND,
}


def write_off(ask: Ask[WriteOff, CaseState]) -> list[Draft]:
    """RecoveryWrittenOff: never more than is demanded or due; of instalments the next one is due then."""
    c = ask.command
    required(document_no=c.document_no, reasons=c.reasons)
    lapsed = c.ground is WriteOffGround.PERIOD_LAPSED
    if lapsed and (ask.state.court_applied or not applying_is_over(ask.state, ask.at)):
        raise refuse(
            "BAD_VALUE",
            field="核销事由",
            field_en="the ground",
            why="申请法院强制执行的期限尚未届满，或已申请；请先申请强制执行",
            why_en="the time to apply to the court has not run out, or the court was asked; apply first",
        )
    if c.ground is WriteOffGround.REDUCED and c.kind is not PaymentKind.SURCHARGE:
        raise refuse(
            "BAD_VALUE",
            field="核销事由",
            field_en="the ground",
            why="只有加处的罚款可以减免（行政强制法第四十二条）；罚款、基金款请选择其他事由",
            why_en="only a surcharge can be reduced (Administrative Compulsion Law, article 42); give another ground for a fine or fund money",
        )
    if c.kind is PaymentKind.SURCHARGE:
        amount = _surcharge_off(ask)
    else:
        amount = _inside(_ledger(ask), OWED, c.kind, c.amount)
    told = {"ground": c.ground, "document_no": c.document_no, "reasons": c.reasons}
    gone = draft(ask.state.stream, "RecoveryWrittenOff", kind=c.kind, amount=amount, **told)
    today = local_date(ask.at)
    later = met(ask.state, amount, today) if c.kind is PaymentKind.FINE else []
    return [gone, *later, *settled(ask.state, c.kind, amount, today, today)]


def still_owed(case: CaseState, on: date) -> dict[PaymentKind, Decimal]:
    """What can be written off on a day, by kind, in yuan: a surcharge only once its fine is settled."""
    fine = unpaid(case)
    left = {
        PaymentKind.RECOVERY: recovery_open(case),
        PaymentKind.FINE: fine,
        PaymentKind.SURCHARGE: ZERO if fine else surcharge_open(case, on),
        PaymentKind.DAMAGES: damages_open(case),
    }
    return {kind: amount for kind, amount in left.items() if amount}


def _surcharge_off(ask: Ask[WriteOff, CaseState]) -> Decimal:
    """How much of the surcharge is written off: it grows with its fine, so the fine is settled first."""
    if unpaid(ask.state):
        raise refuse(
            "STEP_MISSING", step="罚款缴清或核销", step_en="paying or writing off the fine"
        )
    left = surcharge_open(ask.state, local_date(ask.at))
    return _within(left, Account.SURCHARGE_WRITTEN_OFF, ask.command.amount)


def pay_back(ask: Ask[PayBack, CaseState]) -> list[Draft]:
    """MoneyPaidBack: never more than the party paid too much."""
    c = ask.command
    required(voucher=c.voucher)
    if c.paid_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="退付日期不得晚于今天", what_en="paid back no later than today"
        )
    amount = _inside(_ledger(ask), TO_PARTY, c.kind, c.amount)
    told = {"paid_on": c.paid_on, "voucher": c.voucher}
    return [draft(ask.state.stream, "MoneyPaidBack", kind=c.kind, amount=amount, **told)]


def _ledger(ask: Ask[WriteOff, CaseState] | Ask[PayBack, CaseState]) -> Ledger:
    return fold_ledger(ask.state.case_no, ask.history[ask.state.stream])


def _inside(
    ledger: Ledger, accounts: dict[PaymentKind, Account], kind: PaymentKind, given: Decimal
) -> Decimal:
    return _within(ledger.of(accounts[kind]), accounts[kind], given)


def _within(left: Decimal, account: Account, given: Decimal) -> Decimal:
    amount = yuan(given)
    if not 0 < amount <= left:
        zh, en = NAMES[account]
        raise refuse("LEDGER_SHORT", account=zh, account_en=en, left=left, amount=amount)
    return amount


def overpaid(case: CaseState) -> Decimal:
    """What the party paid above all that is, or was confirmed to be, owed: the ledger's accounts that
    owe the party, in yuan."""
    standing = case.decision if not case.annulled else None
    recovery, fine = (standing.recovery, standing.fine) if standing else (ZERO, ZERO)
    settled = case.recovered + case.recovery_written_off
    # What was confirmed is owed until a decision says what is: of one that fell, nothing.
    due = recovery if case.decision is not None else case.lines.loss
    above = max(settled - due, ZERO) + max(case.fines_paid - fine, ZERO)
    return above + case.surcharges_back + case.damages_back


def _overpaid(case: CaseState, actor: Actor, at: datetime) -> None:
    if not overpaid(case):
        raise refuse("NOTHING_OVERPAID", recovered=case.recovered, fines=case.fines_paid)


def _fallen(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: while a case is investigated, money goes back only where a decision fell before."""
    if case.stage in INVESTIGATING | {Stage.SUSPENDED} and not case.former:
        raise refuse("NOTHING_OVERPAID", recovered=case.recovered, fines=case.fines_paid)


def _owed(case: CaseState, actor: Actor, at: datetime) -> None:
    if not owed(case) and not damages_open(case) and not surcharge_open(case, local_date(at)):
        raise refuse("NOTHING_OWED")


def _beyond_the_court(case: CaseState, at: datetime) -> bool:
    """Whether the time to ask the court ran out unused: what the party does not pay by itself is written off."""
    return case.stage is not Stage.CLOSED and not case.court_applied and court_closed(case, at)


ACTS = (
    Act(
        WriteOff, "核销", "write off", frozenset({Role.HEAD}), case_stream, write_off,
        frozenset({*DECIDED, Stage.HANDLING_EXECUTION, Stage.CLOSED}),
        (not_officer("承办与核销审批", "writing off"), _owed), rank=22, leads_at=_beyond_the_court,
    ),
    Act(
        PayBack, "退付多缴款", "pay back", frozenset({Role.SUPERVISOR, Role.HEAD}), case_stream,
        # Also while a decision that fell is made anew: what was paid upon it does not wait for the next.
        pay_back,
        DECIDED | TERMINAL | INVESTIGATING
        | {Stage.HANDLING_EXECUTION, Stage.REFERRED, Stage.SUSPENDED},
        (not_officer("承办与退付审批", "paying back"), _fallen, _overpaid), rank=87,
    ),
)  # fmt: skip
