"""A DOCX file as a package: what may be inside, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from evidence.forms.errors import TemplateInvalidError

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_UNPACKED: Final = 20 * 1024 * 1024
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN: Final = "word/document.xml"
_EXTERNAL: Final = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*>')
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def checked(content: bytes) -> bytes:
    """The bytes of a plain DOCX without macros and without anything fetched from outside.

    Raises TemplateInvalidError.
    """
    if len(content) > MOST_BYTES:
        raise TemplateInvalidError(
            "模板超过 2 MB，请压缩其中的图片。", "Over 2 MB; shrink its pictures."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _look_at(package)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise TemplateInvalidError(
            "不是 DOCX 文件，请用 WPS 或 Word 另存为 .docx 后再上传。",
            "This is no DOCX file; save it as .docx in WPS or Word.",
        ) from error
    return content


def _look_at(package: zipfile.ZipFile) -> None:
    package.getinfo(_MAIN)
    if sum(info.file_size for info in package.infolist()) > MOST_UNPACKED:
        raise TemplateInvalidError("模板解压后过大。", "The template unpacks to too much.")
    for name in package.namelist():
        if name.endswith("vbaProject.bin"):
            raise TemplateInvalidError("模板不得含有宏。", "A template may hold no macros.")
        if not name.endswith(".rels"):
            continue
        for link in _EXTERNAL.findall(package.read(name)):
            if b"/hyperlink" not in link:
                raise TemplateInvalidError(
                    "模板引用了外部文件，请去掉链接的图片或模板。",
                    "The template refers to an outside file; embed it instead.",
                )


def settled(content: bytes) -> bytes:
    """The same package with fixed times, so that the same case gives the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in package.namelist():
            written.writestr(
                zipfile.ZipInfo(name, _EPOCH), package.read(name), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
