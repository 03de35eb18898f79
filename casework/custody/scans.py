"""Scans of signed and sealed papers that belong to no case: a notice, a letter, a measure's form."""

from collections.abc import Mapping
from typing import Any

from casework.custody.state import EvidenceState
from casework.refusal import refuse


def free_scan(states: Mapping[str, Any], evidence_id: str, stands: str | None) -> EvidenceState:
    """An item of the vault that belongs to no case, where the paper has no whole scan yet.

    `stands` is the scan that the paper has: another takes its place only once a check of the vault
    found that damaged or lost. Refuses SCAN_STANDS, NOT_FOUND, EVIDENCE_ELSEWHERE.
    """
    if stands is not None:
        kept: EvidenceState = states[f"evidence:{stands}"]
        if kept.intact is not False:
            raise refuse("SCAN_STANDS", evidence_id=stands)
    item: EvidenceState = states[f"evidence:{evidence_id}"]
    if not item.version:
        raise refuse("NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence {evidence_id}")
    if item.case_no is not None:
        raise refuse("EVIDENCE_ELSEWHERE", evidence_id=evidence_id, other=item.case_no)
    return item


def with_scans(own: str, evidence_id: str, stands: str | None) -> tuple[str, ...]:
    """The streams of such an act: the paper's own, the new scan, and the one that it has."""
    known = (f"evidence:{stands}",) if stands else ()
    return (own, f"evidence:{evidence_id}", *known)
