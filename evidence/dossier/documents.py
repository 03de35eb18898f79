"""The dossier's documents, their pages numbered through: the signed letter, and what is printed around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
        return span(self.first_page, self.pages)


@dataclass(frozen=True)
class Documents:
    """What is printed, the catalogue first; and the pages in the dossier of the letter that comes next."""

    printed: list[Document]
    letter_range: str

    @property
    def pages(self) -> int:
        """All numbered pages, the letter's among them."""
        last = self.printed[-1]
        return last.first_page + last.pages - 1


def documents(content: Content, others: list[Entry], scanned: int) -> Documents:
    """Catalogue first, the letter of ``scanned`` pages, the forms and the confirmed lines.

    ``others`` are the catalogue's further lines. Documents are set twice: page counts do not depend
    on the number of the first page, but the catalogue has to know where each begins.
    """
    letter = sheets.letter_of(content)
    planned: list[tuple[str, str, str, Sheet]] = [
        (layout.RECEIPT_PDF, "移送案件回执", "receipt", sheets.receipt(content)),
        (layout.REPORT_PDF, "调查报告", "report", sheets.report(content)),
        (layout.ITEMS_PDF, "涉案物品清单", "items", sheets.items(content)),
        (layout.EVIDENCE_PDF, "证据清单", "evidence", sheets.evidence(content)),
    ]
    at = content.sealed_at
    if content.lines is not None:
        listed_lines = confirmed_sheet(content.case, content.lines, content.bureau, at)
        planned.append((layout.CONFIRMED_PDF, "逐条认定清单", "confirmed", listed_lines))
    counts = [typeset(template, sheet, at).pages for _, _, template, sheet in planned]
    scan = Entry(letter.issued.title.zh, letter.issued.number, letter.path, "99–99")
    blank = [Entry(title, content.case.case_no, path, "99–99") for path, title, _, _ in planned]
    ahead = _catalogue(content, "1–9", [scan, *blank], others)
    own = typeset("catalogue", ahead, at, 1).pages
    scan = replace(scan, pages=span(own + 1, scanned))
    first = own + 1 + scanned
    made: list[Document] = []
    for (path, title, template, sheet), count in zip(planned, counts, strict=True):
        pdf = typeset(template, sheet, at, first).pdf
        made.append(Document(path, title, pdf, first, count))
        first += count
    listed = [
        scan,
        *(Entry(doc.title, content.case.case_no, doc.path, doc.page_range) for doc in made),
    ]
    front = typeset("catalogue", _catalogue(content, span(1, own), listed, others), at, 1)
    printed = [Document(layout.CATALOGUE_PDF, "卷内目录", front.pdf, 1, own), *made]
    return Documents(printed, scan.pages)


def _catalogue(content: Content, own: str, listed: list[Entry], others: list[Entry]) -> Sheet:
    front = Entry("卷内目录", content.case.case_no, layout.CATALOGUE_PDF, own)
    return sheets.catalogue(content, [front, *listed, *others])


def span(first: int, pages: int) -> str:
    """The first and last of so many pages."""
    return str(first) if pages == 1 else f"{first}–{first + pages - 1}"
