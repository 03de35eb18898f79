"""The signed record of what somebody said: evidence of the case, of the kind that fits who spoke."""

from typing import Any, Final

from casework.acts import Ask
from casework.cases.state import CaseState
from casework.commands.evidence import EvidenceKind
from casework.custody.state import EvidenceState
from casework.refusal import refuse

#: Whether it is what the party itself said.
_KINDS: Final = {EvidenceKind.TESTIMONY: False, EvidenceKind.PARTY_STATEMENT: True}
_NAMES: Final = {
    EvidenceKind.TESTIMONY: ("证人证言", "testimony"),
    EvidenceKind.PARTY_STATEMENT: ("当事人的陈述", "statement of the party"),
}


def statement(ask: Ask[Any, CaseState], evidence_id: str, *, party: bool | None) -> None:
    """Refuse NOT_A_STATEMENT for an item of a kind that does not fit who spoke.

    What the party said is its statement, what others said testimony (处罚法 46); None: either, of the
    staff of a party, who may speak for it.
    """
    item: EvidenceState = ask.states[f"evidence:{evidence_id}"]
    fits = [kind for kind, whose in _KINDS.items() if party in (None, whose)]
    if item.kind not in fits:
        zh, en = (sep.join(_NAMES[kind][at] for kind in fits) for at, sep in ((0, "、"), (1, ", ")))
        raise refuse("NOT_A_STATEMENT", kind=zh, kind_en=en)
