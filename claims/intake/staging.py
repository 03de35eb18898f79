"""Take a file in: copy, hash, unpack and decode it, so that what is read can change no more."""

import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claims.errors import DiskFull, FileChanged, FileDamaged, FileTooLarge, FileUnreadable
from claims.intake.encoding import CHUNK, Utf8Probe, transcode
from claims.intake.files import SourceFile
from claims.intake.limits import ImportLimits

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Staged:
    """A file as it was read: a private copy in UTF-8 (or Parquet), hash and size of the source."""

    file: SourceFile
    path: Path
    sha256: str
    bytes: int
    encoding: str


def stage(file: SourceFile, folder: Path, limits: ImportLimits) -> Staged:
    """Copy one source into ``folder``; the SHA-256 is that of the bytes actually read.

    Raises `FileChanged`, `FileDamaged`, `FileTooLarge`, `EncodingUnknown`, `FileUnreadable`,
    `DiskFull`.
    """
    draft = folder / f"{file.source}.draft"
    probe = Utf8Probe()
    reader = _Reader(file, limits)
    with _disk_errors(file.path):
        before = file.path.stat()
        with file.path.open("rb") as source, draft.open("wb") as target:
            content = reader.unpacked(source)
            if file.ending != ".parquet":
                content = _newlines(content)
            for chunk in content:
                probe.feed(chunk)
                target.write(chunk)
            after = os.fstat(source.fileno())
        _same(file.path, before, after, reader.packed)
        encoding = "parquet"
        if file.ending != ".parquet":
            probe.feed(b"", final=True)
            encoding = _as_utf8(file.path.name, draft, probe)
    final = draft.with_suffix(".parquet" if encoding == "parquet" else ".csv")
    draft.rename(final)
    return Staged(file, final, reader.digest.hexdigest(), reader.packed, encoding)


class _Reader:
    """Reads a source once: counts and hashes what it reads, unpacks it within the limits."""

    def __init__(self, file: SourceFile, limits: ImportLimits) -> None:
        self.file = file
        self.limits = limits
        self.digest = hashlib.sha256()
        self.packed = 0
        self.unpacked_bytes = 0

    def unpacked(self, source: BinaryIO) -> Iterator[bytes]:
        """The content, unpacked, without a leading byte-order mark."""
        chunks = self._gunzip(source) if self.file.ending == ".csv.gz" else self._raw(source)
        first = True
        for chunk in chunks:
            self._check_size(len(chunk))
            yield chunk.removeprefix(BOM) if first else chunk
            first = False

    def _raw(self, source: BinaryIO) -> Iterator[bytes]:
        while chunk := source.read(CHUNK):
            self.digest.update(chunk)
            self.packed += len(chunk)
            yield chunk

    def _gunzip(self, source: BinaryIO) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            for packed in self._raw(source):
                left = packed
                while left:
                    if unpacker.eof:
                        left = left.lstrip(b"\0")  # tape padding behind the last member is lawful
                        unpacker = zlib.decompressobj(wbits=31) if left else unpacker
                        continue
                    yield unpacker.decompress(left, CHUNK)
                    left = unpacker.unconsumed_tail or unpacker.unused_data
        except zlib.error as error:
            raise _damaged(self.file.path.name, str(error)) from None
        while not unpacker.eof and (rest := unpacker.decompress(b"", CHUNK)):
            yield rest
        if not unpacker.eof:
            raise _damaged(self.file.path.name, "unexpected end")

    def _check_size(self, more: int) -> None:
        self.unpacked_bytes += more
        total, limits = self.unpacked_bytes, self.limits
        beyond_ratio = total > limits.ratio_from and total > limits.max_ratio * self.packed
        if total > limits.max_bytes or beyond_ratio:
            raise _too_large(self.file.path.name, limits)


def _newlines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """One kind of line end: a file that mixes them cannot be cut into rows reliably.

    Neither UTF-8 nor GB18030 uses the byte of a carriage return inside a character.
    """
    held = b""
    for chunk in chunks:
        text = held + chunk
        held = b"\r" if text.endswith(b"\r") else b""
        text = text.removesuffix(held) if held else text
        yield text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text
    if held:
        yield b"\n"


def _as_utf8(name: str, draft: Path, probe: Utf8Probe) -> str:
    if probe.failed_at is None:
        return "utf-8"
    target = draft.with_suffix(".utf8")
    encoding = transcode(name, draft, target, probe)
    target.replace(draft)
    return encoding


def _same(path: Path, before: os.stat_result, after: os.stat_result, read: int) -> None:
    """The file that was opened must not have been written to, nor swapped before it was opened."""
    stamps = {(s.st_ino, s.st_size, s.st_mtime_ns) for s in (before, after)}
    if len(stamps) > 1 or read != after.st_size:
        raise FileChanged(
            f"{path.name} 在读取过程中被改动；没有导入任何数据，请等文件写完后重试",
            f"{path.name} was changed while it was read; nothing was imported, try again when "
            "it is complete",
        )


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == 28:
            raise DiskFull(
                "磁盘空间不足，导入已取消；请为数据目录腾出空间",
                "no space left for the import; free some space in the data home",
            ) from None
        raise FileUnreadable(
            f"无法读取 {path.name}：{error.strerror}；请检查权限",
            f"cannot read {path.name}: {error.strerror}; check its permissions",
        ) from None


def _damaged(name: str, why: str) -> FileDamaged:
    return FileDamaged(
        f"{name} 压缩包不完整或已损坏（{why}）；没有导入任何数据，请重新传送该文件",
        f"{name} is truncated or damaged ({why}); nothing was imported, transfer it again",
    )


def _too_large(name: str, limits: ImportLimits) -> FileTooLarge:
    return FileTooLarge(
        f"{name} 解压后超过上限（{limits.max_bytes:,} 字节或 {limits.max_ratio} 倍），疑似压缩炸弹；"
        "确需导入请用 --max-bytes / --max-ratio 提高上限",
        f"{name} unpacks beyond the limit ({limits.max_bytes:,} bytes or {limits.max_ratio} "
        "times): a zip bomb? Raise --max-bytes or --max-ratio if it is genuine",
    )
