"""A quality line's sentence: what it names is data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quality.said import Names, Part, column, parts, plain, table


def test_what_is_named_is_a_part_of_its_own() -> None:
    said = f"{column('tel')} of {table('psn_info_b')} is empty"
    assert list(parts(said)) == [
        Part("tel", Names.COLUMN),
        Part(" of "),
        Part("psn_info_b", Names.TABLE),
        Part(" is empty"),
    ]
    assert plain(said) == "tel of psn_info_b is empty"


@given(st.lists(st.one_of(st.text("ab{}:、 ", max_size=6), st.builds(column, st.just("tel")))))
def test_nothing_is_lost(pieces: list[str]) -> None:
    said = "".join(pieces)
    assert "".join(part.text for part in parts(said)) == plain(said)
    assert sum(part.names is Names.COLUMN for part in parts(said)) >= pieces.count(column("tel"))


@pytest.mark.parametrize("kept", ["persons without ID number", "医疗费总额 ≠ 费用明细之和", ""])
def test_a_sentence_that_names_nothing_stays(kept: str) -> None:
    assert plain(kept) == kept
