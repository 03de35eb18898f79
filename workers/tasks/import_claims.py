"""Import a directory. The same files again change nothing, so a second run is harmless."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.rings.prepare import prepare
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: ``directory``, ``profile``, ``replaces`` (months). The job's creation is the time of import, so that an
    interrupted import comes out the same when it is run again."""
    report = run_import(
        task.settings.home,
        Path(task.args["directory"]),
        str(task.args.get("profile", "national")),
        task.job.by,
        task.job.created_at,
        task.progress,
        replaces=[str(month) for month in task.args.get("replaces") or []],
    )
    prepare(ClaimStore(task.settings.home), task.progress)
    return report.as_json()
