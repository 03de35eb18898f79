"""Columns of the canonical tables as Arrow arrays, typed as the interface types them."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from claims.county.calendar import START
from claims.county.stream import Ints

MDTRT_BASE: Final = 349_925_202_500_000_000
SETL_BASE: Final = 349_925_202_600_000_000
REFUND_BASE: Final = 349_925_202_700_000_000
LINE_BASE: Final = 349_925_000_000_000_000
# Lines are numbered by block, so that no block waits for the one before it.
LINES_PER_BLOCK: Final = 10_000_000


def text(values: npt.ArrayLike, rows: Ints | None = None) -> pa.Array:
    """Texts, picked by row; an empty text or row -1 is an empty cell."""
    array = pa.array(values, pa.string())
    if rows is not None:
        array = array.take(pa.array(rows, mask=rows < 0))
    return pc.if_else(pc.equal(array, ""), pa.scalar(None, pa.string()), array)


def number_text(base: int, offset: Ints) -> pa.Array:
    """Identifiers: a base plus a running number; negative offsets are empty cells."""
    return pa.array(base + offset, mask=offset < 0).cast(pa.string())


def constant(value: str, n: int) -> pa.Array:
    """The same text in each of ``n`` rows."""
    return pa.repeat(pa.scalar(value, pa.string()), n)


def picked(texts: pa.Array, rows: Ints) -> pa.Array:
    """Texts of a large table by row; row -1 is an empty cell."""
    return texts.take(pa.array(rows, mask=rows < 0))


def decimal(scaled: Ints, scale: int) -> pa.Array:
    """Decimal numbers from whole ones that are ``10**scale`` times as large."""
    words = np.empty((len(scaled), 2), dtype=np.int64)
    words[:, 0] = scaled
    words[:, 1] = scaled >> 63
    kind = pa.decimal128(18, scale)
    return pa.Array.from_buffers(kind, len(scaled), [None, pa.py_buffer(words)])


def money(cents: Ints) -> pa.Array:
    """Yuan with two places."""
    return decimal(cents, 2)


def time(
    minute: Ints, second: Ints | int = 0, empty: npt.NDArray[np.bool_] | None = None
) -> pa.Array:
    """Wall time from minutes of the year; empty where ``empty``."""
    moment = START.astype("datetime64[s]") + (minute * 60 + second).astype("timedelta64[s]")
    return pa.array(moment, mask=empty)


def date(day: Ints, empty: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """Date from days since the first of January."""
    return pa.array(START + day.astype("timedelta64[D]"), mask=empty)
