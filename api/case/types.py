"""A case as the desk shows it: state, story, clocks, and the one next action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.account.types import AccountRef
from api.case.handling_types import (
    Handling,
    HandlingMoney,
    PerformanceDecision,
    Rectification,
)
from api.case.place import CaseBarred, CaseCourtTime, CaseFreed, CasePlace
from api.case.worksheet_types import Worksheet
from api.document.types import (
    Approval,
    CaseBinding,
    EffectPaper,
    FormKind,
    IssuedForm,
    MissingPaper,
    PaperGap,
)
from api.ids import Node
from api.inputs import enum_of
from api.lines.types import LineTotals
from casework.actors import Role
from casework.cases.differences import PieceKind
from casework.commands.case import (
    Defence,
    FraudSign,
    LessGround,
    NoPenaltyGround,
    Opinion,
    PartyKind,
    Path,
    PaymentKind,
    Served,
    SuspensionGround,
)
from casework.commands.clocks import PauseGround

for enum in (Defence, Opinion, PartyKind, Path, PauseGround, PaymentKind, PieceKind, Role):
    enum_of(enum)


@strawberry.type
class CaseParty:
    """The party (当事人): ``key`` is a fixmedins_code or psn_no; a person's name is masked."""

    kind: PartyKind
    key: str
    name: str
    #: Where it is or lives, who stands for it; empty where nobody knows, and in lists.
    address: str = ""
    representative: str = ""
    #: His identity number, masked without a purpose.
    representative_no: str = ""
    sole_trader: bool = False


@strawberry.type
class NextAction:
    """What this person may do now; ``act`` names the mutation, ``step`` says of what kind it is as well.

    ``onBehalfOf``: the name of whoever lent him the signature that it is done with.
    """

    act: str
    title: str
    step: str
    primary: bool
    on_behalf_of: str | None


@strawberry.type
class DiscretionFactor:
    """A circumstance of discretion in force today."""

    factor: str
    title: str
    aggravating: bool
    basis: str


@strawberry.type
class CaseStep:
    """Something beside the main path: what is submitted for approval, a hold, a request, a recusal, a remedy, an instalment.

    ``kind`` says which; ``key`` is its id; ``is_open`` while somebody has to act on it; ``of_head``: the
    leaders decide together, not the head. ``state``: of a hold, how far it is; ``account``: whose
    withdrawal is asked for; ``of_court``: of a remedy, a suit.
    """

    kind: str
    key: str
    title: str
    text: str
    is_open: bool
    on: date | None
    amount: Decimal | None
    of_head: bool = False
    state: str = ""
    account: str | None = None
    of_court: bool = False


@strawberry.type
class StartablePeriod:
    """A statutory period that a person may start on a case; ``units`` in its ``calendar``."""

    period: str
    title: str
    units: int
    calendar: str
    basis: str


@strawberry.type
class DeadlineStep:
    """A step of how a deadline was reckoned."""

    text: str
    at: datetime | None


@strawberry.type
class Deadline:
    """A clock with its law. ``clock``: running, paused, met, late, overdue, lapsed, unknown."""

    id: str
    title: str
    started_at: datetime
    due_at: datetime | None
    clock: str
    clock_title: str
    calendar: str
    units: int
    basis: str
    mark: str
    is_open: bool
    #: It runs, and a person tells when what it was for is done.
    ended_by_hand: bool
    left: str | None
    units_left: int | None
    problem: str | None
    why: list[DeadlineStep]


@strawberry.type
class ChangePiece:
    """Sentences of a text that stayed, went or came."""

    kind: PieceKind
    text: str


@strawberry.type
class CaseChange:
    """One fact of a case before and after; ``pieces`` are the sentences where it is a long text."""

    title: str
    before: str
    after: str
    pieces: list[ChangePiece]


