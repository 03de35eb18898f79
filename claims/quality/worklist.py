"""The worklist of a report: who looks after a line, and how it stands.

An append-only list of events beside the batch; the state is their fold.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock

from claims.errors import QualityWorkInvalid
from claims.quality.report import QualityLine, quality_report
from claims.quality.rows import unknown_line
from claims.store import ClaimStore

WORK = "quality-work.jsonl"
LONGEST = 500


class State(StrEnum):
    """How a line stands: nobody yet, somebody is at it, the source was mended, or it is lawful."""

    OPEN = "open"
    WORKING = "working"
    MENDED = "mended"
    EXPLAINED = "explained"

    @property
    def needs_note(self) -> bool:
        """Whether a person has to say why."""
        return self in (State.MENDED, State.EXPLAINED)


@dataclass(frozen=True, slots=True)
class WorkEvent:
    """Somebody took a line in hand, gave it to a colleague, or closed it."""

    line_id: str
    state: State
    owner: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Work:
    """How a line stands now."""

    state: State = State.OPEN
    owner: str = ""
    note: str = ""
    by: str = ""
    at: datetime | None = None


def fold(events: Iterable[WorkEvent]) -> dict[str, Work]:
    """The present state by line: the last event of each decides."""
    return {e.line_id: Work(e.state, e.owner, e.note, e.by, e.at) for e in events}


def work_of(store: ClaimStore, batch_id: str) -> dict[str, Work]:
    """The worklist of a batch; lines that nobody touched are not in it."""
    return fold(read_events(store.folder(batch_id) / WORK))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of some batch that somebody took in hand or closed."""

    batch_id: str
    line: QualityLine
    work: Work


def worklist(store: ClaimStore, owner: str | None = None) -> list[Entry]:
    """The lines of all batches that were worked on, of one owner or of everybody: those in hand first,
    the latest change first. What a later check no longer finds is done and left out."""
    found = []
    for batch in store.batches():
        work = work_of(store, batch.batch_id)
        mine = {key: one for key, one in work.items() if owner is None or one.owner == owner}
        if not mine:
            continue
        report = quality_report(store, batch.batch_id, batch.at)
        lines = ((report.line(key), one) for key, one in mine.items())
        found += [Entry(batch.batch_id, line, one) for line, one in lines if line is not None]
    found.sort(key=lambda one: one.work.at or datetime.min.replace(tzinfo=UTC), reverse=True)
    return sorted(found, key=lambda one: one.work.state.needs_note)


def read_events(path: Path) -> list[WorkEvent]:
    """All events in order; a line that a crash left half-written is none."""
    if not path.is_file():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            record = json.loads(line)
            at = datetime.fromisoformat(record["at"])
            found.append(WorkEvent(**{**record, "state": State(record["state"]), "at": at}))
    return found


def put_work(
    store: ClaimStore,
    batch_id: str,
    line_id: str,
    state: State,
    owner: str,
    note: str,
    by: str,
    at: datetime,
) -> Work:
    """Append an event and return how the line stands. ``owner`` and ``by`` are accounts.

    Raises `BatchUnknown`, `QualityLineUnknown`, or `QualityWorkInvalid` for a closed line without a
    reason and for one in hand without an owner.
    """
    if quality_report(store, batch_id, at).line(line_id) is None:
        raise unknown_line(batch_id, line_id)
    _check(state, owner, note)
    event = WorkEvent(line_id, state, owner, note.strip(), by, at)
    path = store.folder(batch_id) / WORK
    with FileLock(store.root / "quality.lock"):
        _mend(path)
        with path.open("a", encoding="utf-8") as writer:
            writer.write(json.dumps({**asdict(event), "at": at.isoformat()}, ensure_ascii=False))
            writer.write("\n")
            writer.flush()
            os.fsync(writer.fileno())
    return work_of(store, batch_id)[line_id]


def _check(state: State, owner: str, note: str) -> None:
    if state.needs_note and not note.strip():
        raise QualityWorkInvalid(
            "请填写处理说明：源数据如何更正，或为什么可以接受",
            "say how the source was mended, or why it is acceptable",
        )
    if state is State.WORKING and not owner:
        raise QualityWorkInvalid("请指定负责人", "name who looks after it")
    if len(note) > LONGEST:
        raise QualityWorkInvalid(
            f"处理说明不能超过 {LONGEST} 字", f"the note has at most {LONGEST} characters"
        )


def _mend(path: Path) -> None:
    """Cut off what a crash left half-written, so that the next event begins on its own line."""
    if path.is_file() and (content := path.read_bytes()) and not content.endswith(b"\n"):
        path.write_bytes(content[: content.rfind(b"\n") + 1])
