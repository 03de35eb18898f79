"""The sheet of one sitting (试卷与成绩): the paper as it was drawn, answered and marked."""

from __future__ import annotations

from datetime import datetime

from casework.clocks.calendars import SHANGHAI
from casework.commands.courses import Question
from casework.courses.course import CourseState
from casework.courses.study import Attempt
from casework.points.state import PointsState
from evidence.doctors import blocks as b
from evidence.doctors.scores import person


def sheet(file: PointsState, attempt: Attempt, course: CourseState, bureau: str) -> list[b.Block]:
    """Facts of the sitting and a line for each question; the key itself is not printed."""
    version = course.numbered(attempt.number)
    again = attempt.markings[-1].at if len(attempt.markings) > 1 else None
    by_id = {q.question_id: q for q in version.questions} if version else {}
    return [
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            (
                "试卷",
                f"{version.title if version else course.course_id} 第 {attempt.number} 版题库",
            ),
            ("组卷种子", attempt.seed),
            ("开始时间", _moment(attempt.started_at)),
            ("应交时间", _moment(attempt.due)),
            ("评卷时间", _moment(attempt.marked_at) if attempt.marked_at else ""),
            *((("重新评卷", f"{_moment(again)}（试题更正后）"),) if again else ()),
            ("成绩", f"{attempt.mark} 分，{'合格' if attempt.passed else '不合格'}"),
            ("超时交卷", "是，只按时限内保存的答案评卷" if attempt.late else "否"),
        ),
        b.table(
            (12, 16, 0, 20, 20),
            ("序号", "题号", "题干", "所选", "评阅"),
            [
                (
                    str(n),
                    question,
                    _asked(by_id[question]) if question in by_id else "",
                    attempt.answers.get(question, "") or "未答",
                    "对" if question in attempt.right else "错",
                )
                for n, question in enumerate(attempt.questions, 1)
            ],
        ),
        b.note("由系统随机组卷、服务器评卷；任何人可凭题库版本和组卷种子复核本卷。"),
        b.signed(bureau, "（印章）", b.chinese(again or attempt.marked_at)),
    ]


def _asked(question: Question) -> str:
    """The question with what could be chosen."""
    return "\n".join([question.text, *(f"{letter}. {text}" for letter, text in question.options)])


def _moment(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
