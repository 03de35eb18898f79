"""Suspected lines, one by one: the only source of the loss, and no yuan recovered twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actors import BEAT
from casework.cases.stages import Stage
from casework.commands import case as c
from casework.event_names import EVENTS
from casework.events import seal, to_json
from casework.lines.clash import Rival, clashes, rivals
from casework.lines.listing import arrived, takes_lines
from casework.lines.select import matching
from casework.lines.unset import unset_of
from casework.refusal import Refusal

D = Decimal
HOSPITAL = "H34162300001"
CONFIRMED, PARTLY, REJECTED = c.LineVerdict


def line(n: int, amount: str = "100.00", share: str = "0.8", **more: Any) -> c.CaseLine:
    values = {"finding_id": "F1", "rule_id": "hanging_bed", "fixmedins_code": HOSPITAL, **more}
    inside = D(amount)
    return c.CaseLine(
        f"M{n}/1", amount=inside, inside_policy=inside, fund_share=D(share),
        on=date(2025, 6, n), item=f"床位费{n}", **values,
    )  # fmt: skip


def listed(bureau: Any, *lines: c.CaseLine, no: str = "C1") -> str:
    bureau.opened(no)
    bureau.do("ins1", c.ListLines(case_no=no, lines=lines))
    return no


def judge(bureau: Any, verdict: c.LineVerdict, *ids: str, no: str = "C1", **more: Any) -> Any:
    command = c.JudgeLines(case_no=no, verdict=verdict, line_ids=ids, **more)
    return bureau.do("ins1", command)


def refused(bureau: Any, command: Any, who: str = "ins1") -> str:
    before = {stream: len(chain) for stream, chain in bureau.streams.items() if chain}
    with pytest.raises(Refusal) as answer:
        bureau.do(who, command)
    assert {s: len(chain) for s, chain in bureau.streams.items() if chain} == before
    assert answer.value.message_en
    return answer.value.code


def test_every_suspicion_is_listed_once(bureau: Any) -> None:
    """Two findings on one line are one line; a finding without lines is one line of its own."""
    bureau.opened()
    more = (c.FindingRef("F2", "duplicate_charge", D("80.00")), c.FindingRef("F3", "x", D("7.00")))
    bureau.do("ins1", c.AttachFindings(case_no="C1", findings=more))
    twice = (line(1), line(2), replace(line(1), finding_id="F2"))
    stranger = replace(line(9), finding_id="F9")
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(*twice, stranger)))
    lines = bureau.state("lines:C1").lines
    assert list(lines) == ["M1/1", "M2/1", "F3"]
    assert bureau.state("case:C1").lines.suspected == D("167.00")
    assert refused(bureau, c.ListLines(case_no="C1", lines=twice)) == "NOTHING_TO_LIST"


def test_a_full_confirmation_confirms_what_the_finding_held_against_the_line(bureau: Any) -> None:
    """The price above its limit is lost, not the whole examination; what was found out may be more."""
    over = replace(line(1, "216.00", "1"), at_risk=D("37.62"))
    listed(bureau, over, replace(over, line_id="M2/1"), replace(over, line_id="M3/1"))
    assert bureau.state("case:C1").lines.suspected == D("112.86")
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("37.62")
    judge(bureau, PARTLY, "M2/1", amount=D("216.00"), reasons="该检查未实际进行")
    totals = bureau.state("case:C1").lines
    assert (totals.loss, totals.rejected, totals.suspected) == (D("253.62"), 0, D("291.24"))
    for amount in ("216.01", "37.62", "0"):
        more = c.JudgeLines(
            case_no="C1", verdict=PARTLY, line_ids=("M3/1",), amount=D(amount), reasons="x"
        )
        assert refused(bureau, more) == "BAD_VALUE"
    judge(bureau, CONFIRMED, "M2/1")
    assert bureau.state("case:C1").lines.loss == D("75.24")


def test_of_two_findings_on_a_line_the_graver_counts(bureau: Any) -> None:
    bureau.opened()
    more = (c.FindingRef("F2", "duplicate_charge", D("80.00")),)
    bureau.do("ins1", c.AttachFindings(case_no="C1", findings=more))
    mild = replace(line(1), at_risk=D("5.00"))
    grave = replace(mild, finding_id="F2", at_risk=D("60.00"))
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(mild, grave)))
    assert bureau.state("case:C1").lines.suspected == D("60.00")


def test_what_other_institutions_billed_is_not_this_ones_to_return(bureau: Any) -> None:
    bureau.opened()
    elsewhere = replace(line(2), fixmedins_code="H34162300099")
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(line(1), elsewhere)))
    assert list(bureau.state("lines:C1").lines) == ["M1/1"]


def test_a_case_counts_and_lists_what_its_own_party_billed(bureau: Any) -> None:
    bureau.opened()
    here, other = line(1).fixmedins_code, "H34162300099"
    spans = c.FindingRef(
        "F2", "frequent", D("100.00"), places=((here, D("40.00")), (other, D("60.00")))
    )
    away = c.FindingRef(
        "F3", "frequent", D("70.00"), places=((other, D("50.00")), ("H3", D("20.00")))
    )
    bureau.do("ins1", c.AttachFindings(case_no="C1", findings=(spans, away)))
    case = bureau.state("case:C1")
    assert [(f.amount, f.elsewhere) for f in case.findings[1:]] == [
        (D("40.00"), D("60.00")),
        (D("0.00"), D("70.00")),
    ]
    assert case.amount_at_risk == D("4153.00")
    far = [replace(line(n), finding_id="F3", fixmedins_code=other) for n in (7, 8)]
    near = (line(1), replace(line(2), finding_id="F2"))
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(*near, *far)))
    assert list(bureau.state("lines:C1").lines) == ["M1/1", "M2/1"]
    nothing = c.ListLines(case_no="C1", lines=tuple(far))
    assert refused(bureau, nothing) == "LINES_ELSEWHERE"


def test_a_finding_keeps_its_sentence_in_both_languages(bureau: Any) -> None:
    bureau.opened()
    both = c.FindingRef("F2", "duplicate", Decimal("4.00"), "重复收费", sentence_en="charged twice")
    bureau.do(
        "sup",
        c.AssignOfficers(
            case_no="C1", officers=(c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
        ),
    )
    bureau.do("ins1", c.AttachFindings(case_no="C1", findings=(both,)))
    old, new = bureau.state("case:C1").findings
    assert (old.sentence, old.sentence_en) == ("挂床 5 天", "")
    assert (new.sentence, new.sentence_en) == ("重复收费", "charged twice")


def test_a_case_none_of_whose_lines_its_party_billed_lists_none(bureau: Any) -> None:
    bureau.opened()
    elsewhere = replace(line(1), fixmedins_code="H34162300099")
    assert refused(bureau, c.ListLines(case_no="C1", lines=(elsewhere,))) == "LINES_ELSEWHERE"


def test_verdicts_add_up_to_the_cent(bureau: Any) -> None:
    listed(bureau, line(1), line(2, "33.33", "0.55"), line(3), line(4))
    judge(bureau, CONFIRMED, "M2/1")
    judge(bureau, PARTLY, "M1/1", amount=D("30.01"), reasons="其余有医嘱")
    judge(bureau, REJECTED, "M3/1", reasons="属实")
    totals = bureau.state("case:C1").lines
    assert (totals.listed, totals.open) == (4, 1)
    assert totals.confirmed == totals.loss == D("48.34")
    assert totals.rejected == D("129.99")
    assert totals.suspected == D("258.33")
    judge(bureau, REJECTED, "M2/1", reasons="复核后不认定")
    assert bureau.state("case:C1").lines.loss == D("30.01")


def test_in_bulk_by_filter_with_what_the_preview_counted(bureau: Any) -> None:
    listed(bureau, *(line(n) for n in range(1, 8)))
    where = c.LineFilter(from_day=date(2025, 6, 3), to_day=date(2025, 6, 5))
    bulk = c.JudgeLines(case_no="C1", verdict=CONFIRMED, where=where, expected_count=4)
    assert refused(bureau, bulk) == "SELECTION_CHANGED"
    bureau.do("ins1", replace(bulk, expected_count=3))
    found = list(matching(bureau.state("lines:C1"), c.LineFilter(state="confirmed")))
    assert [one.of.line_id for one in found] == ["M3/1", "M4/1", "M5/1"]
    half = c.JudgeLines(
        case_no="C1", verdict=PARTLY, where=c.LineFilter(state="open"), share=D("0.25"), reasons="x"
    )
    bureau.do("ins1", half)
    assert bureau.state("case:C1").lines.loss == D("320.00")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"verdict": REJECTED, "line_ids": ("M1/1",)}, "FIELD_REQUIRED"),
        ({"verdict": PARTLY, "line_ids": ("M1/1",), "reasons": "x"}, "BAD_VALUE"),
        ({"verdict": PARTLY, "line_ids": ("M1/1",), "amount": D("80.00"), "reasons": "x"}, "BAD_VALUE"),
        ({"verdict": PARTLY, "line_ids": ("M1/1",), "amount": D("NaN"), "reasons": "x"}, "BAD_AMOUNT"),
        ({"verdict": PARTLY, "line_ids": ("M1/1", "M2/1"), "amount": D(1), "reasons": "x"}, "BAD_VALUE"),
        ({"verdict": PARTLY, "line_ids": ("M1/1",), "share": D("1"), "reasons": "x"}, "BAD_VALUE"),
        ({"verdict": CONFIRMED, "line_ids": ("M1/1",), "amount": D(1)}, "BAD_VALUE"),
        ({"verdict": CONFIRMED, "line_ids": ("M9/1",)}, "NOT_FOUND"),
        ({"verdict": CONFIRMED}, "FIELD_REQUIRED"),
        ({"verdict": CONFIRMED, "where": c.LineFilter(text="无此项目")}, "NOT_FOUND"),
    ],
)  # fmt: skip
def test_what_no_verdict_is(bureau: Any, more: dict[str, Any], code: str) -> None:
    listed(bureau, line(1), line(2))
    assert refused(bureau, c.JudgeLines(case_no="C1", **more)) == code


def test_strangers_do_not_judge(bureau: Any) -> None:
    bureau.filed()
    bureau.do("ins1", c.ListLines(case_no="C1"))
    verdict = c.JudgeLines(case_no="C1", verdict=CONFIRMED, line_ids=("F1",))
    assert refused(bureau, verdict, "ins3") == "NOT_AN_OFFICER"
    assert refused(bureau, verdict, "legal") == "ROLE_REQUIRED"


def test_after_a_proposal_the_lines_rest(bureau: Any) -> None:
    no = bureau.proposed()
    verdict = c.JudgeLines(case_no=no, verdict=REJECTED, line_ids=("F1",), reasons="x")
    assert refused(bureau, verdict) == "PROPOSAL_PENDING"


def test_an_open_line_keeps_the_proposal_waiting(bureau: Any) -> None:
    no = bureau.investigated()
    bill = {"bill": "M7/1", "title": "护理费", "fixmedins_code": HOSPITAL}
    bureau.do("ins1", c.AddLine(case_no=no, **bill, amount=D(9), inside_policy=D(9)))
    assert refused(bureau, bureau.proposal(no)) == "STEP_MISSING"
    judge(bureau, REJECTED, "M7/1", reasons="已冲销")
    assert bureau.do("ins1", bureau.proposal(no)) == ["WorksheetDrawn", "PenaltyProposed"]
    dearer = replace(bureau.proposal(no), base_loss=D("4113.01"))
    assert refused(bureau, dearer) == "PROPOSAL_PENDING"


def test_no_more_is_demanded_than_was_confirmed(bureau: Any) -> None:
    no = bureau.investigated()
    dear = replace(bureau.proposal(no), base_loss=D("4113.01"))
    assert refused(bureau, dear) == "LOSS_NOT_CONFIRMED"
    back = replace(bureau.proposal(no), recovery=D("4113.01"))
    assert refused(bureau, back) == "LOSS_NOT_CONFIRMED"


def refund(n: int, amount: str, paper: str = "自查1号") -> c.EarlierRefund:
    source = c.RefundSource.SELF_CHECK
    return c.EarlierRefund(f"M{n}/1", D(amount), source, date(2025, 9, 1), paper)


def test_what_came_back_before_is_deducted(bureau: Any) -> None:
    listed(bureau, line(1), line(2))
    known = (refund(1, "30.00"), refund(2, "80.00"))
    imported = c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=known)
    bureau.do("agency", imported)
    assert refused(bureau, imported, "agency") == "ALREADY_DONE"
    judge(bureau, CONFIRMED, "M1/1", "M2/1")
    totals = bureau.state("case:C1").lines
    assert (totals.confirmed, totals.returned, totals.loss) == (
        D("160.00"),
        D("110.00"),
        D("50.00"),
    )


def drawing(no: str) -> c.DrawWorksheet:
    return c.DrawWorksheet(case_no=no, article_id="tiaoli-38-1", multiple=D("1.5"), reasons="x")


def test_a_refund_entered_later_is_deducted_by_the_worksheet(bureau: Any) -> None:
    no = bureau.investigated()
    paid = c.EarlierRefund("F1", D("13.00"), c.RefundSource.GROUP_CLEARING, date(2025, 9, 1), "清1")
    bureau.do("agency", c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(paid,)))
    assert bureau.do("ins1", drawing(no))[0] == "LinesNetted"
    case = bureau.state(f"case:{no}")
    assert case.worksheets[-1].loss == case.lines.loss == D("4100.00")
    assert refused(bureau, bureau.proposal(no, "1.5")) == "LOSS_NOT_CONFIRMED"
    right = replace(bureau.proposal(no, "1.5"), base_loss=D("4100.00"), worksheet_id="W1")
    assert bureau.do("ins1", right) == ["PenaltyProposed"]


def settled(bureau: Any, n: int, *amounts: str, billed: str = "100.00") -> list[str]:
    """The deliveries say that so many yuan of a line's bill were refunded, one settlement each."""
    refunds = tuple(
        c.SettledRefund(D(amount), date(2026, 2, at), f"T{n}-{at}")
        for at, amount in enumerate(amounts, 1)
    )
    line = c.SettledLine(f"M{n}/1", D(billed), refunds)
    return bureau.do(BEAT, c.RecordSettled(fixmedins_code=HOSPITAL, lines=(line,)))


