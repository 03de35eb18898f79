"""Kinds of staff that are scored, and the shares that count for an institution, as the bureau set them."""

from datetime import date, timedelta
from typing import Any

import pytest

from casework.commands.points import StaffKind
from casework.law.settable import settable
from casework.points.institution import effect_of
from casework.points.parameters import parameters
from tests.unit.casework.test_institution_share import DAY
from tests.unit.casework.test_points_path import score

BASIS = "湘医保发〔2025〕4号"
PHARMACIST = StaffKind.PHARMACY_STAFF


def of(staff: StaffKind, conduct: date = date(2025, 3, 1)) -> Any:
    from dataclasses import replace

    return replace(score(6, "tiaoli_38_39", conduct, date(2026, 1, 5)), staff=staff)


def test_both_show_what_is_packaged_while_nothing_is_set() -> None:
    rows = {row["name"]: row["default"] for row in settable()}
    assert rows["scored_staff"] == "medical;billing;pharmacy_principal"
    assert rows["institution_shares"] == "20;50"
    assert parameters()["scored_staff"].takes(rows["scored_staff"])
    assert parameters()["institution_shares"].takes("20;50")


@pytest.mark.parametrize("value", ["50;20", "20;20", "0;50", "20;101", "20", "20;50;60"])
def test_the_first_share_is_the_smaller_and_both_are_shares(value: str) -> None:
    assert not parameters()["institution_shares"].takes(value)


@pytest.mark.parametrize("value", ["", "billing", "medical;nobody", "pharmacy_staff"])
def test_only_what_a_province_may_say_is_possible(value: str) -> None:
    assert not parameters()["scored_staff"].takes(value)


def test_who_is_scored_is_what_the_bureau_set(bureau: Any) -> None:
    assert bureau.refused("agency", of(PHARMACIST)) == "STAFF_NOT_COVERED"
    wide = "medical;billing;pharmacy_principal;pharmacy_staff"
    bureau.parameter("scored_staff", wide, bureau.today, BASIS)
    bureau.do("agency", of(PHARMACIST))
    assert bureau.state("points:D1").entries[-1].staff == PHARMACIST
    bureau.parameter("scored_staff", "medical", bureau.today, BASIS)
    assert bureau.refused("agency", of(StaffKind.BILLING)) == "STAFF_NOT_COVERED"


def test_conduct_of_before_stays_under_the_county_rule(bureau: Any) -> None:
    wide = "medical;billing;pharmacy_principal;pharmacy_staff"
    bureau.parameter("scored_staff", wide, bureau.today, BASIS)
    assert bureau.refused("agency", of(PHARMACIST, date(2024, 6, 1))) == "STAFF_NOT_COVERED"


def test_whom_the_county_rule_scores_is_set_apart_and_from_its_day_on(bureau: Any) -> None:
    wide, before = "medical;billing;pharmacy_principal;pharmacy_staff", date(2024, 6, 1)
    assert parameters()["county_staff"].default == "medical"
    bureau.parameter("county_staff", wide, bureau.today + timedelta(days=1), BASIS)
    assert bureau.refused("agency", of(PHARMACIST, before)) == "STAFF_NOT_COVERED"
    bureau.wait(1)
    bureau.do("agency", of(PHARMACIST, before))
    assert bureau.state("points:D1").entries[-1].staff == PHARMACIST
    # The national rule has a list of its own.
    assert bureau.refused("agency", of(PHARMACIST)) == "STAFF_NOT_COVERED"


def test_the_shares_are_those_that_the_bureau_set() -> None:
    own = ("30;60", BASIS)
    assert effect_of(1, 4, DAY, own) is None
    low, high = effect_of(3, 10, DAY, own), effect_of(6, 10, DAY, own)
    assert low is not None
    assert high is not None
    assert (low.id, low.share, low.basis) == ("settlement_20", 30, BASIS)
    assert (high.id, high.severe) == ("agreement_50", True)
    assert effect_of(5, 5, date(2024, 12, 31), own) is None
