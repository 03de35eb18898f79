"""A table of the bureau goes out as a workbook and comes in the same."""

import io

import openpyxl
import pytest
from openpyxl.chart import BarChart

from casework.points.parameters import parameters
from casework.refusal import Refusal
from graph.courses.workbook import template
from graph.points.workbook import table_book, table_from

TABLES = sorted(name for name, row in parameters().items() if row.columns)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_comes_back_as_it_went_out(name: str) -> None:
    row = parameters()[name]
    assert table_from(table_book(row, row.default), row) == row.rows(row.default)


def test_another_workbook_is_none_of_its_tables() -> None:
    row = parameters()["pharmacy_levels"]
    for body in (template(), b"PK\x03\x04 no workbook"):
        with pytest.raises(Refusal) as refused:
            table_from(body, row)
        assert refused.value.code == "BAD_VALUE"


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    row = parameters()["pharmacy_acts"]
    (first, *_) = row.rows(row.default)
    value = " | ".join([first[0], "=HYPERLINK(1)", *first[2:]])
    body = table_book(row, value)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(body)).worksheets
    assert sheet["B2"].data_type == "s"
    assert table_from(body, row) == row.rows(value)


def test_a_workbook_that_shows_a_chart_first_is_read_by_its_first_sheet_of_rows() -> None:
    row = parameters()["pharmacy_levels"]
    book = openpyxl.load_workbook(io.BytesIO(table_book(row, row.default)))
    book.create_chartsheet("图", 0).add_chart(BarChart())
    body = io.BytesIO()
    book.save(body)
    assert table_from(body.getvalue(), row) == row.rows(row.default)


def test_a_sheet_with_more_rows_than_a_table_may_have_is_refused() -> None:
    row = parameters()["pharmacy_levels"]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([column.zh for column in row.columns])
    for n in range(400):
        sheet.append([str(n + 1), "6", ""])
    body = io.BytesIO()
    book.save(body)
    with pytest.raises(Refusal):
        table_from(body.getvalue(), row)
