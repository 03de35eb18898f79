"""Read a source file once, front to back: hashed, unpacked within the limits, one kind of line end."""

import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claims.errors import DiskFull, FileChanged, FileDamaged, FileTooLarge, FileUnreadable
from claims.intake.files import SourceFile
from claims.intake.limits import ImportLimits
from claims.intake.sheets import sheet_text, unpacked_bytes

BOM = b"\xef\xbb\xbf"
# Stands for the hash where only a file's beginning is read: a preview proves nothing.
UNSEALED = ""
CHUNK = 4 << 20


@dataclass(frozen=True, slots=True)
class Sealed:
    """A source file and the SHA-256 of its bytes: what is read later has to be exactly these."""

    file: SourceFile
    sha256: str
    bytes: int

    @property
    def name(self) -> str:
        """The file's own name, with the sheet before it if it is one of a workbook."""
        own = self.file.path.name
        return f"{self.file.sheet}.{own}" if self.file.sheet else own


def seal(file: SourceFile) -> Sealed:
    """Hash the bytes of a source. Raises `FileChanged`, `FileUnreadable`."""
    digest, size = hashlib.sha256(), 0
    with disk_errors(file.path), file.path.open("rb") as source:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
        if size != os.fstat(source.fileno()).st_size:
            raise file_changed(file.path.name)
    return Sealed(file, digest.hexdigest(), size)


class Reader:
    """One reading of a sealed source; ``packed`` says how many of its bytes were read."""

    def __init__(self, sealed: Sealed, limits: ImportLimits) -> None:
        self.sealed = sealed
        self.limits = limits
        self.packed = 0
        # A piece ends where a chunk's last line ends: never let a chunk hold several pieces.
        self._chunk = min(CHUNK, limits.piece_bytes)
        self._digest = hashlib.sha256()
        self._unpacked = 0

    def text(self) -> Iterator[bytes]:
        """The content without byte-order mark and carriage returns.

        Raises `FileDamaged`, `FileTooLarge`, `FileUnreadable`, and at its end `FileChanged` when
        these were not the sealed bytes.
        """
        if self.sealed.file.sheet:
            yield from self._sheet()
            return
        with disk_errors(self.sealed.file.path), self.sealed.file.path.open("rb") as source:
            yield from _newlines(self._unbomb(self._content(source)))
        if self.sealed.sha256 not in (UNSEALED, self._digest.hexdigest()):
            raise file_changed(self.sealed.name)

    def _sheet(self) -> Iterator[bytes]:
        file = self.sealed.file
        self.packed = self.sealed.bytes
        self._check_size(unpacked_bytes(file.path))
        yield from sheet_text(file.path, file.sheet)
        if self.sealed.sha256 != UNSEALED and seal(file).sha256 != self.sealed.sha256:
            raise file_changed(self.sealed.name)

    def _content(self, source: BinaryIO) -> Iterator[bytes]:
        packed = self.sealed.file.ending == ".csv.gz"
        for chunk in self._gunzip(source) if packed else self._raw(source):
            self._check_size(len(chunk))
            yield chunk

    def _unbomb(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        yield next(chunks, b"").removeprefix(BOM)
        yield from chunks

    def _raw(self, source: BinaryIO) -> Iterator[bytes]:
        while chunk := source.read(self._chunk):
            self._digest.update(chunk)
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
                    yield unpacker.decompress(left, self._chunk)
                    left = unpacker.unconsumed_tail or unpacker.unused_data
        except zlib.error as error:
            raise _damaged(self.sealed.name, str(error)) from None
        while not unpacker.eof and (rest := unpacker.decompress(b"", self._chunk)):
            yield rest
        if not unpacker.eof:
            raise _damaged(self.sealed.name, "unexpected end")

    def _check_size(self, more: int) -> None:
        self._unpacked += more
        total, limits = self._unpacked, self.limits
        beyond_ratio = total > limits.ratio_from and total > limits.max_ratio * self.packed
        if total > limits.max_bytes or beyond_ratio:
            raise too_large(self.sealed.name, limits)


def _newlines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """One kind of line end: a file that mixes them cannot be cut into rows reliably.

    Neither UTF-8 nor GB18030 uses the byte of a carriage return inside a character.
    """
    held = b""
    for chunk in chunks:
        text = held + chunk if held else chunk
        held = b"\r" if text.endswith(b"\r") else b""
        text = text.removesuffix(held) if held else text
        yield text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text
    if held:
        yield b"\n"


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says into what a person can do about it."""
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


def file_changed(name: str) -> FileChanged:
    """The error for a source that is not what it was when the import began."""
    return FileChanged(
        f"{name} 在读取过程中被改动；没有导入任何数据，请等文件写完后重试",
        f"{name} was changed while it was read; nothing was imported, try again when it is complete",
    )


def _damaged(name: str, why: str) -> FileDamaged:
    return FileDamaged(
        f"{name} 压缩包不完整或已损坏（{why}）；没有导入任何数据，请重新传送该文件",
        f"{name} is truncated or damaged ({why}); nothing was imported, transfer it again",
    )


def too_large(name: str, limits: ImportLimits) -> FileTooLarge:
    """The error for a file that unpacks beyond the limits."""
    return FileTooLarge(
        f"{name} 解压后超过上限（{limits.max_bytes:,} 字节或 {limits.max_ratio} 倍），疑似压缩炸弹；"
        "确需导入请在服务器上用 jicha import 的 --max-bytes / --max-ratio 提高上限",
        f"{name} unpacks beyond the limit ({limits.max_bytes:,} bytes or {limits.max_ratio} "
        "times): a zip bomb? If it is genuine, raise --max-bytes or --max-ratio of jicha import on "
        "the server",
    )