def back(bureau: Any, no: str = "C1", line_id: str = "M1/1") -> list[tuple[str, Decimal]]:
    book, lines = bureau.state(f"refunds:{HOSPITAL}"), bureau.state(f"lines:{no}")
    return [(one.document_no, amount) for one, amount in book.back(lines.lines[line_id])]


def test_a_refund_settlement_of_a_later_delivery_is_deducted(bureau: Any) -> None:
    """Of a bill of 100 yuan, 80 of them the fund's, 25 and then the rest went back."""
    listed(bureau, line(1), line(2))
    assert settled(bureau, 1, "25.00") == ["RefundsSettled"]
    assert settled(bureau, 1, "25.00") == []
    assert back(bureau) == [("T1-1", D("20.00"))]
    judge(bureau, CONFIRMED, "M1/1", "M2/1")
    assert bureau.state("case:C1").lines.loss == D("140.00")
    settled(bureau, 1, "25.00", "75.00")
    assert back(bureau) == [("T1-1", D("20.00")), ("T1-2", D("60.00"))]
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("80.00")
    # Its delivery was withdrawn: it is no refund any more.
    settled(bureau, 1)
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("160.00")


def test_a_refund_that_listing_netted_is_not_deducted_again(bureau: Any) -> None:
    """The second case listed what was left; only what came back since is deducted from it."""
    listed(bureau, line(1))
    settled(bureau, 1, "25.00")
    listed(bureau, line(1, "75.00"), no="C2")
    assert back(bureau, "C2") == []
    settled(bureau, 1, "25.00", "15.00")
    assert back(bureau, "C1") == [("T1-1", D("20.00")), ("T1-2", D("12.00"))]
    assert back(bureau, "C2") == [("T1-2", D("12.00"))]
    judge(bureau, CONFIRMED, "M1/1", no="C2")
    assert bureau.state("case:C2").lines.loss == D("48.00")


