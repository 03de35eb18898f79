"""A dossier's archive, read once: every member hashed, the small ones kept."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from casework.wording import Both
from evidence.digests import Digests, Tap
from evidence.dossier import bag, layout
from evidence.dossier.problems import Problem, problem
from evidence.dossier.zipformat import Member
from evidence.dossier.zipread import read_directory, read_member

Progress = Callable[[str, int, int | None], None]

KEPT = frozenset(
    {*bag.HEAD_FILES, *bag.TAIL_FILES, layout.CATALOGUE, layout.EVENTS, layout.CUSTODY}
)
"""Files that are looked into; the others are only hashed."""
KEPT_LIMIT = 512 << 20


@dataclass(frozen=True)
class Opened:
    """The members in archive order, their hashes, and the kept texts, by path inside the bag."""

    base: str
    members: tuple[Member, ...]
    digests: dict[str, Digests]
    texts: dict[str, bytes]
    problems: tuple[Problem, ...]

    def path(self, member: Member) -> str:
        """A member's path inside the bag."""
        return member.name[len(self.base) + 1 :]


def open_dossier(file: BinaryIO, progress: Progress) -> Opened:
    """Read the archive once. Raises NotADossierError and HostileArchiveError."""
    members = tuple(read_directory(file))
    base = members[0].name.split("/", 1)[0] if members else ""
    opened, problems = Opened(base, members, {}, {}, ()), list[Problem]()
    total, done = sum(member.size for member in members), 0
    for member in members:
        if not member.name.startswith(f"{base}/"):
            problems.append(
                problem("not_a_dossier", member.name, why=Both("多个顶层目录", "two folders"))
            )
            continue
        problems += _hash(file, member, opened)
        done += member.size
        progress("verify", done, total)
    return Opened(base, members, opened.digests, opened.texts, tuple(problems))


def _hash(file: BinaryIO, member: Member, opened: Opened) -> list[Problem]:
    """Hash one member into ``opened``; a checksum that differs from the directory's is told."""
    path, crc = opened.path(member), 0
    keep = bytearray() if path in KEPT and member.size <= KEPT_LIMIT else None
    tap = Tap(read_member(file, member))
    for chunk in tap:
        crc = zlib.crc32(chunk, crc)
        if keep is not None:
            keep += chunk
    opened.digests[path] = tap.digests
    if keep is not None:
        opened.texts[path] = bytes(keep)
    if crc == member.crc:
        return []
    expected, found = f"{member.crc:08x}", f"{crc:08x}"
    return [problem("changed", path, what="CRC-32", expected=expected, found=found)]
