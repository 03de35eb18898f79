"""Citing evidence of another case (引用他案证据)."""

from dataclasses import dataclass

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class CiteEvidence(CaseCommand):
    """Use an item of another case of the bureau here, too: it stays where it is, in its own custody chain.

    `home_case` is the case that it belongs to, `proves` what it shows in this one, `reason` why it is cited.
    """

    home_case: str
    evidence_id: str
    proves: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class WithdrawCitation(CaseCommand):
    """Cite an item no longer, before the decision; that it was cited stays in both chains."""

    evidence_id: str
    reason: str
