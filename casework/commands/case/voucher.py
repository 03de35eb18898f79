"""Money that came in upon a voucher (bank slip, receipt of the treasury), and where such a voucher stands already."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import PaymentKind

#: Characters of a voucher's number at most: it is looked for in every case.
LONGEST_VOUCHER: Final = 200


@dataclass(frozen=True)
class VoucherUse:
    """A standing entry of a voucher: in which case, of what day, how many yuan."""

    case_no: str
    on: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Vouched(CaseCommand):
    """What a voucher shows: of which kind, how many yuan, of which day.

    One voucher is one entry; where it holds several payments `shared_reason` says why. `elsewhere` is what the
    store knows of the same voucher in other cases.
    """

    kind: PaymentKind
    amount: Decimal
    paid_on: date
    voucher: str
    shared_reason: str = ""
    elsewhere: tuple[VoucherUse, ...] = ()
