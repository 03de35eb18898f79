"""Charge, refund, charge again: the bills of a ring's members, and the lines of a bill that stayed, that were
taken back on its joint days.

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
from graph.rings.channels.refunds import AGAIN, BACK, STAY
from graph.rings.dossier.model import Bill, Booking
from graph.rings.dossier.records import CENT
from graph.rings.model import JointDay
from graph.rings.read import RingDossier

BILLS = f"""
    WITH bill AS (
        SELECT s.psn_no, s.fixmedins_code, s.mdtrt_id, coalesce(s.setl_id, '') AS setl_id, s.setl_time AS booked,
               coalesce(s.medfee_sumamt, 0) AS amount, {BACK} AS back,
               coalesce(s.init_setl_id, '') AS takes_back, '' AS feedetl_sn, '' AS item, '' AS hilist_code
        FROM setl_d s
        WHERE s.psn_no IN (SELECT psn_no FROM ring_people)
          AND s.fixmedins_code IN (SELECT place FROM ring_places) AND coalesce(s.vali_flag, '1') <> '0'
    ), visit AS (
        SELECT m.mdtrt_id, m.psn_no, m.fixmedins_code FROM mdtrt_d m
        WHERE m.psn_no IN (SELECT psn_no FROM ring_people)
          AND m.fixmedins_code IN (SELECT place FROM ring_places) AND NOT coalesce({STAY}, false)
          AND m.mdtrt_id NOT IN (SELECT mdtrt_id FROM bill WHERE back AND mdtrt_id IS NOT NULL)
    ), line AS (
        SELECT v.psn_no, v.fixmedins_code, v.mdtrt_id, coalesce(f.setl_id, ''), f.fee_ocur_time AS booked,
               coalesce(f.det_item_fee_sumamt, 0) AS amount, f.cnt < 0 AS back,
               coalesce(f.init_feedetl_sn, '') AS takes_back, coalesce(f.feedetl_sn, '') AS feedetl_sn,
               coalesce(f.hilist_name, f.hilist_code) AS item, f.hilist_code
        FROM fee_list_d f JOIN visit v ON v.mdtrt_id = f.mdtrt_id
        WHERE coalesce(f.vali_flag, '1') <> '0'
        QUALIFY bool_or(f.cnt < 0 AND f.init_feedetl_sn IS NOT NULL)
                OVER (PARTITION BY f.mdtrt_id, f.hilist_code)
    )
    SELECT * FROM (FROM bill UNION ALL FROM line) WHERE booked >= $first AND booked < $last
    ORDER BY psn_no, fixmedins_code, feedetl_sn <> '', booked, back, setl_id, feedetl_sn
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
    feedetl_sn: str
    item: str
    hilist_code: str

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def number(self) -> str:
        return self.feedetl_sn or self.setl_id

    def repeats(self, back: "_Row") -> bool:
        """Whether this charge is made again after that refund: within days, of a line the same item of the
        visit; of bills that show the day alone the one that is not taken back."""
        line = bool(self.feedetl_sn)
        later = self.at > back.at or (self.at == back.at and not line)
        alike = not line or (self.mdtrt_id, self.hilist_code) == (back.mdtrt_id, back.hilist_code)
        soon = self.day <= back.day + timedelta(days=AGAIN)
        return later and alike and soon and self.number != back.takes_back


def refunds(connection: duckdb.DuckDBPyConnection, dossier: RingDossier) -> tuple[Bill, ...]:
    """Bills of days on which something was taken back, and what it was; by member, then time."""
    if not dossier.days:
        return ()
    first = min(day.day for day in dossier.days) - timedelta(days=1)
    last = max(day.until or day.day for day in dossier.days) + timedelta(days=2 + AGAIN)
    found = connection.execute(BILLS, {"first": first, "last": last}).fetchall()
    member = {face.member.psn_no: row for row, face in enumerate(dossier.faces)}
    near = _near(dossier.days)
    bills: list[Bill] = []
    every = map(_Row._make, found)
    for one, rows in groupby(every, key=lambda row: (row.psn_no, row.place, bool(row.feedetl_sn))):
        bills += _of_person(member[one[0]], near.get(one[1], {}), list(rows))
    return tuple(
        sorted(
            bills, key=lambda one: (one.member, one.at, one.booking, one.setl_id, one.feedetl_sn)
        )
    )


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
    back = [row for row in rows if row.refund and row.day in near]
    days, taken = {row.day for row in back}, {row.takes_back for row in back if row.takes_back}
    bills = []
    for row in rows:
        again = not row.refund and any(row.repeats(one) for one in back)
        if not again and row.day not in days and row.number not in taken:
            continue
        booking = Booking.REFUND if row.refund else Booking.CHARGE
        booking = Booking.RECHARGE if again else booking
        bills.append(
            Bill(
                member,
                near.get(row.day),
                row.mdtrt_id,
                row.setl_id,
                row.at.replace(tzinfo=SHANGHAI),
                Decimal(row.amount).quantize(CENT),
                booking,
                row.takes_back,
                row.feedetl_sn,
                row.item,
            )
        )
    return bills
