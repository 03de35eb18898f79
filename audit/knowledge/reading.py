"""Reading and checking a knowledge file: all its faults at once, named by line."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from audit.errors import KnowledgeInvalid
from audit.knowledge.tables import EMPTY, TABLES, Field, KnowledgeTable

MAX_BYTES = 64 * 1024 * 1024
SHOWN = 20
Parsed = dict[str, object]


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises `KnowledgeInvalid` when it is missing, empty or too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _invalid([f"文件大于 {MAX_BYTES // 1024 // 1024} MB，请拆分后导入"])
        content = path.read_bytes()
    except OSError as error:
        raise _invalid([f"无法读取 {path}：{error.strerror}"]) from error
    if not content.strip():
        raise _invalid([f"{path} 是空文件"])
    return content


def parse(content: bytes, table: str | None = None) -> tuple[KnowledgeTable, list[Parsed]]:
    """Parse CSV bytes (UTF-8 or GB18030); the header tells the table unless `table` names it.

    Raises `KnowledgeInvalid` listing line, column and reason of up to 20 faults.
    """
    reader = csv.DictReader(io.StringIO(_decode(content), newline=""), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or []]
        reader.fieldnames = header
        declared = _table_of(header, table)
        rows, faults = _rows(declared, reader)
    except csv.Error as error:
        raise _invalid([f"第 {reader.line_num} 行不是合法的 CSV：{error}"]) from error
    faults += _clashes(declared, rows)
    if faults:
        raise _invalid(faults)
    if not rows:
        raise _invalid(["文件只有表头，没有任何一行知识"])
    return declared, [row for _, row in rows]


def _decode(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _invalid(["文字编码既不是 UTF-8 也不是 GB18030，请另存为 UTF-8 的 CSV"])


def _table_of(header: Sequence[str], wanted: str | None) -> KnowledgeTable:
    """The table whose columns the header is; the order does not matter."""
    if wanted is not None and wanted not in TABLES:
        raise _invalid([f"没有名为“{wanted}”的知识表，可用：{'、'.join(TABLES)}"])
    for table in (TABLES[wanted],) if wanted else TABLES.values():
        if {f.name for f in table.all_fields} == set(header):
            return table
    hints = (f"{t.name}：{','.join(f.name for f in t.all_fields)}" for t in TABLES.values())
    raise _invalid(["表头与任何知识表都不一致，应为以下之一", *hints])


def _rows(
    table: KnowledgeTable, reader: "csv.DictReader[str]"
) -> tuple[list[tuple[int, Parsed]], list[str]]:
    rows: list[tuple[int, Parsed]] = []
    faults: list[str] = []
    for raw in reader:
        row: Parsed = {}
        if None in raw or None in raw.values():
            faults.append(f"第 {reader.line_num} 行列数与表头不一致")
            continue
        for field in table.all_fields:
            try:
                row[field.name] = _cell(field, raw[field.name].strip())
            except ValueError as error:
                faults.append(f"第 {reader.line_num} 行“{field.title}”（{field.name}）：{error}")
        rows.append((reader.line_num, row))
    return rows, faults


def _cell(field: Field, cell: str) -> object:
    if cell == EMPTY:
        if field.optional:
            return None
        raise ValueError("不能为空")
    return field.read(cell)


def _clashes(table: KnowledgeTable, rows: Iterable[tuple[int, Parsed]]) -> list[str]:
    """Rows of one key whose valid days overlap: a price would have two answers on one day."""
    by_key: dict[tuple[object, ...], list[tuple[date, date, int]]] = defaultdict(list)
    faults = []
    for line, row in rows:
        begins, ends = row.get("valid_from"), row.get("valid_to") or date.max
        if not isinstance(begins, date) or not isinstance(ends, date):
            continue
        if begins > ends:
            faults.append(f"第 {line} 行失效日早于生效日")
        by_key[tuple(row.get(name) for name in table.key)].append((begins, ends, line))
    for spans in by_key.values():
        spans.sort()
        for (_, ends, first), (begins, _, second) in pairwise(spans):
            if begins <= ends:
                faults.append(f"第 {second} 行与第 {first} 行是同一条知识，有效期重叠")
    return faults


def _invalid(faults: Sequence[str]) -> KnowledgeInvalid:
    more = f"\n……共 {len(faults)} 处" if len(faults) > SHOWN else ""
    return KnowledgeInvalid(
        "知识文件未导入：\n" + "\n".join(faults[:SHOWN]) + more,
        f"the knowledge file was not imported, {len(faults)} fault(s):\n"
        + "\n".join(faults[:SHOWN]),
    )


def as_tuples(table: KnowledgeTable, rows: Iterable[Mapping[str, object]]) -> list[list[object]]:
    """Rows in the declared order of columns, columns left out being NULL."""
    return [[row.get(field.name) for field in table.all_fields] for row in rows]
