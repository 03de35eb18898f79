"""Scans of signed and sealed papers: one item of the vault is the scan of one paper, for good.

A paper outside of a case (a notice, a letter, a measure's form) says so in the item's custody chain;
what a case's own scans serve is told by the case itself (`documents/scans.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from casework.actors import Actor
from casework.acts import draft
from casework.custody.state import EvidenceState, Serves
from casework.events import Draft
from casework.hands import Hand, other_eyes
from casework.refusal import refuse
from casework.wording import Both

NO_WAY: Final = Both("", "")
#: How a wrong scan is mended.
ANEW: Final = Both(
    "附错的，请写明更换原因后附入正确的扫描件，原件仍留在证据库；",
    "If it is the wrong one, attach the right one with the reason; the former stays in the vault. ",
)


@dataclass(frozen=True)
class Wanted:
    """A paper that takes a scan, the one that it has, and how a wrong one is mended, if it can be."""

    paper: Serves
    stands: str | None = None
    way: Both = NO_WAY
    #: Why another one takes its place, though no check of the vault found it damaged or lost.
    reason: str = ""


def free_scan(
    states: Mapping[str, Any],
    evidence_id: str,
    wanted: Wanted,
    taken: Iterable[tuple[str, Serves]] = (),
    case_no: str | None = None,
) -> EvidenceState:
    """The item, which belongs to the paper's case, or to none, and is the scan of no other paper.

    The scan that a paper has stays, until a check of the vault found it damaged or lost, or a reason is
    given why it is the wrong one. `taken` are
    scans of the object itself, told before items said it. Refuses ALREADY_DONE, SCAN_STANDS, NOT_FOUND,
    EVIDENCE_ELSEWHERE, SCAN_TAKEN.
    """
    if wanted.stands == evidence_id:
        raise refuse("ALREADY_DONE")
    still_bare(states, wanted)
    item: EvidenceState = states[f"evidence:{evidence_id}"]
    if not item.version:
        raise refuse("NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence {evidence_id}")
    if item.case_no != case_no:
        other = item.case_no or "—"
        raise refuse("EVIDENCE_ELSEWHERE", evidence_id=evidence_id, other=other)
    of_another(item, evidence_id, wanted.paper, taken)
    return item


def by_another(actor: Actor, took: Iterable[Hand | None]) -> None:
    """Refuse FOUR_EYES: what falls by a paper of others is not recorded by whoever took that paper in."""
    other_eyes(actor, took, "附入文书与登记其内容", "taking the paper in and recording it")


def still_bare(states: Mapping[str, Any], wanted: Wanted) -> None:
    """Refuse SCAN_STANDS for a paper with a scan that is neither damaged, nor lost, nor said to be wrong."""
    if wanted.stands is None or wanted.reason.strip():
        return
    kept: EvidenceState = states[f"evidence:{wanted.stands}"]
    if kept.intact is not False:
        told = {"title": wanted.paper.zh, "title_en": wanted.paper.en, "way": wanted.way.zh}
        raise refuse("SCAN_STANDS", **told, way_en=wanted.way.en, evidence_id=wanted.stands)


def of_another(
    item: EvidenceState | None,
    evidence_id: str,
    paper: Serves,
    taken: Iterable[tuple[str, Serves]],
) -> None:
    """Refuse SCAN_TAKEN, naming the other paper, for an item that is the scan of another."""
    served = [one for scan, one in taken if scan == evidence_id]
    if item is not None and item.serves is not None:
        served.append(item.serves)
    if item is not None and item.doctors:
        served.append(_proof(item.doctors[0]))
    other = next((one for one in served if one.key != paper.key), None)
    if other is not None:
        raise refuse("SCAN_TAKEN", title=other.zh, title_en=other.en)


def _proof(code: str) -> Serves:
    """What a doctor's file took as a certificate is no scan of another paper."""
    return Serves(
        f"points:{code}", f"医师 {code} 档案的证明材料", f"certificate on the file of {code}"
    )


def serves(evidence_id: str, paper: Serves) -> Draft:
    """ScanServes in the item's custody chain: which paper it is, is known wherever it is named again."""
    said = {"paper": paper.key, "title": paper.zh, "title_en": paper.en}
    return draft(f"evidence:{evidence_id}", "ScanServes", **said)


def former(wanted: Wanted) -> dict[str, str]:
    """What the paper's own event tells of the scan before, which paper it was, and why it was replaced."""
    if wanted.stands is None:
        return {}
    return {"former": wanted.stands, "paper": wanted.paper.zh, "reason": wanted.reason.strip()}


def replaced(wanted: Wanted, evidence_id: str) -> list[Draft]:
    """ScanReplaced in the custody chain of the scan that a paper had: it stays in the vault, and is free."""
    if wanted.stands is None:
        return []
    paper = wanted.paper
    said = {"paper": paper.key, "title": paper.zh, "title_en": paper.en}
    now = {"now": evidence_id, "reason": wanted.reason.strip()}
    return [draft(f"evidence:{wanted.stands}", "ScanReplaced", **said, **now)]


def with_scans(own: str, evidence_id: str, stands: str | None) -> tuple[str, ...]:
    """The streams of such an act: the paper's own, the new scan, and the one that it has."""
    known = (f"evidence:{stands}",) if stands else ()
    return (own, f"evidence:{evidence_id}", *known)
