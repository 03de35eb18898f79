"""Papers of a doctor's file: items of the vault that belong to no case."""

from collections.abc import Mapping
from typing import Any

from casework.acts import required
from casework.points.state import PointsState
from casework.refusal import refuse


def unused_certificate(states: Mapping[str, Any], evidence_id: str, file: PointsState) -> None:
    """The certificate is in the vault, of no case, and proves nothing else on the file."""
    required(certificate=evidence_id)
    item = states[f"evidence:{evidence_id}"]
    # Whoever sees the doctor's file may open its papers, so evidence of a case cannot become one.
    if not item.version or item.case_no is not None:
        raise refuse(
            "NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence item {evidence_id}"
        )
    if evidence_id in file.certificates:
        raise refuse(
            "ALREADY_EXISTS",
            what=f"附有材料 {evidence_id} 的记录",
            what_en=f"an entry of this file with paper {evidence_id}",
        )
