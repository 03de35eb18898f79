"""Measures against one subject: a fold over its events; how one stands depends on the moment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from casework.actors import Role
from casework.clocks.calendars import day_start, local_date
from casework.commands.measures import ManagerRole, MeasureType, SubjectKind
from casework.documents.internal import on_form
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.measures.rows import Kind, Term, at_share, kinds, terms
from casework.notices.rows import measure_warn_days
from casework.refusal import refuse


class Standing(StrEnum):
    """How a measure stands at a moment."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    REFUSED = "refused"
    PENDING = "pending"
    IN_FORCE = "in_force"
    RESTING = "resting"
    DONE = "done"
    EXPIRED = "expired"
    LIFTED = "lifted"
    ABSORBED = "absorbed"


STANDINGS: dict[Standing, tuple[str, str]] = {
    Standing.PROPOSED: ("待决定", "to be decided"),
    Standing.DECIDED: ("已决定，待送达", "decided, to be served"),
    Standing.REFUSED: ("不予采取", "refused"),
    Standing.PENDING: ("尚未开始", "not begun"),
    Standing.IN_FORCE: ("执行中", "in force"),
    Standing.RESTING: ("停止执行中", "execution stopped"),
    Standing.DONE: ("已办理", "done"),
    Standing.EXPIRED: ("到期自动解除", "lifted itself"),
    Standing.LIFTED: ("提前解除", "lifted"),
    Standing.ABSORBED: ("已被吸收，未执行", "absorbed before it began"),
}


MANAGER_ROLES: dict[ManagerRole, tuple[str, str]] = {
    ManagerRole.LEGAL_REPRESENTATIVE: ("法定代表人", "legal representative"),
    ManagerRole.PRINCIPAL: ("主要负责人", "principal"),
}
#: Known by the code of an institution and a name within it.
NAMED_WITHIN = frozenset({SubjectKind.DEPARTMENT, SubjectKind.MANAGER})
#: Whose measures an institution sees as its own.
OF_INSTITUTION = frozenset({SubjectKind.INSTITUTION, *NAMED_WITHIN})
RUNNING = frozenset({Standing.IN_FORCE, Standing.PENDING, Standing.RESTING})


@dataclass(frozen=True)
class NoticeService:
    """The service of the notice of a measure (`of`: measure), or that it was lifted (lift), with its receipt."""

    of: str
    on: date
    way: str
    by: Hand
    receipt: str
    particulars: str = ""
    posted_on: date | None = None
    consent: str = ""


@dataclass(frozen=True)
class ServiceCorrection:
    """A service that was put right, and what it had been: `about` is the number of the event."""

    about: str
    was: NoticeService
    right: NoticeService
    reasons: str
    at: datetime


