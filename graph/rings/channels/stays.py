"""Inpatient co-stays: admitted to one institution on one day, discharged within two days."""

from graph.rings.channels.base import Channel

# Discharges of one admission day are chained: a gap of more than two days begins another group.
STAYS = Channel(
    name="inpatient",
    zh="同进同出住院",
    en="joint admissions and discharges",
    sql="""
        WITH stays AS (
            SELECT psn_no, fixmedins_code AS unit, CAST(begntime AS DATE) AS admitted,
                   CAST(endtime AS DATE) AS discharged
            FROM mdtrt_d
            WHERE begntime IS NOT NULL AND endtime IS NOT NULL
              AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
              AND (med_type LIKE '2%' OR med_type = '52')
        ), gaps AS (
            SELECT *, CASE WHEN date_diff('day', lag(discharged) OVER stay_days, discharged) > 2
                           THEN 1 ELSE 0 END AS starts
            FROM stays
            WINDOW stay_days AS (PARTITION BY unit, admitted ORDER BY discharged, psn_no)
        ), chained AS (
            SELECT *, sum(starts) OVER (PARTITION BY unit, admitted ORDER BY discharged, psn_no) AS link
            FROM gaps
        )
        SELECT psn_no, unit, unit || '|' || admitted || '|' || link AS cell_key,
               date_diff('day', DATE '1970-01-01', admitted) AS day
        FROM chained
    """,
    joint=2,
    # Admissions keep no weekday, and a hospital has too few of them on each to shuffle.
    by_weekday=False,
    needs=frozenset({"mdtrt_d"}),
)
