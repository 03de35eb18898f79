"""What a case may take of a line: the confirmed loss, less refunds and what other cases take."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from casework.acts import draft
from casework.commands.case.lines import CaseLine
from casework.events import Draft, Json, to_json
from casework.lines.state import (
    Line,
    LinesState,
    LineTotals,
    RefundsState,
    held_of,
    totals_of,
)
from casework.money import ZERO

#: A chain's links stay small: a county hospital's case has tens of thousands of lines.
PIECE = 2000


def registers(states: Mapping[str, Any]) -> dict[str, RefundsState]:
    """The refunds among the loaded states, by institution."""
    return {s.fixmedins_code: s for s in states.values() if isinstance(s, RefundsState)}


def returned_of(
    line: Line, confirmed: Decimal, case_no: str, books: Mapping[str, RefundsState]
) -> Decimal:
    """How much of a confirmed loss is gone already; never more than the loss; yuan."""
    book = books.get(line.of.fixmedins_code)
    held = replace(line, confirmed=confirmed)
    return min(confirmed, book.taken(held, case_no)) if book else ZERO


def claims(case_no: str, changed: Iterable[Line]) -> list[Draft]:
    """LinesClaimed in each institution's refunds: what the case takes of each line from now on."""
    return _told("LinesClaimed", case_no, ((line.of, line.loss) for line in changed))


def holds(case_no: str, listed: Iterable[CaseLine]) -> list[Draft]:
    """LinesHeld in each institution's refunds: other cases see who suspects the line, too."""
    return _told("LinesHeld", case_no, ((line, held_of(line)) for line in listed))


def _told(event: str, case_no: str, lines: Iterable[tuple[CaseLine, Decimal]]) -> list[Draft]:
    rows: dict[str, list[Json]] = {}
    for line, amount in lines:
        row: list[Json] = [line.line_id, to_json(amount)]
        rows.setdefault(line.fixmedins_code, []).append(row)
    return [
        draft(f"refunds:{code}", event, case_no=case_no, rows=piece)
        for code, listed in sorted(rows.items())
        for piece in pieces(listed)
    ]


def netted(lines: LinesState, books: Mapping[str, RefundsState]) -> list[Line]:
    """Judged lines of which more, or less, came back since: with what is returned by now."""
    found = []
    for line in lines.lines.values():
        if not line.confirmed:
            continue
        returned = returned_of(line, line.confirmed, lines.case_no, books)
        if returned != line.returned:
            found.append(replace(line, returned=returned))
    return found


def after(lines: LinesState, changed: Iterable[Line]) -> LinesState:
    """The lines with those of `changed` in their place."""
    return replace(lines, lines={**lines.lines, **{line.of.line_id: line for line in changed}})


def renew(lines: LinesState, books: Mapping[str, RefundsState]) -> tuple[LinesState, list[Draft]]:
    """The lines as they stand with the refunds of now, and the events that say so (often none)."""
    changed = netted(lines, books)
    if not changed:
        return lines, []
    now = after(lines, changed)
    rows = [[line.of.line_id, to_json(line.returned)] for line in changed]
    told = draft(
        f"case:{lines.case_no}",
        "LinesNetted",
        count=len(changed),
        **said(totals_of(now.lines.values())),
    )
    events = [draft(lines.stream, "LinesNetted", rows=piece) for piece in pieces(rows)]
    return now, [told, *events, *claims(lines.case_no, changed)]


def said(totals: LineTotals) -> dict[str, object]:
    """Totals as the case's own chain keeps them."""
    return {"totals": {**vars(totals), "loss": totals.loss}}


def pieces(rows: list[Any]) -> list[list[Any]]:
    """Cut a long list."""
    return [rows[n : n + PIECE] for n in range(0, len(rows), PIECE)]
