"""Periods that the law lets run from the day on which a paper was received."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.cases.collect import suit_ends
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import deadlines
from casework.clocks.periods import foreseen
from casework.commands import case as c
from casework.commands import referral as r
from tests.unit.casework.test_execution import served
from tests.unit.casework.test_handling_remedies import ended, filed, handled
from tests.unit.casework.test_referral_first import approve, report, send

UPHELD = c.RemedyOutcome.UPHELD


def reviewed(bureau: Any) -> str:
    no = served(bureau)
    filed(bureau, no)
    bureau.wait(20)
    return no


def sued_until(day: date) -> date:
    return local_date(foreseen("suit_after_review", day))


def due(bureau: Any, no: str) -> dict[str, date]:
    clocks = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return {one.id: local_date(one.due) for one in clocks if one.due}


def test_after_a_review_the_fifteen_days_run_from_the_receipt(bureau: Any) -> None:
    no = reviewed(bureau)
    decided, received = bureau.today - timedelta(days=9), bureau.today - timedelta(days=2)
    close = replace(ended(bureau, no, UPHELD), decided_on=decided, received_on=received)
    early = replace(close, received_on=decided - timedelta(days=1))
    late = replace(close, received_on=bureau.today + timedelta(days=1))
    assert bureau.refused("legal", early) == bureau.refused("legal", late) == "DATE_ORDER"
    bureau.do("legal", close)
    assert due(bureau, no)["suit_after_review"] == sued_until(received)
    case = bureau.state(f"case:{no}")
    assert local_date(suit_ends(case)) == sued_until(received)
    # The surcharge rests to the day of the decision, not to that of its receipt.
    assert case.remedies[0].decided_on == decided


@pytest.mark.parametrize("told", [True, False])
def test_without_a_day_they_run_from_the_decision(bureau: Any, told: bool) -> None:
    no = reviewed(bureau)
    decided = bureau.today - timedelta(days=9)
    bureau.do("legal", replace(ended(bureau, no, UPHELD), decided_on=decided))
    chain = bureau.streams[f"case:{no}"]
    at = next(n for n, event in enumerate(chain) if event.type == "RemedyClosed")
    if not told:
        old = {key: value for key, value in chain[at].data.items() if key != "received_on"}
        chain[at] = replace(chain[at], data=old)
    assert due(bureau, no)["suit_after_review"] == sued_until(decided)
    ends = local_date(suit_ends(bureau.state(f"case:{no}")))
    assert ends == sued_until(decided)


def test_of_a_handling_as_well(bureau: Any) -> None:
    no = handled(bureau)
    filed(bureau, no)
    bureau.wait(20)
    decided, received = bureau.today - timedelta(days=9), bureau.today
    bureau.do("legal", replace(ended(bureau, no, UPHELD), decided_on=decided, received_on=received))
    assert due(bureau, no)["handling_suit"] == sued_until(received)


@pytest.mark.parametrize(
    ("answer", "row"),
    [(r.PoliceAnswer.FILED, "referral_items"), (r.PoliceAnswer.NOT_FILED, "referral_objection")],
)
def test_what_follows_the_police_s_answer_runs_from_its_receipt(
    bureau: Any, answer: r.PoliceAnswer, row: str
) -> None:
    no = bureau.investigated()
    bureau.refer(report(no))
    approve(bureau, no)
    send(bureau, no)
    sent = bureau.today
    bureau.do("ins1", r.RecordReceipt(case_no=no, receipt_no="1", received_at=bureau.at))
    bureau.wait(6)
    told = r.RecordPoliceAnswer(
        case_no=no, answer=answer, document_no="2", reasons="x",
        received_on=bureau.today - timedelta(days=2),
    )  # fmt: skip
    early = replace(told, received_on=sent - timedelta(days=1))
    late = replace(told, received_on=bureau.today + timedelta(days=1))
    assert bureau.refused("ins1", early) == bureau.refused("ins1", late) == "DATE_ORDER"
    received = told.received_on
    assert received is not None
    bureau.do("ins1", told)
    assert due(bureau, no)[row] == received + timedelta(days=3)
