"""One voucher, one entry: the same slip recorded twice would end what is still owed."""

from typing import Any

from casework.cases.parts import Paid
from casework.cases.state import CaseState
from casework.commands.case import LONGEST_VOUCHER, Vouched, VoucherUse
from casework.refusal import refuse


def vouched(case: CaseState, c: Vouched) -> dict[str, Any]:
    """What an event keeps of a voucher. Refuses VOUCHER_USED where it stands already, unless it is
    shared, and ID_TOO_LONG.

    Entries that were reversed stand no more: the right one may follow on the same voucher.
    """
    number, reason = c.voucher.strip(), c.shared_reason.strip()
    if len(number) > LONGEST_VOUCHER:
        raise refuse("ID_TOO_LONG", most=LONGEST_VOUCHER)
    uses = (
        *(_use(case, one) for one in case.payments if one.voucher.strip() == number),
        *c.elsewhere,
    )
    if uses and not reason:
        first = uses[0]
        raise refuse(
            "VOUCHER_USED", voucher=number, case_no=first.case_no, day=first.on.isoformat(),
            amount=first.amount,
        )  # fmt: skip
    told = {"kind": c.kind, "paid_on": c.paid_on, "voucher": number}
    return {**told, "shared": reason} if uses else told


def _use(case: CaseState, one: Paid) -> VoucherUse:
    return VoucherUse(case.case_no, one.on, one.amount)
