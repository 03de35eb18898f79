"""`jicha points course-… | lesson-… | exam-… | barred`: courses, study, exams, barred fees."""

import secrets
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import BUREAU, Actor
from casework.commands import courses as k
from casework.events import to_json
from casework.refusal import refuse
from claims.store import ClaimStore
from cli.act import act
from cli.barred_text import barred_text, payable_text
from cli.context import settings
from cli.forms import add_act
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.courses.read import courses
from graph.courses.workbook import import_course
from graph.institutions import institution_names
from graph.points.barred_leads import find, find_leads, open_leads, rows_of

ATTEMPT = ("prac_psn_code", "attempt_id")


def add_to(points: typer.Typer) -> None:
    """Add the commands to `jicha points`."""
    points.command("course-import")(course_import)
    points.command("course-list")(course_list)
    points.command("exam-start")(exam_start)
    points.command("barred")(barred)
    add_act(points, "course-retire", k.RetireCourse, "停用课程 / retire", arguments=("course_id",))
    opened = ("prac_psn_code", "course_id")
    add_act(points, "lesson-open", k.OpenLesson, "开始学习 / open a lesson", arguments=opened)
    beat = ("prac_psn_code", "session_id", "page")
    add_act(points, "lesson-beat", k.BeatLesson, "学习进度 / progress", arguments=beat)
    add_act(points, "exam-save", k.SaveAnswers, "保存答卷 / save answers", arguments=ATTEMPT)
    add_act(points, "exam-submit", k.SubmitExam, "交卷 / hand in", arguments=ATTEMPT)
    disputed = (*ATTEMPT, "question_id")
    add_act(points, "question-appeal", k.AppealQuestion, "试题异议 / dispute", arguments=disputed)
    add_act(points, "question-resolve", k.ResolveAppeal, "答复异议 / answer", arguments=disputed)
    add_act(points, "exam-remark", k.RemarkExam, "重新评卷 / mark again", arguments=ATTEMPT)


def course_import(
    workbook: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    json: JsonOption = False,
) -> None:
    """从 XLSX 导入课程与题库，退回的行一并列出 / import a course; rejected rows are listed."""
    out, body = Output(json), workbook.read_bytes()

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await import_course(driver, body, workbook.name, actor, now())

    event = as_person(out, _work)
    data = event.data
    facts = {
        "course_id": event.stream.removeprefix("course:"),
        "number": data["number"],
        "pages": len(data["pages"]),
        "questions": len(data["questions"]),
        "rejects": data["rejects"],
    }
    number, pages, questions = facts["number"], facts["pages"], facts["questions"]
    lines = [
        say(
            f"第 {number} 版：{pages} 页，试题 {questions} 道",
            f"version {number}: {pages} pages, {questions} questions",
        )
    ]
    lines += [
        say(
            f"  退回 {r['sheet']} 第 {r['row']} 行：{r['reason']}",
            f"  not taken: {r['sheet']} row {r['row']}: {r['reason_en']}",
        )
        for r in data["rejects"]
    ]
    out.result(facts, "\n".join(lines))


def course_list(json: JsonOption = False) -> None:
    """课程与题库版本 / courses with their versions."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await courses(driver, viewer(actor))

    rows = [
        {
            "course_id": one.course_id,
            "stage": one.stage,
            "title": one.latest.title if one.latest else "",
            "number": one.latest.number if one.latest else 0,
            "questions": len(one.latest.questions) if one.latest else 0,
        }
        for one in as_person(out, _work)
    ]
    text = "\n".join(
        f"{row['course_id']}\t{say('第 {} 版', 'version {}').format(row['number'])}\t{row['title']}"
        for row in rows
    )
    out.result({"courses": rows}, text)


def exam_start(
    prac_psn_code: Annotated[str, typer.Argument()],
    course_id: Annotated[str, typer.Argument()],
    json: JsonOption = False,
) -> None:
    """开始考试：随机组卷，种子留痕 / start an exam; the seed of the paper is recorded."""
    command = k.StartExam(
        prac_psn_code=prac_psn_code, course_id=course_id, seed=secrets.token_hex(16)
    )
    act(Output(json), command, "开始考试")


def barred(
    leads: Annotated[bool, typer.Option("--open-leads", help="登记线索 / register leads")] = False,
    json: JsonOption = False,
) -> None:
    """停权医师结算：暂停、终止期间的费用（急诊抢救除外）/ fees of barred doctors."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        if not actor.holds(*BUREAU):
            raise refuse("NOT_YOURS")
        store = ClaimStore(settings().home)
        found = await find(driver, store, now())
        opened = await open_leads(driver, found.leads, actor, now()) if leads else []
        rows = rows_of(await find_leads(driver, store, now()) if opened else found.leads)
        fees = [*(row.fees for row in rows), *(one.span.fees for one in found.payable)]
        names = await institution_names(driver, [one.fixmedins_code for one in fees])
        return rows, names, opened, found.payable

    rows, names, numbers, payable = as_person(out, _work)
    body = {
        "fees": [{**vars(row.fees), "cases": row.cases} for row in rows],
        "cases": numbers,
        "payable": [
            {**vars(one.span.fees), "since": one.span.since, "why": one.why, "because": one.because}
            for one in payable
        ],
    }
    text = barred_text(rows, names, numbers) + payable_text(payable, names)
    out.result(to_json(body), text)  # type: ignore[arg-type]
