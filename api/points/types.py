"""Demerit points (记分) and restoration (恢复): two ledgers, one file for each doctor."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

import strawberry

from api.case.types import Deadline, NextAction, TimelineEvent
from api.context import Info
from api.ids import Node
from api.names import event_name, pick


@strawberry.type
class Enclosure:
    """A paper that came with an objection."""

    certificate: str
    name: str


@strawberry.type
class ActApproval:
    """An act that is approved on an 内部审批表: ``about`` is its number, ``of`` what it decides on.

    ``scan``: the form as it was signed; null while it is missing.
    """

    about: str
    of: str
    title: str
    by: str
    at: datetime
    scan: Enclosure | None


@strawberry.type
class ScoreWeighed:
    """What an answer about a score rested on: papers, what they show, and an expert's opinion in writing.

    With ``closed``, the reason, doctor and institution are told how many there are (``count``) and no more.
    """

    materials: list[Enclosure]
    count: int
    show: str | None
    closed: str | None
    expert: str | None
    unit: str | None
    opinion: str | None
    paper: Enclosure | None


@strawberry.type
class ScoreReview:
    """The decision behind a score was changed, and how the score was answered for since.

    ``outcome`` null: it waits.
    """

    case_no: str
    document_no: str
    why: str
    fine_before: Decimal
    fine: Decimal
    due_at: datetime
    outcome: str | None
    reasons: str | None
    by: str | None
    at: datetime | None
    weighed: ScoreWeighed | None


@strawberry.type
class ScoreEntry:
    """A score from an institution's decision; it is never deleted, only corrected or annulled.

    ``minPoints``, ``maxPoints``: the band of the act in the rules that held. ``acts``: the
    mutations that the reader may ask for about this entry now.
    """

    entry_id: str
    points: int
    original_points: int
    act: str
    act_title: str
    responsibility: str
    staff: str
    conduct_on: date
    counted_on: date
    basis: str
    basis_kind: str
    fixmedins_code: str
    rule_set: str
    rule_set_title: str
    min_points: int
    max_points: int
    reasons: str
    departure: str | None
    conduct_to: date | None
    day_departure: str | None
    counts: bool
    void_why: str | None
    void_no: str | None
    void_paper: Enclosure | None
    recorded_by: str
    recorded_at: datetime
    notified_on: date | None
    notified_way: str | None
    particulars: str | None
    served_by: str | None
    posted_on: date | None
    receipt: Enclosure | None
    consent: Enclosure | None
    objection: str | None
    objection_paper: Enclosure | None
    received_on: date | None
    objector: str | None
    objected_for: str | None
    enclosures: list[Enclosure]
    resolution: str | None
    resolution_reasons: str | None
    weighed: ScoreWeighed | None
    reviews: list[ScoreReview]
    acts: list[str]

    @strawberry.field
    async def fixmedins_name(self, info: Info) -> str:
        """The institution's name; its code where the map has none."""
        return await info.context.places.load(self.fixmedins_code)

    @strawberry.field
    async def objected_for_name(self, info: Info) -> str | None:
        """The institution that a letter came from or that stamped it."""
        return await info.context.places.load(self.objected_for) if self.objected_for else None


@strawberry.type
class StudyRecord:
    """An entry of the study ledger (学习积分) with the certificate that proves it.

    ``counts``: neither struck nor lapsed. ``strikable``: this reader may strike it.
    """

    kind: str
    title: str
    on: date
    hours: Decimal
    mark: int | None
    passed: bool
    points: int
    certificate: str
    valid_until: date | None
    counts: bool
    struck_by: str | None
    struck_why: str | None
    strikable: bool


@strawberry.type
class PointsRepair:
    """An activity that repairs points (修复), recognised or not; ``outcome`` null: it waits.

    ``shortens``: it shortens a running suspension, too. ``decidable``: this reader may answer.
    """

    repair_id: str
    activity: str
    title: str
    held_on: date
    certificate: str
    recorded_by: str
    points: int
    outcome: str | None
    shortens: bool
    decided_by: str | None
    decided_on: date | None
    reasons: str | None
    decidable: bool


@strawberry.type
class RestorationCheck:
    """A matter that the centre verifies (study, exam, refund, rectification), and its answer."""

    matter: str
    title: str
    met: bool


