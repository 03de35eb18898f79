"""UTF-8 or GB18030: decided over the whole content, never by its first lines."""

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from claims.errors import EncodingUnknown

CHUNK = 4 << 20
# GB18030 text survives as UTF-8 for a few characters by chance (the "联通" effect), never for this
# many: what breaks later than that is damaged UTF-8, and reading it as GB18030 would garble it.
SURELY_UTF8 = 32


class Utf8Probe:
    """Fed with the content chunk by chunk; knows whether all of it is UTF-8."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._offset = 0
        self._wide = 0
        self.failed_at: int | None = None

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """Look at the next chunk; after the first failure chunks are only counted."""
        if self.failed_at is not None:
            return
        try:
            text = self._decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            self._wide += _wide(error.object[: error.start].decode("utf-8"))
            self.failed_at = max(0, self._offset + len(chunk) - len(error.object) + error.start)
            return
        self._offset += len(chunk)
        if self._wide < SURELY_UTF8 and not text.isascii():
            self._wide += _wide(text)

    @property
    def damaged_utf8(self) -> bool:
        """Whether the content began as unmistakable UTF-8 and broke later."""
        return self.failed_at is not None and self._wide >= SURELY_UTF8


def _wide(text: str) -> int:
    return sum(not character.isascii() for character in text)


def transcode(name: str, source: Path, target: Path, probe: Utf8Probe) -> str:
    """Write ``source`` (not UTF-8, says the probe) as UTF-8 from GB18030; return the encoding.

    Raises `EncodingUnknown` with the line where the content is neither.
    """
    if probe.damaged_utf8:
        raise _unknown(name, source, probe.failed_at or 0)
    decoder = codecs.getincrementaldecoder("gb18030")("strict")
    done = 0
    with source.open("rb") as reader, target.open("wb") as writer:
        while chunk := reader.read(CHUNK):
            done = _step(name, source, decoder, chunk, done, writer.write)
        _step(name, source, decoder, b"", done, writer.write)
    return "gb18030"


def _step(
    name: str,
    source: Path,
    decoder: codecs.IncrementalDecoder,
    chunk: bytes,
    done: int,
    write: Callable[[bytes], int],
) -> int:
    try:
        text = decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError as error:
        raise _unknown(name, source, done + error.start) from None
    write(text.encode("utf-8"))
    return done + len(chunk)


def _unknown(name: str, source: Path, offset: int) -> EncodingUnknown:
    with source.open("rb") as reader:
        line = 1 + _newlines_before(reader, offset)
    return EncodingUnknown(
        f"{name} 第 {line} 行的编码既不是 UTF-8 也不是 GB18030；请以 UTF-8 重新导出",
        f"{name}, line {line}: neither UTF-8 nor GB18030; export it again as UTF-8",
    )


def _newlines_before(reader: BinaryIO, offset: int) -> int:
    lines, left = 0, offset
    while left > 0 and (chunk := reader.read(min(CHUNK, left))):
        lines += chunk.count(b"\n")
        left -= len(chunk)
    return lines