@strawberry.type
class TimelineEvent:
    """A step of the story, from the case's event chain.

    ``onBehalfOf``: whose signature it was; ``under``: the letter under which the centre acted.
    ``changes``: in what the case differs from how it stood before.
    """

    seq: int
    type: str
    title: str
    summary: str
    actor: str
    actor_name: str
    on_behalf_of: str | None
    under: str | None
    at: datetime
    hash: str
    changes: list[CaseChange]


@strawberry.type
class CaseTask:
    """Something a colleague was asked to do; done once it has a result."""

    task_id: str
    title: str
    assignee: str
    due: date | None
    given_by: str
    result: str | None


@strawberry.type
class CitedFrom:
    """The case that an item was taken in by, its number there, who took it, and why it is cited here."""

    case_no: str
    number: int
    reason: str
    takers: list[str]
    collected_at: datetime | None
    method: str
    text: str


@strawberry.type
class CaseEvidence:
    """An item of evidence attached to the case; ``reporter``: it tells who reported the case.

    ``origin``: of an item of another case that this one cites. ``excluded``: the mark of one that was
    ruled out, ``doubt`` what is proposed and waits, ``home_excluded`` that its own case ruled it out;
    ``rests``: what was established by it, and is established anew once it is ruled out.
    """

    evidence_id: str
    name: str
    kind: str
    size: int
    sha256: str
    sm3: str
    proves: str
    attached_at: datetime
    damage: str | None
    reporter: bool
    origin: CitedFrom | None
    excluded: str | None
    excluded_why: str | None
    doubt: str | None
    doubt_why: str | None
    doubted_back: bool
    home_excluded: str | None
    rests: list[str]


@strawberry.type
class CaseReport:
    """The investigation report (调查终结报告) in its six parts.

    As ``reportDraft`` it says what the case file knows, for whoever may write it; by nobody.
    """

    party: str
    measures: str
    facts: str
    evidence: str
    law: str
    proposal: str
    by: str


@strawberry.type
class PenaltyProposal:
    """A proposed penalty with its arithmetic and the review so far; amounts in yuan."""

    proposal_id: str
    article_id: str
    citation: str
    base_loss: Decimal
    multiple: Decimal | None
    fine: Decimal
    recovery: Decimal
    not_demanded: Decimal
    less_ground: LessGround | None
    less_reasons: str
    suspension_months: int | None
    suspension_ground: SuspensionGround | None
    consequence: str
    consequence_evidence: list[str]
    department: str
    intent: list[FraudSign]
    no_penalty: NoPenaltyGround | None
    not_insured: bool
    formula: str
    hearing_right: bool
    reasons: str
    proposed_by: str
    proposed_at: datetime
    outcome: str | None
    reviewed_by: str | None
    review_reasons: str


@strawberry.type
class Decision:
    """What was decided, by whom, when; months of suspension as they stand now, null without one."""

    ruling: str
    decision_no: str
    fine: Decimal
    recovery: Decimal
    suspension_months: int | None
    citation: str
    reasons: str
    by: str
    at: datetime
    on_behalf_of: str | None


@strawberry.type
class Hearing:
    """A hearing as it was announced; ``servedOn`` None until the party has its notice.

    ``notifyBy`` is the last day on which that notice may be served.
    """

    starts_at: datetime
    held_on: date
    place: str
    chair: str
    is_public: bool
    closed_reason: str
    notify_by: date
    served_on: date | None


@strawberry.type
class FormerRound:
    """A decision that fell and is to be made anew, with what led to it and how it was served.

    ``fall`` says by whom, when and on what paper it was set aside.
    """

    number: int
    fall: str
    decision: Decision
    proposals: list[PenaltyProposal]
    notice_on: date | None
    hearing_held: bool
    defence: Defence | None
    legal_opinion: Opinion | None
    served_on: date | None
    steps: list[CaseStep]


@strawberry.type
class GroupMember:
    """A member of the special group (专案组) that the head appointed."""

    name: str
    certificate_no: str


