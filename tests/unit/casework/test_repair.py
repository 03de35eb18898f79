"""修复 under the national rule: points come off the year's total, no score falls, no ban gets shorter."""

from datetime import date, timedelta
from typing import Any

import pytest

from casework.commands import points as p
from casework.decide import next_actions
from casework.points.rules import rule_set
from casework.points.standing import Status, sanctions, standing, totals
from tests.unit.casework.test_points_path import score

FILE = "points:D1"
REPAIR = rule_set("national-2025").repair


def scored(bureau: Any, *points: int, act: str = "repeated") -> None:
    """Scores of the national rule, decided on 1, 2, … February 2026."""
    for number, one in enumerate(points, 1):
        given = score(
            one, act if one > 6 else "out_of_scope", date(2025, 6, 1), date(2026, 2, number)
        )
        basis = p.Basis(p.BasisKind.DOCUMENT, f"{number}号", date(2026, 2, number), "局")
        bureau.do("agency", p.RecordScore(**{**vars(given), "basis": basis}))


def recorded(bureau: Any, **more: Any) -> p.RecordRepair:
    evidence = f"E{len(bureau.state(FILE).repairs) + 1}"
    if not bureau.state(f"evidence:{evidence}").version:
        bureau.evidence(evidence)
    values: dict[str, Any] = {
        "activity": p.RepairKind.PUBLICITY, "title": "医保政策进社区", "held_on": bureau.today,
        "certificate": evidence,
    }  # fmt: skip
    return p.RecordRepair(prac_psn_code="D1", **(values | more))


def decision(number: int, *, approve: bool = True, reasons: str = "") -> p.DecideRepair:
    return p.DecideRepair(
        prac_psn_code="D1", repair_id=f"X{number}", approve=approve, reasons=reasons
    )


def repaired(bureau: Any, times: int) -> None:
    for _ in range(times):
        bureau.do("office", recorded(bureau))
        bureau.do("sup", decision(len(bureau.state(FILE).repairs)))


def test_it_is_off_until_the_bureau_enables_it(bureau: Any) -> None:
    scored(bureau, 5)
    assert bureau.refused("office", recorded(bureau)) == "REPAIR_DISABLED"
    bureau.parameter("national_repair", "points")
    assert bureau.do("office", recorded(bureau)) == ["RepairRecorded", "ProvedOnFile"]
    # Until somebody else recognised it, nothing is off.
    assert totals(bureau.state(FILE)) == {2026: 5}
    assert bureau.refused("office", decision(1)) == "ROLE_REQUIRED"
    bureau.parameter("national_repair", "disabled")
    assert bureau.refused("sup", decision(1)) == "REPAIR_DISABLED"
    no = decision(1, approve=False, reasons="与医保无关")
    assert bureau.do("sup", no) == ["RepairDecided"]
    assert (totals(bureau.state(FILE)), bureau.state(FILE).repairs[0].points) == ({2026: 5}, 0)


def test_four_points_a_year_and_no_score_is_deleted(bureau: Any) -> None:
    assert REPAIR is not None
    assert (REPAIR.points_each, REPAIR.points_max, REPAIR.mark) == (1, 4, "S")
    scored(bureau, 6)
    bureau.parameter("national_repair", "points")
    repaired(bureau, 4)
    file = bureau.state(FILE)
    assert (totals(file), standing(file, bureau.today).total) == ({2026: 2}, 2)
    assert [entry.points for entry in file.entries] == [6]
    # What held on an earlier day is not changed by it.
    assert standing(file, bureau.today - timedelta(days=1)).total == 6
    assert bureau.refused("office", recorded(bureau)) == "REPAIR_SPENT"


def test_never_more_than_was_taken_and_never_below_zero(bureau: Any) -> None:
    scored(bureau, 4)
    bureau.do("agency2", recorded_lower(bureau))
    bureau.parameter("national_repair", "points")
    repaired(bureau, 3)
    bureau.do("head", p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="1", reasons="x"))
    scored_again = score(5, "out_of_scope", date(2025, 7, 1), bureau.today)
    bureau.do("agency", scored_again)
    # What was repaired of a score that fell does not lower another one in advance.
    assert 0 <= totals(bureau.state(FILE))[2026] <= 5


