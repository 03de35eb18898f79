"""What a year is counted by: the months and outcome of a case, and its ledger in whole fen."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from casework.cases.outcome import outcome_of
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.events import Event
from casework.ledger.accounts import RECOVERABLE, Account
from casework.ledger.fold import fold_ledger

#: Figures of the ledger, in the order in which money goes its way.
FIGURES: Final = (
    "identified",
    "confirmed",
    "demanded",
    "returned",
    "written_off",
    "fined",
    "fine_paid",
)


def year_fields(case: CaseState, events: Sequence[Event]) -> dict[str, Any]:
    """The node's properties; months as Beijing has them (YYYY-MM), amounts in fen."""
    outcome, at = outcome_of(case, events)
    return {
        "opened_month": _month(local_date(case.opened_at)) if case.opened_at else None,
        "outcome": outcome.value if outcome else None,
        "outcome_month": _month(local_date(at)) if at else None,
        **{f"{name}_fen": _fen(value) for name, value in _figures(case, events).items()},
    }


def _figures(case: CaseState, events: Sequence[Event]) -> dict[str, Decimal]:
    ledger = fold_ledger(case.case_no, events)
    # Debits less credits: what was paid ahead of confirmation is taken off.
    recoverable = sum((ledger.balances.get(one, Decimal(0)) for one in RECOVERABLE), Decimal(0))
    return {
        "identified": ledger.identified,
        "confirmed": recoverable,
        "demanded": ledger.demanded,
        "returned": ledger.of(Account.RETURNED),
        "written_off": ledger.of(Account.WRITTEN_OFF),
        "fined": ledger.fined,
        "fine_paid": ledger.of(Account.FINE_PAID),
    }


def _month(day: Any) -> str:
    return str(day.isoformat()[:7])


def _fen(amount: Decimal) -> int:
    return int((amount * 100).to_integral_exact())
