"""Commands on keys of other systems; a key's secret is no part of them."""

from dataclasses import dataclass
from datetime import date

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class KeyCommand(Command):
    """On one key."""

    key_id: str


@dataclass(frozen=True, kw_only=True)
class IssueKey(KeyCommand):
    """Issue a key to a settlement system until the end of a day."""

    name: str
    until: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class RevokeKey(KeyCommand):
    """Revoke a key at once."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class RecordKeyUse(KeyCommand):
    """A system read with its key: what, and how many rows."""

    what: str
    rows: int
