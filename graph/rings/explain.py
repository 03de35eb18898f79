"""A group becomes a ring: route and reasons for each, everything else for those that are suspected."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from graph.rings.context import Context
from graph.rings.identity import fresh_id
from graph.rings.model import EPOCH, Group, JointDay, Member, Ring, Share
from graph.rings.reasons import reasons
from graph.rings.route import route
from graph.rings.spread import NOTHING, sensitivity, spread
from graph.rings.tally import Tally
from graph.rings.visits import Person, Visit


def brief(group: Group, context: Context, tally: Tally) -> Ring:
    """The group with its route, its reasons, and what lists show: as it is kept where it is put aside.

    Members stand in the order of the grid: who attends most comes first.
    """
    queue, why, why_en = route(context)
    names, came = group.members, tally.attended
    order = sorted(range(len(names)), key=lambda i: (-came.get(i, (0,))[0], names[i]))
    members = [
        Member(names[i], *came.get(i, (0, NOTHING)), evidence=group.evidence[i]) for i in order
    ]
    return Ring(
        ring_id=fresh_id(group.channel, names),
        route=queue,
        route_reason=why,
        route_reason_en=why_en,
        channel=group.channel,
        score=group.score,
        expected_by_chance=group.expected,
        seen=group.seen,
        amount=sum((member.amount for member in members), NOTHING),
        members=tuple(members),
        days=_days(group, tally.days),
        institutions=_shares(_places(group, tally.days)),
        doctors=_shares(tally.doctors),
        grid=(),
        reasons=tuple(reasons(group, context)),
        p_value=group.p_value,
        q_value=group.q_value,
        threshold=group.threshold,
        fee_ratio=round(context.fee_ratio, 3),
        brief=True,
    )


def whole(
    ring: Ring,
    group: Group,
    visits: Sequence[Visit],
    persons: Mapping[str, Person],
    visited: Mapping[tuple[str, str], int],
) -> Ring:
    """A brief ring with everything that an inspector needs to believe or reject it."""
    row_of = {psn_no: row for row, psn_no in enumerate(ring.patients)}
    rows = [row_of[psn_no] for psn_no in group.members]
    seen = [visit._replace(member=rows[visit.member]) for visit in visits]
    evidence = [member.evidence for member in ring.members]
    places = [unit for unit, _ in group.events]
    told = spread(ring.patients, places, seen, evidence, persons, visited)
    return replace(
        ring,
        members=told.members,
        grid=told.grid,
        marks=told.marks,
        shared=told.shared,
        sensitivity=sensitivity(group.score, group.threshold, group.evidence),
        brief=False,
    )


@lru_cache(maxsize=4096)
def _date(day: int) -> date:
    return EPOCH + timedelta(days=day)


def _days(group: Group, came: Mapping[int, int]) -> tuple[JointDay, ...]:
    return tuple(
        JointDay(
            _date(day),
            unit,
            came.get(position, 0),
            expected,
            None if group.by_day else _date(group.until[position]),
        )
        for position, ((unit, day), expected) in enumerate(
            zip(group.events, group.expected_days, strict=True)
        )
    )


def _places(group: Group, came: Mapping[int, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for position, visits in came.items():
        found[group.events[position][0]] += visits
    return found


def _shares(counts: Mapping[str, int]) -> tuple[Share, ...]:
    return tuple(
        Share(code, n) for code, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    )
