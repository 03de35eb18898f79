"""Agreement handling as a whole: decision, deduction, damages, rectification, conversion and back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import BEAT
from casework.agreement.execute import open_of
from casework.agreement.names import worded
from casework.agreement.once import asked_of, left_of
from casework.agreement.pharmacy import level_reached, outlook, points_of
from casework.agreement.table import PACKAGED, levels, pharmacy_acts, table_of
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.decide import next_actions
from casework.events import GENESIS, seal
from casework.measures.state import Standing
from casework.refusal import Refusal

KIND = a.MeasureKind
PHARMACY = "P34162300009"


def money(kind: a.MeasureKind, amount: str) -> a.Measure:
    return a.Measure(kind, Decimal(amount), clause="协议第三十条")


def less_of(bureau: Any, no: str, measures: tuple[a.Measure, ...]) -> dict[str, Any]:
    """Where less is asked back than was lost, why: a proposal needs it."""
    case = bureau.state(f"case:{no}")
    if not case.lines.listed or asked_of(measures) >= left_of(case):
        return {}
    return {"less_ground": c.LessGround.ELSEWHERE, "less_reasons": "已由飞检追回"}


def decided(bureau: Any, no: str, *measures: a.Measure, **given: Any) -> list[str]:
    """Propose, tell, waive, decide; returns the decision's events."""
    given = {**less_of(bureau, no, measures), **given}
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="违约", **given))
    bureau.handling_told(no)
    bureau.do(
        "ins3", c.AttachEvidence(case_no=no, evidence_id=paper(bureau, no), proves="放弃申辩")
    )
    said = a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="放弃", document=f"放弃-{no}")
    bureau.do("agency", said)
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no=f"协处{no}")
    events: list[str] = bureau.do("chief", decide)
    return events


def told(bureau: Any, no: str, *measures: a.Measure, **given: Any) -> list[str]:
    """The same, with its signed papers served; returns the events of the service."""
    decided(bureau, no, *measures, **given)
    events: list[str] = bureau.handling_served(no)
    return events


def paper(bureau: Any, no: str) -> str:
    name = f"放弃-{no}"
    if not bureau.streams.get(f"evidence:{name}"):
        bureau.evidence(name)
    return name


def serve(bureau: Any, no: str) -> None:
    bureau.handling_served(no)


def deduct(bureau: Any, no: str, amount: str, kind: c.PaymentKind = c.PaymentKind.RECOVERY) -> None:
    command = a.RecordDeduction(
        case_no=no,
        kind=kind,
        how=a.Deduction.OFFSET,
        amount=Decimal(amount),
        paid_on=bureau.today,
        voucher=f"抵扣{len(bureau.streams[f'case:{no}'])}",
    )
    bureau.do("agency", command)


