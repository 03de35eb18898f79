"""Courses, study time that counts only progress, exams, disputed questions."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.actors import BEAT
from casework.commands import courses as k
from casework.commands import points as p
from casework.commands import restoration as r
from casework.courses.exam import sheet_parts
from casework.courses.paper import draw, is_right, marked, shuffled
from casework.courses.rows import BANK, INFO, PAGES, read_course
from casework.events import seal
from casework.notices.tell import Told, hears, told
from casework.points.standing import Status, standing
from casework.refusal import Refusal
from casework.restoration.learn import earned, exam_passed
from evidence.doctors.forms import exam_sheet

FILE, STUDY = "points:D1", "study:D1"
KEY = "AB"


def question(n: int) -> k.Question:
    options = tuple((letter, f"{n}{letter}") for letter in "ABCD")
    return k.Question(f"Q{n:02}", k.QuestionKind.SINGLE, f"题 {n}", options, "A")


def workbook(hours: str = "2", pages: int = 4, questions: int = 30) -> k.ImportCourse:
    return k.ImportCourse(
        course_id="C-1",
        title="医保政策",
        hours=Decimal(hours),
        pages=tuple(k.Page("一", f"第 {n} 页", "正文") for n in range(pages)),
        questions=tuple(question(n) for n in range(questions)),
        rejects=(),
        file_name="课程.xlsx",
        sha256="a" * 64,
    )


def refused(bureau: Any, who: str, command: Any, code: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        bureau.do(who, command)
    assert caught.value.code == code, caught.value
    return caught.value


def at_study(bureau: Any, **book: Any) -> None:
    """A terminated doctor who studies, with one course on offer."""
    bureau.do("agency", workbook(**book))
    bureau.do(
        "agency",
        p.RecordScore(
            prac_psn_code="D1",
            prac_psn_name="李医生",
            fixmedins_code="H34162300001",
            act="tiaoli_40",
            responsibility=p.Responsibility.PRIMARY,
            points=12,
            conduct_on=date(2024, 6, 1),
            conduct_to=date(2024, 6, 1),
            basis=p.Basis(p.BasisKind.DOCUMENT, "3号", date(2025, 12, 1), "局"),
            reasons="主要责任",
        ),
    )
    bureau.parameter("local_restoration", "enabled")
    bureau.do("doc", r.ApplyRestoration(prac_psn_code="D1", statement="改正", commitment=True))


def beat(
    bureau: Any, session: str, page: int, seconds: int = 60, visible: bool = True
) -> list[str]:
    bureau.at += timedelta(seconds=seconds - 60)
    kinds: list[str] = bureau.do(
        "doc", k.BeatLesson(prac_psn_code="D1", session_id=session, page=page, visible=visible)
    )
    return kinds


def read_through(bureau: Any) -> None:
    """Two hours of pages, a minute at a time."""
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    page = 1
    for _ in range(200):
        if "LessonCompleted" in beat(bureau, "L1", page):
            return
        if bureau.state(STUDY).of("R1", "C-1").seconds.get(page, 0) >= 1800:
            page = min(page + 1, 4)
    raise AssertionError("never completed")


def studied(bureau: Any, hours: int = 16) -> None:
    """Hours with a certificate."""
    study = r.RecordStudy(
        prac_psn_code="D1",
        course="政策",
        hours=Decimal(hours),
        studied_on=date(2026, 2, 1),
        certificate=bureau.evidence("E1"),
    )
    bureau.do("office", study)


def start(seed: str = "s1") -> k.StartExam:
    return k.StartExam(prac_psn_code="D1", course_id="C-1", seed=seed)


def answers(bureau: Any, right: int) -> tuple[k.Answer, ...]:
    paper = bureau.state(STUDY).attempts[-1].questions
    return tuple(k.Answer(q, "A" if n < right else "B") for n, q in enumerate(paper))


def submit(bureau: Any, right: int, attempt: str = "A1") -> k.SubmitExam:
    return k.SubmitExam(prac_psn_code="D1", attempt_id=attempt, answers=answers(bureau, right))


def test_progress_and_an_exam_earn_twelve_points(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau, 14)
    refused(bureau, "doc", start(), "EXAM_BARRED")
    read_through(bureau)
    assert earned(bureau.state(FILE)) == 8
    refused(bureau, "doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"), "ALREADY_DONE")
    assert bureau.do("doc", start()) == ["ExamStarted"]
    assert bureau.do("doc", submit(bureau, 17)) == ["ExamMarked", "ExamRecorded"]
    file = bureau.state(FILE)
    assert (earned(file), exam_passed(file)) == (12, True)
    assert file.learning[-1].mark == 85
    assert file.learning[-1].certificate == "EXAM-D1-A1"
    assert file.entries[0].points == 12
    assert standing(file, bureau.today).status is Status.TERMINATED
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def test_time_counts_only_with_progress(bureau: Any) -> None:
    at_study(bureau)
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    own = lambda: bureau.state(STUDY).of("R1", "C-1")  # noqa: E731
    beat(bureau, "L1", 1)
    assert own().seconds == {1: 60}
    beat(bureau, "L1", 1, seconds=3600)
    assert own().seconds == {1: 150}, "a long silence counts as the allowed gap only"
    beat(bureau, "L1", 1, visible=False)
    assert own().seconds == {1: 150}, "a hidden window does not count"
    beat(bureau, "L1", 2)
    assert own().furthest == 1, "a page is turned only once it was read"
    for _ in range(50):
        beat(bureau, "L1", 1)
    assert own().seconds[1] == 2701, "one page never fills the course"


def test_a_second_window_takes_over_and_nothing_counts_twice(bureau: Any) -> None:
    at_study(bureau)
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    late = k.BeatLesson(prac_psn_code="D1", session_id="L1", page=1, visible=True)
    refused(bureau, "doc", late, "LESSON_ELSEWHERE")
    beat(bureau, "L2", 1)
    assert bureau.state(STUDY).of("R1", "C-1").total == 60
    refused(bureau, "party", late, "ROLE_REQUIRED")


def test_one_attempt_at_once_and_waiting_between(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start("a"))
    refused(bureau, "doc", start("b"), "EXAM_OPEN")
    bureau.do("doc", submit(bureau, 3))
    until = refused(bureau, "doc", start("b"), "EXAM_WAIT").facts["until"]
    bureau.wait(3)
    assert until == bureau.today.isoformat()
    bureau.do("doc", start("b"))
    first, second = bureau.state(STUDY).attempts
    assert first.questions != second.questions
    bureau.do("doc", submit(bureau, 20, "A2"))
    refused(bureau, "doc", start("c"), "ALREADY_DONE")


def test_three_attempts_are_all(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    for n in (1, 2, 3):
        bureau.do("doc", start(str(n)))
        bureau.do("doc", submit(bureau, 1, f"A{n}"))
        bureau.wait(4)
    used_up = refused(bureau, "doc", start("4"), "EXAM_BARRED")
    # The two ways on are named, and both are open.
    assert "撤回本次恢复申请后重新申请" in used_up.message_zh
    assert "Withdraw it and apply anew" in used_up.message_en
    bureau.do("doc", r.WithdrawRestoration(prac_psn_code="D1", reasons="考试机会用完"))
    bureau.do("doc", r.ApplyRestoration(prac_psn_code="D1", statement="重新申请", commitment=True))
    exam_only = refused(bureau, "doc", start("5"), "EXAM_BARRED")
    assert "学习积分 0 分" in exam_only.message_zh, "the new application studies anew, then sits"


def test_after_the_time_only_saved_answers_count(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    own = {"prac_psn_code": "D1", "attempt_id": "A1"}
    bureau.do("doc", k.SaveAnswers(**own, answers=answers(bureau, 20)[:5]))
    bureau.at += timedelta(minutes=62)
    late = k.SaveAnswers(**own, answers=answers(bureau, 20))
    refused(bureau, "doc", late, "EXAM_TIME_OVER")
    bureau.do("doc", submit(bureau, 20))
    attempt = bureau.state(STUDY).attempts[0]
    assert (attempt.mark, attempt.late) == (25, True)


def test_a_forgotten_sitting_is_marked_before_the_next(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.wait(5)
    kinds = ["ExamMarked", "ExamRecorded", "ExamStarted"]
    assert bureau.do("doc", start("b")) == kinds
    assert bureau.state(STUDY).attempts[0].mark == 0


def settle(bureau: Any) -> list[str]:
    kinds: list[str] = bureau.do(BEAT, k.MarkSittings(stream=STUDY))
    return kinds


def test_the_beat_marks_what_was_given_once_the_time_is_over(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do(
        "doc",
        k.SaveAnswers(prac_psn_code="D1", attempt_id="A1", answers=answers(bureau, 20)[:13]),
    )
    over = bureau.state(STUDY).next_mark
    assert over == bureau.state(STUDY).attempts[0].due + timedelta(seconds=30)
    assert settle(bureau) == []
    refused(bureau, "sup", k.MarkSittings(stream=STUDY), "NOT_YOURS")
    bureau.at = over + timedelta(days=2)
    assert settle(bureau) == ["ExamMarked", "ExamRecorded"]
    study = bureau.state(STUDY)
    assert (study.attempts[0].mark, study.attempts[0].late, study.next_mark) == (65, True, None)
    assert exam_passed(bureau.state(FILE))
    assert settle(bureau) == []


def test_the_waiting_days_run_from_the_end_of_the_time_whenever_it_was_marked(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.at += timedelta(days=3)
    assert settle(bureau) == ["ExamMarked", "ExamRecorded"]
    assert bureau.do("doc", start("b")) == ["ExamStarted"]


def test_a_sitting_of_an_earlier_application_earns_nothing_for_the_next(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do(
        "doc", k.SaveAnswers(prac_psn_code="D1", attempt_id="A1", answers=answers(bureau, 20))
    )
    bureau.do("doc", r.WithdrawRestoration(prac_psn_code="D1", reasons="改日再办"))
    bureau.do("doc", r.ApplyRestoration(prac_psn_code="D1", statement="改正", commitment=True))
    bureau.at += timedelta(hours=2)
    assert settle(bureau) == ["ExamMarked"]
    assert not exam_passed(bureau.state(FILE))


def test_answers_to_another_paper_are_refused(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    stranger = k.SubmitExam(prac_psn_code="D1", attempt_id="A1", answers=(k.Answer("Q-none", "A"),))
    refused(bureau, "doc", stranger, "NOT_FOUND")


def test_a_disputed_question_can_turn_the_result(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 11))
    assert not exam_passed(bureau.state(FILE))
    wrong = bureau.state(STUDY).attempts[0].questions[15]
    own = {"prac_psn_code": "D1", "attempt_id": "A1", "question_id": wrong}
    bureau.do("doc", k.AppealQuestion(**own, text="B 也对"))
    answer = k.ResolveAppeal(
        **own, outcome=k.AppealOutcome.ALSO_RIGHT, reasons="题意不清", answer="B"
    )
    refused(bureau, "agency", answer, "FOUR_EYES")
    assert bureau.do("sup", answer) == [
        "AppealResolved",
        "QuestionCorrected",
        "ExamRemarked",
        "ExamRecorded",
    ]
    assert bureau.state(STUDY).attempts[0].mark == 60
    assert exam_passed(bureau.state(FILE))
    assert earned(bureau.state(FILE)) == 12


def test_a_dispute_is_told_to_who_may_answer_and_the_answer_to_the_doctor(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 11))
    wrong = bureau.state(STUDY).attempts[0].questions[15]
    own = {"prac_psn_code": "D1", "attempt_id": "A1", "question_id": wrong}
    bureau.do("doc", k.AppealQuestion(**own, text="B 也对"))
    bureau.do("sup", k.ResolveAppeal(**own, outcome=k.AppealOutcome.UPHELD, reasons="见第 3 页"))
    disputed, answered = told(bureau.state(STUDY), bureau.streams[STUDY])
    # The agency's officer brought the question in: it is not his to answer.
    assert heard(bureau, disputed) == {"sup", "agency2"}
    assert heard(bureau, answered) == {"doc"}
    assert (disputed.title, disputed.detail, answered.detail) == ("医保政策", "B 也对", "见第 3 页")
    assert disputed.about == answered.about == f"A1:{wrong}"


def heard(bureau: Any, one: Told) -> set[str]:
    state = bureau.state(STUDY)
    return {name for name, who in bureau.people.items() if hears(state, one, who, bureau.at)}


def test_a_withdrawn_question_is_taken_into_account_for_everybody_who_had_it(bureau: Any) -> None:
    at_study(bureau, questions=20)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 11))
    first = bureau.state(STUDY).attempts[0]
    wrong = first.questions[15]
    # Another doctor disputed the question: this one's chains say nothing of it.
    corrected = {"number": 1, "question_id": wrong, "void": True, "also": "", "reasons": "过时"}
    course = bureau.streams["course:C-1"]
    last = course[-1]
    course.append(
        seal(last.stream, last.seq + 1, "QuestionCorrected", corrected, "s", bureau.at, last.hash)
    )
    assert settle(bureau) == ["ExamRemarked", "ExamRecorded"]
    assert settle(bureau) == []
    study, file = bureau.state(STUDY), bureau.state(FILE)
    assert (study.attempts[0].mark, exam_passed(file), earned(file)) == (60, True, 12)
    assert [entry.certificate for entry in file.learning[-2:]] == ["EXAM-D1-A1", "EXAM-D1-A1-2"]
    before, after = study.attempts[0].as_marked(1), study.attempts[0].as_marked(2)
    assert (before.mark, before.passed, after.mark, after.passed) == (55, False, 60, True)
    assert study.attempts[0].as_marked(3) is None


def test_a_sitting_that_was_struck_is_not_passed_again_by_a_better_mark(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 17))
    disputed = bureau.state(STUDY).attempts[-1].questions[19]
    own = {"prac_psn_code": "D1", "attempt_id": "A1", "question_id": disputed}
    bureau.do("doc", k.AppealQuestion(**own, text="题目有误"))
    struck = r.StrikeLearning(prac_psn_code="D1", certificate="EXAM-D1-A1", reasons="替考")
    assert bureau.do("sup", struck) == ["LearningStruck"]
    void = k.ResolveAppeal(**own, outcome=k.AppealOutcome.VOID, reasons="题目有误")
    assert bureau.do("sup", void) == ["AppealResolved", "QuestionCorrected", "ExamRemarked"]
    file = bureau.state(FILE)
    assert (exam_passed(file), earned(file)) == (False, 8)


def test_after_its_certificate_lapsed_the_exam_is_open_again(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    held = {"exam": "线下考试", "mark": 80, "held_on": bureau.today}
    until = bureau.today + timedelta(days=30)
    paper = bureau.evidence("E9")
    bureau.do(
        "office", r.RecordExam(prac_psn_code="D1", **held, certificate=paper, valid_until=until)
    )
    refused(bureau, "doc", start(), "ALREADY_DONE")
    bureau.at += timedelta(days=40)
    assert bureau.do("doc", start()) == ["ExamStarted"]
    bureau.do("doc", submit(bureau, 17))
    assert earned(bureau.state(FILE), bureau.today) == 12


def test_a_sheet_is_known_by_its_number() -> None:
    assert sheet_parts("D1", "EXAM-D1-A2") == ("A2", 1)
    assert sheet_parts("D1", "EXAM-D1-A2-3") == ("A2", 3)
    assert sheet_parts("D1", "EXAM-D2-A2") is None
    assert sheet_parts("D1", "E1") is None


def test_dispute_in_time_only(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 11))
    bureau.wait(15)
    paper = bureau.state(STUDY).attempts[0].questions
    late = k.AppealQuestion(prac_psn_code="D1", attempt_id="A1", question_id=paper[0], text="x")
    refused(bureau, "doc", late, "PERIOD_OVER")


def test_versions_stay_and_the_same_file_changes_nothing(bureau: Any) -> None:
    at_study(bureau)
    refused(bureau, "agency", workbook(), "ALREADY_DONE")
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    from dataclasses import replace

    bureau.do("agency", replace(workbook(pages=6), sha256="b" * 64))
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    assert bureau.state(STUDY).of("R1", "C-1").number == 1
    refused(bureau, "doc", workbook(), "ROLE_REQUIRED")


def test_too_small_a_bank(bureau: Any) -> None:
    at_study(bureau, questions=19)
    studied(bureau)
    refused(bureau, "doc", start(), "BANK_TOO_SMALL")


@given(st.text(min_size=1, max_size=40), st.integers(1, 30))
def test_a_paper_can_be_drawn_again_from_its_seed(seed: str, count: int) -> None:
    bank = [question(n) for n in range(30)]
    paper = draw(bank, count, seed)
    assert paper == draw(list(reversed(bank)), count, seed)
    assert len(set(paper)) == count
    assert set(shuffled(bank[0], seed)) == set(bank[0].options)


@given(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=30))
def test_marks_are_of_a_hundred(given_answers: list[str]) -> None:
    paper = [question(n) for n in range(len(given_answers))]
    chosen = {q.question_id: a for q, a in zip(paper, given_answers, strict=True)}
    mark, right = marked(paper, chosen, {})
    assert len(right) == given_answers.count("A")
    assert abs(mark - 100 * len(right) / len(paper)) <= 0.5
    assert not is_right(paper[0], "", None)


def test_workbook_rows_are_checked_and_kept() -> None:
    head = ["题号", "题型", "题干", "A", "B", "C", "答案", "依据"]
    parsed = read_course(
        {
            INFO: [["项目", "内容"], ["课程编号", "YB-1"], ["课程名称", "政策"], ["学时", "2"]],
            PAGES: [["章节", "标题", "正文"], ["一", "总则", "文"], ["一", "", "文"], ["", "", ""]],
            BANK: [
                head,
                ["1", "单选题", "题", "甲", "乙", "", "A", "条例38"],
                ["2", "多选", "题", "甲", "乙", "丙", "A,C", ""],
                ["3", "判断题", "题", "", "", "", "对", ""],
                ["1", "单选", "题", "甲", "乙", "", "A", ""],
                ["5", "填空", "题", "甲", "乙", "", "A", ""],
                ["6", "单选", "题", "甲", "乙", "", "AB", ""],
                ["7", "多选", "题", "甲", "甲", "", "AB", ""],
                ["8", "单选", "题", "甲", "乙", "", "D", ""],
            ],
        }
    )
    assert [q.answer for q in parsed.questions] == ["A", "AC", "A"]
    assert len(parsed.pages) == 1
    assert [(reject.sheet, reject.row) for reject in parsed.rejects] == [
        (PAGES, 3),
        (BANK, 5),
        (BANK, 6),
        (BANK, 7),
        (BANK, 8),
        (BANK, 9),
    ]
    assert "题型=填空" in parsed.rejects[2].raw
    assert all(one.reason and one.reason_en for one in parsed.rejects)
    with pytest.raises(Refusal):
        read_course({INFO: [["课程编号", "YB-1"]]})


def test_the_sheet_of_a_sitting_is_printed_the_same_each_time(bureau: Any) -> None:
    at_study(bureau)
    studied(bureau)
    bureau.do("doc", start())
    bureau.do("doc", submit(bureau, 12))
    file, attempt = bureau.state(FILE), bureau.state(STUDY).attempts[0]
    made = exam_sheet(file, attempt, bureau.state("course:C-1"), "云溪县医保局", attempt.marked_at)
    assert made.pdf.startswith(b"%PDF-")
    again = exam_sheet(file, attempt, bureau.state("course:C-1"), "云溪县医保局", attempt.marked_at)
    assert made == again


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 4), st.booleans()), max_size=60))
def test_no_run_of_signs_of_life_counts_more_than_the_clock(
    new_bureau: Any, signs: list[tuple[int, int, bool]]
) -> None:
    """Counted seconds never exceed those that passed, nor a page's share; nothing is lost."""
    bureau = new_bureau()
    at_study(bureau)
    bureau.do("doc", k.OpenLesson(prac_psn_code="D1", course_id="C-1"))
    begun, total = bureau.at - timedelta(minutes=1), 0
    for seconds, page, visible in signs:
        bureau.at += timedelta(seconds=seconds - 60)
        sign = k.BeatLesson(prac_psn_code="D1", session_id="L1", page=page, visible=visible)
        bureau.do("doc", sign)
        own = bureau.state(STUDY).of("R1", "C-1")
        passed = (bureau.at - timedelta(minutes=1) - begun).total_seconds()
        assert total <= own.total <= passed
        assert all(value <= 2701 for value in own.seconds.values())
        assert own.furthest <= 1 + sum(value >= 900 for value in own.seconds.values())
        total = own.total
