"""State of an inspection: a fold over its events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from casework.cases.parts import Recusal
from casework.cases.state import Officer
from casework.cases.submitted import File
from casework.clocks.calendars import local_date
from casework.commands.case import Party, party_from
from casework.commands.inspection import InspectionKind, UnannouncedStep
from casework.custody.state import Serves
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.money import ZERO

OF_BUREAU: Final = "bureau"
OF_AGENCY: Final = "agency"


class Step(StrEnum):
    """Where an inspection stands."""

    PLANNED = "planned"
    ON_SITE = "on_site"
    CLOSED = "closed"
    CANCELLED = "cancelled"


STEPS: Final[dict[Step, tuple[str, str]]] = {
    Step.PLANNED: ("待进场", "planned"),
    Step.ON_SITE: ("检查中", "on site"),
    Step.CLOSED: ("已结束", "closed"),
    Step.CANCELLED: ("已撤销", "called off"),
}
KINDS: Final[dict[InspectionKind, tuple[str, str]]] = {
    InspectionKind.ROUTINE: ("日常检查", "routine inspection"),
    InspectionKind.SPOT_CHECK: ("抽查", "spot check"),
    InspectionKind.UNANNOUNCED: ("飞行检查", "unannounced inspection"),
}
#: What follows an unannounced inspection: the event of each step, in their order.
FOLLOWS: Final[dict[UnannouncedStep, str]] = {
    UnannouncedStep.HANDED_OVER: "UnannouncedHandedOver",
    UnannouncedStep.PLAN_REPORTED: "UnannouncedPlanReported",
    UnannouncedStep.RECTIFIED: "UnannouncedRectified",
    UnannouncedStep.REPORTED: "UnannouncedReported",
}
_STEP_OF: Final = {event: step for step, event in FOLLOWS.items()}
#: While it waits or runs.
OPEN: Final = frozenset({Step.PLANNED, Step.ON_SITE})


@dataclass(frozen=True)
class Change:
    """Its officers until a day, and why they are no longer these."""

    officers: tuple[Officer, ...]
    on: date
    reason: str
    seq: int


@dataclass(frozen=True)
class Cancelled:
    """That it was called off: when, why, by whom, and the number of the notice that says so."""

    on: date
    reason: str
    document_no: str
    by: Hand


@dataclass(frozen=True)
class Followed:
    """A step after an unannounced inspection: when, under which paper, who entered it."""

    step: UnannouncedStep
    on: date
    document_no: str
    note: str
    by: Hand


@dataclass(frozen=True)
class Signature:
    """How a paper was signed, or that it was not, and who saw it."""

    how: str
    signed_on: date
    signer: str
    witness: str
    witness_unit: str
    what_happened: str


@dataclass(frozen=True)
class Reply:
    """The institution's answer."""

    agrees: bool
    text: str
    by: str
    post: str
    on: date
    #: Sent on its own page: its files, and the hash of its place in the chain; None: recorded from paper.
    files: tuple[File, ...] | None = None
    receipt: str = ""


@dataclass(frozen=True)
class Bill:
    """A line on a paper: billed `amount` yuan, of which `held` of the fund are held against it.

    `in_paper`: the paper of the inspection that counts it already. Not `known`: a visit or line by its
    number alone, of which the claims know nothing.
    """

    bill: str
    finding_id: str = ""
    on: date | None = None
    who: str = ""
    item: str = ""
    amount: Decimal = ZERO
    held: Decimal = ZERO
    in_paper: str = ""
    known: bool = True

    @property
    def counted(self) -> Decimal:
        """What this paper counts of it in yuan."""
        return ZERO if self.in_paper else self.held


@dataclass(frozen=True)
class Paper:
    """A 工作底稿. `amount` in yuan, `summed` of what was picked; `scan` is an evidence item.

    A paper from before lines were picked has its bills by their number alone, and `summed` is None.
    """

    paper_id: str
    problem: str
    facts: str
    law: str
    amount: Decimal
    bills: tuple[str, ...]
    written_by: str
    written_at: datetime
    reply: Reply | None = None
    signature: Signature | None = None
    scan: str | None = None
    #: What `bills` are, where they were picked; and what was chosen so.
    picked: tuple[Bill, ...] = ()
    finding_ids: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    summed: Decimal | None = None
    amount_reason: str = ""

    @property
    def bills_picked(self) -> tuple[Bill, ...]:
        """Each of its bills; by number alone on a paper from before they were picked."""
        return self.picked or tuple(Bill(one, known=False) for one in self.bills)


