"""UTF-8 or GB18030: decided over the whole content, never by its first lines."""

import numpy as np
import pyarrow as pa

from claims.errors import EncodingUnknown

# GB18030 text survives as UTF-8 for a few characters by chance (the "联通" effect), never for this
# many: what breaks later than that is damaged UTF-8, and reading it as GB18030 would garble it.
SURELY_UTF8 = 32


class Encoding:
    """What the text of one file has turned out to be so far; fed piece by piece.

    ``wide`` counts characters beyond ASCII that were read as UTF-8 (up to ``SURELY_UTF8``).
    """

    def __init__(self, name: str, known: str = "utf-8", wide: int = 0) -> None:
        self.file_name = name
        self.known = known
        self.wide = wide
        self.turned = False

    def utf8(self, content: bytes, first_line: int) -> bytes:
        """The piece as UTF-8. Raises `EncodingUnknown` with the line where it is neither.

        ``turned`` becomes true when earlier pieces were read as UTF-8 by mistake. A zero byte stands
        in no text: UTF-16 is full of them, and so is what a full disk cut off.
        """
        zero = content.find(b"\0")
        if zero >= 0:
            raise self._unknown(content, zero, first_line)
        if self.known == "utf-8":
            if is_utf8(content):
                self._count(content)
                return content
            self._turn(content, first_line)
        try:
            return content.decode("gb18030").encode()
        except UnicodeDecodeError as error:
            raise self._unknown(content, error.start, first_line) from None

    def _turn(self, content: bytes, first_line: int) -> None:
        before = self.wide
        at = _first_fault(content)
        self._count(content[:at])
        if self.wide >= SURELY_UTF8:
            raise self._unknown(content, at, first_line)
        # Pure ASCII reads the same either way; anything else has to be read again.
        self.turned = before > 0
        self.known = "gb18030"

    def _count(self, content: bytes) -> None:
        if self.wide < SURELY_UTF8 and not content.isascii():
            wide = np.count_nonzero(np.frombuffer(content, dtype=np.uint8) >= 0xC0)
            self.wide = min(SURELY_UTF8, self.wide + int(wide))

    def _unknown(self, content: bytes, at: int, first_line: int) -> EncodingUnknown:
        name, line = self.file_name, first_line + content.count(b"\n", 0, at)
        return EncodingUnknown(
            f"{name} 第 {line} 行的编码既不是 UTF-8 也不是 GB18030；请以 UTF-8 重新导出",
            f"{name}, line {line}: neither UTF-8 nor GB18030; export it again as UTF-8",
        )


def is_utf8(content: bytes) -> bool:
    """Whether all of it is UTF-8 (checked by Arrow at memory speed, not by decoding)."""
    ends = np.array([0, len(content)], dtype=np.int64)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(content)]
    try:
        pa.Array.from_buffers(pa.large_utf8(), 1, buffers).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _first_fault(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(content)
