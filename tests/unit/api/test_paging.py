"""Cursors: what a list gave out comes back, anything else is BAD_CURSOR."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import BadCursor
from api.paging import decode_cursor, encode_cursor, figure, moment, offset


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=20))
def test_a_cursor_comes_back_as_it_left(score: float, key: str) -> None:
    assert decode_cursor(encode_cursor((repr(score), key)), figure, str) == (score, key)


@pytest.mark.parametrize(
    "cursor",
    [
        "%%%",
        "",
        encode_cursor(()),
        encode_cursor(("a",)),
        encode_cursor(("a", "b", "c")),
        encode_cursor(("2026-01-01T00:00:00+00:00", "YB-2026-0001")),
        encode_cursor(("nan", "R1")),
        encode_cursor(("1e999", "R1")),
        encode_cursor((None, "R1")),
    ],
)
def test_a_foreign_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor) as caught:
        decode_cursor(cursor, figure, str)
    assert caught.value.code == "BAD_CURSOR"


@pytest.mark.parametrize(
    ("reader", "text"), [(moment, "0.75"), (offset, "-1"), (offset, "1.5"), (int, "x")]
)
def test_each_part_is_read_as_what_it_is(reader: object, text: str) -> None:
    with pytest.raises(BadCursor):
        decode_cursor(encode_cursor((text,)), reader)  # type: ignore[arg-type]
