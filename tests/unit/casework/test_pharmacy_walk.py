"""A pharmacy's points and suspensions through a conversion and back: each stands exactly once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.agreement.pharmacy import total
from casework.commands import agreement as a
from casework.commands import case as c
from casework.measures.consequences import fallen
from casework.measures.state import Measured, Standing
from tests.unit.casework.test_agreement_path import KIND, PHARMACY, money, pharmacy_case, told

STREAM = f"measures:institution:{PHARMACY}"
TO_PENALTY = {"reasons": "涉嫌骗保"}


def state(bureau: Any) -> Any:
    return bureau.state(STREAM)


def standing(bureau: Any) -> list[tuple[str, str]]:
    """What holds now: term and the case that it rests on."""
    return [(one.term, one.case_no) for one in state(bureau).holding(bureau.at)]


def again(bureau: Any, no: str, *measures: a.Measure, **given: Any) -> None:
    """A handling of a case that was one before: what is waived anew is a paper of its own."""
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="违约", **given))
    bureau.handling_told(no)
    nth = len(bureau.state(f"case:{no}").party_papers)
    scan = bureau.evidence(f"放弃-{no}-{nth}")
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id=scan, proves="放弃申辩"))
    waived = a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="放弃", document=scan)
    bureau.do("agency", waived)
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no=f"协处{no}再")
    bureau.do("chief", decide)
    bureau.handling_served(no)


def cancelled(bureau: Any) -> Measured:
    """Three and five points suspend for a month; six more, and the agreement is cancelled."""
    told(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=("out_of_scope",))
    acts = ("out_of_scope", "pharmacist_absent")
    told(bureau, pharmacy_case(bureau, "C2"), pharmacy_acts=acts)
    bureau.wait(5)
    told(bureau, pharmacy_case(bureau, "C3"), pharmacy_acts=("substitution",))
    assert standing(bureau) == [("quanzhou-cancel", "C3")]
    first: Measured = state(bureau).measures[0]
    return first


def test_points_and_what_they_bring_stand_once_through_a_conversion_and_back(bureau: Any) -> None:
    before = cancelled(bureau)
    assert total(state(bureau), 2026) == 14
    assert before.absorbed_by == "M2"
    bureau.wait(3)
    kinds = bureau.convert("head", a.ConvertCase(case_no="C3", **TO_PENALTY))
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", "MeasureLifted", "MeasureRestored"]
    # The eight points of before are left, and with them their month, up to its own end.
    assert total(state(bureau), 2026) == 8
    assert standing(bureau) == [("quanzhou-suspend", "C2")]
    one = state(bureau).measures[0]
    assert one.ends_at == before.ends_at
    # As of a day under the cancellation it did not hold.
    then = bureau.at - timedelta(days=1)
    assert [m.term for m in state(bureau).holding(then)] == ["quanzhou-cancel"]
    assert one.standing(then) is Standing.LIFTED
    bureau.convert("head", a.ConvertToHandling(case_no="C3", reasons="不够处罚"))
    assert total(state(bureau), 2026) == 8
    again(bureau, "C3", pharmacy_acts=("substitution",))
    assert total(state(bureau), 2026) == 14
    assert standing(bureau) == [("quanzhou-cancel", "C3")]
    # And once more: nothing is counted or brought back twice.
    bureau.convert("head", a.ConvertCase(case_no="C3", **TO_PENALTY))
    assert total(state(bureau), 2026) == 8
    assert standing(bureau) == [("quanzhou-suspend", "C2")]
    assert len([m for m in state(bureau).measures if m.runs_after(bureau.at)]) == 1
    assert one.ends_at is not None
    bureau.at = one.ends_at
    assert standing(bureau) == []


def test_a_suspension_that_ran_out_meanwhile_does_not_come_back(bureau: Any) -> None:
    before = cancelled(bureau)
    assert before.ends_at is not None
    bureau.at = before.ends_at + timedelta(days=1)
    kinds = bureau.convert("head", a.ConvertCase(case_no="C3", **TO_PENALTY))
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", "MeasureLifted"]
    assert standing(bureau) == []


def annul(case_no: str, bureau: Any) -> c.AnnulDecision:
    return c.AnnulDecision(
        case_no=case_no, by="市局", document_no="复1", annulled_on=bureau.today, reasons="撤销"
    )


def test_the_annulment_of_the_heavier_brings_it_back_and_says_so_before(bureau: Any) -> None:
    cancelled(bureau)
    drafts = [(e.stream, e.type, e.data) for e in bureau.would("head", annul("C3", bureau))]
    ((_, words),) = fallen([state(bureau)], drafts, bureau.at)
    said = "".join(one.zh for one in words)
    assert "恢复执行" in said
    assert "扣分 6 分不再计入" in said
    kinds = bureau.do("head", annul("C3", bureau))
    assert sorted(kinds) == sorted(
        ["DecisionAnnulled", "MeasureLifted", "PharmacyScoreVoided", "MeasureRestored"]
    )
    assert standing(bureau) == [("quanzhou-suspend", "C2")]


@pytest.mark.parametrize("fallen_first", ["C1", "C2"])
def test_what_no_points_bring_about_any_more_stays_away(bureau: Any, fallen_first: str) -> None:
    """Its own points fell while it was absorbed: nothing is left to come back."""
    cancelled(bureau)
    bureau.do("head", annul(fallen_first, bureau))
    bureau.do("head", annul("C3", bureau))
    assert standing(bureau) == []


def test_a_suspension_whose_own_decision_fell_does_not_come_back(bureau: Any) -> None:
    suspend = a.Measure(KIND.SUSPEND_AGREEMENT, Decimal(0), 3, "", "协议第四十条")
    end = a.Measure(KIND.TERMINATE_AGREEMENT, Decimal(0), 0, "", "协议第四十条")
    told(bureau, pharmacy_case(bureau, "C1"), suspend)
    told(bureau, pharmacy_case(bureau, "C2"), end)
    assert standing(bureau) == [("tiaoli-13-terminate", "C2")]
    kept = state(bureau).measures[0]
    assert "MeasureLifted" in bureau.do("head", annul("C1", bureau))
    assert state(bureau).measures[0].lifted_at == kept.lifted_at
    bureau.do("head", annul("C2", bureau))
    assert standing(bureau) == []


def test_a_suspension_is_imposed_once_by_a_case(bureau: Any) -> None:
    no = pharmacy_case(bureau, "C1")
    suspend = a.Measure(KIND.SUSPEND_AGREEMENT, Decimal(0), 3, "", "协议第四十条")
    told(bureau, no, suspend)
    (one,) = state(bureau).measures
    bureau.convert("head", a.ConvertCase(case_no=no, **TO_PENALTY))
    # It is no penalty and runs on.
    assert standing(bureau) == [("tiaoli-13-agreement", no)]
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="不够处罚"))
    twice = a.ProposeHandling(case_no=no, measures=(suspend,), reasons="违约")
    assert bureau.refused("agency", twice) == "SUSPENSION_STANDS"
    damages = money(KIND.LIQUIDATED_DAMAGES, "100.00")
    again(bureau, no, damages)
    assert [m.ends_at for m in state(bureau).measures] == [one.ends_at]
    # Served to its end it is not imposed anew for the same case, either.
    bureau.convert("head", a.ConvertCase(case_no=no, **TO_PENALTY))
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="不够处罚"))
    bureau.wait(120)
    assert bureau.refused("agency", twice) == "SUSPENSION_STANDS"
    assert bureau.refused("agency", replace(twice, measures=(damages, suspend)))
    # Another case may.
    told(bureau, pharmacy_case(bureau, "C2"), suspend)
    assert standing(bureau) == [("tiaoli-13-agreement", "C2")]