@strawberry.type
class RestorationLedger:
    """What the recovery ledger of a case says of the fund's money behind the scores, in yuan.

    ``arranged``: why what is outstanding may be, where its case tells; ``uncorrected``: what the case
    found not put right.
    """

    case_no: str
    entries: list[str]
    identified: Decimal
    demanded: Decimal
    returned: Decimal
    written_off: Decimal
    outstanding: Decimal
    arranged: str | None
    uncorrected: str | None


@strawberry.type
class RestorationStep:
    """One of the steps study → party organisation → centre → bureau → re-registration.
    ``state``: done, current, waiting. ``checks``: what the centre verified."""

    step: str
    title: str
    state: str
    outcome: str | None
    by: str | None
    at: datetime | None
    opinion: str | None
    checks: list[RestorationCheck]


@strawberry.type
class RestorationHalt:
    """A ground on which an application rests (中止); ``endedAt`` null while it stands."""

    key: str
    kind: str
    title: str
    reference: str
    reasons: str
    at: datetime
    ended_at: datetime | None


@strawberry.type
class RestorationRecusal:
    """A request that an approver withdraw; ``granted`` null until it is decided, ``ofHead``: by the leaders."""

    recusal_id: str
    officer: str
    officer_account: str
    body: str
    ground: str
    reason: str
    by: str
    granted: bool | None
    decided_by: str | None
    answer: str | None
    of_head: bool


@strawberry.type
class RestorationDecider:
    """Somebody who acts for the party organisation, the centre or the bureau on this file."""

    account: str
    name: str
    body: str


@strawberry.type
class RestorationTie:
    """What the map says of an approver and the doctor: a hint that he may have to withdraw."""

    name: str
    body: str
    ground: str
    reason: str


@strawberry.type
class RestorationLapse:
    """A certificate that comes to its end while the application runs, or that has."""

    title: str
    valid_until: date
    lapsed: bool


@strawberry.type
class RestorationParty:
    """A party organisation that is asked, or was: its institution, for which places it speaks, what it
    said last. ``owing``: the application waits for it; ``asked``: it has a say still."""

    body: str
    places: list[str]
    stands_in: bool
    asked: bool
    owing: bool
    outcome: str | None
    by: str | None
    at: datetime | None
    opinion: str | None

    @strawberry.field
    async def name(self, info: Info) -> str:
        """The name of its institution; the code where the map has none."""
        return await info.context.places.load(self.body)

    @strawberry.field
    async def place_names(self, info: Info) -> list[str]:
        """The names of the places for which it speaks."""
        return await info.context.places.load_many(self.places)


@strawberry.type
class ProposedRevocation:
    """A proposal to revoke a restoration that waits for the head: why, until when the doctor is heard, what he said."""

    reasons: str
    heard_until: date | None
    said: list[str]


@strawberry.type
class RestorationSigned:
    """A paper of the application as it was signed and sealed; ``scan`` null while it is not there.
    ``lacking``: what was decided has no effect without it; ``shared``: the paper of a whole list."""

    paper: str
    title: str
    party: str | None
    scan: Enclosure | None
    lacking: bool
    shared: bool


@strawberry.type
class RestorationService:
    """How what was decided was served; ``ruling``: the decision, or that it was revoked."""

    ruling: str
    on: date
    way: str
    particulars: str
    served_by: str
    posted_on: date | None
    receipt: Enclosure | None
    consent: Enclosure | None


@strawberry.type
class RevocationStop:
    """Days in which the execution of a revocation was stopped; ``until``, the first day on which it went on, null
    while it is."""

    since: date
    until: date | None
    document_no: str
    order: Enclosure


@strawberry.type
class RestorationAnnouncement:
    """Since when a ruling stands in an announcement, and where."""

    ruling: str
    posted_on: date
    where: str


@strawberry.type
class RestorationRemedy:
    """A review or suit against what was served; ``outcome`` null while it is open. ``place``: the institution
    that asked, where it was not the doctor; ``former``: what it was against fell since."""

    remedy_id: str
    application_id: str
    ruling: str
    kind: str
    title: str
    body: str
    filed_on: date
    document_no: str
    place: str | None
    notice: Enclosure
    outcome: str | None
    outcome_title: str
    decided_on: date | None
    outcome_no: str | None
    reasons: str | None
    decision: Enclosure | None
    former: bool
    stops: list[RevocationStop]

    @strawberry.field
    async def place_name(self, info: Info) -> str | None:
        """The name of that institution."""
        return await info.context.places.load(self.place) if self.place else None


