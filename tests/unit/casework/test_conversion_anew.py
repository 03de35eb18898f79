"""A conversion begins anew: no demand, application, extension or pause of the procedure before counts."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from casework.agreement.fold import HANDLING_FOLDS
from casework.cases.stages import Stage
from casework.clocks.deadlines import deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import PauseClock, PauseGround
from casework.decide import fold
from tests.unit.casework.test_agreement_path import KIND, decided, money, serve

BACK = c.CourtRuling.TAKEN_BACK


def pressed(bureau: Any) -> str:
    """A handling of April 2026, when the rules that send it to court are in force, with its demand."""
    bureau.at = datetime(2026, 4, 2, 2, tzinfo=UTC)
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    serve(bureau, no)
    bureau.wait(20)
    bureau.issue(no, "pressing", "agency")
    direct = c.ServiceWay.DIRECT
    bureau.do("agency", c.PressPayment(case_no=no, way=direct, served_on=bureau.today))
    return no


def applied(bureau: Any) -> str:
    no = pressed(bureau)
    bureau.wait(20)
    bureau.do("chief", a.DecideToPerform(case_no=no, decision_no="履1号"))
    bureau.performance_served(no)
    bureau.at = datetime(2026, 12, 7, 2, tzinfo=UTC)
    bureau.do("chief", c.ApplyToCourt(case_no=no, court="县人民法院", document_no="强1号"))
    return no


def ruling(bureau: Any, no: str, what: c.CourtRuling) -> c.RecordCourtRuling:
    return c.RecordCourtRuling(
        case_no=no, ruling=what, ruled_on=bureau.today, document_no="裁1号", reasons="x"
    )


def convert(no: str) -> a.ConvertCase:
    return a.ConvertCase(case_no=no, reasons="涉嫌骗保")


def test_the_demand_of_a_handling_is_none_of_the_penalty(bureau: Any) -> None:
    no = pressed(bureau)
    bureau.convert("head", convert(no))
    assert bureau.state(f"case:{no}").pressed_on is None


def test_the_demands_clock_ends_with_the_handling(bureau: Any) -> None:
    no = pressed(bureau)
    running = {one.id for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    bureau.convert("head", convert(no))
    now = {one.id for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "pressing" in running - now


@pytest.mark.parametrize("enforcing", [False, True])
def test_what_is_at_court_is_taken_back_before_it_is_converted(
    bureau: Any, enforcing: bool
) -> None:
    no = applied(bureau)
    bureau.wait(3)
    if enforcing:
        bureau.do("legal", ruling(bureau, no, c.CourtRuling.ENFORCED))
    assert bureau.refused("head", convert(no)) == "STEP_MISSING"
    bureau.do("legal", ruling(bureau, no, BACK))
    case = bureau.state(f"case:{no}")
    assert (case.court_applied, case.court_refused_on) == (False, None)
    assert case.court_withdrawn_on == bureau.today
    assert bureau.refused("legal", ruling(bureau, no, BACK)) == "STEP_MISSING"
    bureau.convert("head", convert(no))
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.court_withdrawn_on, case.court_ruled) == (Stage.CLUE, None, False)


def test_what_was_taken_back_may_be_asked_anew(bureau: Any) -> None:
    no = applied(bureau)
    bureau.do("legal", ruling(bureau, no, BACK))
    again = c.ApplyToCourt(case_no=no, court="县人民法院", document_no="强2号")
    assert bureau.do("chief", again) == ["CourtApplied"]
    assert bureau.state(f"case:{no}").court_withdrawn_on is None


def test_what_the_court_has_enforced_in_full_is_converted(bureau: Any) -> None:
    no = applied(bureau)
    bureau.do("legal", ruling(bureau, no, c.CourtRuling.ENFORCED))
    paid = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.RECOVERY, how=a.Deduction.PAID,
        amount=bureau.state(f"case:{no}").decision.recovery, paid_on=bureau.today, voucher="执1",
    )  # fmt: skip
    bureau.do("agency", paid)
    bureau.convert("head", convert(no))
    assert not bureau.state(f"case:{no}").court_applied


def test_a_conversion_of_before_folds_as_it_did(bureau: Any) -> None:
    no = pressed(bureau)
    pressed_on = bureau.state(f"case:{no}").pressed_on
    bureau.convert("head", convert(no))
    chain = bureau.streams[f"case:{no}"]
    last = chain[-1]
    assert last.type in HANDLING_FOLDS
    before = {key: value for key, value in last.data.items() if key != "anew"}
    assert fold(f"case:{no}", [*chain[:-1], replace(last, data=before)]).pressed_on == pressed_on


def test_extensions_pauses_and_the_report_are_of_the_procedure_before(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.wait(80)
    bureau.decide_later(no)
    ground = {"ground": PauseGround.APPRAISAL, "reason": "鉴定"}
    bureau.do("ins1", PauseClock(case_no=no, **ground, **bureau.commissioned(no)))
    there = a.ConvertToHandling(case_no=no, reasons="属违约")
    bureau.convert("head", there)
    case = bureau.state(f"case:{no}")
    assert (case.decision_extensions, case.paused, case.report_outdated) == (0, frozenset(), True)
    bureau.convert("sup", convert(no))
    bureau.more_time(no, "取证需要")
    bureau.wait(1)
    assert bureau.state(f"case:{no}").clue_extensions == 1
    bureau.file(no)
    bureau.started(no)
    # The report of before tells nothing of what was found since.
    assert bureau.refused("ins1", bureau.proposal(no)) == "STEP_MISSING"
    bureau.reported(no)
    bureau.do("ins1", bureau.proposal(no))


def test_a_lead_of_before_can_be_extended_anew(bureau: Any) -> None:
    no = bureau.opened()
    bureau.more_time(no, "x")
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="x"))
    bureau.convert("head", convert(no))
    assert bureau.more_time(no, "x") == ["ClueExtended"]
