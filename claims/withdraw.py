"""Take a batch or one of its months back: its rows leave every view at once, its record stays."""

import json
import re
import shutil
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from claims.batches import WITHDRAWN, WITHDRAWN_MONTHS, Batch, Withdrawal
from claims.errors import BatchLeanedOn, MonthUnknown
from claims.intake.commit import sole_writer, write_atomically
from claims.store import ClaimStore

MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")


def withdraw(
    home: Path, batch_id: str, operator: str, at: datetime, reason: str, month: str | None = None
) -> Batch:
    """Withdraw a batch, or one month (YYYY-MM) of it, and return its record; what is withdrawn
    already stays as it is.

    With a month go its visits, settlements, fee lines and stock movements, and the diagnoses and
    fund shares of those visits and settlements; master data stay. Raises `BatchUnknown`,
    `StoreBusy`, `MonthUnknown`, or `BatchLeanedOn` while a later batch relies on its rows.
    """
    store = ClaimStore(home)
    with sole_writer(store.root):
        batch = store.batch(batch_id)
        if batch.withdrawn is not None or month in batch.withdrawn_months:
            return batch
        leaning = [other.batch_id for other in store.batches() if batch_id in other.leans_on]
        if leaning:
            raise _leaned_on(batch_id, leaning)
        folder, taken = store.folder(batch_id), Withdrawal(operator, at, reason)
        if month is None:
            _write(folder / WITHDRAWN, _record(taken))
        else:
            _check_held(batch, month)
            months = {**batch.withdrawn_months, month: taken}
            _write(folder / WITHDRAWN_MONTHS, {m: _record(w) for m, w in months.items()})
        # What was derived from the rows goes with them.
        shutil.rmtree(store.kept, ignore_errors=True)
        return store.batch(batch_id)


def check_months(months: Collection[str]) -> Collection[str]:
    """The months as they are; raises `MonthUnknown` for what is no month."""
    for month in months:
        if not MONTH.fullmatch(month):
            raise MonthUnknown(
                f"“{month}”不是月份；请写成 2025-03 的形式",
                f"{month!r} is no month; write it like 2025-03",
            )
    return months


def _check_held(batch: Batch, month: str) -> None:
    check_months([month])
    held = sorted({m for tally in batch.tallies.values() for m in tally.months})
    if month not in held:
        raise MonthUnknown(
            f"批次 {batch.batch_id} 没有 {month} 的数据；现有月份：{'、'.join(held) or '无'}",
            f"batch {batch.batch_id} has no rows of {month}; it has {', '.join(held) or 'none'}",
        )


def _record(taken: Withdrawal) -> dict[str, str]:
    return {**asdict(taken), "at": taken.at.isoformat()}


def _write(path: Path, record: object) -> None:
    write_atomically(path, json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n")


def _leaned_on(batch_id: str, leaning: list[str]) -> BatchLeanedOn:
    return BatchLeanedOn(
        f"批次 {batch_id} 的部分记录也出现在 {'、'.join(leaning)} 中，未重复存储；请先撤回后者",
        f"rows of batch {batch_id} came again in {', '.join(leaning)} and are stored only once; "
        "withdraw those first",
    )
