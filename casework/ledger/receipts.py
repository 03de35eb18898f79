"""What came in on which day: the cash side of the ledger, by the day of the payment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.ledger.accounts import Account
from casework.ledger.fold import fold_ledger

#: Accounts that stand for money at the bank; a debit came in, a credit was paid back.
CASH: Final = (
    Account.RETURNED,
    Account.FINE_PAID,
    Account.DAMAGES_PAID,
    Account.SURCHARGE_PAID,
)


@dataclass(frozen=True)
class Receipt:
    """One movement of money in yuan, negative where it was paid back or never came; `seq` is its event.

    `reverses` is the event of the payment that it takes back.
    """

    seq: int
    account: Account
    on: date
    amount: Decimal
    document_no: str
    reverses: int | None = None


def receipts(case_no: str, events: Sequence[Event]) -> Iterable[Receipt]:
    """Each movement of a case's money, in the order of its entries.

    The day is that of the payment; without one (an entry that no bank slip stands behind) the day
    of the entry, as Beijing has it. A reversal counts on the day of the payment that did not come.
    """
    gone = {event.seq: event.data.get("payment") for event in events}
    paid = {event.seq: event.data.get("paid_on") for event in events}
    for entry in fold_ledger(case_no, events).entries:
        day = paid.get(entry.seq)
        on = date.fromisoformat(day) if isinstance(day, str) else local_date(entry.at)
        for posting in entry.postings:
            if posting.account in CASH:
                of = gone.get(entry.seq)
                yield Receipt(
                    entry.seq, posting.account, on, posting.amount, entry.document_no,
                    of if isinstance(of, int) else None,
                )  # fmt: skip
