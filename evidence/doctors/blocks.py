"""The parts that a form is made of; `doctor.typ` draws each by its kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from casework.clocks.calendars import local_date
from casework.events import Json

Block = dict[str, Json]


def to(text: str) -> Block:
    """Whom the form addresses."""
    return {"kind": "to", "text": text}


def text(words: str) -> Block:
    """Running text; each line is a paragraph."""
    return {"kind": "text", "text": words}


def section(words: str) -> Block:
    """A heading."""
    return {"kind": "section", "text": words}


def facts(*rows: tuple[str, str]) -> Block:
    """Label and value pairs."""
    return {"kind": "facts", "rows": [list(row) for row in rows]}


def table(widths: Sequence[int], heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A table; widths in millimetres, 0 takes what is left."""
    return {
        "kind": "table",
        "widths": list(widths),
        "heads": list(heads),
        "rows": [list(row) for row in rows],
    }


def opinion(body: str, outcome: str, reasons: str, sign: str) -> Block:
    """The box of one body of the chain."""
    return {"kind": "opinion", "body": body, "outcome": outcome, "reasons": reasons, "sign": sign}


def signed(*lines: str) -> Block:
    """Who signs and when."""
    return {"kind": "signed", "lines": list(lines)}


def new_page(title: str) -> Block:
    """A part on a page of its own."""
    return {"kind": "break", "title": title}


def note(words: str) -> Block:
    """Small print."""
    return {"kind": "note", "text": words}


def chinese(day: date | datetime | None) -> str:
    """A day as forms write it; blanks to fill by hand without one."""
    if day is None:
        return "　　　　年　　月　　日"
    on = local_date(day) if isinstance(day, datetime) else day
    return f"{on.year}年{on.month}月{on.day}日"
