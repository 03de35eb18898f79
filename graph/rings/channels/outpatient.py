"""Outpatient co-visits: many people at one institution on the same days (or a day off), repeatedly."""

from functools import partial

from graph.rings.channels.base import Channel, appearances
from graph.rings.channels.covisits import co_visits
from graph.rings.days.find import Method

# Kinds 1x are outpatient (11 general … 19 injury), 51 maternity outpatient; pharmacies (41, 9929) and
# stays have channels of their own. Midnight sharp means that the export has no times of day.
SQL = """
    SELECT psn_no, fixmedins_code AS place, fixmedins_code, atddr_no AS doctor,
           date_diff('day', DATE '1970-01-01', CAST(begntime AS DATE)) AS day,
           nullif(date_part('hour', begntime) * 60 + date_part('minute', begntime), 0) AS moment,
           coalesce(med_type LIKE '14%', false) AS chronic
    FROM mdtrt_d
    WHERE begntime IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
      AND (med_type LIKE '1%' OR med_type = '51')
"""
OUTPATIENT = Channel(
    name="outpatient",
    place=10,
    zh="同日就诊",
    en="same-day outpatient visits",
    needs=frozenset({"mdtrt_d"}),
    ahead=appearances(SQL),
    find=partial(co_visits, name="outpatient", sql=SQL, method=Method()),
)
