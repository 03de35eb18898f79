"""The joint visits of groups, read back from the store: amounts, doctors, diagnoses, people."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import duckdb
import pyarrow as pa

from graph.rings.model import Events, Group


@dataclass(frozen=True)
class Visit:
    """One visit of a member on a joint day. `amount` in yuan; `periodic` by kind or diagnosis."""

    psn_no: str
    fixmedins_code: str
    day: int
    amount: Decimal
    doctor: str | None
    minute: int | None
    periodic: bool


@dataclass(frozen=True)
class Person:
    """Context of a member; empty where the data have nothing."""

    psn_no: str
    brdy: date | None
    address: str
    phone: str
    employer: str
    neighbours: int


# Kinds 14x are outpatient treatment of chronic and special diseases. Diagnoses: kidney failure and
# dialysis, chemotherapy, tumours, diabetes, hypertension, severe mental illness. They come from the
# institution itself, so they are context and never enough alone.
#: The channel of a kind of visit: patterns are constants, because those of a column are compiled
#: anew for each row.
CHANNEL = """CASE WHEN regexp_matches({0}.med_type, '^(1|51)') THEN 'outpatient'
        WHEN regexp_matches({0}.med_type, '^(2|52)') THEN 'inpatient'
        WHEN regexp_matches({0}.med_type, '^(41|9929)') THEN 'pharmacy' END"""
JOINT = f"""
    WITH met AS (
        SELECT j.group_no, j.psn_no, j.unit, j.day, m.mdtrt_id, m.begntime, m.med_type,
               m.dscg_maindiag_code, m.atddr_no
        FROM joint_days j
        JOIN mdtrt_d m ON m.psn_no = j.psn_no AND m.fixmedins_code = j.unit
         AND date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)) = j.day
         AND {CHANNEL.format("m")} = j.channel
    ), named AS (
        SELECT mdtrt_id, min_by(bilg_dr_codg, {{'rank': -lines, 'code': bilg_dr_codg}}) AS code
        FROM (SELECT mdtrt_id, bilg_dr_codg, count(*) AS lines FROM fee_list_d
              WHERE bilg_dr_codg IS NOT NULL
                AND mdtrt_id IN (SELECT mdtrt_id FROM met WHERE atddr_no IS NULL)
              GROUP BY mdtrt_id, bilg_dr_codg)
        GROUP BY mdtrt_id
    ), paid AS (
        SELECT mdtrt_id, sum(medfee_sumamt) AS medfee_sumamt FROM setl_d
        WHERE mdtrt_id IN (SELECT mdtrt_id FROM met) GROUP BY mdtrt_id
    )
    SELECT j.group_no, j.psn_no, j.unit, j.day,
           coalesce(sum(s.medfee_sumamt), 0) AS amount,
           min(coalesce(j.atddr_no, d.code)) AS doctor,
           min(date_part('hour', j.begntime) * 60 + date_part('minute', j.begntime)) AS minute,
           bool_or(coalesce(j.med_type LIKE '14%', false) OR coalesce(regexp_matches(
               j.dscg_maindiag_code, '^(N18|Z49|Z51|C[0-9]|E1[0-4]|I1[0-5]|F2[0-9])'), false)) AS periodic
    FROM met j
    LEFT JOIN paid s ON s.mdtrt_id = j.mdtrt_id
    LEFT JOIN named d ON d.mdtrt_id = j.mdtrt_id
    GROUP BY ALL ORDER BY j.group_no, j.psn_no, j.day, j.unit
"""
PEOPLE = """
    WITH crowds AS (SELECT live_addr, count(*) AS n FROM psn_info_b
                    WHERE live_addr IS NOT NULL GROUP BY live_addr)
    SELECT p.psn_no, p.brdy, coalesce(p.live_addr, ''), coalesce(p.tel, ''),
           coalesce(p.emp_name, ''), coalesce(c.n, 0)
    FROM psn_info_b p LEFT JOIN crowds c ON c.live_addr = p.live_addr
    WHERE p.psn_no IN (SELECT psn_no FROM joint_days)
"""
USUAL = f"""
    SELECT k.channel, s.fixmedins_code, CAST(median(s.medfee_sumamt) AS DECIMAL(16,2))
    FROM (SELECT DISTINCT channel, unit FROM joint_days) k
    JOIN setl_d s ON s.fixmedins_code = k.unit AND s.medfee_sumamt > 0
     AND {CHANNEL.format("s")} = k.channel
    GROUP BY ALL
"""


def joint_visits(
    connection: duckdb.DuckDBPyConnection, groups: Sequence[tuple[Events, Group]]
) -> dict[int, list[Visit]]:
    """The visits of each group's members on its joint days, by position in `groups`."""
    _register(connection, groups)
    found: dict[int, list[Visit]] = defaultdict(list)
    for number, psn_no, unit, day, amount, doctor, minute, periodic in connection.execute(
        JOINT
    ).fetchall():
        found[number].append(
            Visit(
                psn_no,
                unit,
                day,
                Decimal(amount).quantize(Decimal("0.01")),
                doctor,
                int(minute) if minute is not None else None,
                bool(periodic),
            )
        )
    return found


def people(connection: duckdb.DuckDBPyConnection) -> dict[str, Person]:
    """Context of everybody in the groups registered last."""
    rows = connection.execute(PEOPLE).fetchall()
    return {row[0]: Person(*row) for row in rows}


def usual_fees(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Decimal]:
    """Median fee of a visit of a channel's kind at an institution of the groups registered last."""
    rows = connection.execute(USUAL).fetchall()
    return {(channel, code): fee for channel, code, fee in rows}


def _register(
    connection: duckdb.DuckDBPyConnection, groups: Sequence[tuple[Events, Group]]
) -> None:
    rows = [
        (
            number,
            events.patients[member],
            events.units[int(events.unit[cell])],
            int(events.day[cell]),
            group.channel,
        )
        for number, (events, group) in enumerate(groups)
        for cell in group.cells
        for member in group.members
    ]
    names = ("group_no", "psn_no", "unit", "day", "channel")
    types = (pa.int64(), pa.string(), pa.string(), pa.int64(), pa.string())
    columns = [pa.array([row[i] for row in rows], kind) for i, kind in enumerate(types)]
    connection.register("joint_days_arrow", pa.Table.from_arrays(columns, list(names)))
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE joint_days AS SELECT DISTINCT * FROM joint_days_arrow"
    )
    connection.unregister("joint_days_arrow")
