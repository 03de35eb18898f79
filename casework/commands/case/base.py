"""A command on an existing case."""

from dataclasses import dataclass

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class CaseCommand(Command):
    """A command on an existing case."""

    case_no: str
