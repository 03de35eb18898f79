"""Persons who come so often that their days say nothing about others: a queue with the reason."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa

from graph.rings.channels.base import Found
from graph.rings.model import Frequent

# Chronic and special diseases (14x), and the diagnoses of treatment that comes back; the commonest
# diagnosis stands for all. Refunds reduce the amount.
QUEUE = """
    WITH own AS (
        SELECT o.channel, m.psn_no, m.fixmedins_code, m.mdtrt_id, CAST(m.begntime AS DATE) AS day,
               m.dscg_maindiag_name AS diagnosis,
               coalesce(m.med_type LIKE '14%', false) OR coalesce(regexp_matches(
                   m.dscg_maindiag_code, '^(N18|Z49|Z51|C[0-9]|E1[0-4]|I1[0-5]|F2[0-9])'), false)
                   AS periodic
        FROM often_persons o JOIN mdtrt_d m USING (psn_no, fixmedins_code)
        WHERE m.begntime IS NOT NULL
    ), paid AS (
        SELECT mdtrt_id, sum(medfee_sumamt) AS amount FROM setl_d
        WHERE mdtrt_id IN (SELECT mdtrt_id FROM own) GROUP BY mdtrt_id
    )
    SELECT psn_no, fixmedins_code, any_value(channel), count(DISTINCT day), min(day), max(day),
           coalesce(sum(amount), 0), avg(CASE WHEN periodic THEN 1.0 ELSE 0.0 END),
           coalesce(mode(diagnosis), '')
    FROM own LEFT JOIN paid USING (mdtrt_id)
    GROUP BY psn_no, fixmedins_code
    ORDER BY 4 DESC, 1, 2
"""


def frequent_of(
    connection: duckdb.DuckDBPyConnection, found: Sequence[Found], without: Collection[str]
) -> tuple[Frequent, ...]:
    """Everybody whom a channel left out for coming too often, most days first; record errors, who
    are named as such, are not among them."""
    channel_of: dict[tuple[str, str], str] = {}
    for one in found:
        for key in one.often:
            if key[0] not in without:
                channel_of.setdefault(key, one.report.channel)
    if not channel_of:
        return ()
    rows = [(psn_no, code, channel) for (psn_no, code), channel in channel_of.items()]
    names = ("psn_no", "fixmedins_code", "channel")
    columns = [pa.array([row[i] for row in rows], pa.string()) for i in range(3)]
    connection.register("often_persons", pa.Table.from_arrays(columns, names))
    answer = connection.execute(QUEUE).fetchall()
    connection.unregister("often_persons")
    return tuple(_told(*row) for row in answer)


def _told(
    psn_no: str,
    code: str,
    channel: str,
    days: int,
    first: Any,
    last: Any,
    amount: Decimal,
    periodic: float,
    diagnosis: str,
) -> Frequent:
    """The row with its reason. Diagnoses are the institution's own: a support, never a proof."""
    weekly = days * 7 / max(7, (last - first).days + 1)
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
        first,
        last,
        Decimal(amount).quantize(Decimal("0.01")),
        round(periodic, 4),
        diagnosis,
        zh,
        en,
    )
