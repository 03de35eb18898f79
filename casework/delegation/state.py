"""The bureau's delegations and letters of entrustment: a fold over their events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.hands import Hand, hand_from

STREAM = "mandates:bureau"


@dataclass(frozen=True)
class Delegation:
    """A signature given away. Times are UTC; it holds from `starts_at` until before `ends_at`."""

    delegation_id: str
    principal: Hand
    deputy: Hand
    acts: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    reason: str
    ended_at: datetime | None = None

    @property
    def over_at(self) -> datetime:
        """Its end, or earlier where it was taken back."""
        return min(self.ends_at, self.ended_at or self.ends_at)

    def holds(self, at: datetime) -> bool:
        """Whether it holds at a moment."""
        return self.starts_at <= at < self.over_at


@dataclass(frozen=True)
class Entrustment:
    """A 委托书 of the bureau to its centre; both days belong to its term."""

    document_no: str
    scope: str
    published_on: date
    where: str
    starts_on: date
    ends_on: date
    by: Hand
    #: The letter as it was signed and sealed: an evidence item.
    scan: str | None = None


@dataclass(frozen=True)
class Absence:
    """Days on which somebody is away, both included; `ended_on`: the day on which he was back."""

    absence_id: str
    who: Hand
    stand_in: Hand | None
    starts_on: date
    ends_on: date
    reason: str
    ended_on: date | None = None

    @property
    def over_on(self) -> date:
        """The last day away; before the first where he did not go."""
        if self.ended_on is None:
            return self.ends_on
        return min(self.ends_on, self.ended_on - timedelta(days=1))

    def meets(self, first: date, last: date) -> bool:
        """Whether he is away on one of these days."""
        return max(first, self.starts_on) <= min(last, self.over_on)


@dataclass(frozen=True)
class MandatesState:
    """All delegations, letters and absences, in order."""

    version: int = 0
    delegations: tuple[Delegation, ...] = ()
    letters: tuple[Entrustment, ...] = ()
    absences: tuple[Absence, ...] = ()

    stream = STREAM

    def parties(self, of: str) -> tuple[Hand | None, Hand | None]:
        """Of a delegation or an absence: whose it is, and who signs or stands in for him."""
        for given in self.delegations:
            if given.delegation_id == of:
                return given.principal, given.deputy
        for away in self.absences:
            if away.absence_id == of:
                return away.who, away.stand_in
        return None, None

    def letter(self, document_no: str) -> Entrustment | None:
        """A letter by its number."""
        return next((one for one in self.letters if one.document_no == document_no), None)

    label = "授权委托台账"
    label_en = "the register of delegations"
    stage = "kept"
    stage_zh = "授权委托"
    stage_en = "delegations"


def fold_mandates(key: str, events: Iterable[Event]) -> MandatesState:
    """Fold the register."""
    state = MandatesState()
    for event in events:
        state = replace(_step(state, event, event.data), version=event.seq)
    return state


def _step(s: MandatesState, e: Event, d: Mapping[str, Any]) -> MandatesState:
    match e.type:
        case "SignatureDelegated":
            one = Delegation(
                d["delegation_id"],
                hand_from(d),
                hand_from(d["deputy"]),
                tuple(d["acts"]),
                datetime.fromisoformat(d["starts_at"]),
                datetime.fromisoformat(d["ends_at"]),
                d["reason"],
            )
            return replace(s, delegations=(*s.delegations, one))
        case "DelegationEnded":
            return replace(
                s,
                delegations=tuple(
                    replace(x, ended_at=e.at) if x.delegation_id == d["delegation_id"] else x
                    for x in s.delegations
                ),
            )
        case "CentreEntrusted":
            published, starts, ends = (
                date.fromisoformat(d[name]) for name in ("published_on", "starts_on", "ends_on")
            )
            letter = Entrustment(
                d["document_no"], d["scope"], published, d["where"], starts, ends, hand_from(d)
            )
            return replace(s, letters=(*s.letters, letter))
        case "EntrustmentEnded":
            last = local_date(e.at)
            return _letter(s, d, lambda x: replace(x, ends_on=min(x.ends_on, last)))
        case "LetterScanAttached":
            return _letter(s, d, lambda x: replace(x, scan=d["evidence_id"]))
        case "AbsenceRecorded":
            return replace(s, absences=(*s.absences, _absence(d)))
        case "AbsenceEnded":
            back = local_date(e.at)
            return replace(
                s,
                absences=tuple(
                    replace(x, ended_on=back) if x.absence_id == d["absence_id"] else x
                    for x in s.absences
                ),
            )
    return s


def _letter(
    s: MandatesState, d: Mapping[str, Any], change: Callable[[Entrustment], Entrustment]
) -> MandatesState:
    own = d["document_no"]
    return replace(s, letters=tuple(change(x) if x.document_no == own else x for x in s.letters))


def _absence(d: Mapping[str, Any]) -> Absence:
    days = {name: date.fromisoformat(d[name]) for name in ("starts_on", "ends_on")}
    stand_in = hand_from(d["stand_in"]) if d["stand_in"] else None
    return Absence(d["absence_id"], hand_from(d["who"]), stand_in, **days, reason=d["reason"])
