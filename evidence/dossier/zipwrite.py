"""Write a dossier's archive as a stream, in constant memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from evidence.digests import Digests, Tap
from evidence.dossier.zipformat import Member, directory, local_header


class ZipWriter:
    """Appends members to a seekable binary file; ``close`` writes the directory.

    The header of a member is written with its checksum after its bytes have passed.
    """

    def __init__(self, out: BinaryIO, at: datetime) -> None:
        self._out = out
        self._at = at
        self._members: list[Member] = []

    def add(self, name: str, chunks: Iterable[bytes], size: int) -> Digests:
        """Store one file of exactly ``size`` bytes; both hashes of it.

        Raises ValueError when another number of bytes comes: the header's length depends on it.
        """
        offset = self._members[-1].end if self._members else 0
        blank = Member(name, size, 0, offset)
        self._out.write(local_header(blank, self._at))
        tap, crc = Tap(chunks), 0
        for chunk in tap:
            crc = zlib.crc32(chunk, crc)
            self._out.write(chunk)
        if tap.digests.size != size:
            raise ValueError(f"{name}: {tap.digests.size} bytes instead of {size}")
        member = Member(name, size, crc, offset)
        self._out.seek(offset)
        self._out.write(local_header(member, self._at))
        self._out.seek(member.end)
        self._members.append(member)
        return tap.digests

    def close(self) -> None:
        """Write the central directory; the file itself stays open."""
        self._out.write(directory(self._members, self._at))
