"""A person's judgement on what the machine suspects: findings (疑点) and rings (疑似团伙)."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.base import Command


class MarkKind(StrEnum):
    """What can be judged."""

    FINDING = "finding"
    RING = "ring"


class Verdict(StrEnum):
    """Confirmed, or rejected with a reason."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, kw_only=True)
class JudgeMark(Command):
    """Confirm or reject a finding or ring; a rejection gives its reason."""

    kind: MarkKind
    key: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteMark(Command):
    """Write a note on a finding or ring."""

    kind: MarkKind
    key: str
    text: str
