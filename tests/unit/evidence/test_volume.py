"""A bound volume: order, numbers on every page, catalogue that tells the truth, slips."""

import io
import zlib
from datetime import UTC, date, datetime

import pypdf
import pytest

from casework.cases.state import CaseState
from casework.volumes.retention import retentions
from casework.volumes.state import Entry, VolumeKind
from evidence.dossier.typeset import typeset
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
