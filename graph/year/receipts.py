"""Money that came in during a year, whatever became of its cases: by kind, month and payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.ledger.accounts import Account
from casework.ledger.receipts import CASH
from casework.masking import mask_name
from graph.reading import rows_of
from graph.year.read import allow, span

MAX_PAGE: Final = 200
_IN: Final[LiteralString] = """
MATCH (r:Receipt)-[:OF]->(c:Case)
WHERE r.day >= $first_day AND r.day <= $last_day
"""
SUMS: Final[LiteralString] = (
    _IN + "RETURN r.account AS account, left(r.day, 7) AS month, sum(r.fen) AS fen"
)
LIST: Final[LiteralString] = (
    _IN
    + """
  AND ($account IS NULL OR r.account = $account)
  AND ($after_day IS NULL OR r.day > $after_day OR (r.day = $after_day AND r.key > $after_key))
RETURN properties(r) AS r, c.case_no AS case_no, c.title AS title,
       c.party_kind AS kind, c.party_name AS party
ORDER BY r.day, r.key LIMIT $limit
"""
)


@dataclass(frozen=True)
class Received:
    """Yuan that came in by kind, and fund money by month (YYYY-MM), less what was paid back."""

    by_account: Mapping[Account, Decimal]
    returned_by_month: Mapping[str, Decimal]


@dataclass(frozen=True)
class ReceiptRow:
    """One payment; yuan, negative where it was paid back. A person's name is masked."""

    key: str
    account: Account
    on: date
    amount: Decimal
    document_no: str
    case_no: str
    title: str
    party: str


@dataclass(frozen=True)
class ReceiptPage:
    """A page of payments, the earliest first."""

    rows: tuple[ReceiptRow, ...]
    has_more: bool


async def received_in(driver: neo4j.AsyncDriver, viewer: Viewer, year: int) -> Received:
    """Return what came in. Refuses ROLE_REQUIRED to all but head and supervisor."""
    allow(viewer)
    rows = await rows_of(driver, SUMS, span(year))
    return Received(
        {
            account: _yuan(sum(r["fen"] for r in rows if r["account"] == account.value))
            for account in CASH
        },
        {
            row["month"]: _yuan(row["fen"])
            for row in rows
            if row["account"] == Account.RETURNED.value
        },
    )


async def list_receipts(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    year: int,
    *,
    account: Account | None = None,
    first: int = 50,
    after: tuple[str, str] | None = None,
) -> ReceiptPage:
    """Return a page of payments, of one kind or all; `after` is (day, key) of the last one."""
    allow(viewer)
    limit = max(1, min(first, MAX_PAGE))
    values = {
        **span(year),
        "account": account.value if account else None,
        "after_day": after[0] if after else None,
        "after_key": after[1] if after else None,
        "limit": limit + 1,
    }
    rows = await rows_of(driver, LIST, values)
    return ReceiptPage(tuple(_row(row, viewer) for row in rows[:limit]), len(rows) > limit)


def _row(row: neo4j.Record, viewer: Viewer) -> ReceiptRow:
    node = row["r"]
    masked = row["kind"] == "person" and viewer.masked
    return ReceiptRow(
        key=node["key"],
        account=Account(node["account"]),
        on=date.fromisoformat(node["day"]),
        amount=_yuan(node["fen"]),
        document_no=node["document_no"],
        case_no=row["case_no"],
        title=row["title"],
        party=mask_name(row["party"] or "") if masked else row["party"] or "",
    )


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
