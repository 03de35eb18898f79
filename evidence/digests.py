"""SHA-256 and SM3 of a stream of bytes, computed side by side.

SM3 (GB/T 32905-2016) comes from OpenSSL through ``hashlib``; a pure-Python SM3 would be two
thousand times slower, so a machine without it is told so instead.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from evidence.errors import Sm3UnavailableError

CHUNK = 1 << 20


class Hash(Protocol):
    """The part of a hashlib object that is used here."""

    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


@dataclass(frozen=True)
class Digests:
    """Hashes as lower-case hex, and the number of bytes they cover."""

    sha256: str
    sm3: str
    size: int


def new_sm3() -> Hash:
    """A fresh SM3 state. Raises Sm3UnavailableError where OpenSSL lacks it."""
    try:
        return hashlib.new("sm3")
    except ValueError as error:
        raise Sm3UnavailableError(openssl=ssl.OPENSSL_VERSION) from error


def digest_bytes(data: bytes) -> Digests:
    """Both hashes of bytes in memory."""
    sm3 = new_sm3()
    sm3.update(data)
    return Digests(hashlib.sha256(data).hexdigest(), sm3.hexdigest(), len(data))


class Tap:
    """Hands a stream of chunks on and hashes it on the way.

    SM3 runs in a second thread (hashlib releases the interpreter for large chunks), one chunk
    behind at most, so that memory stays at two chunks and the slower hash sets the pace.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks
        self._digests: Digests | None = None

    def __iter__(self) -> Iterator[bytes]:
        sha, sm3, size = hashlib.sha256(), new_sm3(), 0
        with ThreadPoolExecutor(max_workers=1) as pool:
            for chunk in self._chunks:
                pending = pool.submit(sm3.update, chunk)
                sha.update(chunk)
                size += len(chunk)
                yield chunk
                pending.result()
        self._digests = Digests(sha.hexdigest(), sm3.hexdigest(), size)

    @property
    def digests(self) -> Digests:
        """Both hashes; only after the stream has been read to its end."""
        if self._digests is None:
            raise RuntimeError("the stream has not been read to its end")
        return self._digests


def digest_stream(chunks: Iterable[bytes]) -> Digests:
    """Both hashes of a stream, in constant memory."""
    tap = Tap(chunks)
    for _ in tap:
        pass
    return tap.digests
