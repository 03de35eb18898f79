"""The daily work inside a case."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class AddTask(CaseCommand):
    """Give somebody something to do."""

    title: str
    assignee: str
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class FinishTask(CaseCommand):
    """Finish a task, with its result."""

    task_id: str
    result: str


@dataclass(frozen=True, kw_only=True)
class AddNote(CaseCommand):
    """Write a working note into the case."""

    text: str
