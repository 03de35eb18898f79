"""Preserving evidence (先行登记保存) and sealing (封存): asked for and ended by officers, approved by the head."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class HoldKind(StrEnum):
    """处罚法 56 (preserved as registered) or 条例 27 (sealed)."""

    PRESERVATION = "preservation"
    SEALING = "sealing"


@dataclass(frozen=True, kw_only=True)
class RequestHold(CaseCommand):
    """Ask to preserve or seal; `urgent`: done at once, approval follows within 24 hours.

    `held_at`: when the things were taken in urgency, if not just now. The hours and days run from then.
    """

    kind: HoldKind
    items: str
    place: str
    reason: str
    urgent: bool = False
    held_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DecideHold(CaseCommand):
    """The head approves or refuses; a refusal releases what was taken in urgency."""

    hold_id: str
    approve: bool
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtendHold(CaseCommand):
    """The head prolongs a sealing, as often as its dated row allows."""

    hold_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class EndHold(CaseCommand):
    """Propose what becomes of the things: returned, kept as evidence, handed over; the head decides.

    `evidence_ids`: what of them became evidence of the case.
    """

    hold_id: str
    result: str
    evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecideHoldEnd(CaseCommand):
    """The head approves what becomes of the things, or refuses with reasons: then it is proposed anew."""

    hold_id: str
    approve: bool
    reasons: str = ""
