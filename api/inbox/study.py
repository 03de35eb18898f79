"""A doctor's own study in his inbox: what he does next, or from when he may sit the exam."""

from __future__ import annotations

from datetime import datetime

from api.context import Context
from api.inbox import types as gql
from api.names import pick
from casework.actors import Role
from casework.clocks.calendars import local_date
from casework.restoration.learn import exam_passed, learned, learning_of, study_earned
from casework.restoration.state import Step
from graph.courses.read import StudyPage, study_page


async def study_of(context: Context) -> list[gql.InboxItem]:
    """The next step of a doctor who studies for his restoration; nothing for anybody else."""
    code = context.actor.prac_psn_code
    if code is None or not context.actor.holds(Role.PHYSICIAN):
        return []
    page = await study_page(context.driver, context.viewer, code, context.at)
    application = page.file.restoration if page else None
    if page is None or application is None or application.step is not Step.STUDYING:
        return []
    # Who has learnt all of it submits; that act waits for him in the list by itself.
    if learned(page.file, local_date(context.at)):
        return []
    detail, due = _next(page, context)
    return [
        gql.InboxItem(
            kind="study",
            title=context.say("资格恢复：学习与考试", "Restoration: study and exam"),
            detail=detail,
            target="/study",
            due_at=due,
            overdue=due is not None and due < context.at,
            amount=None,
            since=None,
        )
    ]


def _next(page: StudyPage, context: Context) -> tuple[str, datetime | None]:
    """In words what comes next, and until when where a paper is being written."""
    sitting, barred = page.study.open_attempt, page.barred
    if sitting is not None:
        said = context.say(
            "考试进行中，请在规定时间内交卷", "The exam runs: hand the paper in in time"
        )
        return said, sitting.due
    learning = learning_of(page.file)
    have = study_earned(page.file, local_date(context.at))
    need = learning.need - learning.exam_points
    if exam_passed(page.file, local_date(context.at)):
        said = context.say(
            f"考试已合格；继续学习：学习积分 {have} 分，须学满 {need} 分",
            f"The exam is passed; go on studying: {have} of {need} study points",
        )
        return said, None
    if barred is None:
        return context.say("可以参加考试", "The exam is open to you"), None
    if have < need:
        said = context.say(
            f"继续学习：学习积分 {have} 分，学满 {need} 分后可以考试",
            f"Go on studying: {have} of the {need} study points that the exam asks for",
        )
        return said, None
    return pick(context.language, barred.message_zh, barred.message_en), None
