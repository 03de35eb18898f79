"""Set a sheet of values in type: PDF/A-2b with the embedded Chinese font, same bytes each time."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

import noto_cjk_sans_otc
import typst

from casework.events import Json

Sheet = Mapping[str, Json]


@dataclass(frozen=True)
class Typeset:
    """A finished document and its number of pages."""

    pdf: bytes
    pages: int


@cache
def _fonts() -> typst.Fonts:
    """Only the font of the wheel: what a machine happens to have must not change a document."""
    folder = Path(noto_cjk_sans_otc.__file__).parent
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[os.fspath(folder)]
    )


def typeset(template: str, sheet: Sheet, at: datetime, first_page: int = 0) -> Typeset:
    """Fill ``templates/<template>.typ``. ``first_page`` is its first page within the dossier.

    Values enter as JSON and stay text: nothing that people wrote is read as markup. ``at`` stands
    as the creation time in the PDF.
    """
    folder = Path(str(files("evidence").joinpath("templates")))
    inputs = {
        "data": json.dumps(sheet, ensure_ascii=False, sort_keys=True),
        "first": str(first_page),
    }
    compiler = typst.Compiler(
        os.fspath(folder / f"{template}.typ"),
        root=os.fspath(folder),
        font_paths=_fonts(),
        sys_inputs=inputs,
    )
    pages = json.loads(compiler.query("<pages>", field="value", one=True))
    pdf = compiler.compile(format="pdf", pdf_standards="a-2b", timestamp=int(at.timestamp()))
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst returned {type(pdf).__name__} for {template}")
    return Typeset(pdf, int(pages))
