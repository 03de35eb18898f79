"""Findings by their ids, as a case keeps them: a snapshot with masked names."""

from collections.abc import Sequence

from audit.findings.refs import finding_refs as taken
from audit.findings.store import FindingStore
from casework.actors import Actor, Viewer
from casework.commands.case import FindingRef
from casework.refusal import refuse
from cli.context import settings


def finding_refs(actor: Actor, ids: Sequence[str]) -> tuple[FindingRef, ...]:
    """Return snapshots in the order asked for. Refuses NOT_FOUND for an unknown id."""
    store, viewer, wanted = FindingStore(settings().home), Viewer(actor), list(dict.fromkeys(ids))
    refs = taken(store, viewer, wanted)
    if refs is not None:
        return refs
    known = store.many(viewer, wanted)
    finding_id = next(key for key in wanted if key not in known)
    raise refuse("NOT_FOUND", what=f"疑点 {finding_id}", what_en=f"finding {finding_id}")
