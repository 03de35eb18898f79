"""Papers that come after a case is over: signed forms, receipts, answers; and nothing else."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from casework.actors import Actor
from casework.cases.stages import TERMINAL
from casework.cases.state import CaseState
from casework.documents.records import records
from casework.documents.scans import scans_of
from casework.documents.state import Issued
from casework.refusal import refuse

#: What attaches the signed record of what was said; lists of holds are forms, which are counted as such.
RECORDS: Final = frozenset({"AttachInterviewRecord", "AttachVisitRecord"})


def awaited(case: CaseState) -> Iterator[Issued]:
    """Forms that were issued and did not come back signed."""
    return (form for form in case.forms if not form.void and not form.signed)


def others_write(case: CaseState) -> int:
    """What others may still write of a case that is over, one paper at a time: an outcome of each review and
    suit, and of the decision that stands or the referral that went out whatever comes next."""
    open_remedies = sum(one.outcome is None for one in case.remedies)
    stands = case.decision is not None and not case.annulled
    sent = case.referral is not None and case.referral.sent_at is not None
    return open_remedies + (stands or sent)


def papers_only(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: a case that is over takes a scan for each paper it waits for, and no new evidence.

    Scans that came in since and were not tied to their paper yet count, so that none is left over.
    Refuses PAPERS_ONLY.
    """
    if case.stage not in TERMINAL or case.closed_at is None:
        return
    tied = {scan for scan, _ in scans_of(case)} | {one.scan for one in case.replaced}
    since = [item for item in case.evidence if item.at > case.closed_at]
    loose = sum(item.evidence_id not in tied for item in since)
    waiting = len(list(awaited(case))) + sum(one.receipt is None for one in case.services)
    waiting += sum(one.waits for one in case.transfers)
    # What was said and is not back, of a case that ended without the closing that asks for it.
    waiting += sum(one.act in RECORDS for one in records(case))
    waiting += others_write(case)
    if waiting <= loose:
        raise refuse("PAPERS_ONLY", stage=case.stage_zh, stage_en=case.stage_en)
