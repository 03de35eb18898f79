"""From a case file to what a dossier says: the case as its own events tell it, up to one moment.

That moment is the last event before the dossier itself was recorded or sent. Everything later
(the export's own event, the hand-over, somebody's look at the evidence) stays out, so a dossier
that is exported twice is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.casefile import CaseFile, FileEvidence, FileFinding, FileRing
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.custody.state import EvidenceState, fold_evidence
from casework.events import Event
from casework.lines.fold import fold_lines
from casework.lines.state import LinesState
from evidence.dossier.layout import evidence_path

AFTERWARDS = frozenset(
    {
        "DossierRecorded",
        "DossierDamaged",
        "DossierSound",
        "DeadlineWarned",
        "DeadlineOverdue",
        "ReferralSent",
        "ReferralReceived",
        "PoliceAnswered",
        "ReferralReturned",
        "ReferralResumed",
    }
)
"""Events about the dossier, which it cannot contain, and the marks of the clocks that run on."""


REPORTER_NAME: Final = "举报材料（保密）"
REPORTER_PROVES: Final = "线索来源。依法保密，不得向当事人及其代理人披露"


@dataclass(frozen=True)
class Item:
    """One piece of evidence with its running number, its place in the bag and its custody."""

    number: int
    state: EvidenceState
    shows: str
    events: tuple[Event, ...]
    #: Who reported the case can be known from it.
    reporter: bool = False

    @property
    def name(self) -> str:
        """What the printed papers call it: never by the file's name where that may be the reporter's."""
        return REPORTER_NAME if self.reporter else self.state.name

    @property
    def proves(self) -> str:
        """What the printed papers say that it proves."""
        return REPORTER_PROVES if self.reporter else self.shows

    @property
    def path(self) -> str:
        """Where its file lies in the bag."""
        return evidence_path(self.number, self.state.name)


@dataclass(frozen=True)
class Content:
    """A case as it stood at ``sealed_at``."""

    case: CaseState
    bureau: str
    sealed_at: datetime
    events: tuple[Event, ...]
    items: tuple[Item, ...]
    findings: tuple[FileFinding, ...]
    rings: tuple[FileRing, ...]
    #: The suspected lines with their verdicts at that moment; None where none were listed.
    lines: LinesState | None = None


def gather(file: CaseFile) -> Content:
    """Cut the file off at its moment and fold it. Raises ValueError for a case without events."""
    events = _until_dossier(file.events)
    if not events:
        raise ValueError(f"案件 {file.case_no} 没有事件 (case without events)")
    case, moment = fold_case(file.case_no, events), events[-1].at
    return Content(
        case=case,
        bureau=file.bureau_name,
        sealed_at=moment,
        events=events,
        items=tuple(_items(case, file.evidence, moment)),
        findings=_known(case, file.findings),
        rings=tuple(
            ring
            for ring in sorted(file.rings, key=lambda ring: ring.ring_id)
            if ring.ring_id in case.ring_ids
        ),
        lines=_lines(file, moment),
    )


def _lines(file: CaseFile, moment: datetime) -> LinesState | None:
    known = [event for event in file.line_events if event.at <= moment]
    return fold_lines(file.case_no, known) if known else None


def _until_dossier(events: Sequence[Event]) -> tuple[Event, ...]:
    kept = list(events)
    while kept and kept[-1].type in AFTERWARDS:
        kept.pop()
    return tuple(kept)


def _items(case: CaseState, files: Sequence[FileEvidence], moment: datetime) -> list[Item]:
    found, custody = [], {file.item.evidence_id: file.custody for file in files}
    for number, attached in enumerate(case.evidence, 1):
        chain = tuple(e for e in custody.get(attached.evidence_id, ()) if e.at <= moment)
        state = fold_evidence(attached.evidence_id, chain)
        found.append(Item(number, state, attached.proves, chain, attached.reporter))
    return found


def _known(case: CaseState, findings: Sequence[FileFinding]) -> tuple[FileFinding, ...]:
    """The findings of the case, in the order in which they entered it."""
    by_id = {finding.finding_id: finding for finding in findings}
    return tuple(by_id[ref.finding_id] for ref in case.findings if ref.finding_id in by_id)
