"""A certificate that ends while the application runs: on which days that is told, and to whom. Pure."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casework.commands import case as c
from casework.commands import restoration as r
from casework.notices.rows import To, certificate_warn_days, certificate_words
from casework.restoration.lapses import LAPSED, NEAR, lapses, told_now
from tests.unit.casework.test_points_path import FILE, FRAUD_2024, apply, studied
from tests.unit.casework.verified import VERIFIED

#: The day of the fixture's clock is 2026-03-02.
UNTIL = date(2026, 4, 20)


def study(until: date, **more: Any) -> r.RecordStudy:
    given = {"course": "医保政策", "hours": Decimal(4), "certificate": "E3", **more}
    return r.RecordStudy(
        prac_psn_code="D1", studied_on=date(2026, 2, 1), valid_until=until, **given
    )


def running(bureau: Any) -> Any:
    studied(bureau)
    bureau.evidence("E3")
    return bureau


def days(bureau: Any) -> list[tuple[date, int, str]]:
    return [(one.day, one.distance, one.of) for one in lapses(bureau.state(FILE))]


def test_it_is_told_at_each_distance_and_on_the_first_day_after() -> None:
    assert certificate_warn_days() == (30, 7)
    assert certificate_words().keys() == {NEAR, LAPSED}
    for words in certificate_words().values():
        assert words.to == {To.DOCTOR, To.PLACES, To.SUPERVISORS}
        assert "{day}" in words.zh
        assert "{day}" in words.en


def test_days_before_and_after_the_last(bureau: Any) -> None:
    running(bureau).do("office", study(UNTIL))
    assert days(bureau) == [
        (date(2026, 3, 21), 30, NEAR),
        (date(2026, 4, 13), 7, NEAR),
        (date(2026, 4, 21), 0, LAPSED),
    ]


def test_of_distances_over_when_it_was_recorded_the_nearest_is_told_the_next_day(
    bureau: Any,
) -> None:
    running(bureau).do("office", study(date(2026, 3, 8)))
    assert days(bureau) == [(date(2026, 3, 3), 7, NEAR), (date(2026, 3, 9), 0, LAPSED)]
    bureau.evidence("E4")
    bureau.do("office", study(date(2026, 2, 20), certificate="E4"))
    assert (date(2026, 3, 3), 0, LAPSED) in days(bureau)


def test_the_file_says_what_is_near_and_what_lapsed(bureau: Any) -> None:
    running(bureau).do("office", study(UNTIL))
    file = bureau.state(FILE)
    assert told_now(file, date(2026, 3, 20)) == ()
    assert [lapsed for _, lapsed in told_now(file, date(2026, 3, 21))] == [False]
    assert [lapsed for _, lapsed in told_now(file, UNTIL)] == [False]
    assert [lapsed for _, lapsed in told_now(file, UNTIL + timedelta(days=1))] == [True]


def test_nothing_is_told_of_what_counts_for_nothing_or_is_decided(bureau: Any) -> None:
    running(bureau)
    # A failed exam brings no point, whatever its certificate.
    failed = r.RecordExam(
        prac_psn_code="D1", exam="补考", mark=20, held_on=date(2026, 2, 25), certificate="E3",
        valid_until=UNTIL,
    )  # fmt: skip
    bureau.do("office", failed)
    assert days(bureau) == []
    bureau.evidence("E4")
    bureau.do("office", study(UNTIL, certificate="E4"))
    assert len(days(bureau)) == 3
    struck = bureau.streams[FILE][:]
    bureau.do("sup", r.StrikeLearning(prac_psn_code="D1", certificate="E4", reasons="假"))
    assert days(bureau) == []
    bureau.streams[FILE] = struck
    own = {"prac_psn_code": "D1"}
    bureau.do("office", r.SubmitRestoration(**own))
    bureau.do("party", r.GivePartyOpinion(**own, outcome=c.Outcome.APPROVED))
    bureau.do("sup", r.ReviewRestoration(**own, outcome=c.Outcome.APPROVED, **VERIFIED))
    assert len(days(bureau)) == 3
    bureau.do("head", r.DecideRestoration(**own, outcome=c.Outcome.APPROVED))
    assert days(bureau) == []


def test_nor_of_an_application_that_was_withdrawn(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    apply(bureau)
    bureau.evidence("E3")
    bureau.do("office", study(UNTIL))
    assert len(days(bureau)) == 3
    bureau.do("doc", r.WithdrawRestoration(prac_psn_code="D1"))
    assert days(bureau) == []
