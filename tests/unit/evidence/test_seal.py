"""A seal contradicts whoever rewrites a chain."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence.seal import Head, make_seal, parse_seal, verify_seal

AT = datetime(2026, 3, 2, 16, tzinfo=UTC)
DAY = date(2026, 3, 2)
HEADS = (Head("case:B", 2, "b" * 64), Head("case:A", 7, "a" * 64))


def today(stream: str, seq: int) -> str | None:
    return {("case:A", 7): "a" * 64, ("case:B", 2): "b" * 64}.get((stream, seq))


def test_the_order_of_the_heads_does_not_matter() -> None:
    one, other = make_seal(HEADS, DAY, AT, None), make_seal(reversed(HEADS), DAY, AT, None)
    assert one == other
    assert parse_seal(one.to_json()) == one


def test_an_untouched_chain_agrees() -> None:
    first = make_seal(HEADS, DAY, AT, None)
    second = make_seal(HEADS, date(2026, 3, 3), AT, first)
    assert verify_seal(first, None, today) == []
    assert verify_seal(second, first, today) == []


def test_a_rewritten_or_shortened_chain_is_named() -> None:
    seal = make_seal(HEADS, DAY, AT, None)
    faults = verify_seal(seal, None, lambda stream, seq: None if stream == "case:A" else "c" * 64)
    assert [(f.what, f.detail) for f in faults] == [
        ("rewritten", "case:A#7"),
        ("rewritten", "case:B#2"),
    ]


def test_an_edited_seal_contradicts_its_root_and_its_successor() -> None:
    first = make_seal(HEADS, DAY, AT, None)
    second = make_seal(HEADS, date(2026, 3, 3), AT, first)
    edited = replace(first, heads=(*first.heads[:1], Head("case:B", 2, "c" * 64)))
    assert "root" in [f.what for f in verify_seal(edited, None, today)]
    assert [f.what for f in verify_seal(second, edited, today)] == ["previous"]


def test_other_files_are_no_seals() -> None:
    with pytest.raises(ValueError, match="not a daily seal"):
        parse_seal(b'{"format":"other"}')
