"""Which work each kind of job does."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

from workers.task import Task, Work

#: The module of `workers.tasks` with the `work` of each kind.
MODULES: Final[Mapping[str, str]] = {
    "import": "import_claims",
    "audit": "audit",
    "graph_load": "graph_load",
    "rings": "rings",
    "sameness": "sameness",
    "evidence_check": "evidence_check",
    "retention": "retention",
    "dossier": "dossier",
    "binding": "binding",
    "seal": "seal",
    "deadlines": "deadlines",
    "barred_fees": "barred_fees",
}


def work_of(kind: str) -> Work:
    """The work of a kind; its module is imported at the first job, not at the worker's start."""

    def work(task: Task) -> Mapping[str, Any]:
        wanted: Work = import_module(f"workers.tasks.{MODULES[kind]}").work
        return wanted(task)

    return work


WORK: Final[dict[str, Work]] = {kind: work_of(kind) for kind in MODULES}
