"""Figures about groups that speak for or against them: asked for all groups at once, in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from graph.rings.model import Group

ELDERLY, MINOR = 60, 18
#: As many at one address are a family.
FAMILY = 3
#: An address of so many is a village, or the code of a district: nobody's home.
VILLAGE = 200
#: Minutes from the middle of a joint day's visits within which a visit is at the same time.
SAME_HOUR = 75

# Each figure on its own, by group. Medians of minutes are the upper one of two.
FIGURES = f"""
    WITH sizes AS (
        SELECT group_no, count(*) AS members, any_value(kind) AS kind FROM group_members GROUP BY ALL
    ), spans AS (
        SELECT group_no, count(*) AS events, max(day) AS last FROM group_events GROUP BY ALL
    ), seen AS (
        SELECT group_no, count(*) AS visits, avg(CAST(off = 0 AS INTEGER)) AS on_day,
               avg(CAST(periodic AS INTEGER)) AS periodic
        FROM told GROUP BY ALL
    ), doctors AS (
        SELECT group_no, max(n) AS most
        FROM (SELECT group_no, doctor, count(*) AS n FROM told
              WHERE nullif(doctor, '') IS NOT NULL GROUP BY ALL) GROUP BY ALL
    ), timed AS (
        SELECT group_no, event_no, minute FROM told WHERE off = 0 AND minute IS NOT NULL
    ), middles AS (
        SELECT group_no, event_no, list_sort(list(minute))[count(*) // 2 + 1] AS middle
        FROM timed GROUP BY ALL
    ), hours AS (
        SELECT group_no, avg(CAST(abs(minute - middle) <= {SAME_HOUR} AS INTEGER)) AS share
        FROM timed JOIN middles USING (group_no, event_no) GROUP BY ALL
    ), fees AS (
        SELECT t.group_no, median(CAST(t.amount AS DOUBLE) / u.fee) AS ratio
        FROM told t JOIN sizes s USING (group_no) JOIN group_events e USING (group_no, event_no)
        JOIN kept.usual u ON u.unit = e.unit AND u.kind IS NOT DISTINCT FROM s.kind
        WHERE u.fee > 0 GROUP BY ALL
    ), ours AS (
        SELECT g.group_no, g.member_no, p.* FROM group_members g JOIN member_persons p USING (psn_no)
    ), at_home AS (
        SELECT group_no, address, count(*) AS n, min(member_no) AS first,
               any_value(neighbours) AS neighbours
        FROM ours WHERE address <> '' AND neighbours < {VILLAGE} GROUP BY ALL
    ), homes AS (
        SELECT group_no, count(*) AS homes, max(n) AS most, first(address ORDER BY n DESC, first) AS home,
               first(neighbours ORDER BY n DESC, first) AS neighbours, sum(n) AS known,
               sum(n) FILTER (n > 1) AS shared, sum(n) FILTER (n >= {FAMILY}) AS family
        FROM at_home GROUP BY ALL
    ), phones AS (
        SELECT group_no, sum(n) AS shared
        FROM (SELECT group_no, phone, count(*) AS n FROM ours WHERE phone <> '' GROUP BY ALL)
        WHERE n > 1 GROUP BY ALL
    ), payees AS (
        SELECT group_no, sum(n) AS shared
        FROM (SELECT group_no, account, count(*) AS n FROM ours WHERE account <> '' GROUP BY ALL)
        WHERE n > 1 GROUP BY ALL
    ), staffs AS (
        SELECT group_no, max(n) AS most, first(employer ORDER BY n DESC, first) AS staff
        FROM (SELECT group_no, employer, count(*) AS n, min(member_no) AS first FROM ours
              WHERE employer <> '' GROUP BY ALL) GROUP BY ALL
    ), ages AS (
        SELECT group_no, count(*) FILTER (age >= {ELDERLY}) AS elderly,
               count(*) FILTER (age < {MINOR}) AS minor
        FROM (SELECT group_no, (last - date_diff('day', DATE '1970-01-01', brdy)) // 365 AS age
              FROM ours JOIN spans USING (group_no) WHERE brdy IS NOT NULL) GROUP BY ALL
    ), locals AS (
        SELECT group_no, count(DISTINCT psn_no) AS locals
        FROM group_members JOIN spans s USING (group_no)
        JOIN (SELECT DISTINCT group_no, unit FROM group_events) USING (group_no)
        JOIN habits h USING (psn_no, unit)
        WHERE h.home AND h.visits > 2 * s.events GROUP BY ALL
    )
    SELECT z.group_no, z.members, coalesce(s.events, 0),
           coalesce(v.visits, 0) / (z.members * greatest(1, s.events)), coalesce(v.on_day, 0),
           coalesce(d.most / v.visits, 0), coalesce(m.share, 0), coalesce(f.ratio, 0),
           coalesce(v.periodic, 0), coalesce(h.known, 0) / z.members,
           coalesce(h.most, 0) / z.members, coalesce(h.home, ''), coalesce(h.homes, 0),
           coalesce(h.neighbours, 0), coalesce(h.shared, 0) / z.members,
           CAST(coalesce(h.family, 0) AS INTEGER), coalesce(p.shared, 0) / z.members,
           coalesce(b.shared, 0) / z.members, coalesce(e.most, 0) / z.members, coalesce(e.staff, ''), coalesce(a.elderly, 0) / z.members,
           coalesce(a.minor, 0) / z.members, coalesce(l.locals, 0) / z.members
    FROM sizes z LEFT JOIN spans s USING (group_no) LEFT JOIN seen v USING (group_no)
    LEFT JOIN doctors d USING (group_no) LEFT JOIN hours m USING (group_no)
    LEFT JOIN fees f USING (group_no) LEFT JOIN homes h USING (group_no)
    LEFT JOIN phones p USING (group_no) LEFT JOIN payees b USING (group_no)
    LEFT JOIN staffs e USING (group_no)
    LEFT JOIN ages a USING (group_no) LEFT JOIN locals l USING (group_no)
    ORDER BY z.group_no
"""


@dataclass(frozen=True, slots=True)
class Context:
    """Shares are between 0 and 1. `known_homes` is the share of members whose address is known and no
    village's, `home_share` that of the commonest address, `family_members` live with two others of the group, `account_share`
    that of members whose costs are paid into an account of another's, too, `staff_share` that of the
    commonest employer, `local_share` of members who go nowhere more than to the group's
    place, `regular_share` of gaps that keep a beat, `steady_share` of members who keep a rhythm of their
    own there; `fee_ratio` is that of the median fee to what is usual there (0 unknown); `meets` tells
    groups that come together from those that a channel found on days of their own; `high_share` is
    that of bills above nine tenths of others for the same disease (`graph.rings.likes`; none: not asked
    or not known)."""

    members: int
    events: int
    attendance: float
    on_day: float
    doctor_share: float
    minutes_share: float
    fee_ratio: float
    periodic_share: float
    known_homes: float
    home_share: float
    home: str
    homes: int
    home_neighbours: int
    household_share: float
    family_members: int
    phone_share: float
    account_share: float
    staff_share: float
    staff: str
    elderly_share: float
    minor_share: float
    local_share: float
    regular_share: float
    steady_share: float
    meets: bool = True
    high_share: float | None = None


def contexts(connection: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> list[Context]:
    """All figures of the groups that `visits.register` put in place, in their order."""
    rows = connection.execute(FIGURES).fetchall()
    return [
        Context(*[*row[1:], group.beat, group.steady, not group.told])
        for group, row in zip(groups, rows, strict=True)
    ]
