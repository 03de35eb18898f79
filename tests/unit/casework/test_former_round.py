"""A decision that fell and is made anew is shown as the former one, with its own round of the procedure."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from api.case.former import former_of
from api.case.steps import steps_of
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands.clocks import PauseClock, PauseGround
from casework.decide import next_actions
from casework.law.surcharge import parts_of
from casework.refusal import Refusal
from cli.case_text import proposal_line
from tests.unit.casework.test_execution import granted, outcome, paid, remedy, served


def test_proposal_and_services_of_a_fallen_decision_are_not_the_current_ones(bureau: Any) -> None:
    no = served(bureau)
    first = bureau.state(f"case:{no}").decision
    assert first is not None
    bureau.do("legal", remedy(bureau))
    bureau.wait(3)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.REMADE))
    case = bureau.state(f"case:{no}")
    assert [one.kind for one in steps_of(case, bureau.today, "zh")] == []
    assert case.of_former("P1")
    bureau.decide_again(no)
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    case = bureau.state(f"case:{no}")
    assert not case.of_former("P2")
    current = steps_of(case, bureau.today, "en")
    assert [one.title for one in current] == ["Service of the notice", "Service of the decision"]
    assert {one.on for one in current} == {case.notice_on, case.served_on}
    (past,) = former_of(case, "en")
    assert past.decision.decision_no == first.decision_no
    assert [one.proposal_id for one in past.proposals] == ["P1"]
    assert past.served_on is not None
    assert past.served_on < bureau.today
    assert [one.kind for one in past.steps] == ["service", "service", "remedy"]
    # Keys go on through the rounds: a receipt still finds its service.
    assert [one.key for one in [*past.steps[:2], *current]] == [
        "notice-1", "decision-2", "notice-3", "decision-4",
    ]  # fmt: skip
    assert case.former[0].fall is not None
    assert case.former[0].fall.body in past.fall
    line = proposal_line(case.proposals[0], former=case.of_former("P1"))
    assert "所作决定已被撤销" in line


def test_an_instalment_tells_whether_it_was_paid_and_whether_it_is_late(bureau: Any) -> None:
    no = served(bureau)
    granted(bureau, no, (10, "4000.00"), (20, "2000.00"), (40, "2226.00"))
    paid(bureau, no, "4500.00")
    bureau.wait(25)
    case = bureau.state(f"case:{no}")
    assert len(parts_of(case)) == 3
    told = [one for one in steps_of(case, bureau.today, "zh") if one.kind == "instalment"]
    assert [(one.text, one.is_open) for one in told] == [
        ("已缴清", False), ("已逾期 · 已缴 500.00 元", True), ("未到期", True),
    ]  # fmt: skip
    english = [one for one in steps_of(case, bureau.today, "en") if one.kind == "instalment"]
    assert [one.text for one in english] == [
        "Paid", "Overdue · 500.00 yuan paid", "Not due yet",
    ]  # fmt: skip


def test_a_second_fall_keeps_the_rounds_apart(bureau: Any) -> None:
    no = served(bureau)
    for n in (1, 2):
        if n > 1:
            bureau.decide_again(no)
            bureau.sealed(no)
            bureau.do(
                "ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
            )
        bureau.do("legal", remedy(bureau))
        bureau.wait(2)
        bureau.do("legal", replace(outcome(bureau, c.RemedyOutcome.REMADE), remedy_id=f"F{n}"))
    case = bureau.state(f"case:{no}")
    rounds = former_of(case, "zh")
    assert [one.number for one in rounds] == [2, 1]
    assert [[p.proposal_id for p in one.proposals] for one in rounds] == [["P2"], ["P1"]]
    assert [[s.key for s in one.steps] for one in rounds] == [
        ["notice-3", "decision-4", "F2"], ["notice-1", "decision-2", "F1"],
    ]  # fmt: skip


def test_a_receipt_is_told_by_its_name_and_to_the_party_without_one(bureau: Any) -> None:
    no = served(bureau)
    case = bureau.state(f"case:{no}")
    paper = case.evidence[0]
    proven = replace(
        case, services=tuple(replace(s, receipt=paper.evidence_id) for s in case.services)
    )
    told = [one.text for one in steps_of(proven, bureau.today, "en") if one.kind == "service"]
    assert all(f"Receipt: {paper.name}" in text for text in told)
    blind = replace(proven, evidence=())
    told = [one.text for one in steps_of(blind, bureau.today, "en") if one.kind == "service"]
    assert told
    assert all("Receipt: attached" in text and paper.evidence_id not in text for text in told)


def test_the_time_of_a_decision_made_anew_is_not_the_bureaus_to_extend(bureau: Any) -> None:
    no = served(bureau)
    anew = c.AnnulDecision(
        case_no=no, by="县法院", document_no="1", annulled_on=bureau.today, reasons="r",
        decide_anew=True, redo_by=bureau.today + timedelta(days=20),
    )  # fmt: skip
    bureau.do("legal", anew)
    until = bureau.state(f"case:{no}").former[-1].redo_by
    assert until == anew.redo_by
    with pytest.raises(Refusal, match=str(until)) as refused:
        bureau.do("ins1", c.ProposeExtension(case_no=no, days=30, reason="x"))
    assert refused.value.code == "BAD_VALUE"
    # Nor to let rest: what is commissioned is done within it.
    ground = PauseGround.APPRAISAL
    rest = PauseClock(case_no=no, ground=ground, reason="鉴定", **bureau.commissioned(no))
    with pytest.raises(Refusal, match=str(until)) as refused:
        bureau.do("ins1", rest)
    assert refused.value.code == "BAD_VALUE"
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert not {"ProposeExtension", "PauseClock"} & {one.name for one in offered}
    [clock] = [
        d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == "decision_anew"
    ]
    assert clock.clock is Clock.RUNNING
