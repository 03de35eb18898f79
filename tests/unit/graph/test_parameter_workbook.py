"""A table of the bureau goes out as a workbook and comes in the same."""

import pytest

from casework.points.parameters import parameters
from casework.refusal import Refusal
from graph.courses.workbook import template
from graph.points.workbook import table_book, table_from


@pytest.mark.parametrize("name", ["pharmacy_acts", "pharmacy_levels"])
def test_a_table_comes_back_as_it_went_out(name: str) -> None:
    row = parameters()[name]
    assert table_from(table_book(row, row.default), row) == row.rows(row.default)


def test_another_workbook_is_none_of_its_tables() -> None:
    row = parameters()["pharmacy_levels"]
    for body in (template(), b"PK\x03\x04 no workbook"):
        with pytest.raises(Refusal) as refused:
            table_from(body, row)
        assert refused.value.code == "BAD_VALUE"
