"""A short course with its question bank, so that a doctor of the demo can study and sit an exam."""

import hashlib
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import neo4j

from casework.actors import Actor, Viewer
from casework.commands.courses import ImportCourse
from casework.courses.rows import BANK, INFO, LETTERS, PAGES, read_course
from graph.commands import execute
from graph.courses.read import course_state

SOURCE = Path(__file__).parent / "course.toml"


async def offer_course(driver: neo4j.AsyncDriver, teacher: Actor, at: datetime) -> str:
    """Import the course once; returns its code."""
    command = demo_course()
    if await course_state(driver, Viewer(teacher), command.course_id) is None:
        await execute(driver, command, teacher, at)
    return command.course_id


def demo_course() -> ImportCourse:
    """The shipped course, checked like any workbook."""
    text = SOURCE.read_bytes()
    raw = tomllib.loads(text.decode("utf-8"))
    head = ["题号", "题型", "题干", *LETTERS, "答案", "依据"]
    parsed = read_course(
        {
            INFO: [
                ["课程编号", raw["course_id"]],
                ["课程名称", raw["title"]],
                ["学时", raw["hours"]],
            ],
            PAGES: [
                ["章节", "标题", "正文"],
                *([p["chapter"], p["title"], p["text"].strip()] for p in raw["page"]),
            ],
            BANK: [head, *(_row(n, q["q"]) for n, q in enumerate(raw["question"], 1))],
        }
    )
    if parsed.rejects:
        raise ValueError(parsed.rejects)
    return ImportCourse(
        course_id=parsed.course_id,
        title=parsed.title,
        hours=parsed.hours,
        pages=parsed.pages,
        questions=parsed.questions,
        rejects=(),
        file_name=SOURCE.name,
        sha256=hashlib.sha256(text).hexdigest(),
    )


def _row(number: int, cells: list[Any]) -> list[str]:
    kind, text, *options, answer, basis = cells
    padded = [*options, *([""] * (len(LETTERS) - len(options)))]
    return [f"{number:02}", kind, text, *padded, answer, basis]
