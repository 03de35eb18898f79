"""Lay what is stuck onto a page into the page: stamps, signatures and notes of a scan's reader.

A bound volume is paper: annotations are drawn as they look, and nothing on it can be clicked.
"""

from __future__ import annotations

from typing import Any, Final

from pypdf import PageObject, Transformation
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

#: Bits of /F: hidden, and not to be shown.
UNSEEN: Final = 2 | 32


def flatten(page: PageObject) -> None:
    """Draw the annotations into the page and take them off. Raises what pypdf does for damaged ones."""
    for reference in page.get("/Annots") or ArrayObject():
        annotation = reference.get_object()
        look = _look(annotation)
        if look is not None and not int(annotation.get("/F", 0)) & UNSEEN:
            _lay(page, look, [float(one) for one in annotation["/Rect"]])
    for name in ("/Annots", "/AA", "/StructParents"):
        if name in page:
            del page[name]


def _look(annotation: DictionaryObject) -> StreamObject | None:
    """How the annotation looks now, or None for one without a picture (links, pop-ups)."""
    looks = annotation.get("/AP")
    normal = looks.get_object().get("/N") if looks is not None else None
    found: Any = normal.get_object() if normal is not None else None
    if isinstance(found, StreamObject):
        return found
    state = found.get(annotation.get("/AS", "")) if isinstance(found, DictionaryObject) else None
    chosen = state.get_object() if state is not None else None
    return chosen if isinstance(chosen, StreamObject) else None


def _lay(page: PageObject, look: StreamObject, rect: list[float]) -> None:
    """Place the picture's box, turned by its own matrix, onto the rectangle (ISO 32000 12.5.5)."""
    left, bottom, right, top = _box(look)
    x, y = min(rect[0], rect[2]), min(rect[1], rect[3])
    wide, high = abs(rect[2] - rect[0]), abs(rect[3] - rect[1])
    if right <= left or top <= bottom or not wide or not high:
        return
    across, up = wide / (right - left), high / (top - bottom)
    sheet = PageObject.create_blank_page(None, page.mediabox.right, page.mediabox.top)
    # A form needs its type to be drawn by name; appearances may come without.
    look[NameObject("/Type")], look[NameObject("/Subtype")] = (
        NameObject("/XObject"),
        NameObject("/Form"),
    )
    shelf = DictionaryObject({NameObject("/Look"): look})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shelf})
    draw = StreamObject()
    draw.set_data(b"/Look Do")
    sheet[NameObject("/Contents")] = draw
    move = Transformation().scale(across, up).translate(x - left * across, y - bottom * up)
    page.merge_transformed_page(sheet, move, over=True, expand=False)


def _box(look: StreamObject) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(one) for one in look["/BBox"])  # type: ignore[attr-defined]
    a, b, c, d, e, f = (float(one) for one in look.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
