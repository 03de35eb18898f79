"""Commands on the bureau's dated parameters: one person proposes, another approves."""

from dataclasses import dataclass
from datetime import date

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class ProposeParameter(Command):
    """Propose a value from a day on, with the document it rests on and the reason for it."""

    name: str
    value: str
    valid_from: date
    basis: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DecideParameter(Command):
    """Approve a proposed value, or refuse it with reasons; never whoever proposed it."""

    proposal_id: str
    approve: bool
    reasons: str = ""
