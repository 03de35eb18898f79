"""The signed record of what somebody said: evidence of the case, of the kind that fits who spoke."""

from collections.abc import Iterator
from typing import Final

from casework.cases.guards import own_evidence
from casework.cases.state import CaseState
from casework.commands.evidence import EvidenceKind
from casework.refusal import refuse

#: Whether it is what the party itself said.
_KINDS: Final = {EvidenceKind.TESTIMONY: False, EvidenceKind.PARTY_STATEMENT: True}
_NAMES: Final = {
    EvidenceKind.TESTIMONY: ("证人证言", "testimony"),
    EvidenceKind.PARTY_STATEMENT: ("当事人的陈述", "statement of the party"),
}


def own_statement(case: CaseState, evidence_id: str, *, party: bool | None) -> None:
    """Evidence of this case and the record of no other talk; refuses NOT_A_STATEMENT, SCAN_TAKEN.

    What the party said is its statement, what others said testimony (处罚法 46); None: either, of the
    staff of a party, who may speak for it.
    """
    own_evidence(case, (evidence_id,))
    if evidence_id in _records(case):
        title, title_en = "其他走访、询问的签名记录", "signed record of another visit or interview"
        raise refuse("SCAN_TAKEN", title=title, title_en=title_en)
    fits = [kind for kind, whose in _KINDS.items() if party in (None, whose)]
    if not any(one.kind in fits for one in case.evidence if one.evidence_id == evidence_id):
        zh, en = (sep.join(_NAMES[kind][at] for kind in fits) for at, sep in ((0, "、"), (1, ", ")))
        raise refuse("NOT_A_STATEMENT", kind=zh, kind_en=en)


def _records(case: CaseState) -> Iterator[str]:
    """Scans that are the signed record of an interview or a visit already."""
    yield from (one.evidence_id for one in case.interviews if one.evidence_id)
    for listed in case.visit_lists:
        yield from (one.evidence_id for one in listed.visits if one.evidence_id)
