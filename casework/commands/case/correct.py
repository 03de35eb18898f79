"""Orders to correct (责令改正), and what became of them (处罚法 28; 条例 38-41)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class CorrectionResult(StrEnum):
    """What became of an order to correct."""

    CORRECTED = "corrected"
    NOT_CORRECTED = "not_corrected"
    REFUSED_TO_CORRECT = "refused_to_correct"


@dataclass(frozen=True, kw_only=True)
class OrderCorrection(CaseCommand):
    """Order the party to correct `what` by the end of the day `until`; `basis` is the law it rests on."""

    what: str
    until: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class RecordCorrection(CaseCommand):
    """What was found of an order that was served: done, not done by its day, or refused.

    `found_on` is the day on which it was found, `evidence_ids` what shows it. A later finding replaces
    an earlier one, until it is done. Without `order_id` the order is meant that waits.
    """

    result: CorrectionResult
    found_on: date
    evidence_ids: tuple[str, ...]
    order_id: str | None = None
    text: str = ""
