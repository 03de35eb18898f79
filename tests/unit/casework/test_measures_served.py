"""Measures of a handling that begin with its service, where the bureau's agreements say so."""

from datetime import timedelta
from typing import Any

from casework.clocks.calendars import day_start
from casework.commands import agreement as a
from casework.commands import case as c
from casework.measures.state import Standing
from tests.unit.casework.test_agreement_path import KIND, decided, money, serve
from tests.unit.casework.test_handling_remedies import ended, filed
from tests.unit.casework.test_ledger import HOSPITAL

STREAM = f"measures:institution:{HOSPITAL}"
SUSPENDED = a.Measure(KIND.SUSPEND_AGREEMENT, months=3, clause="协议第三十条")
ENDED = a.Measure(KIND.TERMINATE_AGREEMENT, clause="协议第三十一条")


def by_service(bureau: Any, *measures: a.Measure, no: str = "C1") -> str:
    bureau.parameter("handling_measures_start", "served")
    no = bureau.established(bureau.opened(no, path=c.Path.AGREEMENT))
    assert decided(bureau, no, money(KIND.RECOVERY, "4113.00"), *measures) == ["HandlingDecided"]
    return no


def test_without_a_word_of_the_bureau_they_begin_with_the_decision(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    events = decided(bureau, no, money(KIND.RECOVERY, "4113.00"), SUSPENDED)
    assert events == ["HandlingDecided", "MeasureImposed"]


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


def test_one_decided_under_another_word_goes_by_that(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    bureau.parameter("handling_measures_start", "decided")
    bureau.wait(1)
    serve(bureau, no)
    assert [one.standing(bureau.at) for one in bureau.state(STREAM).measures] == [Standing.IN_FORCE]


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
