"""Bind one volume: content pages first, then the sheets that name their numbers around them.

Page numbers begin with the first page of the content and stand at its outer lower corner, as archives
count them; cover, catalogue and end sheet have none.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import pypdf

from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.events import Json
from casework.volumes.retention import Retention
from casework.volumes.state import VOLUMES, Entry, VolumeKind
from casework.volumes.supplement import supplement
from evidence.digests import digest_bytes
from evidence.dossier.formats import day
from evidence.dossier.typeset import typeset
from evidence.volume.finish import finish
from evidence.volume.pages import Content, NotPrintableError, pages_of

Read = Callable[[Entry], Content]


@dataclass(frozen=True)
class Made:
    """A bound volume: its bytes and hashes, all its pages, and the span of each row."""

    kind: VolumeKind
    pdf: bytes
    sha256: str
    sm3: str
    pages: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Frame:
    """What stands on cover and end sheet."""

    case: CaseState
    bureau: str
    kept: Retention
    binder: str
    at: datetime
    version: int


def bind(kind: VolumeKind, entries: Sequence[Entry], frame: Frame, read: Read) -> Made:
    """Bind the entries in their order; what cannot be printed gets a slip that says where it lies."""
    content: list[pypdf.PageObject] = []
    spans: list[tuple[int, int]] = []
    for number, entry in enumerate(entries, 1):
        pages = _pages(number, entry, frame, read)
        spans.append((len(content) + 1, len(content) + len(pages)))
        content += pages
    writer = pypdf.PdfWriter()
    around = _sheets(kind, entries, spans, len(content), frame)
    for page in around[:-1]:
        writer.add_page(page)
    _number([writer.add_page(page) for page in content], frame.at)
    writer.add_page(around[-1])
    _outline(writer, entries, spans, len(around) - 1)
    title = f"{frame.case.case_no} {VOLUMES[kind][0]}"
    body = finish(writer, title, frame.bureau, frame.at)
    digests = digest_bytes(body)
    return Made(kind, body, digests.sha256, digests.sm3, len(writer.pages), tuple(spans))


def _pages(number: int, entry: Entry, frame: Frame, read: Read) -> list[pypdf.PageObject]:
    try:
        return pages_of(read(entry))
    except NotPrintableError as error:
        return _slip(number, entry, frame, str(error))


def _slip(number: int, entry: Entry, frame: Frame, why: str) -> list[pypdf.PageObject]:
    sheet: dict[str, Json] = {
        **_head(frame),
        "part": "slip",
        "volume": "",
        "n": number,
        "title": entry.title,
        "source": entry.scan or entry.source.partition(":")[2],
        "why": why,
    }
    return _set(sheet, frame.at)


def _sheets(
    kind: VolumeKind,
    entries: Sequence[Entry],
    spans: Sequence[tuple[int, int]],
    total: int,
    frame: Frame,
) -> list[pypdf.PageObject]:
    """Cover and catalogue, and as the last one the end sheet (卷内备考表)."""
    rows: list[Json] = [
        [
            str(n),
            entry.number,
            entry.responsible or frame.bureau,
            entry.title,
            entry.on.strftime("%Y%m%d"),
            f"{first}" if first == last else f"{first}–{last}",
        ]
        for n, (entry, (first, last)) in enumerate(zip(entries, spans, strict=True), 1)
    ]
    told: list[Json] = [*supplement(frame.case, kind, entries)]
    shared = {
        **_head(frame),
        "volume": VOLUMES[kind][0],
        "inner": kind is VolumeKind.INNER,
        "rows": rows,
        "count": len(rows),
        "pages": total,
        "supplement": told,
    }
    return [
        *_set({**shared, "part": "front"}, frame.at),
        *_set({**shared, "part": "end"}, frame.at),
    ]


def _head(frame: Frame) -> dict[str, Json]:
    case = frame.case
    administrative = case.path is Path.ADMINISTRATIVE
    filed = case.filed_at if administrative else case.opened_at
    hands = [officer.hand for officer in case.officers] if administrative else case.handling_hands
    return {
        "bureau": frame.bureau,
        "case_no": case.case_no,
        "title": case.title,
        "party": case.party.name if case.party else "",
        "decision_no": case.decision.decision_no if case.decision else "",
        # A handling is not filed: it begins when it is registered, and those who proposed it do it.
        "filed_is": "立案日期" if administrative else "登记日期",
        "filed": day(filed) if filed else "",
        "closed": day(case.closed_at) if case.closed_at else "",
        "outcome": case.stage_zh,
        "officers": "、".join(dict.fromkeys(one.name for one in hands)),
        "retention": frame.kept.zh,
        "basis": frame.kept.basis,
        "binder": frame.binder,
        "bound": day(frame.at),
        "version": frame.version,
    }


def _set(sheet: dict[str, Json], at: datetime) -> list[pypdf.PageObject]:
    made = typeset("volume", sheet, at)
    return list(pypdf.PdfReader(io.BytesIO(made.pdf)).pages)


_MOST_STAMPED: Final = 14_400  # points: larger pages are no pages


def _number(content: Sequence[pypdf.PageObject], at: datetime) -> None:
    """Lay a page with nothing but its number over each page, as large as that page stands upright."""
    if not content:
        return
    for page in content:
        page.transfer_rotation_to_content()
    sizes: list[Json] = [
        [str(_length(page.mediabox.width)), str(_length(page.mediabox.height))] for page in content
    ]
    made = typeset("stamps", {"title": "", "sizes": sizes}, at)
    stamps = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    for page, stamp in zip(content, stamps, strict=True):
        left, bottom = float(page.mediabox.left), float(page.mediabox.bottom)
        page.merge_translated_page(stamp, left, bottom, expand=False)


def _length(points: float) -> float:
    return min(max(float(points), 72.0), _MOST_STAMPED)


def _outline(
    writer: pypdf.PdfWriter, entries: Sequence[Entry], spans: Sequence[tuple[int, int]], before: int
) -> None:
    """Bookmarks, so that a reader jumps from the catalogue to a paper."""
    for n, (entry, (first, _)) in enumerate(zip(entries, spans, strict=True), 1):
        writer.add_outline_item(title=f"{n} {entry.title}", page_number=before + first - 1)
