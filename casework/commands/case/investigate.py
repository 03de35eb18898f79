"""The investigation: begin, inspect, attach what was found, report, end it."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import FindingRef


@dataclass(frozen=True, kw_only=True)
class StartInvestigation(CaseCommand):
    """Certificates shown and recusal asked and settled: the investigation begins."""

    certificates_shown: bool
    recusal_settled: bool
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordInspection(CaseCommand):
    """Record an inspection on site by two officers of the case (现场检查)."""

    officers: tuple[str, ...]
    held_on: date
    place: str
    record: str
    evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttachFindings(CaseCommand):
    """Send findings (疑点) to the case."""

    findings: tuple[FindingRef, ...]


@dataclass(frozen=True, kw_only=True)
class AttachRing(CaseCommand):
    """Send a suspected ring (疑似团伙) to the case."""

    ring_id: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachEvidence(CaseCommand):
    """Attach a received evidence item to the case; the custody chain records it, too.

    `from_reporter`: who reported the case can be known from it (条例 35, 局令5): it is bound into the
    副卷 and stands on no list that leaves the bureau.
    """

    evidence_id: str
    proves: str
    from_reporter: bool = False


@dataclass(frozen=True, kw_only=True)
class ProtectReporter(CaseCommand):
    """Mark an attached item as the reporter's, found later to be so; there is no way back."""

    evidence_id: str


@dataclass(frozen=True, kw_only=True)
class AttachPicture(CaseCommand):
    """Attach a saved investigation of the graph (picture and its query) to the case.

    `content` is the picture's JSON text as it stands now, filled in by the store: the case keeps
    what its officer saw, whatever becomes of the investigation.
    """

    investigation_id: str
    title: str
    content: str = ""


@dataclass(frozen=True, kw_only=True)
class WriteReport(CaseCommand):
    """The 调查终结报告 in its six parts (局令4 第三十六条)."""

    party: str
    measures: str
    facts: str
    evidence: str
    law: str
    proposal: str


@dataclass(frozen=True, kw_only=True)
class CorrectConduct(CaseCommand):
    """Correct the period of the conduct to what the investigation found, with reasons.

    Both days are inclusive, the last no later than today. The limitation and the law that applies go by
    the corrected end (处罚法 36, 37). `discovered_on`, `discovered_by`: as when a lead is registered, where
    that was not said then or was wrong.
    """

    conduct_from: date
    conduct_to: date
    reasons: str
    discovered_on: date | None = None
    discovered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class CorrectParty(CaseCommand):
    """Enter or correct where the party is and who stands for it, with reasons.

    What is left empty stays as it is, but a number goes with the name that it belonged to. Papers issued
    before keep what they printed, penalties proposed before their right to a hearing.
    """

    address: str = ""
    representative: str = ""
    representative_no: str = ""
    sole_trader: bool | None = None
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ReturnToInvestigation(CaseCommand):
    """Return a case for further investigation (退回补充调查), with reasons, before its legal review.

    An approved proposal is out of date then, and what was notified is notified again.
    """

    reasons: str


@dataclass(frozen=True, kw_only=True)
class TerminateCase(CaseCommand):
    """End the investigation (终止调查), with reasons."""

    reasons: str
