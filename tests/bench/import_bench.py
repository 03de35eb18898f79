"""The import with all its checks from CSV, gzip and Parquet, beside pandas doing the same checks.

pandas reads everything as text, turns amounts and times into values and looks for repeated keys; it
keeps no rejects and writes nothing. CPU seconds are those of the whole process, so that figures of a
busy machine can be compared.
"""

import gzip
import resource
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pandas as pd

from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.tables import TABLES, Kind

LINES_OF_A_CITY = 31_594_400


class Context(Protocol):
    """What the frame gives."""

    home: Path
    county: Path
    import_seconds: float


def run(context: Context) -> dict[str, Any]:
    """Seconds, CPU seconds and rows per CPU second of each way."""
    batches = ClaimStore(context.home).batches()
    rows = sum(table.rows for batch in batches for table in batch.tables)
    lines = sum(t.rows for batch in batches for t in batch.tables if t.table == "fee_list_d")
    work = context.home.parent / "import-bench"
    ways: dict[str, dict[str, float]] = {}
    for name, make in {"csv": _csv, "csv_gz": _gzip, "parquet": _parquet}.items():
        files = make(context.county, work / name)
        ways[name] = _timed(lambda files=files, name=name: _import(files, work / f"home-{name}"))
    ways["pandas"] = _timed(lambda: _pandas(context.county))
    shutil.rmtree(work)
    for way in ways.values():
        way["rows_per_cpu_second"] = round(rows / way["cpu_seconds"])
    return {
        "rows": rows,
        "fee_lines": lines,
        "seconds": {"jicha": context.import_seconds, "pandas": ways["pandas"]["seconds"]},
        "ways": ways,
        "cpu_seconds_for_a_city": {
            name: round(way["cpu_seconds"] * LINES_OF_A_CITY / max(1, lines))
            for name, way in ways.items()
        },
    }


def _timed(work: Callable[[], None]) -> dict[str, float]:
    began, cpu = time.perf_counter(), _cpu()
    work()
    return {
        "seconds": round(time.perf_counter() - began, 3),
        "cpu_seconds": round(_cpu() - cpu, 3),
    }


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _import(files: Path, home: Path) -> None:
    run_import(home, files, "national", "bench", datetime.now(UTC))


def _csv(county: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for path in _tables(county):
        (folder / path.name).symlink_to(path)
    return folder


def _gzip(county: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for path in _tables(county):
        with path.open("rb") as plain, gzip.open(folder / f"{path.name}.gz", "wb", 6) as packed:
            shutil.copyfileobj(plain, packed, 1 << 20)
    return folder


def _parquet(county: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    with duckdb.connect() as connection:
        for path in _tables(county):
            connection.execute(
                f"COPY (SELECT * FROM read_csv('{path}', all_varchar = true)) "
                f"TO '{folder / path.stem}.parquet' (FORMAT parquet)"
            )
    return folder


def _tables(county: Path) -> list[Path]:
    return [path for path in sorted(county.glob("*.csv")) if path.stem in TABLES]


def _pandas(county: Path) -> None:
    for path in _tables(county):
        frame, table = pd.read_csv(path, dtype=str), TABLES[path.stem]
        for column in table.columns:
            if column.name in frame and column.kind.scale is not None:
                frame[column.name] = pd.to_numeric(frame[column.name], errors="coerce")
            elif column.name in frame and column.kind is not Kind.TEXT:
                frame[column.name] = pd.to_datetime(
                    frame[column.name], errors="coerce", format="ISO8601"
                )
        frame.duplicated(subset=[key for key in table.key if key in frame]).sum()
