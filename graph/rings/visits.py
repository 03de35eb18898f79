"""The joint visits of groups, read back from the store: amounts, doctors, diagnoses, people."""

from collections import defaultdict
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
KINDS = {"outpatient": "^(1|51)", "inpatient": "^(2|52)", "pharmacy": "^(41|9929)"}
JOINT = """
    SELECT j.group_no, j.psn_no, j.unit, j.day,
           coalesce(sum(s.medfee_sumamt), 0) AS amount,
           min(d.prac_psn_code) AS doctor,
           min(date_part('hour', m.begntime) * 60 + date_part('minute', m.begntime)) AS minute,
           bool_or(coalesce(m.med_type LIKE '14%', false) OR coalesce(regexp_matches(
               m.dscg_maindiag_code, '^(N18|Z49|Z51|C[0-9]|E1[0-4]|I1[0-5]|F2[0-9])'), false)) AS periodic
    FROM joint_days j
    JOIN mdtrt_d m ON m.psn_no = j.psn_no AND m.fixmedins_code = j.unit
     AND date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)) = j.day
    LEFT JOIN (SELECT mdtrt_id, sum(medfee_sumamt) AS medfee_sumamt FROM setl_d GROUP BY mdtrt_id) s
           ON s.mdtrt_id = m.mdtrt_id
    LEFT JOIN visit_doctor d ON d.mdtrt_id = m.mdtrt_id
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


def joint_visits(
    connection: duckdb.DuckDBPyConnection, events: Events, groups: list[Group]
) -> dict[int, list[Visit]]:
    """The visits of each group's members on its joint days, by position in `groups`."""
    _register(connection, events, groups)
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


def usual_fees(connection: duckdb.DuckDBPyConnection, channel: str) -> dict[str, Decimal]:
    """Median fee of a visit of the channel's kind at each institution of the registered groups."""
    rows = connection.execute(
        "SELECT fixmedins_code, CAST(median(medfee_sumamt) AS DECIMAL(16,2)) FROM setl_d "
        "WHERE fixmedins_code IN (SELECT unit FROM joint_days) AND medfee_sumamt > 0 "
        "AND regexp_matches(med_type, ?) GROUP BY 1",
        [KINDS[channel]],
    ).fetchall()
    return dict(rows)


def _register(connection: duckdb.DuckDBPyConnection, events: Events, groups: list[Group]) -> None:
    columns: dict[str, list[object]] = {"group_no": [], "psn_no": [], "unit": [], "day": []}
    for number, group in enumerate(groups):
        for cell in group.cells:
            for member in group.members:
                columns["group_no"].append(number)
                columns["psn_no"].append(events.patients[member])
                columns["unit"].append(events.units[int(events.unit[cell])])
                columns["day"].append(int(events.day[cell]))
    schema = pa.schema(
        [
            ("group_no", pa.int64()),
            ("psn_no", pa.string()),
            ("unit", pa.string()),
            ("day", pa.int64()),
        ]
    )
    table = pa.table(columns, schema=schema)
    connection.register("joint_days_arrow", table)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE joint_days AS SELECT DISTINCT * FROM joint_days_arrow"
    )
    connection.unregister("joint_days_arrow")
