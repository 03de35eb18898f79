"""What every service of a paper (送达) tells of itself, whatever was served."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import ServiceWay


@dataclass(frozen=True, kw_only=True)
class Serving(CaseCommand):
    """A service: its way, its day, and what the law demands of that way.

    `served_on` is reckoned for an announcement and given for every other way. `particulars` is what the way
    asks for: the witness of a paper that was left, the number of the mail, the body that was
    entrusted. `consent` is the written consent to electronic service, evidence of this case.
    """

    way: ServiceWay
    served_on: date | None = None
    particulars: str = ""
    consent: str | None = None
