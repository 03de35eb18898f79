"""The dossier's records for machines: event chains, findings with lines, rings, catalogue."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal

from casework.casefile import FileLine
from casework.events import Event, Json, canonical, event_json
from evidence.dossier import layout
from evidence.dossier.content import Content


def records(content: Content) -> dict[str, tuple[str, bytes]]:
    """Path to (title, bytes) of every record file."""
    custody = [event for item in content.held for event in item.events]
    return {
        layout.EVENTS: ("案件事件链", event_lines(content.events)),
        layout.CUSTODY: ("证据保管记录", event_lines(custody)),
        layout.FINDINGS: ("疑点", _findings(content)),
        layout.LINES: ("疑点明细行", _lines(content)),
        layout.RINGS: ("可疑群体说明", _rings(content)),
    }


def event_lines(events: Iterable[Event]) -> bytes:
    """One event a line, each in its canonical form (RFC 8785)."""
    return b"".join(canonical(event_json(event)) + b"\n" for event in events)


def catalogue(content: Content, entries: Sequence[dict[str, Json]]) -> bytes:
    """The catalogue for machines, canonical."""
    return canonical(
        {
            "format": layout.CATALOGUE_FORMAT,
            "case_no": content.case.case_no,
            "title": content.case.title,
            "entries": entries,
        }
    )


def _findings(content: Content) -> bytes:
    return canonical(
        [{**vars(finding), "lines": len(finding.lines)} for finding in content.findings]
    )


def _lines(content: Content) -> bytes:
    """All lines of all findings as CSV (UTF-8 with mark, so that spreadsheets read it)."""
    names = [field.name for field in fields(FileLine)]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["finding_id", *names])
    for finding in content.findings:
        for line in finding.lines:
            cells = (_cell(getattr(line, name)) for name in names)
            writer.writerow([_cell(finding.finding_id), *cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: object) -> str:
    """Text that a spreadsheet will not take for a formula."""
    if value is None or isinstance(value, Decimal):
        return "" if value is None else f"{value:f}"
    text = value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _rings(content: Content) -> bytes:
    return canonical([{**vars(ring), "score": f"{ring.score:g}"} for ring in content.rings])
