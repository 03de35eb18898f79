"""Review and suit against what was decided on a restoration: their days, their outcome, and what follows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.commands import restoration as r
from casework.commands.case import Instance, RemedyKind, RemedyOutcome
from casework.points.consequences import consequences
from casework.points.freed import freed
from casework.points.standing import Status, standing
from casework.restoration.learn import earned
from casework.restoration.state import Step
from evidence.doctors import restoration as papers
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_served import NO, OWN, REGISTER, YES, offered, up_to

Paper = r.RestorationPaper


@pytest.fixture
def refused(bureau: Any) -> Any:
    """Refused by the head, signed and served today."""
    return served(up_to(bureau, NO))


@pytest.fixture
def restored(bureau: Any) -> Any:
    """Restored, registered and served today."""
    up_to(bureau, YES)
    served(bureau)
    bureau.do("office", REGISTER)
    return bureau


@pytest.fixture
def revoked(restored: Any) -> Any:
    """Restored, and revoked some days later; served."""
    restored.wait(10)
    restored.do("sup", r.ProposeRevocation(**OWN, reasons="证书造假"))
    restored.do("doc", r.StateOnRevocation(**OWN, text="x"))
    restored.do("head", r.RevokeRestoration(**OWN, reasons="骗取恢复"))
    return served(restored)


def served(bureau: Any) -> Any:
    bureau.restoration_served()
    return bureau


def went(
    bureau: Any, kind: RemedyKind = RemedyKind.REVIEW, **more: Any
) -> r.RecordRestorationRemedy:
    given: dict[str, Any] = {
        "kind": kind, "body": "云溪县人民政府", "filed_on": bureau.today, "document_no": "云政复受〔2026〕1号",
        "paper_scan": bureau.evidence(f"受理-{len(bureau.streams)}"), **more,
    }  # fmt: skip
    return r.RecordRestorationRemedy(**OWN, **given)


def came(bureau: Any, outcome: RemedyOutcome, **more: Any) -> r.CloseRestorationRemedy:
    last = bureau.state(FILE).restorations
    open_one = next(x for one in last for x in one.remedies if x.outcome is None)
    given: dict[str, Any] = {
        "remedy_id": open_one.remedy_id, "outcome": outcome, "document_no": "云政复决〔2026〕1号",
        "decided_on": bureau.today, "reasons": "事实不清",
        "paper_scan": bureau.evidence(f"决定-{len(bureau.streams)}"), **more,
    }  # fmt: skip
    return r.CloseRestorationRemedy(**OWN, **given)


def clock(bureau: Any, row: str) -> Deadline | None:
    found = [one for one in deadlines(bureau.streams[FILE], bureau.at) if one.id == row]
    return found[-1] if found else None


def last(bureau: Any) -> Any:
    return bureau.state(FILE).restoration


def test_sixty_days_and_six_months_run_from_the_service(refused: Any) -> None:
    review, suit = clock(refused, "restoration_review"), clock(refused, "restoration_suit")
    assert review is not None and suit is not None  # noqa: PT018
    assert review.clock is suit.clock is Clock.RUNNING
    assert suit.due - review.due > timedelta(days=100)
    assert "第四十六条" in suit.basis
    refused.do("legal", went(refused))
    met = clock(refused, "restoration_review")
    assert met is not None
    assert met.clock is Clock.MET
    assert clock(refused, "restoration_suit") is None


@pytest.mark.parametrize(
    ("who", "code"), [("doc", "ROLE_REQUIRED"), ("office", "ROLE_REQUIRED"), ("agency", "ROLE_REQUIRED")]
)  # fmt: skip
def test_who_records_it(refused: Any, who: str, code: str) -> None:
    wanted = went(refused)
    before = len(refused.streams[FILE])
    assert refused.refused(who, wanted) == code
    assert len(refused.streams[FILE]) == before
    assert "RecordRestorationRemedy" in offered(refused, "legal")


def test_nothing_is_attacked_before_it_was_served(bureau: Any) -> None:
    up_to(bureau, NO)
    bureau.restoration_signed()
    assert bureau.refused("legal", went(bureau)) == "STEP_MISSING"
    assert "RecordRestorationRemedy" not in offered(bureau, "legal")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"filed_on": date(2020, 1, 1)}, "DATE_ORDER"),
        ({"filed_on": date(2099, 1, 1)}, "DATE_ORDER"),
        ({"paper_scan": ""}, "FIELD_REQUIRED"),
        ({"body": " "}, "FIELD_REQUIRED"),
        ({"application_id": "R9"}, "NOT_FOUND"),
        ({"fixmedins_code": "H99999999999"}, "NOT_FOUND"),
    ],
)
def test_what_is_asked_of_the_entry(refused: Any, change: dict[str, Any], code: str) -> None:
    wanted = went(refused)
    assert refused.refused("legal", replace(wanted, **change)) == code


def test_one_after_the_other_and_no_review_of_what_a_court_has(refused: Any) -> None:
    refused.do("legal", went(refused))
    assert refused.refused("legal", went(refused, RemedyKind.SUIT)) == "STEP_MISSING"
    refused.do("legal", came(refused, RemedyOutcome.UPHELD))
    after = clock(refused, "restoration_suit_after_review")
    assert after is not None
    assert after.clock is Clock.RUNNING
    assert refused.refused("legal", went(refused)) == "BAD_VALUE"
    refused.do("legal", went(refused, RemedyKind.SUIT))
    assert last(refused).step is Step.REFUSED


def test_a_review_taken_back_leaves_the_six_months(refused: Any) -> None:
    ends = clock(refused, "restoration_suit")
    assert ends is not None
    refused.do("legal", went(refused))
    refused.do("legal", came(refused, RemedyOutcome.WITHDRAWN))
    left = clock(refused, "restoration_suit_after_withdrawal")
    assert left is not None
    assert left.due == ends.due
    refused.do("legal", went(refused))


@pytest.mark.parametrize("outcome", [RemedyOutcome.ANNULLED, RemedyOutcome.REMADE])
def test_a_refusal_that_fell_is_decided_anew(refused: Any, outcome: RemedyOutcome) -> None:
    refused.do("legal", went(refused))
    until = refused.today + timedelta(days=30)
    close = came(refused, outcome, redo_by=until)
    assert refused.do("legal", close) == [
        "RestorationRemedyClosed", "RestorationReopened", "ScanServes",
    ]  # fmt: skip
    one = last(refused)
    assert (one.step, one.services) == (Step.BUREAU, ())
    assert {p.paper for p in one.papers} == {Paper.MINUTES, Paper.REVIEW_FORM}
    anew = clock(refused, "restoration_anew")
    assert anew is not None
    assert (anew.due + timedelta(hours=8)).date() == until
    assert refused.refused("office", REGISTER) == "STEP_MISSING"
    refused.do("head", r.DecideRestoration(**OWN, outcome=YES))
    refused.restoration_served()
    refused.do("office", REGISTER)
    assert standing(refused.state(FILE), refused.today).status is Status.NORMAL


def test_a_second_refusal_can_be_attacked_again(refused: Any) -> None:
    refused.do("legal", went(refused))
    refused.do("legal", came(refused, RemedyOutcome.REMADE))
    refused.do("head", r.DecideRestoration(**OWN, outcome=NO, reasons="新的理由"))
    refused.restoration_served()
    assert clock(refused, "restoration_review").clock is Clock.RUNNING  # type: ignore[union-attr]
    assert refused.do("legal", went(refused))[0] == "RestorationRemedyRecorded"
    assert [one.former for one in last(refused).remedies] == [True, False]


def test_a_review_may_restore_by_itself_and_a_court_orders_a_new_decision(refused: Any) -> None:
    refused.do("legal", went(refused))
    told = consequences_of(refused, came(refused, RemedyOutcome.CHANGED))
    assert any("重新登记备案" in one for one in told)
    refused.do("legal", came(refused, RemedyOutcome.CHANGED))
    assert last(refused).step is Step.REGISTRATION
    file = refused.state(FILE)
    assert "变更为恢复" in str(papers.decision(file, file.restoration, "云溪县医保局"))
    assert refused.do("office", REGISTER) == ["DoctorReRegistered"]


def test_a_court_changes_nothing_itself(refused: Any) -> None:
    refused.do("legal", went(refused, RemedyKind.SUIT, body="云溪县人民法院"))
    change = came(refused, RemedyOutcome.CHANGED, instance=Instance.IN_FORCE)
    assert refused.refused("legal", change) == "BAD_VALUE"
    assert refused.refused("legal", replace(change, instance=None)) == "FIELD_REQUIRED"
    open_to_appeal = replace(
        change, outcome=RemedyOutcome.ANNULLED, instance=Instance.APPEALABLE_JUDGMENT
    )
    assert refused.refused("legal", open_to_appeal) == "BAD_VALUE"
    lost = replace(open_to_appeal, outcome=RemedyOutcome.UPHELD)
    refused.do("legal", lost)
    appeal = clock(refused, "restoration_appeal")
    assert appeal is not None
    assert (appeal.due + timedelta(hours=8)).date() >= refused.today + timedelta(days=15)
    refused.do("legal", went(refused, RemedyKind.SUIT, body="市中级人民法院"))
    assert clock(refused, "restoration_appeal").clock is Clock.MET  # type: ignore[union-attr]


def test_a_restoration_that_fell_ends_from_that_day_and_is_decided_anew(restored: Any) -> None:
    restored.wait(5)
    place = restored.state(FILE).fixmedins_code
    restored.do("legal", went(restored, fixmedins_code=place))
    restored.wait(20)
    points = earned(restored.state(FILE))
    restored.do("legal", came(restored, RemedyOutcome.ANNULLED))
    file = restored.state(FILE)
    assert [one.step for one in file.restorations] == [Step.ANNULLED, Step.BUREAU]
    assert standing(file, restored.today).status is Status.TERMINATED
    assert standing(file, restored.today - timedelta(days=2)).billable
    # What was learnt and said goes on with it.
    assert earned(file) == points
    assert clock(restored, "restoration_anew").clock is Clock.RUNNING  # type: ignore[union-attr]
    restored.do("head", r.DecideRestoration(**OWN, outcome=YES))
    restored.restoration_served()
    restored.do("office", REGISTER)
    assert standing(restored.state(FILE), restored.today).status is Status.NORMAL
    first = restored.state(FILE).restorations[0]
    assert "不再有效" in str(papers.decision(file, first, "云溪县医保局"))


def test_of_a_revocation_that_fell_the_restoration_stands_and_fees_are_settled(
    revoked: Any,
) -> None:
    assert not standing(revoked.state(FILE), revoked.today).billable
    revoked.do("legal", went(revoked, RemedyKind.SUIT, body="云溪县人民法院"))
    revoked.wait(40)
    barred_from = last(revoked).revoked_on
    close = came(revoked, RemedyOutcome.ANNULLED, instance=Instance.IN_FORCE)
    assert any("补结" in one for one in consequences_of(revoked, close))
    assert revoked.do("legal", close)[:2] == ["RestorationRemedyClosed", "RevocationAnnulled"]
    file = revoked.state(FILE)
    assert file.restoration.step is Step.RESTORED
    assert standing(file, revoked.today).billable
    (days,) = freed("D1", revoked.streams[FILE])
    assert (days.starts, days.entry_id) == (barred_from, "R1")


def test_an_application_since_is_not_touched_by_a_refusal_that_fell(refused: Any) -> None:
    refused.do("doc", r.ApplyRestoration(**OWN, statement="再次申请", commitment=True))
    assert last(refused).application_id == "R2"
    refused.do("legal", went(refused, application_id="R1"))
    refused.do("legal", came(refused, RemedyOutcome.ANNULLED))
    file = refused.state(FILE)
    assert [one.step for one in file.restorations] == [Step.REFUSED, Step.STUDYING]
    assert file.restorations[0].remedies[0].outcome == "annulled"


def test_the_outcome_is_the_legal_reviewers_next_step_and_told_once(refused: Any) -> None:
    wanted = went(refused)
    refused.do("legal", wanted)
    assert "CloseRestorationRemedy" in offered(refused, "legal")
    close = came(refused, RemedyOutcome.UPHELD)
    assert refused.refused("legal", replace(close, paper_scan="")) == "FIELD_REQUIRED"
    assert refused.refused("legal", replace(close, paper_scan=wanted.paper_scan)) == "SCAN_TAKEN"
    early = replace(close, decided_on=refused.today - timedelta(days=1))
    assert refused.refused("legal", early) == "DATE_ORDER"
    refused.do("legal", close)
    assert refused.refused("legal", close) == "STEP_MISSING"
    assert {wanted.paper_scan, close.paper_scan} <= refused.state(FILE).certificates


def test_seven_working_days_to_serve_run_from_the_decision(bureau: Any) -> None:
    up_to(bureau, NO)
    due = clock(bureau, "restoration_service")
    assert due is not None
    assert (due.clock, due.mark) == (Clock.RUNNING, "M")
    bureau.wait(20)
    assert clock(bureau, "restoration_service").clock is Clock.OVERDUE  # type: ignore[union-attr]
    bureau.restoration_served()
    assert clock(bureau, "restoration_service").clock is Clock.LATE  # type: ignore[union-attr]


def consequences_of(bureau: Any, command: Any) -> list[str]:
    from casework.points.fold import fold_points

    before = bureau.state(FILE)
    after = fold_points(
        "D1", [e for e in bureau.would("legal", command) if e.stream == FILE], before
    )
    return [one.zh for one in consequences(before, after, bureau.at)]
