"""Measures of a handling begin with the service of its signed decision."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from casework.agreement.pharmacy import total
from casework.clocks.calendars import day_start, local_date
from casework.commands import agreement as a
from casework.commands import case as c
from casework.events import seal
from casework.measures.state import Standing
from casework.points.parameters import offered, parameters
from casework.points.setting import possible
from casework.refusal import Refusal
from tests.unit.casework.test_agreement_path import (
    KIND,
    PHARMACY,
    decided,
    money,
    pharmacy_case,
    serve,
)
from tests.unit.casework.test_handling_remedies import ended, filed
from tests.unit.casework.test_ledger import HOSPITAL

STREAM = f"measures:institution:{HOSPITAL}"
SUSPENDED = a.Measure(KIND.SUSPEND_AGREEMENT, months=3, clause="协议第三十条")
ENDED = a.Measure(KIND.TERMINATE_AGREEMENT, clause="协议第三十一条")


def by_service(bureau: Any, *measures: a.Measure, no: str = "C1") -> str:
    no = bureau.established(bureau.opened(no, path=c.Path.AGREEMENT))
    assert decided(bureau, no, money(KIND.RECOVERY, "4113.00"), *measures) == ["HandlingDecided"]
    return no


def test_they_begin_with_the_day_of_service(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    assert bureau.state(STREAM).measures == ()
    assert bureau.state(f"case:{no}").measured == ()
    bureau.wait(9)
    serve(bureau, no)
    (one,) = bureau.state(STREAM).measures
    assert one.starts_at == day_start(bureau.today)
    assert one.case_no == no
    assert bureau.state(f"case:{no}").measured == (STREAM,)


def test_a_service_of_the_day_of_the_decision_reaches_back_no_further(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    decision = bureau.state(f"case:{no}").decision
    serve(bureau, no)
    (one,) = bureau.state(STREAM).measures
    assert one.starts_at == decision.at


def test_what_a_pharmacy_is_scored_counts_in_the_year_of_its_service(bureau: Any) -> None:
    bureau.at = datetime(2026, 12, 24, 2, tzinfo=UTC)
    decided(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=("substitution",))
    pharmacy = f"measures:institution:{PHARMACY}"
    assert bureau.state(pharmacy).scores == ()
    bureau.handling_sealed("C1")
    day = bureau.today
    bureau.wait(12)
    late = a.ServeHandling(case_no="C1", way=c.ServiceWay.DIRECT, served_on=day)
    assert bureau.do("agency", late) == ["HandlingServed", "PharmacyScored", "MeasureImposed"]
    state = bureau.state(pharmacy)
    assert (total(state, 2026), total(state, 2027)) == (6, 0)
    assert local_date(state.measures[0].starts_at) == day


def test_nobody_sets_any_more_when_they_begin(bureau: Any) -> None:
    row = parameters()["handling_measures_start"]
    assert row not in offered()
    with pytest.raises(Refusal, match="没有这个参数"):
        possible(row.name, "decided")


def old(bureau: Any, no: str, **said: Any) -> None:
    """The handling as it was decided before its papers gave it effect."""
    chain = bureau.streams[f"case:{no}"]
    last = chain.pop()
    data = {k: v for k, v in last.data.items() if k not in ("papered", "measures_wait")} | said
    chain.append(seal(last.stream, last.seq, last.type, data, last.actor, last.at, chain[-1].hash))


def test_one_of_before_that_kept_that_they_wait_goes_by_that(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    old(bureau, no, measures_wait=True)
    bureau.wait(1)
    bureau.issue(no, "handling_decision", "agency")
    way = c.ServiceWay.DIRECT
    serving = a.ServeHandling(case_no=no, way=way, served_on=bureau.today)
    assert bureau.do("agency", serving) == ["HandlingServed", "MeasureImposed"]
    assert [one.standing(bureau.at) for one in bureau.state(STREAM).measures] == [Standing.IN_FORCE]


def test_one_of_before_had_imposed_with_its_decision(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    old(bureau, no)
    bureau.issue(no, "handling_decision", "agency")
    way = c.ServiceWay.DIRECT
    serving = a.ServeHandling(case_no=no, way=way, served_on=bureau.today)
    assert bureau.do("agency", serving) == ["HandlingServed"]
    assert bureau.state(f"case:{no}").effect == ()


def test_a_service_is_recorded_whatever_stands_by_then(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    bureau.imposes(STREAM, "tiaoli-13-terminate", case_no="C9")
    serve(bureau, no)
    assert len(bureau.state(STREAM).measures) == 1
    assert bureau.state(f"case:{no}").served_on == bureau.today


def test_what_a_service_began_falls_with_its_decision(bureau: Any) -> None:
    no = by_service(bureau, ENDED)
    bureau.wait(2)
    serve(bureau, no)
    bureau.wait(2)
    filed(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED))
    (one,) = bureau.state(STREAM).measures
    assert one.standing(bureau.at) is Standing.LIFTED
    assert one.lifted_at - one.starts_at < timedelta(days=3)
