"""The fine's parts, and what was paid of each: payments meet the earliest part first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.cases.state import CaseState
from casework.law.surcharge import parts_of
from casework.money import ZERO


@dataclass(frozen=True)
class Instalment:
    """A part of the fine in yuan, until when it is due, and whether it is late on the day asked."""

    due: date
    amount: Decimal
    paid: Decimal
    overdue: bool


def instalments(case: CaseState, on: date) -> tuple[Instalment, ...]:
    """Return the parts in the order of their days."""
    left, found = case.fines_paid + case.fines_written_off, []
    for part in sorted(parts_of(case), key=lambda one: one.due):
        paid = min(left, part.amount)
        left = max(left - paid, ZERO)
        found.append(Instalment(part.due, part.amount, paid, paid < part.amount and on > part.due))
    return tuple(found)
