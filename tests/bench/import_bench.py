"""The import with all its checks, beside reading the same files with pandas, which checks nothing."""

import time
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from claims.store import ClaimStore


class Context(Protocol):
    """What the frame gives."""

    home: Path
    county: Path
    import_seconds: float


def run(context: Context) -> dict[str, Any]:
    """Seconds and rows per second; the import itself was timed when the county was prepared."""
    begun = time.perf_counter()
    for path in sorted(context.county.glob("*.csv")):
        pd.read_csv(path, dtype=str)
    pandas_seconds = time.perf_counter() - begun
    batches = ClaimStore(context.home).batches()
    rows = sum(table.rows for batch in batches for table in batch.tables)
    return {
        "rows": rows,
        "seconds": {"jicha": context.import_seconds, "pandas_read_csv": round(pandas_seconds, 3)},
        "rows_per_second": round(rows / context.import_seconds),
    }
