"""The bytes of a ZIP archive that has only one way to be written.

Members are stored, not deflated, because two versions of a compressor write different bytes; and
nothing that is refused later (bombs, encryption, links) can hide in them. Every field is fixed by
the names, sizes and checksums of the members and by one time for all, so a reader can write the
archive again and compare. Layout: APPNOTE.TXT 6.3.10; ZIP64 records appear only where a number
does not fit into 32 bits.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence.parameters import SHANGHAI

MAX32 = 0xFFFFFFFF
MAX16 = 0xFFFF
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
END64 = struct.Struct("<4sQ2H2I4Q")
LOCATOR = struct.Struct("<4sIQI")
LOCAL_SIGN, CENTRAL_SIGN, END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
END64_SIGN, LOCATOR_SIGN = b"PK\x06\x06", b"PK\x06\x07"
_PLAIN, _ZIP64, _UNIX = 20, 45, 3 << 8
_MODE = 0o100644 << 16


@dataclass(frozen=True)
class Member:
    """One stored file: its path, size in bytes, CRC-32, and where its header starts."""

    name: str
    size: int
    crc: int
    offset: int

    @property
    def large(self) -> bool:
        """Whether the size needs a ZIP64 field."""
        return self.size >= MAX32

    @property
    def data_offset(self) -> int:
        """Where the bytes of the file start."""
        extra = 20 if self.large else 0
        return self.offset + LOCAL.size + len(self.name.encode()) + extra

    @property
    def end(self) -> int:
        """Where the next header starts."""
        return self.data_offset + self.size


def dos_time(at: datetime) -> tuple[int, int]:
    """(date, time) as ZIP keeps them: Shanghai wall time, even seconds, from 1980 to 2107."""
    wall = at.astimezone(SHANGHAI)
    if not 1980 <= wall.year <= 2107:
        raise ValueError(f"ZIP 不能记录 {wall.year} 年 (ZIP cannot record the year {wall.year})")
    day = (wall.year - 1980) << 9 | wall.month << 5 | wall.day
    return day, wall.hour << 11 | wall.minute << 5 | wall.second // 2


def local_header(member: Member, at: datetime) -> bytes:
    """The header in front of a member's bytes."""
    day, clock = dos_time(at)
    name = member.name.encode("ascii")
    size = MAX32 if member.large else member.size
    extra = struct.pack("<2H2Q", 1, 16, member.size, member.size) if member.large else b""
    version = _ZIP64 if member.large else _PLAIN
    fields = (version, 0, 0, clock, day, member.crc, size, size, len(name), len(extra))
    return LOCAL.pack(LOCAL_SIGN, *fields) + name + extra


def central_header(member: Member, at: datetime) -> bytes:
    """The member's entry in the central directory."""
    day, clock = dos_time(at)
    name = member.name.encode("ascii")
    wide = [member.size, member.size] if member.large else []
    wide += [member.offset] if member.offset >= MAX32 else []
    extra = struct.pack(f"<2H{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
    size = MAX32 if member.large else member.size
    version = _ZIP64 if wide else _PLAIN
    fields = (_UNIX | version, version, 0, 0, clock, day, member.crc, size, size)
    tail = (len(name), len(extra), 0, 0, 0, _MODE, min(member.offset, MAX32))
    return CENTRAL.pack(CENTRAL_SIGN, *fields, *tail) + name + extra


def directory(members: Sequence[Member], at: datetime) -> bytes:
    """Everything behind the last member: central directory and end records."""
    start = members[-1].end if members else 0
    entries = b"".join(central_header(member, at) for member in members)
    return entries + _end_records(len(members), len(entries), start)


def _end_records(count: int, size: int, start: int) -> bytes:
    records = b""
    if count >= MAX16 or size >= MAX32 or start >= MAX32:
        made = _UNIX | _ZIP64
        records = END64.pack(
            END64_SIGN, END64.size - 12, made, _ZIP64, 0, 0, count, count, size, start
        )
        records += LOCATOR.pack(LOCATOR_SIGN, 0, start + size, 1)
    few = min(count, MAX16)
    return records + END.pack(END_SIGN, 0, 0, few, few, min(size, MAX32), min(start, MAX32), 0)
