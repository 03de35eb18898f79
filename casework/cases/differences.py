"""What each event of a case changed, against what was known before it: the story's differences.

A fact that had nothing before it (the first proposal) is told by its event alone; one that went
away (a decision that fell) is kept, so that the next one is compared with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from casework.cases.facts import FACTS, Fact
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.cases.worksheet import sheet_of
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Deadline, deadlines
from casework.events import GENESIS, Event
from casework.law.compare import compare
from casework.masking import mask_in
from casework.wording import Both

#: Events that move a day which was running: longer, put off, or on after a rest.
MOVERS: Final = frozenset(
    {
        "ClueExtended",
        "DecisionExtended",
        "HoldExtended",
        "ClockResumed",
        "CaseContinued",
        "InstalmentsGranted",
    }
)
FIELDS: Final = frozenset().union(*(fact.of for fact in FACTS))
SENTENCE: Final = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Sentences of a text that stayed, went or came."""

    kind: PieceKind
    text: str


@dataclass(frozen=True)
class Change:
    """One fact before and after an event; of long texts, the sentences in `pieces`.

    `of` names the finding that it is about, where it is about one.
    """

    name: Both
    before: Both
    after: Both
    pieces: tuple[Piece, ...] = ()
    of: str | None = None

    def masked(self, names: Sequence[str]) -> "Change":
        """The same with these names masked."""
        return replace(
            self,
            before=Both(mask_in(self.before.zh, names), mask_in(self.before.en, names)),
            after=Both(mask_in(self.after.zh, names), mask_in(self.after.en, names)),
            pieces=tuple(replace(one, text=mask_in(one.text, names)) for one in self.pieces),
        )


@dataclass(frozen=True)
class Story:
    """What each event of a chain changed, and what it takes to go on when the chain grows.

    `changes` are by the number of the event; events that changed nothing are left out. `length`: how
    many events are told; `head`: the hash of the last of them.
    """

    state: CaseState
    changes: Mapping[int, tuple[Change, ...]]
    length: int = 0
    head: str = GENESIS
    known: Mapping[Fact, Both] = field(default_factory=dict)

    def begins(self, events: Sequence[Event]) -> bool:
        """Whether it is the story of this chain's first events."""
        if not self.length:
            return True
        return len(events) >= self.length and events[self.length - 1].hash == self.head


def story(case_no: str, events: Sequence[Event], so_far: Story | None = None) -> Story:
    """Tell what changed; of a chain whose beginning is told, only what came since."""
    if so_far is None or not so_far.begins(events):
        so_far = Story(CaseState(case_no), {})
    state, known, found = so_far.state, dict(so_far.known), dict(so_far.changes)
    for at in range(so_far.length, len(events)):
        event = events[at]
        after = fold_case(case_no, (event,), state)
        told = [*_facts(state, after, known), *_worksheets(state, after)]
        if event.type in MOVERS:
            told += _days(events[:at], event)
        if told:
            found[event.seq] = tuple(told)
        state = after
    return Story(state, found, len(events), events[-1].hash if events else GENESIS, known)


def between(case_no: str, events: Sequence[Event], since: int) -> tuple[Change, ...]:
    """What is different now from how the case stood after its event number `since`."""
    known: dict[Fact, Both] = {}
    state = CaseState(case_no)
    for event in (one for one in events if one.seq <= since):
        after = fold_case(case_no, (event,), state)
        list(_facts(state, after, known))
        state = after
    now = fold_case(case_no, (one for one in events if one.seq > since), state)
    return (*_facts(state, now, known), *_worksheets(state, now))


def _facts(before: CaseState, after: CaseState, known: dict[Fact, Both]) -> Iterator[Change]:
    """Tell what changed, and keep what is known now."""
    # The fold copies what an event touches: the same objects say the same.
    touched = {
        name
        for name in FIELDS
        if not before.version or getattr(before, name) is not getattr(after, name)
    }
    if not touched:
        return
    for fact in FACTS:
        if fact.of.isdisjoint(touched):
            continue
        value = fact.read(after)
        if value is None:
            continue
        former = known.get(fact)
        known[fact] = value
        if former is not None and former != value:
            pieces = pieces_of(former.zh, value.zh) if fact.long else ()
            yield Change(Both(fact.zh, fact.en), former, value, pieces)


def pieces_of(former: str, text: str) -> tuple[Piece, ...]:
    """The sentences of two texts, each told once; neighbours of one kind stand together."""
    a, b = SENTENCE.findall(former), SENTENCE.findall(text)
    found: list[Piece] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(PieceKind.SAME, "".join(a[a1:a2])))
            continue
        if a2 > a1:
            found.append(Piece(PieceKind.REMOVED, "".join(a[a1:a2])))
        if b2 > b1:
            found.append(Piece(PieceKind.ADDED, "".join(b[b1:b2])))
    return tuple(found)


def _worksheets(before: CaseState, after: CaseState) -> Iterator[Change]:
    """The figures in which the latest worksheet differs from the latest before."""
    if not before.worksheets or before.worksheets is after.worksheets:
        return
    first = sheet_of(before, before.worksheets[-1].worksheet_id)
    second = sheet_of(after, after.worksheets[-1].worksheet_id)
    for one in compare(first, second):
        yield Change(Both(one.zh, one.en), Both(*one.first), Both(*one.second), of=one.of)


def _days(events: Sequence[Event], event: Event) -> Iterator[Change]:
    """The days that an event moved."""
    before = {(one.id, one.key): one for one in deadlines(events, event.at)}
    for one in deadlines([*events, event], event.at):
        former = before.get((one.id, one.key))
        if former and former.due and one.due and former.due != one.due:
            yield Change(Both(one.zh, one.en), _due(former), _due(one))


def _due(one: Deadline) -> Both:
    day = local_date(one.due).isoformat() if one.due else ""
    return Both(day, day)
