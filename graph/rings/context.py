"""Figures about a group that speak for or against it; computed once, used to route and explain."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from graph.rings.model import Group
from graph.rings.visits import Habit, Person, Visit

EPOCH = date(1970, 1, 1)
ELDERLY, MINOR = 60, 18
#: As many at one address are a family.
FAMILY = 3


@dataclass(frozen=True)
class Context:
    """Shares are between 0 and 1. `home_share` is that of the commonest address, `family_members` live with
    two others of the group, `staff_share` is that of the commonest employer, `local_share` of members who go nowhere more than to the group's place,
    `steady_share` of members who keep a rhythm of their own there."""

    members: int
    events: int
    attendance: float
    on_day: float
    doctor_share: float
    minutes_share: float
    median_fee: Decimal
    fee_ratio: float
    periodic_share: float
    home_share: float
    home: str
    homes: int
    home_neighbours: int
    household_share: float
    family_members: int
    phone_share: float
    staff_share: float
    staff: str
    elderly_share: float
    minor_share: float
    local_share: float
    regular_share: float
    steady_share: float


def describe(
    group: Group,
    visits: Sequence[Visit],
    persons: Mapping[str, Person],
    usual: Mapping[tuple[str | None, str], Decimal],
    habits: Mapping[tuple[str, str], Habit],
) -> Context:
    """All figures of one group; `usual` is the median fee by kind and institution."""
    known = [persons[p] for p in group.members if p in persons]
    homes = Counter(p.address for p in known if p.address)
    phones = Counter(p.phone for p in known if p.phone)
    staffs = Counter(p.employer for p in known if p.employer)
    home, at_home = homes.most_common(1)[0] if homes else ("", 0)
    staff, colleagues = staffs.most_common(1)[0] if staffs else ("", 0)
    count = max(1, len(group.members))
    last = max((day for _, day in group.events), default=0)
    ages = [_age(p.brdy, last) for p in known if p.brdy]
    return Context(
        members=len(group.members),
        events=len(group.events),
        attendance=len(visits) / (count * max(1, len(group.events))),
        on_day=_share(sum(v.off == 0 for v in visits), len(visits)),
        doctor_share=_commonest([v.doctor for v in visits if v.doctor], len(visits)),
        minutes_share=_same_hour(visits),
        median_fee=median([v.amount for v in visits]) if visits else Decimal(0),
        fee_ratio=_fee_ratio(group, visits, usual),
        periodic_share=_share(sum(v.periodic for v in visits), len(visits)),
        home_share=at_home / count,
        home=home,
        homes=len(homes),
        home_neighbours=next((p.neighbours for p in known if p.address == home), 0),
        household_share=sum(n for n in homes.values() if n > 1) / count,
        family_members=sum(n for n in homes.values() if n >= FAMILY),
        phone_share=sum(n for n in phones.values() if n > 1) / count,
        staff_share=colleagues / count,
        staff=staff,
        elderly_share=sum(age >= ELDERLY for age in ages) / count,
        minor_share=sum(age < MINOR for age in ages) / count,
        local_share=_local(group, habits),
        regular_share=group.beat,
        steady_share=group.steady,
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _commonest(values: Sequence[str], whole: int) -> float:
    return Counter(values).most_common(1)[0][1] / whole if values and whole else 0.0


def _same_hour(visits: Sequence[Visit]) -> float:
    """Share of the visits on the day within 75 minutes of that day's median; 0 without times."""
    by_event: dict[int, list[int]] = defaultdict(list)
    for visit in visits:
        if visit.minute is not None and visit.off == 0:
            by_event[visit.event].append(visit.minute)
    near = 0
    for minutes in by_event.values():
        middle = sorted(minutes)[len(minutes) // 2]
        near += sum(abs(minute - middle) <= 75 for minute in minutes)
    return _share(near, sum(map(len, by_event.values())))


def _fee_ratio(
    group: Group, visits: Sequence[Visit], usual: Mapping[tuple[str | None, str], Decimal]
) -> float:
    """Median of the joint visits' fees over what is usual at the place; 0 when unknown."""
    kind = group.kind
    norms = [
        float(usual.get((kind, unit)) or usual.get((None, unit)) or 0) for unit, _ in group.events
    ]
    ratios = [float(v.amount) / norms[v.event] for v in visits if norms[v.event] > 0]
    return median(ratios) if ratios else 0.0


def _local(group: Group, habits: Mapping[tuple[str, str], Habit]) -> float:
    """Share of members for whom one of the group's places is where they go most anyway, beyond the
    joint days."""
    places = {unit for unit, _ in group.events}
    local = 0
    for psn_no in group.members:
        own = [habits[psn_no, unit] for unit in places if (psn_no, unit) in habits]
        local += any(habit.home and habit.visits > 2 * len(group.events) for habit in own)
    return local / max(1, len(group.members))


def _age(brdy: date | None, day: int) -> int:
    return (EPOCH + timedelta(days=day) - brdy).days // 365 if brdy else 0
