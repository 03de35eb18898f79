"""What a line says: a sentence with marks where it names a table or a column.

Whoever shows the sentence puts the names that its reader knows in the place of the marks; `plain`
puts the codes of the interface there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Names(StrEnum):
    """What a part of a sentence names."""

    TABLE = "table"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Part:
    """Plain words, or the code of what ``names`` says."""

    text: str
    names: Names | None = None


_MARK: Final = re.compile(r"\{(table|column):(\w+)\}")


def table(code: str) -> str:
    """The mark of a table."""
    return f"{{{Names.TABLE}:{code}}}"


def column(code: str) -> str:
    """The mark of a column."""
    return f"{{{Names.COLUMN}:{code}}}"


def parts(sentence: str) -> Iterator[Part]:
    """The parts of a sentence in their order; joined, their texts are `plain`."""
    at = 0
    for mark in _MARK.finditer(sentence):
        if mark.start() > at:
            yield Part(sentence[at : mark.start()])
        yield Part(mark[2], Names(mark[1]))
        at = mark.end()
    if at < len(sentence):
        yield Part(sentence[at:])


def plain(sentence: str) -> str:
    """The sentence with the codes of what it names."""
    return _MARK.sub(r"\2", sentence)
