"""Check the bag: tag files, both manifests, and the archive around them, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from casework.wording import Both
from evidence.dossier import bag
from evidence.dossier.opened import Opened
from evidence.dossier.problems import CONTAINER, Problem, problem
from evidence.dossier.zipformat import Member, directory, dos_time, local_header


def check_tags(opened: Opened) -> tuple[bag.BagInfo | None, list[Problem]]:
    """bagit.txt and bag-info.txt; the values of the latter if they can be read."""
    found: list[Problem] = []
    for name in (*bag.HEAD_FILES, *bag.TAIL_FILES):
        if name not in opened.texts:
            found.append(problem("missing", name))
    if opened.texts.get("bagit.txt", bag.BAGIT) != bag.BAGIT:
        found.append(problem("malformed", "bagit.txt", why="BagIt 1.0, UTF-8"))
    raw = opened.texts.get("bag-info.txt")
    if raw is None:
        return None, found
    try:
        info = bag.parse_info(raw)
        text = info.text(*_oxum(opened))
    except (ValueError, KeyError) as error:
        return None, [*found, problem("malformed", "bag-info.txt", why=str(error)[:200])]
    if raw != text:
        found.append(problem("malformed", "bag-info.txt", why="Payload-Oxum"))
    return info, found


def check_manifests(opened: Opened) -> list[Problem]:
    """Every file against the tag manifest, the SHA-256 manifest and the SM3 manifest."""
    payload = {p: d for p, d in opened.digests.items() if p.startswith("data/")}
    tags = {p: d for p, d in opened.digests.items() if not p.startswith("data/") and p != bag.TAG}
    return [
        *_compare(opened, bag.TAG, {p: d.sha256 for p, d in tags.items()}, "SHA-256"),
        *_compare(opened, bag.SHA256, {p: d.sha256 for p, d in payload.items()}, "SHA-256"),
        *_compare(opened, bag.SM3, {p: d.sm3 for p, d in payload.items()}, "SM3"),
    ]


def check_container(opened: Opened, file: BinaryIO, sealed_at: datetime) -> list[Problem]:
    """Write the archive's structure again from its members and compare it with the file."""
    paths = [opened.path(member) for member in opened.members]
    found = [] if paths == canonical_order(paths) else [problem("order", CONTAINER)]
    try:
        dos_time(sealed_at)
    except ValueError as error:
        return [*found, problem("malformed", "bag-info.txt", why=str(error))]
    rebuilt: list[Member] = []
    for member in opened.members:
        offset = rebuilt[-1].end if rebuilt else 0
        twin = Member(member.name, member.size, member.crc, offset)
        rebuilt.append(twin)
        expected = local_header(twin, sealed_at)
        found += _differs(
            file,
            offset,
            expected,
            Both(f"本地文件头 {member.name}", f"local header of {member.name}"),
        )
    start = rebuilt[-1].end if rebuilt else 0
    tail = directory(rebuilt, sealed_at)
    found += _differs(file, start, tail, Both("中央目录", "central directory"), to_end=True)
    return found


def canonical_order(paths: list[str]) -> list[str]:
    """Head tag files, payload by path, manifests."""
    rest = sorted(p for p in paths if p not in (*bag.HEAD_FILES, *bag.TAIL_FILES))
    return [*bag.HEAD_FILES, *rest, *bag.TAIL_FILES]


def _compare(opened: Opened, name: str, hashes: dict[str, str], what: str) -> Iterator[Problem]:
    """The files against one manifest; and the manifest against its only possible text."""
    raw = opened.texts.get(name)
    if raw is None:
        return
    try:
        listed = bag.parse_manifest(raw)
    except ValueError as error:
        yield problem("malformed", name, why=str(error)[:200])
        return
    for path in sorted(listed.keys() - hashes.keys()):
        yield problem("missing", path)
    for path in sorted(hashes.keys() - listed.keys()):
        yield problem("unlisted", path)
    for path in sorted(hashes.keys() & listed.keys()):
        if listed[path] != hashes[path]:
            yield problem("changed", path, what=what, expected=listed[path], found=hashes[path])
    if raw != bag.manifest(listed):
        yield problem("malformed", name, why=Both("次序或换行", "order or line ends"))


def _differs(
    file: BinaryIO, offset: int, expected: bytes, what: Both, *, to_end: bool = False
) -> list[Problem]:
    file.seek(offset)
    found = file.read() if to_end else file.read(len(expected))
    if found == expected:
        return []
    same = next((i for i, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), None)
    at = offset + (same if same is not None else min(len(found), len(expected)))
    return [problem("container_differs", CONTAINER, what=what, offset=at)]


def _oxum(opened: Opened) -> tuple[int, int]:
    payload = [d.size for p, d in opened.digests.items() if p.startswith("data/")]
    return sum(payload), len(payload)
