"""A console answer as a workbook: the table, and the query with who asked it and what is missing."""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from graph.console.run import CypherTable
from graph.console.shown import Json
from graph.explore.present import SHANGHAI


def table_workbook(
    found: CypherTable, query: str, parameters: Mapping[str, Any], *, by: str, at: datetime
) -> bytes:
    """The bytes; personal data as masked as the table shows them."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "图谱查询结果", "author": by})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("结果")
        sheet.write_row(0, 0, found.columns, bold)
        for number, row in enumerate(found.rows, start=1):
            for column, cell in enumerate(row):
                sheet.write(number, column, _cell(cell))
        sheet.freeze_panes(1, 0)
        sheet.autofit()
        about = book.add_worksheet("查询")
        facts = {
            "查询": query.strip(),
            "参数": json.dumps(dict(parameters), ensure_ascii=False),
            "查询人": by,
            "时间": at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M"),
            "行数": str(len(found.rows)),
            "是否完整": "未取完，超出上限" if found.truncated else "完整",
        }
        for number, (name, value) in enumerate(facts.items()):
            about.write(number, 0, name, bold)
            about.write_string(number, 1, value)
    return buffer.getvalue()


def _cell(cell: Json) -> str | int | float | bool | None:
    """Numbers stay numbers; what has parts becomes its id, or JSON."""
    if isinstance(cell, dict) and isinstance(cell.get("id"), str):
        return str(cell["id"])
    if isinstance(cell, list | dict):
        return json.dumps(cell, ensure_ascii=False)[:32_000]
    # Excel keeps fifteen digits of a number.
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) >= 10**15:
        return str(cell)
    return cell
