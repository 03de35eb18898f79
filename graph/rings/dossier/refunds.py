"""Charge, refund, charge again: the bills of a ring's members that were taken back on its joint days.

Where each charge is a visit of its own the grid shows one of a day, and that is the one that stayed: here
are all of them, in the order in which they were booked.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

import duckdb

from graph.explore.present import SHANGHAI
from graph.rings.dossier.model import Bill, Booking
from graph.rings.dossier.records import CENT
from graph.rings.model import JointDay
from graph.rings.read import RingDossier

BILLS = """
    SELECT s.psn_no, s.fixmedins_code, s.mdtrt_id, s.setl_id, s.setl_time, s.medfee_sumamt,
           s.refd_setl_flag IS NOT DISTINCT FROM '1' OR s.init_setl_id IS NOT NULL, coalesce(s.init_setl_id, '')
    FROM setl_d s
    WHERE s.psn_no IN (SELECT psn_no FROM ring_people) AND s.fixmedins_code IN (SELECT place FROM ring_places)
      AND s.setl_time >= $first AND s.setl_time < $last
    ORDER BY s.psn_no, s.fixmedins_code, s.setl_time, 7, s.setl_id
"""


class _Row(NamedTuple):
    psn_no: str
    place: str
    mdtrt_id: str
    setl_id: str
    at: datetime
    amount: Decimal
    refund: bool
    takes_back: str

    @property
    def day(self) -> date:
        return self.at.date()


def refunds(connection: duckdb.DuckDBPyConnection, dossier: RingDossier) -> tuple[Bill, ...]:
    """Bills of days on which something was taken back, and what it was; by member, then time."""
    if not dossier.days:
        return ()
    first = min(day.day for day in dossier.days) - timedelta(days=1)
    last = max(day.until or day.day for day in dossier.days) + timedelta(days=2)
    found = connection.execute(BILLS, {"first": first, "last": last}).fetchall()
    member = {face.member.psn_no: row for row, face in enumerate(dossier.faces)}
    near = _near(dossier.days)
    bills: list[Bill] = []
    for (psn_no, place), rows in groupby(map(_Row._make, found), key=lambda one: one[:2]):
        bills += _of_person(member[psn_no], near.get(place, {}), list(rows))
    return tuple(sorted(bills, key=lambda one: (one.member, one.at, one.booking, one.setl_id)))


def _near(days: Sequence[JointDay]) -> dict[str, dict[date, int]]:
    """By institution the joint day of each date: that day, one beside it, or all of a period."""
    near: dict[str, dict[date, int]] = defaultdict(dict)
    for off in (0, 1):
        for position, joint in enumerate(days):
            on = joint.day - timedelta(days=0 if joint.until else off)
            until = joint.until or joint.day + timedelta(days=off)
            while on <= until:
                near[joint.fixmedins_code].setdefault(on, position)
                on += timedelta(days=1)
    return near


def _of_person(member: int, near: dict[date, int], rows: list[_Row]) -> list[Bill]:
    days = {row.day for row in rows if row.refund and row.day in near}
    taken = {row.takes_back for row in rows if row.day in days and row.takes_back}
    again: set[date] = set()
    bills = []
    for row in rows:
        if row.day not in days and row.setl_id not in taken:
            continue
        booking = Booking.REFUND if row.refund else Booking.CHARGE
        if row.refund:
            again.add(row.day)
        elif row.day in again:
            booking = Booking.RECHARGE
        amount = Decimal(row.amount).quantize(CENT)
        bills.append(
            Bill(
                member,
                near.get(row.day),
                row.mdtrt_id,
                row.setl_id,
                row.at.replace(tzinfo=SHANGHAI),
                amount,
                booking,
                row.takes_back,
            )
        )
    return bills
