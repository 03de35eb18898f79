"""Ruling evidence out (排除证据), and taking it back: proposed, and decided by other eyes (处罚法 46)."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class ExclusionGround(StrEnum):
    """Why an item may not show a fact of the case (处罚法 46)."""

    ILLEGAL_MEANS = "illegal_means"
    UNVERIFIED = "unverified"
    FORM_LACKING = "form_lacking"
    ORIGINAL_MISSING = "original_missing"
    ALTERED = "altered"


@dataclass(frozen=True, kw_only=True)
class ProposeExclusion(CaseCommand):
    """Propose that an item of the case's evidence be ruled out; `by_party`: the party objected to it."""

    evidence_id: str
    ground: ExclusionGround
    reasons: str
    by_party: bool = False


@dataclass(frozen=True, kw_only=True)
class ProposeReinstatement(CaseCommand):
    """Propose that an item that was ruled out be taken back: what was made good, or why it was no ground."""

    evidence_id: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class DecideExclusion(CaseCommand):
    """Decide on what was proposed of an item: that it is ruled out, or taken back; a refusal has reasons.

    What rests on an item that is ruled out is established anew: report, proposal and notice, or what
    became of an order to correct.
    """

    evidence_id: str
    approve: bool
    reasons: str = ""
