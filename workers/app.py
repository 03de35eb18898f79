"""The Celery app: ``celery -A workers.app worker`` and ``beat``; one task for each kind of job."""

import logging
import threading
from typing import Any

from celery import Celery
from celery.signals import worker_ready, worker_shutting_down

from evidence.intake import sweep
from evidence.s3 import S3Store
from stack.clients import object_client, valkey
from stack.ground import current_endpoints
from stack.jobs import Job, task_name
from stack.settings import load_settings
from workers.beat import believed, keep_time, look, send_notices
from workers.config import CLOCKS, DELIVER, SWEEP_STAGING, TICK, celery_config
from workers.kinds import WORK
from workers.running import run_job
from workers.schedule import due
from workers.sweep import keep_sweeping
from workers.task import Work, clock

log = logging.getLogger("jicha.workers")
settings = load_settings()
app = Celery("jicha")
app.conf.update(celery_config(current_endpoints(settings)))
_stop = threading.Event()


def send(job: Job) -> None:
    """Send the task of a job."""
    app.send_task(task_name(job.kind), args=[job.job_id])


def _register(kind: str, work: Work) -> None:
    @app.task(name=task_name(kind))
    def run(job_id: str) -> None:
        run_job(settings, job_id, work, send)


for _kind, _work in WORK.items():
    _register(_kind, _work)


@app.task(name=TICK)
def tick() -> None:
    """Start what is due (sent by beat), if the clock can be believed."""
    endpoints, now = current_endpoints(settings), look(clock())
    if believed(endpoints, now):
        with valkey(endpoints) as client:
            due(client, now.at, send)


@app.task(name=CLOCKS)
def clocks() -> None:
    """Mark the deadlines that are near or over (sent by beat), if the clock can be believed."""
    endpoints, now = current_endpoints(settings), look(clock())
    if not believed(endpoints, now):
        log.error(
            "the clock was set to %s: nothing is marked until it is right", now.at.isoformat()
        )
        return
    said = keep_time(endpoints, now.at)
    for kind, count in sorted(said.items()):
        log.info("%s: %d", kind, count)


@app.task(name=DELIVER)
def deliver_notices() -> None:
    """Send the mails and webhook calls that are due (sent by beat)."""
    for kind, count in sorted(send_notices(settings, clock()).items()):
        log.info("notices %s: %d", kind, count)


@app.task(name=SWEEP_STAGING)
def sweep_staging() -> None:
    """Remove uploads that nobody finished (sent by beat); what the vault holds is not touched."""
    store = S3Store(object_client(current_endpoints(settings)))
    store.prepare()
    for upload_id in sweep(store, clock()):
        log.info("upload %s was abandoned: removed from staging", upload_id)


@worker_ready.connect
def _start_sweeping(**_: Any) -> None:
    """A thread of the worker itself: not a task, so that long jobs cannot hold it up."""
    threading.Thread(
        target=keep_sweeping, args=(settings, send, _stop), name="sweep", daemon=True
    ).start()


@worker_shutting_down.connect
def _stop_sweeping(**_: Any) -> None:
    _stop.set()
