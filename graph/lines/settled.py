"""Tell the books of institutions what the deliveries say by now of refunds of lines that cases hold."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final, LiteralString

import anyio.to_thread
import neo4j

from casework.actors import BEAT
from casework.commands.case import (
    CaseLine,
    RecordSettled,
    SettledLine,
    SettledRefund,
    VisitRefund,
)
from casework.lines.state import RefundsState, visit_of
from casework.money import ZERO
from claims.refunds import LineRefund, line_refunds, unset_refunds
from claims.store import ClaimStore
from graph.commands import execute
from graph.lines.read import folds

BOOKS: Final[LiteralString] = """
MATCH (s:Stream) WHERE s.id STARTS WITH 'refunds:' RETURN s.id AS id ORDER BY id
"""


async def record_settled(driver: neo4j.AsyncDriver, store: ClaimStore, at: datetime) -> int:
    """Record what changed in every book; returns of how many rows. Running it again changes nothing.

    A refund that came in a later delivery is so deducted from the cases that had listed its line;
    one that was withdrawn with its delivery is no refund any more.
    """
    rows, _, _ = await driver.execute_query(BOOKS, routing_=neo4j.RoutingControl.READ)
    found = await folds(driver, *(row["id"] for row in rows))
    books = [book for book in found.values() if isinstance(book, RefundsState)]
    visits = {visit for book in books for visit in _visits(book)}
    if not visits:
        return 0
    known = _by_line(await anyio.to_thread.run_sync(lambda: list(line_refunds(store, visits))))
    whole = {one.visit: one for one in await visit_refunds(store, visits)}
    written = 0
    for book in books:
        lines = tuple(
            known.get(key) or SettledLine(key, ZERO)
            for key in sorted(_held(book))
            if key in known or book.settled.get(key)
        )
        unset = tuple(
            whole.get(visit) or VisitRefund(visit, ZERO, ZERO)
            for visit in sorted(_visits(book))
            if visit in whole or visit in book.unset
        )
        if lines or unset:
            command = RecordSettled(fixmedins_code=book.fixmedins_code, lines=lines, visits=unset)
            for event in await execute(driver, command, BEAT, at):
                data: dict[str, Any] = dict(event.data)
                written += len(data["lines"]) + len(data.get("visits", ()))
    return written


async def visit_refunds(store: ClaimStore, visits: Collection[str]) -> tuple[VisitRefund, ...]:
    """What came back of the visits and names no line, as a case keeps it."""
    found = await anyio.to_thread.run_sync(lambda: list(unset_refunds(store, visits)))
    return tuple(
        VisitRefund(one.mdtrt_id, one.billed, one.fund, one.on, one.documents) for one in found
    )


async def refunds_behind(store: ClaimStore, lines: Iterable[CaseLine]) -> tuple[VisitRefund, ...]:
    """The same of the visits of lines that a case is about to list."""
    return await visit_refunds(store, {visit_of(line.line_id) for line in lines} - {""})


def _held(book: RefundsState) -> set[str]:
    """The lines that some case lists or recovers, and those of which a refund is recorded."""
    return {*book.held, *book.claims, *book.settled}


def _visits(book: RefundsState) -> set[str]:
    return {visit_of(key) for key in _held(book)} - {""} | set(book.unset)


def _by_line(refunds: Iterable[LineRefund]) -> dict[str, SettledLine]:
    found: dict[str, SettledLine] = {}
    for one in refunds:
        key = f"{one.mdtrt_id}/{one.feedetl_sn}"
        before = found[key].refunds if key in found else ()
        refund = SettledRefund(one.amount, one.on, one.document)
        found[key] = SettledLine(key, one.billed, (*before, refund))
    return found
