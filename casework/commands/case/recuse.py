"""Recusal (回避): asked for by the officer or the party, decided by the head (处罚法 43)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.case.base import CaseCommand


class RecusalGround(StrEnum):
    """Kin, an interest in the case, a former employer, or another relation to the party."""

    KIN = "kin"
    INTEREST = "interest"
    FORMER_WORKPLACE = "former_workplace"
    RELATION = "relation"


@dataclass(frozen=True)
class Tie:
    """What the map or his own declaration says of an officer (by account) and the party."""

    officer: str
    ground: RecusalGround
    reason: str


@dataclass(frozen=True, kw_only=True)
class CheckTies(CaseCommand):
    """Look once more for ties of whoever acts on the case to the party; the store fills `ties` in.

    `acting` (by account) are those who act by their role: leaders, reviewers, chairs, in a handling the
    agency's people. `undeclared`: who of all of them has declared nothing, so that nothing could be compared.
    """

    ties: tuple[Tie, ...] = ()
    acting: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecusalAnswer(Command):
    """What whoever is asked to withdraw says, of a case or of an inspection."""

    recusal_id: str
    withdraw: bool
    reasons: str


@dataclass(frozen=True, kw_only=True)
class RecusalRequest(Command):
    """Of whom (by account) it is asked, and why, of a case or of an inspection."""

    officer: str
    ground: RecusalGround
    reason: str
    by_party: bool = False


@dataclass(frozen=True, kw_only=True)
class RecusalDecision(Command):
    """What was decided on a request, of a case or of an inspection.

    On a head the leaders decide together: `members` are accounts of those present, `held_on` and `record`
    the day and the record of their discussion.
    """

    recusal_id: str
    approve: bool
    reasons: str
    members: tuple[str, ...] = ()
    held_on: date | None = None
    record: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerRecusal(RecusalAnswer, CaseCommand):
    """The officer says that he withdraws, or why he need not; then it is decided (处罚法 43)."""


@dataclass(frozen=True, kw_only=True)
class RequestRecusal(RecusalRequest, CaseCommand):
    """Ask that an officer, a chair or a head (by account) withdraw; `by_party` when the party asked."""


@dataclass(frozen=True, kw_only=True)
class DecideRecusal(RecusalDecision, CaseCommand):
    """The head decides; a granted one takes the officer off the case for good.

    On a head the leaders decide together: `members` are accounts of those present, `held_on` and `record`
    the day and the record of their discussion.
    """
