"""Inspections before a case, as the desk shows them. Amounts in yuan."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.case.types import CaseParty, Deadline, NextAction, SubmissionReceipt, TimelineEvent


@strawberry.type
class Inspection:
    """A row of the list."""

    inspection_no: str
    title: str
    stage: str
    stage_title: str
    kind_title: str
    party_name: str
    starts_on: date
    officers: list[str]
    papers: int
    unsigned: int
    amount: Decimal
    case_no: str | None


@strawberry.type
class PaperReply:
    """What the institution said to a paper; ``own``: it sent that itself, on its page."""

    agrees: bool
    text: str
    by: str
    post: str
    on: date
    own: bool


@strawberry.type
class PaperSignature:
    """Signed, or refused before a witness."""

    how: str
    signed_on: date
    signer: str
    witness: str
    witness_unit: str
    what_happened: str


@strawberry.type
class InspectionPaper:
    """A 工作底稿: one problem; ``scan`` is an evidence item, ``scanName`` its file.

    ``amount`` is what the officers say, ``summed`` what was picked adds up to (null on a paper from before
    lines were picked). ``findingIds``, ``leftOut`` and ``typed`` are what was chosen; ``inspectionPaperLines``
    pages its lines. ``submitted``: receipts of the replies that the institution sent itself, the newest first.
    """

    paper_id: str
    problem: str
    facts: str
    law: str
    amount: Decimal
    bills: list[str]
    bill_count: int
    finding_ids: list[str]
    left_out: list[str]
    typed: list[str]
    summed: Decimal | None
    amount_reason: str
    written_by: str
    written_at: datetime
    reply: PaperReply | None
    submitted: list[SubmissionReceipt]
    signature: PaperSignature | None
    scan: str | None
    scan_name: str | None


@strawberry.type
class InspectionOfficer:
    """An officer on site with his certificate."""

    name: str
    account: str
    certificate_no: str


@strawberry.type
class InspectionChange:
    """Who its officers were until a day, and why they are no longer these."""

    officers: list[str]
    on: date
    reason: str


@strawberry.type
class InspectionRecusal:
    """A request that somebody withdraw; ``granted`` null until it is decided, ``of_head``: by the leaders."""

    recusal_id: str
    name: str
    account: str
    ground: str
    reason: str
    by_party: bool
    asked_by: str
    answer: str
    decided_by: str
    granted: bool | None
    of_head: bool


@strawberry.type
class InspectionCancelled:
    """That it was called off: when, why, by whom, under which notice."""

    on: date
    reason: str
    document_no: str
    by: str


@strawberry.type
class InspectionFollower:
    """A case to which the reader may tie an inspection that ended without one."""

    case_no: str
    title: str


@strawberry.type
class InspectionStep:
    """A step after an unannounced inspection: what, when, under which paper, entered by whom."""

    title: str
    on: date
    document_no: str
    note: str
    by: str


@strawberry.type
class InspectionFile:
    """The page of one inspection."""

    inspection_no: str
    title: str
    stage: str
    stage_title: str
    kind: str
    kind_title: str
    followed: list[InspectionStep]
    next_step: str | None
    deadlines: list[Deadline]
    party: CaseParty
    basis: str
    scope: str
    notice_no: str
    notice_scan: str | None
    notice_scan_name: str | None
    notice_scan_lost: bool
    starts_on: date
    ends_on: date
    officers: list[InspectionOfficer]
    changes: list[InspectionChange]
    recusals: list[InspectionRecusal]
    undeclared: list[str]
    cancelled: InspectionCancelled | None
    started_on: date | None
    place: str
    received_by: str
    papers: list[InspectionPaper]
    amount: Decimal
    situation: str
    case_no: str | None
    followers: list[InspectionFollower]
    version: int
    timeline: list[TimelineEvent]
    next_actions: list[NextAction]


@strawberry.type
class PaperLine:
    """A line of a working paper: billed ``amount`` yuan, of which ``held`` of the fund are held against it.

    ``inPaper``: the paper that counts it already. Not ``known``: a number of which the claims know nothing.
    ``leftOut``: it lies behind a chosen finding and is not taken.
    """

    bill: str
    finding_id: str
    on: date | None
    who: str
    item: str
    amount: Decimal
    held: Decimal
    in_paper: str
    known: bool
    left_out: bool


@strawberry.type
class PaperLines:
    """A page of lines; ``count`` of them taken, ``summed`` of the fund in yuan.

    ``elsewhere``: chosen lines and findings that the inspected institution did not bill.
    """

    rows: list[PaperLine]
    total: int
    count: int
    summed: Decimal
    unknown: list[str]
    elsewhere: list[str]


@strawberry.input
class PaperChoice:
    """What somebody picks for a paper, before it is written."""

    finding_ids: list[str] = strawberry.field(default_factory=list)
    left_out: list[str] = strawberry.field(default_factory=list)
    bills: list[str] = strawberry.field(default_factory=list)
    paper_id: str | None = None
