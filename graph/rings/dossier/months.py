"""A ring along the time: the joint visits of each day, the money of each month."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from graph.rings.read import RingDossier


@dataclass(frozen=True, slots=True)
class Day:
    """The joint visits of a day and what chance would have brought; amount in yuan."""

    day: date
    visits: int
    expected: float
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Month:
    """A month between the first joint day and the last one, with or without any."""

    first: date
    days: int
    visits: int
    expected: float
    amount: Decimal

    @property
    def name(self) -> str:
        """The month as 2025-03."""
        return f"{self.first:%Y-%m}"


def joint_days(dossier: RingDossier) -> tuple[Day, ...]:
    """The joint days in order of time; several institutions on a day are one."""
    visits: dict[date, int] = defaultdict(int)
    expected: dict[date, float] = defaultdict(float)
    amounts: dict[date, Decimal] = defaultdict(Decimal)
    for mark in dossier.marks:
        joint = dossier.days[mark.day]
        # In a period people come on days of their own; a joint day is one, whoever came a day off.
        day = joint.day + timedelta(days=mark.off) if joint.until else joint.day
        visits[day] += 1
        amounts[day] += mark.amount
    for one in dossier.days:
        if one.until is None:
            expected[one.day] += one.expected
    return tuple(Day(day, visits[day], expected[day], amounts[day]) for day in sorted(visits))


def months(days: Sequence[Day]) -> tuple[Month, ...]:
    """Every month from the first joint day to the last, empty ones too."""
    found: list[Month] = []
    first = days[0].day.replace(day=1) if days else None
    while first is not None and first <= days[-1].day:
        of = [day for day in days if day.day.replace(day=1) == first]
        found.append(
            Month(
                first,
                len(of),
                sum(day.visits for day in of),
                sum(day.expected for day in of),
                sum((day.amount for day in of), Decimal("0.00")),
            )
        )
        first = next_month(first)
    return tuple(found)


def next_month(first: date) -> date:
    """The first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
