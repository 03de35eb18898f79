"""The tag files of a bag (BagIt 1.0, RFC 8493), as text that has only one way to be written.

``bagit.py`` knows the SHA-256 manifest; the SM3 manifest stands beside it, is listed in the tag
manifest like any tag file, and is checked by ``verify``. ``sha256sum -c manifest-sha256.txt``
works inside the unpacked bag.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from evidence.digests import Digests

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PROFILE = "jicha-dossier-1"
HEAD_FILES = ("bagit.txt", "bag-info.txt")
SHA256, SM3, TAG = "manifest-sha256.txt", "manifest-sm3.txt", "tagmanifest-sha256.txt"
TAIL_FILES = (SHA256, SM3, TAG)


@dataclass(frozen=True)
class BagInfo:
    """What bag-info.txt says, beside counts and sizes."""

    case_no: str
    title: str
    bureau: str
    sealed_at: datetime
    chain_length: int
    chain_head: str

    def text(self, size: int, files: int) -> bytes:
        """The file for a payload of so many bytes and files."""
        rows = {
            "Source-Organization": self.bureau,
            "External-Identifier": self.case_no,
            "External-Description": self.title,
            "Bagging-Date": self.sealed_at.date().isoformat(),
            "Payload-Oxum": f"{size}.{files}",
            "Jicha-Profile": PROFILE,
            "Jicha-Sealed-At": self.sealed_at.isoformat(),
            "Jicha-Chain-Length": str(self.chain_length),
            "Jicha-Chain-Head": self.chain_head,
        }
        return "".join(f"{key}: {_one_line(value)}\n" for key, value in rows.items()).encode()


def parse_info(body: bytes) -> BagInfo:
    """The values of a bag-info.txt. Raises ValueError or KeyError when it is not one of ours."""
    lines = body.decode("utf-8").splitlines()
    rows = dict(line.split(": ", 1) for line in lines if ": " in line)
    if rows["Jicha-Profile"] != PROFILE:
        raise ValueError(f"unknown profile {rows['Jicha-Profile']}")
    return BagInfo(
        case_no=rows["External-Identifier"],
        title=rows["External-Description"],
        bureau=rows["Source-Organization"],
        sealed_at=datetime.fromisoformat(rows["Jicha-Sealed-At"]),
        chain_length=int(rows["Jicha-Chain-Length"]),
        chain_head=rows["Jicha-Chain-Head"],
    )


def manifest(hashes: Mapping[str, str]) -> bytes:
    """Lines of ``<hash>  <path>`` in path order, as ``sha256sum`` writes and reads them."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode("ascii")


def parse_manifest(body: bytes) -> dict[str, str]:
    """Path to hash. Raises ValueError when a line is not of the canonical form."""
    found: dict[str, str] = {}
    for line in body.decode("ascii").splitlines():
        value, gap, path = line.partition("  ")
        if len(value) != 64 or not gap or path in found:
            raise ValueError(f"not a manifest line: {line[:80]!r}")
        found[path] = value
    return found


def manifests(payload: Mapping[str, Digests]) -> tuple[bytes, bytes]:
    """The SHA-256 and the SM3 manifest of the payload files."""
    return (
        manifest({path: d.sha256 for path, d in payload.items()}),
        manifest({path: d.sm3 for path, d in payload.items()}),
    )


def _one_line(value: str) -> str:
    return " ".join(value.split())
