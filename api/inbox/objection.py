"""Scores to which a doctor, or the institution for him, may object: with the days that are left."""

from __future__ import annotations

from typing import Final

from api.context import Context
from api.inbox import types as gql
from casework.actors import Role
from casework.clocks.calendars import Calendar
from casework.clocks.deadlines import working_days_left
from graph.points.objections import objectionable_for

DETAIL: Final = (
    "记分告知书已送达，有异议的可在期限内书面申诉",
    "The score was served: who objects does so in writing within the period",
)
UNKNOWN: Final = (
    "记分告知书已送达，有异议的可以书面申诉；放假安排尚未公布，届满日暂不能计算",
    "The score was served: who objects does so in writing; the holidays are not published, so the last day cannot be told yet",
)


async def objections_of(context: Context) -> list[gql.InboxItem]:
    """The scores of this person or institution; nothing for anybody else."""
    doctor = context.actor.roles == {Role.PHYSICIAN}
    return [
        gql.InboxItem(
            kind="objection",
            title=context.say(
                f"记分 {one.entry.points} 分：{one.file.name}",
                f"{one.entry.points} points: {one.file.name}",
            ),
            detail=context.say(*(UNKNOWN if one.due is None else DETAIL)),
            target="/my-points" if doctor else f"/points/{one.file.prac_psn_code}",
            due_at=one.due,
            overdue=False,
            amount=None,
            since=None,
            working_days_left=working_days_left(Calendar.WORKING_DAYS.value, one.due, context.at),
        )
        for one in await objectionable_for(context.driver, context.viewer, context.at)
    ]
