"""An item of the vault becomes evidence of a case: the case says so, and the item's own chain."""

from casework.acts import draft
from casework.custody.state import EvidenceState
from casework.events import Draft


def attached(
    case_no: str, evidence_id: str, item: EvidenceState, proves: str, **more: object
) -> list[Draft]:
    """EvidenceAttached in the case, and AttachedToCase in the item's custody chain."""
    told = {
        "evidence_id": evidence_id, "name": item.name, "kind": item.kind, "sha256": item.sha256,
        "sm3": item.sm3, "size": item.size, "proves": proves,
    }  # fmt: skip
    return [
        draft(f"case:{case_no}", "EvidenceAttached", **told, **more),
        draft(f"evidence:{evidence_id}", "AttachedToCase", case_no=case_no, proves=proves),
    ]
