"""The page of the sets of questions, and what changes them."""

from __future__ import annotations

import strawberry

from api.acts import Act
from api.context import Context, Info
from api.errors import Missing
from api.names import pick
from api.questions import types as gql
from api.results import QuestionsSuccess
from api.session.pages import may_open
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.questions import SaveQuestionSet
from casework.events import Event
from casework.interview.questions import shipped_sets
from casework.interview.sets import ACT, QuestionsState, SavedSet
from graph.interview.questions import questions_state

QUESTION_ACTS = (Act("questionSetSave", SaveQuestionSet),)


async def book_of(context: Context) -> gql.QuestionBook:
    """All sets as they stand; :class:`Missing` for whom the page is not."""
    if not may_open(context.actor, "questions"):
        raise Missing
    state = await questions_state(context.driver, context.viewer)
    patterns = dict.fromkeys((*shipped_sets(), *(one.asked.id for one in state.saved)))
    return gql.QuestionBook(
        patterns=[_pattern(one, state, context) for one in patterns],
        version=state.version,
        may_edit=context.actor.holds(*ACT.roles),
    )


def _pattern(pattern: str, state: QuestionsState, context: Context) -> gql.QuestionPattern:
    today, language = local_date(context.at), context.language
    made, shipped = state.versions(pattern), shipped_sets().get(pattern)
    holding = [one for one in made if one.valid_from <= today]
    # What begins later is not asked yet, but has its place on the page.
    now = state.in_force(today).get(pattern) or made[0].asked
    return gql.QuestionPattern(
        pattern=pattern,
        title=pick(language, now.zh, now.en),
        zh=now.zh,
        en=now.en,
        questions=list(now.questions) if holding or shipped else [],
        shipped=list(shipped.questions) if shipped else [],
        since=holding[-1].valid_from if holding else None,
        coming=[_version(one) for one in made if one.valid_from > today],
        versions=[_version(one) for one in reversed(made)],
    )


def _version(one: SavedSet) -> gql.QuestionVersion:
    return gql.QuestionVersion(
        zh=one.asked.zh,
        en=one.asked.en,
        questions=list(one.asked.questions),
        valid_from=one.valid_from,
        note=one.note,
        by=one.by,
        at=one.at,
    )


@strawberry.type
class QuestionQueries:
    """What is asked in interviews."""

    @strawberry.field
    async def question_book(self, info: Info) -> gql.QuestionBook:
        """All sets of questions with their versions; for the bureau."""
        return await book_of(info.context)


async def after_act(info: Info, command: Command, events: list[Event]) -> QuestionsSuccess:
    """Answer of a change: all sets as they stand now."""
    return QuestionsSuccess(book=await book_of(info.context))