def test_an_older_refund_that_comes_late_counts_for_what_it_is(bureau: Any) -> None:
    """Listed when 30 had gone back; then the deliveries tell of 10 that went back before those."""
    listed(bureau, line(1, "70.00"))
    settled(bureau, 1, "10.00", "30.00")
    assert back(bureau) == [("T1-2", D("8.00"))]


def test_one_paper_is_deducted_once_however_it_came_in(bureau: Any) -> None:
    listed(bureau, line(1))
    typed = replace(refund(1, "20.00", "T1-1"), source=c.RefundSource.OTHER)
    bureau.do("agency", c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(typed,)))
    settled(bureau, 1, "25.00", "25.00")
    assert back(bureau) == [("T1-2", D("20.00"))]
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("40.00")


def test_only_the_deliveries_tell_of_refund_settlements(bureau: Any) -> None:
    listed(bureau, line(1))
    told = c.RecordSettled(fixmedins_code=HOSPITAL, lines=(c.SettledLine("M1/1", D(1)),))
    for who in ("ins1", "agency", "head"):
        assert refused(bureau, told, who) == "NOT_YOURS"


def whole(billed: str = "50.00", amount: str = "40.00") -> c.VisitRefund:
    """A settlement gave back a part of visit M1 and named no line of it."""
    return c.VisitRefund("M1", D(billed), D(amount), date(2026, 2, 1), ("T9",))


