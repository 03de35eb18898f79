"""Figures about a group that speak for or against it; computed once, used to route and explain."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from graph.rings.visits import Person, Visit

EPOCH = date(1970, 1, 1)
ELDERLY = 60


@dataclass(frozen=True)
class Context:
    """Shares are between 0 and 1; `home_share` is that of the commonest address."""

    members: int
    attendance: float
    doctor_share: float
    minutes_share: float
    median_fee: Decimal
    periodic_share: float
    home_share: float
    home: str
    home_neighbours: int
    household_share: float
    phone_share: float
    elderly_share: float
    regular_share: float
    fee_ratio: float


def describe(
    psn_nos: Sequence[str],
    joint_days: int,
    visits: Sequence[Visit],
    persons: Mapping[str, Person],
    usual_fees: Mapping[str, Decimal],
) -> Context:
    """All figures of one group; `usual_fees` is the median fee of each institution."""
    known = [persons[p] for p in psn_nos if p in persons]
    homes = Counter(p.address for p in known if p.address)
    phones = Counter(p.phone for p in known if p.phone)
    home, at_home = homes.most_common(1)[0] if homes else ("", 0)
    count = max(1, len(psn_nos))
    last = max((v.day for v in visits), default=0)
    return Context(
        members=len(psn_nos),
        attendance=_share(
            len({(v.psn_no, v.day, v.fixmedins_code) for v in visits}), count * max(1, joint_days)
        ),
        doctor_share=_commonest([v.doctor for v in visits if v.doctor], len(visits)),
        minutes_share=_same_hour(visits),
        median_fee=median([v.amount for v in visits]) if visits else Decimal(0),
        periodic_share=_share(sum(v.periodic for v in visits), len(visits)),
        home_share=at_home / count,
        home=home,
        home_neighbours=next((p.neighbours for p in known if p.address == home), 0),
        household_share=sum(n for n in homes.values() if n > 1) / count,
        phone_share=sum(n for n in phones.values() if n > 1) / count,
        elderly_share=sum(_age(p.brdy, last) >= ELDERLY for p in known if p.brdy) / count,
        regular_share=_regular(visits),
        fee_ratio=_fee_ratio(visits, usual_fees),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _commonest(values: Sequence[str], whole: int) -> float:
    return Counter(values).most_common(1)[0][1] / whole if values and whole else 0.0


def _same_hour(visits: Sequence[Visit]) -> float:
    """Share of visits within 75 minutes of their joint day's median time; 0 without times of day."""
    by_day: dict[tuple[int, str], list[int]] = defaultdict(list)
    for visit in visits:
        if visit.minute:
            by_day[visit.day, visit.fixmedins_code].append(visit.minute)
    near = sum(
        sum(abs(minute - median(minutes)) <= 75 for minute in minutes)
        for minutes in by_day.values()
    )
    return _share(near, len(visits))


def _fee_ratio(visits: Sequence[Visit], usual_fees: Mapping[str, Decimal]) -> float:
    """Median of the joint visits' fees over what is usual at the place; 0 when unknown."""
    ratios = [
        float(visit.amount / usual)
        for visit in visits
        if (usual := usual_fees.get(visit.fixmedins_code, Decimal(0))) > 0
    ]
    return median(ratios) if ratios else 0.0


def _regular(visits: Sequence[Visit]) -> float:
    """Share of the gaps between the joint days that are (a multiple of) one interval.

    The days are the group's, not a member's: who stays away once still belongs to the rhythm. Fewer
    than four days show no rhythm.
    """
    ordered = sorted({visit.day for visit in visits})
    gaps = [b - a for a, b in pairwise(ordered)]
    if len(gaps) < 3:
        return 0.0
    beat = median(gaps)
    slack = max(1.0, 0.12 * beat)
    on_beat = sum(any(abs(gap - times * beat) <= slack for times in (1, 2, 3)) for gap in gaps)
    return on_beat / len(gaps)


def _age(brdy: date | None, day: int) -> int:
    return (EPOCH + timedelta(days=day) - brdy).days // 365 if brdy else 0
