"""The cells in which people meet, as the reference sees them: rows of (patient, unit, cell, day)."""

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from graph.rings.reference.model import Events, Ints

#: DuckDB's word for what Spark calls unix_date: the SQL below is the same in both.
UNIX_DATE = "CREATE OR REPLACE TEMP MACRO unix_date(d) AS date_diff('day', DATE '1970-01-01', d)"


@dataclass(frozen=True)
class Meeting:
    """A way of appearing together. `sql` yields psn_no, unit, cell_key, day (int), one row for each
    appearance; `needs` names the tables without which there is nothing to look at. `by_weekday` says
    that weekdays are a habit in this channel, so that chance may only exchange persons within one."""

    name: str
    sql: str
    joint: int
    needs: frozenset[str]
    by_weekday: bool = True


def read_events(connection: duckdb.DuckDBPyConnection, meeting: Meeting) -> Events:
    """The channel's appearances, distinct, as integers; deterministic whatever the file order."""
    connection.execute(UNIX_DATE)
    table = connection.sql(
        f"SELECT DISTINCT psn_no, unit, cell_key, day FROM ({meeting.sql}) "
        "ORDER BY psn_no, unit, cell_key, day"
    ).to_arrow_table()
    patient, patients = _codes(table["psn_no"])
    unit, units = _codes(table["unit"])
    cell, _ = _codes(table["cell_key"])
    first = np.unique(cell, return_index=True)[1]
    day = table["day"].to_numpy().astype(np.int64)
    return Events(
        channel=meeting.name,
        patient=patient,
        cell=cell,
        unit=unit[first],
        day=day[first],
        joint=meeting.joint,
        by_weekday=meeting.by_weekday,
        patients=patients,
        units=units,
    )


def _codes(column: pa.ChunkedArray) -> tuple[Ints, tuple[str, ...]]:
    """Texts as numbers in order of appearance, and the texts."""
    encoded = column.combine_chunks().dictionary_encode()
    return encoded.indices.to_numpy().astype(np.int64), tuple(encoded.dictionary.to_pylist())


# Kinds 1x are outpatient (11 general … 19 injury), 51 maternity outpatient; pharmacies (41, 9929) and
# stays have channels of their own.
OUTPATIENT = Meeting(
    name="outpatient",
    sql="""
        SELECT psn_no, fixmedins_code AS unit,
               fixmedins_code || '|' || CAST(begntime AS DATE) AS cell_key,
               unix_date(CAST(begntime AS DATE)) AS day
        FROM mdtrt_d
        WHERE begntime IS NOT NULL AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
          AND (med_type LIKE '1%' OR med_type = '51')
    """,
    joint=3,
    needs=frozenset({"mdtrt_d"}),
)

# Discharges of one admission day are chained: a gap of more than two days begins another group.
STAYS = Meeting(
    name="inpatient",
    sql="""
        WITH stays AS (
            SELECT psn_no, fixmedins_code AS unit, CAST(begntime AS DATE) AS admitted,
                   CAST(endtime AS DATE) AS discharged
            FROM mdtrt_d
            WHERE begntime IS NOT NULL AND endtime IS NOT NULL
              AND psn_no IS NOT NULL AND fixmedins_code IS NOT NULL
              AND (med_type LIKE '2%' OR med_type = '52')
        ), gaps AS (
            SELECT *, CASE WHEN unix_date(discharged) - lag(unix_date(discharged)) OVER stay_days > 2
                           THEN 1 ELSE 0 END AS starts
            FROM stays
            WINDOW stay_days AS (PARTITION BY unit, admitted ORDER BY discharged, psn_no)
        ), chained AS (
            SELECT *, sum(starts) OVER (PARTITION BY unit, admitted ORDER BY discharged, psn_no) AS link
            FROM gaps
        )
        SELECT psn_no, unit, unit || '|' || admitted || '|' || link AS cell_key,
               unix_date(admitted) AS day
        FROM chained
    """,
    joint=2,
    # Admissions keep no weekday, and a hospital has too few of them on each to shuffle.
    by_weekday=False,
    needs=frozenset({"mdtrt_d"}),
)

# A train goes on while the next swipe comes within three minutes. Every purchase counts as a train,
# also one of a single card: only against the ordinary purchases can chance judge the long ones. A day
# without times of day (all at midnight) has no trains, because nothing is known about minutes.
PHARMACY = Meeting(
    name="pharmacy",
    sql="""
        WITH swipes AS (
            SELECT s.psn_no, s.fixmedins_code AS unit,
                   coalesce(s.terminal_no, s.fixmedins_code) AS terminal, s.setl_time AS moment
            FROM setl_d s
            WHERE s.setl_time IS NOT NULL AND s.psn_no IS NOT NULL AND s.fixmedins_code IS NOT NULL
              AND s.med_type IN ('41', '9929') AND coalesce(s.refd_setl_flag, '0') <> '1'
              AND hour(s.setl_time) * 3600 + minute(s.setl_time) * 60 + second(s.setl_time) > 0
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
               unix_date(CAST(moment AS DATE)) AS day
        FROM trains
    """,
    joint=3,
    needs=frozenset({"setl_d"}),
)

MEETINGS: tuple[Meeting, ...] = (OUTPATIENT, STAYS, PHARMACY)
