"""Legal forms: every template fills and prints, the bureau's own are tried, text stays text."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest

from casework.documents.catalogue import forms
from evidence.forms.compare import Change, differences
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.example import example
from evidence.forms.fill import fill, shipped
from evidence.forms.make import tried
from evidence.forms.package import checked
from evidence.forms.printed import printed

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def template(*texts: str) -> bytes:
    drawn = docx.Document()
    for text in texts:
        drawn.add_paragraph(text)
    out = io.BytesIO()
    drawn.save(out)
    return out.getvalue()


def text_of(content: bytes) -> str:
    drawn = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in drawn.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in drawn.paragraphs), *cells])


@pytest.mark.parametrize("form_id", list(forms()))
def test_every_shipped_template_fills_and_prints(form_id: str) -> None:
    filled = fill(shipped(form_id), example(form_id, AT))
    text = text_of(filled)
    assert forms()[form_id].zh in text
    assert "{" not in text
    assert "示例" in text
    made = printed(filled, AT)
    assert made.pdf.startswith(b"%PDF")
    assert made.pages >= 1


def test_the_same_case_gives_the_same_bytes() -> None:
    first, second = (fill(shipped("decision"), example("decision", AT)) for _ in range(2))
    assert first == second
    assert printed(first, AT).pdf == printed(second, AT).pdf


def test_the_decision_says_sum_and_capitals_and_both_officers() -> None:
    text = text_of(fill(shipped("decision"), example("decision", AT)))
    assert "8,226.00 元" in text
    assert "捌仟贰佰贰拾陆元整" in text
    filing = text_of(fill(shipped("filing"), example("filing", AT)))
    assert "皖0001" in filing
    assert "皖0002" in filing


def test_what_people_wrote_stays_text() -> None:
    values: dict[str, Any] = example("filing", AT) | {"summary": "<w:p/> & {{ bureau }} 一\n二"}
    text = text_of(fill(template("{{ summary }}"), values))
    assert "<w:p/> & {{ bureau }} 一\n二" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing }}", "nothing"),
        ("{{ party.telephone }}", "telephone"),
        ("{% for x in %}", "标记有误"),
        ("{{ ''.__class__.__mro__ }}", "标记有误"),
    ],
)
def test_a_wrong_mark_is_named(text: str, said: str) -> None:
    with pytest.raises(TemplateInvalidError, match=said):
        tried(template(text), "filing", AT)


def _with(name: str, body: bytes) -> bytes:
    out = io.BytesIO(template("x"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, body)
    return out.getvalue()


EXTERNAL = (
    b'<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" '
    b'Target="http://elsewhere/t.dotx" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 DOCX"),
        (b"PK\x03\x04 broken", "不是 DOCX"),
        (_with("word/vbaProject.bin", b"x"), "宏"),
        (_with("word/_rels/settings.xml.rels", EXTERNAL), "外部文件"),
        (b"x" * (2 * 1024 * 1024 + 1), "2 MB"),
        (_with("word/media/bomb.bin", b"\0" * (21 * 1024 * 1024)), "过大"),
    ],
    ids=["empty", "broken", "macros", "external", "large", "bomb"],
)
def test_only_plain_small_packages_come_in(content: bytes, said: str) -> None:
    with pytest.raises(TemplateInvalidError, match=said):
        checked(content)


def test_versions_are_compared_line_by_line() -> None:
    found = differences(template("一", "二", "三"), template("一", "二改", "三"))
    assert [(one.change, one.text) for one in found] == [
        (Change.REMOVED, "二"),
        (Change.ADDED, "二改"),
    ]
