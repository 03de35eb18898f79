"""After the decision: service, payment, closing, and a decision that was set aside."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
from casework.commands.case.serving import Serving
from casework.commands.case.voucher import Vouched


@dataclass(frozen=True, kw_only=True)
class ServeDecision(Serving):
    """Serve the decision; payment and remedies run from here, and so does a suspension.

    `department` is whom a decided suspension hits, where the decision itself does not name it yet.
    """

    receipt: str = ""
    department: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordPayment(Vouched):
    """Record money that came in; fund money and fines apart."""


@dataclass(frozen=True, kw_only=True)
class CloseCase(CaseCommand):
    """Close the case (结案) in the situation that was proposed."""

    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class AnnulDecision(CaseCommand):
    """A decision was set aside; points that rest on it fall with it.

    `decide_anew`: the case goes back to the investigation, to be notified, reviewed and decided again
    (处罚法 75), until `redo_by` where a day was set. `document`: the scan of what annulled it, evidence of
    this case.
    """

    by: str
    document_no: str
    annulled_on: date
    reasons: str
    decide_anew: bool = False
    redo_by: date | None = None
    document: str = ""
