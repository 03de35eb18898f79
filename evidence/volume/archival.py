"""Whether a page of unknown origin may stand in a PDF/A-2b (ISO 19005-2) as it is.

Conservative: what is not known to be allowed is drawn as a picture instead. Scans, which are most of
a file, hold one image and pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pypdf
import pypdf.errors
from pypdf.generic import ContentStream, StreamObject

#: 6.1.7: streams are compressed with these; JPEG 2000 has rules of its own and is drawn.
FILTERS: Final = frozenset(
    {"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/RunLengthDecode",
     "/ASCIIHexDecode", "/ASCII85Decode"}
)  # fmt: skip
#: 6.2.4: colours that an RGB output intent stands for, or that say themselves what they are.
COLOURS: Final = frozenset({"/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/ICCBased"})
#: Operators that set a colour of printing inks, or hold an image among the operators.
BARRED: Final = frozenset({b"k", b"K", b"BI", b"INLINE IMAGE"})
FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
#: Longer instructions are drawn rather than read.
MOST_CONTENT: Final = 2_000_000
_DEEPEST: Final = 8


def archival(page: pypdf.PageObject) -> bool:
    """Whether the page may stay as it is; annotations are asked about elsewhere."""
    try:
        content = page.get_contents()
        if content is not None and not _plain(content):
            return False
        return "/AA" not in page and _fits(_of(page.get("/Resources")), 0)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _plain(content: StreamObject) -> bool:
    if len(content.get_data()) > MOST_CONTENT:
        return False
    read = ContentStream(content, None)
    return all(operator not in BARRED for _, operator in read.operations)


def _fits(resources: Mapping[str, Any], depth: int) -> bool:
    return (
        depth < _DEEPEST
        and all(_embedded(font) for font in _each(resources, "/Font"))
        and all(_colour(space) for space in _each(resources, "/ColorSpace"))
        and all(_state(state) for state in _each(resources, "/ExtGState"))
        and not any(True for _ in _each(resources, "/Pattern"))
        and all(_object(one, depth) for one in _each(resources, "/XObject"))
    )


def _each(resources: Mapping[str, Any], kind: str) -> Iterator[Any]:
    return (one.get_object() for one in _of(resources.get(kind)).values())


def _of(value: Any) -> Mapping[str, Any]:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, Mapping) else {}


def _embedded(font: Mapping[str, Any]) -> bool:
    """6.2.11.4: the font's program lies in the file."""
    if font.get("/Subtype") == "/Type3":
        return False
    if font.get("/Subtype") == "/Type0":
        return all(_embedded(one.get_object()) for one in font["/DescendantFonts"].get_object())
    descriptor = _of(font.get("/FontDescriptor"))
    return any(name in descriptor for name in FONT_FILES)


def _colour(space: Any) -> bool:
    if not isinstance(space, list):
        return str(space) in COLOURS
    name = str(space[0])
    return _colour(space[1].get_object()) if name == "/Indexed" else name in COLOURS


def _state(state: Mapping[str, Any]) -> bool:
    """6.2.5: no transfer functions, no halftones of one's own."""
    return not any(name in state for name in ("/TR", "/TR2", "/HTP", "/HT"))


def _object(one: StreamObject, depth: int) -> bool:
    if not _filters(one) or any(name in one for name in ("/OPI", "/Alternates", "/PS", "/Ref")):
        return False
    if one.get("/Subtype") == "/Form":
        return _plain(one) and _fits(_of(one.get("/Resources")), depth + 1)
    if one.get("/Subtype") != "/Image" or one.get("/Interpolate"):
        return False
    mask = one.get("/SMask")
    coloured = one.get("/ImageMask") or _colour(_plainly(one.get("/ColorSpace")))
    return bool(coloured) and (mask is None or _object(mask.get_object(), depth + 1))


def _plainly(value: Any) -> Any:
    return value.get_object() if value is not None else None


def _filters(stream: StreamObject) -> bool:
    used = _plainly(stream.get("/Filter"))
    names = used if isinstance(used, list) else [used] if used is not None else []
    return all(str(name) in FILTERS for name in names)
