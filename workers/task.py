"""What a task is given: the job, the servers, and a way to say how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from stack.endpoints import Endpoints
from stack.jobs import Job
from stack.settings import Settings

Progress = Callable[[str, int, int | None], None]


def clock() -> datetime:
    """The time at the edge of the system: workers read it, the rooms are told it."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Task:
    """One run of a job. ``progress`` raises when the job is cancelled or its lease is lost."""

    job: Job
    settings: Settings
    endpoints: Endpoints
    progress: Progress
    at: datetime

    @property
    def args(self) -> Mapping[str, Any]:
        """What the job was created with."""
        return self.job.args


Work = Callable[[Task], Mapping[str, Any]]
"""A thin, idempotent call into a room; returns what the job's record keeps as its result."""
