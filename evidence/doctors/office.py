"""A list of restorations for office programs: the same document as DOCX, and its rows as XLSX."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from casework.points.state import PointsState
from casework.restoration.state import Restoration
from evidence.doctors.restoration import HEADS, NOTE, line
from evidence.forms.package import settled

Rows = Sequence[tuple[PointsState, Restoration | None]]
TITLE: Final = "医保支付资格恢复审核名单"
#: Of an A4 sheet lying down, in mm, as wide as in print.
WIDTHS: Final = (12, 22, 32, 34, 18, 14, 36, 36, 36, 24)


def list_docx(number: str, title: str, rows: Rows, bureau: str, on: date) -> bytes:
    """The list as a document that can be edited; the same bytes for the same rows."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    style: Any = made.styles["Normal"]
    style.font.name, style.font.size = "仿宋", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    head = made.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = head.add_run(TITLE)
    run.bold, run.font.size = True, Pt(18)
    made.add_paragraph(f"{title}（编号：{number}）")
    table = made.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, HEADS, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for n, (file, one) in enumerate(rows, 1):
        for cell, words in zip(table.add_row().cells, line(n, file, one, on), strict=True):
            cell.text = words
    for column, width in zip(table.columns, WIDTHS, strict=True):
        for cell in column.cells:
            cell.width = Mm(width)
    made.add_paragraph(NOTE)
    end = made.add_paragraph(f"{bureau}（印章）\n　　年　　月　　日")
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = io.BytesIO()
    made.save(out)
    return settled(out.getvalue())


def list_xlsx(number: str, title: str, rows: Rows, on: date) -> bytes:
    """The rows as a sheet; what people wrote stays text and is never a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    sheet.append([f"{TITLE}　{title}　{number}"])
    sheet.append(list(HEADS))
    for n, (file, one) in enumerate(rows, 1):
        for column, words in enumerate(line(n, file, one, on), 1):
            cell = sheet.cell(row=n + 2, column=column, value=words)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / 1.8
    for bold in (*sheet[1], *sheet[2]):
        bold.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
