"""Service by announcement (公告送达): posted, and served only when its period is over."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
from casework.commands.case.receipt import Served


@dataclass(frozen=True, kw_only=True)
class PostAnnouncement(CaseCommand):
    """An announcement was posted, after the other ways had failed; `where` names the place."""

    served: Served
    posted_on: date
    where: str
    reasons: str
