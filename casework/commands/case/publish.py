"""Publication of a decision and its withdrawal (处罚法 48)."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class ProposePublication(CaseCommand):
    """An officer says whether the decision has a certain social impact, and why (一定社会影响, 处罚法 48).

    `text` is what would be published of one that has: no natural person is legible in it.
    """

    social_impact: bool
    reasons: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class DecidePublication(CaseCommand):
    """Other eyes decide as was proposed: that the decision is published in these words, or that it is not."""

    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class PublishDecision(CaseCommand):
    """The decision was published as approved; `where` names the site or paper."""

    where: str
    published_on: date


@dataclass(frozen=True, kw_only=True)
class WithdrawPublication(CaseCommand):
    """A changed or annulled decision was withdrawn from the public, with the reason stated."""

    withdrawn_on: date
    reason: str