@dataclass(frozen=True)
class Measured:
    """One measure. Times are UTC; `ends_at` is the first moment at which it no longer holds."""

    measure_id: str
    kind: MeasureType
    term: str
    area: str
    months: int
    starts_at: datetime | None
    ends_at: datetime | None
    reasons: str
    by: Hand
    case_no: str | None = None
    document_no: str = ""
    basis: str = ""
    #: None where the decision of a case imposed it at once: then the case tells who proposed what.
    proposed_at: datetime | None = None
    decided_by: Hand | None = None
    decided_at: datetime | None = None
    refused: bool = False
    absorbed: bool = False
    #: Which measure absorbed it; empty where the event did not say.
    absorbed_by: str = ""
    #: Stretches in which it was absorbed by a measure that fell since.
    out: tuple[tuple[datetime, datetime], ...] = ()
    lifted_at: datetime | None = None
    #: When that was decided: before `lifted_at`, where it had not begun.
    lift_decided_at: datetime | None = None
    lift_reasons: str = ""
    lifted_by: Hand | None = None
    notes: tuple[str, ...] = ()
    #: The beat has said that it ran out, and that it soon will.
    said: bool = False
    warned: bool = False
    #: When it was to begin, where measures before it put it off: it moves when their end does.
    wished_at: datetime | None = None
    #: Its end stands in the decision of a handling: it does not move with its beginning. Not kept of before.
    fixed_end: bool = False
    #: When its proposal asked it to begin; None where it said nothing, or nobody proposed it.
    asked_at: datetime | None = None
    #: Every end that it had, in order: what was put behind one of them waits for it.
    ends_were: tuple[datetime, ...] = ()
    #: Stretches in which a body or court had its execution stopped; the last without an end rests now.
    rests: tuple[tuple[datetime, datetime | None], ...] = ()
    #: Forms that came back signed and sealed, each with its scan.
    signed: tuple[tuple[str, str], ...] = ()
    #: Of who is barred from managing institutions: as what he answered, and his identity number.
    manager_role: ManagerRole | None = None
    identity_no: str = ""
    #: The most months that the bureau had set when it was proposed; 0: those of its term.
    most: int = 0
    #: The share of barred staff that was the ground then; 0: that of its term.
    share: int = 0
    #: What the subject stated, once it was told of the proposal, and when it was told.
    heard: str = ""
    told_on: date | None = None
    statement: str = ""
    #: The scans of what it signed, in order; hearings of before kept none.
    statements: tuple[str, ...] = ()
    #: It rests on the penalty of its case, without being one itself.
    on_penalty: bool = False
    #: It was decided, and begins with the service of its notice.
    waits: bool = False
    services: tuple[NoticeService, ...] = ()
    #: Corrections of its services that are approved on a form; those of before were on none.
    corrections: tuple[ServiceCorrection, ...] = ()
    #: It was lifted by a notice that has to be served.
    lift_told: bool = False

    @property
    def penal(self) -> bool:
        """Whether it falls and rests with a penalty decision, not with a handling's."""
        return self.ground.penal or self.on_penalty

    @property
    def deciders(self) -> frozenset[Role]:
        """Who decides it and ends it before its time: of a penalty the head, under the agreement the agency's."""
        roles = self.row.decided_by
        if self.ground.penal:
            return roles & {Role.HEAD}
        if self.ground.of_handling:
            return frozenset({Role.AGENCY_HEAD})
        return roles & {Role.AGENCY_HEAD} if self.ground.handled else roles

    def scan_of(self, form_id: str) -> str | None:
        """The scan of a form."""
        return dict(self.signed).get(form_id)

    @property
    def row(self) -> Kind:
        """The kind's row."""
        return kinds()[self.kind]

    @property
    def ground(self) -> Term:
        """The row that it rests on, of whatever time."""
        return at_share(next(row for row in terms() if row.id == self.term), self.share)

    @property
    def hearable(self) -> bool:
        """Whether its subject is told and heard first, because it has to be or may be."""
        return self.ground.heard or self.ground.may_be_heard

    @property
    def rests_since(self) -> datetime | None:
        """Since when it rests now."""
        return self.rests[-1][0] if self.rests and self.rests[-1][1] is None else None

    def rested_from(self, at: datetime) -> datetime | None:
        """Since when it rests at a moment; None where it does not."""
        spans = ((a, b) for a, b in self.rests if a <= at and (b is None or at < b))
        return next((since for since, _ in spans), None)

    @property
    def rested(self) -> timedelta:
        """How long it rested, where that is over."""
        return sum((until - since for since, until in self.rests if until), timedelta(0))

    @property
    def imposed(self) -> bool:
        """Whether it was decided, not refused, and has effect: of those decided by themselves with the service."""
        return self.decided_at is not None and not self.refused and not self.waits

    @property
    def waiting(self) -> bool:
        """Whether it was decided, and nobody took it back before its notice was served."""
        return self.waits and self.lifted_at is None

    def service_of(self, of: str) -> NoticeService | None:
        """How its notice, or that of its end, was served."""
        return next((one for one in self.services if one.of == of), None)

    @property
    def over_at(self) -> datetime | None:
        """When it stops to hold: its end, or earlier where it was lifted."""
        return min((t for t in (self.ends_at, self.lifted_at) if t), default=None)

    def over_by(self, at: datetime) -> datetime | None:
        """When it stops to hold if nothing changes but that what rests now goes on today."""
        since = self.rests_since
        if since is None or self.ends_at is None:
            return self.over_at
        ends = self.ends_at + max(day_start(local_date(at)) - since, timedelta(0))
        return min((t for t in (ends, self.lifted_at) if t), default=None)

    @property
    def never_began(self) -> bool:
        """Whether another measure absorbed it before it began: then it never held."""
        starts, lifted = self.starts_at, self.lifted_at
        return self.absorbed and lifted is not None and starts is not None and lifted <= starts

    @property
    def warns_at(self) -> datetime | None:
        """When its end is told beforehand; None where that was told, or it is too short for it."""
        if self.ends_at is None or self.warned or not _waits(self):
            return None
        moment = self.ends_at - timedelta(days=measure_warn_days())
        return moment if self.starts_at is None or moment > self.starts_at else None

    def standing(self, at: datetime) -> Standing:
        """How it stands at a moment; needs nobody to have acted at its end."""
        if self.decided_at is None:
            return Standing.PROPOSED
        if self.refused:
            return Standing.REFUSED
        if self.waits:
            return Standing.DECIDED if self.lifted_at is None else Standing.LIFTED
        if self.never_began:
            return Standing.ABSORBED
        if any(since <= at < until for since, until in self.out):
            return Standing.LIFTED
        if self.lifted_at is not None and self.over_at == self.lifted_at <= at:
            return Standing.LIFTED
        if self.starts_at is None or at < self.starts_at:
            return Standing.PENDING
        if not (self.row.timed or self.row.open_end):
            return Standing.DONE
        if self.rested_from(at) is not None:
            return Standing.RESTING
        if self.ends_at is not None and self.ends_at <= at:
            return Standing.EXPIRED
        return Standing.IN_FORCE

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at a moment."""
        return self.standing(at) is Standing.IN_FORCE

    def runs_after(self, at: datetime) -> bool:
        """Whether it holds at `at` or will hold later."""
        return self.imposed and self.standing(at) in RUNNING


@dataclass(frozen=True)
class PharmacyScore:
    """Points of a pharmacy under the local table (协议处理), by a decision."""

    case_no: str
    acts: tuple[str, ...]
    points: int
    at: datetime
    #: Its decision fell, or its case was turned into a penalty case: it counts no more.
    void: bool = False
    #: The day of whose year it is; None where that is the day of the event.
    counts_on: date | None = None
    #: The bureau's own table of levels by which it counted; empty: the packaged one.
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The natural year in which it counts."""
        return (self.counts_on or local_date(self.at)).year


