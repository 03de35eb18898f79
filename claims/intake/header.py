"""What a file's first line says: its columns, or that another delimiter cuts it."""

import csv
from collections import Counter
from collections.abc import Collection

import duckdb

from claims.errors import FileDamaged, HeaderInvalid
from claims.intake.staging import Staged
from claims.views import quoted

OTHER_DELIMITERS = {"\t": "制表符 Tab", ";": "分号 ;", "|": "竖线 |", "^": "^", "，": "全角逗号"}
MAX_HEADER = 1 << 20


def read_header(staged: Staged) -> tuple[str, ...]:
    """The column names as written. Raises `HeaderInvalid` when empty, `FileDamaged` for Parquet."""
    if staged.encoding == "parquet":
        return _parquet_columns(staged)
    with staged.path.open(encoding="utf-8", newline="") as reader:
        first = reader.readline(MAX_HEADER)
    names = tuple(cell.strip() for cell in next(csv.reader([first.rstrip("\r\n")]), []))
    if not any(names):
        raise HeaderInvalid(
            f"{staged.file.path.name} 是空文件或缺少表头；第一行应为字段名",
            f"{staged.file.path.name} is empty or has no header; line 1 must hold field names",
        )
    return names


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


def _parquet_columns(staged: Staged) -> tuple[str, ...]:
    try:
        with duckdb.connect() as connection:
            found = connection.execute(
                f"DESCRIBE SELECT * FROM read_parquet({quoted(str(staged.path))})"
            ).fetchall()
    except duckdb.Error as error:
        raise damaged_parquet(staged.file.path.name, error) from None
    return tuple(str(row[0]) for row in found)


def damaged_parquet(name: str, error: Exception) -> FileDamaged:
    """The error for a Parquet file that cannot be read."""
    why = str(error).splitlines()[0][:200]
    return FileDamaged(
        f"{name} 不是完整的 Parquet 文件（{why}）；请重新导出",
        f"{name} is no complete Parquet file ({why}); export it again",
    )
