"""From a case file to what a dossier says: the case as its own events tell it, up to one moment.

That moment is the last event before the dossier itself was recorded or sent. Everything later
(the export's own event, the hand-over, somebody's look at the evidence) stays out, so a dossier
that is exported twice is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.casefile import CaseFile, FileEvidence, FileFinding, FileRing
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.custody.state import EvidenceState, fold_evidence
from casework.documents.letter import letter_of, referral_scans
from casework.documents.state import Issued
from casework.events import Event
from casework.lines.fold import fold_lines
from casework.lines.state import LinesState
from evidence.dossier.layout import evidence_path, letter_path

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
        "ReferralCopied",
        "ItemsHandedOver",
        "RefusalObjected",
        "PoliceReviewAnswered",
        "SupervisionRequested",
        "SupervisionAnswered",
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
class Letter:
    """The letter of referral: the paper that was issued, and its signed scan with its custody."""

    issued: Issued
    state: EvidenceState
    events: tuple[Event, ...]

    @property
    def path(self) -> str:
        """Where the scan lies in the bag: first of the documents."""
        return letter_path(self.state.name)


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
    #: The signed letter; None while it is not there.
    letter: Letter | None = None

    @property
    def held(self) -> tuple[Item | Letter, ...]:
        """Everything that comes out of the vault as it is."""
        return (self.letter, *self.items) if self.letter else self.items


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
        letter=_letter(case, file.evidence, moment),
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
    found, custody, letters = [], _chains(files), referral_scans(case)
    own = (one for one in case.evidence if one.evidence_id not in letters)
    for number, attached in enumerate(own, 1):
        state, chain = _kept(attached.evidence_id, custody, moment)
        shows = attached.proves
        if attached.origin is not None:
            shows = f"{shows}（{attached.origin.said.zh}）"
        if attached.excluded is not None:
            shows = f"{attached.excluded.mark.zh}。{shows}"
        found.append(Item(number, state, shows, chain, attached.reporter))
    return found


def _letter(case: CaseState, files: Sequence[FileEvidence], moment: datetime) -> Letter | None:
    issued = letter_of(case) if case.referral is not None else None
    if issued is None or not issued.signed:
        return None
    return Letter(issued, *_kept(issued.signed, _chains(files), moment))


def _chains(files: Sequence[FileEvidence]) -> dict[str, tuple[Event, ...]]:
    return {file.item.evidence_id: file.custody for file in files}


def _kept(
    evidence_id: str, custody: Mapping[str, tuple[Event, ...]], moment: datetime
) -> tuple[EvidenceState, tuple[Event, ...]]:
    """An item as its own chain tells it, up to that moment."""
    chain = tuple(event for event in custody.get(evidence_id, ()) if event.at <= moment)
    return fold_evidence(evidence_id, chain), chain


def _known(case: CaseState, findings: Sequence[FileFinding]) -> tuple[FileFinding, ...]:
    """The findings of the case, in the order in which they entered it."""
    by_id = {finding.finding_id: finding for finding in findings}
    return tuple(by_id[ref.finding_id] for ref in case.findings if ref.finding_id in by_id)