def test_from_findings_to_closing(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    parts = (money(KIND.RECOVERY, "4113.00"), money(KIND.LIQUIDATED_DAMAGES, "1000.00"))
    assert decided(bureau, no, *parts, rectify="停止多收费") == ["HandlingDecided"]
    case = bureau.state(f"case:{no}")
    assert case.decision.recovery == Decimal("4113.00")
    assert case.decision.damages == Decimal("1000.00")
    close = a.CloseHandling(case_no=no, situation="")
    assert bureau.refused("agency", close) == "STEP_MISSING"
    serve(bureau, no)
    deduct(bureau, no, "4113.00")
    deduct(bureau, no, "400.00", c.PaymentKind.DAMAGES)
    case = bureau.state(f"case:{no}")
    assert (case.recovered, case.damages_paid) == (Decimal("4113.00"), Decimal("400.00"))
    again = a.RecordDeduction(
        case_no=no,
        kind=c.PaymentKind.RECOVERY,
        how=a.Deduction.PAID,
        amount=Decimal("0.01"),
        paid_on=bureau.today,
        voucher="v",
    )
    assert bureau.refused("agency", again) == "BAD_VALUE"
    assert bureau.refused("agency", a.CloseHandling(case_no=no, situation="办结")) == "STEP_MISSING"
    bureau.do("office", a.ReportRectification(case_no=no, text="已停止"))
    check = {"case_no": no, "record": "现场复查", "held_on": bureau.today}
    bureau.do("agency", a.RecheckRectification(**check, passed=False, days=10))
    assert bureau.state(f"case:{no}").rectification.due == date(2026, 3, 12)
    bureau.do("office", a.ReportRectification(case_no=no, text="再次整改"))
    bureau.do("agency", a.RecheckRectification(**check, passed=True))
    assert bureau.refused("agency", close) == "STEP_MISSING"
    bureau.receipts(no, "agency")
    assert bureau.refused("agency", close) == "DAMAGES_OPEN"
    done = a.CloseHandling(case_no=no, situation="违约金余额经协商减免")
    assert bureau.do("agency2", done) == ["HandlingClosed"]
    assert bureau.streams[f"case:{no}"][-1].data["outstanding"] == "600.00"
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("known", "name"), [((("D1", "李医生"),), "李医生"), ((), "D1")], ids=["named", "unknown"]
)
def test_a_suspended_person_stands_in_the_register_by_name(
    bureau: Any, known: tuple[tuple[str, str], ...], name: str
) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    suspend = a.Measure(KIND.SUSPEND_PERSON, months=6, target="D1", clause="协议第三十条")
    assert told(bureau, no, suspend, target_names=known) == ["HandlingServed", "MeasureImposed"]
    (one,) = bureau.state("measures:doctor:D1").measures
    assert bureau.state("measures:doctor:D1").name == name
    assert one.case_no == no
    shown = bureau.state(f"case:{no}").handling.hit(suspend)
    assert shown == ("李医生（D1）" if known else "D1")


def test_the_institution_reports_itself_or_on_its_signed_paper(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费")
    report = a.ReportRectification(case_no=no, text="已整改")
    assert bureau.refused("agency", report) == "OWN_RIGHT"
    with pytest.raises(Refusal, match="整改报告由机构自己作出"):
        bureau.do("agency", report)
    signed = replace(report, document=bureau.evidence("整改"))
    assert bureau.refused("agency", signed) == "NOT_FOUND"
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id="整改", proves="整改"))
    # One scan is one paper: the waiver is no report, and the report no receipt.
    with pytest.raises(Refusal, match="陈述申辩材料（第 1 份）") as taken:
        bureau.would("agency", replace(report, document=f"放弃-{no}"))
    assert taken.value.code == "SCAN_TAKEN"
    with pytest.raises(Refusal, match="陈述申辩材料（第 1 份）"):
        bureau.would("office", replace(report, document=f"放弃-{no}"))
    assert bureau.do("agency", signed) == ["RectificationReported"]
    issue = bureau.issue(no, "handling_decision", "agency")
    with pytest.raises(Refusal, match="整改报告（第 1 份）"):
        bureau.would("agency", SignForm(case_no=no, issue_id=issue, evidence_id="整改"))


def running(bureau: Any, no: str) -> set[str]:
    return {d.id for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.is_open}


def test_a_handling_has_no_clock_of_the_penalty_procedure(bureau: Any) -> None:
    handled = bureau.opened(path=c.Path.AGREEMENT)
    assert running(bureau, handled) == set()
    bureau.convert("head", a.ConvertCase(case_no=handled, reasons="发现骗保线索"))
    assert running(bureau, handled) == {"clue_check"}
    bureau.convert("head", a.ConvertToHandling(case_no=handled, reasons="不够处罚"))
    assert running(bureau, handled) == set()


def test_a_filed_case_that_goes_to_the_agency_takes_no_clock_along(bureau: Any) -> None:
    filed = bureau.filed()
    assert "decision" in running(bureau, filed)
    bureau.convert("head", a.ConvertToHandling(case_no=filed, reasons="不够处罚，按协议处理"))
    assert running(bureau, filed) == set()


