"""Which rows of a list of earlier refunds fit no line, before the list is entered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import neo4j

from casework.actors import BUREAU, Viewer
from casework.commands.case import CaseLine
from casework.lines.refunds import most_back, sifted
from casework.lines.state import RefundsState
from casework.lines.streams import holders
from graph.lines.read import folds
from graph.lines.refund_list import BadRow, RefundList


async def fitting(
    driver: neo4j.AsyncDriver,
    code: str,
    listed: RefundList,
    lines: Sequence[CaseLine],
    at: datetime,
) -> RefundList:
    """The list with its rows of unknown lines, and above what the fund paid of them, among the bad ones.

    `lines`: those that the claims know of what is named.
    """
    book = await book_of(driver, code)
    states = await folds(driver, *holders(book, (one.bill for one in listed.refunds)))
    own = [one for one in lines if one.fixmedins_code == code]
    new, wrong = sifted(listed.refunds, book, most_back(own, states), at)
    places = {place for place, _ in wrong}
    bad = [BadRow(listed.rows[place], no.message_zh, no.message_en) for place, no in wrong]
    kept = [n for n in range(len(listed.refunds)) if n not in places]
    return replace(
        listed,
        refunds=tuple(listed.refunds[n] for n in kept),
        rows=tuple(listed.rows[n] for n in kept),
        bad=tuple(sorted((*listed.bad, *bad), key=lambda one: one.row)),
        new=tuple(new),
    )


async def book_of(driver: neo4j.AsyncDriver, code: str) -> RefundsState:
    """What came back of an institution's lines."""
    stream = f"refunds:{code}"
    book = (await folds(driver, stream))[stream]
    if not isinstance(book, RefundsState):
        raise TypeError(stream)
    return book


async def standing_refunds(
    driver: neo4j.AsyncDriver, viewer: Viewer, code: str
) -> RefundsState | None:
    """The book of an institution for the bureau; None to others."""
    return await book_of(driver, code) if viewer.actor.holds(*BUREAU) else None
