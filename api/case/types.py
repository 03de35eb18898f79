"""A case as the desk shows it: state, story, clocks, and the one next action."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.account.types import AccountRef
from api.ids import Node
from api.inputs import enum_of
from casework.commands.case import PartyKind as DomainPartyKind
from casework.commands.case import Path as DomainPath

PartyKind = enum_of(DomainPartyKind)
CasePath = enum_of(DomainPath)


@strawberry.type
class CaseParty:
    """The party (当事人): ``key`` is a fixmedins_code or psn_no; a person's name is masked."""

    kind: PartyKind
    key: str
    name: str


@strawberry.type
class NextAction:
    """What this person may do now; ``blockedBy`` says what is missing first. ``act`` names the
    mutation."""

    act: str
    title: str
    primary: bool
    blocked_by: str | None


@strawberry.type
class Deadline:
    """A clock with its law. ``state``: running, met, overdue, paused."""

    code: str
    title: str
    due_at: datetime | None
    state: str
    calendar: str
    basis: str
    left: str | None


@strawberry.type
class TimelineEvent:
    """A step of the story, from the case's event chain."""

    seq: int
    type: str
    title: str
    summary: str
    actor: str
    actor_name: str
    at: datetime
    hash: str


@strawberry.type
class CaseTask:
    """Something a colleague was asked to do."""

    task_id: str
    title: str
    assignee: str | None
    due: date | None
    done: bool


@strawberry.type
class CaseEvidence:
    """An item of evidence attached to the case."""

    evidence_id: str
    name: str
    kind: str
    size: int
    sha256: str
    sm3: str
    note: str | None
    attached_by: str
    attached_at: datetime


@strawberry.type
class CaseReport:
    """The investigation report (调查终结报告) in its six parts."""

    party: str
    measures: str
    facts: str
    evidence: str
    law: str
    proposal: str
    by: str
    at: datetime


@strawberry.type
class PenaltyProposal:
    """A proposed penalty: base loss × multiple under an article, with the review so far."""

    proposal_id: str
    article_id: str
    article_title: str
    citation: str
    base_loss: Decimal
    multiple: Decimal | None
    fine: Decimal
    recovery: Decimal
    suspension_months: int | None
    reasons: str
    proposed_by: str
    proposed_at: datetime
    review: str | None
    reviewed_by: str | None
    review_reason: str | None


@strawberry.type
class Decision:
    """What the head decided."""

    outcome: str
    document_no: str | None
    text: str
    fine: Decimal | None
    recovery: Decimal | None
    by: str
    at: datetime


@strawberry.type
class Referral:
    """The judicial referral (domain C1) and how far it is."""

    status: str
    authority: str
    decided_at: datetime | None
    decided_by: str | None
    officers: list[str]
    dossier_sha256: str | None
    dossier_sm3: str | None
    sent_at: datetime | None
    receipt_no: str | None
    receipt_at: datetime | None
    answer: str | None
    answer_reason: str | None
    answered_at: datetime | None
    explanations: list[DossierExplanation]


@strawberry.type
class DossierExplanation:
    """Why a required part is absent."""

    part: str
    reason: str


@strawberry.type
class DossierBlocker:
    """What the dossier still lacks, and the cure."""

    code: str
    title: str
    cure: str


@strawberry.type
class HandlingMeasure:
    """A measure of the agency under the agreement: money in yuan, or months."""

    kind: str
    title: str
    amount: Decimal
    months: int
    target: str
    clause: str


@strawberry.type
class Handling:
    """Agreement handling (协议处理) beside or instead of the penalty procedure."""

    measures: list[HandlingMeasure]
    reasons: str
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    outcome: str | None


@strawberry.type
class Case(Node):
    """A case; lists come with it because a case page shows them all."""

    id: strawberry.ID
    case_no: str
    title: str
    stage: str
    stage_title: str
    path: CasePath
    party: CaseParty
    source: str
    summary: str
    cause: str | None
    amount: Decimal
    opened_at: datetime
    opened_by: str
    officers: list[AccountRef]
    version: int
    due_at: datetime | None


@strawberry.type
class CaseNote:
    """A remark of a colleague."""

    text: str
    by: str
    at: datetime


@strawberry.type
class CaseFile:
    """The whole case page."""

    case: Case
    finding_ids: list[str]
    ring_ids: list[str]
    evidence: list[CaseEvidence]
    timeline: list[TimelineEvent]
    deadlines: list[Deadline]
    tasks: list[CaseTask]
    notes: list[CaseNote]
    report: CaseReport | None
    penalty: PenaltyProposal | None
    defence: str | None
    hearing: str | None
    legal_opinion: str | None
    decision: Decision | None
    referral: Referral | None
    handling: Handling | None
    next_actions: list[NextAction]
    dossier_blockers: list[DossierBlocker]
    chain_intact: bool


@strawberry.input
class CaseFilter:
    """Absent fields do not filter."""

    stages: list[str] | None = None
    path: CasePath | None = None
    officer: str | None = None
    party_key: str | None = None
    text: str | None = None
    mine: bool = False
    waiting_for_me: bool = False


@strawberry.type
class PenaltyArticle:
    """A law row that a penalty can rest on, as in force on the asked day."""

    article_id: str
    title: str
    party_kind: PartyKind
    min_multiple: Decimal | None
    max_multiple: Decimal | None
    min_amount: Decimal | None
    max_amount: Decimal | None
    citation: str
    valid_from: date
    valid_to: date | None

