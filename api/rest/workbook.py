"""A course comes in as a workbook: looked at first, taken in when a person says so."""

from __future__ import annotations

from urllib.parse import unquote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.course.convert import told
from api.errors import Invalid, Missing
from api.rest.export import XLSX, download
from casework.commands.courses import ImportCourse
from casework.courses.importing import TEACHERS
from graph.commands import execute
from graph.courses.read import course_state
from graph.courses.workbook import MOST_BYTES, course_of, template


async def look_at_workbook(request: Request, context: Context) -> Response:
    """``POST /workbook/course/{name}``: what would be taken in and what not; nothing is written."""
    command = await _command(request, context)
    return JSONResponse(await _told(context, command))


async def put_workbook(request: Request, context: Context) -> Response:
    """``PUT /workbook/course/{name}``: the next version of its course; 201 with the same account."""
    command = await _command(request, context)
    told = await _told(context, command)
    await execute(context.driver, command, context.actor, context.at)
    await context.services.valkey.publish("jicha:changes", f"course:{command.course_id}")
    return JSONResponse(told, status_code=201)


async def get_template(request: Request, context: Context) -> Response:
    """``GET /export/course-template.xlsx``: an empty workbook to fill."""
    if not context.actor.holds(*TEACHERS):
        raise Missing
    return download(await anyio.to_thread.run_sync(template), "course-template.xlsx", XLSX)


async def _command(request: Request, context: Context) -> ImportCourse:
    if not context.actor.holds(*TEACHERS):
        raise Missing
    name = unquote(request.path_params["name"])[:200]
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Invalid("file", "文件超过 20 MB。", "The file is larger than 20 MB.")
    return await anyio.to_thread.run_sync(lambda: course_of(bytes(body), name))


async def _told(context: Context, command: ImportCourse) -> dict[str, object]:
    course = await course_state(context.driver, context.viewer, command.course_id)
    before = course.latest if course else None
    old = {q.question_id: q for q in before.questions} if before else {}
    new = {q.question_id: q for q in command.questions}
    return {
        "courseId": command.course_id,
        "title": command.title,
        "hours": str(command.hours),
        "number": len(course.versions) + 1 if course else 1,
        "pages": len(command.pages),
        "questions": len(command.questions),
        "added": len(new.keys() - old.keys()),
        "changed": sum(1 for key in new.keys() & old.keys() if new[key] != old[key]),
        "removed": len(old.keys() - new.keys()),
        "same": before is not None and before.sha256 == command.sha256,
        "rejects": [told(reject, context.language) for reject in command.rejects],
    }
