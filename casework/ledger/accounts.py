"""Accounts of the recovery ledger. Debit is positive; an account stands on its side or at nothing."""

from enum import StrEnum
from typing import Final


class Account(StrEnum):
    """Where money of a case stands; fund money and fines apart (条例 45)."""

    SOURCE = "source"
    SUSPECTED = "suspected"
    REJECTED = "rejected"
    EARLIER = "earlier"
    CONFIRMED = "confirmed"
    DEMANDED = "demanded"
    NOT_DEMANDED = "not_demanded"
    RETURNED = "returned"
    WRITTEN_OFF = "written_off"
    ADVANCE = "advance"
    DAMAGES_SOURCE = "damages_source"
    DAMAGES_DUE = "damages_due"
    DAMAGES_PAID = "damages_paid"
    DAMAGES_REFUND = "damages_refund"
    DAMAGES_WRITTEN_OFF = "damages_written_off"
    FINE_SOURCE = "fine_source"
    FINE_DUE = "fine_due"
    FINE_PAID = "fine_paid"
    FINE_REFUND = "fine_refund"
    FINE_WRITTEN_OFF = "fine_written_off"
    SURCHARGE_SOURCE = "surcharge_source"
    SURCHARGE_PAID = "surcharge_paid"
    SURCHARGE_REFUND = "surcharge_refund"
    SURCHARGE_WRITTEN_OFF = "surcharge_written_off"


NAMES: Final[dict[Account, tuple[str, str]]] = {
    Account.SOURCE: ("基金损失来源", "loss of the fund (origin)"),
    Account.SUSPECTED: ("疑点待认定", "identified, to be judged"),
    Account.REJECTED: ("不予认定", "not confirmed"),
    Account.EARLIER: ("此前已退回", "returned before"),
    Account.CONFIRMED: ("认定待追缴", "confirmed, not yet demanded"),
    Account.DEMANDED: ("已责令退回", "demanded"),
    Account.NOT_DEMANDED: ("不予责令退回", "not demanded, with its ground"),
    Account.RETURNED: ("已退回", "returned"),
    Account.WRITTEN_OFF: ("已核销", "written off"),
    Account.ADVANCE: ("预缴待核对", "paid ahead of confirmation"),
    Account.DAMAGES_SOURCE: ("违约金来源", "liquidated damages (origin)"),
    Account.DAMAGES_DUE: ("应缴违约金", "liquidated damages due"),
    Account.DAMAGES_PAID: ("已缴违约金", "liquidated damages paid"),
    Account.DAMAGES_REFUND: ("应退违约金", "liquidated damages to be paid back"),
    Account.DAMAGES_WRITTEN_OFF: ("违约金核销", "liquidated damages written off"),
    Account.FINE_SOURCE: ("罚款来源", "fine imposed (origin)"),
    Account.FINE_DUE: ("应缴罚款", "fine due"),
    Account.FINE_PAID: ("已缴罚款", "fine paid"),
    Account.FINE_REFUND: ("应退罚款", "fine to be paid back"),
    Account.FINE_WRITTEN_OFF: ("罚款核销", "fine written off"),
    Account.SURCHARGE_SOURCE: ("加处罚款来源", "surcharge (origin)"),
    Account.SURCHARGE_PAID: ("已缴加处罚款", "surcharge paid"),
    Account.SURCHARGE_REFUND: ("应退加处罚款", "surcharge to be paid back"),
    Account.SURCHARGE_WRITTEN_OFF: ("加处罚款核销", "surcharge written off"),
}
#: Accounts whose balance is a credit: where money comes from, and what is owed to the party.
CREDIT: Final = frozenset(
    {
        Account.SOURCE,
        Account.ADVANCE,
        Account.DAMAGES_SOURCE,
        Account.DAMAGES_REFUND,
        Account.FINE_SOURCE,
        Account.FINE_REFUND,
        Account.SURCHARGE_SOURCE,
        Account.SURCHARGE_REFUND,
    }
)
#: What a case may recover of its lines, wherever it stands; with ADVANCE taken off.
RECOVERABLE: Final = (
    Account.CONFIRMED,
    Account.DEMANDED,
    Account.NOT_DEMANDED,
    Account.RETURNED,
    Account.WRITTEN_OFF,
    Account.ADVANCE,
)