@dataclass(frozen=True)
class MeasuresState:
    """All measures ever proposed against a subject, in order."""

    key: str
    version: int = 0
    name: str = ""
    measures: tuple[Measured, ...] = ()
    scores: tuple[PharmacyScore, ...] = ()

    stage = "measured"
    stage_zh = "措施台账"
    stage_en = "measures"

    @property
    def kind(self) -> SubjectKind:
        """What the subject is."""
        return SubjectKind(self.key.partition(":")[0])

    @property
    def subject_key(self) -> str:
        """The code of the institution, doctor or insured person."""
        return self.key.partition(":")[2].partition("/")[0]

    @property
    def department(self) -> str:
        """The department's name, where the subject is one; of who manages an institution his own."""
        return self.key.partition("/")[2]

    @property
    def stream(self) -> str:
        """The subject's stream id."""
        return f"measures:{self.key}"

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"对象 {self.subject_key} {self.department}".strip()

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"subject {self.subject_key} {self.department}".strip()

    def measure(self, measure_id: str) -> Measured | None:
        """A measure by its id."""
        return next((one for one in self.measures if one.measure_id == measure_id), None)

    def holding(self, at: datetime) -> tuple[Measured, ...]:
        """What is in force at a moment, the heaviest first."""
        found = [one for one in self.measures if one.holds(at)]
        return tuple(sorted(found, key=lambda one: (-one.row.severity, one.measure_id)))

    def next_end(self) -> datetime | None:
        """The next end that the beat has not spoken of."""
        ends = [m.ends_at for m in self.measures if _waits(m) and m.ends_at is not None]
        return min(ends, default=None)

    def next_mark(self) -> datetime | None:
        """The next moment at which the beat has something to say: an end, or that one is near."""
        moments = [self.next_end(), *(m.warns_at for m in self.measures)]
        return min((moment for moment in moments if moment is not None), default=None)

    def ending(self, at: datetime) -> tuple[Measured, ...]:
        """What ends soon and was not told yet; what has ended already is told as that alone."""
        found = [
            m for m in self.measures if m.warns_at and m.ends_at and m.warns_at <= at < m.ends_at
        ]
        return tuple(sorted(found, key=lambda m: (m.ends_at or at, m.measure_id)))

    def ended(self, at: datetime) -> tuple[Measured, ...]:
        """What ran out by `at` and was not told yet, in order of the ends."""
        found = [m for m in self.measures if _waits(m) and m.ends_at and m.ends_at <= at]
        return tuple(sorted(found, key=lambda m: (m.ends_at or at, m.measure_id)))


def _waits(m: Measured) -> bool:
    # While it rests nobody knows its end.
    if m.rests_since is not None:
        return False
    return m.imposed and not m.said and m.over_at == m.ends_at and m.lifted_at != m.ends_at


def key_of(kind: SubjectKind, key: str, department: str = "") -> str:
    """The key of a subject's stream."""
    tail = f"/{department.strip()}" if kind in NAMED_WITHIN else ""
    return f"{kind.value}:{key}{tail}"


