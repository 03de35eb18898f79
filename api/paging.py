"""Keyset connections: a cursor names the last row's sort key, so pages never shift or repeat."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Generic, TypeVar

import strawberry

from api.errors import Invalid

T = TypeVar("T")

#: No page is larger, whatever is asked.
MAX_PAGE = 200


def encode_cursor(key: Sequence[str | int | None]) -> str:
    """A sort key as opaque text."""
    return base64.urlsafe_b64encode(json.dumps(list(key)).encode()).decode()


def decode_cursor(cursor: str | None, parts: int) -> tuple[str, ...] | None:
    """The sort key inside ``cursor``; raises :class:`Invalid` (field ``after``) for a foreign one."""
    if cursor is None:
        return None
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (binascii.Error, UnicodeError, ValueError):
        key = None
    if not isinstance(key, list) or len(key) != parts:
        raise Invalid("after", "翻页位置无效，请从第一页重新开始。", "Bad cursor: start again.")
    return tuple(str(part) for part in key)


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
