"""Sums of the joint visits of all registered groups: by member, by joint day, by doctor."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import duckdb

MEMBERS = """
    SELECT group_no, member_no, count(*), sum(amount) FROM told GROUP BY ALL
"""
DAYS = "SELECT group_no, event_no, count(*) FROM told GROUP BY ALL"
DOCTORS = """
    SELECT group_no, doctor, count(*) FROM told WHERE nullif(doctor, '') IS NOT NULL GROUP BY ALL
"""


@dataclass(slots=True)
class Tally:
    """By position of the member his visits and their amount in yuan; visits by position of the event,
    and by doctor. Who or what has none is not there."""

    attended: dict[int, tuple[int, Decimal]] = field(default_factory=dict)
    days: dict[int, int] = field(default_factory=dict)
    doctors: dict[str, int] = field(default_factory=dict)


def tallies(connection: duckdb.DuckDBPyConnection, groups: int) -> Sequence[Tally]:
    """The sums of each of so many groups, by number."""
    found = [Tally() for _ in range(groups)]
    for number, member, visits, amount in connection.execute(MEMBERS).fetchall():
        found[number].attended[member] = (visits, amount)
    for number, event, visits in connection.execute(DAYS).fetchall():
        found[number].days[event] = visits
    for number, doctor, visits in connection.execute(DOCTORS).fetchall():
        found[number].doctors[doctor] = visits
    return found
