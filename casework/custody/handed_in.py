"""Items of the vault that an institution hands in itself, with what it says to the bureau."""

from collections.abc import Mapping
from typing import Any

from casework.custody.state import EvidenceState
from casework.refusal import refuse


def handed_in(
    states: Mapping[str, Any], evidence_id: str, case_no: str | None = None
) -> EvidenceState:
    """The item, which belongs to the case, or to none.

    Whose it is is asked beforehand (`graph/sight.py`): the institution's own house put it into the vault.
    Refuses NOT_FOUND: that it is evidence elsewhere is not the institution's to learn.
    """
    item: EvidenceState = states[f"evidence:{evidence_id}"]
    if not item.version or item.case_no not in (None, case_no):
        raise refuse(
            "NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence item {evidence_id}"
        )
    return item


def told_of(evidence_id: str, item: EvidenceState) -> dict[str, object]:
    """What the event of the institution tells of an item: its receipt prints from it."""
    return {
        "evidence_id": evidence_id, "name": item.name, "size": item.size,
        "sha256": item.sha256, "sm3": item.sm3,
    }  # fmt: skip
