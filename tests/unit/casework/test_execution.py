"""After the decision: surcharge by day, instalments, pressing, court, review and suit, publication."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.collect import review_first, suit_ends
from casework.cases.fold import fold_case
from casework.cases.parts import Paid, Part
from casework.cases.receipt import without_receipt
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.marks import due_marks
from casework.clocks.periods import is_over, period_end
from casework.commands import case as c
from casework.commands import points as p
from casework.commands.documents import VoidForm
from casework.decide import next_actions, step_of
from casework.documents.due import lacking, papers_signed
from casework.documents.effect import spot_papers
from casework.documents.serve import spot_report_of
from casework.events import Event, seal
from casework.law.surcharge import accrue, surcharge
from casework.ledger.accounts import Account
from casework.ledger.fold import fold_ledger
from casework.ledger.instalments import instalments
from casework.refusal import Refusal

RATE = Decimal("0.03")
FINE = Decimal("8226.00")
DUE = date(2026, 3, 20)


def served(bureau: Any) -> str:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def pay(bureau: Any, kind: c.PaymentKind, amount: str) -> c.RecordPayment:
    return c.RecordPayment(
        case_no="C1",
        kind=kind,
        amount=Decimal(amount),
        paid_on=bureau.today,
        voucher=f"v{len(bureau.streams['case:C1'])}",
    )


@given(st.decimals("1", "100000", places=2), st.integers(0, 60))
def test_three_percent_a_day_up_to_the_fine(fine: Decimal, days: int) -> None:
    found = accrue([Part(DUE, fine)], [], [], DUE + timedelta(days=days), RATE)
    assert found == min(fine, (fine * RATE * days).quantize(Decimal("0.01"), "ROUND_HALF_UP"))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_days_of_a_review_do_not_count(before: int, rest: int, after: int) -> None:
    filed = DUE + timedelta(days=before + 1)
    back = filed + timedelta(days=rest)
    on = back + timedelta(days=after)
    fine = Decimal("100000.00")
    found = accrue([Part(DUE, fine)], [], [(filed, back)], on, RATE)
    assert found == min(fine, fine * RATE * (before + after))
    still = accrue([Part(DUE, fine)], [], [(filed, None)], on, RATE)
    assert still == min(fine, fine * RATE * before)


def test_only_what_is_overdue_and_unpaid_counts() -> None:
    parts = [Part(DUE, Decimal("1000.00")), Part(DUE + timedelta(days=30), Decimal("1000.00"))]
    paid = [Paid("fine", Decimal("400.00"), DUE + timedelta(days=2))]
    # Two days on 1000, then three on 600: the second part is not due yet.
    assert accrue(parts, paid, [], DUE + timedelta(days=5), RATE) == Decimal("114.00")


def test_paid_in_time_costs_nothing(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(15)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == 0
    bureau.do("ins1", pay(bureau, c.PaymentKind.FINE, "8226.00"))
    bureau.wait(60)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == 0


def test_surcharge_is_paid_apart_and_never_more_than_due(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(20)
    owed = surcharge(bureau.state(f"case:{no}"), bureau.today)
    assert owed == FINE * RATE * 5
    assert bureau.refused("ins1", pay(bureau, c.PaymentKind.SURCHARGE, "1233.91")) == "BAD_VALUE"
    bureau.do("ins1", pay(bureau, c.PaymentKind.SURCHARGE, "1233.90"))
    bureau.do("ins1", pay(bureau, c.PaymentKind.FINE, "8226.00"))
    bureau.do("agency", pay(bureau, c.PaymentKind.RECOVERY, "4113.00"))
    bureau.receipts(no)
    bureau.approvals_signed(no)
    assert bureau.refused("ins1", bureau.closing(no, c.ClosingGround.COURT)) == "CLOSING_GROUND"
    assert bureau.close(no) == ["CaseClosed"]
    assert bureau.streams[f"case:{no}"][-1].data["ground"] == "executed"
    assert bureau.streams[f"case:{no}"][-1].data["outstanding"] == "0.00"


def test_instalments_add_up_and_move_the_due_days(bureau: Any) -> None:
    no = served(bureau)
    first, second = bureau.today + timedelta(days=30), bureau.today + timedelta(days=60)
    parts = (c.Instalment(first, Decimal("4000.00")), c.Instalment(second, Decimal("4226.00")))
    grant = c.GrantInstalments(case_no=no, instalments=parts, reasons="经济困难")
    assert bureau.refused("sup", grant) == "ROLE_REQUIRED"
    # Only upon the party's own request (处罚法 66), and once for each.
    assert bureau.refused("head", grant) == "STEP_MISSING"
    request = c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="资金周转困难")
    assert bureau.do("ins1", request) == ["InstalmentsRequested"]
    assert bureau.refused("ins1", request) == "ALREADY_DONE"
    refuse = c.RefuseInstalments(case_no=no, reasons="有能力一次缴清")
    assert bureau.do("head", refuse) == ["InstalmentsRefused"]
    assert bureau.refused("head", refuse) == bureau.refused("head", grant) == "STEP_MISSING"
    bureau.do("ins1", request)
    assert bureau.refused("head", replace(grant, instalments=parts[:1])) == "BAD_VALUE"
    bureau.do("head", grant)
    bureau.wait(32)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == Decimal("4000.00") * RATE * 2


def test_what_was_paid_before_is_no_part_of_the_instalments(bureau: Any) -> None:
    """Also where the first part is due before the lawful time would have ended."""
    no = served(bureau)
    bureau.do("ins1", pay(bureau, c.PaymentKind.FINE, "226.00"))
    soon, late = bureau.today + timedelta(days=3), bureau.today + timedelta(days=40)
    parts = (c.Instalment(soon, Decimal("4000.00")), c.Instalment(late, Decimal("4000.00")))
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="x"))
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="x"))
    found = instalments(bureau.state(f"case:{no}"), bureau.today)
    assert [(str(one.amount), str(one.paid)) for one in found] == [
        ("226.00", "226.00"), ("4000.00", "0.00"), ("4000.00", "0.00"),
    ]  # fmt: skip
    bureau.wait(4)
    case = bureau.state(f"case:{no}")
    assert [one.overdue for one in instalments(case, bureau.today)] == [False, True, False]
    assert surcharge(case, bureau.today) == Decimal("4000.00") * RATE


def test_pressing_and_court_in_their_order(bureau: Any) -> None:
    no = served(bureau)
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    assert bureau.refused("ins1", press) == "PERIOD_RUNNING"
    assert bureau.refused("head", court) == "STEP_MISSING"
    bureau.wait(20)
    press = replace(press, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "NOT_ISSUED"
    paper = bureau.issue(no, "pressing")
    bureau.do("ins1", press)
    assert bureau.state(f"case:{no}").services[-1].issue_id == paper
    assert (
        bureau.refused("ins1", VoidForm(case_no=no, issue_id=paper, reason="x")) == "PAPER_SERVED"
    )
    assert bureau.refused("head", court) == "PERIOD_RUNNING"
    # Served on 2 March: the party may sue until the end of 2 September.
    bureau.at = datetime(2026, 9, 2, 15, 59, tzinfo=UTC)
    assert bureau.refused("head", court) == "PERIOD_RUNNING"
    bureau.at += timedelta(minutes=1)
    assert bureau.do("head", court) == ["CourtApplied"]
    assert bureau.refused("head", court) == "ALREADY_DONE"
    applied = bureau.streams[f"case:{no}"][-1].data
    # The fine, as much again as surcharge, and what is to come back to the fund.
    assert (applied["amount"], applied["surcharge"], applied["recovery"]) == (
        "8226.00", "8226.00", "4113.00",
    )  # fmt: skip
    # What the court does not take up may be asked anew; nothing is ruled that was not asked.
    bureau.at += timedelta(days=5)
    refusal = c.RecordCourtRuling(
        case_no=no, ruling=c.CourtRuling.NOT_ENFORCED, ruled_on=bureau.today,
        document_no="裁1号", reasons="材料不齐",
    )  # fmt: skip
    early = replace(refusal, ruled_on=bureau.today - timedelta(days=6))
    assert bureau.refused("legal", early) == "DATE_ORDER"
    assert bureau.do("legal", refusal) == ["CourtRuled"]
    assert bureau.refused("legal", refusal) == "STEP_MISSING"
    assert bureau.do("head", court) == ["CourtApplied"]
    granted = replace(refusal, ruling=c.CourtRuling.ENFORCED, reasons="合法")
    assert bureau.do("legal", granted) == ["CourtRuled"]
    assert bureau.refused("legal", granted) == "ALREADY_DONE"
    # The case is closed for it; what the court brings in is recorded all the same.
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    assert paid(bureau, no, "8226.00") == ["PaymentRecorded", "FineMet"]
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED


def test_a_refusal_of_the_court_may_be_taken_to_the_higher_one_for_fifteen_days(
    bureau: Any,
) -> None:
    no = served(bureau)
    bureau.wait(20)
    bureau.issue(no, "pressing")
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("ins1", press)
    # Served on 2 March: six months to sue, then three to ask the court, so until 2 December.
    bureau.at = datetime(2026, 11, 30, 4, tzinfo=UTC)
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    bureau.do("head", court)
    bureau.at = datetime(2026, 12, 7, 4, tzinfo=UTC)
    refusal = c.RecordCourtRuling(
        case_no=no, ruling=c.CourtRuling.NOT_ENFORCED, ruled_on=bureau.today,
        document_no="裁1号", reasons="明显缺乏事实根据",
    )  # fmt: skip
    bureau.do("legal", refusal)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    due = clocks["court_refusal_review"].due
    assert due is not None
    assert local_date(due) == date(2026, 12, 22)
    bureau.at = due
    higher = replace(court, court="长岭市中级人民法院", document_no="复1号")
    late = bureau.at + timedelta(minutes=1)
    bureau.at, in_time = late, bureau.at
    assert bureau.refused("head", higher) == "PERIOD_OVER"
    bureau.at = in_time
    assert bureau.do("head", higher) == ["CourtApplied"]
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["court_refusal_review"].clock is Clock.MET


def test_a_closed_case_takes_no_money_that_nobody_owes(bureau: Any) -> None:
    no = served(bureau)
    paid(bureau, no, "8226.00")
    back = c.RecordPayment(
        case_no=no, kind=c.PaymentKind.RECOVERY, amount=Decimal("4113.00"), paid_on=bureau.today,
        voucher="V0",
    )  # fmt: skip
    bureau.do("ins1", back)
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    assert bureau.refused("ins1", back) == "NOTHING_OWED"


def test_court_too_late(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(20)
    bureau.issue(no, "pressing")
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("ins1", press)
    bureau.at += timedelta(days=270)
    court = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")
    assert bureau.refused("head", court) == "PERIOD_OVER"


def remedy(bureau: Any, kind: c.RemedyKind = c.RemedyKind.REVIEW) -> c.RecordRemedy:
    return c.RecordRemedy(
        case_no="C1", kind=kind, body="云溪县人民政府", filed_on=bureau.today, document_no="复1号"
    )


def outcome(bureau: Any, result: c.RemedyOutcome, fine: str | None = None) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no="C1",
        remedy_id="F1",
        outcome=result,
        document_no="复决1号",
        decided_on=bureau.today,
        reasons="x",
        fine=Decimal(fine) if fine else None,
    )


def test_a_review_changes_only_downwards_and_must_be_withdrawn_from_the_public(bureau: Any) -> None:
    no = served(bureau)
    published = c.PublishDecision(case_no=no, where="局官网", published_on=bureau.today)
    bureau.public(no)
    bureau.do("sup", published)
    bureau.do("legal", remedy(bureau))
    assert bureau.refused("legal", remedy(bureau, c.RemedyKind.SUIT)) == "STEP_MISSING"
    assert bureau.refused("ins1", bureau.closing(no)) == "STEP_MISSING"
    for worse in ("8226.00", "9000.00"):
        changed = outcome(bureau, c.RemedyOutcome.CHANGED, worse)
        assert bureau.refused("legal", changed) == "BAD_VALUE"
    bureau.wait(30)
    events = bureau.do("legal", outcome(bureau, c.RemedyOutcome.CHANGED, "4113.00"))
    assert events == ["RemedyClosed", "DecisionChanged"]
    assert bureau.state(f"case:{no}").decision.fine == Decimal("4113.00")
    clocks = {d.id for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert {"publication_withdrawal", "suit_after_review"} <= clocks
    withdrawn = c.WithdrawPublication(case_no=no, withdrawn_on=bureau.today, reason="复议变更")
    assert bureau.do("sup", withdrawn) == ["PublicationWithdrawn"]
    # Published as it stands now, nothing of the former is left to withdraw.
    again = replace(published, published_on=bureau.today)
    assert bureau.refused("sup", again) == "STEP_MISSING"
    bureau.public(no)
    bureau.do("sup", again)
    assert bureau.refused("sup", withdrawn) == "STEP_MISSING"
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["sup"], bureau.at)
    assert "WithdrawPublication" not in {one.name for one in offered}


def test_what_was_published_of_a_decision_made_anew_is_withdrawn(bureau: Any) -> None:
    no = served(bureau)
    published = c.PublishDecision(case_no=no, where="局官网", published_on=bureau.today)
    bureau.public(no)
    bureau.do("sup", published)
    bureau.do("legal", remedy(bureau))
    bureau.do("legal", replace(outcome(bureau, c.RemedyOutcome.REMADE), redo_by=None))
    bureau.decide_again(no)
    # It is the former decision that people read: the new one is published after it is withdrawn.
    withdrawn = c.WithdrawPublication(case_no=no, withdrawn_on=bureau.today, reason="重新作出")
    assert bureau.do("sup", withdrawn) == ["PublicationWithdrawn"]


def test_an_annulment_takes_the_scores_with_it(bureau: Any) -> None:
    no = served(bureau)
    score = p.RecordScore(
        prac_psn_code="D1",
        prac_psn_name="李医生",
        fixmedins_code="H34162300001",
        act="tiaoli_38_39",
        responsibility=p.Responsibility.PRIMARY,
        points=6,
        conduct_on=date(2025, 6, 1),
        conduct_to=date(2025, 6, 1),
        day_departure="本人责任期间至此",
        basis=p.Basis(p.BasisKind.CASE, no, date.min),
        reasons="主要责任",
    )
    bureau.do("agency", score)
    bureau.do("legal", remedy(bureau))
    events = bureau.do("legal", outcome(bureau, c.RemedyOutcome.ANNULLED))
    assert events == ["RemedyClosed", "DecisionAnnulled", "ScoreAnnulled"]
    assert bureau.state("points:D1").entries[0].void
    bureau.wait(90)
    assert surcharge(bureau.state(f"case:{no}"), bureau.today) == 0


def spot(bureau: Any, loss: str = "1000.00") -> c.DecideOnSpot:
    return c.DecideOnSpot(
        case_no="C1",
        officers=("ins1", "ins2"),
        article_id="tiaoli-38-3",
        base_loss=Decimal(loss),
        multiple=Decimal(1),
        present="法定代表人王某",
        place="门诊",
        decision_no="当罚1号",
        told=True,
        defence="无异议",
        reasons="事实清楚",
    )


def reviewed(bureau: Any, outcome: c.RemedyOutcome) -> Any:
    """The same bureau after a review came out so."""
    later = deepcopy(bureau)
    later.do("legal", remedy(later, c.RemedyKind.REVIEW))
    later.wait(3)
    closed = c.CloseRemedy(
        case_no="C1", remedy_id="F1", outcome=outcome, document_no="复决1号", decided_on=later.today,
        reasons="x",
    )  # fmt: skip
    later.do("legal", closed)
    return later


def test_on_the_spot(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "3000.01")
    assert bureau.refused("ins1", spot(bureau, "3000.01")) == "NOT_SIMPLE"
    bureau.lost(no, "1000.00")
    assert bureau.refused("ins1", replace(spot(bureau), told=False)) == "STEP_MISSING"
    alone = replace(spot(bureau), officers=("ins1", "ins1"))
    assert bureau.refused("ins1", alone) == "TWO_OFFICERS"
    bureau.do("ins1", spot(bureau))
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.decision.fine) == (Stage.EXECUTION, Decimal("1000.00"))
    clocks = {d.id for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert {"spot_report", "payment", "review_on_spot"} <= clocks
    # The review comes before a suit: once its sixty days passed, nothing is left to wait for.
    assert "suit" not in clocks
    served = case.served_on
    assert suit_ends(case) == period_end("review_on_spot", served)
    assert not review_first(replace(case, served_on=date(2023, 5, 8)))
    assert bureau.refused("legal", remedy(bureau, c.RemedyKind.SUIT)) == "REVIEW_FIRST"
    taken_back = reviewed(bureau, c.RemedyOutcome.WITHDRAWN)
    assert taken_back.refused("legal", remedy(taken_back, c.RemedyKind.SUIT)) == "REVIEW_FIRST"
    # Whatever the body said, and be it that it does not hear the party, the way to the court is open.
    for outcome in (
        c.RemedyOutcome.UPHELD,
        c.RemedyOutcome.NOT_ACCEPTED,
        c.RemedyOutcome.INADMISSIBLE,
    ):
        heard = reviewed(bureau, outcome)
        ends = period_end("suit_after_review", heard.today)
        assert suit_ends(heard.state(f"case:{no}")) == ends
        assert heard.do("legal", remedy(heard, c.RemedyKind.SUIT)) == ["RemedyRecorded"]
    # It is reported on its form, and not without.
    assert bureau.refused("ins1", c.ReportSpot(case_no=no)) == "STEP_MISSING"
    step = step_of(case, bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("IssueForm", "当场行政处罚决定书")
    assert [(one.zh, one.act) for one in lacking(case)][-1] == ("当场行政处罚决定书", "IssueForm")
    signed = bureau.issue(no, "decision")
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert step.name in ("IssueForm", "SignForm")
    bureau.sign(no, signed)
    assert "当场行政处罚决定书" not in [one.zh for one in lacking(bureau.state(f"case:{no}"))]
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("IssueForm", "当场行政处罚备案表")
    bureau.issue(no, "spot_report")
    assert bureau.do("ins1", c.ReportSpot(case_no=no)) == ["SpotReported"]


def test_what_was_handed_over_on_the_spot_is_proven_before_the_case_is_closed(bureau: Any) -> None:
    no = at_hand(bureau)
    bureau.do("ins1", spot(bureau))
    case = bureau.state(f"case:{no}")
    [service] = case.services
    assert (service.served, service.way, service.on, service.receipt) == (
        "decision", "direct", bureau.today, None,
    )  # fmt: skip
    assert without_receipt(case) == [service]
    assert "CorrectService" not in {
        a.name for a in next_actions(case, bureau.people["sup"], bureau.at)
    }
    with pytest.raises(Refusal) as answer:
        papers_signed(case, bureau.people["ins1"], bureau.at)
    assert answer.value.code == "APPROVALS_UNSIGNED"
    assert "当场行政处罚决定书" in answer.value.message_zh
    # One that was decided before this was asked for has neither.
    chain = [
        Event(**{**vars(e), "data": {k: v for k, v in e.data.items() if k != "papered"}})
        for e in bureau.streams[f"case:{no}"]
    ]
    old = fold_case(no, chain)
    assert (old.services, list(spot_papers(old))) == ((), [])
    assert spot_report_of(old, bureau.at) is None


def at_hand(bureau: Any, loss: str = "1000.00", party: c.Party | None = None) -> str:
    """A clue with its officers and confirmed lines."""
    no: str = bureau.opened(party=party) if party else bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, loss)
    return no


def test_on_the_spot_it_is_kept_who_was_there(bureau: Any) -> None:
    no = at_hand(bureau)
    assert bureau.refused("ins1", replace(spot(bureau), present=" ")) == "FIELD_REQUIRED"
    unsigned = replace(spot(bureau), refused_to_sign=True)
    assert bureau.refused("ins1", unsigned) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(unsigned, witness="村委会李某"))
    told = next(e for e in bureau.streams[f"case:{no}"] if e.type == "CaseDecidedOnSpot").data
    assert (told["present"], told["witness"]) == ("法定代表人王某", "村委会李某")


def dealer(bureau: Any, **more: Any) -> c.DecideOnSpot:
    given = {"intent": (c.FraudSign.RESOLD_EXCESS,), "not_insured": True, **more}
    by = replace(spot(bureau, "90.00"), article_id="tiaoli-41-3", multiple=Decimal(2))
    return replace(by, **given)


def test_only_who_is_insured_loses_the_settlement_by_the_ordinary_way(bureau: Any) -> None:
    no = at_hand(bureau, "90.00", c.Party(c.PartyKind.PERSON, "P1", "张三"))
    assert bureau.refused("ins1", dealer(bureau, not_insured=False)) == "NEEDS_ORDINARY"
    # Nothing would be left to impose where nothing shows the purpose to defraud.
    assert bureau.refused("ins1", dealer(bureau, intent=())) == "INTENT_MISSING"
    bureau.do("ins1", dealer(bureau))
    assert bureau.state(f"case:{no}").decision.fine == Decimal("180.00")


def test_no_institution_is_uninsured_on_the_spot(bureau: Any) -> None:
    at_hand(bureau)
    assert bureau.refused("ins1", replace(spot(bureau), not_insured=True)) == "BAD_VALUE"


def granted(bureau: Any, no: str, *parts: tuple[int, str]) -> None:
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="困难"))
    rows = tuple(c.Instalment(bureau.today + timedelta(days=n), Decimal(sum)) for n, sum in parts)
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=rows, reasons="困难"))


def paid(bureau: Any, no: str, amount: str) -> list[str]:
    events: list[str] = bureau.do(
        "ins1",
        c.RecordPayment(
            case_no=no, kind=c.PaymentKind.FINE, amount=Decimal(amount), paid_on=bureau.today,
            voucher=f"V{amount}",
        ),
    )  # fmt: skip
    return events


def test_the_day_of_payment_is_that_of_the_next_instalment(bureau: Any) -> None:
    no = served(bureau)
    start = bureau.today
    granted(bureau, no, (30, "4000.00"), (60, "4226.00"))
    assert payment_day(bureau) == start + timedelta(days=30)
    # Granted once more, the new plan counts and nothing of the former.
    granted(bureau, no, (20, "4000.00"), (45, "4226.00"))
    assert payment_day(bureau) == start + timedelta(days=20)
    bureau.wait(25)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["payment"].clock is Clock.OVERDUE
    marks = due_marks(bureau.streams[f"case:{no}"], bureau.at)
    assert "DeadlineOverdue" in {one.type for one in marks if one.run.row.id == "payment"}
    assert paid(bureau, no, "1000.00") == ["PaymentRecorded"]
    assert paid(bureau, no, "3000.00") == ["PaymentRecorded", "InstalmentMet"]
    assert payment_day(bureau) == start + timedelta(days=45)
    assert paid(bureau, no, "4226.00") == ["PaymentRecorded", "FineMet"]


def test_an_instalment_that_is_written_off_moves_the_day_on(bureau: Any) -> None:
    no = served(bureau)
    start = bureau.today
    granted(bureau, no, (30, "4000.00"), (60, "4226.00"))
    off = c.WriteOff(
        case_no=no, kind=c.PaymentKind.FINE, amount=Decimal("4000.00"),
        ground=c.WriteOffGround.COURT_ENDED, document_no="终1号", reasons="x",
    )  # fmt: skip
    assert bureau.do("head", off) == ["RecoveryWrittenOff", "InstalmentMet"]
    assert payment_day(bureau) == start + timedelta(days=60)


def test_a_plan_of_an_older_chain_goes_on_with_its_next_instalment(bureau: Any) -> None:
    """Its grant put the day off to the last part: the next payment sets that right."""
    no = served(bureau)
    start = bureau.today
    granted(bureau, no, (30, "4000.00"), (60, "2000.00"), (90, "2226.00"))
    chain = bureau.streams[f"case:{no}"]
    old = dict(chain[-1].data, more_days=75)
    chain[-1] = seal(
        chain[-1].stream, chain[-1].seq, chain[-1].type, old, "head", chain[-1].at, chain[-1].prev
    )
    assert payment_day(bureau) == start + timedelta(days=90)
    paid(bureau, no, "4000.00")
    assert payment_day(bureau) == start + timedelta(days=60)


def test_an_older_grant_without_its_days_still_folds(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="x"))
    parts = (c.Instalment(bureau.today + timedelta(days=60), Decimal("8226.00")),)
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="x"))
    chain = bureau.streams[f"case:{no}"]
    old = {key: value for key, value in chain[-1].data.items() if key != "more_days"}
    older = [*chain[:-1], replace(chain[-1], data=old)]
    assert any(one.id == "payment" for one in deadlines(older, bureau.at))


def test_a_decision_on_the_spot_holds_the_number_of_its_series(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    numbered = replace(
        spot(bureau), case_no=no, decision_no="医保罚〔2026〕7号", serial=7, year=2026
    )
    bureau.do("ins1", numbered)
    allotted = bureau.state(f"case:{no}").numbers
    assert [(one.series, one.year, one.serial) for one in allotted] == [("decision", 2026, 7)]


def payment_day(bureau: Any, no: str = "C1") -> date | None:
    """The last day of payment, as its clock has it."""
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    due = clocks["payment"].due
    return local_date(due) if due else None


def test_after_a_suit_the_court_may_be_asked_for_three_months(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("legal", remedy(bureau, c.RemedyKind.SUIT))
    bureau.wait(30)
    ended = bureau.today
    final = replace(outcome(bureau, c.RemedyOutcome.UPHELD), instance=c.Instance.IN_FORCE)
    bureau.do("legal", final)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "suit" not in clocks
    due = clocks["court_application_after_suit"].due
    assert due is not None
    assert local_date(due) >= date(ended.year, ended.month + 3, min(ended.day, 28))
    bureau.do("legal", replace(remedy(bureau, c.RemedyKind.SUIT), document_no="上1号"))
    again = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "court_application_after_suit" not in again


def test_a_stopped_execution_rests_until_the_review_is_over(bureau: Any) -> None:
    no, last = served(bureau), date(2026, 3, 17)
    assert payment_day(bureau) == last
    bureau.wait(5)
    bureau.do("legal", replace(remedy(bureau), stops_execution=True))
    bureau.wait(30)
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "EXECUTION_STOPPED"
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["payment"].clock is Clock.PAUSED
    (part,) = instalments(bureau.state(f"case:{no}"), bureau.today)
    assert part.resting
    assert not part.overdue
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.UPHELD))
    # Ten of the fifteen days were left when the review was filed.
    assert payment_day(bureau) == last + timedelta(days=30)
    assert bureau.refused("ins1", press) == "PERIOD_RUNNING"
    bureau.wait(12)
    case = bureau.state(f"case:{no}")
    assert surcharge(case, bureau.today) == FINE * RATE * 2
    assert bureau.refused("ins1", replace(press, served_on=bureau.today)) == "NOT_ISSUED"


def test_a_review_that_stops_nothing_leaves_the_day_of_payment(bureau: Any) -> None:
    served(bureau)
    bureau.do("legal", remedy(bureau))
    bureau.wait(30)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.UPHELD))
    assert payment_day(bureau) == date(2026, 3, 17)


def test_a_changed_fine_is_due_in_the_lawful_time_again(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="x"))
    parts = (c.Instalment(bureau.today + timedelta(days=60), Decimal("8226.00")),)
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="x"))
    assert payment_day(bureau) == bureau.today + timedelta(days=60)
    bureau.do("legal", remedy(bureau))
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.CHANGED, "4113.00"))
    assert payment_day(bureau) == date(2026, 3, 17)


def test_nothing_is_due_of_an_annulled_fine(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(30)
    assert [one.overdue for one in instalments(bureau.state(f"case:{no}"), bureau.today)] == [True]
    bureau.do("legal", remedy(bureau))
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.ANNULLED))
    assert instalments(bureau.state(f"case:{no}"), bureau.today) == ()


def test_a_period_is_not_over_before_its_day_though_the_year_has_no_calendar_yet() -> None:
    """A last day among days without published holidays is asked about only once it is past."""
    starts, later = date(2030, 11, 6), date(2031, 3, 1)
    assert not is_over("court_application", starts, datetime(2030, 11, 27, tzinfo=UTC))
    with pytest.raises(Refusal, match="2031"):
        is_over("court_application", starts, datetime(later.year, later.month, 1, tzinfo=UTC))


def order(
    bureau: Any, kind: type[c.StopExecution | c.ResumeExecution], remedy_id: str = "F1"
) -> Any:
    return kind(
        case_no="C1", remedy_id=remedy_id, decided_on=bureau.today, document_no="停1号", reasons="x"
    )


def test_an_order_during_the_review_stops_execution_from_its_day_until_it_is_lifted(
    bureau: Any,
) -> None:
    no, last = served(bureau), date(2026, 3, 17)
    assert bureau.refused("legal", order(bureau, c.StopExecution)) == "STEP_MISSING"
    bureau.do("legal", remedy(bureau))
    assert bureau.refused("legal", order(bureau, c.ResumeExecution)) == "STEP_MISSING"
    bureau.wait(5)
    assert bureau.do("legal", order(bureau, c.StopExecution)) == ["ExecutionStopped"]
    assert bureau.refused("legal", order(bureau, c.StopExecution)) == "EXECUTION_STOPPED"
    bureau.wait(10)
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert clocks["payment"].clock is Clock.PAUSED
    press = c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", press) == "EXECUTION_STOPPED"
    bureau.do("legal", order(bureau, c.ResumeExecution))
    # Ten days were left of the fifteen, and ten days it rested: the ledger reckons as the clock.
    assert payment_day(bureau) == last + timedelta(days=10)
    (part,) = instalments(bureau.state(f"case:{no}"), bureau.today)
    assert part.due == last + timedelta(days=10)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.UPHELD))
    assert payment_day(bureau) == last + timedelta(days=10)


def test_a_decision_to_be_made_anew_goes_back_and_leaves_nothing_of_the_former(
    bureau: Any,
) -> None:
    no = served(bureau)
    paid(bureau, no, "226.00")
    bureau.do("legal", replace(remedy(bureau), stops_execution=True))
    bureau.wait(3)
    until = bureau.today + timedelta(days=60)
    past = replace(
        outcome(bureau, c.RemedyOutcome.REMADE), redo_by=bureau.today - timedelta(days=1)
    )
    assert bureau.refused("legal", past) == "DATE_ORDER"
    events = bureau.do("legal", replace(past, redo_by=until))
    assert events == ["RemedyClosed", "DecisionAnnulled", "InvestigationReopened"]
    case = bureau.state(f"case:{no}")
    assert case.stage is Stage.INVESTIGATION
    assert (case.decision, case.annulled, case.served_on, case.notice_on) == (
        None,
        False,
        None,
        None,
    )
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert local_date(clocks["decision_anew"].due) == until
    assert "payment" not in clocks
    assert fold_ledger(no, bureau.streams[f"case:{no}"]).of(Account.FINE_REFUND) == Decimal(
        "226.00"
    )


def test_a_decision_made_anew_counts_what_was_paid_and_forgets_the_former_suit(bureau: Any) -> None:
    no = served(bureau)
    paid(bureau, no, "226.00")
    bureau.do("legal", replace(remedy(bureau), stops_execution=True))
    bureau.wait(3)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.REMADE))
    bureau.decide_again(no)
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    case = bureau.state(f"case:{no}")
    assert case.decision is not None
    assert case.stage is Stage.EXECUTION
    # No day is added for the stop of the former suit, and the period to sue is the new decision's.
    (part,) = instalments(case, bureau.today)
    assert (part.due, part.paid) == (bureau.today + timedelta(days=15), Decimal("226.00"))
    book = fold_ledger(no, bureau.streams[f"case:{no}"])
    assert book.of(Account.FINE_REFUND) == 0
    assert book.of(Account.FINE_DUE) == case.decision.fine - Decimal("226.00")
    clocks = {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert "suit" in clocks
