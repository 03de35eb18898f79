"""A person's judgement on what the machine suspects: findings (疑点), rings (疑似团伙), same beings."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.base import Command


class MarkKind(StrEnum):
    """What can be judged."""

    FINDING = "finding"
    RING = "ring"
    #: A pair of records that may be one person, doctor or institution.
    SAME = "same"


class Verdict(StrEnum):
    """Confirmed, rejected with a reason, or looked at and left open."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, kw_only=True)
class JudgeMark(Command):
    """Confirm or reject a finding or ring; a rejection gives its reason."""

    kind: MarkKind
    key: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class TakeBackJudgement(Command):
    """Undo one's own or another's judgement, with a reason: the object waits for one again."""

    kind: MarkKind
    key: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteMark(Command):
    """Write a note on a finding or ring."""

    kind: MarkKind
    key: str
    text: str
