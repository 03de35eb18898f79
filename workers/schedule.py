"""What falls due by itself: yesterday's seal, today's deadlines, evidence locks, the weekly check."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import redis

from stack.jobs import Job, create, get

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
KEEP: Final = timedelta(days=8)
OPERATOR: Final = "schedule"

Send = Callable[[Job], None]


def due(client: redis.Redis, at: datetime, send: Send) -> list[str]:
    """Create and send the jobs that are due at ``at`` and neither done nor under way.

    Called every half hour: a job that failed is tried again at the next call, one that succeeded
    is not. Returns the ids of the new jobs.
    """
    today = at.astimezone(SHANGHAI).date()
    day, week = today.isoformat(), "{}-W{:02}".format(*today.isocalendar())
    wanted: list[tuple[str, dict[str, str], str]] = [
        ("seal", {"day": (today - timedelta(days=1)).isoformat()}, day),
        ("deadlines", {}, day),
        ("retention", {}, day),
        # Fees of doctors who were suspended or terminated when the fee arose.
        ("barred_fees", {}, day),
        # Every byte of the vault is read again once a week.
        ("evidence_check", {}, week),
    ]
    made = []
    for kind, args, period in wanted:
        marker = f"jicha:scheduled:{kind}:{period}"
        if _settled(client, marker):
            continue
        job_id = create(client, kind, args, OPERATOR, at)
        client.set(marker, job_id, ex=KEEP)
        send(Job(job_id, kind, args, OPERATOR, "queued", at))
        made.append(job_id)
    return made


def _settled(client: redis.Redis, marker: str) -> bool:
    """Whether the job of the period is done, waits or runs; a failed or vanished one is not."""
    job_id = client.get(marker)
    if not isinstance(job_id, str) or not client.exists(f"jicha:job:{job_id}"):
        return False
    return get(client, job_id).state in {"queued", "running", "done"}
