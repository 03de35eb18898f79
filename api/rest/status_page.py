"""A page of the list of what stops settlement, and the cursor with which the next one is asked.

The cursor keeps the moment of the first page: whoever reads page by page gets one list, not as many
as there are pages.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j
from starlette.datastructures import QueryParams

from api.errors import Invalid
from graph.measures.read import MEASURES, POINTS, START, MeasureRow, Place, status_list

MOST: Final = 5000


@dataclass(frozen=True)
class StatusPage:
    """Rows of a page, and the cursor of the next one; None where the list ends here."""

    rows: tuple[MeasureRow, ...]
    following: str | None


async def status_page(
    driver: neo4j.AsyncDriver, moment: datetime, after: Place, first: int
) -> StatusPage:
    """At least `first` rows where there are so many: a subject is never cut in two."""
    rows: list[MeasureRow] = []
    last = after
    async for place, found in status_list(driver, moment, after):
        if len(rows) >= first:
            return StatusPage(tuple(rows), cursor_of(moment, last))
        rows += found
        last = place
    return StatusPage(tuple(rows), None)


def cursor_of(moment: datetime, place: Place) -> str:
    """What names the moment and the subject behind which the next page begins."""
    text = json.dumps([moment.isoformat(), place.part, place.key])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_of(asked: QueryParams) -> tuple[datetime | None, Place]:
    """The moment and place of the asked cursor; none without one. Raises :class:`Invalid`."""
    text = asked.get("cursor")
    if not text:
        return None, START
    try:
        padded = text + "=" * (-len(text) % 4)
        moment, part, key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        at, place = datetime.fromisoformat(moment), Place(part, key)
    except (binascii.Error, UnicodeDecodeError, ValueError, TypeError):
        raise _foreign() from None
    if at.tzinfo is None or part not in (MEASURES, POINTS) or not isinstance(key, str):
        raise _foreign()
    return at, place


def first_of(asked: QueryParams) -> int:
    """How many rows a page has. Raises :class:`Invalid`."""
    text = asked.get("first") or str(MOST)
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST):
        raise Invalid(
            "first", f"first 应为 1 至 {MOST} 的整数。", f"first is a whole number, 1 to {MOST}."
        )
    return int(text)


def _foreign() -> Invalid:
    return Invalid(
        "cursor",
        "cursor 应原样取自上一页的 next；不带 cursor 则从头读取。",
        "Take cursor as it is from next of the page before; without one the list begins anew.",
    )
