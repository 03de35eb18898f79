"""Which streams a command on lines needs: the case, its lines, the refunds of their institutions.

Listing tells the institution's refunds who suspects a line. Confirming passes through them too: their
lock lets two cases at one institution confirm one after the other, so the second sees what the first
took.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.commands.case import CaseCommand
from casework.commands.case.lines import (
    AddLine,
    ImportRefunds,
    ListLines,
    RecordSettled,
    WithdrawRefund,
)
from casework.lines.state import LinesState, RefundsState


def of_lines(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and its lines."""
    return (f"case:{command.case_no}", f"lines:{command.case_no}")


def of_listing(
    command: ListLines | AddLine, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, its lines, and the refunds of the institutions that billed what is listed."""
    own = of_lines(command, actor, states)
    case: CaseState | None = states.get(own[0])
    listed = command.lines if isinstance(command, ListLines) else (command,)
    codes = {line.fixmedins_code for line in listed}
    if case is not None and case.party is not None:
        codes.add(case.party.key)
    return (*own, *(f"refunds:{code}" for code in sorted(codes)))


def of_verdict(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, its lines and, once they are known, the refunds of their institutions."""
    own = of_lines(command, actor, states)
    lines: LinesState | None = states.get(own[1])
    codes = {line.of.fixmedins_code for line in lines.lines.values()} if lines else set()
    return (*own, *(f"refunds:{code}" for code in sorted(codes)))


def of_demand(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The same, and the bureau's own area: what a worksheet, a proposal and a decision look at."""
    lines, area = of_verdict(command, actor, states), of_penal(command, actor, states)
    return tuple(dict.fromkeys(lines + area))


def of_refunds(
    command: RecordSettled | WithdrawRefund, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The refunds of the institution."""
    return (f"refunds:{command.fixmedins_code}",)


def of_import(command: ImportRefunds, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The refunds of the institution and, once they are known, the lines of the cases that hold one named."""
    own = f"refunds:{command.fixmedins_code}"
    book: RefundsState | None = states.get(own)
    return (own, *holders(book, (one.bill for one in command.refunds))) if book else (own,)


def holders(book: RefundsState, bills: Iterable[str]) -> tuple[str, ...]:
    """The streams of the lines of all cases that hold or recover one of these bills."""
    cases = {no for bill in bills for kept in (book.held, book.claims) for no in kept.get(bill, ())}
    return tuple(f"lines:{no}" for no in sorted(cases))
