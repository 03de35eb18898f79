"""Refund loops: charge → refund → charge again, for the same people at one place on the same days.

One corrected bill is an error of a clerk, many on one day a failed terminal; the same people's bills
refunded together again and again are neither.
"""

from dataclasses import replace

import duckdb

from graph.rings.channels.base import Channel, Found, Setting, appearances
from graph.rings.channels.covisits import co_visits
from graph.rings.channels.refund_loops import loops
from graph.rings.days.find import Method

# A refund carries the flag, or names the settlement that it takes back. Its day is what counts: the
# charges before and after are the same visit.
SQL = """
    SELECT psn_no, fixmedins_code AS place, fixmedins_code, CAST(NULL AS VARCHAR) AS doctor,
           date_diff('day', DATE '1970-01-01', CAST(setl_time AS DATE)) AS day,
           CAST(NULL AS BIGINT) AS moment, false AS chronic
    FROM setl_d
    WHERE setl_time IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
      AND (refd_setl_flag = '1' OR init_setl_id IS NOT NULL)
"""
# Refunds are rare, so two joint days stand out, and nobody has a habit of them; at what time of day the
# clerk books them says nothing.
METHOD = Method(least_events=2, least_present=2, least=2, cut=1e-2, together=False)


def _find(connection: duckdb.DuckDBPyConnection, setting: Setting) -> Found:
    """Joint refund days, and beside them persons who come back with refunds on days of their own."""
    found = co_visits(connection, setting, name=REFUNDS.name, sql=SQL, method=METHOD)
    more = loops(connection, SQL, REFUNDS.name, setting, found.groups)
    if not more:
        return found
    report = replace(
        found.report,
        groups=len(found.groups) + len(more),
        note_zh=f"{found.report.note_zh}另有 {len(more)} 个群体的成员反复退费，但日期较分散。",
        note_en=f"{found.report.note_en} {len(more)} more groups come back with refunds on scattered days.",
    )
    return Found((*found.groups, *more), report, found.often)


REFUNDS = Channel(
    name="refund_loop",
    place=40,
    zh="退费循环",
    en="refund loops",
    needs=frozenset({"setl_d"}),
    ahead=appearances(SQL),
    find=_find,
)
