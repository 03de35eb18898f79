"""A parameter that is a table: one row a line, its cells divided by |, read and compared row by row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from casework.law.citation import in_english
from casework.refusal import Refusal, refuse
from casework.wording import Both

#: More rows are no table that a bureau lays down.
MOST_ROWS: Final = 300
_EDGE: Final = re.compile(r"\s*[|｜]\s*")
Row = tuple[str, ...]
#: The first cells of a row that the law itself asks for, and which law.
Kept = tuple[Row, str]


@dataclass(frozen=True)
class Column:
    """What its cells may be; `values` names the possible ones (value, Chinese, English) where there are few.

    The column that is the `key` names its row: no two have the same. `ascending`: the cells grow from row to
    row. An `optional` cell may be empty. `unit` follows a cell where a whole row is told. What `says` another
    column in English stands in its place there. A cell is greater than that of the column that it is `above`.
    The value that is `last` stands in the last row alone, and the numbers of the rows before it never fall.
    """

    name: str
    zh: str
    en: str
    pattern: str
    hint: str = ""
    hint_en: str = ""
    values: tuple[tuple[str, str, str], ...] = ()
    key: bool = False
    ascending: bool = False
    optional: bool = False
    unit: str = ""
    unit_en: str = ""
    says: str = ""
    above: str = ""
    last: str = ""

    def kept(self, cell: str) -> str:
        """A cell as it is kept: of one with few values its value, whatever it was written by."""
        cell = " ".join(cell.split())
        return next((row[0] for row in self.values if cell in row), cell)

    def takes(self, cell: str) -> bool:
        """Whether a cell is possible."""
        if not cell:
            return self.optional
        if self.values:
            return any(cell == value for value, _, _ in self.values)
        return re.fullmatch(self.pattern, cell) is not None

    def said(self, cell: str) -> Both:
        """A cell as people read it below the name of its column."""
        return next(
            (Both(zh, en) for value, zh, en in self.values if value == cell), Both(cell, cell)
        )

    def told(self, cell: str) -> Both:
        """A cell as people read it in a sentence."""
        said = self.said(cell)
        return Both(f"{said.zh} {self.unit}".strip(), f"{said.en} {self.unit_en}".strip())


def columns_of(raw: Iterable[dict[str, Any]]) -> tuple[Column, ...]:
    """Read the columns of a parameter from its TOML."""
    return tuple(
        Column(**{**one, "values": tuple(tuple(v) for v in one.get("values", ()))}) for one in raw
    )


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Rows as the value of their parameter."""
    return "\n".join(" | ".join(row).rstrip(" |") for row in rows)


def rows_of(value: str, columns: Sequence[Column]) -> tuple[Row, ...]:
    """The cells of each row, empty ones at its end included; nothing is checked."""
    found = []
    for line in filter(None, (one.strip() for one in value.splitlines())):
        cells = _EDGE.split(line)
        cells += [""] * (len(columns) - len(cells))
        found.append(
            (*(c.kept(x) for c, x in zip(columns, cells, strict=False)), *cells[len(columns) :])
        )
    return tuple(found)


def records(value: str, *names: str) -> tuple[dict[str, str], ...]:
    """The rows of a kept value, each cell by the name of its column."""
    rows = (_EDGE.split(line) for line in value.splitlines())
    return tuple(
        dict(zip(names, [*row, *[""] * len(names)][: len(names)], strict=True)) for row in rows
    )


def read_table(
    value: str, columns: Sequence[Column], of: Both, keeps: Iterable[Kept] = ()
) -> tuple[Row, ...]:
    """The rows of a value. Refuses BAD_VALUE with the row, the cell and what it may be; or what `keeps` misses."""
    rows = rows_of(value, columns)
    if not 0 < len(rows) <= MOST_ROWS:
        raise _bad(of, f"应有 1 至 {MOST_ROWS} 行", f"from 1 to {MOST_ROWS} rows")
    for n, row in enumerate(rows, 1):
        if len(row) > len(columns):
            raise _bad(
                of,
                f"第 {n} 行多于 {len(columns)} 栏",
                f"row {n} has more than {len(columns)} cells",
            )
        for column, cell in zip(columns, row, strict=True):
            if not column.takes(cell):
                raise _bad(
                    of, f"第 {n} 行“{column.zh}”{column.hint}",
                    f"row {n}, '{column.en}': {column.hint_en}",
                )  # fmt: skip
        _above(of, n, row, columns)
    for i, column in enumerate(columns):
        _whole(of, column, [row[i] for row in rows])
    for cells, law in keeps:
        if cells not in {row[: len(cells)] for row in rows}:
            own = "、".join(f"“{c.zh}”" for c in columns[1 : len(cells)])
            own_en = ", ".join(f"'{c.en}'" for c in columns[1 : len(cells)])
            raise _bad(
                of, f"“{cells[0]}”是法定情形（{law}），不能删去，{own}应与法定一致：{' | '.join(cells)}",
                f"'{cells[0]}' is laid down by law ({in_english(law)}): it cannot go, and {own_en} "
                f"stay: {' | '.join(cells)}",
            )  # fmt: skip
    return rows


