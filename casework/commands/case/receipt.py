"""Receipts of service (送达回证): the signed paper becomes evidence of the case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class Served(StrEnum):
    """What was served."""

    NOTICE = "notice"
    DECISION = "decision"
    PRESSING = "pressing"
    HANDLING_NOTICE = "handling_notice"
    HANDLING = "handling"
    HEARING = "hearing"
    CORRECTION = "correction"
    PERFORMANCE = "performance"
    HOLD = "hold"
    HOLD_END = "hold_end"
    INSTALMENTS = "instalments"


@dataclass(frozen=True, kw_only=True)
class AttachReceipt(CaseCommand):
    """The receipt of a service of that kind, as evidence of this case.

    `served_on` tells rounds apart where several of the kind still lack theirs.

    `consent`, also evidence here, is the written consent that electronic service needs. With a `reason`
    the paper takes the place of a wrong one, which stays in the vault.
    """

    served: Served
    document: str
    consent: str | None = None
    served_on: date | None = None
    reason: str = ""
