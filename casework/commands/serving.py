"""The service (送达) of a paper that is no case's, whatever was served."""

from dataclasses import dataclass
from datetime import date

from casework.commands.base import Command
from casework.commands.case import ServiceWay


@dataclass(frozen=True, kw_only=True)
class FileServing(Command):
    """A paper is served in one of the seven ways.

    `served_on` is reckoned for an announcement, from the day `posted_on`, and given for every other way.
    `particulars` is what the way asks for. `consent_scan` (to electronic service) and `receipt_scan` are
    items of the vault of no case.
    """

    way: ServiceWay
    served_on: date | None = None
    posted_on: date | None = None
    particulars: str = ""
    consent_scan: str = ""
    receipt_scan: str = ""
