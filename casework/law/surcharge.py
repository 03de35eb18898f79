"""The surcharge on an unpaid fine (加处罚款, 处罚法 72 第一款第一项 and 73): by day, capped, resting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from casework.cases.parts import Paid, Part, Remedy
from casework.cases.state import CaseState
from casework.cases.stopped import put_off_day
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.law.rows import parameter
from casework.money import ZERO, round_fen

DAY = timedelta(days=1)
Rest = tuple[date, date | None]


def accrue(
    parts: Sequence[Part],
    paid: Sequence[Paid],
    rests: Sequence[Rest],
    on: date,
    rate: Decimal,
    since: date = date.min,
) -> Decimal:
    """Add `rate` of what is overdue for each day after its due day, and after `since`, up to `on`, in yuan.

    A day counts while its morning finds the part neither paid nor written off; days of a review or suit
    do not count. Never more than the fine itself.
    """
    principal = sum((part.amount for part in parts), ZERO)
    total, day = ZERO, max(min((part.due for part in parts), default=on), since) + DAY
    while day <= on and total < principal:
        due = sum((part.amount for part in parts if part.due < day), ZERO)
        had = sum((one.amount for one in paid if one.on < day), ZERO)
        if due > had and not any(a <= day and (b is None or day <= b) for a, b in rests):
            total += (due - had) * rate
        day += DAY
    return round_fen(min(total, principal))


def surcharge(case: CaseState, on: date) -> Decimal:
    """The surcharge of a case up to a day, in yuan; zero without a standing, served fine.

    What had accrued when instalments were granted stays: each plan counts for its own days, and all of
    them together never come to more than the fine (强制法 45).
    """
    decision = case.decision
    if decision is None or case.annulled or case.served_on is None or not decision.fine:
        return ZERO
    rate = Decimal(parameter("surcharge_rate", case.served_on).value)
    rests = [(r.filed_on, _last_of(r)) for r in case.standing_remedies]
    # What is written off bears nothing from its day on.
    paid = [*(one for one in case.payments if one.kind == "fine"), *case.fine_write_offs]
    total, since = ZERO, date.min
    for granted, parts in case.earlier_plans:
        until, plan = min(granted, on), parts_of(replace(case, instalments=parts))
        total += accrue(plan, paid, rests, until, rate, since)
        since = granted
    if on > since:
        total += accrue(parts_of(case), paid, rests, on, rate, since)
    return min(total, decision.fine)


def _last_of(remedy: Remedy) -> date | None:
    """The last day of a review or suit: of a judgment that may be appealed, the last day for that."""
    return remedy.in_force_on - DAY if remedy.in_force_on else remedy.decided_on


def surcharge_open(case: CaseState, on: date) -> Decimal:
    """What of the surcharge up to a day is neither paid nor written off, in yuan."""
    return max(surcharge(case, on) - case.surcharges_kept - case.surcharges_written_off, ZERO)


def too_much(case: CaseState, fine: Decimal, on: date) -> Decimal:
    """What of the surcharge that was paid is more than a lower fine bore up to a day, in yuan."""
    if case.decision is None:
        return ZERO
    lower = replace(
        case, decision=replace(case.decision, fine=fine), instalments=(), earlier_plans=()
    )
    return max(case.surcharges_kept - surcharge(lower, on), ZERO)


def parts_of(case: CaseState) -> tuple[Part, ...]:
    """What of the fine is due when: the instalments granted, else all of it in the lawful time."""
    decision, served = case.decision, case.served_on
    if decision is None or served is None or case.annulled:
        return ()
    lawful = put_off_day(case, local_date(period_end("payment", served)))
    if not case.instalments:
        return (Part(lawful, decision.fine),)
    parts = tuple(replace(one, due=put_off_day(case, one.due)) for one in case.instalments)
    # What had been paid before the instalments were granted is none of them, and was due before them.
    rest = decision.fine - sum((part.amount for part in case.instalments), ZERO)
    until = min(lawful, *(one.due for one in parts))
    return (*((Part(until, rest),) if rest > 0 else ()), *parts)
