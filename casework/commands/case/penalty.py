"""Proposal, review, notice, defence and hearing."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import (
    Defence,
    HearingEnd,
    LessGround,
    NoPenaltyGround,
    Outcome,
    SignatureHow,
)
from casework.commands.case.serving import Serving
from casework.commands.case.worksheet import SuspensionGround


class FraudSign(StrEnum):
    """What shows that a person meant to defraud the fund (条例 41 第二款; 细则 31)."""

    OTHERS_CREDENTIAL = "others_credential"
    FORGED_PROOF = "forged_proof"
    OTHERS_BILLS = "others_bills"
    HIDDEN_PAYMENT = "hidden_payment"
    RESOLD_EXCESS = "resold_excess"
    REPEATED_DEALING = "repeated_dealing"
    LENT_FOR_GAIN = "lent_for_gain"


@dataclass(frozen=True, kw_only=True)
class ProposePenalty(CaseCommand):
    """Propose a penalty from a law row: multiple inside its band, base loss in yuan, reasons.

    `article_id` names a row of casework/law/articles.toml that was in force at the end of the
    conduct. `multiple` for rows by multiple, `fixed_amount` for rows with an amount band.
    With `worksheet_id` article, loss, multiple and months are those of that worksheet. `new_facts` says what was not known when the party stated its defence: without it a proposal
    may not be heavier than the one that was contested (处罚法 45). A suspension of an institution names
    its `department`, under article 38 also its ground, and a grave consequence says in `consequence` what it
    was and in `consequence_evidence` which evidence of the case shows it; a fine of a person under article 41 the signs of
    `intent`: without them he is not fined (multiple 0), and only loses the settlement. A `recovery`
    below the confirmed loss has its ground in `less_ground` and `less_reasons`. Who is `not_insured`
    has no settlement to lose: no months. With `no_penalty` nobody is to be punished, on that ground
    (处罚法 33, 36, 57): no multiple, amount, months or worksheet, and
    no article has to be named; it goes to the legal review without notice.
    """

    article_id: str = ""
    base_loss: Decimal
    multiple: Decimal | None = None
    fixed_amount: Decimal | None = None
    recovery: Decimal | None = None
    less_ground: LessGround | None = None
    less_reasons: str = ""
    suspension_months: int | None = None
    suspension_ground: SuspensionGround | None = None
    consequence: str = ""
    consequence_evidence: tuple[str, ...] = ()
    department: str = ""
    intent: tuple[FraudSign, ...] = ()
    reasons: str = ""
    new_facts: str = ""
    worksheet_id: str | None = None
    no_penalty: NoPenaltyGround | None = None
    not_insured: bool = False


@dataclass(frozen=True, kw_only=True)
class ReviewProposal(CaseCommand):
    """The supervisor's 审核 of a proposal: approve, return or refuse; reasons unless approved."""

    proposal_id: str
    outcome: Outcome
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ServeNotice(Serving):
    """Serve the 事先告知书: facts, reasons, law, content, and the rights that follow."""

    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordDefence(CaseCommand):
    """Record statement and defence, a signed waiver, or silence after the period.

    `document` is the evidence that the party signed; without one nothing is waived (处罚法 44, 45, 63).
    `received_on`: the day on which it came in; none: today.
    """

    how: Defence
    text: str = ""
    waives_hearing: bool = False
    document: str | None = None
    received_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RequestHearing(CaseCommand):
    """The party asks for a hearing within 5 working days of the notice (处罚法 64).

    `document` is the scan of its letter, or of the record of what it asked by word of mouth.
    """

    requested_on: date
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class DesignateChair(CaseCommand):
    """The head names who chairs the hearing, an account of no investigator of the case (处罚法 64 (4))."""

    chair: str
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class AnnounceHearing(CaseCommand):
    """Set day, time and place of the hearing under its chair; announced anew, the day before is off.

    A hearing that is not public says in `closed_reason` which secret or privacy forbids it (处罚法 64).
    """

    starts_at: datetime
    place: str
    is_public: bool = True
    closed_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldHearing(CaseCommand):
    """Record the hearing that was announced: its day, place and chair are those of the notice.

    `clerk` wrote the record, `attended` says who took part and as what. Read by the party, it is signed, or
    the chair notes in it that the party refused, in `what_happened` (处罚法 64 (8)); `witness` where there is one.
    """

    record: str
    clerk: str
    attended: str
    how: SignatureHow
    what_happened: str = ""
    witness: str = ""


@dataclass(frozen=True, kw_only=True)
class WriteHearingReport(CaseCommand):
    """The chair reports on the hearing: what was put forward on both sides, and what he advises."""

    heard: str
    advice: str


@dataclass(frozen=True, kw_only=True)
class EndHearing(CaseCommand):
    """The party withdraws its request, stays away or leaves: it waives the hearing (处罚法 64 (6)).

    `document` is evidence of the case: the withdrawal as the party signed it, or the record of its
    absence as the chair and those present signed it.
    """

    ground: HearingEnd
    ended_on: date
    reasons: str
    document: str = ""
