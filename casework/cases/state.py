"""State of a case: a fold over its events, never stored by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from casework.cases.excluded import Doubt, Excluded
from casework.cases.origin import Origin
from casework.cases.parts import (
    Announcement,
    AskedInstalments,
    Assistance,
    Correction,
    Dispute,
    Fall,
    Hearing,
    Hold,
    InstalmentsAnswer,
    Paid,
    Part,
    Performance,
    Publication,
    Rectification,
    Recusal,
    Remedy,
    Service,
    Submission,
    Transfer,
    Worksheet,
)
from casework.cases.stages import NAMES, TERMINAL, Stage
from casework.commands.agreement import Measure
from casework.commands.case import FindingRef, Party, PartyKind, Path
from casework.documents.lacking import Lacking
from casework.documents.state import Allotted, Issued, Replaced
from casework.hands import Hand
from casework.interview.state import Interview, VisitList
from casework.lines.state import NO_LINES, LineTotals
from casework.masking import mask_in
from casework.referral.state import OtherFraud, Referral, Weighed
from casework.volumes.state import Binding, Entry, VolumeKind


@dataclass(frozen=True)
class Officer:
    """An officer in charge with the number of the law-enforcement certificate."""

    hand: Hand
    certificate_no: str


@dataclass(frozen=True)
class Proposal:
    """A penalty proposal, its arithmetic and its review. Amounts in yuan."""

    proposal_id: str
    by: Hand
    at: datetime
    article_id: str
    citation: str
    base_loss: Decimal
    multiple: Decimal | None
    fine: Decimal
    recovery: Decimal
    suspension_months: int | None
    formula: str
    hearing_right: bool
    reasons: str
    new_facts: str = ""
    worksheet_id: str | None = None
    below_band: bool = False
    #: Whom a suspension hits, and on what ground; what shows that a person meant to defraud.
    department: str = ""
    suspension_ground: str | None = None
    consequence: str = ""
    consequence_evidence: tuple[str, ...] = ()
    intent: tuple[str, ...] = ()
    #: Of the confirmed loss, what is not asked back and why; None before a ground was asked for.
    not_demanded: Decimal | None = None
    less_ground: str = ""
    less_reasons: str = ""
    #: The ground on which nobody is to be punished (a value of `NoPenaltyGround`).
    no_penalty: str | None = None
    #: Not insured: article 41 suspends the settlement of insured persons alone.
    not_insured: bool = False
    #: Value and basis of what the bureau had set by then (`law.own`); the rest is as packaged.
    figures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    outcome: str | None = None
    reviewed_by: Hand | None = None
    reviewed_at: datetime | None = None
    review_reasons: str = ""


@dataclass(frozen=True)
class Handling:
    """A proposed handling under the agreement; `seq` is the event that proposed it.

    `target_names` are the persons whom its measures hit, by code.
    """

    by: Hand
    measures: tuple[Measure, ...]
    reasons: str
    pharmacy_acts: tuple[str, ...] = ()
    rectify: str = ""
    rectify_days: int = 30
    seq: int = 0
    target_names: Mapping[str, str] = field(default_factory=dict)
    #: Of the confirmed loss, what is not asked back and why; None before a ground was asked for.
    not_demanded: Decimal | None = None
    less_ground: str = ""
    less_reasons: str = ""
    #: The most months of a suspension that the bureau had set when it was proposed; 0: the term's.
    most_months: int = 0
    #: The bureau's own tables of a pharmacy's points on the day of the proposal (`agreement.table`).
    pharmacy_tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def hit(self, measure: Measure) -> str:
        """Whom a measure hits, for people to read: a person by name and code."""
        name = self.target_names.get(measure.target)
        return f"{name}（{measure.target}）" if name else measure.target


@dataclass(frozen=True)
class Decision:
    """What was decided, by whom, when; fine, recovery and damages in yuan.

    `recovery` is all that the fund is to get back, with what came back before the decision.
    """

    ruling: str
    decision_no: str
    by: Hand
    at: datetime
    fine: Decimal
    recovery: Decimal
    citation: str
    reasons: str
    article_id: str = ""
    ground: str = ""
    damages: Decimal = Decimal("0.00")
    #: The event that holds the decision; 0 for a handling of before its papers gave it effect.
    seq: int = 0
    #: The worksheet of a decision on the spot, which no proposal names; empty before it had one.
    worksheet_id: str = ""
    #: Months of its suspension as a review or court changed them; None: as they were proposed.
    months: int | None = None
    #: Of the confirmed loss, what it does not demand; yuan.
    not_demanded: Decimal = Decimal("0.00")
    #: The measures of a handling begin with its service, not with itself.
    measures_wait: bool = False


@dataclass(frozen=True)
class FormerRound:
    """A decision that fell and is to be made anew, with what led to it and how it was served.

    `proposals`, `worksheets` and `remedies` are its own by id. Services have none: those up to the
    `services`-th of the case belong to it or to a round before.
    """

    decision: Decision
    fall: Fall | None
    notice_on: date | None
    hearing_held: bool
    defence: str | None
    legal_opinion: str | None
    served_on: date | None
    proposals: tuple[str, ...]
    worksheets: tuple[str, ...]
    remedies: tuple[str, ...]
    services: int
    #: Until when it is to be made anew; None where an older order did not say.
    redo_by: date | None = None


@dataclass(frozen=True)
class Task:
    """Something somebody has to do in the case."""

    task_id: str
    title: str
    assignee: str
    due: date | None
    by: Hand
    result: str | None = None


@dataclass(frozen=True)
class Attachment:
    """An evidence item attached to the case."""

    evidence_id: str
    name: str
    kind: str
    sha256: str
    sm3: str
    size: int
    proves: str
    at: datetime
    #: Tells who reported the case: never shown outside the bureau.
    reporter: bool = False
    #: Of an item that another case took in and this one cites.
    origin: Origin | None = None
    #: Ruled out: it shows no fact. And what is proposed of that, and waits.
    excluded: Excluded | None = None
    doubt: Doubt | None = None
    #: Of a cited one, that its home case ruled it out there.
    home_excluded: Excluded | None = None
    #: Who took it into the case.
    by: Hand | None = None


@dataclass(frozen=True)
class Picture:
    """A picture of the graph as it was when it entered the case; `content` is JSON text."""

    picture_id: str
    investigation_id: str
    title: str
    content: str
    by: Hand
    at: datetime


@dataclass(frozen=True)
class CaseState:
    """Everything known about a case after its latest event."""

    case_no: str
    version: int = 0
    stage: Stage = Stage.CLUE
    path: Path = Path.ADMINISTRATIVE
    title: str = ""
    source: str = ""
    summary: str = ""
    #: Whoever reported it gave his name.
    real_name: bool = False
    party: Party | None = None
    #: The area of an institution outside of the bureau's own: it cannot be punished here.
    outside_area: str | None = None
    #: Whether the court enforces a handling here, as the bureau set it; None while the packaged row holds.
    handling_court: bool | None = None
    #: From where the amount of a fraud is large, and the basis of that, where the bureau entered it (`located`).
    own_fraud: tuple[str, str] | None = None
    #: Within how many months small frauds count together, in the same way.
    own_fraud_months: tuple[str, str] | None = None
    #: Frauds of the same party in other cases, as the map has them: read beside the case, never kept in it.
    other_frauds: tuple[OtherFraud, ...] = ()
    conduct_from: date | None = None
    conduct_to: date | None = None
    #: The longer term of 处罚法 36 was claimed when the case was filed.
    harmful_result: bool = False
    opened_by: Hand | None = None
    opened_at: datetime | None = None
    #: When the bureau learnt of the conduct, and by what; None where the registration counts.
    discovered_on: date | None = None
    discovered_by: str = ""
    filed_at: datetime | None = None
    #: The bureau's own area by which its jurisdiction was judged when the case was filed, or decided on the
    #: spot; empty where none was set then, and of older chains.
    own_area: str = ""
    officers: tuple[Officer, ...] = ()
    #: Officers who had declared no ties when that was last looked at: nothing of them was compared.
    undeclared: tuple[Hand, ...] = ()
    ever_officers: tuple[Hand, ...] = ()
    findings: tuple[FindingRef, ...] = ()
    ring_ids: tuple[str, ...] = ()
    evidence: tuple[Attachment, ...] = ()
    pictures: tuple[Picture, ...] = ()
    inspections: int = 0
    tasks: tuple[Task, ...] = ()
    #: Inspections whose papers came into the case, people questioned, lists of home visits.
    inspection_nos: tuple[str, ...] = ()
    interviews: tuple[Interview, ...] = ()
    visit_lists: tuple[VisitList, ...] = ()
    report: dict[str, str] | None = None
    report_by: Hand | None = None
    report_at: datetime | None = None
    #: The investigation was opened again since the report was written: another has to follow.
    report_outdated: bool = False
    proposals: tuple[Proposal, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    #: Sums of the suspected lines and of what was confirmed of them: the only source of the loss.
    lines: LineTotals = NO_LINES
    #: Everyone who ever proposed a handling under the agreement, also before a return.
    handling_hands: tuple[Hand, ...] = ()
    notified_at: datetime | None = None
    notice_on: date | None = None
    hearing_right: bool = False
    hearing_waived: bool = False
    hearing_requested: bool = False
    hearing_requested_on: date | None = None
    #: When and where it is to be, once that is set.
    hearing: Hearing | None = None
    hearing_chair: Hand | None = None
    #: Whom the head named to chair the hearing that was asked for; hearings set before named him themselves.
    chair_named: Hand | None = None
    hearing_held: bool = False
    #: The event of the hearing where it says who signed the record; 0 for one from before that was asked.
    hearing_seq: int = 0
    #: The event of the chair's report on it; 0 without one.
    hearing_report_seq: int = 0
    #: Given up by the party after it was asked for.
    hearing_ended: bool = False
    defence: str | None = None
    #: The latest proposal that the party contested, and when: no later one may be heavier.
    contested: Proposal | None = None
    contested_at: datetime | None = None
    legal_opinion: str | None = None
    reviewer: Hand | None = None
    #: Everyone who ever reviewed its legality, whatever became of it.
    ever_reviewers: tuple[Hand, ...] = ()
    legal_at: datetime | None = None
    #: The proposal that the leaders agreed on together, and whether they agreed to more time.
    discussed: str | None = None
    #: What they agreed on: a penalty or none; an older discussion does not say.
    discussed_ruling: str | None = None
    discussion_by: tuple[Hand, ...] = ()
    extension_discussed: bool = False
    clue_extensions: int = 0
    decision_extensions: int = 0
    decision: Decision | None = None
    handling: Handling | None = None
    served_on: date | None = None
    #: Scans on which the effect of a served decision rests.
    effect: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    dispute: Dispute | None = None
    #: When the court was asked; None where it was not, or did not take it up.
    court_applied_on: date | None = None
    court_ruled: bool = False
    #: The day of a ruling that did not take or enforce the application, until one asks again.
    court_refused_on: date | None = None
    #: The day on which it let the bureau take the application back, until one asks again.
    court_withdrawn_on: date | None = None
    recovered: Decimal = Decimal("0.00")
    fines_paid: Decimal = Decimal("0.00")
    surcharges_paid: Decimal = Decimal("0.00")
    #: Written off with a ground: nobody owes it any more.
    recovery_written_off: Decimal = Decimal("0.00")
    fines_written_off: Decimal = Decimal("0.00")
    #: The same with its days, a reversal below zero: what is written off bears no surcharge from then on.
    fine_write_offs: tuple[Paid, ...] = ()
    surcharges_written_off: Decimal = Decimal("0.00")
    #: Of the recovery that was written off, what had come back before: nobody pays it a second time.
    returned_before: Decimal = Decimal("0.00")
    damages_paid: Decimal = Decimal("0.00")
    damages_written_off: Decimal = Decimal("0.00")
    #: The latest day on which some of a kind was written off, by kind.
    written_off_on: Mapping[str, date] = field(default_factory=dict)
    #: Of what was paid, what is owed back since its decision fell or was lowered.
    surcharges_back: Decimal = Decimal("0.00")
    damages_back: Decimal = Decimal("0.00")
    rectification: Rectification | None = None
    #: Papers that the party, courts, the police and other bureaus wrote, in their order: what each is, its scan.
    party_papers: tuple[tuple[str, str], ...] = ()
    #: Where the party was said to be before that was corrected.
    former_addresses: tuple[str, ...] = ()
    #: Identity numbers of who stood for the party before: masked like that of who does.
    former_numbers: tuple[str, ...] = ()
    #: Streams of the measures that rest on the case's decisions.
    measured: tuple[str, ...] = ()
    payments: tuple[Paid, ...] = ()
    instalments: tuple[Part, ...] = ()
    #: Until which day the fine was due otherwise, and how (no parts: in the lawful time), the oldest first.
    earlier_plans: tuple[tuple[date, tuple[Part, ...]], ...] = ()
    #: By how many days instalments put off the day of payment, as its clock has them.
    put_off_days: int = 0
    #: The party's request that waits for the head.
    instalments_asked: AskedInstalments | None = None
    #: The event of a decision on the spot that comes back signed; 0 of before that was asked for.
    spot_seq: int = 0
    #: What he answered last.
    instalments_answer: InstalmentsAnswer | None = None
    pressed_on: date | None = None
    #: That a handling is to be performed, and when that was served.
    performance: Performance | None = None
    performance_on: date | None = None
    remedies: tuple[Remedy, ...] = ()
    #: Whether somebody has to say of the served decision if it is published: of a penalty, since that is asked.
    publishable: bool = False
    #: Whether the decision that stands is to be made public, once that was decided.
    publication: Publication | None = None
    published: bool = False
    #: The day of the latest publication.
    published_on: date | None = None
    #: What is published is a decision that was changed or fell since.
    published_former: bool = False
    #: Decided on the spot, and whether that was reported for the records.
    on_spot: bool = False
    spot_reported: bool = False
    #: Orders to correct, and what became of them.
    corrections: tuple[Correction, ...] = ()
    holds: tuple[Hold, ...] = ()
    requests: tuple[Assistance, ...] = ()
    #: What waits for approval, by what it is about.
    submissions: Mapping[str, Submission] = field(default_factory=dict)
    #: The case's number (案号), from its filing on; empty before, and of cases that were filed without.
    docket_no: str = ""
    #: The event of the filing where it was submitted and decided; 0 for one from before that was asked.
    filing_seq: int = 0
    recusals: tuple[Recusal, ...] = ()
    #: What went to other bodies, and what they answered.
    transfers: tuple[Transfer, ...] = ()
    #: From when to when the whole case lay with the police or another body.
    away: tuple[tuple[datetime, datetime | None], ...] = ()
    annulled: bool = False
    #: By whom and on what paper the decision was set aside.
    fall: Fall | None = None
    changed: bool = False
    #: Decisions that fell and were to be made anew, the oldest first.
    former: tuple[FormerRound, ...] = ()
    #: Grounds on which the time to decide rests, and periods that a person started.
    paused: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    scores: tuple[tuple[str, str], ...] = ()
    #: Whether its officers would refer the fraud that they suspect.
    weighed: Weighed | None = None
    #: Who the head put in charge of the suspected crime, before it is reported.
    referral_group: tuple[Officer, ...] = ()
    #: The event by which the group was appointed.
    referral_group_seq: int = 0
    referral: Referral | None = None
    #: Letters of referral with which it went to the police, by the ids of their forms.
    letters_sent: tuple[str, ...] = ()
    #: Forms that were issued, and the numbers that the case took from the series.
    forms: tuple[Issued, ...] = ()
    numbers: tuple[Allotted, ...] = ()
    #: What its measures lack of their signed papers, where whoever reads the case looked (`seen_with`).
    measure_gaps: tuple[Lacking, ...] = ()
    #: What its measures give to its volumes, where whoever reads the case looked (`with_sheets`).
    measure_sheets: tuple[tuple[VolumeKind, Entry], ...] = ()
    #: Wrong scans of its papers that gave way to others, the oldest first.
    replaced: tuple[Replaced, ...] = ()
    #: Volumes bound after the case was over, the newest last.
    bindings: tuple[Binding, ...] = ()
    #: Events so far that an approval form prints: their numbers by kind.
    approved: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    return_to: Stage | None = None
    closed_at: datetime | None = None

    @property
    def docket(self) -> str:
        """How papers number it: by its 案号, before its filing by the number of its file."""
        return self.docket_no or self.case_no

    @property
    def court_applied(self) -> bool:
        """Whether the matter is with the court."""
        return self.court_applied_on is not None

    @property
    def proposed_short(self) -> Decimal | None:
        """What the proposal that stands leaves out of the confirmed loss; None before that was asked."""
        one = self.handling if self.path is Path.AGREEMENT else self.proposal
        return one.not_demanded if one is not None else None

    @property
    def surcharges_kept(self) -> Decimal:
        """What was paid of the surcharge and is not owed back; yuan."""
        return self.surcharges_paid - self.surcharges_back

    @property
    def damages_kept(self) -> Decimal:
        """What was paid of damages and is not owed back; yuan."""
        return self.damages_paid - self.damages_back

    @property
    def label(self) -> str:
        """How refusals name the case."""
        return f"案件 {self.case_no}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"case {self.case_no}"

    @property
    def stage_zh(self) -> str:
        """The stage in the bureau's Chinese."""
        return NAMES[self.stage][0]

    @property
    def stage_en(self) -> str:
        """The stage in English."""
        return NAMES[self.stage][1]

    @property
    def public_title(self) -> str:
        """The title as lists and notices show it: an insured person's name in it is masked."""
        if self.party is None or self.party.kind is not PartyKind.PERSON:
            return self.title
        shown: str = mask_in(self.title, (self.party.name,))
        return shown

    @property
    def is_open(self) -> bool:
        """Whether the case still runs."""
        return self.stage not in TERMINAL

    @property
    def referred_late(self) -> bool:
        """Whether a crime was reported after the case was over: periods of that run still."""
        return not self.is_open and self.referral is not None and self.referral.late

    @property
    def stream(self) -> str:
        """The case's stream id."""
        return f"case:{self.case_no}"

    @property
    def proposal(self) -> Proposal | None:
        """The latest proposal, if any."""
        return self.proposals[-1] if self.proposals else None

    def of_former(self, worksheet_or_proposal: str) -> bool:
        """Whether a worksheet or proposal belongs to a decision that fell since."""
        return any(
            worksheet_or_proposal in (*one.proposals, *one.worksheets) for one in self.former
        )

    @property
    def standing_remedies(self) -> tuple[Remedy, ...]:
        """Reviews and suits against the decision as it stands, not against one that fell."""
        return tuple(one for one in self.remedies if not one.former)

    @property
    def amount_at_risk(self) -> Decimal:
        """Sum of the attached findings' amounts in yuan."""
        return sum((f.amount for f in self.findings), Decimal("0.00"))

    @property
    def involved(self) -> Decimal:
        """涉案金额 in yuan: of the findings, or of the listed lines where those come to more."""
        return max(self.amount_at_risk, self.lines.suspected)

    @property
    def spared(self) -> bool:
        """Whether the latest proposal is that nobody be punished."""
        return self.proposal is not None and self.proposal.no_penalty is not None

    @property
    def owes_unpunished(self) -> bool:
        """Whether nobody is to be punished, but money is to come back: that, too, the party is heard on first."""
        return self.spared and self.proposal is not None and self.proposal.recovery > 0

    def measured_with(self, streams: Iterable[str]) -> tuple[str, ...]:
        """Streams that its decisions imposed measures on, these too, each once."""
        return tuple(dict.fromkeys((*self.measured, *streams)))

    def with_proposal(self, proposal: Proposal) -> "CaseState":
        """Replace the proposal of the same id."""
        rest = tuple(
            p if p.proposal_id != proposal.proposal_id else proposal for p in self.proposals
        )
        return replace(self, proposals=rest)