@strawberry.type
class Restoration:
    """An application and how far it is."""

    application_id: str
    step: str
    step_title: str
    is_open: bool
    applied_by: str
    applied_at: datetime
    statement: str
    rule_set_title: str
    earned: int
    required: int
    exam_passed: bool
    studies: list[StudyRecord]
    revocation: ProposedRevocation | None
    lapses: list[RestorationLapse]
    steps: list[RestorationStep]
    halts: list[RestorationHalt]
    #: Whether it was ever sent back, and whether an approval of it stands, wherever it is by now.
    was_returned: bool
    approval_stands: bool
    registration_no: str | None
    batch: str | None
    recused: list[str]
    recusals: list[RestorationRecusal]
    #: Whom the leaders named to decide in the place of a head who withdrew.
    stands_in: str | None
    parties: list[RestorationParty]
    papers: list[RestorationSigned]
    services: list[RestorationService]
    #: Whether something was decided that is served neither now nor then.
    unserved: bool
    #: Reviews and suits, of earlier applications of the file, too.
    announced: list[RestorationAnnouncement]
    #: The announcement of what is to be served now, from which its day is reckoned.
    posted: RestorationAnnouncement | None
    remedies: list[RestorationRemedy]


#: Events of a file that its mark names.
LATEST: Final = 3


@strawberry.type
class FileMark:
    """What others did in a file after the reader's last look (``lookedAt``; null: he never looked, all is new).

    ``latest``: the last of it in words. ``changes``: what in the file differs from how he saw it.
    """

    looked_at: datetime | None
    count: int
    latest: list[str]
    changes: list[str]


@strawberry.type
class PointsFile(Node):
    """One doctor, one file (一医一档), as lists show it."""

    id: strawberry.ID
    prac_psn_code: str
    name: str
    fixmedins_code: str
    institutions: list[str]
    status: str
    status_title: str
    status_until: date | None
    billable: bool
    year_points: int
    restoration_step: str | None
    restoration_title: str | None
    version: int

    @strawberry.field
    async def fixmedins_name(self, info: Info) -> str:
        """The institution's name; its code where the map has none."""
        return await info.context.places.load(self.fixmedins_code)

    @strawberry.field
    async def institution_names(self, info: Info) -> list[str]:
        """The names of all places of practice, in the order of ``institutions``."""
        return await info.context.places.load_many(self.institutions)

    @strawberry.field(name="since")
    async def since_look(self, info: Info) -> FileMark | None:
        """What happened since this reader looked; null outside the bureau, which alone reviews files."""
        context = info.context
        one = await context.looks.load(self.prac_psn_code)
        if one is None:
            return None
        return FileMark(
            looked_at=one.looked_at,
            count=len(one.since),
            latest=[event_name(event.type, context.language) for event in one.since[-LATEST:]],
            changes=[pick(context.language, each.name.zh, each.name.en) for each in one.changes],
        )


@strawberry.type
class YearTotal:
    """Points of a natural year."""

    year: int
    points: int


@strawberry.type
class Sanction:
    """A suspension or termination that followed from the totals; no end stands until restored."""

    kind: str
    title: str
    starts: date
    until: date | None
    national: bool
    single: bool
    total: int
    rule_set_title: str


@strawberry.type
class StatusSpan:
    """Days with one status, both ends included; no ``until``: no end in sight."""

    status: str
    title: str
    starts: date
    until: date | None
    billable: bool


@strawberry.type
class RestorationBar:
    """What bars restoration and re-registration until it is lifted: a pending criminal case, a lost
    licence. ``liftable``: this reader may lift it."""

    bar_id: str
    ground: str
    title: str
    basis: str
    document_no: str
    issued_on: date | None
    reasons: str
    paper: Enclosure | None
    recorded_by: str
    recorded_at: datetime
    lifted_by: str | None
    lifted_at: datetime | None
    lifted_document_no: str | None
    lifted_reasons: str | None
    lifted_paper: Enclosure | None
    liftable: bool


@strawberry.type
class TwiceUsed:
    """A certificate of this file, and the other doctors, by name and code, on whose files it stands.

    ``named``: it is one of several, which names them.
    """

    certificate: str
    doctors: list[str]
    named: bool


