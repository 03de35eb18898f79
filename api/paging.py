"""Keyset connections: a cursor names the last row's sort key, so pages never shift or repeat."""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

import strawberry

from api.errors import BadCursor, Invalid

T = TypeVar("T")

#: No page is larger, whatever is asked.
MAX_PAGE = 200


def encode_cursor(key: Sequence[str | int | None]) -> str:
    """A sort key as opaque text."""
    return base64.urlsafe_b64encode(json.dumps(list(key)).encode()).decode()


def decode_cursor(cursor: str | None, *parts: Callable[[str], Any]) -> tuple[Any, ...] | None:
    """The sort key inside ``cursor``, each part read by its own reader (``str``, ``int``, …).

    Raises :class:`BadCursor` for text that this list never gave out.
    """
    if cursor is None:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if not isinstance(key, list):
            raise BadCursor
        return tuple(read(str(part)) for read, part in zip(parts, key, strict=True))
    except (binascii.Error, UnicodeError, ValueError, OverflowError):
        raise BadCursor from None


def figure(text: str) -> float:
    """A finite figure of a sort key."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def offset(text: str) -> int:
    """A place counted from the start of a list that only grows."""
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def moment(text: str) -> str:
    """A time of a sort key, checked and left as the store sorts it."""
    datetime.fromisoformat(text)
    return text


def page_size(first: int) -> int:
    """``first`` checked against the limit; a huge page is an error that says so, not a slow answer."""
    if not 1 <= first <= MAX_PAGE:
        raise Invalid(
            "first", f"每页条数须在 1 到 {MAX_PAGE} 之间。", f"A page has 1 to {MAX_PAGE} rows."
        )
    return first


@strawberry.type
class PageInfo:
    """Whether more follows, and from where."""

    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class Edge(Generic[T]):
    """One row and the cursor that continues after it."""

    node: T
    cursor: str


@strawberry.type
class Connection(Generic[T]):
    """A page of rows. ``totalCount`` is present only where counting is cheap."""

    edges: list[Edge[T]]
    nodes: list[T]
    page_info: PageInfo
    total_count: int | None = None


def connect(
    rows: Sequence[tuple[T, Sequence[str | int | None]]], more: bool, total: int | None = None
) -> Connection[T]:
    """Rows with their sort keys → a connection."""
    edges = [Edge(node=node, cursor=encode_cursor(key)) for node, key in rows]
    return Connection(
        edges=edges,
        nodes=[edge.node for edge in edges],
        page_info=PageInfo(has_next_page=more, end_cursor=edges[-1].cursor if edges else None),
        total_count=total,
    )
