"""Reviews: what waits, what changed since the last look, approvals at once."""

from __future__ import annotations

import strawberry

from api.answers import ErrorsAsData
from api.case.changes import change_of, changes_of
from api.case.page import case_of
from api.context import Context, Info
from api.inbox import types as inbox_types
from api.inbox.queries import item_of, parameters_of, proposed_of
from api.names import pick
from api.paging import Connection, connect, decode_cursor, encode_cursor, page_size
from api.results import Done, DoneResult, ReviewsResult, ReviewsSuccess
from api.review import types as gql
from api.timeline import event_of
from casework.actors import BUREAU
from casework.reviews.bulk import refuse_bulk
from graph.reviews.approve import Asked, approve_all
from graph.reviews.files import FileReview, file_reviews, file_since
from graph.reviews.looks import note_file_look, note_look
from graph.reviews.read import Review, list_reviews

#: Events of one case that the list itself shows; the rest is counted.
SHOWN = 6
#: How many doctors' files the list of reviews names at most.
FILES = 200


def review_of(one: Review, context: Context) -> gql.Review:
    """A review in the reader's language, the latest event first."""
    language, action = context.language, one.action
    refusal = None if one.bulk else refuse_bulk(action.name, action.zh, action.en)
    return gql.Review(
        case=case_of(one.case, (), language),
        version=one.case.version,
        act=pick(language, action.zh, action.en),
        due_at=one.due,
        working_days_left=one.working_days_left,
        looked_at=one.looked_at,
        since=[event_of(event, language) for event in reversed(one.since[-SHOWN:])],
        changes=changes_of(one.case, one.changes, language),
        since_count=len(one.since),
        bulk=one.bulk,
        alone=context.say(refusal.message_zh, refusal.message_en) if refusal else None,
    )


async def file_of(one: FileReview, context: Context) -> gql.FileReview:
    """A doctor's file in the reader's language, the latest event first."""
    language = context.language
    shown = await item_of(one.item, context) if one.item else None
    act = pick(language, one.item.action_zh, one.item.action_en) if one.item else ""
    return gql.FileReview(
        prac_psn_code=one.file.prac_psn_code,
        name=one.file.name,
        version=one.file.version,
        act=act,
        detail=shown.detail if shown else "",
        target=f"/points/{one.file.prac_psn_code}",
        due_at=shown.due_at if shown else None,
        working_days_left=shown.working_days_left if shown else None,
        looked_at=one.looked_at,
        since=[event_of(event, language) for event in reversed(one.since[-SHOWN:])],
        since_count=len(one.since),
        changes=[
            change_of(change, pick(language, change.name.zh, change.name.en), language)
            for change in one.changes
        ],
    )


@strawberry.type
class ReviewQueries:
    """For whoever reviews, approves or decides."""

    @strawberry.field
    async def reviews(
        self, info: Info, first: int = 20, after: str | None = None
    ) -> Connection[gql.Review]:
        """Cases that wait for this person, the nearest deadline first."""
        context = info.context
        cursor = decode_cursor(after, str, str)
        page = await list_reviews(
            context.driver,
            context.viewer,
            context.at,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        end = page.end or ("", "")
        found = connect([(review_of(one, context), end) for one in page.reviews], page.has_more)
        # A page of which four eyes left nothing still leads to the next one.
        found.page_info.end_cursor = encode_cursor(end)
        return found

    @strawberry.field
    async def file_reviews(self, info: Info) -> list[gql.FileReview]:
        """Doctors' files that wait for this person, the nearest deadline first; for the bureau."""
        context = info.context
        found = await file_reviews(context.driver, context.viewer, context.at, limit=FILES)
        return [await file_of(one, context) for one in found]

    @strawberry.field
    async def file_since(self, info: Info, prac_psn_code: str) -> gql.FileReview | None:
        """What changed in a doctor's file since this person looked at it; null outside of the bureau."""
        context = info.context
        one = await file_since(context.driver, context.viewer, prac_psn_code, context.at)
        return await file_of(one, context) if one else None

    @strawberry.field
    async def reviews_besides(self, info: Info) -> list[inbox_types.InboxItem]:
        """Proposed measures and parameters that wait for this person; for the bureau."""
        context = info.context
        if not context.actor.holds(*BUREAU):
            return []
        return [*await proposed_of(context), *await parameters_of(context)]


@strawberry.type
class ReviewMutations:
    """Looking is noted; approvals are given one by one."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def case_seen(self, info: Info, case_no: str, version: int) -> DoneResult:
        """This person has seen the case up to a version."""
        context = info.context
        await note_look(context.driver, context.viewer, case_no, version, context.at)
        return Done()

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def points_seen(self, info: Info, prac_psn_code: str, version: int) -> DoneResult:
        """This person has seen a doctor's file up to a version."""
        context = info.context
        await note_file_look(context.driver, context.viewer, prac_psn_code, version, context.at)
        return Done()

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def reviews_approve(self, info: Info, input: gql.ReviewsApproveInput) -> ReviewsResult:
        """Approve several cases with one opinion; each answers for itself."""
        context = info.context
        asked = [Asked(one.case_no, one.expected_version) for one in input.cases]
        outcomes = await approve_all(
            context.driver, context.actor, asked, input.opinion, context.at
        )
        await context.services.valkey.publish("jicha:changes", "case:")
        return ReviewsSuccess(
            outcomes=[
                gql.ReviewOutcome(
                    case_no=one.case_no,
                    approved=one.refusal is None,
                    why=context.say(one.refusal.message_zh, one.refusal.message_en)
                    if one.refusal
                    else None,
                )
                for one in outcomes
            ]
        )
