"""The fine's parts, and what was paid of each: payments meet the earliest part first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.cases.state import CaseState
from casework.cases.stopped import rests
from casework.law.surcharge import parts_of
from casework.money import ZERO


@dataclass(frozen=True)
class Instalment:
    """A part of the fine in yuan, until when it is due, and whether it is late on the day asked.

    `resting`: its day does not come while a body or court has stopped the execution.
    """

    due: date
    amount: Decimal
    paid: Decimal
    overdue: bool
    resting: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something of it is left to pay."""
        return self.paid < self.amount


def instalments(case: CaseState, on: date) -> tuple[Instalment, ...]:
    """Return the parts in the order of their days; none where nobody was fined."""
    left, found = case.fines_paid + case.fines_written_off, []
    for part in sorted((one for one in parts_of(case) if one.amount), key=lambda one: one.due):
        paid = min(left, part.amount)
        left = max(left - paid, ZERO)
        is_open, resting = paid < part.amount, rests(case, part.due)
        overdue = is_open and not resting and on > part.due
        found.append(Instalment(part.due, part.amount, paid, overdue, is_open and resting))
    return tuple(found)
