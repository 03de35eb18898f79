"""Read an XLSX workbook into rows of text, within limits, and import it as a course."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import neo4j
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, WriteOnlyCell

from casework.actors import Actor
from casework.commands.courses import ImportCourse
from casework.courses.rows import BANK, INFO, PAGES, read_course
from casework.events import Event
from casework.refusal import refuse
from graph.commands import execute

MOST_BYTES: Final = 20 * 2**20
MOST_UNPACKED: Final = 200 * 2**20
MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 40


def read_workbook(
    body: bytes, sheets: tuple[str, ...] = (INFO, PAGES, BANK)
) -> dict[str, list[list[str]]]:
    """Return the text of the sheets we know, row by row; without any of the first one. Refuses BAD_VALUE.

    Formulas are taken with their last value; nothing in the file is executed or fetched.
    """
    if len(body) > MOST_BYTES:
        raise refuse(
            "BAD_VALUE",
            field="工作簿",
            field_en="the workbook",
            why="文件超过 20 MB",
            why_en="the file is larger than 20 MB",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise refuse(
                    "BAD_VALUE",
                    field="工作簿",
                    field_en="the workbook",
                    why="展开后超过 200 MB",
                    why_en="more than 200 MB when unpacked",
                )
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        try:
            return {
                name: [
                    ["" if cell is None else str(cell) for cell in row]
                    for row in book[name].iter_rows(
                        max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True
                    )
                ]
                for name in sheets or tuple(sheet.title for sheet in book.worksheets[:1])
                if name in book.sheetnames
            }
        finally:
            book.close()
    except (
        zipfile.BadZipFile,
        LookupError,
        AttributeError,
        ValueError,
        TypeError,
        OSError,
        SyntaxError,
    ) as error:
        raise refuse(
            "BAD_VALUE",
            field="工作簿",
            field_en="the workbook",
            why="不是可读的 XLSX 文件",
            why_en="not a readable XLSX file",
        ) from error


def course_of(body: bytes, file_name: str) -> ImportCourse:
    """Read a workbook as the command that imports it; rejected rows travel along."""
    parsed = read_course(read_workbook(body))
    return ImportCourse(
        course_id=parsed.course_id,
        title=parsed.title,
        hours=parsed.hours,
        pages=parsed.pages,
        questions=parsed.questions,
        rejects=parsed.rejects,
        file_name=file_name,
        sha256=hashlib.sha256(body).hexdigest(),
    )


#: The sheets of an empty workbook: headings, and one row each that shows how to fill them.
TEMPLATE: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    INFO: (
        ("项目", "内容"),
        ("课程编号", "YB-2026-01"),
        ("课程名称", "（课程名称）"),
        ("学时", "2"),
    ),
    PAGES: (("章节", "标题", "正文"), ("第一章", "（标题）", "（正文，可分段）")),
    BANK: (
        ("题号", "题型", "题干", "A", "B", "C", "D", "E", "F", "答案", "依据"),
        ("1", "单选", "（题干）", "甲", "乙", "丙", "丁", "", "", "A", "（法规条款）"),
        ("2", "多选", "（题干）", "甲", "乙", "丙", "", "", "", "AC", ""),
        ("3", "判断", "（题干）", "", "", "", "", "", "", "对", ""),
    ),
}


def template() -> bytes:
    """Return an empty workbook in the form that `course_of` reads."""
    return book_of(TEMPLATE)


def book_of(sheets: Mapping[str, Iterable[Sequence[str]]]) -> bytes:
    """A workbook of rows of text by the names of its sheets; a text that begins like a formula is a text."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_text(sheet, cell) for cell in row])
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def _text(sheet: Any, value: str) -> Cell:
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


async def import_course(
    driver: neo4j.AsyncDriver, body: bytes, file_name: str, actor: Actor, at: datetime
) -> Event:
    """Import a workbook as the next version of its course; returns the event with its numbers."""
    events = await execute(driver, course_of(body, file_name), actor, at)
    return events[0]
