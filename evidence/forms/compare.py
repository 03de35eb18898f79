"""What changed between two versions of a template, as a reader sees it."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import docx
from docx.document import Document
from docx.table import Table, _Cell


class Change(StrEnum):
    """Whether a line came or went."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Difference:
    """One line of text that differs."""

    change: Change
    text: str


def differences(first: bytes, second: bytes) -> list[Difference]:
    """The lines that `second` has and `first` has not, and the other way round, in order."""
    found = []
    for line in difflib.ndiff(_lines(first), _lines(second)):
        if line.startswith("+ "):
            found.append(Difference(Change.ADDED, line[2:]))
        elif line.startswith("- "):
            found.append(Difference(Change.REMOVED, line[2:]))
    return found


def _lines(content: bytes) -> list[str]:
    return list(_texts(docx.Document(io.BytesIO(content))))


def _texts(place: Document | _Cell) -> Iterator[str]:
    for block in place.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(" ".join(_texts(cell)) for cell in row.cells)
        elif block.text.strip():
            yield block.text.strip()
