"""Refund settlements that gave back a part of a visit and name no line: nothing deducts them yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.commands.case.lines import LineVerdict
from casework.lines.state import Line, RefundsState, Unset, visit_of
from casework.money import ZERO
from casework.refusal import refuse


@dataclass(frozen=True)
class VisitUnset:
    """Yuan of the fund that came back of a visit and are set against no line of it yet.

    `line_id` is the first of the case's lines of the visit of which something is left, `room` how
    much; `billed` what came back of the bill.
    """

    visit: str
    fixmedins_code: str
    line_id: str
    room: Decimal
    billed: Decimal
    amount: Decimal
    on: date | None
    documents: tuple[str, ...]


def unset_of(lines: Iterable[Line], books: Mapping[str, RefundsState]) -> tuple[VisitUnset, ...]:
    """By visit, for the lines that the case may yet recover: a rejected line takes nothing."""
    visits: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        visit, code = visit_of(line.line_id), line.of.fixmedins_code
        told = code in books and visit in books[code].unset
        if told and line.verdict is not LineVerdict.REJECTED:
            visits.setdefault((code, visit), []).append(line)
    found = (_of(visit, books[code], own) for (code, visit), own in visits.items())
    return tuple(one for one in found if one.amount)


def _of(visit: str, book: RefundsState, lines: list[Line]) -> VisitUnset:
    known: Unset = book.unset[visit]
    # Of a line of the case no more is deducted than is held against it: what was entered there above
    # that is set against nothing. Of a line that no case holds all of it is.
    held = {line.line_id: line.suspected for line in lines}
    set_against = sum(
        (
            min(amount, held.get(line_id, amount))
            for line_id, amount in book.typed_of(visit).items()
        ),
        ZERO,
    )
    rooms = {line.line_id: max(line.suspected - book.came_back(line), ZERO) for line in lines}
    first = next((line_id for line_id, room in rooms.items() if room), lines[0].line_id)
    return VisitUnset(
        visit, book.fixmedins_code, first, rooms[first], known.billed,
        max(known.amount - set_against, ZERO), known.on, known.documents,
    )  # fmt: skip


def all_set(lines: Iterable[Line], books: Mapping[str, RefundsState]) -> None:
    """Money that came back already is not reckoned as lost. Refuses REFUND_NAMES_NO_LINE."""
    waiting = unset_of(lines, books)
    if waiting:
        visits = [one.visit for one in waiting[:5]]
        documents = [no for one in waiting[:5] for no in one.documents]
        raise refuse(
            "REFUND_NAMES_NO_LINE",
            visits="、".join(visits),
            visits_en=", ".join(visits),
            documents="、".join(documents),
            documents_en=", ".join(documents),
            amount=sum((one.amount for one in waiting), ZERO),
        )