@strawberry.type
class PointsDetail:
    """The doctor's page: both ledgers, standing, clocks, and what may be done next."""

    file: PointsFile
    totals: list[YearTotal]
    sanctions: list[Sanction]
    scores: list[ScoreEntry]
    repairs: list[PointsRepair]
    history: list[StatusSpan]
    restoration: Restoration | None
    #: Why no restoration is open to him for now and until when, in words; null when nothing bars it.
    restoration_bar: str | None
    bars: list[RestorationBar]
    #: Acts of the leaders with their approval forms; for the bureau alone.
    approvals: list[ActApproval]
    #: Who may be asked to withdraw; empty for a reader who may not ask now.
    deciders: list[RestorationDecider]
    #: What the map says of them and the doctor; for the bureau alone.
    ties: list[RestorationTie]
    #: What the cases behind an open application say of refund and rectification, to who sees them.
    ledgers: list[RestorationLedger]
    #: Scores of the application that rest on a decision kept elsewhere: no ledger says anything of them.
    ledgerless: list[str]
    #: Certificates that prove something on another doctor's file, too; for the bureau alone.
    twice: list[TwiceUsed]
    deadlines: list[Deadline]
    timeline: list[TimelineEvent]
    next_actions: list[NextAction]


@strawberry.type
class PointsAsOf:
    """A day looked back on: the file as known then (null before its first entry), and the standing
    of that day as it is known today, after corrections and annulled decisions."""

    on: date
    known: PointsDetail | None
    status_today: str
    status_today_title: str
    year_points_today: int


@strawberry.type
class Consequence:
    """One thing that an act would change."""

    kind: str
    text: str
    starts: date | None
    until: date | None


@strawberry.type
class PointsPreview:
    """What an act would bring about, or why it would be refused; nothing is written."""

    refused: str | None
    code: str | None
    status_title: str | None
    consequences: list[Consequence]


@strawberry.type
class BarredFees:
    """Fees settled while their doctor was suspended or terminated; ``cases`` opened on them.

    ``amount`` was billed, ``fund`` is the fund's part of it; both in yuan.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    lines: int
    amount: Decimal
    fund: Decimal
    first_day: date
    last_day: date
    cases: list[str]

    @strawberry.field
    async def fixmedins_name(self, info: Info) -> str:
        """The institution's name; its code where the map has none."""
        return await info.context.places.load(self.fixmedins_code)


@strawberry.type
class SettleFees:
    """补结: fees of a doctor at an institution on days barred by a score (``entryId``) that fell or was lowered.

    ``amount`` was billed, ``fund`` is the fund's part, ``unsettled`` what no settlement paid yet, all in yuan;
    ``cases`` took fees of these days.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    place: str
    entry_id: str
    why: str
    first_day: date
    last_day: date
    lines: int
    amount: Decimal
    fund: Decimal
    unsettled: Decimal
    cases: list[str]


@strawberry.type
class PayableFees:
    """Fees of a barred doctor that stay payable: an emergency, or the time of a rescue in a visit.

    ``because``: kinds of visit, or rescue items with their days. Sums as in ``BarredFees``.
    """

    prac_psn_code: str
    name: str
    fixmedins_code: str
    since: date
    lines: int
    visits: int
    amount: Decimal
    fund: Decimal
    first_day: date
    last_day: date
    why: str
    why_title: str
    because: list[str]

    @strawberry.field
    async def fixmedins_name(self, info: Info) -> str:
        """The institution's name; its code where the map has none."""
        return await info.context.places.load(self.fixmedins_code)


@strawberry.type
class BarredPerson:
    """Somebody of an institution who was suspended or terminated in the year, and since when."""

    prac_psn_code: str
    name: str
    standing: str
    since: date


@strawberry.type
class InstitutionShare:
    """Barred staff of an institution from New Year to a day; ``effect`` is what the rule suggests.

    ``term`` is the dated ground on which that measure is proposed.
    """

    fixmedins_code: str
    name: str
    barred: int
    staff: int
    percent: int
    effect: str | None
    severe: bool
    basis: str | None
    term: str | None
    people: list[BarredPerson]


@strawberry.type
class ScoreAct:
    """A row of the dated score table: an act with its band of points.

    ``suggested``: the points as a rule, for a general, an important and the primary share.
    """

    rule_set: str
    rule_set_title: str
    act: str
    title: str
    min_points: int
    max_points: int
    suggested: list[int]
    basis: str
    mark: str


@strawberry.input
class PointsFilter:
    """Absent fields do not filter."""

    restoring: bool | None = None
    step: str | None = None
    text: str | None = None