def test_conversion_there_and_back_recovers_once(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    told(bureau, no, money(KIND.RECOVERY, "4000.00"), money(KIND.LIQUIDATED_DAMAGES, "500.00"))
    deduct(bureau, no, "3000.00")
    deduct(bureau, no, "500.00", c.PaymentKind.DAMAGES)
    bureau.convert("head", a.ConvertCase(case_no=no, reasons="发现骗保线索"))
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.path) == (Stage.CLUE, c.Path.ADMINISTRATIVE)
    # Damages were never fund money: they do not count as recovered.
    assert case.recovered == Decimal("3000.00")
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="不够处罚，按协议处理"))
    assert bureau.state(f"case:{no}").path is c.Path.AGREEMENT
    too_much = a.ProposeHandling(
        case_no=no, measures=(money(KIND.RECOVERY, "4113.00"),), reasons="x"
    )
    assert bureau.refused("agency", too_much) == "RECOVERED_ALREADY"
    bureau.convert("head", a.ConvertCase(case_no=no, reasons="再转"))
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="终按协议处理"))
    bureau.do(
        "agency",
        a.ProposeHandling(case_no=no, measures=(money(KIND.RECOVERY, "1113.00"),), reasons="余额"),
    )
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="x"))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="2")
    bureau.do("chief", decide)
    case = bureau.state(f"case:{no}")
    assert case.decision.recovery == Decimal("4113.00")
    assert open_of(case)[c.PaymentKind.RECOVERY] == Decimal("1113.00")
    bureau.handling_served(no)
    deduct(bureau, no, "1113.00")
    assert bureau.state(f"case:{no}").recovered == case.amount_at_risk


def test_fund_money_is_asked_back_for_confirmed_lines_alone(bureau: Any) -> None:
    """An amount that nobody judged is none: it waits for the lines, and they lead."""
    no = bureau.opened(path=c.Path.AGREEMENT)
    assert leads(bureau, no) == "ListLines"
    for kind in (KIND.RECOVERY, KIND.REFUSE_PAYMENT):
        free = a.ProposeHandling(case_no=no, measures=(money(kind, "100.00"),), reasons="x")
        assert bureau.refused("agency", free) == "LINES_UNJUDGED"
    # Damages are the agreement's own money.
    own = a.ProposeHandling(
        case_no=no, measures=(money(KIND.LIQUIDATED_DAMAGES, "100.00"),), reasons="x"
    )
    assert bureau.do("agency", own) == ["HandlingProposed"]
    bureau.do("agency", c.ListLines(case_no=no))
    assert leads(bureau, no) == "JudgeLines"
    assert bureau.refused("agency", free) == "LINES_UNJUDGED"
    part = {"verdict": c.LineVerdict.PARTLY, "amount": Decimal("60.00"), "reasons": "部分属实"}
    bureau.do("agency", c.JudgeLines(case_no=no, line_ids=("F1",), **part))
    assert bureau.refused("agency", free) == "LOSS_NOT_CONFIRMED"
    due = replace(free, measures=(money(KIND.REFUSE_PAYMENT, "60.00"),))
    assert bureau.do("agency", due) == ["HandlingProposed"]
    # A line that is listed later waits for its verdict before anybody is told.
    bill = {"bill": "纸质1", "title": "手工票据", "fixmedins_code": "H34162300001"}
    amount = Decimal("10.00")
    bureau.do("agency", c.AddLine(case_no=no, **bill, amount=amount, inside_policy=amount))
    bureau.issue(no, "handling_notice", "agency")
    tell = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("agency", tell) == "LINES_UNJUDGED"
    assert leads(bureau, no) == "JudgeLines"


