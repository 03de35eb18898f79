"""What was owed has come in, or is written off: the events that end its periods."""

from datetime import date
from decimal import Decimal

from casework.acts import draft
from casework.cases.guards import damages_open, owed, recovery_open
from casework.cases.state import CaseState
from casework.commands.case import PaymentKind
from casework.events import Draft
from casework.law.surcharge import surcharge_open
from casework.money import ZERO


def written_off(case: CaseState, kind: PaymentKind) -> Decimal:
    """Yuan of that kind that were written off and may still be paid: not what came back before."""
    return {
        PaymentKind.RECOVERY: max(case.recovery_written_off - case.returned_before, ZERO),
        PaymentKind.FINE: case.fines_written_off,
        PaymentKind.SURCHARGE: case.surcharges_written_off,
        PaymentKind.DAMAGES: case.damages_written_off,
    }.get(kind, ZERO)


def owed_again(case: CaseState, kind: PaymentKind, amount: Decimal, left: Decimal) -> list[Draft]:
    """WriteOffReversed, where `amount` comes in of which `left` yuan only were still open.

    What was written off is owed no more, and yet not forgiven: who pays it late pays a debt.
    """
    again = min(amount - left, written_off(case, kind))
    return [draft(case.stream, "WriteOffReversed", kind=kind, amount=again)] if again > 0 else []


def settled(
    case: CaseState, kind: PaymentKind, amount: Decimal, on: date, came: date
) -> list[Draft]:
    """RecoveryInFull and DebtSettled, where `amount` yuan more of that kind leave nothing open.

    The surcharge is that of the day `on`; `came` is the day on which the amount came in or was written off.
    """
    if case.decision is None or case.annulled or not amount:
        return []
    events = []
    if kind is PaymentKind.RECOVERY and amount == recovery_open(case):
        events.append(draft(case.stream, "RecoveryInFull", paid_on=paid_by(case, came, kind)))
    if amount == owed(case) + damages_open(case) + surcharge_open(case, on):
        events.append(draft(case.stream, "DebtSettled", paid_on=paid_by(case, came)))
    return events


def paid_by(case: CaseState, came: date, *kinds: PaymentKind) -> date:
    """The day on which all of a debt was in, with what came on a day: payments are told in any order.

    `kinds`: of which kinds; none: of all.
    """
    wanted = {kind.value for kind in kinds or PaymentKind}
    paid = [one.on for one in case.payments if one.kind in wanted]
    return max((came, *paid, *(day for kind, day in case.written_off_on.items() if kind in wanted)))