@strawberry.type
class Referral:
    """The judicial referral (行刑衔接) and how far it is. ``status`` is the latest step taken."""

    status: str
    status_title: str
    reported_by: str
    reported_at: datetime
    officers: list[str]
    suspected_crime: str
    facts: str
    amount: Decimal
    recipient: str
    missing_parts: list[DossierExplanation]
    approved: bool | None
    decided_by: str | None
    decided_at: datetime | None
    decision_reasons: str
    dossier_name: str | None
    dossier_sha256: str | None
    dossier_sm3: str | None
    dossier_damaged: bool
    #: The letter in the dossier on record is not the one that the case has now.
    dossier_outdated: bool
    letter_no: str | None
    letter_signed: bool
    sent_at: datetime | None
    receipt_no: str | None
    answer: str | None
    answer_reasons: str
    copied_on: date | None
    items_on: date | None
    #: What the bureau did about a refusal, and what came of it (310号 第九条).
    objected_on: date | None
    review: str | None
    supervision_on: date | None
    supervision: str | None


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
class Case(Node):
    """A case as lists show it. ``amount`` is the sum of its findings at risk, in yuan.

    ``undeclared``: officers of whom no tie could be compared when that was last looked at; on its page alone.

    ``workingDaysLeft``: until ``nextDueAt``, where that deadline counts those.
    """

    id: strawberry.ID
    case_no: str
    title: str
    stage: str
    stage_title: str
    is_open: bool
    path: Path
    party: CaseParty | None
    source: str
    amount: Decimal
    opened_at: datetime | None
    opened_by: str | None
    officers: list[AccountRef]
    undeclared: list[str]
    version: int
    next_due_at: datetime | None
    working_days_left: int | None


@strawberry.type
class CaseScore:
    """A score of a doctor that rests on the case.

    ``reviewDue``: its decision was changed and nobody answered for it yet.
    """

    prac_psn_code: str
    name: str
    entry_id: str
    points: int
    act_title: str
    counted_on: date
    counts: bool
    review_due: bool
    void_why: str | None


@strawberry.type
class CaseFinding:
    """Snapshot of a finding as it was when it entered the case; ``elsewhere``: others billed it."""

    finding_id: str
    rule_id: str
    rule_name: str
    amount: Decimal
    elsewhere: Decimal
    sentence: str


@strawberry.type
class CasePicture:
    """A picture of the graph as it was when it entered the case; open it with ``casePicture``."""

    picture_id: str
    title: str
    by: str
    at: datetime


@strawberry.type
class DrawnPicture:
    """An attached picture with its content, the graph page's own JSON."""

    picture_id: str
    title: str
    by: str
    at: datetime
    content: strawberry.scalars.JSON


@strawberry.type
class OwedMoney:
    """What the party still owes of one kind, in yuan."""

    kind: PaymentKind
    amount: Decimal


@strawberry.type
class StandingPayment:
    """Money that came in and was not reversed, in yuan, by the number of its event."""

    payment_id: str
    kind: PaymentKind
    amount: Decimal
    paid_on: date
    voucher: str


@strawberry.type
class SubmittedFile:
    """An item that the party handed in, by the hashes that the vault holds it under; ``size`` in bytes."""

    evidence_id: str
    name: str
    size: int
    sha256: str
    sm3: str


@strawberry.type
class SubmissionReceipt:
    """The receipt (回执) of what the party handed in on its own page.

    ``hash``: of its place in the case's chain; ``until``: the last day of the time for it, where there is one;
    ``next``: what comes next, or what became of it.
    """

    seq: int
    title: str
    text: str
    by: str
    at: datetime
    hash: str
    files: list[SubmittedFile]
    until: date | None
    late: bool
    next: str


@strawberry.type
class OtherFraud:
    """What another case of the same party found of fraud, in yuan; ``on``: the last day of its conduct."""

    case_no: str
    docket: str
    amount: Decimal
    on: date