def still(bureau: Any, no: str = "C1") -> list[Decimal]:
    """What of the visits' refunds is set against no line yet, by visit."""
    book = bureau.state(f"refunds:{HOSPITAL}")
    lines = bureau.state(f"lines:{no}").lines.values()
    return [one.amount for one in unset_of(lines, {HOSPITAL: book})]


def test_a_refund_that_names_no_line_bars_the_worksheet_until_it_is_recorded(bureau: Any) -> None:
    """What concerns other lines of the visit is recorded at those: it is no loss of this case."""
    no = bureau.investigated()
    bureau.do("ins1", c.ListLines(case_no=no, lines=(line(1), line(2)), visits=(whole(),)))
    judge(bureau, CONFIRMED, "M1/1", "M2/1", no=no)
    assert still(bureau, no) == [D("40.00")]
    sheet = drawing(no)
    assert refused(bureau, sheet) == "REFUND_NAMES_NO_LINE"
    here = replace(refund(1, "30.00", "T9"), source=c.RefundSource.OTHER)
    bureau.do("agency", c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(here,)))
    assert still(bureau, no) == [D("10.00")]
    assert refused(bureau, sheet) == "REFUND_NAMES_NO_LINE"
    other = replace(here, bill="M1/7", amount=D("10.00"))
    # A line that no case holds: the claims know it.
    beside = (replace(line(1), line_id="M1/7"),)
    known = {"fixmedins_code": HOSPITAL, "refunds": (other,)}
    assert refused(bureau, c.ImportRefunds(**known), "agency") == "REFUND_OF_NO_LINE"
    bureau.do("agency", c.ImportRefunds(**known, lines=beside))
    assert still(bureau, no) == []
    assert "WorksheetDrawn" in bureau.do("ins1", sheet)
    assert bureau.state(f"case:{no}").worksheets[-1].loss == D("4243.00")


