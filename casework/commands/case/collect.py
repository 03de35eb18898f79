"""Collecting a fine: instalments, pressing (催告), and the application to the court."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand
from casework.commands.case.serving import Serving


@dataclass(frozen=True)
class Instalment:
    """Part of a fine in yuan and the day until which it is paid."""

    due: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class RequestInstalments(CaseCommand):
    """The party asks to pay later or in parts, and why it has to (处罚法 66).

    `document` is the scan of its letter, or of the record of what it asked by word of mouth.
    """

    requested_on: date
    reasons: str
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class RefuseInstalments(CaseCommand):
    """The head does not let the party pay later or in parts; the days stand as they were."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class GrantInstalments(CaseCommand):
    """The head lets the party pay later or in parts (处罚法 66); the parts add up to what is open."""

    instalments: tuple[Instalment, ...]
    reasons: str


@dataclass(frozen=True, kw_only=True)
class PressPayment(Serving):
    """Serve the 催告书 (强制法 54); ten working days to perform, state and defend."""


@dataclass(frozen=True, kw_only=True)
class ApplyToCourt(CaseCommand):
    """Apply to the court for enforcement (强制法 53): suit period over, pressed in vain."""

    court: str
    document_no: str


class CourtRuling(StrEnum):
    """What the court says to the application: it enforces, or it does not take it or does not enforce.

    Or it lets the bureau take the application back, before it ruled or while it enforces.
    """

    ENFORCED = "enforced"
    NOT_ENFORCED = "not_enforced"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, kw_only=True)
class RecordCourtRuling(CaseCommand):
    """The court's ruling upon the application (强制法 56–58); after a refusal one may apply anew."""

    ruling: CourtRuling
    ruled_on: date
    document_no: str
    reasons: str
    document: str = ""
