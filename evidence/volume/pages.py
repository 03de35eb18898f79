"""What a paper looks like in a volume: the pages of a PDF, a picture as a page, or a slip."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdf
import pypdf.errors
import typst

#: Pictures that typst sets as a page, by media type.
PICTURES: Final = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
}
PDF: Final = "application/pdf"
#: More than this of one paper stays in the vault, with a slip in the volume.
MOST_BYTES: Final = 64 * 1024 * 1024
_PAGE: Final = """#set page(paper: "a4", margin: 12mm)
#align(center + horizon, image("picture.{kind}", width: 100%, height: 100%, fit: "contain"))
"""


@dataclass(frozen=True)
class Content:
    """The bytes of a paper and what they are."""

    body: bytes
    media_type: str


class NotPrintableError(Exception):
    """The paper cannot be bound as pages; the message says why, as the slip prints it."""


def pages_of(content: Content) -> list[pypdf.PageObject]:
    """The pages of a paper. Raises NotPrintableError."""
    if content.media_type in PICTURES:
        return _read(_picture(content))
    if content.media_type == PDF:
        return _read(content.body)
    raise NotPrintableError("不是可打印的文件（音像、电子数据等）")


def _read(body: bytes) -> list[pypdf.PageObject]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotPrintableError("PDF 设有打开密码")
        pages = list(reader.pages)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotPrintableError("PDF 结构损坏，无法读取页面") from error
    if not pages:
        raise NotPrintableError("PDF 没有页面")
    return pages


def _picture(content: Content) -> bytes:
    kind = PICTURES[content.media_type]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"picture.{kind}").write_bytes(content.body)
        (Path(folder) / "page.typ").write_text(_PAGE.format(kind=kind), "utf-8")
        try:
            made = typst.compile(str(Path(folder) / "page.typ"), root=folder, format="pdf")
        except (typst.TypstError, RuntimeError, ValueError) as error:
            raise NotPrintableError("图片损坏，无法读取") from error
    if not isinstance(made, bytes):
        raise TypeError(f"typst returned {type(made).__name__} for a picture")
    return made
