"""A filled DOCX as PDF/A: its paragraphs and tables, set with the embedded font.

The bureau's template rules the print: text, order, alignment, tables with merged cells. What a
legal form does not need (floating pictures, columns, fields) is left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from casework.events import Json
from evidence.dossier.typeset import Typeset, typeset

_ALIGN: Final = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
}
_BODY_SIZE: Final = 12.0
#: A paragraph or a table as the template of the print reads it.
Block = dict[str, Any]


def printed(filled: bytes, at: datetime) -> Typeset:
    """The PDF/A-2b of a filled form; `at` stands as its creation time."""
    document = docx.Document(io.BytesIO(filled))
    sheet: dict[str, Json] = {"title": _title(document), "blocks": list(_blocks(document))}
    return typeset("form", {**sheet, "foot": _foot(document)}, at)


def _foot(document: Document) -> list[Json]:
    """What stands at the foot of each page, as places for signature do; the page count is the print's."""
    foot = document.sections[0].footer
    if foot.is_linked_to_previous:
        return []
    return [block for block in _blocks(foot) if block["kind"] == "table" or block["runs"]]


def _title(document: Document) -> str:
    return next((p.text.strip() for p in document.paragraphs if p.text.strip()), "")


def _blocks(document: Document | _Cell | _Footer) -> Iterator[Block]:
    blocks = [
        _table(block) if isinstance(block, Table) else _paragraph(block)
        for block in document.iter_inner_content()
    ]
    for n, block in enumerate(blocks):
        between = _to_one_row(blocks, n)
        for kept in (block, *between) if between is not None else ():
            kept["keep"] = True
    yield from blocks


def _to_one_row(blocks: Sequence[Block], n: int) -> Sequence[Block] | None:
    """What stands between a table and the table of one row that goes on with it: nothing or an empty line.

    None where none does. Room for a signature alone on the last page would approve nothing.
    """
    if blocks[n]["kind"] != "table":
        return None
    end = n + 1
    if end < len(blocks) and blocks[end]["kind"] == "paragraph" and not blocks[end]["runs"]:
        end += 1
    goes_on = end < len(blocks) and blocks[end]["kind"] == "table" and len(blocks[end]["rows"]) == 1
    return blocks[n + 1 : end] if goes_on else None


def _paragraph(paragraph: Paragraph) -> Block:
    style: Any = paragraph.style
    base = style.font.size.pt if style is not None and style.font.size else _BODY_SIZE
    indent = paragraph.paragraph_format.first_line_indent
    runs: list[Json] = [
        {
            "text": run.text,
            "bold": bool(run.bold),
            "underline": bool(run.underline),
            "size": str(run.font.size.pt if run.font.size else base),
        }
        for run in paragraph.runs
        if run.text
    ]
    return {
        "kind": "paragraph",
        "align": _ALIGN.get(paragraph.alignment, "left") if paragraph.alignment else "left",
        "indent": bool(indent and indent > 0),
        "break": paragraph.paragraph_format.page_break_before is True,
        "keep": paragraph.paragraph_format.keep_with_next is True,
        "runs": runs,
    }


def _table(table: Table) -> Block:
    widths = [str(column.width.pt if column.width else 60) for column in table.columns]
    rows: list[Json] = []
    seen: list[Any] = []  # the elements themselves: their proxies compare only while alive
    for index, row in enumerate(table.rows):
        cells: list[Json] = []
        for cell in row.cells:
            if any(cell._tc is one for one in seen):
                continue
            seen.append(cell._tc)
            cells.append(
                {
                    "columns": cell._tc.right - cell._tc.left,
                    "rows": cell._tc.bottom - cell._tc.top if cell._tc.vMerge else 1,
                    "blocks": list(_blocks(cell)),
                }
            )
        height = row.height.pt if row.height else 0
        rows.append({"cells": cells, "height": str(height), "row": index})
    # Whoever signs last signs on the page of what stands before: the last two rows stay together.
    tail = 2 if len(rows) > 1 and not _spans(table) else 1
    return {"kind": "table", "widths": list(widths), "rows": rows, "tail": tail, "keep": False}


def _spans(table: Table) -> bool:
    """Whether some cell reaches over several rows: such a table is drawn in one piece."""
    return any(cell._tc.vMerge for row in table.rows[-3:] for cell in row.cells)
