"""Typed events in hash chains: the only truth about cases, points, custody and accounts.

An event is hashed as canonical JSON (RFC 8785). Amounts and integers beyond 2**53 travel
as strings, times as UTC with microseconds, so that every implementation of the standard
computes the same bytes and the chain can be checked offline by anyone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

import rfc8785

from casework.wording import Both

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Draft: TypeAlias = "tuple[str, str, dict[str, Json]]"
"""An event that casework proposes: (stream, type, data). The store seals it."""

GENESIS = "0" * 64
_SAFE_INTEGER = 2**53 - 1
_PLAIN = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True)
class Event:
    """One sealed link of a stream's chain. `seq` starts at 1; `prev` of the first is zeros."""

    stream: str
    seq: int
    type: str
    data: Mapping[str, Json]
    actor: str
    at: datetime
    prev: str
    hash: str


@dataclass(frozen=True)
class Intact:
    """Every link of the chain holds; `head` is the last hash (zeros for an empty stream)."""

    length: int
    head: str


@dataclass(frozen=True)
class BrokenAt:
    """The chain fails at position `index` (0-based), for the reason `why`."""

    index: int
    why: Both


def utc_text(at: datetime) -> str:
    """Write an aware time as UTC with microseconds: 2026-03-01T08:00:00.000000Z."""
    if at.tzinfo is None:
        raise ValueError("事件时间必须带时区 (event times must be aware)")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def to_json(value: object) -> Json:
    """Turn domain values into JSON: Decimal and big integers to text, dates to ISO, sets sorted."""
    match value:
        case None | bool():
            return value
        case Enum():
            return to_json(value.value)
        case str():
            return value
        case int():
            return value if abs(value) <= _SAFE_INTEGER else str(value)
        case Decimal():
            return format(value, "f")
        case datetime():
            return utc_text(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(k): to_json(v) for k, v in value.items()}
        case frozenset() | set():
            return [to_json(v) for v in sorted(value, key=str)]
        case list() | tuple():
            return [to_json(v) for v in value]
    raise TypeError(f"不能写入事件的类型 (not storable in an event): {type(value).__name__}")


def canonical(value: object) -> bytes:
    """Return the RFC 8785 bytes of a JSON-like value.

    Where nothing but the layout is left to the standard, the faster encoder writes the same bytes: a
    page verifies thousands of events. What is no plain JSON, or sorts otherwise, is the reference's.
    """
    return _PLAIN(value).encode() if _plain(value) else rfc8785.dumps(to_json(value))


def _plain(value: object) -> bool:
    """Whether it is JSON without floats and unsafe integers, its keys in the one order.

    RFC 8785 sorts keys by UTF-16 unit, the encoder by code point: below the surrogates it is the same.
    """
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return True
    if isinstance(value, int):
        return kind is int and -_SAFE_INTEGER <= value <= _SAFE_INTEGER
    if isinstance(value, dict):
        return kind is dict and all(
            type(key) is str and (key.isascii() or max(key) < "\ud800") and _plain(one)
            for key, one in value.items()
        )
    return isinstance(value, list) and kind is list and all(map(_plain, value))


def digest(event: Event) -> str:
    """Return the SHA-256 (hex) that `event` must carry, whatever it does carry."""
    body = {
        "stream": event.stream,
        "seq": event.seq,
        "type": event.type,
        "data": event.data,
        "actor": event.actor,
        "at": utc_text(event.at),
        "prev": event.prev,
    }
    return hashlib.sha256(canonical(body)).hexdigest()


def seal(
    stream: str,
    seq: int,
    type: str,
    data: Mapping[str, object],
    actor: str,
    at: datetime,
    prev: str,
) -> Event:
    """Seal one event behind the hash `prev` of its predecessor (GENESIS for the first)."""
    plain = {str(k): to_json(v) for k, v in data.items()}
    unsealed = Event(stream, seq, type, plain, actor, at.astimezone(UTC), prev, "")
    return Event(stream, seq, type, plain, actor, at.astimezone(UTC), prev, digest(unsealed))


def event_json(event: Event) -> dict[str, Json]:
    """Return the event as a JSON object, hash included: one line of an exported chain."""
    return {
        "stream": event.stream,
        "seq": event.seq,
        "type": event.type,
        "data": to_json(event.data),
        "actor": event.actor,
        "at": utc_text(event.at),
        "prev": event.prev,
        "hash": event.hash,
    }


def event_from_json(line: Mapping[str, object]) -> Event:
    """Read an event written by `event_json`; nothing is verified here (see verify_chain)."""
    data = line["data"]
    if not isinstance(data, Mapping):
        raise ValueError("事件 data 不是对象 (event data is no object)")
    return Event(
        stream=str(line["stream"]),
        seq=int(str(line["seq"])),
        type=str(line["type"]),
        data={str(k): to_json(v) for k, v in data.items()},
        actor=str(line["actor"]),
        at=datetime.fromisoformat(str(line["at"])),
        prev=str(line["prev"]),
        hash=str(line["hash"]),
    )


def verify_chain(events: Iterable[Event]) -> Intact | BrokenAt:
    """Check one stream's events in order: sequence, links, hashes, one stream, no gap."""
    prev, stream, length = GENESIS, None, 0
    for index, event in enumerate(events):
        stream = event.stream if stream is None else stream
        if event.stream != stream:
            return BrokenAt(
                index, Both(f"属于另一条链 {event.stream}", f"belongs to stream {event.stream}")
            )
        if event.seq != index + 1:
            return BrokenAt(
                index,
                Both(
                    f"序号应为 {index + 1}，实为 {event.seq}",
                    f"number {event.seq} in the place of {index + 1}",
                ),
            )
        if event.prev != prev:
            return BrokenAt(index, Both("前一哈希不符", "its link to the event before is broken"))
        if digest(event) != event.hash:
            return BrokenAt(index, Both("内容与哈希不符", "its content does not match its hash"))
        prev, length = event.hash, index + 1
    return Intact(length, prev)
