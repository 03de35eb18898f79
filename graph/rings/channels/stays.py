"""Inpatient co-stays: admitted to one institution on one day (or a day off), discharged within two."""

from functools import partial

from graph.rings.channels.base import Channel, appearances
from graph.rings.channels.covisits import co_visits
from graph.rings.days.find import Method

SQL = """
    SELECT psn_no, fixmedins_code AS place, fixmedins_code, atddr_no AS doctor,
           date_diff('day', DATE '1970-01-01', CAST(begntime AS DATE)) AS day,
           date_diff('day', CAST(begntime AS DATE), CAST(endtime AS DATE)) AS moment,
           false AS chronic
    FROM mdtrt_d
    WHERE begntime IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
      AND (med_type LIKE '2%' OR med_type = '52')
"""
STAYS = Channel(
    name="inpatient",
    place=20,
    zh="同进同出住院",
    en="joint admissions and discharges",
    needs=frozenset({"mdtrt_d"}),
    ahead=appearances(SQL),
    find=partial(
        co_visits,
        name="inpatient",
        sql=SQL,
        # Two joint stays are enough to ask; admissions keep no weekday, and a hospital has too few of
        # them on each to shuffle; three admissions at a steady interval are a course of treatment.
        method=Method(
            least_events=2,
            least_present=2,
            window=2,
            base=0.4,
            stays=True,
            least=2,
            cut=1e-2,
            rhythm=3,
            luck=0.05,
            skips=1,
            weekly=False,
        ),
    ),
)
