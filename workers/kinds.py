"""Which work each kind of job does."""

from typing import Final

from workers.task import Work
from workers.tasks import (
    audit,
    deadlines,
    dossier,
    evidence_check,
    graph_load,
    import_claims,
    rings,
    seal,
)

WORK: Final[dict[str, Work]] = {
    "import": import_claims.work,
    "audit": audit.work,
    "graph_load": graph_load.work,
    "rings": rings.work,
    "evidence_check": evidence_check.work,
    "dossier": dossier.work,
    "seal": seal.work,
    "deadlines": deadlines.work,
}
