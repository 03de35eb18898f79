"""What was entered wrongly of a service is put right: its day and way, as the receipt has them."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
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


@dataclass(frozen=True, kw_only=True)
class CorrectAnnouncement(CaseCommand):
    """Correct since when, or where, the latest announcement of a paper stood, with the reasons.

    `document` shows it, evidence of this case: the text as it was posted or printed. A service that came of it
    counts from the right day, which has to be over.
    """

    served: Served
    posted_on: date
    where: str
    document: str
    reasons: str