def _above(of: Both, n: int, row: Row, columns: Sequence[Column]) -> None:
    by_name = {c.name: (c, cell) for c, cell in zip(columns, row, strict=True)}
    for column, cell in by_name.values():
        if column.above and Decimal(cell) <= Decimal(by_name[column.above][1]):
            low = by_name[column.above][0]
            raise _bad(
                of, f"第 {n} 行“{column.zh}”应大于“{low.zh}”",
                f"row {n}, '{column.en}' has to be greater than '{low.en}'",
            )  # fmt: skip


def _whole(of: Both, column: Column, cells: Sequence[str]) -> None:
    """No row twice; what grows, grows."""
    if column.key and len(set(cells)) < len(cells):
        twice = next(cell for cell in cells if cells.count(cell) > 1)
        raise _bad(of, f"{column.zh} {twice} 出现了两次", f"{column.en} {twice} stands there twice")
    if column.ascending and any(Decimal(a) >= Decimal(b) for a, b in pairwise(cells)):
        raise _bad(of, f"“{column.zh}”应逐行增加", f"'{column.en}' has to grow from row to row")
    if column.last:
        _to_the_last(of, column, cells)


def _to_the_last(of: Both, column: Column, cells: Sequence[str]) -> None:
    """What is worst stands at the end, and nothing gets lighter on the way to it."""
    said, before = column.said(column.last), cells[:-1]
    if column.last in before:
        raise _bad(
            of, f"“{column.zh}”为“{said.zh}”的应为最后一行",
            f"'{column.en}': {said.en} stands in the last row alone",
        )  # fmt: skip
    numbers = [Decimal(cell) for cell in cells if cell != column.last]
    if any(a > b for a, b in pairwise(numbers)):
        raise _bad(
            of, f"“{column.zh}”不得逐行减轻", f"'{column.en}' does not get lighter from row to row"
        )


def from_sheet(
    sheet: Sequence[Sequence[str]], columns: Sequence[Column], of: Both
) -> tuple[Row, ...]:
    """The rows of a sheet whose first row names the columns, in either language; nothing else is checked.

    Refuses BAD_VALUE where a column is missing, or a cell holds what divides cells.
    """
    head = [cell.strip() for cell in sheet[0]] if sheet else []
    places = {c.name: i for c in columns for i, cell in enumerate(head) if cell in (c.zh, c.en)}
    missing = [c for c in columns if c.name not in places and not c.optional]
    if missing:
        raise _bad(
            of, f"第一行应为列名，缺少：{'、'.join(c.zh for c in missing)}",
            f"the first row names the columns; missing: {', '.join(c.en for c in missing)}",
        )  # fmt: skip
    found = []
    for n, line in enumerate(sheet[1:], 2):
        at = [places.get(c.name, len(line)) for c in columns]
        cells = [line[i] if i < len(line) else "" for i in at]
        if any(_EDGE.search(cell) for cell in cells):
            raise _bad(of, f"第 {n} 行含有“|”", f"row {n} has a |")
        if any(cell.strip() for cell in cells):
            found.append(tuple(c.kept(cell) for c, cell in zip(columns, cells, strict=True)))
    if len(found) > MOST_ROWS:
        raise _bad(of, f"应有 1 至 {MOST_ROWS} 行", f"from 1 to {MOST_ROWS} rows")
    return tuple(found)


def told(row: Sequence[str], columns: Sequence[Column]) -> Both:
    """A row in one line, without its empty cells."""
    english = {c.says: x for c, x in zip(columns, row, strict=True) if c.says and x}
    named = [(c, c.told(x)) for c, x in zip(columns, row, strict=True) if x and not c.says]
    zh = " ".join(one.zh for _, one in named)
    return Both(zh, " ".join(english.get(c.name, one.en) for c, one in named))


def shown(value: str, columns: Sequence[Column]) -> tuple[str, str]:
    """All rows as people read them."""
    lines = [told(row, columns) for row in rows_of(value, columns)]
    return "；".join(one.zh for one in lines), "; ".join(one.en for one in lines)


def changed_rows(before: str, after: str, columns: Sequence[Column]) -> list[tuple[str, str]]:
    """What rows come, go and change from one value to another, and how many stay."""
    key = next(i for i, column in enumerate(columns) if column.key)
    old, new = (
        {row[key]: told(row, columns) for row in rows_of(v, columns)} for v in (before, after)
    )
    found = [(f"新增：{new[k].zh}", f"New: {new[k].en}") for k in new if k not in old]
    found += [
        (f"改动：{old[k].zh} → {new[k].zh}", f"Changed: {old[k].en} → {new[k].en}")
        for k in new
        if k in old and old[k] != new[k]
    ]
    found += [(f"删去：{old[k].zh}", f"Gone: {old[k].en}") for k in old if k not in new]
    same = sum(1 for k in new if old.get(k) == new[k])
    return [*found, (f"不变：{same} 行", f"Unchanged: {same} rows")]


def _bad(of: Both, why: str, why_en: str) -> Refusal:
    return refuse("BAD_VALUE", field=of.zh, field_en=of.en, why=why, why_en=why_en)
