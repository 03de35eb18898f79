"""Legal review and the decision of the bureau's head."""

from dataclasses import dataclass

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import Opinion, Ruling


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
    """The head decides: penalty, no penalty (with ground), or return with reasons."""

    ruling: Ruling
    decision_no: str = ""
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtendDecision(CaseCommand):
    """Extend the 90 days: +30 by the head, then up to +60 by collective discussion."""

    days: int
    reason: str
    collective: bool = False
