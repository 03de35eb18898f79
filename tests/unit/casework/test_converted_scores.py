"""What was scored under the agreement does not count beside the penalty for the same conduct."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.agreement.pharmacy import total
from casework.clocks.calendars import add_months, day_start, local_date
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import points as p
from casework.measures.state import Standing
from casework.points.record import once
from casework.refusal import Refusal
from tests.unit.casework.test_agreement_path import (
    KIND,
    PHARMACY,
    decided,
    money,
    pharmacy_case,
    serve,
    told,
)
from tests.unit.casework.test_restoration_halts import FILE, MINOR_2025

STREAM = f"measures:institution:{PHARMACY}"


def test_a_conversion_asks_for_a_review_and_the_conduct_is_not_scored_twice(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    serve(bureau, no)
    basis = p.Basis(p.BasisKind.CASE, no, date.min)
    first = replace(
        MINOR_2025, act="agreement_breach", points=3, basis=basis, departure="", day_departure="x"
    )
    bureau.do("agency", first)
    convert = a.ConvertCase(case_no=no, reasons="发现骗保线索")
    assert bureau.convert("head", convert) == ["CaseConverted", "ScoreReviewDue"]
    due = bureau.state(FILE).entry("S1").review_due
    assert due is not None
    assert due.why.startswith("转行政处罚")
    penalty = replace(first, act="tiaoli_38_39", points=6)
    with pytest.raises(Refusal) as caught:
        once(bureau.state(FILE), penalty)
    assert caught.value.code == "SCORE_RECORDED"
    bureau.do("sup", p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="1", reasons="转"))
    once(bureau.state(FILE), penalty)


def test_other_conduct_of_the_same_case_is_scored_for_itself(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    serve(bureau, no)
    basis = p.Basis(p.BasisKind.CASE, no, date.min)
    first = replace(
        MINOR_2025, act="agreement_breach", points=3, basis=basis, departure="", day_departure="x"
    )
    bureau.do("agency", first)
    once(bureau.state(FILE), replace(first, act="tiaoli_38_39", conduct_on=date(2025, 5, 1)))


def suspended(bureau: Any) -> None:
    """Three points, then five: suspended for a month by the second decision."""
    told(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=("out_of_scope",))
    kinds = told(
        bureau, pharmacy_case(bureau, "C2"), pharmacy_acts=("out_of_scope", "pharmacist_absent")
    )
    assert "MeasureImposed" in kinds


@pytest.mark.parametrize("fallen", ["C1", "C2"])
def test_a_pharmacys_points_go_with_the_conversion(bureau: Any, fallen: str) -> None:
    suspended(bureau)
    kinds = bureau.convert("head", a.ConvertCase(case_no=fallen, reasons="涉嫌骗保"))
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", "MeasureLifted"]
    state = bureau.state(STREAM)
    assert total(state, 2026) == {"C1": 5, "C2": 3}[fallen]
    assert not state.holding(bureau.at)


def test_a_pharmacys_points_go_with_the_annulment_once(bureau: Any) -> None:
    suspended(bureau)
    annul = c.AnnulDecision(
        case_no="C2", by="市局", document_no="复1", annulled_on=bureau.today, reasons="撤销"
    )
    kinds = bureau.do("head", annul)
    assert sorted(kinds) == ["DecisionAnnulled", "MeasureLifted", "PharmacyScoreVoided"]
    assert total(bureau.state(STREAM), 2026) == 3


def test_a_lower_level_that_still_stands_ends_it_sooner(bureau: Any) -> None:
    suspended(bureau)
    told(bureau, pharmacy_case(bureau, "C3"), pharmacy_acts=("out_of_scope",))
    before = bureau.state(STREAM).measures[-1]
    kinds = bureau.convert("head", a.ConvertCase(case_no="C1", reasons="涉嫌骗保"))
    # Five points left when the first was imposed, eight at the second: a month instead of three. With
    # the first lifted the second waits for nothing any more.
    lifted = ["MeasureLifted", "MeasureLifted", "MeasureMoved"]
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", *lifted]
    state = bureau.state(STREAM)
    first, after = state.measures
    assert total(state, 2026) == 8
    assert first.standing(bureau.at) is Standing.LIFTED
    assert after.starts_at == first.lifted_at < before.starts_at
    assert after.runs_after(bureau.at)
    assert after.over_at == day_start(add_months(local_date(after.starts_at), 1))