def test_a_handling_of_older_days_is_returned_before_it_takes_money(bureau: Any) -> None:
    """It was told without any line judged: the decision says what has to come first."""
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    measures = (money(KIND.RECOVERY, "4113.00"),)
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="违约"))
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议"))
    stream = f"case:{no}"
    kept = [e for e in bureau.streams[stream] if not e.type.startswith("Lines")]
    bureau.streams[stream] = []
    for e in kept:
        prev = bureau.streams[stream][-1].hash if bureau.streams[stream] else GENESIS
        seq = len(bureau.streams[stream]) + 1
        bureau.streams[stream].append(seal(stream, seq, e.type, e.data, e.actor, e.at, prev))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1号")
    with pytest.raises(Refusal, match="先退回拟处理意见，再列入疑点明细"):
        bureau.do("chief", decide)
    back = replace(decide, ruling=c.Ruling.RETURNED, decision_no="", reasons="先逐条认定")
    assert bureau.do("chief", back) == ["HandlingReturned"]


def test_a_person_has_no_agreement(bureau: Any) -> None:
    no = "C9"
    bureau.do(
        "ins1",
        c.OpenCase(
            case_no=no,
            title="t",
            source=c.Source.TIP,
            summary="s",
            party=c.Party(c.PartyKind.PERSON, "P1", "张三"),
            conduct_from=date(2025, 1, 1),
            conduct_to=date(2025, 2, 1),
        ),
    )
    assert bureau.refused("head", a.ConvertToHandling(case_no=no, reasons="x")) == "BAD_VALUE"


def pharmacy_case(bureau: Any, no: str) -> str:
    bureau.do(
        "ins1",
        c.OpenCase(
            case_no=no,
            title="药店超范围刷卡",
            source=c.Source.INSPECTION,
            summary="巡查",
            party=c.Party(c.PartyKind.INSTITUTION, PHARMACY, "惠民大药房"),
            conduct_from=date(2026, 1, 1),
            conduct_to=date(2026, 2, 1),
            path=c.Path.AGREEMENT,
        ),
    )
    return no


def test_points_of_a_pharmacy_suspend_it_at_once_and_at_twelve_cancel_it(bureau: Any) -> None:
    stream = f"measures:institution:{PHARMACY}"
    first = pharmacy_case(bureau, "C1")
    kinds = told(bureau, first, pharmacy_acts=("out_of_scope",))
    assert kinds == ["HandlingServed", "PharmacyScored"]
    second = pharmacy_case(bureau, "C2")
    kinds = told(bureau, second, pharmacy_acts=("out_of_scope", "pharmacist_absent"))
    assert kinds == ["HandlingServed", "PharmacyScored", "MeasureImposed"]
    one = bureau.state(stream).measures[0]
    assert (one.months, one.standing(bureau.at)) == (1, Standing.IN_FORCE)
    assert one.standing(one.ends_at) is Standing.EXPIRED
    third = pharmacy_case(bureau, "C3")
    kinds = told(bureau, third, pharmacy_acts=("substitution",))
    assert kinds == ["HandlingServed", "PharmacyScored", "MeasureLifted", "MeasureImposed"]
    (standing,) = bureau.state(stream).holding(bureau.at)
    assert standing.ends_at is None
    assert standing.term == "quanzhou-cancel"


def test_what_is_scored_is_refused_whole_and_the_outlook_says_so(bureau: Any) -> None:
    no = pharmacy_case(bureau, "C1")
    found = (c.FindingRef("F1", "pharmacy_card_cluster", Decimal("500.00"), "集中刷卡"),)
    bureau.do("agency", c.AttachFindings(case_no=no, findings=found))
    part: dict[str, Any] = {"case_no": no, "reasons": "x"}
    part["measures"] = (money(KIND.REFUSE_PAYMENT, "300.00"),)
    scored = a.ProposeHandling(**part, pharmacy_acts=("substitution",))
    assert bureau.refused("agency", replace(scored, measures=())) == "LINES_UNJUDGED"
    bureau.established(no)
    assert bureau.refused("agency", scored) == "REFUSAL_DUE"
    # Nobody is charged for a pharmacist who was out: points alone.
    less = less_of(bureau, no, part["measures"])
    bureau.do("agency", a.ProposeHandling(**part, **less, pharmacy_acts=("pharmacist_absent",)))
    whole = money(KIND.REFUSE_PAYMENT, "500.00")
    kinds = told(bureau, no, whole, pharmacy_acts=("substitution",))
    assert kinds == ["HandlingServed", "PharmacyScored", "MeasureImposed"]
    state = bureau.state(f"measures:institution:{PHARMACY}")
    ahead = outlook(state, ("cash_for_drugs",), table_of(PACKAGED, bureau.today), bureau.at)
    assert (ahead.before, ahead.after, ahead.refuse) == (6, 18, True)
    assert ahead.level is not None
    assert ahead.level.at == 12


