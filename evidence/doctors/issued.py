"""What a paper about a score told when it went out: what became of the score since is marked on it.

A served notice is printed again as it was served, not as the file has become.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.points.fold import fold_points
from casework.points.parameters import BureauState
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import refuse
from evidence.doctors import blocks as b
from evidence.doctors.places import with_names
from evidence.forms.rights import agency

#: Who fills a paper in by the event with which it goes out; the doctor's own bears no mark.
OBJECTED: Final = "ScoreObjected"
VOID, CHANGED = "已撤销", "已变更"


@dataclass(frozen=True)
class Papers:
    """A doctor's file to print from; `settings` name the agency, `names` the institutions."""

    code: str
    events: Sequence[Event]
    bureau: str
    names: Mapping[str, str]
    settings: BureauState | None = None

    @property
    def file(self) -> PointsState:
        """The file as it now is."""
        return self.until(len(self.events))

    def until(self, count: int) -> PointsState:
        """The file after its first `count` events."""
        return with_names(fold_points(self.code, self.events[:count]), self.names)

    def office(self, made_by: str, at: datetime) -> str:
        """Whose letterhead and seal a paper of a moment bears: the agency's of what the agency did."""
        own = agency(self.settings, at, local_date(at)) if made_by == "agency" else ""
        return own or self.bureau

    def issue(self, kind: str, field: str, number: str) -> int | None:
        """How many events the file had with the latest of a kind about `number`; None before it."""
        found = [
            n
            for n, event in enumerate(self.events, 1)
            if event.type == kind and event.data.get(field) == number
        ]
        return found[-1] if found else None

    def with_last(self, kind: str, application_id: str) -> PointsState | None:
        """The file as the latest event of a kind left it while this application was the file's; None before it."""
        state, found = None, None
        for event in self.events:
            state = fold_points(self.code, (event,), state)
            asked = state.restoration
            if event.type == kind and asked is not None and asked.application_id == application_id:
                found = state
        return with_names(found, self.names) if found is not None else None


@dataclass(frozen=True)
class Issued:
    """The file and the score as the paper told them, when it went out, and what the score became."""

    file: PointsState
    entry: ScoreEntry
    at: datetime
    mark: str = ""
    above: tuple[b.Block, ...] = ()


def as_issued(papers: Papers, about: str, kind: str, at: datetime) -> Issued:
    """The score `about` (empty: the latest) as the paper of the event `kind` told it; now, before it.

    Refuses NOT_FOUND.
    """
    now = papers.file
    today = score_of(now, about)
    count = papers.issue(kind, "entry_id", today.entry_id)
    file = now if count is None else papers.until(count)
    entry = score_of(file, today.entry_id)
    went = at if count is None else papers.events[count - 1].at
    since = papers.events[count or 0 :]
    mark, above = ("", ()) if kind == OBJECTED else _mark(since, today, sent=count is not None)
    return Issued(file, _served(entry, today), went, mark, above)


def score_of(file: PointsState, entry_id: str) -> ScoreEntry:
    """Return the score that a form is about, the latest where none is named. Refuses NOT_FOUND."""
    entry = file.entry(entry_id) if entry_id else next(reversed(file.entries), None)
    if entry is None:
        raise refuse("NOT_FOUND", what=f"记分 {entry_id}", what_en=f"score {entry_id}")
    return entry


def _served(entry: ScoreEntry, today: ScoreEntry) -> ScoreEntry:
    """With its service as it is known today: the receipt tells what happened."""
    return replace(
        entry,
        notified_on=today.notified_on,
        notified_by=today.notified_by,
        particulars=today.particulars,
        served_by=today.served_by,
        posted_on=today.posted_on,
    )


def _mark(
    since: Sequence[Event], today: ScoreEntry, *, sent: bool
) -> tuple[str, tuple[b.Block, ...]]:
    """What became of the score after the paper; one that was not sent yet tells a changed score itself."""
    own = [event for event in since if event.data.get("entry_id") == today.entry_id]
    if today.void:
        fell = next((event for event in reversed(own) if _fell(event)), None)
        # It fell before this paper, which then tells it itself.
        if fell is None:
            return "", ()
        words = f"所载记分已于{b.chinese(fell.at)}撤销，本文书不再有效"
        return VOID, (b.section(words), b.text(f"理由：{today.void_why}"))
    changes = [event for event in own if sent and event.data.get("outcome") == "changed"]
    if not changes:
        return "", ()
    words = f"所载记分已于{b.chinese(changes[-1].at)}变更为 {today.points} 分"
    return CHANGED, (b.section(words), b.text("以变更后的复核意见书为准。"))


def _fell(event: Event) -> bool:
    return event.type == "ScoreAnnulled" or event.data.get("outcome") == "cancelled"
