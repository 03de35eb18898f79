"""A bound volume: order, numbers on every page, catalogue that tells the truth, slips."""

import io
import tempfile
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pypdf
import pytest
import typst
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from casework.cases.state import CaseState
from casework.volumes.retention import retentions
from casework.volumes.state import Entry, VolumeKind
from evidence.dossier.typeset import typeset
from evidence.volume.archival import archival
from evidence.volume.bind import Frame, Made, bind
from evidence.volume.pages import Content, NotPrintableError, pages_of

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
FRAME = Frame(
    CaseState("YB-2026-0001", title="云溪医院涉嫌挂床住院案"), "云溪县医疗保障局",
    retentions()[1], "张三", AT, 1,
)  # fmt: skip


def png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4)
        return len(body).to_bytes(4) + kind + body + check

    head = (1).to_bytes(4) + (1).to_bytes(4) + bytes((8, 0, 0, 0, 0))
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00\x80")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)


def paper(pages: int, width: str = "595.28", height: str = "841.89") -> Content:
    sizes: list[list[str]] = [[width, height]] * pages
    return Content(typeset("stamps", {"title": "", "sizes": sizes}, AT).pdf, "application/pdf")


def entry(n: int, title: str = "") -> Entry:
    return Entry(f"evidence:E{n}", title or f"证据{n}", f"〔2026〕{n}号", "", date(2026, 3, n))


def bound(*contents: Content, kind: VolumeKind = VolumeKind.MAIN) -> tuple[Made, pypdf.PdfReader]:
    by = {f"evidence:E{n}": content for n, content in enumerate(contents, 1)}
    entries = [entry(n) for n in range(1, len(contents) + 1)]
    made = bind(kind, entries, FRAME, lambda one: by[one.source])
    return made, pypdf.PdfReader(io.BytesIO(made.pdf))


def test_pages_are_numbered_through_and_the_catalogue_names_them() -> None:
    made, reader = bound(paper(2), paper(1), paper(3))
    assert made.spans == ((1, 2), (3, 3), (4, 6))
    assert made.pages == len(reader.pages) == 2 + 6 + 1
    cover, catalogue = (page.extract_text().replace(" ", "") for page in reader.pages[:2])
    assert "正卷" in cover
    assert "30年" in cover
    assert "6页" in cover
    for text in ("证据1", "〔2026〕2号", "20260303", "4–6"):
        assert text in catalogue, text
    end = "".join(reader.pages[-1].extract_text().split())
    assert "备考表" in end
    assert "国家档案局令第8号" in end
    assert [one.title for one in reader.outline] == ["1 证据1", "2 证据2", "3 证据3"]


def test_each_content_page_bears_its_own_number() -> None:
    blank = pypdf.PdfWriter()
    for width, height in ((595, 842), (842, 595), (300, 300)):
        blank.add_blank_page(width, height)
    out = io.BytesIO()
    blank.write(out)
    _, reader = bound(Content(out.getvalue(), "application/pdf"))
    content = reader.pages[2:5]
    assert [page.extract_text().strip() for page in content] == ["1", "2", "3"]
    assert [float(page.mediabox.width) for page in content] == [595, 842, 300]


def test_a_scan_and_what_cannot_be_printed_have_their_place() -> None:
    broken = Content(b"%PDF-1.7 nothing", "application/pdf")
    film = Content(b"....", "video/mp4")
    made, reader = bound(Content(png(), "image/png"), broken, film)
    assert made.spans == ((1, 1), (2, 2), (3, 3))
    texts = [page.extract_text() for page in reader.pages[2:5]]
    assert "未装订件说明" not in texts[0]
    assert "损坏" in texts[1]
    assert "E3" in texts[2]
    assert "音像" in texts[2]


def test_the_inner_volume_says_that_it_is_not_for_the_party() -> None:
    _, reader = bound(paper(1), kind=VolumeKind.INNER)
    assert "不对当事人" in reader.pages[0].extract_text()


