"""The log for the security auditor, and the proof that nobody edited it."""

from __future__ import annotations

from functools import partial

import anyio.to_thread
import strawberry

from api.context import Info
from api.evidence.resolvers import store_of
from api.log import types as gql
from api.names import event_name
from api.paging import Connection, connect, decode_cursor, moment, page_size
from api.timeline import actor_name, summary_of
from casework.actors import Role, named
from casework.events import Event
from casework.refusal import refuse
from evidence.sealbook import open_book
from graph.events.log import LogCursor, LogFilter, cursor_of, read_log
from graph.events.verify import verify_all


def entry_of(event: Event, info: Info) -> gql.LogEntry:
    """A line of the log."""
    return gql.LogEntry(
        stream=event.stream,
        seq=event.seq,
        type=event.type,
        title=event_name(event.type, info.context.language),
        actor=event.actor,
        actor_name=_name(event, info),
        at=event.at,
        summary=summary_of(event, info.context.language),
        hash=event.hash,
        prev=event.prev,
    )


def _name(event: Event, info: Info) -> str:
    where, _, who = event.actor.partition(":")
    if where == "console":
        return info.context.say(f"终端（{who}）", f"terminal ({who})")
    return actor_name(event, info.context.language)


@strawberry.type
class LogQueries:
    """The auditor's page."""

    @strawberry.field
    async def log(
        self,
        info: Info,
        filter: gql.LogFilter | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.LogEntry]:
        """All events, newest first."""
        context = info.context
        given = filter or gql.LogFilter()
        cursor = decode_cursor(after, moment, str, int)
        page = await read_log(
            context.driver,
            context.viewer,
            LogFilter(
                since=given.from_time,
                until=given.to_time,
                actor=given.actor,
                type=given.type,
                stream=given.stream,
            ),
            first=page_size(first),
            after=LogCursor(*cursor) if cursor else None,
        )
        rows = []
        for event in page.events:
            place = cursor_of(event)
            rows.append((entry_of(event, info), (place.at, place.stream, place.seq)))
        return connect(rows, page.has_more)

    @strawberry.field
    async def chain_report(self, info: Info) -> gql.ChainReport:
        """Verify every chain now, and all of them against the daily seals."""
        context = info.context
        if not context.actor.holds(Role.AUDITOR):
            raise refuse("ROLE_REQUIRED", **named([Role.AUDITOR]))
        book = await anyio.to_thread.run_sync(open_book, store_of(context))
        found = await verify_all(context.driver, partial(book.compare, at=context.at))
        book.close()
        problems = [
            gql.ChainProblem(stream=stream, why=context.say(why.zh, why.en))
            for stream, why in found.broken
        ]
        problems += [
            gql.ChainProblem(
                stream=context.say(f"封印 {fault.day}", f"seal {fault.day}"),
                why=f"{fault.what}: {fault.detail}",
            )
            for fault in book.faults
        ]
        return gql.ChainReport(
            streams=found.streams,
            events=found.events,
            problems=problems,
            checked_at=context.at,
        )
