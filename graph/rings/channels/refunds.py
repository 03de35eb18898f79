"""Refund loops: charge → refund → charge again, for the same people at one place on the same days, by whole
bills or by single lines of them.

One corrected bill is an error of a clerk, many on one day a failed terminal; the same people's bills
refunded together again and again are neither.
"""

from dataclasses import replace

import duckdb

from graph.rings.channels.base import Channel, Found, Setting, appearances
from graph.rings.channels.covisits import co_visits
from graph.rings.channels.refund_loops import loops
from graph.rings.days.find import Method

#: Days after a refund within which what was taken back may be charged again.
AGAIN = 3
#: Stays: returned drugs, and the same drugs ordered again, are a ward's daily work.
STAY = "(m.med_type LIKE '2%' OR m.med_type LIKE '52%')"
#: A bill for so many times as much, or so little, is another treatment.
ALIKE = 2
# A bill that takes back another carries the flag, names the settlement, or is negative; a reversing line
# names its line. It is a loop when the same person is charged again at the same place after it: by another
# bill of the same kind and size, or by another line for the same item of the visit. Where only the day of
# bills is known, the one that is not named as taken back counts as the later, and where none is named one of
# two; two lines of one instant are a repeat that was put right. The day of the refund counts.
BILLS = """
    SELECT psn_no, fixmedins_code, setl_id, init_setl_id, setl_time AS at, med_type,
           abs(medfee_sumamt) AS amount
    FROM setl_d
    WHERE setl_time IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
      AND coalesce(vali_flag, '1') <> '0'
"""
BACK = """(coalesce(refd_setl_flag = '1', false) OR init_setl_id IS NOT NULL
           OR coalesce(medfee_sumamt < 0, false))"""
SQL = f"""
    WITH back AS ({BILLS} AND {BACK}),
    charged AS NOT MATERIALIZED ({BILLS} AND NOT {BACK} AND psn_no IN (SELECT psn_no FROM back)),
    reversed AS (
        SELECT mdtrt_id, init_feedetl_sn, hilist_code, fee_ocur_time AS at FROM fee_list_d
        WHERE cnt < 0 AND init_feedetl_sn IS NOT NULL AND fee_ocur_time IS NOT NULL
          AND coalesce(vali_flag, '1') <> '0'
    ), billed AS NOT MATERIALIZED (
        SELECT mdtrt_id, hilist_code, fee_ocur_time AS at FROM fee_list_d
        WHERE mdtrt_id IN (SELECT mdtrt_id FROM reversed) AND cnt > 0 AND fee_ocur_time IS NOT NULL
          AND coalesce(vali_flag, '1') <> '0'
    ), visit AS NOT MATERIALIZED (
        SELECT m.mdtrt_id, m.psn_no, m.fixmedins_code FROM mdtrt_d m
        WHERE m.mdtrt_id IN (SELECT mdtrt_id FROM reversed) AND NOT coalesce({STAY}, false)
          AND m.psn_no IS NOT NULL AND m.fixmedins_code IS NOT NULL
    ), again AS (
        SELECT b.psn_no, b.fixmedins_code, CAST(b.at AS DATE) AS day
        FROM back b JOIN charged c ON c.psn_no = b.psn_no AND c.fixmedins_code = b.fixmedins_code
        WHERE c.at >= b.at AND c.at < CAST(b.at AS DATE) + INTERVAL {AGAIN + 1} DAY
          AND c.setl_id IS DISTINCT FROM b.init_setl_id AND coalesce(c.med_type = b.med_type, true)
          AND coalesce(c.amount BETWEEN b.amount / {ALIKE} AND b.amount * {ALIKE}, true)
        GROUP BY b.psn_no, b.fixmedins_code, b.setl_id, b.init_setl_id, b.at
        HAVING bool_or(c.at > b.at) OR count(*) > CAST(b.init_setl_id IS NULL AS INTEGER)
        UNION
        SELECT v.psn_no, v.fixmedins_code, CAST(b.at AS DATE)
        FROM reversed b JOIN billed c ON c.mdtrt_id = b.mdtrt_id AND c.hilist_code = b.hilist_code
        JOIN visit v ON v.mdtrt_id = b.mdtrt_id
        WHERE c.at > b.at AND c.at < CAST(b.at AS DATE) + INTERVAL {AGAIN + 1} DAY
    )
    SELECT psn_no, fixmedins_code AS place, fixmedins_code, CAST(NULL AS VARCHAR) AS doctor,
           date_diff('day', DATE '1970-01-01', day) AS day, CAST(NULL AS BIGINT) AS moment, false AS chronic
    FROM again
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
