"""The simple procedure (当场处罚): small penalties decided on the spot by two officers."""

from dataclasses import dataclass
from decimal import Decimal

from casework.commands.case.base import CaseCommand
from casework.commands.case.penalty import FraudSign


@dataclass(frozen=True, kw_only=True)
class DecideOnSpot(CaseCommand):
    """Two officers decide on the spot (处罚法 51, 52): facts clear, law clear, fine within the limit.

    `defence` is what the party said after it was told; the decision is handed over at once.
    The loss in yuan is what the confirmed lines say; who gives a `base_loss` beside says the same.
    The worksheet is drawn from what is given here: `factors` are ids of casework/law/discretion.toml,
    `departure` says why the figure leaves the tier that they lead to.
    `present` is who was there for the party: itself, its representative or who acts for it. A party that
    would not sign (`refused_to_sign`) has its `witness` or the record of it (处罚法 52). Who is
    `not_insured` has no settlement to lose (条例 41); he is fined where `intent` tells the signs of it.
    """

    officers: tuple[str, str]
    article_id: str
    base_loss: Decimal | None = None
    multiple: Decimal | None = None
    fixed_amount: Decimal | None = None
    factors: tuple[str, ...] = ()
    departure: str = ""
    place: str
    decision_no: str = ""
    serial: int | None = None
    year: int | None = None
    told: bool
    defence: str
    reasons: str
    present: str = ""
    refused_to_sign: bool = False
    witness: str = ""
    not_insured: bool = False
    intent: tuple[FraudSign, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportSpot(CaseCommand):
    """Report the decision on the spot to the bureau for its records, within seven working days."""

    remarks: str = ""
