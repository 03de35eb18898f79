"""Papers that come after a case is over: signed forms, receipts, answers; and nothing else."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from casework.actors import Actor
from casework.cases.stages import TERMINAL
from casework.documents.state import Issued
from casework.refusal import refuse

if TYPE_CHECKING:
    from casework.cases.state import CaseState


def awaited(case: "CaseState") -> Iterator[Issued]:
    """Forms that were issued and did not come back signed."""
    return (form for form in case.forms if not form.void and not form.signed)


def papers_only(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: a case that is over takes a scan for each paper it waits for, and no new evidence.

    Scans that came in since and were not tied to their paper yet count, so that none is left over.
    Refuses PAPERS_ONLY.
    """
    if case.stage not in TERMINAL or case.closed_at is None:
        return
    tied = {form.signed for form in case.forms} | {
        paper for one in case.services for paper in (one.receipt, one.consent)
    }
    tied |= {one.document for one in case.transfers}
    since = [item for item in case.evidence if item.at > case.closed_at]
    loose = sum(item.evidence_id not in tied for item in since)
    waiting = len(list(awaited(case))) + sum(one.receipt is None for one in case.services)
    waiting += sum(one.waits for one in case.transfers)
    if waiting <= loose:
        raise refuse("PAPERS_ONLY", stage=case.stage_zh, stage_en=case.stage_en)
