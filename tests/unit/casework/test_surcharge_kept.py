"""Instalments stop a surcharge from growing; what had accrued until then stays demanded (处罚法 72)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.cases.parts import Paid, Part
from casework.commands import case as c
from casework.law.surcharge import accrue, surcharge
from tests.unit.casework.test_execution import DUE, FINE, RATE, pay, served

DAY = timedelta(days=1)


def late(bureau: Any) -> str:
    """Served, and five days late."""
    no = served(bureau)
    bureau.wait(20)
    return no


def granted(bureau: Any, no: str, *parts: tuple[int, str]) -> None:
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="困难"))
    given = tuple(c.Instalment(bureau.today + DAY * days, Decimal(sum_)) for days, sum_ in parts)
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=given, reasons="困难"))


def owed(bureau: Any, no: str) -> Decimal:
    return surcharge(bureau.state(f"case:{no}"), bureau.today)


def test_what_had_accrued_stays_and_grows_no_more_while_the_plan_is_kept(bureau: Any) -> None:
    no = late(bureau)
    accrued = FINE * RATE * 5
    assert owed(bureau, no) == accrued
    granted(bureau, no, (30, "4000.00"), (60, "4226.00"))
    assert bureau.streams[f"case:{no}"][-1].data["accrued"] == "1233.90"
    assert owed(bureau, no) == accrued
    bureau.wait(30)
    assert owed(bureau, no) == accrued
    bureau.do("ins1", pay(bureau, c.PaymentKind.FINE, "4000.00"))
    bureau.wait(32)
    # The second part is two days late: it alone grows from there.
    assert owed(bureau, no) == accrued + Decimal("4226.00") * RATE * 2
    bureau.wait(400)
    assert owed(bureau, no) == FINE
    # It is paid like any other surcharge, to the fen, and the case is not closed without it.
    bureau.do("ins1", pay(bureau, c.PaymentKind.FINE, "4226.00"))
    assert bureau.refused("ins1", pay(bureau, c.PaymentKind.SURCHARGE, "8226.01")) == "BAD_VALUE"
    bureau.do("ins1", pay(bureau, c.PaymentKind.SURCHARGE, "8226.00"))


def test_a_payment_of_before_the_grant_told_after_it_lowers_what_had_accrued(bureau: Any) -> None:
    no = late(bureau)
    granted(bureau, no, (30, "8226.00"))
    early = replace(
        pay(bureau, c.PaymentKind.FINE, "226.00"), paid_on=bureau.today - timedelta(days=3)
    )
    bureau.do("ins1", early)
    # Two mornings found all of it unpaid, and three what was left.
    assert owed(bureau, no) == FINE * RATE * 2 + Decimal("8000.00") * RATE * 3


def test_a_second_plan_keeps_what_the_first_let_accrue(bureau: Any) -> None:
    no = late(bureau)
    granted(bureau, no, (10, "4000.00"), (60, "4226.00"))
    bureau.wait(13)
    so_far = owed(bureau, no)
    assert so_far == FINE * RATE * 5 + Decimal("4000.00") * RATE * 3
    granted(bureau, no, (40, "8226.00"))
    bureau.wait(39)
    assert owed(bureau, no) == so_far


def test_a_grant_of_before_folds_as_it_did(bureau: Any) -> None:
    no = late(bureau)
    granted(bureau, no, (30, "8226.00"))
    chain = bureau.streams[f"case:{no}"]
    old = {key: value for key, value in chain[-1].data.items() if key != "accrued"}
    chain[-1] = replace(chain[-1], data=old)
    assert owed(bureau, no) == 0


PLANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60)), max_size=3)


@settings(max_examples=80)
@given(
    late_days=st.integers(0, 40),
    plans=PLANS,
    paid=st.lists(st.tuples(st.integers(0, 160), st.decimals("1", "900", places=2)), max_size=4),
)
def test_it_never_falls_nor_grows_beyond_the_fine_whatever_is_granted(
    late_days: int, plans: list[tuple[int, int]], paid: list[tuple[int, Decimal]]
) -> None:
    """Against a plain sum of days, where every plan counts from its own grant."""
    fine, had = Decimal("3000.00"), [Paid("fine", sum_, DUE + DAY * on) for on, sum_ in paid]
    segments: list[tuple[date, date, date]] = []
    since, due, at = date.min, DUE, DUE + DAY * late_days
    for wait, grace in plans:
        at += DAY * wait
        segments.append((since, at, due))
        since, due = at, at + DAY * grace
    end = at + DAY * 50
    segments.append((since, end, due))
    total, plain, before = Decimal(0), Decimal(0), Decimal(0)
    for since, until, due in segments:
        total += accrue([Part(due, fine)], had, [], until, RATE, since)
        day = max(since, DUE) + DAY
        while day <= until:
            open_ = fine - sum((one.amount for one in had if one.on < day), Decimal(0))
            plain += max(open_, Decimal(0)) * RATE if day > due else Decimal(0)
            day += DAY
        assert total >= before
        before = total
    cents = Decimal("0.01") * len(segments)
    assert abs(min(total, fine) - min(plain, fine)) <= cents
