"""Tasks and notes: the daily work inside a case."""

from datetime import datetime

from casework.actors import BUREAU, Actor
from casework.acts import Act, Ask, draft, required
from casework.cases.attach import OPEN
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import AddNote, AddTask, FinishTask
from casework.events import Draft
from casework.refusal import refuse

RUNNING = OPEN | {Stage.EXECUTION, Stage.REFERRED, Stage.HANDLING_EXECUTION, Stage.NO_PENALTY}


def add_task(ask: Ask[AddTask, CaseState]) -> list[Draft]:
    """TaskAdded under the next number of the case."""
    c = ask.command
    required(title=c.title, login=c.assignee)
    number = f"T{len(ask.state.tasks) + 1}"
    data = {"task_id": number, "title": c.title, "assignee": c.assignee, "due": c.due}
    return [draft(ask.state.stream, "TaskAdded", **data)]


def finish_task(ask: Ask[FinishTask, CaseState]) -> list[Draft]:
    """TaskFinished by its assignee, who stands in for him, or the person who gave it."""
    c = ask.command
    required(result=c.result)
    task = next((t for t in ask.state.tasks if t.task_id == c.task_id), None)
    if task is None:
        raise refuse("NOT_FOUND", what=f"任务 {c.task_id}", what_en=f"task {c.task_id}")
    if task.result is not None:
        raise refuse("ALREADY_DONE")
    if task.assignee not in ask.actor.tasks_of(local_date(ask.at)) and not task.by.is_actor(
        ask.actor
    ):
        raise refuse("NOT_YOURS")
    return [draft(ask.state.stream, "TaskFinished", task_id=c.task_id, result=c.result)]


def add_note(ask: Ask[AddNote, CaseState]) -> list[Draft]:
    """NoteAdded."""
    required(text=ask.command.text)
    return [draft(ask.state.stream, "NoteAdded", text=ask.command.text)]


def _some_open(case: CaseState, actor: Actor, at: datetime) -> None:
    if all(task.result is not None for task in case.tasks):
        raise refuse("STEP_MISSING", step="布置任务", step_en="an open task")


ACTS = (
    Act(AddTask, "布置任务", "add a task", BUREAU, case_stream, add_task, RUNNING, rank=80),
    Act(
        FinishTask, "完成任务", "finish a task", BUREAU, case_stream, finish_task, RUNNING,
        (_some_open,), rank=81,
    ),
    Act(AddNote, "记备注", "add a note", BUREAU, case_stream, add_note, RUNNING, rank=82),
)  # fmt: skip
