"""Refund settlements that a later delivery brought: what of a line came back since a case listed it."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from casework.actors import BEAT, Actor
from casework.acts import Act, Ask, draft
from casework.commands.case.lines import RecordSettled, SettledLine, VisitRefund
from casework.events import Draft
from casework.lines.settle import pieces
from casework.lines.state import RefundsState, Settled, Unset
from casework.lines.streams import of_refunds
from casework.money import ZERO
from casework.refusal import refuse

NOTHING: Final = Unset(ZERO, ZERO, None, ())


def record(ask: Ask[RecordSettled, RefundsState]) -> list[Draft]:
    """RefundsSettled with the lines of which the deliveries now say something else; or nothing."""
    book = ask.state
    rows = [
        _row(line)
        for line in ask.command.lines
        if settled_of(line) != book.settled.get(line.bill, ())
    ]
    lines = [draft(book.stream, "RefundsSettled", lines=piece) for piece in pieces(rows)]
    return [*lines, *told(book, ask.command.visits)]


def told(book: RefundsState, visits: Iterable[VisitRefund]) -> list[Draft]:
    """RefundsSettled with the visits of which the deliveries now say something else; or nothing."""
    rows = [asdict(one) for one in visits if _unset(one) != book.unset.get(one.visit, NOTHING)]
    return [draft(book.stream, "RefundsSettled", lines=[], visits=piece) for piece in pieces(rows)]


def _unset(one: VisitRefund) -> Unset:
    return Unset(one.billed, one.amount, one.on, one.documents)


def settled_of(line: SettledLine) -> tuple[Settled, ...]:
    """The refunds of a line in their order, each with what it left of the bill."""
    found, left = [], line.billed
    for one in line.refunds:
        left -= one.amount
        found.append(Settled(one.document_no, one.on, left))
    return tuple(found)


def _row(line: SettledLine) -> dict[str, object]:
    refunds = [vars(one) for one in settled_of(line)]
    return {"bill": line.bill, "refunds": refunds}


def _machine_only(state: Any, actor: Actor, at: datetime) -> None:
    if actor != BEAT:
        raise refuse("NOT_YOURS")


ACT = Act(
    RecordSettled, "记录退费结算", "record refund settlements", frozenset(), of_refunds, record,
    guards=(_machine_only,), creates=None, offered=False,
)  # fmt: skip
