"""The calendar: days of a month, and the deadlines of a stretch."""

from __future__ import annotations

import strawberry

from api.calendar import types as gql
from api.context import Context, Info
from api.errors import Invalid
from api.names import cited, pick
from api.paging import Connection, connect, decode_cursor, moment, page_size
from casework.actors import Role
from casework.clocks.deadlines import working_days_left
from casework.clocks.holidays import special_days, unknown_years
from casework.events import utc_text
from graph.calendar.read import Due, Stretch, list_days, list_due

LONGEST_DAYS = 400


def stretch_of(given: gql.CalendarStretch) -> Stretch:
    """The days asked for; raises :class:`Invalid` when they run backwards or too far."""
    days = (given.until - given.since).days
    if not 0 < days <= LONGEST_DAYS:
        raise Invalid(
            "until",
            f"起止日期须先后有序，且不超过 {LONGEST_DAYS} 天。",
            f"The days must run forward, at most {LONGEST_DAYS} of them.",
        )
    return Stretch(given.since, given.until, given.mine)


def deadline_of(due: Due, context: Context) -> gql.CalendarDeadline:
    """A deadline in the reader's language."""
    return gql.CalendarDeadline(
        key=due.key,
        title=pick(context.language, due.zh, due.en),
        basis=cited(context.language, due.basis),
        mark=due.mark,
        calendar=due.calendar,
        started_at=due.started_at,
        due_at=due.due,
        working_days_left=None
        if due.paused
        else working_days_left(due.calendar, due.due, context.at),
        overdue=due.due < context.at and not due.paused,
        paused=due.paused,
        of=due.of,
        of_title=due.title,
        target=_target(due, context),
        officers=list(due.officers),
    )


def _target(due: Due, context: Context) -> str:
    match due.kind:
        case "case":
            return f"/cases/{due.of}"
        case "inspection":
            return f"/inspections/{due.of}"
    return "/my-points" if context.actor.roles == {Role.PHYSICIAN} else f"/points/{due.of}"


@strawberry.type
class CalendarQueries:
    """Deadlines that this person may see."""

    @strawberry.field
    async def calendar_days(
        self, info: Info, stretch: gql.CalendarStretch
    ) -> list[gql.CalendarDay]:
        """The days of a stretch on which something falls due."""
        context = info.context
        days = await list_days(context.driver, context.viewer, stretch_of(stretch), context.at)
        return [
            gql.CalendarDay(
                day=one.day,
                total=one.total,
                overdue=one.overdue,
                first=[f"{of} {pick(context.language, zh, en)}" for zh, en, of in one.first],
            )
            for one in days
        ]

    @strawberry.field
    def calendar_work(self, info: Info, stretch: gql.CalendarStretch) -> gql.CalendarWork:
        """Holidays and worked weekends of a stretch."""
        days = stretch_of(stretch)
        return gql.CalendarWork(
            special=[
                gql.SpecialDay(
                    day=one.day, works=one.works, title=pick(info.context.language, one.zh, one.en)
                )
                for one in special_days(days.since, days.until)
            ],
            unknown_years=list(unknown_years(days.since, days.until)),
        )

    @strawberry.field
    async def calendar_deadlines(
        self,
        info: Info,
        stretch: gql.CalendarStretch,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.CalendarDeadline]:
        """The deadlines of a stretch, the earliest first."""
        context = info.context
        cursor = decode_cursor(after, moment, str)
        page = await list_due(
            context.driver,
            context.viewer,
            stretch_of(stretch),
            context.at,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        rows = [(deadline_of(one, context), (utc_text(one.due), one.key)) for one in page.rows]
        return connect(rows, page.has_more)
