"""Tests that borrow from one another name the module in full: short names are there twice."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_no_test_borrows_by_a_short_name() -> None:
    """Which of two files of one name is found would hang on the order of collection."""
    borrowed = re.compile(r"^\s*(?:from|import) test_\w+", re.MULTILINE)
    found = [
        str(f.relative_to(TESTS)) for f in TESTS.rglob("*.py") if borrowed.search(f.read_text())
    ]
    assert found == []
