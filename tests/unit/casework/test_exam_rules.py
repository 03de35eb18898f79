"""The bureau sets how an exam is held: for sittings that begin from then on, and for no other."""

from datetime import timedelta
from typing import Any

import pytest

from casework.commands import restoration as r
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.events import Event
from casework.points.parameters import parameters
from casework.restoration.learn import exam_passed
from tests.unit.casework.test_courses import (
    FILE,
    STUDY,
    at_study,
    refused,
    start,
    studied,
    submit,
)

PACKAGED = {
    "exam_questions": "20", "exam_minutes": "60", "exam_pass_mark": "60", "exam_attempts": "3",
    "exam_wait_days": "3",
}  # fmt: skip


@pytest.fixture
def ready(bureau: Any) -> Any:
    """A doctor who has studied all that is asked before the exam."""
    at_study(bureau)
    studied(bureau)
    return bureau


def own(bureau: Any, **figures: int) -> None:
    """Set them by two hands, from today on."""
    for name, value in figures.items():
        bureau.parameter(f"exam_{name}", str(value), bureau.today, "云医保〔2026〕12号")


def begun(bureau: Any) -> Event:
    return next(e for e in reversed(bureau.streams[STUDY]) if e.type == "ExamStarted")


def test_what_is_packaged_holds_until_something_is_set(ready: Any) -> None:
    rows = parameters()
    assert {name: rows[name].default for name in PACKAGED} == PACKAGED
    assert all(rows[name].forward and rows[name].law and rows[name].mark for name in PACKAGED)
    ready.do("doc", start())
    event = begun(ready)
    assert (len(event.data["questions"]), event.data["pass_mark"]) == (20, 60)
    (attempt,) = ready.state(STUDY).attempts
    assert attempt.due - attempt.started_at == timedelta(minutes=60)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("exam_questions", "0"), ("exam_minutes", "1.5"), ("exam_pass_mark", "101"),
        ("exam_pass_mark", "0"), ("exam_attempts", "0"), ("exam_wait_days", "-1"),
    ],
)  # fmt: skip
def test_no_exam_is_held_by_such_figures(ready: Any, name: str, value: str) -> None:
    change = ProposeParameter(
        name=name, value=value, valid_from=ready.today, basis="文", reason="由"
    )  # fmt: skip
    before = len(ready.streams["bureau:parameters"])
    refused(ready, "legal", change, "BAD_VALUE")
    assert len(ready.streams["bureau:parameters"]) == before


def test_nobody_sets_one_alone_or_for_days_that_are_over(ready: Any) -> None:
    change = ProposeParameter(
        name="exam_pass_mark", value="80", valid_from=ready.today, basis="文", reason="由"
    )
    before = len(ready.streams["bureau:parameters"])
    for who in ("agency", "doc", "office", "ins1"):
        refused(ready, who, change, "ROLE_REQUIRED")
    past = ProposeParameter(**{**vars(change), "valid_from": ready.today - timedelta(days=1)})
    refused(ready, "legal", past, "DATE_ORDER")
    assert len(ready.streams["bureau:parameters"]) == before
    ready.do("legal", change)
    number = ready.state("bureau:parameters").proposals[-1].proposal_id
    refused(ready, "legal", DecideParameter(proposal_id=number, approve=True), "ROLE_REQUIRED")


def test_an_exam_that_begins_goes_by_what_was_set(ready: Any) -> None:
    own(ready, questions=10, minutes=30, pass_mark=80, attempts=2, wait_days=5)
    ready.do("doc", start())
    (attempt,) = ready.state(STUDY).attempts
    assert len(attempt.questions) == 10
    assert attempt.due - attempt.started_at == timedelta(minutes=30)
    # Seven of ten would have been enough by the packaged mark.
    ready.do("doc", submit(ready, right=7))
    assert not exam_passed(ready.state(FILE))
    ready.at += timedelta(days=4)
    refused(ready, "doc", start("s2"), "EXAM_WAIT")
    ready.at += timedelta(days=1)
    ready.do("doc", start("s2"))
    ready.do("doc", submit(ready, right=7, attempt="A2"))
    ready.at += timedelta(days=9)
    refused(ready, "doc", start("s3"), "EXAM_BARRED")


def test_a_sitting_under_way_keeps_the_rules_of_its_start(ready: Any) -> None:
    ready.do("doc", start())
    own(ready, questions=10, minutes=30, pass_mark=90, wait_days=30)
    (attempt,) = ready.state(STUDY).attempts
    assert attempt.due - attempt.started_at == timedelta(minutes=60)
    ready.at += timedelta(minutes=40)
    ready.do("doc", submit(ready, right=11))
    assert not exam_passed(ready.state(FILE))
    # The days to wait after it are those of its start, too.
    ready.at += timedelta(days=3)
    ready.do("doc", start("s2"))
    own(ready, pass_mark=50)
    ready.do("doc", submit(ready, right=8, attempt="A2"))
    assert ready.state(STUDY).attempt("A2").mark == 80
    assert not exam_passed(ready.state(FILE))


def test_a_sitting_from_before_they_were_kept_goes_by_the_rule_set(ready: Any) -> None:
    ready.do("doc", start())
    ready.streams[STUDY] = [
        Event(**{
            **vars(e),
            "data": {k: v for k, v in e.data.items() if k not in ("pass_mark", "wait_days")},
        })
        for e in ready.streams[STUDY]
    ]  # fmt: skip
    own(ready, pass_mark=90)
    ready.do("doc", submit(ready, right=12))
    assert exam_passed(ready.state(FILE))


def test_a_bank_that_is_too_small_says_so(ready: Any) -> None:
    own(ready, questions=31)
    found = refused(ready, "doc", start(), "BANK_TOO_SMALL")
    assert "31" in found.message_zh


def test_an_exam_on_paper_is_passed_by_the_mark_of_its_day(ready: Any) -> None:
    before = ready.today
    ready.wait(3)
    own(ready, pass_mark=80)
    ready.wait(2)
    given = {"prac_psn_code": "D1", "exam": "线下考试", "mark": 70}
    for day, passed in ((ready.today, False), (before, True)):
        paper = ready.evidence(f"成绩{day}")
        ready.do("office", r.RecordExam(**given, held_on=day, certificate=paper))
        assert exam_passed(ready.state(FILE)) is passed, day
