"""State of a doctor's file (一医一档): two ledgers, the restoration, nothing ever deleted."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.commands.restoration import BarGround
from casework.custody.enclosure import Enclosure
from casework.documents.beside import Approvals
from casework.hands import Hand
from casework.restoration.state import Bar, Restoration


@dataclass(frozen=True)
class Weighed:
    """What an answer about a score rested on: papers, what they show, and an expert's opinion in writing.

    `closed`: why doctor and institution do not read the papers; empty where they may.
    """

    materials: tuple[Enclosure, ...] = ()
    show: str = ""
    closed: str = ""
    expert: str = ""
    unit: str = ""
    opinion: str = ""
    paper: Enclosure | None = None

    @property
    def papers(self) -> tuple[Enclosure, ...]:
        """All of them, the opinion last."""
        return (*self.materials, *((self.paper,) if self.paper else ()))


@dataclass(frozen=True)
class ScoreReview:
    """The decision behind a score was changed: the score waits until somebody answers for it.

    `outcome` None: nobody did yet. Fines are those of the decision before and after.
    """

    case_no: str
    document_no: str
    why: str
    fine_before: Decimal
    fine: Decimal
    due_at: datetime
    outcome: str | None = None
    reasons: str = ""
    by: Hand | None = None
    at: datetime | None = None
    office: str = ""
    weighed: Weighed | None = None


@dataclass(frozen=True)
class ScoreEntry:
    """One entry of the 记分 ledger. `counted_on`: of the institution's decision, or of its service."""

    entry_id: str
    rule_set: str
    act: str
    responsibility: str
    points: int
    conduct_on: date
    counted_on: date
    basis_kind: str
    basis: str
    fixmedins_code: str
    reasons: str
    by: Hand
    at: datetime
    #: Whether it counts from the decision ("decided") or from its service; empty: not kept then.
    counted_by: str = ""
    #: From when a suspension or termination by it runs; None: from `counted_on`, as of old.
    starts_on: date | None = None
    #: Months of suspension from 9 points up, as the bureau had set them; empty: those of the rule set.
    months: tuple[int, ...] = ()
    notified_on: date | None = None
    #: How the notice was served (ServiceWay); empty for services recorded before it was kept.
    notified_by: str = ""
    #: What the way of service asks for, who handed it over, and the day an announcement was posted.
    particulars: str = ""
    served_by: str = ""
    posted_on: date | None = None
    #: Who entered the service; None of before that was kept.
    notified_hand: Hand | None = None
    receipt: Enclosure | None = None
    consent: Enclosure | None = None
    objection: str | None = None
    #: The signed paper; of an objection that came as a letter the day it came in, and from whom.
    objection_paper: Enclosure | None = None
    received_on: date | None = None
    objector: str = ""
    objected_for: str = ""
    objection_at: datetime | None = None
    enclosures: tuple[Enclosure, ...] = ()
    #: Who objected on the desk: the doctor or his institution. None where nobody did, or by letter.
    objected_by: Hand | None = None
    resolution: str | None = None
    resolution_reasons: str = ""
    resolved_by: Hand | None = None
    resolved_at: datetime | None = None
    #: What the answer to the objection rested on; None where nothing was named, or by an older version.
    weighed: Weighed | None = None
    void: bool = False
    void_why: str = ""
    #: The document that annulled it, when, and whose act that was; empty of one that fell by an answer.
    void_no: str = ""
    void_at: datetime | None = None
    void_office: str = ""
    #: What it fell by, where it was annulled without a case.
    void_paper: Enclosure | None = None
    original_points: int = 0
    original_act: str = ""
    #: The end of the conduct by its decision, and why another day is scored; None of before it was kept.
    conduct_to: date | None = None
    day_departure: str = ""
    #: Why other points than the share of responsibility suggests.
    departure: str = ""
    #: The earlier score of the same act that it repeats; empty where it repeats none, or none was kept.
    repeats: str = ""
    staff: str = "medical"
    #: Whose act it is, and whose the answer to the objection: agency or bureau; empty: not kept then.
    office: str = ""
    resolved_office: str = ""
    reviews: tuple[ScoreReview, ...] = ()

    @property
    def bites_on(self) -> date:
        """The first day of a suspension or termination that it brings about."""
        return max(self.counted_on, self.starts_on or self.counted_on)

    @property
    def papers(self) -> tuple[Enclosure, ...]:
        """Items of the vault that stand on it: receipt, consent, objection with enclosures, the answers', its end's."""
        signed = (self.receipt, self.consent, self.objection_paper, self.void_paper)
        answers = (paper for one in self.answers for paper in one.papers)
        return (*(one for one in signed if one is not None), *self.enclosures, *answers)

    @property
    def answers(self) -> tuple[Weighed, ...]:
        """What the answers about it rested on."""
        found = (self.weighed, *(one.weighed for one in self.reviews))
        return tuple(one for one in found if one is not None)

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Who recorded it and who objected to it: neither of them decides what becomes of it."""
        return (self.by,) if self.objected_by is None else (self.by, self.objected_by)

    @property
    def review_due(self) -> ScoreReview | None:
        """What waits for an answer because the decision was changed."""
        last = self.reviews[-1] if self.reviews else None
        return last if last is not None and last.outcome is None and not self.void else None

    @property
    def counts(self) -> bool:
        """Whether the entry still counts; a cancelled or annulled one stays readable."""
        return not self.void and self.points > 0

    def bar(self, ground: BarGround) -> Bar:
        """The bar that the score brings about by its act."""
        return Bar(self.entry_id, ground, self.basis, self.reasons, self.by, self.at)


@dataclass(frozen=True)
class LearningEntry:
    """One entry of the 学习积分 ledger, with its certificate (evidence id)."""

    kind: str
    title: str
    on: date
    certificate: str
    hours: Decimal
    mark: int | None
    passed: bool
    points: int
    by: Hand
    application: str
    #: The last day on which its certificate proves anything; None: no end.
    valid_until: date | None = None
    #: When it was recorded.
    at: datetime | None = None
    struck_by: Hand | None = None
    struck_at: datetime | None = None
    struck_why: str = ""

    def counts(self, on: date | None = None) -> bool:
        """Whether it counts: not struck, and on the day `on` not lapsed."""
        lapsed = on is not None and self.valid_until is not None and self.valid_until < on
        return self.struck_by is None and not lapsed


@dataclass(frozen=True)
class RepairEntry:
    """An activity that repairs points; `points` and `effect` are known once it was recognised.

    `effect`: points, or suspension where it shortens a running one, too.
    """

    repair_id: str
    activity: str
    title: str
    held_on: date
    certificate: str
    by: Hand
    at: datetime
    outcome: str | None = None
    points: int = 0
    effect: str = ""
    decided_by: Hand | None = None
    decided_on: date | None = None
    reasons: str = ""

    def took_effect(self, on: date) -> bool:
        """Whether it was recognised on or before a day."""
        return self.outcome == "approved" and self.decided_on is not None and self.decided_on <= on


@dataclass(frozen=True)
class Practice:
    """A time in which he practised at a place; `until` is the last day, None while he does."""

    fixmedins_code: str
    since: date
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether he practised there on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class PointsState:
    """A doctor's file after its latest event."""

    prac_psn_code: str
    version: int = 0
    name: str = ""
    fixmedins_code: str = ""
    institutions: tuple[str, ...] = ()
    #: Where he practised when, places that he left among them.
    practices: tuple[Practice, ...] = ()
    entries: tuple[ScoreEntry, ...] = ()
    learning: tuple[LearningEntry, ...] = ()
    restorations: "tuple[Restoration, ...]" = ()
    #: Recorded bars, and bars of scores that were lifted: see restoration/bar.py.
    bars: "tuple[Bar, ...]" = ()
    #: Bars by the cases behind its scores; None where nobody read them: see restoration/police.py.
    police: "tuple[Bar, ...] | None" = None
    #: Activities that take points off the year's total, beside the scores, which stay.
    repairs: tuple[RepairEntry, ...] = ()
    #: What the leaders decided on it without a form of its own kind, and the forms as they were signed.
    approvals: Approvals = ()
    #: The bureau's parameter of repairs, for a page that offers acts; empty where nobody asked.
    repair_mode: str = ""
    #: The same of who records scores.
    score_recorders: str = ""

    @property
    def stream(self) -> str:
        """The file's stream id."""
        return f"points:{self.prac_psn_code}"

    @property
    def label(self) -> str:
        """How refusals name the file."""
        return f"医师 {self.prac_psn_code} 的档案"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"file of doctor {self.prac_psn_code}"

    @property
    def certificates(self) -> frozenset[str]:
        """Items of the vault on which the file rests: whoever sees it may open them."""
        learnt = (entry.certificate for entry in self.learning)
        repairs = (entry.certificate for entry in self.repairs)
        scores = (one.certificate for entry in self.entries for one in entry.papers)
        asked = (one.certificate for each in self.restorations for one in each.vaulted)
        bars = (
            one for bar in self.bars for one in (bar.paper, bar.lifted_paper) if one is not None
        )
        papers = (*bars, *self._forms)
        return frozenset((*learnt, *repairs, *scores, *asked, *(one.certificate for one in papers)))

    @property
    def closed(self) -> frozenset[str]:
        """Those of them that nobody outside the bureau reads, for a reason that was given."""
        answers = (one for entry in self.entries for one in entry.answers if one.closed)
        # The paper of a list names others, too.
        shared = [p.scan for each in self.restorations for p in each.papers if p.shared]
        shared += [
            one.receipt
            for each in self.restorations
            for one in each.services
            if one.shared and one.receipt is not None
        ]
        kept = (paper.certificate for one in answers for paper in one.materials)
        return frozenset((*kept, *(scan.certificate for scan in (*shared, *self._forms))))

    @property
    def _forms(self) -> tuple[Enclosure, ...]:
        """The signed approval forms: the bureau's own papers."""
        return tuple(one.scan for one in self.approvals if one.scan is not None)

    @property
    def proofs(self) -> frozenset[str]:
        """Certificates that prove something still: of records not struck and repairs not refused."""
        learnt = (entry.certificate for entry in self.learning if entry.counts())
        repairs = (one.certificate for one in self.repairs if one.outcome != "refused")
        return frozenset((*learnt, *repairs))

    @property
    def restoration(self) -> Restoration | None:
        """The latest application for restoration."""
        return self.restorations[-1] if self.restorations else None

    @property
    def party_bodies(self) -> tuple[str, ...]:
        """Institutions whose party organisation has the say: the doctor's, or who stands in."""
        application = self.restoration
        asked = tuple(one.body for one in application.parties) if application is not None else ()
        return asked or self.institutions

    @property
    def party_owing(self) -> tuple[str, ...]:
        """Those of them that still have to speak."""
        application = self.restoration
        if application is None or not application.parties:
            return self.institutions
        return application.owing

    @property
    def readers(self) -> tuple[str, ...]:
        """Institutions that see the file: where he practises, and who stands in for its party."""
        return tuple(dict.fromkeys((*self.institutions, *self.party_bodies)))

    @property
    def stage(self) -> str:
        """Step of the open restoration, or 'none'."""
        return self.restoration.step.value if self.restoration else "none"

    @property
    def stage_zh(self) -> str:
        """The same in Chinese."""
        return self.restoration.step_zh if self.restoration else "未申请恢复"

    @property
    def stage_en(self) -> str:
        """The same in English."""
        return self.restoration.step_en if self.restoration else "no application"

    def entry(self, entry_id: str) -> ScoreEntry | None:
        """Return a score entry by id."""
        return next((e for e in self.entries if e.entry_id == entry_id), None)

    def with_entry(self, entry: ScoreEntry) -> "PointsState":
        """Replace the entry of the same id."""
        rest = tuple(e if e.entry_id != entry.entry_id else entry for e in self.entries)
        return replace(self, entries=rest)

    def with_restoration(self, application_id: str = "", /, **changes: Any) -> "PointsState":
        """Change an application, the latest where none is named."""
        if self.restoration is None:
            return self
        number = application_id or self.restoration.application_id
        changed = tuple(
            replace(one, **changes) if one.application_id == number else one
            for one in self.restorations
        )
        return replace(self, restorations=changed)