def test_the_same_case_gives_the_same_bytes() -> None:
    assert bound(paper(2))[0].sha256 == bound(paper(2))[0].sha256


@pytest.mark.parametrize("body", [b"", b"%PDF-1.4\n%%EOF", b"\x00" * 99])
def test_damaged_files_are_told_not_raised(body: bytes) -> None:
    for kind in ("application/pdf", "image/png"):
        with pytest.raises(NotPrintableError):
            pages_of(Content(body, kind))


def foreign(*, stamp: bool = False, font: str = "Helvetica") -> Content:
    """A page as office programs and scanners make them: a font by name only, a stamp stuck onto it."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(400, 300)
    name = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(f"/{font}"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): name})} if font else {}
    )
    text = StreamObject()
    text.set_data(b"BT /F1 24 Tf 50 200 Td (Record) Tj ET" if font else b"0.5 g 0 0 9 9 re f")
    page[NameObject("/Contents")] = writer._add_object(text)
    if stamp:
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(red_square(writer))])
    out = io.BytesIO()
    writer.write(out)
    return Content(out.getvalue(), "application/pdf")


def red_square(writer: pypdf.PdfWriter) -> DictionaryObject:
    look = StreamObject()
    look.set_data(b"1 0 0 rg 0 0 10 10 re f")
    numbers = [FloatObject(n) for n in (0, 0, 10, 10)]
    look[NameObject("/BBox")] = ArrayObject(numbers)
    where = ArrayObject([FloatObject(n) for n in (100, 100, 200, 200)])
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): where,
            NameObject("/F"): NumberObject(4),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
        }
    )


def test_a_volume_says_that_it_is_pdf_a_and_holds_what_that_asks_for() -> None:
    made, reader = bound(
        paper(1), Content(png(), "image/png"), foreign(stamp=True), foreign(font="", stamp=True)
    )
    told, root = reader.xmp_metadata, reader.root_object
    assert told is not None
    assert (told.pdfaid_part, told.pdfaid_conformance) == ("2", "B")
    stream = root["/Metadata"].get_object()
    assert (stream["/Type"], stream["/Subtype"]) == ("/Metadata", "/XML")
    info = reader.metadata
    assert info is not None
    assert told.dc_title == {"x-default": info.title}
    assert told.dc_creator == [info.author]
    assert info.creation_date == AT
    assert b"CreateDate>2026-03-02T01:00:00" in root["/Metadata"].get_object().get_data()
    (intent,) = root["/OutputIntents"].get_object()
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert intent.get_object()["/DestOutputProfile"].get_object()["/N"] in (1, 3)
    assert "/ID" in reader.trailer
    assert "/Encrypt" not in reader.trailer
    assert reader.pdf_header == "%PDF-1.7"
    # Every page of the file passes what a page of unknown origin has to pass.
    assert len(reader.pages) == made.pages
    for page in reader.pages:
        assert archival(page)
        assert not page.get("/Annots")
    assert b"/JavaScript" not in made.pdf


def test_a_page_without_its_font_is_drawn_in_its_size_with_the_stamp_on_it() -> None:
    (page,) = pages_of(foreign(stamp=True))
    assert page.extract_text() == ""
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (400, 300)
    assert reds(page) > 0
    (kept,) = pages_of(foreign(font="", stamp=True))
    assert kept.get_contents() is not None
    assert "/Annots" not in kept
    assert reds(kept) > 0


def reds(page: pypdf.PageObject) -> int:
    """How often a page, painted small, is pure red."""
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_page(page)
    writer.write(out)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "p.pdf").write_bytes(out.getvalue())
        source = Path(folder) / "p.typ"
        source.write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("p.pdf")')
        painted = typst.compile(str(source), format="png", ppi=72)
    assert isinstance(painted, bytes)
    data = zlib.decompress(b"".join(chunks(painted)))
    return data.count(b"\xff\x00\x00")


def chunks(picture: bytes) -> Iterator[bytes]:
    """The data chunks of a PNG."""
    at = 8
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            yield picture[at + 8 : at + 8 + size]
        at += size + 12
