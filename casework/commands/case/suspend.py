"""Suspension of a case, and its transfer to another authority."""

from dataclasses import dataclass
from datetime import date
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
    """Transfer to another authority: the whole case for want of jurisdiction, or a clue of it.

    Without a `document_no` the letter takes the next number of its series.
    """

    to: Authority
    recipient: str
    document_no: str = ""
    reasons: str
    whole: bool = True
    serial: int | None = None
    year: int | None = None


class TransferAnswer(StrEnum):
    """What the body said to which a case or a clue went."""

    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class RecordTransferAnswer(CaseCommand):
    """The answer to a transfer: its number and day, `document` its scan (evidence of this case).

    `sent_no` is the number of the letter that it answers; without it the only one that waits. A
    whole case that is returned goes on where it was.
    """

    answer: TransferAnswer
    document_no: str
    answered_on: date
    document: str
    reasons: str = ""
    sent_no: str = ""
