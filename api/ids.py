"""Global ids: base64 of ``Type:key``, as Relay clients expect."""

from __future__ import annotations

import base64
import binascii

import strawberry

from api.errors import Invalid


def to_global(kind: str, key: str) -> strawberry.ID:
    """``("Case", "DEMO-1")`` → an opaque id."""
    return strawberry.ID(base64.urlsafe_b64encode(f"{kind}:{key}".encode()).decode())


def from_global(value: str, kind: str | None = None) -> tuple[str, str]:
    """The reverse; raises :class:`Invalid` for text that no server of ours ever issued."""
    try:
        text = base64.urlsafe_b64decode(value.encode()).decode()
    except (binascii.Error, UnicodeError, ValueError):
        text = ""
    found, _, key = text.partition(":")
    if not found or not key or (kind is not None and found != kind):
        raise Invalid("id", "编号无法识别。", "The id is not one of this server.")
    return found, key


def key_of(value: str, kind: str) -> str:
    """The key inside a global id of ``kind``."""
    return from_global(value, kind)[1]


@strawberry.interface
class Node:
    """Anything that can be fetched again by its global id."""

    id: strawberry.ID
