"""The ledger as a value: entries that each sum to nothing, and the balances they lead to."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from casework.ledger.accounts import CREDIT, Account
from casework.money import ZERO


@dataclass(frozen=True)
class Posting:
    """One side of an entry: a debit is positive, a credit negative; yuan."""

    account: Account
    amount: Decimal


@dataclass(frozen=True)
class Entry:
    """What one event of the case (`seq`) moved. `postings` sum to nothing."""

    seq: int
    at: datetime
    event: str
    postings: tuple[Posting, ...]
    document_no: str = ""

    @property
    def balanced(self) -> bool:
        """Whether debits equal credits."""
        return sum((p.amount for p in self.postings), ZERO) == 0


@dataclass(frozen=True)
class Ledger:
    """The ledger of one case. `balances` by account, yuan, debit positive."""

    case_no: str
    entries: tuple[Entry, ...] = ()
    balances: dict[Account, Decimal] = field(default_factory=dict)
    identified: Decimal = ZERO
    demanded: Decimal = ZERO
    fined: Decimal = ZERO

    def of(self, account: Account) -> Decimal:
        """An account's balance on its own side: never negative in a sound ledger; yuan."""
        balance = self.balances.get(account, ZERO)
        return -balance if account in CREDIT else balance
