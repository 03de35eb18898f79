"""State of a referral, beside the stage of its case."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from casework.hands import Hand


@dataclass(frozen=True)
class Weighed:
    """Whether the officers would refer a suspected fraud of `amount` yuan, and why or why not; `seq` is the event."""

    refer: bool
    reasons: str
    amount: Decimal
    by: Hand
    at: datetime
    seq: int


@dataclass(frozen=True)
class OtherFraud:
    """What another case of the same party found of fraud in yuan, `on` the last day of its conduct.

    Nobody referred it, and no penalty was decided for it. `docket`: its number in the bureau's series.
    """

    case_no: str
    docket: str
    amount: Decimal
    on: date


@dataclass(frozen=True)
class Referral:
    """From report to the police's answer. `status` is the latest step that was taken."""

    status: str
    reported_by: Hand
    reported_at: datetime
    officers: tuple[Hand, ...]
    suspected_crime: str
    facts: str
    amount: Decimal
    recipient: str
    missing_parts: dict[str, str]
    approved: bool | None = None
    decided_by: Hand | None = None
    decided_at: datetime | None = None
    decision_reasons: str = ""
    dossier_sha256: str | None = None
    dossier_sm3: str | None = None
    dossier_name: str | None = None
    #: The letter that the dossier holds, and its scan; a dossier from before the letter was a paper has none.
    dossier_letter: str = ""
    dossier_scan: str = ""
    damaged_dossiers: frozenset[str] = frozenset()
    sent_at: datetime | None = None
    receipt_no: str | None = None
    answer: str | None = None
    answer_reasons: str = ""
    answered_on: date | None = None
    #: What the bureau did about a refusal, and what came of it (第九条).
    objected_on: date | None = None
    review: str | None = None
    reviewed_on: date | None = None
    supervision_on: date | None = None
    supervision: str | None = None
    copied_on: date | None = None
    items_on: date | None = None
    #: Reported after the case was over: it goes beside the end, which stays what it was.
    late: bool = False
    #: Why the amount is not that of the confirmed lines.
    amount_reasons: str = ""
