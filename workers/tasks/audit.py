"""Run the rules. Findings are keyed by what they say, so a second run updates them."""

from collections.abc import Mapping
from typing import Any

from audit.engine.run import run_audit
from workers.task import Task


def work(task: Task) -> Mapping[str, Any]:
    """``args``: optionally ``rules``, a list of rule ids."""
    report = run_audit(
        task.settings.home,
        at=task.at,
        operator=task.job.by,
        rule_ids=task.args.get("rules") or None,
        progress=task.progress,
    )
    return report.as_json()
