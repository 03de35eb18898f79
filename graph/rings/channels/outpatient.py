"""Outpatient same-day co-visits: many people at one institution on the same days, repeatedly."""

from graph.rings.channels.base import Channel

# Kinds 1x are outpatient (11 general … 19 injury), 51 maternity outpatient; pharmacies (41, 9929) and
# stays have channels of their own.
OUTPATIENT = Channel(
    name="outpatient",
    zh="同日就诊",
    en="same-day outpatient visits",
    sql="""
        SELECT psn_no, fixmedins_code AS unit,
               fixmedins_code || '|' || CAST(begntime AS DATE) AS cell_key,
               date_diff('day', DATE '1970-01-01', CAST(begntime AS DATE)) AS day
        FROM mdtrt_d
        WHERE begntime IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
          AND (med_type LIKE '1%' OR med_type = '51')
    """,
    joint=3,
    needs=frozenset({"mdtrt_d"}),
)
