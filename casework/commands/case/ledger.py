"""What only a person can tell the ledger: money written off, and money paid back to the party."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import PaymentKind


class WriteOffGround(StrEnum):
    """Why nothing more comes: the court ended execution, the party is gone, it came back before, the time
    to ask the court ran out (行政强制法 53: three months after the time for review and suit), or the
    surcharge was reduced since the party made good (行政强制法 42)."""

    COURT_ENDED = "court_ended"
    PARTY_GONE = "party_gone"
    RETURNED_BEFORE = "returned_before"
    PERIOD_LAPSED = "period_lapsed"
    REDUCED = "reduced"


@dataclass(frozen=True, kw_only=True)
class WriteOff(CaseCommand):
    """Write off what is demanded or due, in yuan; a surcharge once its fine is paid or written off."""

    kind: PaymentKind
    amount: Decimal
    ground: WriteOffGround
    document_no: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ReversePayment(CaseCommand):
    """Take back the entry of a payment that did not come in so (冲正), on a reverse voucher and with the reasons.

    `payment_id` is the number of the event that recorded it. What the payment had ended begins again.
    """

    payment_id: str
    document_no: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class PayBack(CaseCommand):
    """Pay back to the party what it paid too much, once a decision fell or was lowered; yuan."""

    kind: PaymentKind
    amount: Decimal
    paid_on: date
    voucher: str
