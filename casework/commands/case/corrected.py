"""What was entered wrongly of a service is put right: its day and way, as the receipt has them."""

from dataclasses import dataclass

from casework.commands.case.receipt import Served
from casework.commands.case.serving import Serving


@dataclass(frozen=True, kw_only=True)
class CorrectService(Serving):
    """Correct the day and way of the latest service of a paper, as its receipt has them, with the reasons.

    `document` is the receipt, evidence of this case: the one that the service has, or the right one. Periods that
    ran from the service are reckoned anew.
    """

    served: Served
    document: str
    reasons: str
