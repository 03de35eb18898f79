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


class SuspensionGround(StrEnum):
    """Why a department is suspended (条例 38)."""

    REFUSED_TO_CORRECT = "refused_to_correct"
    GRAVE_CONSEQUENCE = "grave_consequence"


@dataclass(frozen=True, kw_only=True)
class DrawWorksheet(CaseCommand):
    """Draw a worksheet. The loss is that of the confirmed lines, less what came back already.

    `multiple` is for articles by the loss, `fixed_amount` (yuan) for those with a band of amounts.
    `factors` are ids of casework/law/discretion.toml; `mitigation` allows a fine or a suspension below the band;
    `departure` says why the figure leaves the tier that the factors lead to. Months under article 38 have
    their ground; a grave consequence is told in `consequence`, and shown by `consequence_evidence`.
    A person who is `not_insured` has no settlement to lose under article 41: no months.
    """

    article_id: str
    multiple: Decimal | None = None
    fixed_amount: Decimal | None = None
    reasons: str
    factors: tuple[str, ...] = ()
    mitigation: MitigationGround | None = None
    departure: str = ""
    suspension_months: int | None = None
    suspension_ground: SuspensionGround | None = None
    consequence: str = ""
    consequence_evidence: tuple[str, ...] = ()
    not_insured: bool = False
