"""The signed record of what somebody said: evidence of the case, of the kind that fits who spoke."""

from typing import Any, Final

from casework.acts import Ask
from casework.cases.state import CaseState
from casework.commands.evidence import EvidenceKind
from casework.custody.scans import Wanted
from casework.documents.scans import case_scan
from casework.refusal import refuse

#: Whether it is what the party itself said.
_KINDS: Final = {EvidenceKind.TESTIMONY: False, EvidenceKind.PARTY_STATEMENT: True}
_NAMES: Final = {
    EvidenceKind.TESTIMONY: ("证人证言", "testimony"),
    EvidenceKind.PARTY_STATEMENT: ("当事人的陈述", "statement of the party"),
}


def own_statement(
    ask: Ask[Any, CaseState], evidence_id: str, wanted: Wanted, *, party: bool | None
) -> None:
    """Evidence of this case and the scan of no other paper; refuses NOT_A_STATEMENT, and as `free_scan`.

    What the party said is its statement, what others said testimony (处罚法 46); None: either, of the
    staff of a party, who may speak for it.
    """
    case_scan(ask, evidence_id, wanted)
    fits = [kind for kind, whose in _KINDS.items() if party in (None, whose)]
    if not any(one.kind in fits for one in ask.state.evidence if one.evidence_id == evidence_id):
        zh, en = (sep.join(_NAMES[kind][at] for kind in fits) for at, sep in ((0, "、"), (1, ", ")))
        raise refuse("NOT_A_STATEMENT", kind=zh, kind_en=en)
