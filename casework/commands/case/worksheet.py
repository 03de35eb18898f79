"""Draw a penalty worksheet (处罚测算表): several may stand side by side and be compared."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class MitigationGround(StrEnum):
    """Grounds of a penalty below the band (减轻, 处罚法 32)."""

    REDUCED_HARM = "reduced_harm"
    COERCED = "coerced"
    CONFESSED = "confessed"
    MERIT = "merit"
    OTHER_LAW = "other_law"


@dataclass(frozen=True)
class WorksheetLine:
    """A line of the loss: `line_id` is a finding of the case, or that finding and its line ("F1/12").

    Amounts in yuan; `fund_share` from 0 to 1; `group_difference` for DRG/DIP; `returned` earlier.
    """

    line_id: str
    amount: Decimal
    inside_policy: Decimal
    fund_share: Decimal = Decimal(1)
    group_difference: Decimal | None = None
    returned: Decimal = Decimal("0.00")


@dataclass(frozen=True, kw_only=True)
class DrawWorksheet(CaseCommand):
    """Draw a worksheet. Without `lines` each finding of the case is a line at its fund amount.

    `factors` are ids of casework/law/discretion.toml; `mitigation` allows a multiple below the band;
    `departure` says why the multiple leaves the tier that the factors lead to.
    """

    article_id: str
    multiple: Decimal
    reasons: str
    lines: tuple[WorksheetLine, ...] = ()
    factors: tuple[str, ...] = ()
    mitigation: MitigationGround | None = None
    departure: str = ""
    suspension_months: int | None = None
