"""CaseFile: everything a dossier or a printed form needs, as one frozen value.

The graph gathers it, the vault prints and seals it; neither has to know the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from casework.cases.state import CaseState
from casework.clocks.deadlines import Deadline
from casework.custody.state import EvidenceState
from casework.events import Event
from casework.points.parameters import BureauState


@dataclass(frozen=True)
class FileLine:
    """A fee line behind a finding; amounts in yuan, quantity as the interface gives it."""

    feedetl_sn: str
    mdtrt_id: str
    fee_ocur_time: datetime | None
    hilist_code: str
    hilist_name: str
    cnt: Decimal
    pric: Decimal
    det_item_fee_sumamt: Decimal


@dataclass(frozen=True)
class FileFinding:
    """A finding of the case with its rule, law and lines."""

    finding_id: str
    rule_id: str
    rule_version: str
    legal_basis: str
    sentence: str
    amount: Decimal
    lines: tuple[FileLine, ...] = ()


@dataclass(frozen=True)
class FileRing:
    """A suspected ring of the case with its reasons."""

    ring_id: str
    score: float
    members: tuple[str, ...]
    days: tuple[date, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileEvidence:
    """An evidence item with its custody chain; the bytes stay in the vault under its key."""

    item: EvidenceState
    proves: str
    custody: tuple[Event, ...]


@dataclass(frozen=True)
class CaseFile:
    """A case as of `as_of`, with its chain of events as the proof of every statement in it."""

    case: CaseState
    events: tuple[Event, ...]
    evidence: tuple[FileEvidence, ...]
    findings: tuple[FileFinding, ...]
    rings: tuple[FileRing, ...]
    deadlines: tuple[Deadline, ...]
    bureau_name: str
    as_of: datetime
    documents: Mapping[str, str]
    #: The chain of the case's suspected lines and their verdicts (逐条认定); empty without any.
    line_events: tuple[Event, ...] = ()
    #: Scans of papers of the case's measures, which its volumes hold and its evidence does not.
    measure_papers: tuple[EvidenceState, ...] = ()
    #: The bureau's parameters, which its papers print.
    settings: BureauState | None = None

    @property
    def case_no(self) -> str:
        """The case's number."""
        return self.case.case_no

    @property
    def amount(self) -> Decimal:
        """Amount of the referral when there is one, else what the case involves; yuan."""
        referral = self.case.referral
        return referral.amount if referral is not None else self.case.involved
