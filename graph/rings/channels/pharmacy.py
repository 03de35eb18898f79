"""Pharmacy swipe trains: cards at one terminal (else pharmacy) in consecutive minutes."""

from graph.rings.channels.base import Channel

# A train goes on while the next swipe comes within three minutes. Every purchase counts as a train,
# also one of a single card: only against the ordinary purchases can chance judge the long ones. A day
# without times of day (all at midnight) has no trains, because nothing is known about minutes.
PHARMACY = Channel(
    name="pharmacy",
    zh="药店连续刷卡",
    en="swipe trains at a pharmacy",
    sql="""
        WITH swipes AS (
            SELECT s.psn_no, s.fixmedins_code AS unit,
                   coalesce(s.terminal_no, s.fixmedins_code) AS terminal, s.setl_time AS moment
            FROM setl_d s
            WHERE s.setl_time IS NOT NULL AND s.psn_no IS NOT NULL AND s.fixmedins_code IS NOT NULL
              AND s.med_type IN ('41', '9929') AND coalesce(s.refd_setl_flag, '0') <> '1'
              AND CAST(s.setl_time AS TIME) <> TIME '00:00:00'
        ), gaps AS (
            SELECT *, CASE WHEN moment - lag(moment) OVER at_terminal <= INTERVAL 3 MINUTE
                           THEN 0 ELSE 1 END AS starts
            FROM swipes
            WINDOW at_terminal AS (PARTITION BY unit, terminal ORDER BY moment, psn_no)
        ), trains AS (
            SELECT *, sum(starts) OVER (PARTITION BY unit, terminal ORDER BY moment, psn_no) AS train
            FROM gaps
        )
        SELECT psn_no, unit, unit || '|' || terminal || '|' || train AS cell_key,
               date_diff('day', DATE '1970-01-01', CAST(moment AS DATE)) AS day
        FROM trains
    """,
    joint=3,
    needs=frozenset({"setl_d"}),
)