def test_a_hospital_has_no_points_of_a_pharmacy(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    command = a.ProposeHandling(
        case_no=no, measures=(), pharmacy_acts=("substitution",), reasons="x"
    )
    assert bureau.refused("agency", command) == "BAD_VALUE"


def test_the_tables_of_pharmacies() -> None:
    today = table_of(PACKAGED, date(2026, 3, 2))
    assert {row.mark for row in (*pharmacy_acts(), *levels())} == {"S"}
    assert {row.figure for row in (*pharmacy_acts(), *levels())} == {"M"}
    assert points_of(["out_of_scope", "pharmacist_absent"], today) == 5
    assert level_reached(0, 5, today) is None
    assert level_reached(6, 8, today) is None
    reached = level_reached(5, 12, today)
    assert reached is not None
    assert reached.at == 12
    with pytest.raises(Refusal):
        points_of(["none"], today)


def test_its_papers_are_issued_by_the_agency_before_they_are_served(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    propose = a.ProposeHandling(
        case_no=no, measures=(money(KIND.RECOVERY, "4113.00"),), reasons="违约"
    )
    bureau.do("agency", propose)
    tell = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    post = c.PostAnnouncement(
        case_no=no, served=c.Served.HANDLING_NOTICE, posted_on=bureau.today, where="x", reasons="x"
    )
    for early in (tell, post):
        assert bureau.refused("agency", early) == "NOT_ISSUED"
    assert leads(bureau, no) == "IssueForm"
    bureau.issue(no, "handling_notice", "agency")
    # Another proposal has a notice of its own.
    bureau.do("agency", propose)
    assert bureau.refused("agency", tell) == "NOT_ISSUED"
    paper = bureau.issue(no, "handling_notice", "agency")
    assert leads(bureau, no) == "NotifyHandling"
    bureau.do("agency", tell)
    assert bureau.state(f"case:{no}").services[-1].issue_id == paper
    void = VoidForm(case_no=no, issue_id=paper, reason="错印")
    assert bureau.refused("agency", void) == "PAPER_SERVED"
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议"))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1号")
    bureau.do("chief", decide)
    served = a.ServeHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("agency", served) == "NOT_ISSUED"
    assert leads(bureau, no) == "IssueForm"
    bureau.signed(no, "handling_decision")
    # The head of the agency has signed nothing yet: it has no effect.
    with pytest.raises(Refusal, match="经办机构负责人签名的《协议处理审批表》") as unsigned:
        bureau.do("agency", served)
    assert unsigned.value.code == "NOT_EFFECTIVE"
    kept_back = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.RECOVERY, how=a.Deduction.OFFSET, amount=Decimal("1.00"),
        paid_on=bureau.today, voucher="v",
    )  # fmt: skip
    assert bureau.refused("agency", kept_back) == "STEP_MISSING"
    assert leads(bureau, no) == "IssueForm"
    approval = bureau.issue(no, "handling_approval", "agency")
    assert leads(bureau, no) == "SignForm"
    scan = bureau.evidence("审批签字")
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id=scan, proves="签字"))
    bureau.do("agency", SignForm(case_no=no, issue_id=approval, evidence_id=scan))
    assert leads(bureau, no) == "ServeHandling"
    bureau.do("agency", served)
    assert scan in bureau.state(f"case:{no}").effect
    assert bureau.do("agency", kept_back) == ["PaymentRecorded"]
    void = VoidForm(case_no=no, issue_id=approval, reason="错印")
    assert bureau.refused("agency", void) == "PAPER_IN_EFFECT"


