"""What a paper looks like in a volume: the pages of a PDF, a picture as a page, or a slip."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import pypdf
import pypdf.errors
import typst

from evidence.volume.archival import archival
from evidence.volume.flatten import flatten

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


#: A page that is drawn stands in its own size; dots to the inch as archives scan (DA/T 31).
DOTS: Final = 200
STANDARD: Final[Literal["a-2b"]] = "a-2b"
_WHOLE: Final = """#set page(width: auto, height: auto, margin: 0pt)
#image("{name}", width: {wide})
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


def page_count(content: Content) -> int:
    """How many pages a paper has. Raises NotPrintableError."""
    if content.media_type != PDF:
        return len(pages_of(content))
    try:
        reader = pypdf.PdfReader(io.BytesIO(content.body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotPrintableError("PDF 设有打开密码")
        count = len(reader.pages)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotPrintableError("PDF 结构损坏，无法读取页面") from error
    if not count:
        raise NotPrintableError("PDF 没有页面")
    return count


def _read(body: bytes) -> list[pypdf.PageObject]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotPrintableError("PDF 设有打开密码")
        copy = pypdf.PdfWriter()
        pages = [copy.add_page(page) for page in reader.pages]
        for page in pages:
            flatten(page)
        pages = [page if archival(page) else _drawn(page) for page in pages]
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotPrintableError("PDF 结构损坏，无法读取页面") from error
    if not pages:
        raise NotPrintableError("PDF 没有页面")
    return pages


def _picture(content: Content) -> bytes:
    kind = PICTURES[content.media_type]
    try:
        return _set(f"picture.{kind}", content.body, _PAGE.format(kind=kind), STANDARD)
    except (typst.TypstError, RuntimeError, ValueError) as error:
        raise NotPrintableError("图片损坏，无法读取") from error


def _drawn(page: pypdf.PageObject) -> pypdf.PageObject:
    """The page as a picture of itself, for what PDF/A does not take (fonts that are not embedded)."""
    single, alone = pypdf.PdfWriter(), io.BytesIO()
    single.add_page(page)
    single.write(alone)
    try:
        seen = _set("page.pdf", alone.getvalue(), _WHOLE.format(name="page.pdf", wide="auto"), None)
        wide = f"{int.from_bytes(seen[16:20]) * 72 / DOTS}pt"  # the width in the picture's head
        sheet = _set("page.png", seen, _WHOLE.format(name="page.png", wide=wide), STANDARD)
    except (typst.TypstError, RuntimeError, ValueError) as error:
        raise NotPrintableError("PDF 页面无法转换为长期保存格式（PDF/A）") from error
    return pypdf.PdfReader(io.BytesIO(sheet)).pages[0]


def _set(name: str, body: bytes, text: str, standard: Literal["a-2b"] | None) -> bytes:
    """Typeset a page with one file: as PDF of a standard, or as picture where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(body)
        (Path(folder) / "page.typ").write_text(text, "utf-8")
        source = str(Path(folder) / "page.typ")
        if standard is None:
            made = typst.compile(source, root=folder, format="png", ppi=DOTS)
        else:
            made = typst.compile(source, root=folder, format="pdf", pdf_standards=standard)
    if not isinstance(made, bytes):
        raise TypeError(f"typst returned {type(made).__name__} for {name}")
    return made
