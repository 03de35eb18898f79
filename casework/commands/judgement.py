"""A person's judgement on what the machine suspects: findings (疑点), rings (疑似团伙) and their
members, same beings."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.base import Command


class MarkKind(StrEnum):
    """What can be judged."""

    FINDING = "finding"
    RING = "ring"
    #: A person as a member of a ring; the key is `<ring_id>/<psn_no>`.
    MEMBER = "member"
    #: A pair of records that may be one person, doctor or institution.
    SAME = "same"


class Verdict(StrEnum):
    """Confirmed, rejected with a reason, or looked at and left open."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True)
class RingSeen:
    """What the machine said of a ring when a person judged it; filled in by the store. The next run
    may say otherwise, and what a channel's suspicions are worth is reckoned from this."""

    channel: str
    route: str
    score: str
    q_value: str
    members: int


@dataclass(frozen=True, kw_only=True)
class JudgeMark(Command):
    """Confirm or reject a finding or ring; a rejection gives its reason."""

    kind: MarkKind
    key: str
    verdict: Verdict
    reason: str = ""
    seen: RingSeen | None = None


@dataclass(frozen=True, kw_only=True)
class JudgeMembers(Command):
    """One verdict, with its reason, on members of a ring: all of them or, on a refusal, none."""

    ring_id: str
    psn_nos: tuple[str, ...]
    verdict: Verdict
    reason: str
    seen: RingSeen | None = None


@dataclass(frozen=True, kw_only=True)
class TakeBackMembers(Command):
    """Undo the verdicts on members of a ring, with a reason: they wait for one again."""

    ring_id: str
    psn_nos: tuple[str, ...]
    reason: str


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
