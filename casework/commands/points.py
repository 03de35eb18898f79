"""Commands on a doctor's file: 记分 (demerit points), notice, objection, annulment."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.serving import FileServing


class Responsibility(StrEnum):
    """Ascending share of responsibility (一般 / 重要 / 主要责任)."""

    GENERAL = "general"
    IMPORTANT = "important"
    PRIMARY = "primary"


class StaffKind(StrEnum):
    """Whom a rule set covers: health staff, who reviews bills, the principal of a pharmacy."""

    MEDICAL = "medical"
    BILLING = "billing"
    PHARMACY_PRINCIPAL = "pharmacy_principal"
    PHARMACY_STAFF = "pharmacy_staff"


class BasisKind(StrEnum):
    """A score rests on a decision against the institution: a case here, or a document."""

    CASE = "case"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Basis:
    """The institution decision behind a score. For a case, `reference` is its case_no.

    `served_on` is asked for a document where points count from the day of service.
    """

    kind: BasisKind
    reference: str
    decided_on: date
    issuer: str = ""
    served_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PointsCommand(Command):
    """A command on one doctor's file."""

    prac_psn_code: str


@dataclass(frozen=True, kw_only=True)
class PointsServing(FileServing, PointsCommand):
    """A paper of the file is served."""


@dataclass(frozen=True, kw_only=True)
class RecordScore(PointsCommand):
    """Record points for an act by its band; the rule set follows the date of the conduct.

    `departure`: why these points, where they are not those that the share of responsibility suggests.
    `earlier_entry`: the score of the same act in the same year that this one repeats. `conduct_to`: the
    end of the conduct by the document it rests on; a case says so itself. `day_departure`: why another
    day than that end is scored.
    """

    prac_psn_name: str
    fixmedins_code: str
    act: str
    responsibility: Responsibility
    points: int
    conduct_on: date
    basis: Basis
    reasons: str
    staff: StaffKind = StaffKind.MEDICAL
    departure: str = ""
    earlier_entry: str = ""
    conduct_to: date | None = None
    day_departure: str = ""


@dataclass(frozen=True, kw_only=True)
class AddPracticePoint(PointsCommand):
    """Another place of practice: the standing holds there, too, and the place is told.

    `practised_from`: since when he practises there, if not only from the day of the entry.
    """

    fixmedins_code: str
    practised_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class LeavePractice(PointsCommand):
    """The doctor left a place of practice: an open application goes on at another, or rests."""

    fixmedins_code: str
    left_on: date
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class NotifyScore(PointsServing):
    """Serve the 记分告知书; ten working days to object run from here.

    `served_by`: who handed it over, if not who records it.
    """

    entry_id: str
    served_by: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachScoreReceipt(PointsCommand):
    """The signed receipt of the service of a notice, an item of the vault of no case.

    `reason`: why it takes the place of the one that the service has.
    """

    entry_id: str
    receipt_scan: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CorrectScoreService(PointsServing):
    """Correct the day and way of the service of a score's notice, as the receipt has them, with the reasons.

    `receipt_scan`: the right receipt, where the service has none yet or a wrong one. The days to object run anew.
    """

    entry_id: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ObjectToScore(PointsCommand):
    """Object in writing, signed by the person and stamped by the institution.

    `objection_scan` is the scan of that paper; `enclosures` are what the objection rests on. All are
    items of the vault that belong to no case.
    """

    entry_id: str
    text: str
    signed: bool
    stamped: bool
    objection_scan: str = ""
    enclosures: tuple[str, ...] = ()


class Objector(StrEnum):
    """Who objects on paper: the doctor, or his institution for him."""

    DOCTOR = "doctor"
    INSTITUTION = "institution"


@dataclass(frozen=True, kw_only=True)
class RecordPaperObjection(PointsCommand):
    """Record an objection that came as a letter: the day on which it came in counts.

    `fixmedins_code`: the institution that objects or stamped it, where it is not that of the score.
    """

    entry_id: str
    received_on: date
    objector: Objector
    text: str
    signed: bool
    stamped: bool
    objection_scan: str
    fixmedins_code: str = ""
    enclosures: tuple[str, ...] = ()


class ObjectionOutcome(StrEnum):
    """Upheld as it is, changed to another score, or withdrawn altogether."""

    UPHELD = "upheld"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """What an answer about a score rests on (实施细则 14, local): papers, and an expert's or third party's word.

    `materials` are items of the vault of no case, `materials_show` says what they are and show; with
    `materials_closed`, the reason (privacy of others, secrets), doctor and institution do not read them.
    An opinion is in writing: `expert` of `expert_unit` concludes `expert_opinion` in `expert_paper`.
    """

    materials: tuple[str, ...] = ()
    materials_show: str = ""
    materials_closed: str = ""
    expert: str = ""
    expert_unit: str = ""
    expert_opinion: str = ""
    expert_paper: str | None = None

    @property
    def weighed(self) -> tuple[str, ...]:
        """The items of the vault that it names, each once."""
        own = (self.expert_paper,) if self.expert_paper else ()
        return tuple(dict.fromkeys((*self.materials, *own)))


@dataclass(frozen=True, kw_only=True)
class ResolveObjection(Weighing, PointsCommand):
    """Answer an objection, with reasons and what they rest on; never the person who recorded the score."""

    entry_id: str
    outcome: ObjectionOutcome
    reasons: str
    points: int | None = None


class ScoreReviewOutcome(StrEnum):
    """The score stands as it is, or becomes fewer points or another act."""

    UPHELD = "upheld"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class ReviewScore(Weighing, PointsCommand):
    """Answer for a score whose decision was changed (复议, court): uphold it or correct it."""

    entry_id: str
    outcome: ScoreReviewOutcome
    reasons: str
    act: str | None = None
    points: int | None = None


class RepairKind(StrEnum):
    """What repairs under the national rule: study, help in insurance management, publicity."""

    STUDY = "study"
    MANAGEMENT = "management"
    PUBLICITY = "publicity"


@dataclass(frozen=True, kw_only=True)
class RecordRepair(PointsCommand):
    """An activity by which points may be repaired (医保支付资格修复), with its certificate."""

    activity: RepairKind
    title: str
    held_on: date
    certificate: str


@dataclass(frozen=True, kw_only=True)
class DecideRepair(PointsCommand):
    """Recognise a repair, which takes points off the year's total, or refuse it with reasons."""

    repair_id: str
    approve: bool
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachFileApproval(PointsCommand):
    """The signed 审批表 of an act on the file, an item of the vault of no case.

    `about`: the number of the act on the file. `reason`: why it takes the place of the one that is there.
    """

    about: str
    paper_scan: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AnnulScore(PointsCommand):
    """The basis fell (复议, court): the score is void from the start, the rest is recomputed.

    `paper_scan`: what says so, an item of the vault that another than the recorder put there.
    """

    entry_id: str
    document_no: str
    reasons: str
    paper_scan: str = ""
