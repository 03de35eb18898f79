"""Where the line between members and others runs: who came to how many of the joint days."""

from collections import Counter, defaultdict

import duckdb
import pyarrow as pa

from graph.rings.dossier.model import Reach
from graph.rings.kept import KIND
from graph.rings.model import KINDS
from graph.rings.read import RingDossier

#: Rows at most, from all the days downwards; one day is anybody's.
ROWS, LEAST = 12, 2
MET = f"""
    WITH came AS (
        SELECT DISTINCT m.psn_no, e.event
        FROM mdtrt_d m JOIN ring_days e ON e.place = m.fixmedins_code
         AND CAST(m.begntime AS DATE) BETWEEN e.day - 1 AND e.day + 1
        WHERE ($kind IS NULL OR {KIND.format("m")} = $kind)
          AND m.psn_no NOT IN (SELECT psn_no FROM ring_people)
    )
    SELECT met, count(*) FROM (SELECT psn_no, count(*) AS met FROM came GROUP BY psn_no)
    GROUP BY met
"""


def reaches(connection: duckdb.DuckDBPyConnection, dossier: RingDossier) -> tuple[Reach, ...]:
    """For each number of joint days how many members, and how many others, came to as many or more (or a
    day off them); none for people who come on days of their own."""
    if not dossier.days or any(day.until is not None for day in dossier.days):
        return ()
    days = pa.table(
        {
            "event": pa.array(range(len(dossier.days)), pa.int32()),
            "place": pa.array([day.fixmedins_code for day in dossier.days], pa.string()),
            "day": pa.array([day.day for day in dossier.days], pa.date32()),
        }
    )
    connection.register("ring_days", days)
    kind = dossier.summary.channel if dossier.summary.channel in KINDS else None
    others = dict(connection.execute(MET, {"kind": kind}).fetchall())
    connection.unregister("ring_days")
    own: dict[int, set[int]] = defaultdict(set)
    for mark in dossier.marks:
        own[mark.member].add(mark.day)
    members = Counter(map(len, own.values()))
    most = max([*members, *others], default=0)
    return tuple(
        Reach(
            days,
            sum(n for met, n in members.items() if met >= days),
            sum(n for met, n in others.items() if met >= days),
        )
        for days in range(most, max(LEAST, most - ROWS + 1) - 1, -1)
    )
