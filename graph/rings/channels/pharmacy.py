"""Pharmacy swipe trains: the same cards at one terminal (else pharmacy), in consecutive minutes."""

from functools import partial

from graph.rings.channels.base import Channel, appearances
from graph.rings.channels.covisits import co_visits
from graph.rings.days.find import Method
from graph.rings.days.read import TERMINAL

SQL = f"""
    SELECT psn_no, {TERMINAL} AS place, fixmedins_code,
           CAST(NULL AS VARCHAR) AS doctor,
           date_diff('day', DATE '1970-01-01', CAST(setl_time AS DATE)) AS day,
           nullif(date_part('hour', setl_time) * 60 + date_part('minute', setl_time), 0) AS moment,
           false AS chronic
    FROM setl_d
    WHERE setl_time IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
      AND med_type IN ('41', '9929') AND coalesce(refd_setl_flag, '0') <> '1'
"""
PHARMACY = Channel(
    name="pharmacy",
    place=30,
    zh="药店连续刷卡",
    en="swipe trains at a pharmacy",
    needs=frozenset({"setl_d"}),
    ahead=appearances(SQL),
    # Swipes of one train lie within minutes: a window of twenty either side of its middle, in which
    # one unrelated swipe in twelve would fall.
    find=partial(
        co_visits,
        name="pharmacy",
        sql=SQL,
        method=Method(window=20, base=0.08, slot=60),
    ),
)