def test_a_refund_that_names_no_line_of_a_rejected_line_bars_nothing(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", c.ListLines(case_no=no, lines=(line(1), line(2)), visits=(whole(),)))
    judge(bureau, REJECTED, "M1/1", no=no, reasons="x")
    judge(bureau, CONFIRMED, "M2/1", no=no)
    assert "WorksheetDrawn" in bureau.do("ins1", drawing(no))


def before(bureau: Any, *known: c.EarlierRefund) -> None:
    """Refunds that were entered before anybody looked at their lines."""
    chain = bureau.streams[f"refunds:{HOSPITAL}"]
    data = to_json({"refunds": [vars(one) for one in known], "file_name": ""})
    last = chain[-1]
    chain.append(
        seal(last.stream, last.seq + 1, "RefundsImported", data, "agency", bureau.at, last.hash)
    )


def test_what_is_recorded_above_a_line_is_set_against_nothing(bureau: Any) -> None:
    """90 yuan recorded at a line of 80, as one could before: ten are still to be said of."""
    bureau.opened()
    visits = (whole("112.50", "90.00"),)
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(line(1),), visits=visits))
    above = c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(refund(1, "90.00", "T9"),))
    assert refused(bureau, above, "agency") == "REFUND_ABOVE_LINE"
    before(bureau, refund(1, "90.00", "T9"))
    assert still(bureau) == [D("10.00")]


def test_a_load_tells_of_refunds_that_name_no_line_and_takes_them_back(bureau: Any) -> None:
    listed(bureau, line(1))

    def load(*visits: c.VisitRefund) -> Any:
        return bureau.do(BEAT, c.RecordSettled(fixmedins_code=HOSPITAL, lines=(), visits=visits))

    assert load(whole()) == ["RefundsSettled"]
    assert load(whole()) == []
    assert still(bureau) == [D("40.00")]
    assert load(c.VisitRefund("M1", D(0), D(0))) == ["RefundsSettled"]
    assert still(bureau) == []


