"""The dossier's printed documents, their pages numbered through."""

from __future__ import annotations

from dataclasses import dataclass

from evidence.dossier import layout, sheets
from evidence.dossier.content import Content
from evidence.dossier.sheets import Entry
from evidence.dossier.typeset import Sheet, typeset
from evidence.forms.confirmed import confirmed_sheet


@dataclass(frozen=True)
class Document:
    """One finished document: where it lies, what it is called, and its pages in the dossier."""

    path: str
    title: str
    pdf: bytes
    first_page: int
    pages: int

    @property
    def page_range(self) -> str:
        """Its first and last page within the dossier."""
        last = self.first_page + self.pages - 1
        return str(last) if self.pages == 1 else f"{self.first_page}–{last}"


def documents(content: Content, others: list[Entry]) -> list[Document]:
    """Catalogue first, then the forms and the confirmed lines; ``others`` are the catalogue's further lines.

    Documents are set twice: page counts do not depend on the number of the first page, but the
    catalogue has to know where each begins.
    """
    planned: list[tuple[str, str, str, Sheet]] = [
        (layout.LETTER_PDF, "涉嫌犯罪案件移送书", "letter", sheets.letter(content)),
        (layout.REPORT_PDF, "调查报告", "report", sheets.report(content)),
        (layout.ITEMS_PDF, "涉案物品清单", "items", sheets.items(content)),
        (layout.EVIDENCE_PDF, "证据清单", "evidence", sheets.evidence(content)),
    ]
    at = content.sealed_at
    if content.lines is not None:
        listed_lines = confirmed_sheet(content.case, content.lines, content.bureau, at)
        planned.append((layout.CONFIRMED_PDF, "逐条认定清单", "confirmed", listed_lines))
    counts = [typeset(template, sheet, at).pages for _, _, template, sheet in planned]
    ahead = _catalogue(content, "1–9", [(p, t, "99–99") for p, t, _, _ in planned], others)
    own = typeset("catalogue", ahead, at, 1).pages
    first = own + 1
    made: list[Document] = []
    for (path, title, template, sheet), count in zip(planned, counts, strict=True):
        pdf = typeset(template, sheet, at, first).pdf
        made.append(Document(path, title, pdf, first, count))
        first += count
    listed = [(doc.path, doc.title, doc.page_range) for doc in made]
    own_range = "1" if own == 1 else f"1–{own}"
    front = typeset("catalogue", _catalogue(content, own_range, listed, others), at, 1)
    return [Document(layout.CATALOGUE_PDF, "卷内目录", front.pdf, 1, own), *made]


def _catalogue(
    content: Content, own: str, listed: list[tuple[str, str, str]], others: list[Entry]
) -> Sheet:
    case_no = content.case.case_no
    front = Entry("卷内目录", case_no, layout.CATALOGUE_PDF, own)
    rows = [Entry(title, case_no, path, pages) for path, title, pages in listed]
    return sheets.catalogue(content, [front, *rows, *others])
