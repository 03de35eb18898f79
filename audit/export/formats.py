"""CSV, XLSX and JSON: each takes rows one by one, so that memory does not grow with them."""

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import UTC
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from audit.export.columns import AMOUNTS, COLUMNS, NUMBERS, Stamp, harmless

Row = Mapping[str, Any]
# Limits of the XLSX format: rows of a sheet, characters of a cell.
SHEET_ROWS: Final = 1_048_576
CELL_CHARACTERS: Final = 32_767
_NAMES: Final = [column.name for column in COLUMNS]


def write_csv(path: Path, rows: Iterable[Row], _stamp: Stamp) -> int:
    """CSV with a byte-order mark, without which WPS and Excel take UTF-8 for a local encoding."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_NAMES)
        for row in rows:
            writer.writerow([harmless(row[name]) for name in _NAMES])
            count += 1
    return count


def write_json(path: Path, rows: Iterable[Row], stamp: Stamp) -> int:
    """One JSON object: the stamp, then `findings`, then their number. Amounts are strings."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        head = json.dumps({**stamp.cells, "masked": stamp.viewer.masked}, ensure_ascii=False)
        file.write(head[:-1] + ', "findings": [')
        for count, row in enumerate(rows, 1):
            file.write(",\n" if count > 1 else "\n")
            json.dump(dict(row), file, ensure_ascii=False, default=str)
        file.write(f'\n], "count": {count}}}\n')
    return count


def write_xlsx(path: Path, rows: Iterable[Row], stamp: Stamp) -> int:
    """A workbook with Chinese headers above field names; a full sheet is followed by another."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    count = 0
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "疑点清单", "author": stamp.cells["exported_by"],
                             "comments": stamp.cells["purpose"],
                             "created": stamp.at.astimezone(UTC)})  # fmt: skip
        money = book.add_format({"num_format": "#,##0.00"})
        sheet = _new_sheet(book, 1, stamp)
        line = HEADER_ROWS
        for row in rows:
            if line >= SHEET_ROWS:
                sheet = _new_sheet(book, len(book.worksheets()) + 1, stamp)
                line = HEADER_ROWS
            _write_row(sheet, line, row, money)
            line, count = line + 1, count + 1
    return count


HEADER_ROWS: Final = 3


def _new_sheet(book: Any, number: int, stamp: Stamp) -> Any:
    """A sheet with the stamp, Chinese headers and field names, frozen above the data."""
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
    sheet = book.add_worksheet(f"疑点{number}")
    told = stamp.cells
    sheet.write_string(
        0,
        0,
        f"导出人：{told['exported_by']}  导出时间：{told['exported_at']}  用途：{told['purpose']}",
    )
    # Constant memory lets rows be written in order only: a row is gone when the next one begins.
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width)
        sheet.write_string(1, index, column.title, bold)
    for index, column in enumerate(COLUMNS):
        sheet.write_string(2, index, column.name, bold)
    sheet.freeze_panes(HEADER_ROWS, 1)
    return sheet


def _write_row(sheet: Any, line: int, row: Row, money: Any) -> None:
    for index, name in enumerate(_NAMES):
        cell = row[name]
        if name in NUMBERS and isinstance(cell, int | Decimal):
            sheet.write_number(line, index, cell, money if name in AMOUNTS else None)
        elif cell not in (None, ""):
            text = harmless(str(cell))
            if len(text) > CELL_CHARACTERS:
                text = text[: CELL_CHARACTERS - 12] + "……（已截断）"
            sheet.write_string(line, index, text)
