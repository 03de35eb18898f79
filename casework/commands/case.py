"""Commands of the penalty procedure (行政处罚程序), from clue to closing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.base import Command


class Source(StrEnum):
    """Where a clue came from; letters, tips and superiors are registered by hand."""

    FINDING = "finding"
    RING = "ring"
    TIP = "tip"
    LETTER = "letter"
    SUPERIOR = "superior"
    TRANSFER = "transfer"
    INSPECTION = "inspection"


class Path(StrEnum):
    """Which procedure a case runs in: administrative penalty, or handling under agreement."""

    ADMINISTRATIVE = "administrative"
    AGREEMENT = "agreement"


class PartyKind(StrEnum):
    """Articles 38–40 are for institutions, article 41 for persons."""

    INSTITUTION = "institution"
    PERSON = "person"


class Outcome(StrEnum):
    """Answer of a review."""

    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"


class Opinion(StrEnum):
    """The five opinions of a legal review (局令4 第三十九条)."""

    AGREE = "agree"
    CONTINUE = "continue_investigation"
    CHANGE = "change"
    CORRECT = "correct_procedure"
    OTHER = "other"


class Ruling(StrEnum):
    """What the head of the bureau decides."""

    PENALTY = "penalty"
    NO_PENALTY = "no_penalty"
    RETURNED = "returned"


class Defence(StrEnum):
    """How the party used its right to state and defend."""

    STATED = "stated"
    WAIVED = "waived"
    SILENT = "silent"


class ServiceWay(StrEnum):
    """Ways of service (送达)."""

    DIRECT = "direct"
    LEFT = "left"
    ELECTRONIC = "electronic"
    ENTRUSTED = "entrusted"
    MAIL = "mail"
    FORWARDED = "forwarded"
    ANNOUNCEMENT = "announcement"


class PaymentKind(StrEnum):
    """Returned fund money goes to the fund's account, fines to the treasury (条例 45)."""

    RECOVERY = "recovery"
    FINE = "fine"


@dataclass(frozen=True)
class Party:
    """The party: `key` is fixmedins_code of an institution or psn_no of a person."""

    kind: PartyKind
    key: str
    name: str


@dataclass(frozen=True)
class FindingRef:
    """Snapshot of a finding as it was when it entered the case; amount in yuan."""

    finding_id: str
    rule_id: str
    amount: Decimal
    sentence: str = ""


@dataclass(frozen=True)
class OfficerRef:
    """An officer by account; name and person are read from the account itself."""

    account: str
    certificate_no: str


@dataclass(frozen=True, kw_only=True)
class CaseCommand(Command):
    """A command on an existing case."""

    case_no: str


@dataclass(frozen=True, kw_only=True)
class OpenCase(Command):
    """Register a lead (线索登记). Without `case_no` the store allots the next number."""

    case_no: str | None = None
    title: str
    source: Source
    summary: str
    party: Party
    conduct_from: date
    conduct_to: date
    path: Path = Path.ADMINISTRATIVE
    findings: tuple[FindingRef, ...] = ()
    ring_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AssignOfficers(CaseCommand):
    """Name the officers in charge: at least two certified persons (条例 29, 处罚法 42)."""

    officers: tuple[OfficerRef, ...]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtendClue(CaseCommand):
    """Extend the clue check by 15 working days, once (局令4 第十四条)."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class FileCase(CaseCommand):
    """File the case (立案). The four conditions of 局令4 第十五条 are confirmed one by one."""

    preliminary_proof: bool
    penalty_possible: bool
    own_jurisdiction: bool
    within_limitation: bool
    reasons: str


@dataclass(frozen=True, kw_only=True)
class DeclineCase(CaseCommand):
    """Do not file (不予立案), with reasons."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class StartInvestigation(CaseCommand):
    """Certificates shown and recusal asked and settled: the investigation begins."""

    certificates_shown: bool
    recusal_settled: bool
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordInspection(CaseCommand):
    """Record an inspection on site by two officers of the case (现场检查)."""

    officers: tuple[str, ...]
    held_on: date
    place: str
    record: str
    evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttachFindings(CaseCommand):
    """Send findings (疑点) to the case."""

    findings: tuple[FindingRef, ...]


