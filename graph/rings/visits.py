"""The joint visits of groups, read back from the store: amounts, doctors, diagnoses, people.

What is asked for all groups at once stays in the database as temporary tables (`group_members`,
`group_events`, `often_persons`, `member_persons`, `member_visits`, `told`, `habits`); only what a page
shows becomes values.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import duckdb
import pyarrow as pa

from graph.rings.days.read import key_of
from graph.rings.model import Group


class Visit(NamedTuple):
    """A member's appearance at an event: both by position, `off` days away (-1, 0, 1). `amount` in
    yuan; `periodic` by kind or diagnosis."""

    member: int
    event: int
    off: int
    mdtrt_id: str
    amount: Decimal
    doctor: str | None
    minute: int | None
    periodic: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Context of a member; empty where the data have nothing."""

    psn_no: str
    brdy: date | None
    address: str
    phone: str
    employer: str
    neighbours: int


MEMBERS = f"""
    CREATE OR REPLACE TEMP TABLE member_persons AS
    WITH asked AS (SELECT psn_no FROM group_members UNION SELECT psn_no FROM often_persons)
    SELECT p.* FROM kept.persons p JOIN asked a ON p.key = {key_of("a.psn_no")} AND p.psn_no = a.psn_no
"""
MEMBER_VISITS = """
    CREATE OR REPLACE TEMP TABLE member_visits AS
    SELECT p.psn_no, v.* FROM kept.visits v JOIN member_persons p USING (person)
    WHERE v.day IS NOT NULL
"""
JOINT = """
    CREATE OR REPLACE TEMP TABLE joint_visits AS
    SELECT g.group_no, g.member_no, e.event_no, v.day - e.day AS off, v.mdtrt_id, v.doctor,
           v.minute, v.periodic, v.amount, e.whole
    FROM group_members g
    JOIN member_visits v ON v.psn_no = g.psn_no AND (g.kind IS NULL OR v.kind = g.kind)
    JOIN group_events e ON e.group_no = g.group_no AND e.unit = v.unit
     AND v.day BETWEEN e.first AND e.last
"""
# The nearest visit speaks where a member came on two of the three days, and of one day's the one
# that was not refunded in full: charged, refunded and charged again is one bill. Of a period all do.
TOLD = """
    CREATE OR REPLACE TEMP TABLE told AS
    SELECT j.group_no, j.member_no, j.event_no, j.off, j.mdtrt_id,
           coalesce(j.amount, 0) AS amount, j.doctor, j.minute, j.periodic
    FROM joint_visits j
    WHERE j.group_no NOT IN (SELECT group_no FROM group_doctors)
       OR (j.group_no, j.doctor) IN (SELECT group_no, doctor FROM group_doctors)
    QUALIFY j.whole OR row_number() OVER (
        PARTITION BY j.group_no, j.member_no, j.event_no
        ORDER BY abs(j.off), coalesce(j.amount, 0) = 0, j.minute, j.mdtrt_id) = 1
"""
VISITS = """
    SELECT group_no, member_no, event_no, off, mdtrt_id, amount, doctor, minute, periodic FROM told
    WHERE group_no IN (SELECT unnest($numbers))
    ORDER BY group_no, member_no, event_no, off, mdtrt_id
"""
PEOPLE = """
    SELECT psn_no, brdy, address, phone, employer, neighbours FROM member_persons
    WHERE psn_no IN (SELECT psn_no FROM group_members
                     WHERE group_no IN (SELECT unnest($numbers)))
"""
HABITS = """
    CREATE OR REPLACE TEMP TABLE habits AS
    WITH counted AS (SELECT psn_no, unit, count(*) AS n FROM member_visits GROUP BY ALL)
    SELECT psn_no, unit, n AS visits, n = max(n) OVER (PARTITION BY psn_no) AS home FROM counted
    QUALIFY unit IN (SELECT unit FROM group_events)
"""
VISITED = """
    SELECT psn_no, unit, visits FROM habits
    WHERE psn_no IN (SELECT psn_no FROM group_members
                     WHERE group_no IN (SELECT unnest($numbers)))
"""


def register(
    connection: duckdb.DuckDBPyConnection,
    groups: Sequence[Group],
    *,
    often: Sequence[tuple[str, str, str]] = (),
) -> None:
    """Put groups, their joint visits and their people where queries find them; and the visits of persons
    who come to an institution `often` (psn_no, fixmedins_code, channel), because one pass serves both.
    The connection is one that `kept.beside` gives."""
    members = [
        (number, position, psn_no, group.kind)
        for number, group in enumerate(groups)
        for position, psn_no in enumerate(group.members)
    ]
    events = [
        (number, position, unit, day, *_bounds(group, position, day), not group.by_day)
        for number, group in enumerate(groups)
        for position, (unit, day) in enumerate(group.events)
    ]
    doctors = [(number, code) for number, group in enumerate(groups) for code in group.doctors]
    whole, text = pa.int64(), pa.string()
    _table(
        connection,
        "group_members",
        members,
        {"group_no": whole, "member_no": whole, "psn_no": text, "kind": text},
    )
    _table(
        connection,
        "group_events",
        events,
        {
            "group_no": whole,
            "event_no": whole,
            "unit": text,
            "day": whole,
            "first": whole,
            "last": whole,
            "whole": pa.bool_(),
        },
    )
    _table(connection, "group_doctors", doctors, {"group_no": whole, "doctor": text})
    _table(connection, "often_persons", often, {"psn_no": text, "unit": text, "channel": text})
    for statement in (MEMBERS, MEMBER_VISITS, JOINT, TOLD, HABITS):
        connection.execute(statement)


def _bounds(group: Group, position: int, day: int) -> tuple[int, int]:
    """First and last day of an event: a day either side, or the period."""
    return (day - 1, day + 1) if group.by_day else (day, group.until[position])


def joint_visits(
    connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]
) -> dict[int, list[Visit]]:
    """The visits of the members of these registered groups at their events, by the group's number."""
    found: dict[int, list[Visit]] = defaultdict(list)
    for number, *visit in connection.execute(VISITS, {"numbers": list(numbers)}).fetchall():
        found[number].append(Visit(*visit))
    return found


def people(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> dict[str, Person]:
    """Context of everybody in these registered groups."""
    rows = connection.execute(PEOPLE, {"numbers": list(numbers)}).fetchall()
    return {row[0]: Person(*row) for row in rows}


def visited(
    connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]
) -> dict[tuple[str, str], int]:
    """All visits by person and institution of everybody in these registered groups."""
    rows = connection.execute(VISITED, {"numbers": list(numbers)}).fetchall()
    return {(psn_no, unit): visits for psn_no, unit, visits in rows}


def _table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    rows: Sequence[tuple[object, ...]],
    types: dict[str, pa.DataType],
) -> None:
    columns = [pa.array([row[i] for row in rows], kind) for i, kind in enumerate(types.values())]
    connection.register("arrow_rows", pa.Table.from_arrays(columns, list(types)))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM arrow_rows")
    connection.unregister("arrow_rows")
