"""Commands of an inspection before a case (检查): notice, officers, 工作底稿, signatures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.case import OfficerRef, Party, SignatureHow
from casework.commands.case.lines import CaseLine
from casework.commands.case.recuse import RecusalAnswer, RecusalDecision, RecusalRequest, Tie


class InspectionKind(StrEnum):
    """Which sort of inspection it is: some have periods of their own."""

    ROUTINE = "routine"
    SPOT_CHECK = "spot_check"
    UNANNOUNCED = "unannounced"


class UnannouncedStep(StrEnum):
    """What follows an unannounced inspection (飞行检查), in this order."""

    HANDED_OVER = "handed_over"
    PLAN_REPORTED = "plan_reported"
    RECTIFIED = "rectified"
    REPORTED = "reported"


@dataclass(frozen=True, kw_only=True)
class OpenInspection(Command):
    """Plan an inspection: whom, why, when, by which two officers, under which notice, of which kind.

    Without `inspection_no` the store allots the next number of the year; `ties` is what it finds between
    the party and the officers, or who acts by his role (`acting`), `undeclared`, by account, of whom it
    could compare nothing.
    """

    inspection_no: str | None = None
    party: Party
    title: str
    basis: str
    scope: str
    starts_on: date
    ends_on: date
    notice_no: str
    officers: tuple[OfficerRef, ...]
    kind: InspectionKind = InspectionKind.ROUTINE
    acting: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InspectionCommand(Command):
    """A command on an existing inspection."""

    inspection_no: str


@dataclass(frozen=True, kw_only=True)
class StartInspection(InspectionCommand):
    """Begin on site: certificates shown, the notice handed over, recusal told."""

    started_on: date
    place: str
    received_by: str
    certificates_shown: bool
    recusal_told: bool


@dataclass(frozen=True, kw_only=True)
class ChangeInspectors(InspectionCommand):
    """Name its officers anew: two certified persons at least (条例 29); the earlier ones are kept.

    `ties` is what the store finds between the party and them, or who acts by his role (`acting`);
    `undeclared`, by account, of whom it could compare nothing.
    """

    officers: tuple[OfficerRef, ...]
    reason: str
    acting: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckInspectorTies(InspectionCommand):
    """Look once more for ties of its officers, and of who acts by his role, to the party (处罚法 43).

    The store fills in `ties`, `acting` and `undeclared`, as where officers are named.
    """

    ties: tuple[Tie, ...] = ()
    acting: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RequestInspectorRecusal(RecusalRequest, InspectionCommand):
    """Ask that an officer of the inspection or a head (by account) withdraw; `by_party` when it asked."""


@dataclass(frozen=True, kw_only=True)
class AnswerInspectorRecusal(RecusalAnswer, InspectionCommand):
    """Whoever is asked says that he withdraws, or why he need not; then it is decided."""


@dataclass(frozen=True, kw_only=True)
class DecideInspectorRecusal(RecusalDecision, InspectionCommand):
    """The head decides; a granted one takes the officer off the inspection for good.

    On a head the leaders decide together: `members` are accounts of those present, `held_on` and `record`
    the day and the record of their discussion.
    """


@dataclass(frozen=True, kw_only=True)
class CancelInspection(InspectionCommand):
    """Call the inspection off. `document_no`: of the notice that says so, once it had begun on site."""

    reason: str
    document_no: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachNotice(InspectionCommand):
    """Attach the scan of the sealed notice, signed by whoever received it.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    evidence_id: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class WritePaper(InspectionCommand):
    """A 工作底稿: one problem with its visits and lines, amount in yuan, facts and law.

    What it is about is picked: all lines behind the findings `finding_ids` but those in `left_out`, and
    `bills`, visits or lines by their number ("mdtrt_id" or "mdtrt_id/feedetl_sn"). `lines` is what the
    store finds of them. Without `amount` it is the sum of what was picked; another amount says why.
    With `paper_id` the paper is written anew, which takes back reply and signature.
    """

    paper_id: str | None = None
    problem: str
    facts: str
    law: str
    finding_ids: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    bills: tuple[str, ...] = ()
    amount: Decimal | None = None
    amount_reason: str = ""
    lines: tuple[CaseLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReplyPaper(InspectionCommand):
    """The institution's reply to a paper, in its own words, by whom and in which post."""

    paper_id: str
    agrees: bool
    reply: str
    replied_by: str
    post: str
    replied_on: date


@dataclass(frozen=True, kw_only=True)
class SubmitPaperReply(InspectionCommand):
    """The institution's own reply to a paper, sent on its page, with what it put into the vault for it."""

    paper_id: str
    agrees: bool
    reply: str
    post: str = ""
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SignPaper(InspectionCommand):
    """Signed and stamped, or refused: a refusal needs a witness and what he saw.

    `evidence_id` is the scan of the paper in the vault.
    """

    paper_id: str
    how: SignatureHow
    signed_on: date
    signer: str = ""
    witness: str = ""
    witness_unit: str = ""
    what_happened: str = ""
    evidence_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class AttachScan(InspectionCommand):
    """Attach the scan of a signed paper that came into the vault later.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    paper_id: str
    evidence_id: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CloseInspection(InspectionCommand):
    """End the inspection: what was found, and the case that follows from it, if one does.

    With `case_no` the scans of the papers become evidence of that case.
    """

    situation: str
    case_no: str | None = None


@dataclass(frozen=True, kw_only=True)
class LinkInspection(InspectionCommand):
    """Tie an inspection that ended without a case to the case that was opened later.

    Its notice and its signed papers become evidence there; once, and by an officer of that case.
    """

    case_no: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class FollowUnannounced(InspectionCommand):
    """What follows an unannounced inspection: which step, on which day, under which paper.

    Its results are handed over, the plan of rectification is reported, the rectification is finished, and
    that is reported.
    """

    step: UnannouncedStep
    done_on: date
    document_no: str
    note: str = ""
