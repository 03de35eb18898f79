"""Check a dossier offline: nothing but the file, Python and OpenSSL are needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from casework.wording import Both
from evidence.digests import CHUNK, Digests, digest_stream
from evidence.dossier.opened import Progress, open_dossier
from evidence.dossier.problems import CONTAINER, Problem, problem
from evidence.dossier.verify_bag import check_container, check_manifests, check_tags
from evidence.dossier.verify_records import (
    check_catalogue,
    check_chain,
    check_custody,
    check_letter,
)
from evidence.dossier.zipread import HostileArchiveError, NotADossierError


@dataclass(frozen=True)
class Verification:
    """The result: hashes of the archive, what it says it is, and everything that is wrong."""

    digests: Digests
    case_no: str | None
    sealed_at: str | None
    members: int
    events: int
    evidence: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(path: Path, expect: str | None = None, progress: Progress | None = None) -> Verification:
    """Check every byte of a dossier.

    ``expect`` is the SHA-256 or SM3 of the archive as told on another way. Never raises for what
    is in the file; OSError when it cannot be read, Sm3UnavailableError without SM3.
    """
    watch = progress or (lambda phase, done, total: None)
    with path.open("rb") as file:
        digests = digest_stream(iter(lambda: file.read(CHUNK), b""))
        result = _inspect(file, digests, watch)
    wanted = (expect or "").strip().lower()
    if not wanted or wanted in (digests.sha256, digests.sm3):
        return result
    wrong = problem("unexpected_hash", CONTAINER, expected=wanted[:80])
    return _result(digests, result, (wrong, *result.problems))


def _inspect(file: BinaryIO, digests: Digests, watch: Progress) -> Verification:
    try:
        opened = open_dossier(file, watch)
    except (HostileArchiveError, NotADossierError) as error:
        refused = problem("refused", CONTAINER, why=Both(error.message_zh, error.message_en))
        return Verification(digests, None, None, 0, 0, 0, (refused,))
    info, found = check_tags(opened)
    found += [*opened.problems, *check_manifests(opened)]
    if info is None:
        return Verification(digests, None, None, len(opened.members), 0, 0, tuple(found))
    events, broken = check_chain(opened, info)
    entries, differing = check_catalogue(opened)
    found += [*broken, *differing, *check_custody(opened, events, entries)]
    found += check_letter(events, entries)
    found += check_container(opened, file, info.sealed_at)
    return Verification(
        digests,
        info.case_no,
        info.sealed_at.isoformat(),
        len(opened.members),
        len(events),
        sum(entry.get("kind") == "evidence" for entry in entries),
        tuple(found),
    )


def _result(digests: Digests, old: Verification, found: tuple[Problem, ...]) -> Verification:
    return Verification(
        digests, old.case_no, old.sealed_at, old.members, old.events, old.evidence, found
    )
