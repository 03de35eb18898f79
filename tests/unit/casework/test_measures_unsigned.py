"""A case with measures is closed once their notices are back, signed and sealed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.acts import Action
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.measures import LiftMeasure, SubjectKind
from casework.decide import next_actions
from casework.measures.state import fold_measures
from casework.measures.wanted import measure_papers, seen_with, wanted
from casework.notices.rows import To
from casework.notices.tell import hears, told
from casework.refusal import Refusal
from tests.unit.casework.test_agreement_path import decided, serve

HOSPITAL = "H34162300001"


def suspended(bureau: Any) -> str:
    """A handling that suspends a department and a doctor, up to its closing."""
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    clause = {"clause": "协议第三十条", "months": 1}
    parts = (
        a.Measure(a.MeasureKind.SUSPEND_DEPARTMENT, target="骨科", **clause),
        a.Measure(a.MeasureKind.SUSPEND_PERSON, target="D1", **clause),
    )
    decided(bureau, no, *parts)
    serve(bureau, no)
    bureau.receipts(no, "agency")
    bureau.approvals_signed(no, "agency")
    return no


def lacking(bureau: Any, no: str) -> list[str]:
    case = bureau.state(f"case:{no}")
    return [one.zh for one in measure_papers(case, {s: bureau.state(s) for s in case.measured})]


def steps(bureau: Any, no: str, who: str) -> tuple[Action, ...]:
    case = bureau.state(f"case:{no}")
    seen = seen_with(case, {s: bureau.state(s) for s in case.measured})
    return next_actions(seen, bureau.people[who], bureau.at)


def test_a_handling_waits_for_the_notices_of_its_suspensions(bureau: Any) -> None:
    no = suspended(bureau)
    close = a.CloseHandling(case_no=no, situation="办结")
    notice = "暂停（中止）医保服务通知书"
    named = [f"{notice}（{HOSPITAL} 骨科 M1）", f"{notice}（D1 M1）"]
    assert sorted(lacking(bureau, no)) == sorted(named)
    with pytest.raises(Refusal, match="措施台账") as answer:
        bureau.do("agency", close)
    assert (answer.value.code, answer.value.facts["count"]) == ("MEASURES_UNSIGNED", 2)
    assert all(one in answer.value.message_zh for one in named)
    assert bureau.refused("agency", close) == "MEASURES_UNSIGNED"
    offered = steps(bureau, no, "agency")
    # The missing paper is the next step, and the closing none before it is back.
    assert "CloseHandling" not in {one.name for one in offered}
    [first] = [one for one in offered if one.primary]
    assert first.name == "AttachMeasurePaper"
    assert first.step[0].endswith(f"：{lacking(bureau, no)[0]}")
    assert not [one for one in steps(bureau, no, "office") if one.primary]
    bureau.measures_signed(no)
    assert lacking(bureau, no) == []
    assert [one.name for one in steps(bureau, no, "agency") if one.primary] == ["CloseHandling"]
    assert bureau.do("agency", close) == ["HandlingClosed"]


def test_the_end_of_a_measure_is_told_on_paper_only_where_somebody_ended_it(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.measures_signed(no)
    own = {"subject_kind": SubjectKind.DEPARTMENT, "subject_key": HOSPITAL, "department": "骨科"}
    bureau.do("chief", LiftMeasure(**own, measure_id="M1", reasons="已整改"))
    whose = f"（{HOSPITAL} 骨科 M1）"
    assert lacking(bureau, no) == [f"解除措施通知书{whose}", f"解除措施通知书的送达回证{whose}"]
    bureau.measures_signed(no)
    bureau.do("agency", a.CloseHandling(case_no=no, situation="办结"))
    assert lacking(bureau, no) == []


def test_what_was_never_in_force_and_what_ran_out_wait_for_nothing_more(bureau: Any) -> None:
    suspended(bureau)
    [one] = bureau.state("measures:doctor:D1").measures
    assert [form.id for form in wanted(one)] == ["suspension_notice"]
    assert [form.id for form in wanted(replace(one, said=True))] == ["suspension_notice"]
    assert wanted(replace(one, refused=True)) == wanted(replace(one, decided_at=None)) == []
    gone = replace(one, absorbed=True, lifted_at=one.starts_at)
    assert wanted(gone) == []
    # One that was proposed by itself has an approval of its own.
    apart = replace(one, proposed_at=bureau.at - timedelta(days=1))
    assert [form.id for form in wanted(apart)] == ["measure_approval", "suspension_notice"]


def test_the_last_paper_of_a_measure_is_told_to_whoever_goes_on(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.measures_signed(no)
    stream = next(one for one in bureau.state(f"case:{no}").measured if "骨科" in one)
    state, chain = bureau.state(stream), bureau.streams[stream]
    [paper] = [event for event in chain if event.type == "MeasurePaperAttached"]
    (one,) = told(state, [paper])
    assert (one.case_no, To.OFFICERS in one.to) == (no, True)
    # The store finds who is in charge of the case; nobody else of the bureau hears of it.
    found = replace(one, officers=frozenset({"ins1"}))
    heard = {name for name, who in bureau.people.items() if hears(state, found, who, bureau.at)}
    assert heard == {"ins1"}
    # While a paper is still out, and where a scan only gives way to another, nothing is told.
    short = fold_measures(state.key, [event for event in chain if event is not paper])
    assert told(short, [paper])[0].to == frozenset()
    again = replace(paper, data={**paper.data, "former": "旧件"})
    assert told(state, [again])[0].to == frozenset()
