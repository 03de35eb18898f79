"""Cut a source into pieces: the unit of work that a killed import need not do again.

Where the cuts lie depends on the bytes and the limits alone, so a second run finds the same pieces.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from claims.intake.encoding import Encoding
from claims.intake.header import damaged_parquet
from claims.intake.limits import ImportLimits
from claims.intake.reading import Reader, Sealed, disk_errors

QUOTE, COMMA, NEWLINE, SPACE, TAB = 0x22, 0x2C, 0x0A, 0x20, 0x09


class EncodingTurned(Exception):
    """A file (its number) is GB18030 though its first pieces passed as UTF-8: they have to be read again."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of whole rows of one file.

    CSV: ``path`` holds them as UTF-8 without the header, ``first`` is the line number of the first
    one, ``end`` the offset behind them in the unpacked text. Parquet: rows ``first`` to ``end`` of
    ``path`` itself. ``tidy``: no cell begins or ends with white space. ``packed``: bytes of the
    source read up to here. ``wide`` and ``encoding``: see `Encoding`.
    """

    file: int
    number: int
    path: Path
    first: int
    end: int
    lines: int
    tidy: bool
    encoding: str
    wide: int
    packed: int

    @property
    def name(self) -> str:
        """A name that sorts by file and place."""
        return f"f{self.file:03d}-{self.number:05d}"

    @property
    def is_parquet(self) -> bool:
        """Whether the piece is a range of rows in a Parquet file."""
        return self.encoding == "parquet"

    def record(self) -> dict[str, object]:
        """The piece as JSON values."""
        return {**asdict(self), "path": str(self.path)}


def cut(
    sealed: Sealed,
    index: int,
    folder: Path,
    limits: ImportLimits,
    last: Piece | None = None,
    encoding: str = "utf-8",
) -> Iterator[Piece]:
    """The pieces of a source behind ``last`` (all of them without it), written to ``folder``.

    ``encoding`` is what the text is taken for until it proves to be another. Raises what `Reader.text` raises, `EncodingUnknown`, or `EncodingTurned`.
    """
    if sealed.file.ending == ".parquet":
        return _row_ranges(sealed, index, limits, last)
    known = Encoding(sealed.name, last.encoding if last else encoding, last.wide if last else 0)
    return _text_pieces(sealed, index, folder, limits, last, known)


def _row_ranges(
    sealed: Sealed, index: int, limits: ImportLimits, last: Piece | None
) -> Iterator[Piece]:
    try:
        rows = pq.read_metadata(sealed.file.path).num_rows
    except Exception as error:
        raise damaged_parquet(sealed.name, error) from None
    start, number = (last.end, last.number + 1) if last else (0, 0)
    while start < rows or number == 0:
        end = min(rows, start + limits.piece_rows)
        read = sealed.bytes * end // max(1, rows)
        path = sealed.file.path
        yield Piece(index, number, path, start, end, end - start, False, "parquet", 0, read)
        start, number = end, number + 1


def _text_pieces(
    sealed: Sealed,
    index: int,
    folder: Path,
    limits: ImportLimits,
    last: Piece | None,
    encoding: Encoding,
) -> Iterator[Piece]:
    reader = Reader(sealed, limits)
    number, line = (last.number + 1, last.first + last.lines) if last else (0, 1)
    blocks = _blocks(reader.text(), last.end if last else 0, 2 * limits.max_line)
    offset = last.end if last else 0
    while True:
        path = folder / f"f{index:03d}-{number:05d}.csv"
        run = _Run(path, line, encoding, has_header=number == 0)
        with disk_errors(path):
            more = run.write(blocks, limits)
        offset += run.size
        if run.size:
            yield Piece(
                *(index, number, path, run.first, offset, run.lines, run.tidy),
                *(encoding.known, encoding.wide, reader.packed),
            )
        if not more:
            return
        number, line = number + 1, run.first + run.lines


@dataclass
class _Run:
    """The text of one piece on its way to its file, block by block."""

    path: Path
    first: int
    encoding: Encoding
    has_header: bool
    size: int = 0
    lines: int = 0
    tidy: bool = True

    def write(self, blocks: Iterator[bytes], limits: ImportLimits) -> bool:
        """Write until the piece is full and ends outside quotes; tell whether more may follow.

        Where broken quotes leave no such place, any line end serves: what is behind the broken
        quote is then mended line by line.
        """
        quotes = 0
        with self.path.open("wb") as target:
            for block in blocks:
                self.size += len(block)
                text = self.encoding.utf8(block, self.first + self.lines)
                if self.encoding.turned:
                    raise EncodingTurned
                if self.has_header:
                    text = text[text.find(b"\n") + 1 :]
                    self.first, self.has_header = self.first + 1, False
                bytes_ = np.frombuffer(text, dtype=np.uint8)
                self.lines += int(np.count_nonzero(bytes_ == NEWLINE))
                quotes += int(np.count_nonzero(bytes_ == QUOTE))
                self.tidy = self.tidy and is_tidy(bytes_)
                target.write(text)
                full = self.size >= limits.piece_bytes
                if full and (quotes % 2 == 0 or self.size >= limits.piece_bytes + limits.max_line):
                    return True
        return False


def _blocks(chunks: Iterator[bytes], skip: int, longest: int) -> Iterator[bytes]:
    """The content behind ``skip`` bytes in blocks that end with a line end.

    A line of more than ``longest`` bytes is cut as it is, so that memory stays bounded.
    """
    held = b""
    for chunk in chunks:
        text = held + chunk[skip:] if held or skip else chunk
        skip = max(0, skip - len(chunk))
        end = text.rfind(b"\n") + 1
        if not end and len(text) > longest:
            end = len(text)
        if end:
            yield text[:end]
        held = text[end:]
    if held:
        yield held + b"\n"


def is_tidy(text: NDArray[np.uint8]) -> bool:
    """Whether no cell of these lines begins or ends with white space: then trimming can be spared."""
    if not text.size:
        return True
    if text[0] == SPACE or (text == TAB).any():
        return False
    at = np.flatnonzero(text[1:-1] == SPACE) + 1
    if _edge(text[at - 1]).any() or _edge(text[at + 1]).any():
        return False
    # No-break space and the ideographic space of Chinese input methods.
    at = np.flatnonzero(text[:-1] == 0xC2)
    if (text[at + 1] == 0xA0).any():
        return False
    at = np.flatnonzero(text[:-2] == 0xE3)
    return not bool(((text[at + 1] == 0x80) & (text[at + 2] == 0x80)).any())


def _edge(neighbours: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.isin(neighbours, (COMMA, QUOTE, NEWLINE))
