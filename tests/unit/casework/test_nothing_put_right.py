"""A rectification rests while execution is stopped, and does not keep a handling open for ever."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actors import BEAT
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from casework.commands.measures import LiftMeasure, SubjectKind
from casework.decide import next_actions
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve
from tests.unit.casework.test_handling_remedies import ended, filed

GONE = a.UnrectifiedGround.INSTITUTION_GONE


def to_rectify(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), rectify="停止多收费", rectify_days=10)
    serve(bureau, no)
    return no


def check(bureau: Any, no: str, *, passed: bool, days: int = 10) -> a.RecheckRectification:
    return a.RecheckRectification(
        case_no=no, record="复查", held_on=bureau.today, passed=passed, days=days
    )


def clock(bureau: Any, no: str, row: str) -> Clock:
    found = [d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at) if d.id == row]
    return found[-1].clock


def test_what_is_to_be_put_right_rests_while_execution_is_stopped(bureau: Any) -> None:
    no = to_rectify(bureau)
    bureau.wait(4)
    filed(bureau, no, stops=True)
    bureau.wait(20)
    assert clock(bureau, no, "handling_rectification") is Clock.PAUSED
    bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}"))
    late = [e.data["deadline"] for e in bureau.streams[f"case:{no}"] if e.type == "DeadlineOverdue"]
    assert "handling_rectification" not in late
    assert bureau.refused("agency", check(bureau, no, passed=False)) == "EXECUTION_STOPPED"
    bureau.do("office", a.ReportRectification(case_no=no, text="已停止"))
    assert clock(bureau, no, "handling_recheck") is Clock.PAUSED
    assert bureau.refused("agency", check(bureau, no, passed=True)) == "EXECUTION_STOPPED"
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.UPHELD))
    assert clock(bureau, no, "handling_recheck") is Clock.RUNNING
    bureau.do("agency", check(bureau, no, passed=True))


def test_the_agency_may_look_for_itself_once_the_days_that_were_left_are_over(bureau: Any) -> None:
    no = to_rectify(bureau)
    bureau.wait(4)
    filed(bureau, no, stops=True)
    bureau.wait(20)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.UPHELD))
    (run,) = [
        d
        for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)
        if d.id == "handling_rectification"
    ]
    assert run.due is not None
    assert bureau.refused("agency", check(bureau, no, passed=False)) == "STEP_MISSING"
    bureau.at = run.due + timedelta(hours=10)
    bureau.do("agency", check(bureau, no, passed=False))
    # What was stopped before moves the new day no more.
    bureau.wait(11)
    assert clock(bureau, no, "handling_rectification") is Clock.OVERDUE
    bureau.do("agency", check(bureau, no, passed=True))


@pytest.mark.parametrize("who", ["chief", "agency2"])
def test_a_handling_of_an_institution_that_is_gone_closes_by_other_eyes(
    bureau: Any, who: str
) -> None:
    no = to_rectify(bureau)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    bureau.wait(11)
    bureau.do("agency", check(bureau, no, passed=False))
    plain = a.CloseHandling(case_no=no, situation="机构已注销")
    assert bureau.refused(who, plain) == "STEP_MISSING"
    case = bureau.state(f"case:{no}")
    acts = {one.name: one for one in next_actions(case, bureau.people[who], bureau.at)}
    assert not acts["CloseHandling"].primary
    scan = bureau.came_in("ins1", no)
    gone = a.CloseHandling(
        case_no=no, situation="机构已注销", unrectified=GONE, document_no="注销1号", document=scan
    )
    # Whoever proposed the handling is no other eyes.
    assert bureau.refused("agency", gone) == "FOUR_EYES"
    assert bureau.do(who, gone) == ["HandlingClosed"]
    said = bureau.streams[f"case:{no}"][-1].data
    told = {key: said[key] for key in ("unrectified", "document_no", "document", "paper")}
    assert tuple(told.values()) == ("institution_gone", "注销1号", scan, "institution_gone")
    assert bureau.state(f"case:{no}").party_papers[-1] == ("institution_gone", scan)
    assert {d.id for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}.isdisjoint(
        {"handling_recheck"}
    )


def test_the_ground_is_given_only_where_something_waits_to_be_put_right(bureau: Any) -> None:
    no = to_rectify(bureau)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    bureau.do("office", a.ReportRectification(case_no=no, text="已停止"))
    bureau.do("agency", check(bureau, no, passed=True))
    gone = a.CloseHandling(case_no=no, situation="x", unrectified=GONE)
    assert bureau.refused("chief", gone) == "BAD_VALUE"
    paper = a.CloseHandling(case_no=no, situation="x", document_no="注销1号")
    assert bureau.refused("chief", paper) == "BAD_VALUE"


OVER = a.UnrectifiedGround.AGREEMENT_OVER


@pytest.mark.parametrize("ground", list(a.UnrectifiedGround))
def test_the_ground_is_taken_on_a_number_and_a_scan_alone(
    bureau: Any, ground: a.UnrectifiedGround
) -> None:
    no = to_rectify(bureau)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    bureau.papers_come_in = False
    bare = a.CloseHandling(case_no=no, situation="x", unrectified=ground)
    assert bureau.refused("chief", bare) == "FIELD_REQUIRED"
    numbered = replace(bare, document_no="1号")
    assert bureau.refused("chief", numbered) == "PAPER_NOT_THERE"
    scan = bureau.came_in("ins1", no)
    assert bureau.refused("chief", replace(bare, document=scan)) == "FIELD_REQUIRED"
    assert bureau.do("chief", replace(numbered, document=scan)) == ["HandlingClosed"]


def test_a_termination_in_force_shows_that_the_agreement_is_over(bureau: Any) -> None:
    no = to_rectify(bureau)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    over = a.CloseHandling(case_no=no, situation="x", unrectified=OVER)
    bureau.imposes("measures:institution:H34162300001", "tiaoli-13-terminate")
    gone = replace(over, unrectified=GONE)
    assert bureau.refused("chief", gone) == "FIELD_REQUIRED"
    assert bureau.do("chief", over) == ["HandlingClosed"]
    assert bureau.streams[f"case:{no}"][-1].data["termination"] == "M1"


def test_a_termination_that_was_lifted_shows_nothing(bureau: Any) -> None:
    no = to_rectify(bureau)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    bureau.imposes("measures:institution:H34162300001", "tiaoli-13-terminate")
    lift = LiftMeasure(
        subject_kind=SubjectKind.INSTITUTION, subject_key="H34162300001", measure_id="M1",
        reasons="撤回", document_no="解1",
    )  # fmt: skip
    bureau.do("chief", lift)
    over = a.CloseHandling(case_no=no, situation="x", unrectified=OVER)
    assert bureau.refused("chief", over) == "FIELD_REQUIRED"
