"""Days that a fallen score had barred: what is to be settled, and which suspicions took them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from casework.commands import points as p
from casework.points.barred_key import barred_key
from casework.points.freed import freed
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_halts import DOCUMENT, FRAUD_2025, LATER, MINOR_2025

NINE = replace(MINOR_2025, act="billing_for_barred", points=9, basis=DOCUMENT)


def annul(bureau: Any, entry_id: str) -> None:
    bureau.do(
        "sup",
        p.AnnulScore(
            prac_psn_code="D1", entry_id=entry_id, document_no="复决1号", reasons="复议撤销"
        ),
    )


def of(bureau: Any) -> Any:
    return freed("D1", bureau.streams[FILE])


def test_days_of_a_bar_that_fell_are_freed_up_to_its_fall(bureau: Any) -> None:
    bureau.do("agency", NINE)
    since = bureau.today
    bureau.wait(20)
    assert of(bureau) == ()
    annul(bureau, "S1")
    (one,) = of(bureau)
    assert (one.starts, one.until, one.since) == (since, bureau.today, since)
    assert (one.entry_id, one.why, one.on) == ("S1", "复议撤销", bureau.today)
    assert barred_key("D1", "H1", "suspended", since) in one.keys("H1")
    assert barred_key("D1", "H2", "suspended", since) not in one.keys("H1")


def test_what_another_score_bars_still_is_not_freed(bureau: Any) -> None:
    bureau.do("agency", NINE)
    first = bureau.today
    bureau.wait(10)
    bureau.do("agency", replace(FRAUD_2025, basis=LATER))
    second = bureau.today
    bureau.wait(10)
    annul(bureau, "S1")
    (one,) = of(bureau)
    assert (one.starts, one.until) == (first, second - timedelta(days=1))


def test_a_score_that_barred_nobody_frees_nothing(bureau: Any) -> None:
    bureau.do(
        "agency", replace(MINOR_2025, conduct_on=date(2025, 3, 1), conduct_to=date(2025, 3, 1))
    )
    bureau.wait(5)
    annul(bureau, "S1")
    assert of(bureau) == ()
