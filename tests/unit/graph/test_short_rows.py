"""Rows as lists: how many relationships they must make."""

import pytest

from graph.load.lists import columns_of, links_of
from graph.schema import SEEN_BY, SETTLEMENT, VISITED, NodeKind, PairKind


@pytest.mark.parametrize(
    ("kind", "ends", "links"),
    [
        pytest.param(SETTLEMENT, [("1", "H1", "D1", None, None)], 3, id="no bed, no terminal"),
        pytest.param(SETTLEMENT, [("1", "H1", "D1", "B", "T"), (None,) * 5], 5, id="nobody's bill"),
        pytest.param(VISITED, [("1", "H1"), ("1", "H2")], 2, id="a sum is one"),
        pytest.param(SEEN_BY, [], 0, id="nothing"),
    ],
)
def test_every_end_that_a_row_names_is_a_relationship(
    kind: NodeKind | PairKind, ends: list[tuple[str | None, ...]], links: int
) -> None:
    # Cells beyond the ends never count, whatever they hold.
    width = len(columns_of(kind))
    rows = [(*row, *["x"] * (width - len(row))) for row in ends]
    assert links_of(kind, rows) == links