def test_what_the_book_of_refunds_is_told_has_a_name_in_words() -> None:
    """The terminal names every event that an act wrote."""
    events = ("LinesHeld", "LinesClaimed", "RefundsSettled", "RefundsImported")
    assert [one for one in events if one not in EVENTS] == []


def test_two_cases_share_a_line_but_not_its_money(bureau: Any) -> None:
    listed(bureau, line(1), line(2))
    listed(bureau, line(1), line(3), no="C2")
    judge(bureau, PARTLY, "M1/1", amount=D("50.00"), reasons="x")
    judge(bureau, CONFIRMED, "M1/1", "M3/1", no="C2")
    assert bureau.state("case:C2").lines.loss == D("110.00")
    # The first case goes further; what the second took is gone.
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("50.00")
    # The second lets it go, and the first may take it.
    judge(bureau, REJECTED, "M1/1", no="C2", reasons="由 C1 处理")
    judge(bureau, CONFIRMED, "M1/1")
    assert bureau.state("case:C1").lines.loss == D("80.00")


def test_an_ended_case_lets_its_lines_go(bureau: Any) -> None:
    listed(bureau, line(1))
    judge(bureau, CONFIRMED, "M1/1")
    let_go = c.ReleaseLines(case_no="C1", reasons="不予立案")
    assert refused(bureau, let_go, "sup") == "ILLEGAL_MOVE"
    bureau.declined("C1", "轻微")
    bureau.do("sup", let_go)
    assert bureau.state(f"refunds:{HOSPITAL}").claims.get("M1/1", {}) == {}
    listed(bureau, line(1), no="C2")
    judge(bureau, CONFIRMED, "M1/1", no="C2")
    assert bureau.state("case:C2").lines.loss == D("80.00")


AMOUNTS = st.decimals("0.01", "90.00", places=2)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("C1", "C2", "C3")),
        st.sampled_from(tuple(c.LineVerdict)),
        st.integers(1, 3),
        AMOUNTS,
        st.booleans(),
    ),
    max_size=25,
)


@given(steps=STEPS)
def test_no_sequence_recovers_a_line_twice(new_bureau: Any, steps: list[Any]) -> None:
    bureau = new_bureau()
    for no in ("C1", "C2", "C3"):
        listed(bureau, line(1), line(2, "55.55", "0.7"), line(3), no=no)
    for no, verdict, n, amount, refunding in steps:
        part = amount if verdict is PARTLY else None
        try:
            if refunding:
                # Also what was entered before anybody looked at the lines folds, and is taken once.
                before(bureau, refund(n, str(amount), f"P{len(bureau.streams)}"))
            judge(bureau, verdict, f"M{n}/1", no=no, amount=part, reasons="x")
        except Refusal:
            continue
        book = bureau.state(f"refunds:{HOSPITAL}")
        for other in ("C1", "C2", "C3"):
            state = bureau.state(f"lines:{other}")
            totals = bureau.state(f"case:{other}").lines
            assert totals.loss == sum(one.loss for one in state.lines.values())
            for one in state.lines.values():
                assert 0 <= one.loss <= one.suspected
                assert book.claims.get(one.of.line_id, {}).get(other, D(0)) == one.loss
        whole = bureau.state("lines:C1").lines
        for line_id, claims in book.claims.items():
            assert sum(claims.values()) <= whole[line_id].suspected


def test_the_agency_establishes_nothing_in_a_penalty_case(bureau: Any) -> None:
    """Once officers are named, the 经办机构 lists no line and judges none; before, it may list."""
    bureau.opened("C2")
    bureau.do("agency", c.ListLines(case_no="C2", lines=(line(1),)))
    bureau.filed()
    bureau.do("ins1", c.ListLines(case_no="C1", lines=(line(1),)))
    by_hand = c.AddLine(
        case_no="C1", bill="P1", title="纸质收据", fixmedins_code=HOSPITAL, amount=D("9.00"),
        inside_policy=D("9.00"),
    )  # fmt: skip
    verdict = c.JudgeLines(case_no="C1", verdict=CONFIRMED, line_ids=("M1/1",))
    for command in (c.ListLines(case_no="C1", lines=(line(2),)), verdict, by_hand):
        assert refused(bureau, command, who="agency") == "NOT_AN_OFFICER"
    bureau.do("ins1", verdict)