@strawberry.type
class ReferralWeighed:
    """Whether the officers would refer a suspected fraud of ``amount`` yuan to the police, and why or why not."""

    refer: bool
    reasons: str
    amount: Decimal
    by: str
    at: datetime


@strawberry.type
class CaseFile:
    """The whole case page."""

    #: The newest so many events, or all.
    told: strawberry.Private[Callable[[int | None], list[TimelineEvent]]]
    case: Case
    summary: str
    conduct_from: date | None
    conduct_to: date | None
    discovered_on: date | None
    discovered_by: str
    findings: list[CaseFinding]
    ring_ids: list[str]
    inspection_nos: list[str]
    pictures: list[CasePicture]
    evidence: list[CaseEvidence]
    events_total: int
    deadlines: list[Deadline]
    tasks: list[CaseTask]
    report: CaseReport | None
    report_draft: CaseReport | None
    #: What is to be weighed before the decision: a suspected fraud whose amount is a crime's.
    referral_warning: str | None
    #: Frauds of the same party in other cases that count with it: nobody referred or punished them.
    other_frauds: list[OtherFraud]
    #: What the officers weighed last, referred or not; for the bureau alone.
    referral_weighed: ReferralWeighed | None
    #: The number of the case (案号), from its filing on.
    docket_no: str
    #: What the decision would read like in public: a draft while nothing is proposed; masked.
    public_text: str
    proposals: list[PenaltyProposal]
    former: list[FormerRound]
    notice_on: date | None
    hearing_right: bool
    hearing_requested: bool
    hearing: Hearing | None
    papers_to_serve: list[Served]
    hearing_held: bool
    defence: Defence | None
    contested: bool
    submitted: list[SubmissionReceipt]
    legal_opinion: Opinion | None
    decision: Decision | None
    handling: Handling | None
    handling_money: HandlingMoney | None
    performance: PerformanceDecision | None
    rectification: Rectification | None
    served_on: date | None
    recovered: Decimal
    fines_paid: Decimal
    fine_open: Decimal
    #: By kind of money what can be written off today; and the grounds that rest the time to decide.
    owed: list[OwedMoney]
    payments: list[StandingPayment]
    paused: list[PauseGround]
    annulled: bool
    changed: bool
    on_spot: bool
    suspends_department: bool
    published: bool
    surcharge: Decimal
    surcharges_paid: Decimal
    steps: list[CaseStep]
    worksheets: list[Worksheet]
    scores: list[CaseScore]
    line_totals: LineTotals | None
    place: CasePlace | None
    court_time: CaseCourtTime | None
    #: Bars from managing institutions of the party's representative, or of a namesake.
    barred: list[CaseBarred]
    freed: list[CaseFreed]
    #: Why the centre may take no step today, and who cures it.
    unentrusted: str | None
    forms: list[IssuedForm]
    form_kinds: list[FormKind]
    effect: list[EffectPaper]
    approvals: list[Approval]
    papers_missing: list[MissingPaper]
    paper_gaps: list[PaperGap]
    bindings: list[CaseBinding]
    may_bind: bool
    #: Who the head put in charge of the suspected crime (310号 5).
    referral_group: list[GroupMember]
    referral: Referral | None
    next_actions: list[NextAction]
    next_by: list[str]
    dossier_blockers: list[DossierBlocker]
    chain_intact: bool

    @strawberry.field
    def timeline(self, first: int | None = None) -> list[TimelineEvent]:
        """What happened, newest first: all of it, or the ``first`` so many."""
        return self.told(first)


@strawberry.type
class PenaltyArticle:
    """A law row that a penalty can rest on, as in force on the asked day.

    ``natures``: the audit rules whose findings are of its nature.
    """

    article_id: str
    title: str
    party_kind: PartyKind
    min_multiple: Decimal | None
    max_multiple: Decimal | None
    min_amount: Decimal | None
    max_amount: Decimal | None
    citation: str
    natures: list[str]
    valid_from: date
    valid_to: date | None
