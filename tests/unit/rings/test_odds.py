"""Small probabilities are told as one in so many."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.rings.odds import odds


@pytest.mark.parametrize(
    ("p", "zh", "en"),
    [
        (0.0321, "约 0.032", "about 0.032"),
        (0.000271, "约 3,700 分之一", "about 1 in 3,700"),
        (2.4e-6, "约 42 万分之一", "about 1 in 420,000"),
        (5e-9, "约 2 亿分之一", "about 1 in 200,000,000"),
        (0.0, "小于十亿分之一", "less than 1 in 1,000,000,000"),
    ],
)
def test_what_is_said(p: float, zh: str, en: str) -> None:
    assert odds(p) == (zh, en)


@given(st.floats(1e-9, 9.9e-4))
def test_what_is_said_is_within_a_twentieth_of_the_truth(p: float) -> None:
    said = re.search(r"1 in ([\d,]+)$", odds(p)[1])
    assert said is not None
    assert abs(int(said[1].replace(",", "")) * p - 1) <= 0.051
