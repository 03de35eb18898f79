"""Long work: what runs, how far it is, and how it ended."""

from __future__ import annotations

import enum
from datetime import datetime

import strawberry

from api.ids import Node


@strawberry.enum
class JobKind(enum.Enum):
    """What can be started."""

    IMPORT = "import"
    AUDIT = "audit"
    GRAPH_LOAD = "graph_load"
    RINGS = "rings"
    SAMENESS = "sameness"
    EVIDENCE_CHECK = "evidence_check"
    RETENTION = "retention"
    DOSSIER = "dossier"
    BINDING = "binding"
    SEAL = "seal"
    DEADLINES = "deadlines"
    BARRED_FEES = "barred_fees"


@strawberry.type
class Job(Node):
    """A job; ``done`` of ``total`` rows in ``phase``."""

    id: strawberry.ID
    job_id: str
    kind: JobKind
    state: str
    phase: str | None
    done: int
    total: int | None
    created_by: str
    created_at: datetime | None
    finished_at: datetime | None
    error: str | None
    result: strawberry.scalars.JSON | None
    can_cancel: bool
