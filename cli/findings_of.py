"""Findings by their ids, as a case keeps them: a snapshot with masked names."""

from collections.abc import Sequence

from audit.findings.store import FindingStore
from casework.actors import Actor, Viewer
from casework.commands.case import FindingRef
from casework.refusal import refuse
from cli.context import settings


def finding_refs(actor: Actor, ids: Sequence[str]) -> tuple[FindingRef, ...]:
    """Return snapshots in the order asked for. Refuses NOT_FOUND for an unknown id."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return ()
    found = FindingStore(settings().home).many(Viewer(actor), wanted)
    for finding_id in wanted:
        if finding_id not in found:
            raise refuse("NOT_FOUND", what=f"疑点 {finding_id}", what_en=f"finding {finding_id}")
    return tuple(
        FindingRef(key, found[key].rule_id, found[key].amount_at_risk, found[key].sentence_zh)
        for key in wanted
    )
