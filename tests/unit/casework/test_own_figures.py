"""Figures of law that the bureau sets: approved, from their day on, and nothing of before changes."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.worksheet import sheet_of
from casework.commands import case as c
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.law.settable import settable
from casework.points.parameters import STREAM, parameters
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
        members=("head", "sup", "legal"), record="一致同意", ruling=c.Ruling.PENALTY,
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
