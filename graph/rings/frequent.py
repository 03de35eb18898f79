"""Persons who come so often that their days say nothing about others: a queue with the reason."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from decimal import Decimal

import duckdb

from graph.rings.channels.base import Found
from graph.rings.model import EPOCH, Frequent

# The commonest diagnosis stands for all. Refunds reduce the amount.
QUEUE = """
    SELECT psn_no, unit, any_value(o.channel), count(DISTINCT v.day), min(v.day), max(v.day),
           coalesce(sum(v.amount), 0), avg(CASE WHEN v.periodic THEN 1.0 ELSE 0.0 END),
           coalesce(mode(v.diagnosis), '')
    FROM often_persons o JOIN member_visits v USING (psn_no, unit)
    GROUP BY psn_no, unit
    ORDER BY 4 DESC, 1, 2
"""


def often_of(found: Sequence[Found]) -> list[tuple[str, str, str]]:
    """Everybody whom a channel left out for coming too often: psn_no, fixmedins_code, channel."""
    channel_of: dict[tuple[str, str], str] = {}
    for one in found:
        for key in one.often:
            channel_of.setdefault(key, one.report.channel)
    return [(psn_no, code, channel) for (psn_no, code), channel in channel_of.items()]


def frequent_of(
    connection: duckdb.DuckDBPyConnection, without: Collection[str]
) -> tuple[Frequent, ...]:
    """The queue of those whom `visits.register` was given, most days first; record errors, who are named
    as such, are not among them."""
    rows = connection.execute(QUEUE).fetchall()
    return tuple(_told(*row) for row in rows if row[0] not in without)


def _told(
    psn_no: str,
    code: str,
    channel: str,
    days: int,
    first: int,
    last: int,
    amount: Decimal,
    periodic: float,
    diagnosis: str,
) -> Frequent:
    """The row with its reason. Diagnoses are the institution's own: a support, never a proof."""
    weekly = days * 7 / max(7, last - first + 1)
    zh = f"在该机构就诊 {days} 天（平均每周 {weekly:.1f} 天），有自己的就诊节奏，不与他人的日子比较。"
    en = f"{days} visit days there ({weekly:.1f} a week): a rhythm of his own, not compared with others' days."
    if periodic >= 0.5:
        zh += f"{periodic:.0%} 登记为慢特病或周期性治疗（由该机构填报，仅供参考）。"
        en += f" {periodic:.0%} registered as chronic or periodic care by the institution itself."
    else:
        zh += f"仅 {periodic:.0%} 登记为慢特病或周期性治疗，请核对诊疗记录。"
        en += f" Only {periodic:.0%} registered as chronic or periodic care: check the records."
    return Frequent(
        psn_no,
        code,
        channel,
        days,
        EPOCH + timedelta(days=first),
        EPOCH + timedelta(days=last),
        Decimal(amount).quantize(Decimal("0.01")),
        round(periodic, 4),
        diagnosis,
        zh,
        en,
    )
