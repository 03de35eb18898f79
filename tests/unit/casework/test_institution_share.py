"""What the share of barred staff suggests for their institution: at 20 % and at 50 %, inclusive."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.commands import measures as m
from casework.commands import points as p
from casework.commands.naming import Named, references_of
from casework.measures.rows import term_on
from casework.points.institution import barred_staff, effect_of, effects
from casework.refusal import Refusal

DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("barred", "staff", "expected"),
    [
        (0, 0, None),
        (1, 6, None),
        (1, 5, "settlement_20"),
        (49, 100, "settlement_20"),
        (1, 2, "agreement_50"),
        (3, 3, "agreement_50"),
    ],
)
def test_the_share_decides(barred: int, staff: int, expected: str | None) -> None:
    effect = effect_of(barred, staff, DAY)
    assert (effect.id if effect else None) == expected


def test_nothing_follows_before_the_rule() -> None:
    assert effect_of(5, 5, date(2024, 12, 31)) is None


@given(st.integers(0, 200), st.integers(1, 200))
def test_one_more_never_means_less(barred: int, staff: int) -> None:
    now, then = effect_of(barred, staff, DAY), effect_of(barred + 1, staff, DAY)
    assert (now.share if now else 0) <= (then.share if then else 0)


FIRST, SECOND, THIRD = "H34162300001", "H2", "H3"


def scored(bureau: Any, place: str, points: int) -> None:
    record = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李医生", fixmedins_code=place,
        act="tiaoli_38_39" if points == 4 else "billing_for_barred",
        responsibility=p.Responsibility.PRIMARY, points=points, conduct_on=date(2025, 6, 1), conduct_to=date(2025, 6, 1),
        basis=p.Basis(p.BasisKind.DOCUMENT, f"{points}号", date(2026, 1, 5), "局"),
        reasons="主要责任", departure="依本局裁量说明",
    )  # fmt: skip
    bureau.do("agency", record)


def test_somebody_barred_counts_at_every_place_where_he_practised_then(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    scored(bureau, FIRST, 4)
    # Where he did it is not where he works.
    scored(bureau, THIRD, 8)
    assert set(barred_staff([bureau.state("points:D1")], DAY)) == {FIRST}
    practise = p.AddPracticePoint(
        prac_psn_code="D1", fixmedins_code=SECOND, practised_from=date(2025, 12, 1)
    )
    later = replace(practise, practised_from=bureau.today.replace(year=2027))
    assert bureau.refused("agency", later) == "DATE_ORDER"
    bureau.do("agency", practise)
    file = bureau.state("points:D1")
    found = barred_staff([file], DAY)
    assert {key: [one.code for one in rows] for key, rows in found.items()} == {
        FIRST: ["D1"], SECOND: ["D1"],
    }  # fmt: skip
    assert found[SECOND][0].since == date(2026, 1, 5)
    # The day before it happened, and after the next New Year, nobody counts.
    for on in (date(2026, 1, 4), date(2025, 12, 31), date(2027, 1, 1)):
        assert barred_staff([file], on) == {}


def test_letting_him_go_frees_nobody_and_taking_him_charges_nobody(bureau: Any) -> None:
    scored(bureau, FIRST, 4)
    scored(bureau, FIRST, 8)
    day = bureau.today
    bureau.wait(3)
    left = p.LeavePractice(prac_psn_code="D1", fixmedins_code=FIRST, left_on=bureau.today)
    bureau.do("agency", left)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=SECOND))
    file = bureau.state("points:D1")
    assert file.institutions == (SECOND,)
    for on in (day, bureau.today, DAY):
        assert set(barred_staff([file], on)) == {FIRST}, on


def test_who_had_left_before_it_began_does_not_count_there(bureau: Any) -> None:
    scored(bureau, FIRST, 4)
    left = p.LeavePractice(prac_psn_code="D1", fixmedins_code=FIRST, left_on=bureau.today)
    bureau.do("agency", left)
    bureau.wait(1)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=SECOND))
    scored(bureau, FIRST, 8)
    assert set(barred_staff([bureau.state("points:D1")], DAY)) == {SECOND}


@pytest.mark.parametrize("effect", effects(), ids=lambda effect: effect.id)
def test_each_effect_leads_to_a_measure_on_its_own_dated_ground(bureau: Any, effect: Any) -> None:
    ground = term_on(effect.term, effect.valid_from)
    assert ground.valid_from == effect.valid_from
    assert ground.mark == effect.mark
    where = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": "H34162300001"}
    propose = m.ProposeMeasure(
        **where,
        subject_name="云溪县人民医院",
        term=effect.term,
        months=3,
        document_no="云医保协〔2026〕7号",
        reasons=f"{effect.share}% 人员被暂停、终止",
    )
    assert bureau.do("agency", propose) == ["MeasureProposed"]
    stream = "measures:institution:H34162300001"
    measure_id = bureau.state(stream).measures[-1].measure_id
    bureau.hear(propose, measure_id)
    bureau.do("chief", m.DecideMeasure(**where, measure_id=measure_id, approve=True))
    assert bureau.state(stream).holding(bureau.at) == ()
    bureau.measure_served(propose, measure_id)
    (held,) = bureau.state(stream).holding(bureau.at)
    assert held.kind is ground.kind
    assert held.row.stops


def score(**changes: Any) -> p.RecordScore:
    given: dict[str, Any] = {
        "prac_psn_code": "P1",
        "prac_psn_name": "药店负责人",
        "fixmedins_code": "P34162300001",
        "act": "agreement_breach",
        "responsibility": p.Responsibility.PRIMARY,
        "points": 3,
        "conduct_on": date(2025, 6, 1),
        "conduct_to": date(2025, 6, 1),
        "basis": p.Basis(p.BasisKind.DOCUMENT, "9号", date(2026, 1, 5), "局"),
        "reasons": "主要责任",
        **changes,
    }
    return p.RecordScore(**given)


def test_the_principal_of_a_pharmacy_is_covered_since_2025_only(bureau: Any) -> None:
    principal = score(staff=p.StaffKind.PHARMACY_PRINCIPAL)
    earlier = score(
        staff=p.StaffKind.PHARMACY_PRINCIPAL,
        conduct_on=date(2024, 6, 1),
        conduct_to=date(2024, 6, 1),
    )
    with pytest.raises(Refusal) as caught:
        bureau.do("agency", earlier)
    assert caught.value.code == "STAFF_NOT_COVERED"
    assert not bureau.state("points:P1").version
    bureau.do("agency", principal)
    assert bureau.state("points:P1").entries[0].staff == "pharmacy_principal"
    # He need not be in the register of health staff; a doctor has to be.
    assert [r.kind for r in references_of(principal)] == [Named.INSTITUTION]
    assert Named.DOCTOR in {r.kind for r in references_of(score())}


def test_another_place_of_practice_sees_the_file(bureau: Any) -> None:
    bureau.do("agency", score())
    place = p.AddPracticePoint(prac_psn_code="P1", fixmedins_code="H34162300009")
    bureau.do("agency", place)
    assert bureau.state("points:P1").institutions == ("P34162300001", "H34162300009")
    with pytest.raises(Refusal) as caught:
        bureau.do("agency", place)
    assert caught.value.code == "ALREADY_DONE"
    with pytest.raises(Refusal) as caught:
        bureau.do("office", replace(place, fixmedins_code="H34162300001"))
    assert caught.value.code == "ROLE_REQUIRED"
