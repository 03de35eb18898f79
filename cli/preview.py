"""`jicha import --preview`: what an import would store, before anything is imported."""

from datetime import datetime
from pathlib import Path
from typing import Any

from audit.export.cells import masked_cells
from claims.intake.preview import Fault, PreviewFile, PreviewTable, preview
from claims.tables import TABLES
from cli.language import held, say
from cli.output import Output


def show_preview(out: Output, home: Path, directory: Path, profile: str, at: datetime) -> None:
    """The first 100 rows of each file under a profile, persons masked. Raises what `preview` raises."""
    files, ignored = preview(home, directory, profile, at)
    lines = [line for file in files for line in _file(file)]
    if ignored:
        names = say("、", ", ").join(ignored)
        lines.append(say(f"不会导入的文件：{names}", f"files that are not imported: {names}"))
    out.result({"files": [_as_json(file) for file in files], "ignored": ignored}, "\n".join(lines))


def _as_json(file: PreviewFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "source": file.source,
        "encoding": file.encoding,
        "unknown_columns": file.unknown_columns,
        "broken_lines": file.broken_lines,
        "problem": {"zh": file.problem_zh, "en": file.problem_en} if file.problem_zh else None,
        "tables": [
            {
                "table": table.table,
                "columns": table.columns,
                "rows": masked_cells(table.columns, table.rows),
                "problems": [
                    one and {"column": one.column, "code": one.code, "zh": one.zh, "en": one.en}
                    for one in table.problems
                ],
            }
            for table in file.tables
        ],
    }


def _file(file: PreviewFile) -> list[str]:
    if file.problem_zh:
        return [f"{file.name}{say('：', ': ')}{say(file.problem_zh, file.problem_en or '')}"]
    said = [say(f"编码 {file.encoding}", f"encoding {file.encoding}")]
    if file.unknown_columns:
        names = ", ".join(file.unknown_columns)
        said.append(say(f"未使用的列 {names}", f"columns not used: {names}"))
    if file.broken_lines:
        numbers = ", ".join(map(str, file.broken_lines))
        said.append(say(f"无法分列的行 {numbers}", f"lines that are no rows: {numbers}"))
    head = f"{file.name}{held(say('，', '; ').join(said))}"
    return [head, *(line for table in file.tables for line in _table(table))]


def _table(table: PreviewTable) -> list[str]:
    faulty = sum(one is not None for one in table.problems)
    title = say(TABLES[table.table].title, table.table)
    count = say(
        f"  {title}：前 {len(table.rows)} 行，其中 {faulty} 行会被拒收",
        f"  {title}: first {len(table.rows)} rows, {faulty} of them would be rejected",
    )
    rows = masked_cells(table.columns, table.rows)
    lines = [count, "    " + "  ".join(table.columns)]
    for cells, fault in zip(rows, table.problems, strict=True):
        lines.append("    " + "  ".join(cell or "—" for cell in cells))
        if fault:
            lines.append(f"      ! {_why(table.table, fault)}")
    return lines


def _why(table: str, fault: Fault) -> str:
    known = TABLES[table]
    title = known.column(fault.column).title if known.has(fault.column) else fault.column
    return say(f"{title}：{fault.zh}", f"{fault.column}: {fault.en}")
