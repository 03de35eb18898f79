"""Read the directory of a ZIP that somebody hands us, trusting nothing.

Nothing is ever unpacked or decompressed here: members are read in place, so a bomb cannot go off
and a path cannot lead anywhere. What no dossier contains is refused by name.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from casework.wording import Both
from evidence.digests import CHUNK
from evidence.dossier.zipformat import (
    CENTRAL,
    CENTRAL_SIGN,
    END,
    END64,
    END64_SIGN,
    END_SIGN,
    LOCATOR,
    LOCATOR_SIGN,
    MAX16,
    MAX32,
    Member,
)
from evidence.errors import EvidenceError

MAX_MEMBERS = 200_000
MAX_DIRECTORY = 64 << 20


class NotADossierError(EvidenceError):
    """The file is no ZIP archive, or a part of one."""

    code = "not_a_dossier"
    zh = "文件不是完整的移送卷宗压缩包：{why}；请向移送单位重新索取。"
    en = "The file is not a complete dossier archive: {why}; ask the sender for it again."


class HostileArchiveError(EvidenceError):
    """The archive holds what no dossier holds and what may do harm when unpacked."""

    code = "hostile_archive"
    zh = "压缩包含有危险内容，已拒绝，请勿解压：{member}：{why}。"
    en = "The archive holds something dangerous and was refused; do not unpack it: {member}: {why}."


class Reason:
    """Why a member is refused."""

    TRAVERSAL: Final = Both("路径指向目录之外", "path leads outside")
    ENCRYPTED: Final = Both("已加密", "encrypted")
    COMPRESSED: Final = Both(
        "经过压缩，可能是压缩炸弹；卷宗只存储不压缩", "compressed, maybe a bomb"
    )
    LINK: Final = Both("符号链接或特殊文件", "symbolic link or special file")
    TWICE: Final = Both("文件名重复", "name occurs twice")
    OVERLAP: Final = Both("声明的大小超出文件或相互重叠", "sizes overlap or exceed the file")
    NAME: Final = Both("文件名含有不允许的字符", "name with forbidden characters")


def read_directory(file: BinaryIO) -> list[Member]:
    """The members as the central directory lists them.

    Raises NotADossierError and HostileArchiveError.
    """
    length = file.seek(0, os.SEEK_END)
    count, size, start = _end(file, length)
    if count > MAX_MEMBERS or size > MAX_DIRECTORY or start + size > length:
        raise NotADossierError(why=Both("目录大小不合理", "implausible directory"))
    file.seek(start)
    members = list(_entries(file.read(size), count))
    _refuse_duplicates(members)
    _refuse_overlaps(members, start)
    return members


def read_member(file: BinaryIO, member: Member) -> Iterator[bytes]:
    """The bytes of a member, in chunks. Raises NotADossierError when the file ends too early."""
    position, left = member.data_offset, member.size
    while left:
        file.seek(position)
        chunk = file.read(min(CHUNK, left))
        if not chunk:
            raise NotADossierError(why=Both(f"{member.name} 被截断", f"{member.name} is cut off"))
        position, left = position + len(chunk), left - len(chunk)
        yield chunk


def _end(file: BinaryIO, length: int) -> tuple[int, int, int]:
    """(members, bytes of the directory, where it starts)."""
    if length < END.size:
        raise NotADossierError(why=Both("太短", "too short"))
    file.seek(length - END.size)
    sign, disk, disk2, here, count, size, start, comment = END.unpack(file.read(END.size))
    if sign != END_SIGN or comment or disk or disk2 or here != count:
        raise NotADossierError(
            why=Both(
                "结尾记录不符：被截断、被追加或并非 ZIP",
                "its end was cut off or added to, or it is no ZIP",
            )
        )
    if MAX16 not in (count,) and MAX32 not in (size, start):
        return count, size, start
    return _end64(file, length - END.size)


def _end64(file: BinaryIO, end: int) -> tuple[int, int, int]:
    if end < LOCATOR.size + END64.size:
        raise NotADossierError(why=Both("缺少 ZIP64 记录", "no ZIP64 record"))
    file.seek(end - LOCATOR.size - END64.size)
    record = END64.unpack(file.read(END64.size))
    locator = LOCATOR.unpack(file.read(LOCATOR.size))
    if record[0] != END64_SIGN or locator[0] != LOCATOR_SIGN:
        raise NotADossierError(why=Both("缺少 ZIP64 记录", "no ZIP64 record"))
    return int(record[7]), int(record[8]), int(record[9])


def _entries(raw: bytes, count: int) -> Iterator[Member]:
    position = 0
    for _ in range(count):
        if position + CENTRAL.size > len(raw) or raw[position : position + 4] != CENTRAL_SIGN:
            raise NotADossierError(why=Both("目录损坏", "damaged directory"))
        fields = CENTRAL.unpack_from(raw, position)
        flags, method, crc = fields[3], fields[4], fields[7]
        name_size, extra_size, comment_size = fields[10], fields[11], fields[12]
        position += CENTRAL.size
        raw_name = raw[position : position + name_size]
        extra = raw[position + name_size : position + name_size + extra_size]
        position += name_size + extra_size + comment_size
        name = _safe_name(raw_name)
        _refuse_entry(name, flags, method, fields[15] >> 16)
        size, offset = _wide(extra, fields[8], fields[9], fields[16], name)
        yield Member(name, size, crc, offset)
    if position != len(raw):
        raise NotADossierError(why=Both("目录后有多余内容", "bytes behind the directory"))


def _safe_name(raw: bytes) -> str:
    """The name, if it is a plain relative path; dossiers use printable ASCII only."""
    shown = raw.decode("utf-8", "backslashreplace")
    steps = shown.replace("\\", "/").split("/")
    if shown.startswith(("/", "\\")) or ".." in steps or "." in steps or shown[1:2] == ":":
        raise HostileArchiveError(member=ascii(shown), why=Reason.TRAVERSAL)
    if not raw.isascii() or not shown.isprintable() or "\\" in shown or "" in steps:
        raise HostileArchiveError(member=ascii(shown), why=Reason.NAME)
    return shown


def _refuse_entry(name: str, flags: int, method: int, mode: int) -> None:
    if flags & 0x2041:
        raise HostileArchiveError(member=name, why=Reason.ENCRYPTED)
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise HostileArchiveError(member=name, why=Reason.LINK)
    if method != 0:
        raise HostileArchiveError(member=name, why=Reason.COMPRESSED)


def _wide(extra: bytes, packed: int, size: int, offset: int, name: str) -> tuple[int, int]:
    """Size and offset, taken from the ZIP64 field where they do not fit."""
    if MAX32 in (size, packed, offset) and extra[:2] == b"\x01\x00":
        values = [v for (v,) in struct.iter_unpack("<Q", extra[4 : 4 + (len(extra) - 4) // 8 * 8])]
        if size == MAX32 and len(values) >= 2:
            size, packed = values[0], values[1]
            values = values[2:]
        if offset == MAX32 and values:
            offset = values[0]
    if size != packed:
        raise HostileArchiveError(member=name, why=Reason.OVERLAP)
    return size, offset


def _refuse_duplicates(members: list[Member]) -> None:
    seen: set[str] = set()
    for member in members:
        folded = member.name.casefold()
        if folded in seen:
            raise HostileArchiveError(member=member.name, why=Reason.TWICE)
        seen.add(folded)


def _refuse_overlaps(members: list[Member], start: int) -> None:
    position = 0
    for member in sorted(members, key=lambda m: m.offset):
        if member.offset < position or member.end > start:
            raise HostileArchiveError(member=member.name, why=Reason.OVERLAP)
        position = member.end
