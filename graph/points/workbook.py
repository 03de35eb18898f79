"""A table of the bureau as a workbook: out with what holds, in again as what somebody may propose."""

from casework.points.parameters import Parameter
from casework.points.table import Row, from_sheet
from casework.wording import Both
from graph.courses.workbook import book_of, read_workbook


def table_book(row: Parameter, value: str) -> bytes:
    """The rows of a value, with the names of the columns above them."""
    cells = [
        [column.said(cell).zh for column, cell in zip(row.columns, line, strict=True)]
        for line in row.rows(value)
    ]
    return book_of({row.zh[:31]: [[column.zh for column in row.columns], *cells]})


def table_from(body: bytes, row: Parameter) -> tuple[Row, ...]:
    """The rows of the first sheet, as they would be kept. Refuses BAD_VALUE for what is no such table."""
    sheets = [*read_workbook(body, ()).values()]
    return from_sheet(sheets[0] if sheets else [], row.columns, Both(row.zh, row.en))