def test_two_cases_that_hold_a_line_see_each_other(bureau: Any) -> None:
    """Already while both suspect it; who confirms first recovers it, a rejection lets it go."""
    listed(bureau, line(1), line(2))
    listed(bureau, line(1), line(2), line(3), no="C2")

    def seen(no: str, *ended: str) -> list[tuple[Any, ...]]:
        lines, book = bureau.state(f"lines:{no}"), bureau.state(f"refunds:{HOSPITAL}")
        found = clashes(lines.lines.values(), {HOSPITAL: book}, no, ended)
        return [(x.case_no, x.lines, x.open, x.suspected, x.recovered) for x in found]

    assert seen("C1") == [("C2", 2, 2, D("160.00"), 0)]
    assert seen("C2") == [("C1", 2, 2, D("160.00"), 0)]
    assert seen("C2", "C1") == []
    judge(bureau, CONFIRMED, "M1/1")
    judge(bureau, REJECTED, "M2/1", reasons="x")
    assert seen("C2") == [("C1", 1, 0, 0, D("80.00"))]
    first = bureau.state("lines:C2").lines["M1/1"]
    assert rivals(first, bureau.state(f"refunds:{HOSPITAL}"), "C2") == (
        Rival("C1", D("80.00"), judged=True),
    )
    judge(bureau, CONFIRMED, "M1/1", "M2/1", no="C2")
    assert seen("C1") == [("C2", 1, 0, 0, D("80.00"))]
    assert bureau.state("case:C2").lines.loss == D("80.00")


def test_fees_of_a_barred_doctor_listed_as_one_line_are_not_listed_again(bureau: Any) -> None:
    barred = c.FindingRef("barred-1", "barred_doctor_settlement", D("90.00"), "停权期间结算")
    no = bureau.opened()
    bureau.do("ins1", c.AttachFindings(case_no=no, findings=(barred,)))
    bureau.do("ins1", c.ListLines(case_no=no))
    fee = line(3, finding_id="barred-1", rule_id="barred_doctor_settlement")
    assert refused(bureau, c.ListLines(case_no=no, lines=(fee,))) == "NOTHING_TO_LIST"
    other = bureau.opened("C2")
    bureau.do("ins1", c.AttachFindings(case_no=other, findings=(barred,)))
    bureau.do("ins1", c.ListLines(case_no=other, lines=(fee,)))
    assert set(bureau.state(f"lines:{other}").lines) == {"F1", "M3/1"}


def test_fees_that_came_after_the_listing_are_told_while_they_can_be_listed(bureau: Any) -> None:
    no = bureau.opened("C2")
    first, later, other = line(1), line(2), line(3, finding_id="F9")

    def told() -> list[str]:
        case, lines = bureau.state(f"case:{no}"), bureau.state(f"lines:{no}")
        return [one.line_id for one in arrived(case, lines, (first, later, later, other))]

    # Before the first listing nothing is late.
    assert told() == []
    bureau.do("agency", c.ListLines(case_no=no, lines=(first,)))
    assert told() == ["M2/1"]
    bureau.do("agency", c.ListLines(case_no=no, lines=(later,)))
    assert told() == []


def test_a_case_takes_lines_until_its_proposal_is_approved(bureau: Any) -> None:
    listed(bureau, line(1))
    state = bureau.state("case:C1")
    assert takes_lines(state)
    assert takes_lines(replace(state, stage=Stage.SUSPENDED, return_to=Stage.INVESTIGATION))
    assert not takes_lines(replace(state, stage=Stage.SUSPENDED, return_to=Stage.DECISION))
    past = (Stage.NOTICE, Stage.DECISION, Stage.EXECUTION, Stage.HANDLING_EXECUTION, Stage.CLOSED)
    for stage in past:
        assert not takes_lines(replace(state, stage=stage)), stage
        assert arrived(replace(state, stage=stage), bureau.state("lines:C1"), (line(2),)) == ()
    waits = SimpleNamespace(outcome=None)
    assert takes_lines(replace(state, proposals=(waits,)))
    assert not takes_lines(replace(state, proposals=(SimpleNamespace(outcome="approved"),)))
