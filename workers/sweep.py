"""Bring jobs back whose worker died or whose message was lost."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import redis

from stack.clients import valkey
from stack.ground import current_endpoints
from stack.jobs import Job, job_key, recent
from stack.leases import requeue_expired
from stack.settings import Settings
from workers.task import clock

LOG: Final = logging.getLogger("jicha.workers")
# Lease 15 s + this, and the next worker has the job: well within 30 s of a kill.
SWEEP_SECONDS: Final = 5.0
# A queued job this old may have lost its message (the broker may lose data without harm).
FORGOTTEN: Final = timedelta(seconds=60)
RESEND_SECONDS: Final = 300

Send = Callable[[Job], None]


def sweep(client: redis.Redis, send: Send, at: datetime) -> list[str]:
    """Queue again what runs without lease and what waits without message; returns the job ids.

    Sending a job twice is harmless: the second delivery gets no lease.
    """
    again = requeue_expired(client, send)
    for job in recent(client, 200):
        if job.state != "queued" or at - job.created_at < FORGOTTEN or job.job_id in again:
            continue
        if client.set(f"{job_key(job.job_id)}:resent", "1", nx=True, ex=RESEND_SECONDS):
            send(job)
            again.append(job.job_id)
    return again


def keep_sweeping(settings: Settings, send: Send, stop: threading.Event) -> None:
    """Sweep every few seconds until told to stop; a broker that is away is tried again."""
    while not stop.wait(SWEEP_SECONDS):
        try:
            with valkey(current_endpoints(settings)) as client:
                for job_id in sweep(client, send, clock()):
                    LOG.warning("job %s is queued again", job_id)
        except Exception as error:
            LOG.warning("sweep failed, trying again: %s", type(error).__name__)
