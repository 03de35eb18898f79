"""Publication of a decision and its withdrawal (处罚法 48)."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class PublishDecision(CaseCommand):
    """The decision was published; `where` names the site or paper."""

    where: str
    published_on: date


@dataclass(frozen=True, kw_only=True)
class WithdrawPublication(CaseCommand):
    """A changed or annulled decision was withdrawn from the public, with the reason stated."""

    withdrawn_on: date
    reason: str
