"""A review that its applicant takes back decides nothing: the six months to sue go on (法释〔2018〕1号 58)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c


def taken_back(bureau: Any, outcome: c.RemedyOutcome = c.RemedyOutcome.WITHDRAWN) -> str:
    """Served on 2 March, a review from 7 March that ended on 12 March, pressed for in vain."""
    no: str = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    bureau.wait(5)
    review = c.RecordRemedy(
        case_no=no,
        kind=c.RemedyKind.REVIEW,
        body="市局",
        filed_on=bureau.today,
        document_no="受1号",
    )
    bureau.do("legal", review)
    bureau.wait(5)
    ended = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=outcome, document_no="终1号", decided_on=bureau.today,
        reasons="申请人撤回",
    )  # fmt: skip
    assert bureau.do("legal", ended) == ["RemedyClosed"]
    bureau.wait(20)
    bureau.issue(no, "pressing")
    bureau.do("ins1", c.PressPayment(case_no=no, way=way, served_on=bureau.today))
    bureau.wait(20)
    return no


def runs(bureau: Any, no: str) -> dict[str, Any]:
    return {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}


def test_the_six_months_go_on_and_the_court_waits_for_them(bureau: Any) -> None:
    no = taken_back(bureau)
    clocks = runs(bureau, no)
    assert "suit_after_review" not in clocks
    goes_on = clocks["suit_after_withdrawal"]
    assert (local_date(goes_on.due), goes_on.clock) == (date(2026, 9, 2), Clock.RUNNING)
    ask = c.ApplyToCourt(case_no=no, court="县法院", document_no="强1号")
    assert bureau.refused("head", ask) == "PERIOD_RUNNING"
    bureau.at = datetime(2026, 9, 10, 2, tzinfo=UTC)
    assert bureau.do("head", ask) == ["CourtApplied"]


def test_after_the_six_months_and_three_more_it_is_over(bureau: Any) -> None:
    no = taken_back(bureau)
    bureau.at = datetime(2026, 12, 4, 2, tzinfo=UTC)
    ask = c.ApplyToCourt(case_no=no, court="县法院", document_no="强1号")
    assert bureau.refused("head", ask) == "PERIOD_OVER"


def test_a_review_that_decided_leaves_fifteen_days(bureau: Any) -> None:
    no = taken_back(bureau, c.RemedyOutcome.UPHELD)
    clocks = runs(bureau, no)
    assert "suit_after_withdrawal" not in clocks
    assert local_date(clocks["suit_after_review"].due) == date(2026, 3, 27)
    ask = c.ApplyToCourt(case_no=no, court="县法院", document_no="强1号")
    assert bureau.do("head", ask) == ["CourtApplied"]


@pytest.mark.parametrize("outcome", [c.RemedyOutcome.NOT_ACCEPTED, c.RemedyOutcome.INADMISSIBLE])
def test_a_review_that_was_not_heard_leaves_the_six_months(
    bureau: Any, outcome: c.RemedyOutcome
) -> None:
    no = taken_back(bureau, outcome)
    clocks = runs(bureau, no)
    assert "suit_after_review" not in clocks
    assert local_date(clocks["suit_after_withdrawal"].due) == date(2026, 9, 2)
    ask = c.ApplyToCourt(case_no=no, court="县法院", document_no="强1号")
    assert bureau.refused("head", ask) == "PERIOD_RUNNING"


def test_only_a_court_dismisses_claims(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    review = c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.REVIEW, body="市局", filed_on=bureau.today, document_no="受1号",
    )  # fmt: skip
    bureau.do("legal", review)
    ended = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.DISMISSED, document_no="终1号",
        decided_on=bureau.today, reasons="x",
    )  # fmt: skip
    assert bureau.refused("legal", ended) == "BAD_VALUE"


def test_a_withdrawal_after_the_six_months_ends_the_time_to_sue_that_day(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    review = c.RecordRemedy(
        case_no=no,
        kind=c.RemedyKind.REVIEW,
        body="市局",
        filed_on=bureau.today,
        document_no="受1号",
    )
    bureau.do("legal", review)
    bureau.at = datetime(2026, 10, 12, 2, tzinfo=UTC)
    ended = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.WITHDRAWN, document_no="终1号",
        decided_on=bureau.today, reasons="申请人撤回",
    )  # fmt: skip
    bureau.do("legal", ended)
    assert local_date(runs(bureau, no)["suit_after_withdrawal"].due) == date(2026, 10, 12)


def test_a_suit_that_is_withdrawn_is_not_brought_again(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    suit = c.RecordRemedy(
        case_no=no,
        kind=c.RemedyKind.SUIT,
        body="县法院",
        filed_on=bureau.today,
        document_no="受1号",
    )
    bureau.do("legal", suit)
    ended = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.WITHDRAWN, document_no="终1号",
        decided_on=bureau.today, reasons="原告撤诉",
    )  # fmt: skip
    bureau.do("legal", ended)
    clocks = runs(bureau, no)
    assert "court_application_after_suit" in clocks
    assert "suit_after_withdrawal" not in clocks
