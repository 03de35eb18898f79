"""Write tables as CSV, gzip or Parquet: blocks as parts anywhere, parts into files in order."""

import shutil
import zlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

_LEVEL: Final = 1
_GZIP: Final = 31
_TEXT = (pa.types.is_decimal, pa.types.is_temporal)


class Format(StrEnum):
    """How tables are written; the value is the ending of the file."""

    CSV = "csv"
    GZIP = "csv.gz"
    PARQUET = "parquet"


def write_part(columns: Mapping[str, pa.Array], path: Path, form: Format, *, header: bool) -> None:
    """Write rows as a part of a file; a gzip part is a member of its own, so that parts can be put
    together by their bytes."""
    table = pa.table(dict(columns))
    if form is Format.PARQUET:
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)
        return
    options = csv.WriteOptions(include_header=header, quoting_style="needed")
    with pa.BufferOutputStream() as sink:
        csv.write_csv(_as_text(table), sink, options)
        data = sink.getvalue()
    with path.open("wb") as file:
        file.write(_packed(data) if form is Format.GZIP else data)


def _packed(data: pa.Buffer) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(data) + packer.flush()


def _as_text(table: pa.Table) -> pa.Table:
    """Amounts and times as the interface writes them."""
    fields = [
        pa.field(f.name, pa.string()) if any(test(f.type) for test in _TEXT) else f
        for f in table.schema
    ]
    return table.cast(pa.schema(fields))


class TableFile:
    """One file of a table, put together from parts in their order."""

    def __init__(self, path: Path, form: Format) -> None:
        self._path, self._form = path, form
        self._file: BinaryIO | None = None
        self._writer: Any = None

    def add(self, part: Path) -> None:
        """Append a part and remove it."""
        if self._form is Format.PARQUET:
            with pa.memory_map(str(part)) as source:
                self._encode(pa.ipc.open_file(source).read_all())
        else:
            self._file = self._file or self._path.open("wb")
            with part.open("rb") as source:
                shutil.copyfileobj(source, self._file, 1 << 20)
        part.unlink()

    def _encode(self, table: pa.Table) -> None:
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._path, table.schema, compression="zstd")
        self._writer.write_table(table)

    def __enter__(self) -> "TableFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for open_ in (self._writer, self._file):
            if open_ is not None:
                open_.close()
