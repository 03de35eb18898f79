"""What was owed has come in, or is written off: the events that end its periods."""

from decimal import Decimal

from casework.acts import draft
from casework.cases.guards import damages_open, owed, recovery_open
from casework.cases.state import CaseState
from casework.commands.case import PaymentKind
from casework.events import Draft


def settled(case: CaseState, kind: PaymentKind, amount: Decimal) -> list[Draft]:
    """RecoveryInFull and DebtSettled, where `amount` yuan more of that kind leave nothing open."""
    if case.decision is None or case.annulled or kind is PaymentKind.SURCHARGE:
        return []
    events = []
    if kind is PaymentKind.RECOVERY and amount == recovery_open(case):
        events.append(draft(case.stream, "RecoveryInFull"))
    if amount == owed(case) + damages_open(case):
        events.append(draft(case.stream, "DebtSettled"))
    return events
