"""On which days a sanction of a doctor ends by itself, and what is then told: pure."""

from datetime import date
from typing import Any

from casework.commands import points as p
from casework.notices.rows import To, sanction_words
from casework.points.ends import AFTER, End, ends
from casework.points.standing import Status
from tests.unit.casework.test_points_path import FILE, score

CONDUCT, DECIDED = date(2025, 6, 1), date(2026, 2, 20)
NINE = score(9, "billing_for_barred", CONDUCT, DECIDED)


def test_each_end_has_words_for_the_doctor_his_places_and_the_agency() -> None:
    assert sanction_words().keys() == {kind.value for kind in AFTER}
    for words in sanction_words().values():
        assert words.to == {To.DOCTOR, To.PLACES, To.AGENCY}


def test_a_suspension_ends_on_the_day_after_its_last(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", NINE)
    assert ends(bureau.state(FILE)) == (End(date(2026, 4, 20), Status.SUSPENDED, ("S1",)),)


def test_a_ban_ends_and_a_suspension_before_it_does_not(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", NINE)
    bureau.do("agency", score(3, "agreement_breach", CONDUCT, date(2026, 3, 1)))
    # Twelve points in the year: the suspension never runs out.
    assert ends(bureau.state(FILE)) == (End(date(2027, 3, 1), Status.TERMINATED, ("S1", "S2")),)


def test_a_longer_suspension_takes_the_place_of_the_shorter(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", NINE)
    bureau.do("agency", score(1, "agreement_breach", CONDUCT, date(2026, 3, 1)))
    assert [(end.day, end.entry_ids) for end in ends(bureau.state(FILE))] == [
        (date(2026, 7, 1), ("S1", "S2"))
    ]


def test_what_was_over_before_it_was_recorded_is_no_end(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", score(9, "billing_for_barred", CONDUCT, date(2025, 10, 1)))
    assert ends(bureau.state(FILE)) == ()


def test_an_annulled_score_ends_nothing_later(bureau: Any) -> None:
    bureau.do("agency", NINE)
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="复议1号", reasons="撤销")
    bureau.do("head", annul)
    assert ends(bureau.state(FILE)) == ()
