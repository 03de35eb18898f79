"""Commands of the referral of suspected crime (行刑衔接, 国务院令第310号, 2020 revision)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casework.commands.case import CaseCommand


class PackagePart(StrEnum):
    """Article 6: the five parts of the package."""

    TRANSFER_LETTER = "transfer_letter"
    REPORT = "report"
    ITEMS_LIST = "items_list"
    EXPERT_OPINION = "expert_opinion"
    OTHER = "other"


class PoliceAnswer(StrEnum):
    """Article 8: filed, or not filed with reasons."""

    FILED = "filed"
    NOT_FILED = "not_filed"


class ReturnGround(StrEnum):
    """What whoever had the case decided, so that it is for the bureau again."""

    CASE_WITHDRAWN = "case_withdrawn"
    NOT_PROSECUTED = "not_prosecuted"
    NOT_PUNISHED = "not_punished"
    NOT_THEIRS = "not_theirs"


@dataclass(frozen=True, kw_only=True)
class AppointReferralGroup(CaseCommand):
    """The head appoints the special group (专案组): two officers of the case at least (第五条).

    `reasons`: what crime is suspected. Appointed anew, the later group takes the place of the earlier.
    """

    officers: tuple[str, ...]
    reasons: str


@dataclass(frozen=True, kw_only=True)
class WeighReferral(CaseCommand):
    """The officers say whether the suspected fraud is to be referred (`refer`), and why or why not (第三条)."""

    refer: bool
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ReportReferral(CaseCommand):
    """The special group that the head appointed reports in writing, by one of its members (第五条).

    `amount_reasons`: why the amount is not that of the confirmed lines; asked for where it differs.
    """

    suspected_crime: str
    facts: str
    amount: Decimal
    amount_reasons: str = ""
    recipient: str
    missing_parts: dict[PackagePart, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DecideReferral(CaseCommand):
    """The head decides within three days, dated; a refusal is filed with reasons (第五条)."""

    approve: bool
    reasons: str


@dataclass(frozen=True, kw_only=True)
class RecordDossier(CaseCommand):
    """Record the sealed dossier's file name and hashes; a later one replaces an earlier one.

    `issue_id`, `evidence_id`: the letter of referral that it holds, and the scan of that.
    """

    file_name: str
    issue_id: str
    evidence_id: str
    sha256: str
    sm3: str
    size: int


@dataclass(frozen=True, kw_only=True)
class SendReferral(CaseCommand):
    """Hand over to the police within 24 hours; administrative clocks rest meanwhile."""

    dossier_sha256: str
    handed_over_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RecordReceipt(CaseCommand):
    """The police sign for the case (第七条, 24 hours).

    `document`, here and below, is the scan of what the police or the procuratorate wrote: evidence of this case.
    """

    receipt_no: str
    received_at: datetime
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordPoliceAnswer(CaseCommand):
    """The police file the case or do not (第八条, 3 days).

    `received_on`: when the bureau received the answer, today if not given; its next steps run from there.
    """

    answer: PoliceAnswer
    document_no: str
    reasons: str = ""
    received_on: date | None = None
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class CopyReferral(CaseCommand):
    """The papers of the referral go to the procuratorate as well (第六条, 第十四条)."""

    recipient: str
    document_no: str
    copied_on: date


@dataclass(frozen=True, kw_only=True)
class HandOverItems(CaseCommand):
    """The items of the case go to the police that filed it (第十二条, 3 days).

    `items`: what went, or that there was none; `receipt_no`: the police's receipt of it, with its scan.
    """

    items: str
    receipt_no: str = ""
    handed_on: date
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class ObjectToRefusal(CaseCommand):
    """The bureau asks the police to reconsider their refusal (第九条, 3 days from its receipt)."""

    document_no: str
    reasons: str
    asked_on: date


@dataclass(frozen=True, kw_only=True)
class RecordPoliceReview(CaseCommand):
    """What the police say to the objection (第九条, 3 days); `received_on`: today if not given."""

    answer: PoliceAnswer
    document_no: str
    reasons: str = ""
    received_on: date | None = None
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class AskSupervision(CaseCommand):
    """The bureau proposes to the procuratorate that it supervise the filing (第九条).

    Instead of an objection, or within 3 days of an answer to one that upholds the refusal.
    """

    recipient: str
    document_no: str
    reasons: str
    asked_on: date


@dataclass(frozen=True, kw_only=True)
class RecordSupervision(CaseCommand):
    """What came of the supervision: the police filed the case, or the refusal stands."""

    answer: PoliceAnswer
    document_no: str
    reasons: str = ""
    received_on: date | None = None
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnReferral(CaseCommand):
    """The case comes back to administrative handling, on the paper that says so; the clocks run again.

    A refusal to file brings it back by itself. `document_no` and `document`: that paper, and its scan.
    """

    ground: ReturnGround
    document_no: str
    reasons: str
    document: str = ""
