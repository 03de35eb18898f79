"""Refund settlements that a later delivery brought: what of a line came back since a case listed it."""

from datetime import datetime
from typing import Any

from casework.actors import BEAT, Actor
from casework.acts import Act, Ask, draft
from casework.commands.case.lines import RecordSettled, SettledLine
from casework.events import Draft
from casework.lines.settle import pieces
from casework.lines.state import RefundsState, Settled
from casework.lines.streams import of_refunds
from casework.refusal import refuse


def record(ask: Ask[RecordSettled, RefundsState]) -> list[Draft]:
    """RefundsSettled with the lines of which the deliveries now say something else; or nothing."""
    book = ask.state
    rows = [
        _row(line)
        for line in ask.command.lines
        if settled_of(line) != book.settled.get(line.bill, ())
    ]
    return [draft(book.stream, "RefundsSettled", lines=piece) for piece in pieces(rows)]


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
