"""Keyset cursors: where the next page begins, opaque and checked."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from audit.errors import BadCursor
from audit.findings.finding import Finding, Order
from audit.findings.rows import SHANGHAI

# The sort column, its direction, and the comparison that means "after".
SORTS: Final = {
    Order.AMOUNT: ("amount_at_risk", "DESC", "<", "DECIMAL(16, 2)"),
    Order.LATEST: ("last_time", "DESC", "<", "TIMESTAMP"),
    Order.OLDEST: ("first_time", "ASC", ">", "TIMESTAMP"),
}


@dataclass(frozen=True)
class After:
    """The condition that skips what was shown, with its values."""

    sql: str
    values: list[Any]


def order_by(order: Order) -> str:
    """ORDER BY list with the finding id as tie breaker."""
    column, direction, _, _ = SORTS[order]
    return f"{column} {direction} NULLS LAST, finding_id"


def cursor_of(order: Order, last: Finding) -> str:
    """The cursor behind `last`."""
    if order is Order.AMOUNT:
        value: str | None = str(last.amount_at_risk)
    else:
        moment = last.last_time if order is Order.LATEST else last.first_time
        wall = moment.astimezone(SHANGHAI).replace(tzinfo=None) if moment else None
        value = wall.isoformat() if wall else None
    body = json.dumps([order.value, value, last.finding_id]).encode()
    return base64.urlsafe_b64encode(body).decode()


def after(order: Order, cursor: str) -> After:
    """The condition for a cursor of the same order; raises `BadCursor`."""
    try:
        kind, value, finding_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if kind != order.value or not isinstance(finding_id, str):
            raise ValueError(kind)
        if value is not None:
            Decimal(value) if order is Order.AMOUNT else datetime.fromisoformat(value)
    except (ValueError, TypeError, InvalidOperation, binascii.Error) as error:
        raise BadCursor from error
    column, _, sign, sql_type = SORTS[order]
    if value is None:
        return After(f"({column} IS NULL AND finding_id > ?)", [finding_id])
    typed = f"?::{sql_type}"
    return After(
        f"({column} {sign} {typed} OR {column} IS NULL OR ({column} = {typed} AND finding_id > ?))",
        [value, value, finding_id],
    )
