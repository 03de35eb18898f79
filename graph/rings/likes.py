"""Dear bills of people with a rhythm, compared like with like.

What is usual at a place is the median of all its bills of a channel, and a month of inhalers costs
four times a month of pills. Groups that would be put aside for their rhythm, were they not dear, are
compared again: each visit with those of the same sort (the first two digits of `med_type`) for the
same group of diagnoses (the first three characters of the code) at other institutions of the same
grade. A disease has cheap and dear drugs, so what counts is how many of a group's bills lie above nine
tenths of the others, not its median. Their own institutions are left out, for they wrote both the
bills and the diagnoses.
"""

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from graph.rings.context import Context
from graph.rings.route import has_rhythm, is_dear

#: Fewer bills than these say nothing of what is usual.
LEAST_BILLS = 20
#: The share of others that a high bill lies above, and that of a group's visits which must find others.
HIGH, COMPARED = 0.9, 0.5

MINE = """
    CREATE OR REPLACE TEMP TABLE dear_visits AS
    SELECT t.group_no, CAST(t.amount AS DOUBLE) AS amount, v.sort, v.disease, i.hosp_lv AS grade
    FROM told t JOIN member_visits v USING (mdtrt_id)
    LEFT JOIN medins_info_b i ON i.fixmedins_code = v.unit
    WHERE t.group_no IN (SELECT unnest(?))
"""
LIKE = f"""
    WITH wanted AS (SELECT DISTINCT sort, disease, grade FROM dear_visits WHERE disease IS NOT NULL),
    bills AS (
        SELECT w.*, CAST(v.amount AS DOUBLE) AS amount FROM kept.visits v
        LEFT JOIN medins_info_b i ON i.fixmedins_code = v.unit
        JOIN wanted w ON w.sort = v.sort AND w.disease = v.disease
                     AND w.grade IS NOT DISTINCT FROM i.hosp_lv
        WHERE v.drawn AND v.amount IS NOT NULL
          AND v.unit NOT IN (SELECT unit FROM group_events
                             WHERE group_no IN (SELECT group_no FROM dear_visits))
    ), usual AS (
        SELECT sort, disease, grade, quantile_cont(amount, {HIGH}) AS high FROM bills WHERE amount > 0
        GROUP BY ALL HAVING count(*) >= {LEAST_BILLS}
    )
    SELECT d.group_no, avg(CAST(d.amount > u.high AS INTEGER)), count(u.high) / count(*)
    FROM dear_visits d LEFT JOIN usual u ON u.sort = d.sort AND u.disease = d.disease
                                        AND u.grade IS NOT DISTINCT FROM d.grade
    GROUP BY d.group_no
"""


def likened(connection: duckdb.DuckDBPyConnection, contexts: Sequence[Context]) -> list[Context]:
    """The contexts of registered groups; those of dear groups with a rhythm say how their bills
    compare like with like."""
    asked = [n for n, context in enumerate(contexts) if is_dear(context) and has_rhythm(context)]
    found = list(contexts)
    if not asked:
        return found
    connection.execute(MINE, [asked])
    for number, high, share in connection.execute(LIKE).fetchall():
        if high is not None and share >= COMPARED:
            found[number] = replace(found[number], high_share=high)
    return found
