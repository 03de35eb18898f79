"""Persons with a rhythm of their own (dialysis): the queue beside the rings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import strawberry

from api.context import Info
from api.paging import Connection, connect, decode_cursor, offset, page_size
from graph.rings.frequent_read import FrequentRow, list_frequent


@strawberry.type
class FrequentVisitor:
    """A person with more visit days at one institution than a year has weeks, and why that is no
    ring. The name is masked; ``periodicShare`` is of visits registered as chronic or periodic care."""

    key: str
    psn_no: str
    name: str | None
    fixmedins_code: str
    fixmedins_name: str
    channel: str
    days: int
    first_day: date
    last_day: date
    amount: Decimal
    periodic_share: float
    diagnosis: str | None
    reason: str


@strawberry.type
class FrequentQueries:
    """The queue's page."""

    @strawberry.field
    async def frequent_visitors(
        self,
        info: Info,
        institution: str | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[FrequentVisitor]:
        """Persons by visit days, most first."""
        context = info.context
        cursor = decode_cursor(after, offset, str)
        page = await list_frequent(
            context.driver,
            context.viewer,
            fixmedins_code=institution,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        rows = [(visitor_of(row, context.language), (row.days, row.key)) for row in page.rows]
        return connect(rows, page.more, page.total)


def visitor_of(row: FrequentRow, language: Literal["zh", "en"]) -> FrequentVisitor:
    """A row of the queue in the reader's language."""
    return FrequentVisitor(
        key=row.key,
        psn_no=row.psn_no,
        name=row.name or None,
        fixmedins_code=row.fixmedins_code,
        fixmedins_name=row.fixmedins_name,
        channel=row.channel,
        days=row.days,
        first_day=row.first_day,
        last_day=row.last_day,
        amount=row.amount,
        periodic_share=row.periodic_share,
        diagnosis=row.diagnosis or None,
        reason=row.reason_zh if language == "zh" else row.reason_en,
    )
