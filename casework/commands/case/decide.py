"""Legal review and the decision of the bureau's head."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import DiscussionSubject, NoPenaltyGround, Opinion, Ruling


@dataclass(frozen=True, kw_only=True)
class SubmitLegalReview(CaseCommand):
    """Send the case to legal review; with a hearing, after it (处罚法 58)."""

    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewLegality(CaseCommand):
    """Legal review by someone who is neither case officer nor proposer."""

    opinion: Opinion
    text: str


@dataclass(frozen=True, kw_only=True)
class DecideCase(CaseCommand):
    """The head decides: penalty, no penalty (with ground), or return with reasons.

    Without `decision_no` the store allots the next number of the series (with `serial`, `year`); one
    that is typed must neither read like one of the series nor be a decision's already.
    """

    ruling: Ruling
    decision_no: str = ""
    serial: int | None = None
    year: int | None = None
    reasons: str = ""
    ground: NoPenaltyGround | None = None


@dataclass(frozen=True, kw_only=True)
class DiscussCase(CaseCommand):
    """Record a collective discussion of the bureau's leaders (集体讨论, 处罚法 57).

    `members` are accounts of the leaders who were present, the head among them. Without their
    consent (`agreed`) the case goes back to the investigation; with it, on a decision, `ruling` says
    what they agreed on: a penalty or none.
    """

    subject: DiscussionSubject
    members: tuple[str, ...]
    held_on: date
    record: str
    agreed: bool
    ruling: Ruling | None = None


@dataclass(frozen=True, kw_only=True)
class ExtendDecision(CaseCommand):
    """Extend the 90 days: +30 by the head, then up to +60 after a collective discussion."""

    days: int
    reason: str
