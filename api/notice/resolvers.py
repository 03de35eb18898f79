"""A person's own notices: read, mark as read, choose how they are sent."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.answers import ErrorsAsData
from api.context import Context, Info
from api.errors import Invalid
from api.languages import Language
from api.names import pick
from api.notice import types as gql
from api.paging import MAX_PAGE, Connection, connect, decode_cursor, moment, page_size
from api.results import Done, DoneResult, NoticeChoiceResult, NoticeChoiceSuccess
from casework.clocks.deadlines import working_days_left
from casework.events import utc_text
from casework.notices.rows import NoticeKind
from graph.notices.choices import Choice, find_choice, open_ways, save_choice
from graph.notices.deliveries import troubles
from graph.notices.read import Notice, count_unread, list_notices, mark_read


def notice_of(one: Notice, language: Language, at: datetime) -> gql.Notice:
    """A notice in the reader's language."""
    return gql.Notice(
        key=one.key,
        kind=NoticeKind(one.kind),
        act=pick(language, one.zh, one.en),
        title=one.title,
        subject=one.subject,
        detail=one.detail,
        target=one.target,
        due_at=one.due,
        working_days_left=working_days_left(one.calendar, one.due, at),
        at=one.at,
        read_at=one.read_at,
        settled_at=one.settled_at,
        settled_by=one.settled_by,
    )


async def choice_of(context: Context, choice: Choice) -> gql.NoticeChoice:
    """The choice, what is open here, and what went wrong lately."""
    settings = context.services.settings
    return gql.NoticeChoice(
        email=choice.email,
        language=choice.language,
        ways=sorted(choice.ways),
        kinds=[kind for kind in NoticeKind if kind in choice.kinds],
        open_ways=sorted(open_ways(settings)),
        digest_at=settings.digest_at,
        troubles=[
            gql.NoticeTrouble(
                way=one.way,
                attempts=one.attempts,
                at=one.at,
                why=pick(context.language, one.why_zh, one.why_en),
                next_at=one.next_at,
            )
            for one in await troubles(context.driver, context.viewer)
        ],
    )


@strawberry.type
class NoticeQueries:
    """The bell and the page of notices."""

    @strawberry.field
    async def notices(
        self, info: Info, unread_only: bool = False, first: int = 30, after: str | None = None
    ) -> Connection[gql.Notice]:
        """What this person was told, the newest first."""
        context = info.context
        cursor = decode_cursor(after, moment, str)
        page = await list_notices(
            context.driver,
            context.viewer,
            unread_only=unread_only,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        rows = [
            (notice_of(one, context.language, context.at), (utc_text(one.at), one.key))
            for one in page.notices
        ]
        return connect(rows, page.has_more)

    @strawberry.field
    async def unread_notices(self, info: Info) -> int:
        """How many of them were not read."""
        return await count_unread(info.context.driver, info.context.viewer)

    @strawberry.field
    async def notice_choice(self, info: Info) -> gql.NoticeChoice:
        """How this person is told beyond the page."""
        context = info.context
        return await choice_of(context, await find_choice(context.driver, context.viewer))


@strawberry.type
class NoticeMutations:
    """Everybody keeps his own notices."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def notice_read(self, info: Info, keys: list[str] | None = None) -> DoneResult:
        """Mark notices as read; without ``keys`` all of them."""
        context = info.context
        if keys is not None and len(keys) > MAX_PAGE:
            raise Invalid(
                "keys",
                f"一次最多 {MAX_PAGE} 条；全部标为已读请不带 keys。",
                f"At most {MAX_PAGE} at once; leave keys out to mark all.",
            )
        await mark_read(context.driver, context.viewer, keys, context.at)
        return Done()

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def notice_choose(self, info: Info, input: gql.NoticeChoiceInput) -> NoticeChoiceResult:
        """Choose kinds and ways; a way that is not set up here is refused."""
        context = info.context
        wanted = Choice(input.email, input.language, frozenset(input.ways), frozenset(input.kinds))
        kept = await save_choice(
            context.driver, context.viewer, wanted, open_ways(context.services.settings)
        )
        return NoticeChoiceSuccess(choice=await choice_of(context, kept))
