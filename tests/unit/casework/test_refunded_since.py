"""What came back after the lines were judged is not demanded again: whoever demands looks first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import BEAT
from casework.cases.worksheet import sheet_of
from casework.commands import agreement as a
from casework.commands import case as c
from casework.lines.settle import renew

D = Decimal
HOSPITAL = "H34162300001"
PENALTY, RETURNED = c.Ruling.PENALTY, c.Ruling.RETURNED


LESS: Any = {"less_ground": c.LessGround.ELSEWHERE, "less_reasons": "随费用结清"}


def came_back(bureau: Any, amount: str, bill: str = "F1") -> None:
    """The institution cleared so many yuan of the finding after all (导入此前退回)."""
    paid = c.EarlierRefund(bill, D(amount), c.RefundSource.SELF_CHECK, date(2025, 9, 1), "清1")
    bureau.do("agency", c.ImportRefunds(fixmedins_code=HOSPITAL, refunds=(paid,)))


def handling(no: str, amount: str = "4113.00") -> a.ProposeHandling:
    measure = a.Measure(a.MeasureKind.RECOVERY, D(amount), clause="协议第三十条")
    return a.ProposeHandling(case_no=no, measures=(measure,), reasons="违约")


def judged(bureau: Any) -> str:
    """A case under the agreement whose 4,113 yuan are confirmed."""
    no: str = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", c.ListLines(case_no=no))
    confirm = c.JudgeLines(
        case_no=no, verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open")
    )
    bureau.do("agency", confirm)
    return no


def test_a_handling_asks_for_what_is_still_lost(bureau: Any) -> None:
    no = judged(bureau)
    came_back(bureau, "13.00")
    assert bureau.refused("agency", handling(no)) == "LOSS_NOT_CONFIRMED"
    told = bureau.do("agency", handling(no, "4100.00"))
    assert (told[0], told[-1]) == ("LinesNetted", "HandlingProposed")
    assert bureau.state(f"case:{no}").lines.loss == D("4100.00")


def test_a_proposed_handling_that_was_paid_meanwhile_is_neither_told_nor_decided(
    bureau: Any,
) -> None:
    no = judged(bureau)
    bureau.do("agency", handling(no))
    bureau.issue(no, "handling_notice", "agency")
    told = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    bureau.do("agency", told)
    waived = a.StateDefence(case_no=no, how=c.Defence.STATED, text="已退回 13 元")
    bureau.do("office", waived)
    came_back(bureau, "13.00")
    decide = a.DecideHandling(case_no=no, ruling=PENALTY, decision_no="协处1")
    assert bureau.refused("chief", decide) == "LOSS_NOT_CONFIRMED"
    back = replace(decide, ruling=RETURNED, decision_no="", reasons="已退回 13 元")
    assert bureau.do("chief", back) == ["HandlingReturned"]
    assert bureau.do("agency", handling(no, "4100.00"))[-1] == "HandlingProposed"


def test_a_refund_that_names_no_line_bars_a_handling_that_asks_for_money(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    line = c.CaseLine(
        "M1/1", finding_id="F1", rule_id="hanging_bed", fixmedins_code=HOSPITAL, amount=D(100),
        inside_policy=D(100), fund_share=D("0.8"), on=date(2025, 6, 1), item="床位费",
    )  # fmt: skip
    whole = c.VisitRefund("M1", D("50.00"), D("40.00"), date(2026, 2, 1), ("T9",))
    bureau.do("agency", c.ListLines(case_no=no, lines=(line,), visits=(whole,)))
    confirm = c.JudgeLines(case_no=no, verdict=c.LineVerdict.CONFIRMED, line_ids=("M1/1",))
    bureau.do("agency", confirm)
    assert bureau.refused("agency", handling(no, "80.00")) == "REFUND_NAMES_NO_LINE"
    ended = a.Measure(a.MeasureKind.TERMINATE_AGREEMENT, D(0), clause="协议第三十条")
    assert bureau.do("agency", replace(handling(no), measures=(ended,), **LESS)) == [
        "HandlingProposed"
    ]


def test_the_deliveries_tell_of_a_refund_and_the_proposal_meets_it(bureau: Any) -> None:
    no = bureau.investigated()
    came_back(bureau, "13.00")
    assert bureau.refused("ins1", bureau.proposal(no)) == "LOSS_NOT_CONFIRMED"
    right = replace(bureau.proposal(no), base_loss=D("4100.00"))
    assert bureau.do("ins1", right)[0] == "LinesNetted"


def test_the_head_demands_nothing_that_came_back_since_the_proposal(bureau: Any) -> None:
    no = bureau.to_decide()
    came_back(bureau, "13.00")
    decide = c.DecideCase(case_no=no, ruling=PENALTY, decision_no="云医保罚〔2026〕1号")
    assert bureau.refused("head", decide) == "REFUNDED_SINCE"
    unproven = replace(
        decide, ruling=c.Ruling.NO_PENALTY, ground=c.NoPenaltyGround.NOT_PROVEN, reasons="不成立"
    )
    # Where nothing is demanded back, nothing can be demanded twice.
    assert bureau.refused("head", unproven) == "DISCUSSION_MISSING"
    back = replace(decide, ruling=RETURNED, decision_no="", reasons="已退回 13 元")
    bureau.do("head", back)
    bureau.reported(no)
    right = replace(bureau.proposal(no), base_loss=D("4100.00"), recovery=D("4100.00"))
    assert bureau.do("ins1", right)[-1] == "PenaltyProposed"


def test_on_the_spot_what_came_back_is_no_loss(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.confirm(no)
    came_back(bureau, "3113.00")
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-1", multiple=D(1),
        present="法定代表人王某", place="云溪医院", told=True, defence="无异议", decision_no="当罚1", reasons="数额较小",
    )  # fmt: skip
    assert bureau.refused("ins1", replace(spot, factors=("repeated",))) == "OUTSIDE_DISCRETION"
    did = bureau.do("ins1", replace(spot, factors=("first_time",)))
    assert (did[0], did[-2:]) == ("LinesNetted", ["WorksheetDrawn", "CaseDecidedOnSpot"])
    case = bureau.state(f"case:{no}")
    assert case.decision.recovery == D("1000.00")
    # The fine is that of its worksheet: law in time, discretion, loss of now.
    sheet = sheet_of(case, case.decision.worksheet_id)
    assert (sheet.loss, sheet.fine) == (D("1000.00"), case.decision.fine)
    assert [one.id for one in sheet.factors] == ["first_time"]


def test_a_proposal_looks_at_what_came_back_once(
    bureau: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    no = bureau.investigated()
    came_back(bureau, "13.00")
    looks: list[str] = []

    def look(lines: Any, books: Any) -> Any:
        looks.append(lines.case_no)
        return renew(lines, books)

    monkeypatch.setattr("casework.lines.now.renew", look)
    right = replace(bureau.proposal(no), base_loss=D("4100.00"), recovery=D("4100.00"))
    did = bureau.do("ins1", right)
    assert looks == [no]
    assert did.count("LinesNetted") == 2
    assert did[-2:] == ["WorksheetDrawn", "PenaltyProposed"]


def test_the_deliveries_count_too(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    line = c.CaseLine(
        "M1/1", finding_id="F1", rule_id="hanging_bed", fixmedins_code=HOSPITAL, amount=D(100),
        inside_policy=D(100), fund_share=D("0.8"), on=date(2025, 6, 1), item="床位费",
    )  # fmt: skip
    bureau.do("agency", c.ListLines(case_no=no, lines=(line,)))
    bureau.do(
        "agency",
        c.JudgeLines(case_no=no, verdict=c.LineVerdict.CONFIRMED, line_ids=("M1/1",)),
    )
    refund = c.SettledRefund(D(25), date(2026, 2, 1), "T1")
    told = c.SettledLine("M1/1", D(100), (refund,))
    bureau.do(BEAT, c.RecordSettled(fixmedins_code=HOSPITAL, lines=(told,)))
    assert bureau.refused("agency", handling(no, "80.00")) == "LOSS_NOT_CONFIRMED"
    assert bureau.do("agency", handling(no, "60.00"))[-1] == "HandlingProposed"