def leads(bureau: Any, no: str) -> str | None:
    acts = next_actions(bureau.state(f"case:{no}"), bureau.people["agency"], bureau.at)
    return next((act.name for act in acts if act.primary), None)


def test_the_agency_writes_no_paper_of_a_penalty(bureau: Any) -> None:
    no = bureau.filed()
    assert bureau.refused("agency", IssueForm(case_no=no, form_id="scene")) == "ROLE_REQUIRED"


def rectification(bureau: Any, no: str) -> list[tuple[str, str, str]]:
    """Each run of the institution's clock: how it stands, when it began and its last day."""
    found = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return [
        (d.clock.value, local_date(d.started_at).isoformat(), local_date(d.due).isoformat())
        for d in found
        if d.id == "handling_rectification" and d.due
    ]


def test_an_institution_that_never_reports_is_overdue_and_may_be_looked_at(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费", rectify_days=10)
    # Nobody is late before he was told: the days run from the service.
    assert rectification(bureau, no) == []
    check = {"case_no": no, "record": "现场复查", "held_on": bureau.today}
    early = a.RecheckRectification(**check, passed=False, days=10)
    with pytest.raises(Refusal, match="整改期限自送达之日起算"):
        bureau.do("agency", early)
    serve(bureau, no)
    assert bureau.state(f"case:{no}").rectification.due == date(2026, 3, 12)
    assert rectification(bureau, no) == [("running", "2026-03-02", "2026-03-12")]
    with pytest.raises(Refusal, match="2026-03-12 期满后可径行复查"):
        bureau.do("agency", a.RecheckRectification(**check, passed=False, days=10))
    bureau.at += timedelta(days=11)
    # Of the money that is to come back it warns by then.
    said = ["DeadlineWarned", "DeadlineOverdue"]
    assert bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}")) == said
    assert bureau.streams[f"case:{no}"][-1].data["deadline"] == "handling_rectification"
    assert bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}")) == []
    bureau.do("agency", a.RecheckRectification(**check, passed=False, days=7))
    # What was late stays known as late; the day of the re-check begins the next.
    assert rectification(bureau, no) == [
        ("late", "2026-03-02", "2026-03-12"),
        ("running", "2026-03-13", "2026-03-20"),
    ]
    bureau.do("office", a.ReportRectification(case_no=no, text="已停止"))
    bureau.do("agency", a.RecheckRectification(**check, passed=True))
    assert [one[0] for one in rectification(bureau, no)] == ["late", "met"]
    again = a.RecheckRectification(**check, passed=True)
    assert bureau.refused("agency", again) == "ALREADY_DONE"


