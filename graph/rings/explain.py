"""A group becomes a ring: route, members with roles, grid, money, shared attributes, reasons."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from graph.rings.context import EPOCH, Context
from graph.rings.identity import fresh_id
from graph.rings.model import Group, JointDay, Mark, Member, Ring, Sensitivity, Share, Shared
from graph.rings.reasons import reasons
from graph.rings.roles import roles_of
from graph.rings.route import route
from graph.rings.visits import Habit, Person, Visit

#: Thresholds tried beside the channel's own.
FACTORS = (0.5, 1.5, 2.0, 3.0)
NOTHING = Decimal("0.00")


def explain(
    group: Group,
    visits: Sequence[Visit],
    persons: Mapping[str, Person],
    habits: Mapping[tuple[str, str], Habit],
    context: Context,
) -> Ring:
    """A group with everything that an inspector needs to believe or reject it.

    Members stand in the order of the grid: who attends most comes first.
    """
    queue, why, why_en = route(context)
    attended = Counter(visit.member for visit in visits)
    order = sorted(range(len(group.members)), key=lambda i: (-attended[i], group.members[i]))
    place_of = {member: row for row, member in enumerate(order)}
    days = _days(group, visits)
    doctors = Counter(visit.doctor for visit in visits if visit.doctor)
    marks = tuple(
        Mark(place_of[v.member], v.event, v.off, v.minute, v.doctor, v.amount, v.mdtrt_id)
        for v in visits
    )
    names = [group.members[i] for i in order]
    shared = _shared(names, persons)
    return Ring(
        ring_id=fresh_id(group.channel, names),
        route=queue,
        route_reason=why,
        route_reason_en=why_en,
        channel=group.channel,
        score=group.score,
        expected_by_chance=group.expected,
        seen=group.seen,
        amount=sum((v.amount for v in visits), NOTHING),
        members=_members(group, order, visits, habits, shared),
        days=days,
        institutions=_shares(Counter(group.events[v.event][0] for v in visits)),
        doctors=_shares(doctors),
        grid=_grid(len(order), len(days), marks, doctors),
        reasons=tuple(reasons(group, context)),
        p_value=group.p_value,
        q_value=group.q_value,
        threshold=group.threshold,
        marks=marks,
        sensitivity=_sensitivity(group),
        shared=shared,
        fee_ratio=round(context.fee_ratio, 3),
    )


def _days(group: Group, visits: Sequence[Visit]) -> tuple[JointDay, ...]:
    came = Counter(visit.event for visit in visits)
    return tuple(
        JointDay(
            EPOCH + timedelta(days=day),
            unit,
            came[position],
            expected,
            None if group.by_day else EPOCH + timedelta(days=group.until[position]),
        )
        for position, ((unit, day), expected) in enumerate(
            zip(group.events, group.expected_days, strict=True)
        )
    )


def _members(
    group: Group,
    order: Sequence[int],
    visits: Sequence[Visit],
    habits: Mapping[tuple[str, str], Habit],
    shared: Sequence[Shared],
) -> tuple[Member, ...]:
    own: dict[int, list[Visit]] = defaultdict(list)
    for visit in visits:
        own[visit.member].append(visit)
    roles = roles_of([[visit.event for visit in own[i]] for i in order])
    kinds: dict[int, set[str]] = defaultdict(set)
    for tie in shared:
        for row in tie.members:
            kinds[row].add(tie.kind)
    places = {unit for unit, _ in group.events}
    found = []
    for row, i in enumerate(order):
        psn_no = group.members[i]
        usual = sum(habits[psn_no, unit].visits for unit in places if (psn_no, unit) in habits)
        found.append(
            Member(
                psn_no,
                len(own[i]),
                sum((v.amount for v in own[i]), NOTHING),
                tuple(sorted(kinds[row])),
                roles[row],
                group.evidence[i],
                max(0, usual - len(own[i])),
            )
        )
    return tuple(found)


def _shared(names: Sequence[str], persons: Mapping[str, Person]) -> tuple[Shared, ...]:
    """Phones, addresses and employers of more than one member, most shared first."""
    found = []
    for kind in ("address", "phone", "employer"):
        having: dict[str, list[int]] = defaultdict(list)
        for row, psn_no in enumerate(names):
            if psn_no in persons and (value := getattr(persons[psn_no], kind)):
                having[value].append(row)
        found += [Shared(kind, v, tuple(rows)) for v, rows in having.items() if len(rows) > 1]
    return tuple(sorted(found, key=lambda tie: (-len(tie.members), tie.kind, tie.value)))


def _sensitivity(group: Group) -> tuple[Sensitivity, ...]:
    """What is left when the group must score more, or each member show more, by a factor."""
    least = min(group.evidence, default=0.0)
    return tuple(
        Sensitivity(
            factor,
            group.score >= factor * group.threshold,
            sum(evidence >= factor * least for evidence in group.evidence),
        )
        for factor in FACTORS
    )


def _grid(
    members: int, days: int, marks: Sequence[Mark], doctors: "Counter[str]"
) -> tuple[tuple[int, ...], ...]:
    """Members × days: 0 absent, 1 present, 2 present with the group's doctor."""
    main = min(doctors, key=lambda code: (-doctors[code], code)) if doctors else None
    grid = [[0] * days for _ in range(members)]
    for mark in marks:
        grid[mark.member][mark.day] = 2 if main is not None and mark.doctor == main else 1
    return tuple(map(tuple, grid))


def _shares(counts: "Counter[str]") -> tuple[Share, ...]:
    return tuple(
        Share(code, n) for code, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    )
