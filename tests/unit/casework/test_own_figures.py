"""Figures of law that the bureau sets: approved, from their day on, and nothing of before changes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.worksheet import sheet_of
from casework.clocks.calendars import add_months
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands import points as p
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.law.fixed import fixed
from casework.law.settable import settable
from casework.points.parameters import STREAM, parameters
from casework.points.rules import rule_sets
from casework.points.standing import sanctions
from casework.refusal import Refusal

BASIS = "皖医保发〔2026〕3号"


def set_figure(bureau: Any, name: str, value: str, **more: Any) -> None:
    bureau.parameter(name, value, more.pop("day", bureau.today), BASIS, **more)


def approved(bureau: Any, no: str) -> None:
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))


def decision(no: str) -> c.DecideCase:
    return c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")


def drawn(bureau: Any, no: str) -> None:
    bureau.do(
        "ins1",
        c.DrawWorksheet(
            case_no=no, article_id=bureau.article, multiple=Decimal("1.1"), reasons="从轻",
            factors=("first_time",),
        ),
    )  # fmt: skip


def test_each_shows_what_is_packaged_while_nothing_is_set() -> None:
    rows = {row["name"]: parameters()[row["name"]] for row in settable()}
    assert {"hearing_amount_institution", "hearing_amount_person", "discretion_tiers"} <= set(rows)
    assert all(row.forward and row.law and row.mark in {"S", "M"} for row in rows.values())
    assert rows["hearing_amount_person"].shown("5000.00") == ("5,000.00 元", "5,000.00 yuan")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hearing_amount_person", "0"),
        ("hearing_amount_person", "-1"),
        ("hearing_amount_person", "1,000"),
        ("collective_members", "1"),
        ("discretion_tiers", "0.7;0.3"),
        ("discretion_tiers", "0.3"),
        ("discretion_tiers", "0.3;1.2"),
        ("simple_amount_person", "500"),
    ],
)
def test_what_is_no_figure_or_not_the_bureaus_to_set_is_refused(
    bureau: Any, name: str, value: str
) -> None:
    change = ProposeParameter(
        name=name, value=value, valid_from=bureau.today, basis=BASIS, reason="x"
    )
    assert bureau.refused("legal", change) == "BAD_VALUE"


def test_it_never_reaches_back(bureau: Any) -> None:
    day = bureau.today
    change = ProposeParameter(
        name="hearing_amount_institution", value="5000", valid_from=day - timedelta(days=1),
        basis=BASIS, reason="x",
    )  # fmt: skip
    assert bureau.refused("legal", change) == "DATE_ORDER"
    # Approved later than its day, it begins with the approval.
    set_after = ProposeParameter(
        name="hearing_amount_institution", value="5000", valid_from=day, basis=BASIS, reason="x"
    )
    bureau.do("legal", set_after)
    bureau.at += timedelta(days=5)
    bureau.do("head", DecideParameter(proposal_id="T1", approve=True))
    assert bureau.state(STREAM).settings[-1].valid_from == day + timedelta(days=5)


@pytest.mark.parametrize(
    ("figure", "ahead", "right"),
    [(None, 0, False), ("8226", 0, True), ("8226.01", 0, False), ("8226", 30, False)],
)
def test_a_fine_that_the_province_calls_large_may_be_heard(
    bureau: Any, figure: str | None, ahead: int, right: bool
) -> None:
    if figure is not None:
        day = bureau.today + timedelta(days=ahead)
        set_figure(bureau, "hearing_amount_institution", figure, day=day)
    no = bureau.noticed()
    assert bureau.state(f"case:{no}").proposal.hearing_right is right
    asked = c.RequestHearing(case_no=no, requested_on=bureau.today)
    if right:
        bureau.do("ins1", asked)
    else:
        assert bureau.refused("ins1", asked) == "NO_HEARING_RIGHT"


def test_what_the_leaders_discuss_goes_by_the_day_of_the_proposal(bureau: Any) -> None:
    before = bureau.proposed()
    set_figure(bureau, "collective_amount_institution", "8000")
    approved(bureau, before)
    bureau.do("head", decision(before))


def test_a_fine_above_the_bureaus_own_figure_is_discussed_and_its_document_named(
    bureau: Any,
) -> None:
    set_figure(bureau, "collective_amount_institution", "8000")
    no = bureau.proposed()
    # What is set afterwards changes nothing of it.
    set_figure(bureau, "collective_amount_institution", "900000")
    approved(bureau, no)
    with pytest.raises(Refusal) as refused:
        bureau.do("head", decision(no))
    assert refused.value.code == "DISCUSSION_MISSING"
    assert BASIS in refused.value.message_zh


def test_a_discussion_needs_as_many_as_the_bureau_asks_for(bureau: Any) -> None:
    set_figure(bureau, "collective_members", "4")
    no = bureau.noticed(months=6)
    bureau.do("ins1", bureau.waived(no))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, held_on=bureau.today, agreed=True,
        members=("head", "vice", "sup"), record="一致同意", ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    assert bureau.refused("head", talk) == "TOO_FEW_MEMBERS"


def test_a_worksheet_is_cut_by_the_bureaus_tiers_and_says_by_what(bureau: Any) -> None:
    no = bureau.investigated()
    drawn(bureau, no)
    set_figure(bureau, "discretion_tiers", "0.1;0.9")
    drawn(bureau, no)
    case = bureau.state(f"case:{no}")
    first, second = (sheet_of(case, one.worksheet_id) for one in case.worksheets)
    low, high = first.band.low, first.band.high
    assert first.span == (low, low + (high - low) * Decimal("0.3"))
    assert second.span == (low, low + (high - low) * Decimal("0.1"))
    told = [" ".join(step.zh for step in sheet.steps) for sheet in (first, second)]
    assert BASIS not in told[0]
    assert f"分档依据：{BASIS}" in told[1]


def score(points: int, day: date) -> p.RecordScore:
    return p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李医生", fixmedins_code="H34162300001",
        act="tiaoli_40" if points > 9 else "billing_for_barred", responsibility=p.Responsibility.PRIMARY,
        points=points, conduct_on=day, conduct_to=day, reasons="主要责任", departure="依本局裁量说明",
        basis=p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2026〕3号", day, "云溪县医保局", served_on=day),
    )  # fmt: skip


def suspension(bureau: Any, months: int, term: str = "payment-share-50") -> m.ProposeMeasure:
    return m.ProposeMeasure(
        subject_kind=m.SubjectKind.INSTITUTION, subject_key="H34162300001",
        subject_name="云溪县人民医院", term=term, document_no="协处〔2026〕1号", reasons="多次违约",
        months=months,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "term", "usual", "own"),
    [
        ("share_20_months", "payment-share-20", 6, 3),
        ("share_50_months", "payment-share-50", 12, 18),
    ],
)
def test_a_suspension_lasts_no_longer_than_the_bureau_set(
    bureau: Any, name: str, term: str, usual: int, own: int
) -> None:
    if own > usual:
        assert bureau.refused("agency", suspension(bureau, own, term)) == "OUTSIDE_BAND"
    else:
        bureau.do("agency", suspension(bureau, usual, term))
    before = len(bureau.state("measures:institution:H34162300001").measures)
    set_figure(bureau, name, str(own))
    assert bureau.refused("agency", suspension(bureau, own + 1, term)) == "OUTSIDE_BAND"
    bureau.do("agency", suspension(bureau, own, term))
    one = bureau.state("measures:institution:H34162300001").measures[-1]
    assert (one.measure_id, one.most) == (f"M{before + 1}", own)
    # What is set later changes nothing of what was proposed: it is decided by what held then.
    set_figure(bureau, name, "1")
    decided = m.DecideMeasure(
        subject_kind=m.SubjectKind.INSTITUTION, subject_key="H34162300001",
        measure_id=one.measure_id, approve=True,
    )  # fmt: skip
    bureau.hear(decided, one.measure_id)
    assert "MeasureDecided" in bureau.do("chief", decided)
    assert "MeasureImposed" in bureau.measure_served(decided, one.measure_id)


def test_a_handling_suspends_no_longer_than_the_agreement_says(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)

    def handling(months: int) -> a.ProposeHandling:
        kind = a.MeasureKind.SUSPEND_AGREEMENT
        asked = a.Measure(kind, Decimal("0.00"), months=months, clause="协议第三十条")
        return a.ProposeHandling(case_no=no, measures=(asked,), reasons="违约")

    set_figure(bureau, "agreement_months", "3")
    assert bureau.refused("agency", handling(4)) == "OUTSIDE_BAND"
    bureau.do("agency", handling(3))
    assert bureau.state(f"case:{no}").handling.most_months == 3


@pytest.mark.parametrize(
    ("own", "total", "months"), [(None, 9, 2), ("1;3;5", 9, 1), ("1;3;5", 11, 5)]
)
def test_points_suspend_for_the_months_that_the_bureau_set(
    bureau: Any, own: str | None, total: int, months: int
) -> None:
    if own is not None:
        set_figure(bureau, "points_months", own)
    bureau.do("agency", score(total, bureau.today))
    found = sanctions(bureau.state("points:D1"))[-1]
    first = bureau.today
    assert (found.starts, found.until) == (first, add_months(first, months) - timedelta(days=1))
    # A suspension that runs keeps its end.
    set_figure(bureau, "points_months", "4;5;6")
    assert sanctions(bureau.state("points:D1"))[-1] == found


def test_months_of_a_repaired_suspension_are_those_of_its_own_table() -> None:
    rules = next(one for one in rule_sets() if one.national)
    assert [rules.months_for(total, (1, 3, 5)) for total in (9, 10, 11)] == [1, 3, 5]
    assert [rules.months_for(total) for total in (9, 10, 11)] == [2, 4, 6]


def test_what_the_law_fixes_cannot_be_set_and_the_page_says_so() -> None:
    assert not {one.id for one in fixed()} & set(parameters())
    assert all(one.why and one.why_en and one.law for one in fixed())
