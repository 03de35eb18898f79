"""Suspension of a case, and its transfer to another authority."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class Authority(StrEnum):
    """Where a case or a clue goes; the police have their own procedure (referral)."""

    OTHER_BUREAU = "other_bureau"
    UPPER_BUREAU = "upper_bureau"
    DISCIPLINE = "discipline"
    HEALTH = "health"
    MARKET = "market"
    OTHER_BODY = "other_body"


@dataclass(frozen=True, kw_only=True)
class SuspendCase(CaseCommand):
    """Suspend (中止): the outcome waits for another matter; the time to decide rests."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class ContinueCase(CaseCommand):
    """The ground is over: the case goes on where it was."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class TransferCase(CaseCommand):
    """Transfer to another authority: the whole case for want of jurisdiction, or a clue of it."""

    to: Authority
    recipient: str
    document_no: str
    reasons: str
    whole: bool = True