def fold_measures(key: str, events: Iterable[Event]) -> MeasuresState:
    """Fold a subject's events."""
    state = MeasuresState(key)
    for event in events:
        step = STEPS.get(event.type)
        state = step(state, event, event.data) if step else state
        state = replace(state, version=event.seq)
    return state


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(str(text)) if text else None


def _of(e: Event, d: Mapping[str, Any]) -> Measured:
    return Measured(
        measure_id=d["measure_id"],
        kind=MeasureType(d["kind"]),
        term=d["term"],
        area=d["area"],
        months=d["months"],
        starts_at=_moment(d["starts_at"]),
        ends_at=_moment(d["ends_at"]),
        reasons=d["reasons"],
        by=hand_from(d),
        case_no=d.get("case_no"),
        document_no=d.get("document_no", ""),
        basis=d.get("basis", ""),
        manager_role=ManagerRole(d["manager_role"]) if d.get("manager_role") else None,
        identity_no=d.get("identity_no", ""),
        on_penalty=bool(d.get("on_penalty")),
        most=int(d.get("most_months", 0)),
        share=int(d.get("share", 0)),
    )


def _proposed(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    return replace(
        s, name=d["subject_name"], measures=(*s.measures, replace(_of(e, d), proposed_at=e.at))
    )


def _imposed(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """Of a proposal, with its service since that is asked for; or at once by a decision of a case."""
    known = next((m for m in s.measures if m.measure_id == d["measure_id"]), None)
    given = known or _of(e, d)
    starts, ends = _moment(d["starts_at"]), _moment(d["ends_at"])
    wished = _moment(d.get("wished_at"))
    by, at = (given.decided_by, given.decided_at) if given.waits else (hand_from(d), e.at)
    one = _ended(replace(
        given, starts_at=starts, ends_at=ends, wished_at=wished, decided_by=by, decided_at=at,
        asked_at=known.starts_at if known else None, waits=False,
        fixed_end=bool(d.get("fixed_end")),
    ))  # fmt: skip
    name = d.get("subject_name") or s.name
    # Events of former versions called a department by its own name, which the stream says already.
    name = s.name if name == s.department else name
    if known is None:
        return replace(s, name=name, measures=(*s.measures, one))
    return _with(replace(s, name=name), one)


def _decided(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    return _change(s, d, decided_by=hand_from(d), decided_at=e.at, waits=True)


def _served(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    posted = d.get("posted_on")
    service = NoticeService(
        d["of"], date.fromisoformat(d["served_on"]), d["way"], hand_from(d), d["receipt"]["certificate"],
        d.get("particulars", ""), date.fromisoformat(posted) if posted else None,
        d.get("consent", {}).get("certificate", ""),
    )  # fmt: skip
    return _change(s, d, services=(*one.services, service))


def _service_corrected(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """The service has its day and way by its receipt; who put it right stands for it."""
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    had = next(each for each in one.services if each.of == d["of"])
    posted = d.get("posted_on")
    right = replace(
        had,
        on=date.fromisoformat(d["served_on"]),
        way=d["way"],
        by=hand_from(d),
        receipt=d.get("receipt", {}).get("certificate", had.receipt),
        particulars=d.get("particulars", ""),
        posted_on=date.fromisoformat(posted) if posted else None,
        consent=d.get("consent", {}).get("certificate", had.consent),
    )
    told = (ServiceCorrection(str(e.seq), had, right, d["reasons"], e.at),) if on_form(d) else ()
    now = tuple(right if each is had else each for each in one.services)
    return _change(s, d, services=now, corrections=(*one.corrections, *told))


def _refused(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    return _change(s, d, decided_by=hand_from(d), decided_at=e.at, refused=True)


def _lifted(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    moment = _moment(d["lifted_at"]) or e.at
    absorbed = bool(d.get("absorbed"))
    by = hand_from(d) if "by" in d else None
    return _change(
        s, d, lifted_at=moment, lift_decided_at=e.at, lift_reasons=d["reasons"], lifted_by=by,
        absorbed=absorbed, absorbed_by=str(d.get("absorbed_by", "")), lift_told=bool(d.get("to_serve")),
    )  # fmt: skip


def _restored(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """What had absorbed it fell: it holds again up to its own end, which it kept."""
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    again = _moment(d["since"]) or e.at
    out = (*one.out, (one.lifted_at or again, again))
    whole = {"lifted_at": None, "lift_decided_at": None, "lift_reasons": "", "lifted_by": None}
    return _change(s, d, out=out, absorbed=False, absorbed_by="", warned=False, **whole)


def _shortened(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """A review or court changed the decision: it ends earlier, and its end is told anew."""
    return _change(s, d, ends_at=_moment(d["ends_at"]), months=d["months"], warned=False)


def _moved(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """It had not begun, and the end of what it waits for moved."""
    starts, ends = _moment(d["starts_at"]), _moment(d["ends_at"])
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    wished, lifted = _moment(d.get("wished_at")), _moment(d.get("lifted_at"))
    kept = {"wished_at": wished or one.wished_at, "lifted_at": lifted or one.lifted_at}
    return _change(s, d, starts_at=starts, ends_at=ends, warned=False, **kept)


def _rests(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    since, until = one.rests[-1] if one.rests else (e.at, None)
    if until is not None and until > e.at:
        # It was to go on once a judgment is in force, and is appealed now: the rest goes on.
        ends = one.ends_at and one.ends_at - (until - since)
        return _with(s, replace(one, rests=(*one.rests[:-1], (since, None)), ends_at=ends))
    return _with(s, replace(one, rests=(*one.rests, (_moment(d["since"]) or e.at, None))))


def _goes_on(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    """What it rested is served at its end."""
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    until = _moment(d["until"]) or e.at
    # It may have been to go on by itself on a later day.
    since = one.rests[-1][0] if one.rests else until
    rests = (*one.rests[:-1], (since, until))
    return _change(s, d, rests=rests, ends_at=_moment(d["ends_at"]), warned=False)


def _noted(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    return _with(s, replace(one, notes=(*one.notes, d["text"])))


def _paper(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    signed = {**dict(one.signed), d["form_id"]: d["evidence_id"]}
    return _with(s, replace(one, signed=tuple(signed.items())))


def _scored(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    tables = dict(d.get("pharmacy_tables", {}))
    score = PharmacyScore(d["case_no"], tuple(d["acts"]), d["points"], e.at, tables=tables)
    if "counts_on" in d:
        score = replace(score, counts_on=date.fromisoformat(d["counts_on"]))
    return replace(s, scores=(*s.scores, score))


def _score_voided(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    scores = (replace(x, void=True) if x.case_no == d["case_no"] else x for x in s.scores)
    return replace(s, scores=tuple(scores))


def _change(s: MeasuresState, d: Mapping[str, Any], **fields: Any) -> MeasuresState:
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    return _with(s, replace(one, **fields))


def _ended(one: Measured) -> Measured:
    """With its end kept among those that it had."""
    over = one.over_at
    if over is None or one.ends_were[-1:] == (over,):
        return one
    return replace(one, ends_were=(*one.ends_were, over))


def _with(s: MeasuresState, given: Measured) -> MeasuresState:
    one = _ended(given) if given.imposed else given
    rest = tuple(one if m.measure_id == one.measure_id else m for m in s.measures)
    return replace(s, measures=rest)


def _heard(s: MeasuresState, e: Event, d: Mapping[str, Any]) -> MeasuresState:
    told_on = date.fromisoformat(d["told_on"])
    one = next(m for m in s.measures if m.measure_id == d["measure_id"])
    scan = (str(d["evidence_id"]),) if d.get("evidence_id") else ()
    told = {"heard": d["how"], "told_on": told_on, "statement": d["text"]}
    return _change(s, d, **told, statements=(*one.statements, *scan))


def measure_in(state: MeasuresState, measure_id: str) -> Measured:
    """A measure of the subject. Refuses NOT_FOUND."""
    for one in state.measures:
        if one.measure_id == measure_id:
            return one
    raise refuse("NOT_FOUND", what=f"措施 {measure_id}", what_en=f"measure {measure_id}")


STEPS: dict[str, Callable[[MeasuresState, Event, Mapping[str, Any]], MeasuresState]] = {
    "MeasureProposed": _proposed,
    "MeasureDecided": _decided,
    "MeasureServed": _served,
    "MeasureServiceCorrected": _service_corrected,
    "MeasureImposed": _imposed,
    "MeasureRefused": _refused,
    "MeasureHeard": _heard,
    "MeasureNoted": _noted,
    "MeasurePaperAttached": _paper,
    "MeasureLifted": _lifted,
    "MeasureShortened": _shortened,
    "MeasureMoved": _moved,
    "MeasureRested": _rests,
    "MeasureResumed": _goes_on,
    "MeasureRestored": _restored,
    "MeasureExpired": lambda s, e, d: _change(s, d, said=True),
    "MeasureWarned": lambda s, e, d: _change(s, d, warned=True),
    "PharmacyScored": _scored,
    "PharmacyScoreVoided": _score_voided,
}
