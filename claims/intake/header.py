"""What a file's first line says: its columns, or that another delimiter cuts it."""

import csv
from collections import Counter
from collections.abc import Collection
from pathlib import Path

import duckdb

from claims.errors import EncodingUnknown, FileDamaged, HeaderInvalid
from claims.intake.limits import ImportLimits
from claims.intake.reading import Reader, Sealed
from claims.views import quoted

OTHER_DELIMITERS = {"\t": "制表符 Tab", ";": "分号 ;", "|": "竖线 |", "^": "^", "，": "全角逗号"}
MAX_HEADER = 1 << 20


def read_header(sealed: Sealed, limits: ImportLimits) -> tuple[str, ...]:
    """The column names as written, before anything else of the file is read.

    Raises `HeaderInvalid` when empty, `EncodingUnknown`, `FileDamaged`, `FileTooLarge`.
    """
    if sealed.file.ending == ".parquet":
        return _parquet_columns(sealed)
    first = _first_line(Reader(sealed, limits))
    for encoding in ("utf-8", "gb18030"):
        try:
            line = first.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise _undecodable(sealed.name)
    names = tuple(cell.strip() for cell in next(csv.reader([line]), []))
    if not any(names):
        raise HeaderInvalid(
            f"{sealed.name} 是空文件或缺少表头；第一行应为字段名",
            f"{sealed.name} is empty or has no header; line 1 must hold field names",
        )
    return names


def _first_line(reader: Reader) -> bytes:
    held = b""
    for chunk in reader.text():
        held += chunk
        if b"\n" in held or len(held) > MAX_HEADER:
            break
    return held.partition(b"\n")[0][:MAX_HEADER]


def _undecodable(name: str) -> EncodingUnknown:
    return EncodingUnknown(
        f"{name} 第 1 行的编码既不是 UTF-8 也不是 GB18030；请以 UTF-8 重新导出",
        f"{name}, line 1: neither UTF-8 nor GB18030; export it again as UTF-8",
    )


def check_header(name: str, header: tuple[str, ...], required: Collection[str]) -> None:
    """Raise `HeaderInvalid` for a missing required column, a repeated one, a wrong delimiter.

    Names compare without regard to case.
    """
    lowered = [column.lower() for column in header]
    missing = [column for column in required if column.lower() not in lowered]
    if missing:
        raise _delimiter(name, header, required) or _missing(name, missing)
    twice = sorted(column for column, n in Counter(lowered).items() if n > 1 and column)
    if twice:
        raise HeaderInvalid(
            f"{name} 的表头重复：{'、'.join(twice)}；每个字段只能出现一次",
            f"{name} repeats columns in its header: {', '.join(twice)}",
        )


def _delimiter(
    name: str, header: tuple[str, ...], required: Collection[str]
) -> HeaderInvalid | None:
    line = ",".join(header)
    for delimiter, title in OTHER_DELIMITERS.items():
        cells = {cell.strip().strip('"').lower() for cell in line.split(delimiter)}
        if len(cells) > 1 and all(column.lower() in cells for column in required):
            return HeaderInvalid(
                f"{name} 用{title}分隔字段；请改用英文逗号分隔后再导入",
                f"{name} separates its fields by {delimiter!r}; export it with commas",
            )
    return None


def _missing(name: str, missing: list[str]) -> HeaderInvalid:
    return HeaderInvalid(
        f"{name} 缺少必需的列：{'、'.join(missing)}；没有导入任何数据",
        f"{name} lacks required columns: {', '.join(missing)}; nothing was imported",
    )


def _parquet_columns(sealed: Sealed) -> tuple[str, ...]:
    try:
        with duckdb.connect() as connection:
            return tuple(name for name, _ in parquet_kinds(connection, sealed.file.path))
    except duckdb.Error as error:
        raise damaged_parquet(sealed.name, error) from None


def parquet_kinds(connection: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[str, str]]:
    """The columns of a Parquet file, each with the kind that the file keeps it as."""
    found = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({quoted(str(path))})")
    return [(str(row[0]), str(row[1])) for row in found.fetchall()]


def damaged_parquet(name: str, error: Exception) -> FileDamaged:
    """The error for a Parquet file that cannot be read."""
    why = str(error).splitlines()[0][:200]
    return FileDamaged(
        f"{name} 不是完整的 Parquet 文件（{why}）；请重新导出",
        f"{name} is no complete Parquet file ({why}); export it again",
    )