@dataclass(frozen=True, kw_only=True)
class AttachRing(CaseCommand):
    """Send a suspected ring (疑似团伙) to the case."""

    ring_id: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachEvidence(CaseCommand):
    """Attach a received evidence item to the case; the custody chain records it, too."""

    evidence_id: str
    proves: str


@dataclass(frozen=True, kw_only=True)
class AttachPicture(CaseCommand):
    """Attach a saved investigation of the graph (picture and its query) to the case."""

    investigation_id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class AddTask(CaseCommand):
    """Give somebody something to do."""

    title: str
    assignee: str
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class FinishTask(CaseCommand):
    """Finish a task, with its result."""

    task_id: str
    result: str


@dataclass(frozen=True, kw_only=True)
class AddNote(CaseCommand):
    """Write a working note into the case."""

    text: str


@dataclass(frozen=True, kw_only=True)
class WriteReport(CaseCommand):
    """The 调查终结报告 in its six parts (局令4 第三十六条)."""

    party: str
    measures: str
    facts: str
    evidence: str
    law: str
    proposal: str


@dataclass(frozen=True, kw_only=True)
class ProposePenalty(CaseCommand):
    """Propose a penalty from a law row: multiple inside its band, base loss in yuan, reasons.

    `article_id` names a row of casework/law/articles.toml that was in force at the end of the
    conduct. `multiple` for rows by multiple, `fixed_amount` for rows with an amount band.
    """

    article_id: str
    base_loss: Decimal
    multiple: Decimal | None = None
    fixed_amount: Decimal | None = None
    recovery: Decimal | None = None
    suspension_months: int | None = None
    refused_to_correct: bool = False
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewProposal(CaseCommand):
    """The supervisor's 审核 of a proposal: approve, return or refuse; reasons unless approved."""

    proposal_id: str
    outcome: Outcome
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ServeNotice(CaseCommand):
    """Serve the 事先告知书: facts, reasons, law, content, and the rights that follow."""

    way: ServiceWay
    served_on: date
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordDefence(CaseCommand):
    """Record statement and defence, a signed waiver, or silence after the period."""

    how: Defence
    text: str = ""
    waives_hearing: bool = False


@dataclass(frozen=True, kw_only=True)
class RequestHearing(CaseCommand):
    """The party asks for a hearing within 5 working days of the notice (处罚法 64)."""

    requested_on: date


@dataclass(frozen=True, kw_only=True)
class HoldHearing(CaseCommand):
    """Record the hearing; its chair is no investigator of the case. `chair` is an account."""

    chair: str
    held_on: date
    notified_on: date
    record: str


@dataclass(frozen=True, kw_only=True)
class SubmitLegalReview(CaseCommand):
    """Send the case to legal review; with a hearing, after it (处罚法 58)."""

    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewLegality(CaseCommand):
    """Legal review by someone who is neither case officer nor proposer."""

    opinion: Opinion
    text: str


@dataclass(frozen=True, kw_only=True)
class DecideCase(CaseCommand):
    """The head decides: penalty, no penalty (with ground), or return with reasons."""

    ruling: Ruling
    decision_no: str = ""
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtendDecision(CaseCommand):
    """Extend the 90 days: +30 by the head, then up to +60 by collective discussion."""

    days: int
    reason: str
    collective: bool = False


@dataclass(frozen=True, kw_only=True)
class ServeDecision(CaseCommand):
    """Serve the decision; payment and remedies run from here."""

    way: ServiceWay
    served_on: date
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordPayment(CaseCommand):
    """Record money that came in; fund money and fines apart."""

    kind: PaymentKind
    amount: Decimal
    paid_on: date
    voucher: str


@dataclass(frozen=True, kw_only=True)
class CloseCase(CaseCommand):
    """Close the case (结案) once executed, or with the ground for what stays unexecuted."""

    situation: str


@dataclass(frozen=True, kw_only=True)
class TerminateCase(CaseCommand):
    """End the investigation (终止调查), with reasons."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class AnnulDecision(CaseCommand):
    """A review or court set the decision aside; points that rest on it fall with it."""

    by: str
    document_no: str
    annulled_on: date
    reasons: str
