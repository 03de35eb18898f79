"""An application for restoration and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from casework.commands.case import RecusalGround
from casework.commands.restoration import BarGround, RestorationPaper
from casework.custody.enclosure import Enclosure
from casework.hands import Hand


class Step(StrEnum):
    """Steps of a restoration; from RETURNED on they hold or end it."""

    STUDYING = "studying"
    PARTY = "party"
    CENTRE = "centre"
    BUREAU = "bureau"
    REGISTRATION = "registration"
    RESTORED = "restored"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    HALTED = "halted"
    MOOT = "moot"
    ANNULLED = "annulled"


STEP_NAMES: dict[Step, tuple[str, str]] = {
    Step.STUDYING: ("学习考试", "studying"),
    Step.PARTY: ("医院党组织意见", "party organisation"),
    Step.CENTRE: ("基金监管中心审核", "supervision centre"),
    Step.BUREAU: ("县医保局审批", "bureau"),
    Step.REGISTRATION: ("重新登记备案", "re-registration"),
    Step.RESTORED: ("已恢复", "restored"),
    Step.RETURNED: ("退回补正", "returned"),
    Step.REFUSED: ("不予恢复", "refused"),
    Step.WITHDRAWN: ("已撤回", "withdrawn"),
    Step.REVOKED: ("撤销恢复", "revoked"),
    Step.HALTED: ("中止", "suspended meanwhile"),
    Step.MOOT: ("终结（依据已撤销）", "closed: its ground fell"),
    Step.ANNULLED: ("恢复经复议、诉讼撤销", "restoration annulled by review or court"),
}


class Body(StrEnum):
    """Who acts on an application: the three that approve it, and the agency that keeps the file."""

    PARTY = "party"
    CENTRE = "centre"
    BUREAU = "bureau"
    AGENCY = "agency"


APPROVALS = (Step.PARTY, Step.CENTRE, Step.BUREAU)
ENDED = frozenset(
    {Step.RESTORED, Step.REFUSED, Step.WITHDRAWN, Step.REVOKED, Step.MOOT, Step.ANNULLED}
)

#: Ended before registration: whatever was approved until then restores nobody.
GIVEN_UP = frozenset({Step.REFUSED, Step.WITHDRAWN, Step.MOOT})


class HaltKind(StrEnum):
    """Why a restoration rests: an objection or a new score, a case, a criminal matter, other."""

    OBJECTION = "objection"
    SCORE = "score"
    CASE = "case"
    CRIMINAL = "criminal"
    OTHER = "other"


HALT_NAMES: dict[HaltKind, tuple[str, str]] = {
    HaltKind.OBJECTION: ("记分异议尚未答复", "an objection waits for its answer"),
    HaltKind.SCORE: ("申请期间新增记分", "a new score during the application"),
    HaltKind.CASE: ("新案件尚未办结", "a new case is open"),
    HaltKind.CRIMINAL: ("涉嫌犯罪或执业证书被吊销", "a criminal matter, or the licence was lost"),
    HaltKind.OTHER: ("其他事由", "another ground"),
}

#: The reference of the ground that the doctor left his last place of practice.
NO_PLACE: Final = "practice"
WITHOUT_PLACE: Final = (
    "医师已离开全部执业机构，登记新的执业机构后继续",
    "the doctor left every place of practice, and it goes on once a new one is recorded",
)


@dataclass(frozen=True)
class Halt:
    """A ground on which the application rests, until it is ended. `key` is unique in the file."""

    key: str
    kind: HaltKind
    reference: str
    reasons: str
    at: datetime
    ended_at: datetime | None = None

    @property
    def for_want_of_a_place(self) -> bool:
        """Whether it waits for a new place of practice, as nothing that a person states does."""
        return self.kind is HaltKind.OTHER and self.reference == NO_PLACE

    @property
    def title(self) -> tuple[str, str]:
        """The ground in words, in both languages."""
        return WITHOUT_PLACE if self.for_want_of_a_place else HALT_NAMES[self.kind]


@dataclass(frozen=True)
class Bar:
    """A pending criminal case or a lost licence on the file; it stands until somebody lifted it."""

    bar_id: str
    ground: BarGround
    document_no: str
    reasons: str
    by: Hand
    at: datetime
    issued_on: date | None = None
    lifted_by: Hand | None = None
    lifted_at: datetime | None = None
    lifted_document_no: str = ""
    lifted_reasons: str = ""
    #: The papers on which it was recorded and lifted; None where they were typed numbers alone.
    paper: Enclosure | None = None
    lifted_paper: Enclosure | None = None


@dataclass(frozen=True)
class AskedRecusal:
    """A request that an approver withdraw; `granted` None until it is decided: of a head by the leaders."""

    recusal_id: str
    officer: Hand
    body: Body
    ground: RecusalGround
    reason: str
    by: Hand
    granted: bool | None = None
    decided_by: Hand | None = None
    answer: str = ""
    of_head: bool = False
    #: The day of the request.
    on: date | None = None


class Ruling(StrEnum):
    """What of an application is served: the decision on it, or that it is revoked."""

    DECISION = "decision"
    REVOCATION = "revocation"


@dataclass(frozen=True)
class SignedPaper:
    """A paper as it was signed and sealed. `party`: whose minutes; `shared`: of a whole list of doctors."""

    paper: RestorationPaper
    scan: Enclosure
    party: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Service:
    """How and when a ruling was served, who entered it, its receipt and the consent to electronic service."""

    ruling: Ruling
    on: date
    way: str
    by: Hand
    particulars: str = ""
    served_by: str = ""
    posted_on: date | None = None
    receipt: Enclosure | None = None
    consent: Enclosure | None = None
    #: Whether the receipt is one of a whole list of doctors.
    shared: bool = False


@dataclass(frozen=True)
class Announced:
    """Since when a ruling stands in an announcement, and where."""

    ruling: Ruling
    posted_on: date
    where: str


@dataclass(frozen=True)
class Stop:
    """Days in which the execution of what a remedy is against is stopped, with the order; until None: still."""

    since: date
    document_no: str
    order: Enclosure
    until: date | None = None
    #: The order by which it went on; none where the outcome ended it.
    resumed: Enclosure | None = None

    def holds(self, on: date) -> bool:
        """Whether it was stopped on a day; it goes on with the day of the next order."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Remedy:
    """A review or suit against a ruling, with the notice of acceptance and, once it is over, its outcome.

    `place`: the institution that asked, empty for the doctor. `former`: against a ruling that fell since.
    """

    remedy_id: str
    ruling: Ruling
    kind: str
    body: str
    filed_on: date
    document_no: str
    place: str
    notice: Enclosure
    outcome: str | None = None
    decided_on: date | None = None
    outcome_no: str = ""
    reasons: str = ""
    decision: Enclosure | None = None
    former: bool = False
    stops: tuple[Stop, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether the execution is stopped now."""
        return bool(self.stops) and self.stops[-1].until is None


class Opinion(NamedTuple):
    """What a body of the chain said; of a party organisation, too, the institution whose it is.

    `party` is empty in opinions of before it was kept.
    """

    body: str
    outcome: str
    by: str
    reasons: str
    at: datetime
    party: str = ""
    hand: Hand | None = None


@dataclass(frozen=True)
class Party:
    """A party organisation that is asked: its institution, and the places of practice it speaks for."""

    body: str
    places: tuple[str, ...]

    @property
    def stands_in(self) -> bool:
        """Whether it speaks for others than its own institution alone."""
        return self.body not in self.places


@dataclass(frozen=True)
class Restoration:
    """One application. `hands`: who did which step, for separation of duties.

    `covers` are the score entries answered for; `returned_from` the body that sent it back.
    """

    application_id: str
    step: Step
    applied_by: Hand
    applied_at: datetime
    statement: str
    rule_set: str
    covers: frozenset[str]
    hands: tuple[tuple[str, Hand], ...] = ()
    opinions: tuple[Opinion, ...] = ()
    returned_from: Step | None = None
    approved_on: date | None = None
    registered_on: date | None = None
    registration_no: str = ""
    revoked_on: date | None = None
    #: Why it was revoked, or ended by the centre while it rested.
    over_why: str = ""
    #: The day on which it was ended by the centre, or became pointless.
    over_on: date | None = None
    #: Whether it was ended while it rested.
    dismissed: bool = False
    #: The party organisations that are asked. None: the application is from before they were kept, and
    #: the first opinion of a place of practice is the only one.
    parties: tuple[Party, ...] = ()
    #: Those of them whose opinion stands: after a return only who approved need not speak again.
    spoken: tuple[str, ...] = ()
    #: Whether one refusal ends it, by the parameter of the day on which it was sent in.
    refusal_ends: bool = False
    #: Whether a party organisation or the centre ends it by refusing. Else that is an opinion, which
    #: goes up, and the head alone decides 不予恢复. Applications of before this was kept are of the first kind.
    each_refuses: bool = True
    #: Who proposed to revoke it, and why; the head who decides is another person.
    revocation_by: Hand | None = None
    revocation_reasons: str = ""
    #: Until when the doctor may say something to it before it is decided; None: proposed before he was told.
    revocation_until: date | None = None
    #: What he said to it.
    revocation_said: tuple[str, ...] = ()
    halts: tuple[Halt, ...] = ()
    halted_from: Step | None = None
    #: The list on which the application is handled together with others.
    batch: str = ""
    #: What the centre's latest review said of study, exam, refund and rectification.
    verified: tuple[tuple[str, bool], ...] = ()
    #: What the ledgers of the cases behind it said then: case, yuan demanded, returned, outstanding.
    ledgers: tuple[tuple[str, Decimal, Decimal, Decimal], ...] = ()
    #: Who withdrew from it as related to the applicant, and in what relation.
    recused: tuple[tuple[Hand, str], ...] = ()
    #: Requests that an approver withdraw; of a granted one the person is in `recused`, too.
    recusals: tuple[AskedRecusal, ...] = ()
    #: Whom the leaders named to decide in the place of a head who withdrew.
    decider: Hand | None = None
    #: Its papers as they were signed, and what was served of it.
    papers: tuple[SignedPaper, ...] = ()
    services: tuple[Service, ...] = ()
    #: Which of its rulings have effect only with their signed papers: not those of before they were kept.
    papered: frozenset[Ruling] = frozenset()
    remedies: tuple[Remedy, ...] = ()
    announced: tuple[Announced, ...] = ()
    #: The applications whose approval fell in review or suit, and that this one goes on with.
    continues: tuple[str, ...] = ()

    @property
    def ruling(self) -> Ruling | None:
        """What was decided last and is to be served."""
        if self.step is Step.REVOKED:
            return Ruling.REVOCATION
        if self.step is Step.ANNULLED:
            return None
        decided = self.step is Step.REFUSED or self.approval_stands
        return Ruling.DECISION if decided else None

    @property
    def decided_on(self) -> date | None:
        """The day of that decision."""
        if self.step in (Step.REVOKED, Step.REFUSED):
            return self.over_on
        return self.approved_on

    def service_of(self, ruling: Ruling | None) -> Service | None:
        """The service of a ruling."""
        return next((one for one in self.services if one.ruling is ruling), None)

    def announced_of(self, ruling: Ruling | None) -> Announced | None:
        """The announcement of a ruling."""
        return next((one for one in self.announced if one.ruling is ruling), None)

    def paper_of(self, paper: RestorationPaper, party: str = "") -> SignedPaper | None:
        """The paper that is there."""
        found = (p for p in self.papers if (p.paper, p.party) == (paper, party))
        return next(found, None)

    @property
    def vaulted(self) -> tuple[Enclosure, ...]:
        """Items of the vault that stand on it."""
        served = (e for one in self.services for e in (one.receipt, one.consent) if e is not None)
        told = (e for one in self.remedies for e in (one.notice, one.decision) if e is not None)
        stops = [stop for one in self.remedies for stop in one.stops]
        orders = (e for stop in stops for e in (stop.order, stop.resumed) if e is not None)
        return (*(one.scan for one in self.papers), *served, *told, *orders)

    @property
    def owing(self) -> tuple[str, ...]:
        """Institutions whose party organisation is asked and has not spoken."""
        return tuple(one.body for one in self.parties if one.body not in self.spoken)

    def party_opinion(self, body: str) -> Opinion | None:
        """The latest opinion of the party organisation of an institution."""
        own = (o for o in reversed(self.opinions) if (o.body, o.party) == ("party", body))
        return next(own, None)

    def against(self, step: Step) -> bool:
        """Whether the party organisations as one, or the centre, said no where that ended nothing."""
        if step is Step.PARTY:
            last = (self.party_opinion(one.body) for one in self.parties)
            said = {one.outcome for one in last if one is not None}
            return "refused" in said and (self.refusal_ends or said == {"refused"})
        given = next((o for o in reversed(self.opinions) if o.body == step.value), None)
        return given is not None and given.outcome == "refused"

    @property
    def opposed(self) -> Step | None:
        """The first body below the bureau whose latest opinion is against restoring."""
        return next((step for step in (Step.PARTY, Step.CENTRE) if self.against(step)), None)

    @property
    def open_halts(self) -> tuple[Halt, ...]:
        """Grounds on which the application still rests."""
        return tuple(halt for halt in self.halts if halt.ended_at is None)

    @property
    def step_zh(self) -> str:
        """The step in Chinese."""
        return STEP_NAMES[self.step][0]

    @property
    def step_en(self) -> str:
        """The step in English."""
        return STEP_NAMES[self.step][1]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self.step not in ENDED

    @property
    def approval_stands(self) -> bool:
        """Whether its approval holds: not once it was withdrawn, dismissed or became pointless."""
        return self.approved_on is not None and self.step not in GIVEN_UP

    def revoked_by(self, on: date) -> bool:
        """Whether the restoration was revoked on or before a day, and no order stopped that on it."""
        if self.revoked_on is None or self.revoked_on > on:
            return False
        return not any(stop.holds(on) for stop in self.revocation_stops)

    @property
    def revocation_stops(self) -> tuple[Stop, ...]:
        """Orders that stopped the execution of its revocation."""
        against = (
            one for one in self.remedies if one.ruling is Ruling.REVOCATION and not one.former
        )
        return tuple(stop for one in against for stop in one.stops)