def recorded_lower(bureau: Any) -> Any:
    """Nothing but a place of practice: another hand on the file."""
    return p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="H34162300002")


def test_a_lower_total_keeps_a_later_score_from_suspending(bureau: Any) -> None:
    scored(bureau, 5)
    bureau.parameter("national_repair", "points")
    repaired(bureau, 2)
    bureau.wait(1)
    bureau.do("agency", score(5, "out_of_scope", date(2025, 7, 1), bureau.today))
    file = bureau.state(FILE)
    assert (totals(file), sanctions(file)) == ({2026: 8}, ())


def test_points_alone_leave_a_suspension_as_it_runs(bureau: Any) -> None:
    scored(bureau, 5, 5)
    (before,) = sanctions(bureau.state(FILE))
    bureau.parameter("national_repair", "points")
    repaired(bureau, 2)
    assert sanctions(bureau.state(FILE)) == (before,)


def test_where_the_bureau_says_so_a_suspension_gets_shorter(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    scored(bureau, 5, 5)
    bureau.parameter("national_repair", "suspension")
    bureau.parameter("national_repair_min_days", "60")
    bureau.do("office", recorded(bureau))
    assert bureau.refused("sup", decision(1)) == "REPAIR_TOO_EARLY"
    # Ten points of 2 February are four months; nine are two, which are over by the day itself.
    bureau.wait(40)
    bureau.do("sup", decision(1))
    file = bureau.state(FILE)
    assert [one.until for one in sanctions(file)] == [bureau.today - timedelta(days=1)]
    assert standing(file, bureau.today).status is Status.NORMAL
    assert standing(file, bureau.today - timedelta(days=1)).status is Status.SUSPENDED


def test_a_shorter_suspension_still_runs_its_months(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    scored(bureau, 5, 5)
    bureau.parameter("national_repair", "suspension")
    repaired(bureau, 1)
    assert [one.until for one in sanctions(bureau.state(FILE))] == [date(2026, 4, 1)]
    repaired(bureau, 1)
    file = bureau.state(FILE)
    assert [one.until for one in sanctions(file)] == [bureau.today - timedelta(days=1)]


def test_a_termination_is_not_repaired(bureau: Any) -> None:
    bureau.parameter("national_repair", "suspension")
    bureau.do("agency", score(12, "tiaoli_40", date(2025, 6, 1), date(2026, 2, 1)))
    before = sanctions(bureau.state(FILE))
    assert bureau.refused("office", recorded(bureau)) == "REPAIR_NOT_OPEN"
    assert sanctions(bureau.state(FILE)) == before
    acts = {
        one.name for one in next_actions(bureau.state(FILE), bureau.people["office"], bureau.at)
    }
    assert "RecordRepair" not in acts


def test_points_of_the_county_rule_are_not_the_national_rules_to_repair(bureau: Any) -> None:
    bureau.parameter("national_repair", "points")
    bureau.do("agency", score(4, "tiaoli_38_39", date(2024, 6, 1), date(2026, 2, 1)))
    assert bureau.refused("office", recorded(bureau)) == "REPAIR_SPENT"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"held_on": date(2026, 1, 20)}, "DATE_ORDER"),
        ({"held_on": date(2027, 1, 1)}, "DATE_ORDER"),
        ({"title": " "}, "FIELD_REQUIRED"),
        ({"certificate": "none"}, "NOT_FOUND"),
    ],
)
def test_what_an_activity_has_to_show(bureau: Any, more: dict[str, Any], code: str) -> None:
    scored(bureau, 5)
    bureau.parameter("national_repair", "points")
    assert bureau.refused("office", recorded(bureau, **more)) == code


def test_one_certificate_one_repair_and_other_eyes(bureau: Any) -> None:
    scored(bureau, 5)
    bureau.parameter("national_repair", "points")
    bureau.do("agency", recorded(bureau))
    assert bureau.refused("office", recorded(bureau, certificate="E1")) == "ALREADY_EXISTS"
    assert bureau.refused(bureau.promoted("agency"), decision(1)) == "FOUR_EYES"
    assert bureau.refused("sup", decision(1, approve=False)) == "FIELD_REQUIRED"
    bureau.do("chief", decision(1))
    assert bureau.refused("sup", decision(1)) in {"ALREADY_DONE", "STEP_MISSING"}
