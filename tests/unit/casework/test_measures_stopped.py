"""A suspension whose execution is stopped, goes on, is shortened: as lists and previews tell it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actors import Mandate, Principal, Role
from casework.commands import case as c
from casework.measures.consequences import fallen
from casework.measures.eyes import acts_on
from casework.measures.state import Measured, Standing

STREAM = "measures:department:H34162300001/骨科"


def suspended(bureau: Any) -> str:
    """Six months for a department by a decision that was served."""
    no: str = bureau.noticed(months=6)
    defence = bureau.waived(no)
    bureau.do("ins1", defence)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, members=("head", "vice", "sup"), subject=c.DiscussionSubject.DECISION,
        held_on=bureau.today, record="同意", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号"))
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    return no


def one(bureau: Any) -> Measured:
    (found,) = bureau.state(STREAM).measures
    return found


def told(bureau: Any, who: str, command: Any) -> tuple[str, str]:
    drafts = [(e.stream, e.type, e.data) for e in bureau.would(who, command)]
    ((_, (words,)),) = fallen([bureau.state(STREAM)], drafts, bureau.at)
    return words.zh, words.en


def review(bureau: Any, no: str, *, stops: bool = False) -> c.RecordRemedy:
    return c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.REVIEW, body="市医保局", filed_on=bureau.today,
        document_no="复1号", stops_execution=stops,
    )  # fmt: skip


def closed(bureau: Any, no: str, outcome: c.RemedyOutcome, **more: Any) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=outcome, decided_on=bureau.today, document_no="复决1号",
        reasons="x", **more,
    )  # fmt: skip


def test_what_a_review_stops_rests_and_is_told_before(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(10)
    zh, en = told(bureau, "legal", review(bureau, no, stops=True))
    assert f"自 {bureau.today} 起停止执行" in zh
    assert "rests from" in en
    bureau.do("legal", review(bureau, no, stops=True))
    ends = one(bureau).ends_at
    bureau.wait(30)
    assert one(bureau).standing(bureau.at) is Standing.RESTING
    assert one(bureau).rested_from(bureau.at) is not None
    # It goes on with what was left of it, whatever else the outcome says.
    zh, en = told(bureau, "legal", closed(bureau, no, c.RemedyOutcome.UPHELD))
    assert "恢复执行" in zh
    assert "goes on" in en
    assert ends is not None
    bureau.do("legal", closed(bureau, no, c.RemedyOutcome.UPHELD))
    now = one(bureau)
    assert now.rested_from(bureau.at) is None
    assert now.ends_at == ends + timedelta(days=30)


@pytest.mark.parametrize("stops", [False, True])
def test_a_shortened_one_is_told_with_its_new_end(bureau: Any, stops: bool) -> None:
    no = suspended(bureau)
    bureau.do("legal", review(bureau, no, stops=stops))
    bureau.wait(20)
    change = closed(bureau, no, c.RemedyOutcome.CHANGED, months=3)
    zh, en = told(bureau, "legal", change)
    assert "缩短为 3 个月" in zh
    bureau.do("legal", change)
    ends = one(bureau).ends_at
    assert ends is not None
    day = (ends + timedelta(hours=8)).date().isoformat()
    assert day in zh
    assert day in en


def test_only_the_head_is_offered_the_lifting_of_a_penalty(bureau: Any) -> None:
    suspended(bureau)
    offered = {
        who: set(acts_on(one(bureau), bureau.people[who], bureau.at))
        for who in ("sup", "head", "ins1", "office", "aud")
    }
    assert offered == {
        "sup": {"NoteMeasure"},
        "head": {"NoteMeasure", "LiftMeasure"},
        "ins1": {"NoteMeasure"},
        "office": set(),
        "aud": set(),
    }
    principal = Principal("head", "p-head", "HEAD", "D1")
    lent = Mandate(
        principal, frozenset({Role.HEAD}), frozenset({"LiftMeasure"}), bureau.at,
        bureau.at + timedelta(days=1),
    )  # fmt: skip
    deputy = replace(bureau.people["sup"], mandates=(lent,))
    assert "LiftMeasure" in acts_on(one(bureau), deputy, bureau.at)
    # What is over is nobody's to lift.
    bureau.wait(400)
    assert "LiftMeasure" not in acts_on(one(bureau), bureau.people["head"], bureau.at)