@dataclass(frozen=True)
class InspectionState:
    """Everything known about an inspection."""

    inspection_no: str
    version: int = 0
    stage: Step = Step.PLANNED
    title: str = ""
    party: Party | None = None
    basis: str = ""
    scope: str = ""
    notice_no: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    officers: tuple[Officer, ...] = ()
    opened_at: datetime | None = None
    started_on: date | None = None
    place: str = ""
    received_by: str = ""
    papers: tuple[Paper, ...] = ()
    situation: str = ""
    case_no: str | None = None
    #: Who planned it.
    planned_by: Hand | None = None
    #: Who its officers were before, the oldest first.
    changes: tuple[Change, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    #: Officers who had declared no ties when they were named: nothing of them was compared.
    undeclared: tuple[Hand, ...] = ()
    cancelled: Cancelled | None = None
    #: The sealed notice with the receiver's signature: an evidence item.
    notice_scan: str | None = None
    #: Planned before kinds were told apart it is routine.
    kind: InspectionKind = InspectionKind.ROUTINE
    followed: tuple[Followed, ...] = ()
    #: Files that the institution sent with its replies, each with its paper and its name.
    enclosed: tuple[tuple[str, str, str], ...] = ()
    #: Whose inspection it is: the bureau's, or the agency's under its agreement (实施细则 4).
    office: str = OF_BUREAU

    @property
    def of_agency(self) -> bool:
        """Whether the agency inspects under its agreement: by its own people, for a handling."""
        return self.office == OF_AGENCY

    @property
    def next_step(self) -> UnannouncedStep | None:
        """What follows next of an unannounced inspection; None once all is reported."""
        done = {one.step for one in self.followed}
        return next((step for step in FOLLOWS if step not in done), None)

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"检查 {self.inspection_no}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"inspection {self.inspection_no}"

    @property
    def stage_zh(self) -> str:
        """The step in the bureau's Chinese."""
        return STEPS[self.stage][0]

    @property
    def stage_en(self) -> str:
        """The step in English."""
        return STEPS[self.stage][1]

    @property
    def stream(self) -> str:
        """The stream's id."""
        return f"inspection:{self.inspection_no}"

    @property
    def ever_reviewers(self) -> tuple[Hand, ...]:
        """Nobody: an inspection has no legal review."""
        return ()

    @property
    def ever_officers(self) -> tuple[Hand, ...]:
        """Whoever is or was an officer of it."""
        found = [one for change in self.changes for one in change.officers]
        return tuple(dict.fromkeys(one.hand for one in (*self.officers, *found)))

    @property
    def asked(self) -> tuple[Recusal, ...]:
        """Requests for recusal that nobody decided yet."""
        return tuple(one for one in self.recusals if one.granted is None)

    @property
    def amount(self) -> Decimal:
        """Sum of the papers in yuan."""
        return sum((paper.amount for paper in self.papers), ZERO)

    @property
    def scans(self) -> tuple[tuple[str, str], ...]:
        """Scans of its papers, and what the institution enclosed, each with what it proves."""
        found = ((p.scan, f"工作底稿 {p.paper_id}：{p.problem}") for p in self.papers)
        notice = (self.notice_scan, f"检查通知书 {self.notice_no}")
        sent = (
            (one, f"机构对工作底稿 {paper_id} 的答复附件：{name}")
            for one, paper_id, name in self.enclosed
        )
        return tuple((scan, proves) for scan, proves in (notice, *found, *sent) if scan)

    @property
    def notice_title(self) -> Serves:
        """The notice, as a scan of it is named."""
        called = "核查通知书" if self.of_agency else "检查通知书"
        zh, en = f"{called} {self.notice_no}", f"notice of inspection {self.notice_no}"
        return Serves(f"{self.stream}/notice", zh, en)

    def title_of(self, paper: Paper) -> Serves:
        """A working paper, as a scan of it is named."""
        number = f"{self.inspection_no} {paper.paper_id}"
        key = f"{self.stream}/paper:{paper.paper_id}"
        return Serves(key, f"工作底稿 {number}", f"working paper {number}")

    def title_of_reply(self, paper_id: str) -> Serves:
        """What the institution sent with its reply, as a file of it is named."""
        number = f"{self.inspection_no} {paper_id}"
        key = f"{self.stream}/reply:{paper_id}"
        return Serves(key, f"工作底稿 {number} 的答复附件", f"enclosure of the reply to {number}")

    @property
    def papers_of_scans(self) -> tuple[tuple[str, Serves], ...]:
        """Its scans, each with the paper that it is."""
        found = ((one.scan, self.title_of(one)) for one in self.papers)
        sent = ((one, self.title_of_reply(paper_id)) for one, paper_id, _ in self.enclosed)
        pairs = ((self.notice_scan, self.notice_title), *found, *sent)
        return tuple((scan, paper) for scan, paper in pairs if scan)

    def paper(self, paper_id: str) -> Paper | None:
        """A paper by its number."""
        return next((one for one in self.papers if one.paper_id == paper_id), None)


def fold_inspection(inspection_no: str, events: Iterable[Event]) -> InspectionState:
    """Return the inspection after `events`."""
    state = InspectionState(inspection_no)
    for event in events:
        state = replace(_step(state, event, dict(event.data)), version=event.seq)
    return state


def _step(s: InspectionState, e: Event, d: dict[str, Any]) -> InspectionState:
    match e.type:
        case "InspectionOpened":
            return replace(_opened(s, e, d), undeclared=_silent(d))
        case "InspectionStarted":
            started = date.fromisoformat(d["started_on"])
            return replace(
                s, stage=Step.ON_SITE, started_on=started, place=d["place"],
                received_by=d["received_by"],
            )  # fmt: skip
        case "PaperWritten":
            return _written(s, e, d)
        case "PaperReplied":
            return _replied(s, e, d)
        case "PaperSigned":
            sign = Signature(
                d["how"], date.fromisoformat(d["signed_on"]), d["signer"], d["witness"],
                d["witness_unit"], d["what_happened"],
            )  # fmt: skip
            return _with(s, d["paper_id"], signature=sign)
        case "ScanAttached":
            return _with(s, d["paper_id"], scan=d["evidence_id"])
        case "NoticeScanAttached":
            return replace(s, notice_scan=d["evidence_id"])
        case "InspectionOfficersChanged":
            named = _changed(s, e, _officers(d["officers"]), d["reason"])
            return replace(named, undeclared=_silent(d))
        case "InspectionTiesChecked":
            return replace(s, undeclared=_silent(d))
        case "InspectionRecusalRequested":
            return replace(s, recusals=(*s.recusals, _asked(e, d)))
        case "InspectionRecusalAnswered":
            return _recusal(s, d["recusal_id"], answer=d["reasons"], wishes=bool(d.get("withdraw")))
        case "InspectionRecusalDecided":
            decided = {"reasons": d["reasons"], "decided_by": hand_from(d)}
            told = {"granted": d["approve"], "decided_on": local_date(e.at), **decided}
            return _recused(_recusal(s, d["recusal_id"], **told), e, d)
        case "InspectionCancelled":
            off = Cancelled(local_date(e.at), d["reason"], d["document_no"], hand_from(d))
            return replace(s, stage=Step.CANCELLED, cancelled=off)
        case "InspectionClosed":
            return replace(s, stage=Step.CLOSED, situation=d["situation"], case_no=d["case_no"])
        case "InspectionFollowed":
            return replace(s, case_no=d["case_no"])
        case kind if kind in _STEP_OF:
            on = date.fromisoformat(d["done_on"])
            one = Followed(_STEP_OF[kind], on, d["document_no"], d["note"], hand_from(d))
            return replace(s, followed=(*s.followed, one))
    return s


def _opened(s: InspectionState, e: Event, d: dict[str, Any]) -> InspectionState:
    party = d["party"]
    return replace(
        s,
        title=d["title"],
        party=party_from(party),
        basis=d["basis"],
        scope=d["scope"],
        notice_no=d["notice_no"],
        starts_on=date.fromisoformat(d["starts_on"]),
        ends_on=date.fromisoformat(d["ends_on"]),
        officers=_officers(d["officers"]),
        opened_at=e.at,
        planned_by=hand_from(d),
        kind=InspectionKind(d.get("kind", InspectionKind.ROUTINE)),
        office=str(d.get("office", OF_BUREAU)),
    )


def _replied(s: InspectionState, e: Event, d: dict[str, Any]) -> InspectionState:
    """A reply, and what the institution sent with it: files of an earlier one stay."""
    reply = Reply(
        d["agrees"], d["reply"], d["replied_by"], d["post"], date.fromisoformat(d["replied_on"])
    )
    if "enclosures" in d:
        files = tuple(File(**one) for one in d["enclosures"])
        reply = replace(reply, files=files, receipt=e.hash)
        known = {one for one, _, _ in s.enclosed}
        more = ((one.evidence_id, d["paper_id"], one.name) for one in files)
        s = replace(s, enclosed=(*s.enclosed, *(one for one in more if one[0] not in known)))
    return _with(s, d["paper_id"], reply=reply)


def _officers(named: Iterable[dict[str, Any]]) -> tuple[Officer, ...]:
    return tuple(Officer(hand_from(one), one["certificate_no"]) for one in named)


def _changed(
    s: InspectionState, e: Event, officers: tuple[Officer, ...], reason: str
) -> InspectionState:
    earlier = Change(s.officers, local_date(e.at), reason, e.seq)
    return replace(s, officers=officers, changes=(*s.changes, earlier))


def _asked(e: Event, d: dict[str, Any]) -> Recusal:
    return Recusal(
        d["recusal_id"], hand_from(d["officer"]), d["ground"], d["reason"], hand_from(d),
        d["by_party"], suggested=bool(d.get("suggested")), of_head=bool(d.get("of_head")),
        by_role=bool(d.get("by_role")), on=local_date(e.at),
    )  # fmt: skip


def _silent(d: dict[str, Any]) -> tuple[Hand, ...]:
    return tuple(hand_from(one) for one in d.get("undeclared", ()))


def _recusal(s: InspectionState, recusal_id: str, **change: Any) -> InspectionState:
    found = (replace(r, **change) if r.recusal_id == recusal_id else r for r in s.recusals)
    return replace(s, recusals=tuple(found))


def _recused(s: InspectionState, e: Event, d: dict[str, Any]) -> InspectionState:
    """A granted one takes the officer off; of a head it does not change the officers."""
    gone = [r.officer for r in s.recusals if r.recusal_id == d["recusal_id"] and r.granted]
    left = tuple(o for o in s.officers if not any(o.hand.same(hand) for hand in gone))
    return s if left == s.officers else _changed(s, e, left, d["reasons"])


def _written(s: InspectionState, e: Event, d: dict[str, Any]) -> InspectionState:
    paper = Paper(
        d["paper_id"], d["problem"], d["facts"], d["law"], Decimal(d["amount"]),
        tuple(d["bills"]), hand_from(d).name, e.at,
        picked=tuple(_bill(one) for one in d.get("picked", ())),
        finding_ids=tuple(d.get("finding_ids", ())),
        left_out=tuple(d.get("left_out", ())),
        typed=tuple(d.get("typed", d["bills"])),
        summed=Decimal(d["summed"]) if "summed" in d else None,
        amount_reason=d.get("amount_reason", ""),
    )  # fmt: skip
    if s.paper(paper.paper_id) is None:
        return replace(s, papers=(*s.papers, paper))
    papers = tuple(paper if p.paper_id == paper.paper_id else p for p in s.papers)
    return replace(s, papers=papers)


def _bill(d: dict[str, Any]) -> Bill:
    on = date.fromisoformat(d["on"]) if d["on"] else None
    amounts = (Decimal(d["amount"]), Decimal(d["held"]))
    told = (d["bill"], d["finding_id"], on, d["who"], d["item"])
    return Bill(*told, *amounts, d["in_paper"], d["known"])


def _with(s: InspectionState, paper_id: str, **change: Any) -> InspectionState:
    papers = tuple(replace(p, **change) if p.paper_id == paper_id else p for p in s.papers)
    return replace(s, papers=papers)
