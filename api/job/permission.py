"""Who may see and start long work."""

from __future__ import annotations

from api.errors import Missing
from api.job.types import JobKind
from casework.actors import BUREAU, DATA_WORKERS, Actor, Role
from casework.referral.refer import SEALERS
from casework.volumes.bind import BINDERS

#: Data work is for those who work with the data; dossiers come from the case page.
STARTERS = DATA_WORKERS
STARTABLE: dict[JobKind, frozenset[Role]] = {
    JobKind.IMPORT: STARTERS,
    JobKind.AUDIT: STARTERS,
    JobKind.GRAPH_LOAD: STARTERS,
    JobKind.RINGS: STARTERS,
    JobKind.SAMENESS: STARTERS,
    JobKind.EVIDENCE_CHECK: STARTERS | {Role.SYSTEM_ADMIN},
    JobKind.RETENTION: frozenset({Role.SYSTEM_ADMIN}),
    JobKind.DOSSIER: SEALERS,
    JobKind.BINDING: BINDERS,
    JobKind.SEAL: frozenset({Role.SYSTEM_ADMIN, Role.AUDITOR}),
    JobKind.DEADLINES: frozenset({Role.SYSTEM_ADMIN}),
    JobKind.BARRED_FEES: STARTERS | {Role.SYSTEM_ADMIN},
}


def follows_jobs(actor: Actor) -> bool:
    """Jobs are the bureau's and the system administrator's; to others they do not exist."""
    return bool(actor.roles & (BUREAU | {Role.SYSTEM_ADMIN, Role.AUDITOR}))


def permit_jobs(actor: Actor) -> Actor:
    """The actor, when he may follow jobs; :class:`Missing` otherwise."""
    if not follows_jobs(actor):
        raise Missing
    return actor


def permit_start(actor: Actor, kind: JobKind) -> None:
    """Raise when this person may not start this kind of work."""
    if not actor.roles & STARTABLE[kind]:
        raise Missing
