"""A job record → the desk's type."""

from __future__ import annotations

from typing import Literal

from strawberry.scalars import JSON

from api.ids import to_global
from api.job.permission import STARTERS
from api.job.types import Job as JobType
from api.job.types import JobKind
from casework.actors import Actor
from stack.jobs import Job


def job_of(job: Job, actor: Actor, language: Literal["zh", "en"]) -> JobType:
    """A job as this person sees it; an error comes in the reader's language."""
    error = None
    if job.error:
        key = "message_zh" if language == "zh" else "message_en"
        error = job.error.get(key) or job.error.get("message") or job.error.get("code")
    return JobType(
        id=to_global("Job", job.job_id),
        job_id=job.job_id,
        kind=JobKind(job.kind),
        state=job.state,
        phase=job.phase or None,
        done=job.done,
        total=job.total,
        created_by=job.by,
        created_at=job.created_at,
        finished_at=job.finished_at,
        error=error,
        result=JSON(dict(job.result)) if job.result is not None else None,
        can_cancel=not job.finished and may_cancel(job, actor),
    )


def may_cancel(job: Job, actor: Actor) -> bool:
    """Whoever started it may stop it, and whoever may start jobs of all kinds."""
    return job.by == actor.account or bool(actor.roles & STARTERS)
