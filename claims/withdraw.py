"""Take a batch back: its rows leave every view at once, its record stays."""

import json
from datetime import datetime
from pathlib import Path

from claims.batches import WITHDRAWN, Batch
from claims.errors import BatchLeanedOn
from claims.intake.commit import sole_writer, write_atomically
from claims.store import ClaimStore


def withdraw(home: Path, batch_id: str, operator: str, at: datetime, reason: str) -> Batch:
    """Withdraw a batch and return its record; one that is already withdrawn stays as it is.

    Raises `BatchUnknown`, `StoreBusy`, or `BatchLeanedOn` while a later batch relies on its rows.
    """
    store = ClaimStore(home)
    with sole_writer(store.root):
        batch = store.batch(batch_id)
        if batch.withdrawn is not None:
            return batch
        leaning = [other.batch_id for other in store.batches() if batch_id in other.leans_on]
        if leaning:
            raise _leaned_on(batch_id, leaning)
        record = {"by": operator, "at": at.isoformat(), "reason": reason}
        text = json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
        write_atomically(store.folder(batch_id) / WITHDRAWN, text)
        return store.batch(batch_id)


def _leaned_on(batch_id: str, leaning: list[str]) -> BatchLeanedOn:
    return BatchLeanedOn(
        f"批次 {batch_id} 的部分记录也出现在 {'、'.join(leaning)} 中，未重复存储；请先撤回后者",
        f"rows of batch {batch_id} came again in {', '.join(leaning)} and are stored only once; "
        "withdraw those first",
    )
