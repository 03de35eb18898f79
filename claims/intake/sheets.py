"""A bureau's own workbook as the CSV text that the rest of the intake reads."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from claims.errors import FileDamaged

ROWS = 5_000
# How openpyxl says that a file is none of its own, or broken.
NO_WORKBOOK = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, EOFError)


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook in order. Raises `FileDamaged`."""
    book = _open(path)
    try:
        return list(book.sheetnames)
    finally:
        book.close()


def unpacked_bytes(path: Path) -> int:
    """What the workbook says it unpacks to, before anything is unpacked. Raises `FileDamaged`."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile as error:
        raise damaged_workbook(path, error) from None


def sheet_text(path: Path, sheet: str) -> Iterator[bytes]:
    """The rows of a sheet as UTF-8 CSV, some thousand at a time; empty rows stay empty lines, so
    that line numbers are row numbers. Raises `FileDamaged`."""
    book = _open(path)
    try:
        held, width = io.StringIO(), 0
        writer = csv.writer(held, lineterminator="\n")
        for number, row in enumerate(book[sheet].iter_rows(values_only=True), 1):
            cells = [_cell(value) for value in row]
            width = width or len(_trimmed(cells))
            kept = (cells + [""] * width)[:width]
            if any(kept):
                writer.writerow(kept)
            else:
                held.write("\n")
            if number % ROWS == 0:
                yield held.getvalue().encode()
                held.seek(0)
                held.truncate()
        yield held.getvalue().encode()
    except NO_WORKBOOK as error:
        raise damaged_workbook(path, error) from None
    finally:
        book.close()


def _open(path: Path) -> Any:
    try:
        return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except NO_WORKBOOK as error:
        raise damaged_workbook(path, error) from None


def _trimmed(cells: list[str]) -> list[str]:
    """A header without the empty cells behind it: sheets are often wider than their table."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _cell(value: Any) -> str:
    """What the cell shows, not how a machine holds it: no ``.0`` behind codes, no exponents."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").strip()


def damaged_workbook(path: Path, error: Exception) -> FileDamaged:
    """The error for what is no readable workbook."""
    return FileDamaged(
        f"{path.name} 不是可读的 Excel 工作簿（{error}）；请另存为 .xlsx 后重新传送",
        f"{path.name} is no readable workbook ({error}); save it as .xlsx and transfer it again",
    )
