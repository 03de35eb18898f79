"""A case as the desk shows it: state, story, clocks, and the one next action."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.account.types import AccountRef
from api.ids import Node


@strawberry.enum
class SubjectKind(enum.Enum):
    """Whom a case is about."""

    INSTITUTION = "institution"
    PERSON = "person"
    PRACTITIONER = "practitioner"


@strawberry.type
class Subject:
    """The party; a person's name is masked."""

    kind: SubjectKind
    code: str
    name: str


@strawberry.type
class NextAction:
    """What this person may do now; ``blockedBy`` says what is missing first."""

    action: str
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
    source: str
    facts: str
    evidence: str
    law: str
    proposal: str
    by: str
    at: datetime


@strawberry.type
class PenaltyProposal:
    """A proposed penalty: base loss × multiple under an article, with the review so far."""

    article: str
    item: str | None
    base_loss: Decimal
    multiple: Decimal
    fine: Decimal
    refund: Decimal
    reasons: str
    measures: list[str]
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
    refund: Decimal | None
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
class Handling:
    """Agreement handling (协议处理) beside or instead of the penalty procedure."""

    measures: list[str]
    amount: Decimal | None
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
    route: str
    subject: Subject
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
    route: str | None = None
    officer: str | None = None
    subject_code: str | None = None
    text: str | None = None
    mine: bool = False
    waiting_for_me: bool = False


@strawberry.type
class PenaltyArticle:
    """A law row that a penalty can rest on, as in force on the asked day."""

    article: str
    title: str
    items: list[LawItem]
    min_multiple: Decimal | None
    max_multiple: Decimal | None
    citation: str
    valid_from: date
    valid_to: date | None


@strawberry.type
class LawItem:
    """A numbered item of an article."""

    item: str
    text: str