def test_a_handling_told_late_leaves_its_days_whole(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费", rectify_days=10)
    bureau.at += timedelta(days=30)
    serve(bureau, no)
    assert rectification(bureau, no) == [("running", "2026-04-01", "2026-04-11")]


@pytest.mark.parametrize(
    ("fixed", "due"), [("2026-03-12", "2026-04-11"), ("2026-05-20", "2026-05-20")]
)
def test_a_day_that_was_fixed_and_over_before_the_service_is_told_anew(
    bureau: Any, fixed: str, due: str
) -> None:
    """Decisions of before fixed the day themselves; one that is still to come stands."""
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费", rectify_days=10)
    chain = bureau.streams[f"case:{no}"]
    chain[-1] = replace(chain[-1], data={**chain[-1].data, "rectify_by": fixed})
    assert bureau.state(f"case:{no}").rectification.due == date.fromisoformat(fixed)
    assert rectification(bureau, no)[-1][2] == fixed
    bureau.at += timedelta(days=30)
    serve(bureau, no)
    assert bureau.state(f"case:{no}").rectification.due == date.fromisoformat(due)
    assert [one[2] for one in rectification(bureau, no)] == [due]
    assert rectification(bureau, no)[-1][0] == "running"


def test_what_was_put_right_before_the_service_is_not_asked_again(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费")
    bureau.do("office", a.ReportRectification(case_no=no, text="已停止"))
    serve(bureau, no)
    assert bureau.state(f"case:{no}").rectification.due is None
    check = {"case_no": no, "record": "现场复查", "held_on": bureau.today}
    bureau.do("agency", a.RecheckRectification(**check, passed=True))


def test_without_anything_to_put_right_no_such_clock_runs(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"))
    assert running(bureau, no) == {"handling_service"}


def test_a_converted_case_proves_the_notice_of_each_round(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"))
    bureau.convert("head", a.ConvertCase(case_no=no, reasons="发现骗保线索"))
    bureau.at += timedelta(days=1)
    bureau.convert("head", a.ConvertToHandling(case_no=no, reasons="不够处罚"))
    measures = (money(KIND.RECOVERY, "4113.00"),)
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="违约"))
    bureau.handling_told(no)
    papers = [bureau.evidence("回证1"), bureau.evidence("回证2")]
    for one in papers:
        bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id=one, proves="送达"))
    kind = c.Served.HANDLING_NOTICE
    unsaid = c.AttachReceipt(case_no=no, served=kind, document=papers[0])
    with pytest.raises(Refusal, match="2026-03-02、2026-03-03"):
        bureau.do("agency", unsaid)
    first, second = date(2026, 3, 2), date(2026, 3, 3)
    never = c.AttachReceipt(case_no=no, served=kind, document=papers[0], served_on=date(2026, 1, 5))
    assert bureau.refused("agency", never) == "NOT_FOUND"
    bureau.do("agency", replace(unsaid, served_on=first))
    bureau.do("agency", replace(unsaid, document=papers[1]))
    notices = [(s.on, s.receipt) for s in bureau.state(f"case:{no}").services]
    assert notices == [(first, papers[0]), (second, papers[1])]


def test_a_measure_is_worded_in_one_place() -> None:
    """The paper, the story and the differences say the same of it."""
    measure = a.Measure(a.MeasureKind.RECOVERY, Decimal("41130.50"), clause="协议第三十条")
    zh, en = worded(measure.kind, "", measure.amount, measure.months, measure.clause)
    assert (zh, en) == (
        "追回 41,130.50 元（协议第三十条）",
        "money back to the fund 41,130.50 yuan (协议第三十条)",
    )
    kind = a.MeasureKind.SUSPEND_DEPARTMENT
    assert worded(kind, "骨科", None, 6) == (
        "暂停责任科室服务（骨科） 6 个月",
        "a department suspended 骨科 6 months",
    )


def test_a_decision_to_do_nothing_is_served_before_it_closes(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    measures = (money(KIND.RECOVERY, "4113.00"),)
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=measures, reasons="违约"))
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.STATED, text="系误传"))
    none = a.DecideHandling(
        case_no=no, ruling=c.Ruling.NO_PENALTY, decision_no="协不1", reasons="申辩成立"
    )
    assert bureau.do("chief", none) == ["HandlingDecided"]
    assert bureau.state(f"case:{no}").stage is Stage.HANDLING_EXECUTION
    close = a.CloseHandling(case_no=no, situation="不予处理")
    assert bureau.refused("agency", close) == "STEP_MISSING"
    way = c.ServiceWay.DIRECT
    serving = a.ServeHandling(case_no=no, way=way, served_on=bureau.today)
    assert bureau.refused("agency", serving) == "NOT_ISSUED"
    bureau.handling_sealed(no)
    bureau.do("agency", serving)
    bureau.receipts(no, "agency")
    assert bureau.do("agency", close) == ["HandlingClosed"]


def test_an_old_decision_to_do_nothing_had_closed_at_once(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    chain = bureau.streams[f"case:{no}"]
    data = {
        "ruling": "no_penalty", "decision_no": "1", "citation": "x", "recovery": "0.00",
        "damages": "0.00", "reasons": "x", "by": chain[-1].data["by"],
    }  # fmt: skip
    last = chain[-1]
    old = seal(last.stream, last.seq + 1, "HandlingDecided", data, "head", bureau.at, last.hash)
    chain.append(old)
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED
