"""A workbook is read within limits; what is no workbook is refused with a reason."""

import io
from datetime import date

import pytest
import xlsxwriter

from casework.courses.rules import exam_rule
from casework.refusal import Refusal
from cli.demo.course import demo_course
from graph.courses.workbook import course_of, template

SHEETS = {
    "课程信息": [["项目", "内容"], ["课程编号", "YB-1"], ["课程名称", "医保政策"], ["学时", 2]],
    "课程内容": [["章节", "标题", "正文"], ["一", "总则", "正文"], ["一", "", "无标题"]],
    "题库": [
        ["题号", "题型", "题干", "A", "B", "答案"],
        [1, "单选", "题", "甲", "乙", "B"],
        [2, "单选", "题", "甲", "乙", "E"],
    ],
}


def workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return buffer.getvalue()


def test_a_workbook_becomes_a_course_with_its_rejects() -> None:
    command = course_of(workbook(), "课程.xlsx")
    assert (command.course_id, str(command.hours), len(command.pages)) == ("YB-1", "2", 1)
    assert [(q.question_id, q.answer) for q in command.questions] == [("1", "B")]
    assert [(r.sheet, r.row) for r in command.rejects] == [("课程内容", 3), ("题库", 3)]


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"no workbook", workbook()[:900]])
def test_no_workbook_is_refused(body: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        course_of(body, "x.xlsx")
    assert caught.value.code == "BAD_VALUE"


def test_the_template_is_read_as_it_stands() -> None:
    command = course_of(template(), "模板.xlsx")
    assert command.rejects == ()
    assert [q.kind.value for q in command.questions] == ["single", "multiple", "judgement"]
    assert [q.answer for q in command.questions] == ["A", "AC", "A"]
    assert len(command.pages) == 1


def test_the_course_of_the_demo_passes_its_own_check() -> None:
    command = demo_course()
    assert len(command.questions) >= exam_rule(date(2026, 1, 1)).questions
    assert {q.answer for q in command.questions} > {"A", "B", "ABD"}
