"""After the decision: service, payment, closing, and a decision that was set aside."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import ClosingGround, PaymentKind, ServiceWay


@dataclass(frozen=True, kw_only=True)
class ServeDecision(CaseCommand):
    """Serve the decision; payment and remedies run from here, and so does a suspension.

    `department` is whom a decided suspension of an institution's department hits.
    """

    way: ServiceWay
    served_on: date
    receipt: str = ""
    department: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordPayment(CaseCommand):
    """Record money that came in; fund money and fines apart."""

    kind: PaymentKind
    amount: Decimal
    paid_on: date
    voucher: str


@dataclass(frozen=True, kw_only=True)
class CloseCase(CaseCommand):
    """Close the case (结案) once executed, or with the ground for what stays unexecuted.

    `ground` is one of the situations of 局令4 第五十六条; without it the case itself tells which.
    """

    situation: str
    ground: ClosingGround | None = None


@dataclass(frozen=True, kw_only=True)
class AnnulDecision(CaseCommand):
    """A review or court set the decision aside; points that rest on it fall with it."""

    by: str
    document_no: str
    annulled_on: date
    reasons: str
