"""Commands of delegation: signatures given away for a time, and the letter of the centre."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class DelegateSignature(Command):
    """Let a deputy sign certain acts in one's name while one is away; `acts` by their names."""

    deputy: str
    acts: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class EndDelegation(Command):
    """Take a delegation back before its time."""

    delegation_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class EntrustCentre(Command):
    """The bureau's 委托书 to its centre (处罚法 20, 21): number, scope, term, where it was published."""

    document_no: str
    scope: str
    published_on: date
    where: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class AttachLetter(Command):
    """Attach the scan of a 委托书 as it was signed, sealed and published.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    document_no: str
    evidence_id: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class EndEntrustment(Command):
    """Take a 委托书 back; its last day is today."""

    document_no: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RecordAbsence(Command):
    """Say from which to which day somebody is away, both included; `login` None: oneself.

    `stand_in` hears of his tasks and does them meanwhile; signatures are not lent by it.
    """

    starts_on: date
    ends_on: date
    reason: str
    login: str | None = None
    stand_in: str | None = None


@dataclass(frozen=True, kw_only=True)
class EndAbsence(Command):
    """He is back before the day, or does not go: from now on he is there."""

    absence_id: str
    reason: str
