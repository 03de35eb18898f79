"""Parts of the shipped forms: the page, headings, tables, and the frame of an approval form."""

from docx import Document
from docx.document import Document as Drawn
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

LINE = "＿" * 12
SIGN = ("签名：" + LINE, "　　　　年　　月　　日")


def blank() -> Drawn:
    """An empty A4 page with the bureau's margins and fonts."""
    drawn = Document()
    section = drawn.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    style = drawn.styles["Normal"]
    style.font.name, style.font.size = "FangSong", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    drawn.core_properties.author = "Jicha"
    drawn.core_properties.comments = ""
    return drawn


def write(place: Drawn | _Cell, text: str, *, align: str = "", indent: bool = False,
          bold: bool = False, size: float | None = None) -> Paragraph:  # fmt: skip
    """One paragraph."""
    paragraph = place.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    if align:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(24)
    run = paragraph.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    return paragraph


def head(drawn: Drawn, title: str, *, numbered: bool = False, line: str = "",
         by: str = "bureau") -> None:  # fmt: skip
    """Who issues it (`by`), title and number; `line` stands where the number does."""
    write(drawn, f"{{{{ {by} }}}}", align="center", size=16)
    write(drawn, title, align="center", bold=True, size=20)
    under = line or ("{{ number }}" if numbered else "案号：{{ case_no }}")
    write(drawn, under, align="center", size=11)


def body(drawn: Drawn, *texts: str) -> None:
    """Paragraphs of running text; one that begins with a block mark stands alone."""
    for text in texts:
        write(drawn, text, indent=not text.startswith("{%p"))


def grid(
    drawn: Drawn, rows: list[list[str]], widths: list[float], *, together: bool = False,
    size: float | None = None,
) -> None:  # fmt: skip
    """A table with lines; a row with fewer cells stretches its last one. `together`: on one page."""
    table = drawn.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for cells in rows:
        row = table.add_row()
        for index, text in enumerate(cells):
            cell = row.cells[index]
            if index == len(cells) - 1 and len(cells) < len(widths):
                cell = cell.merge(row.cells[-1])
            lines = text.split("\n")
            cell.paragraphs[0].add_run(lines[0])
            for line in lines[1:]:
                cell.add_paragraph(line)
            for run in (run for one in cell.paragraphs for run in one.runs if size):
                run.font.size = Pt(size or 0)
            for paragraph in cell.paragraphs if together and cells is not rows[-1] else ():
                paragraph.paragraph_format.keep_with_next = True
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def listed(
    drawn: Drawn, over: str, titles: list[str], cells: list[str], widths: list[float],
    size: float | None = None,
) -> None:  # fmt: skip
    """A table with one row for each element of a list."""
    rows = [titles, [f"{{%tr for row in {over} %}}"], cells, ["{%tr endfor %}"]]
    grid(drawn, rows, widths, size=size)


def seal(drawn: Drawn, day: str = "{{ formal_day }}", *, by: str = "bureau") -> None:
    """Who issues it (`by`) and the date under the text, where the seal goes."""
    for paragraph in (write(drawn, ""), write(drawn, f"{{{{ {by} }}}}（印章）", align="right")):
        paragraph.paragraph_format.keep_with_next = True
    write(drawn, day, align="right")


def signed_pages(drawn: Drawn, which: str, cells: list[str], widths: list[float]) -> None:
    """At the foot of each page of which record it is, and where it is signed and finger-printed."""
    section = drawn.sections[0]
    section.bottom_margin = Mm(50)
    section.footer.paragraphs[0].add_run(which).font.size = Pt(9)
    table = section.footer.add_table(rows=1, cols=len(cells), width=Mm(sum(widths)))
    table.style = "Table Grid"
    table.autofit = False
    table.rows[0].height = Mm(20)
    for cell, text, width in zip(table.rows[0].cells, cells, widths, strict=True):
        lines = text.split("\n")
        cell.paragraphs[0].add_run(lines[0]).font.size = Pt(9)
        for line in lines[1:]:
            cell.add_paragraph().add_run(line).font.size = Pt(9)
        cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def officers(drawn: Drawn) -> None:
    """The two officers with their certificates; a handling has none, its staff sign by hand."""
    write(drawn, "{% if officers %}执法人员：{% else %}经办人员：" + LINE + "{% endif %}{% for row in officers %}{{ row.name }}（执法证号 {{ row.certificate_no }}）"
          "{% if not loop.last %}、{% endif %}{% endfor %}")  # fmt: skip


PARTY = [
    ["当事人", "{{ party.name }}", "类别", "{{ party.kind }}"],
    [
        "{{ party.key_label }}",
        "{{ party.key }}",
        "{{ party.representative_label }}",
        "{{ party.representative }}",
    ],
    ["地址", "{{ party.address }}"],
]


#: Whom nobody means to punish has no penalty to be told of.
BASIS = ["{% if proposal.spared %}处理{% else %}处罚{% endif %}依据", "{{ proposal.citation }}"]
SUGGESTED = (
    "{{ proposal.penalty }}；退回基金{{ proposal.recovery }}"
    "{% if proposal.formula %}\n{{ proposal.formula }}{% endif %}"
)


def approval(
    drawn: Drawn, facts: list[list[str]], asks: list[str], only: tuple[str, str] | None = None
) -> None:
    """An approval form (审批表): facts, each recorded opinion with room for its signature, and room
    for the opinions that are written by hand; the last of them `only` on a condition."""
    grid(drawn, [["案件名称", "{{ title }}"], *PARTY, *facts], [26, 52, 26, 52])
    signed(drawn)
    sign_boxes(drawn, asks, only)


def sign_boxes(drawn: Drawn, asks: list[str], only: tuple[str, str] | None = None) -> None:
    """Room for each opinion that is written by hand, with its signature and day."""
    rows = [[title, "\n" + "\n".join(SIGN)] for title in asks]
    if only is not None:
        when, title = only
        rows += [[f"{{%tr if {when} %}}"], [title, "\n" + "\n".join(SIGN)], ["{%tr endif %}"]]
    grid(drawn, rows, [36, 120], together=True)


def signed(drawn: Drawn) -> None:
    """What was approved in the system, each row to be signed on paper."""
    # Before anybody acted there is nothing but the row of titles.
    write(drawn, "{%p if opinions %}")
    write(drawn, "")
    listed(drawn, "opinions", ["环节", "审批人", "意见", "日期", "签名"],
           ["{{ row.step }}", "{{ row.name }}", "{{ row.text }}", "{{ row.day }}", ""],
           [24, 26, 48, 36, 22], 10.5)  # fmt: skip
    write(drawn, "{%p endif %}")
    write(drawn, "")
