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


@dataclass(frozen=True, kw_only=True)
class AttachParameterApproval(Command):
    """The signed 审批表 of a decision on a parameter, an item of the vault of no case.

    `reason`: why it takes the place of the one that is there.
    """

    proposal_id: str
    paper_scan: str
    reason: str = ""
