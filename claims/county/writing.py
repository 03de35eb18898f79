"""Column helpers and the streaming CSV writer of the canonical tables."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from claims.county.calendar import START
from claims.county.stream import Ints

MDTRT_BASE: Final = 349_925_202_500_000_000
SETL_BASE: Final = 349_925_202_600_000_000
LINE_BASE: Final = 349_925_000_000_000_000


class TableWriter:
    """Writes one table as CSV piece by piece; ``.gz`` in the name compresses."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sink: Any = None
        self._writer: Any = None

    def write(self, columns: Mapping[str, pa.Array]) -> None:
        """Append rows; all pieces have the same columns."""
        table = pa.table(dict(columns))
        if self._writer is None:
            kind = "gzip" if self._path.suffix == ".gz" else None
            self._sink = pa.output_stream(str(self._path), compression=kind)
            self._writer = csv.CSVWriter(
                self._sink, table.schema, write_options=csv.WriteOptions(quoting_style="needed")
            )
        self._writer.write(table)

    def __enter__(self) -> "TableWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._writer is not None:
            self._writer.close()
            self._sink.close()


def text(values: npt.ArrayLike, rows: Ints | None = None) -> pa.Array:
    """Texts, picked by row; an empty text or row -1 is an empty cell."""
    array = pa.array(np.asarray(values).tolist() if rows is not None else values, pa.string())
    if rows is not None:
        array = array.take(pa.array(rows, mask=rows < 0))
    return pc.if_else(pc.equal(array, ""), pa.scalar(None, pa.string()), array)


def number_text(base: int, offset: Ints) -> pa.Array:
    """Identifiers: a base plus a running number; negative offsets are empty cells."""
    return pa.array(base + offset, mask=offset < 0).cast(pa.string())


def decimal(scaled: Ints, scale: int) -> pa.Array:
    """Decimal numbers from whole ones that are ``10**scale`` times as large."""
    words = np.empty((len(scaled), 2), dtype=np.int64)
    words[:, 0] = scaled
    words[:, 1] = scaled >> 63
    kind = pa.decimal128(18, scale)
    return pa.Array.from_buffers(kind, len(scaled), [None, pa.py_buffer(words)]).cast(pa.string())


def money(cents: Ints) -> pa.Array:
    """Yuan with two places."""
    return decimal(cents, 2)


def time(
    minute: Ints, second: Ints | int = 0, empty: npt.NDArray[np.bool_] | None = None
) -> pa.Array:
    """Wall time from minutes of the year; empty where ``empty``."""
    moment = START.astype("datetime64[s]") + (minute * 60 + second).astype("timedelta64[s]")
    return pa.array(moment, mask=empty).cast(pa.string())


def date(day: Ints, empty: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """Date from days since the first of January."""
    return pa.array(START + day.astype("timedelta64[D]"), mask=empty).cast(pa.string())
