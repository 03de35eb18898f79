"""Papers of a doctor's file: items of the vault that belong to no case."""

from collections.abc import Mapping
from typing import Any

from casework.acts import draft, required
from casework.events import Draft
from casework.points.state import PointsState
from casework.refusal import refuse


def unused_certificate(states: Mapping[str, Any], evidence_id: str, file: PointsState) -> None:
    """The certificate is in the vault, of no case, and proves nothing else on this file or another.

    What one person learnt is nobody else's: a paper that names several is handed in for each.
    """
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
    if item.serves is not None:
        raise refuse("SCAN_TAKEN", title=item.serves.zh, title_en=item.serves.en)
    if any(code != file.prac_psn_code for code in item.doctors):
        raise refuse("CERTIFICATE_OF_ANOTHER", evidence_id=evidence_id)


def proves(evidence_id: str, file: PointsState, what: str) -> Draft:
    """ProvedOnFile in the paper's custody chain: whose it is, is known wherever it is named again."""
    said = {"prac_psn_code": file.prac_psn_code, "what": what}
    return draft(f"evidence:{evidence_id}", "ProvedOnFile", **said)
