"""The sets of questions: those shipped, and the bureau's own versions over them."""

from datetime import date

import neo4j

from casework.actors import BUREAU, Viewer
from casework.interview.questions import QuestionSet
from casework.interview.sets import STREAM, QuestionsState, fold_questions
from graph.events.load import load


async def questions_state(driver: neo4j.AsyncDriver, viewer: Viewer) -> QuestionsState:
    """All versions that the bureau wrote; nothing of them outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return QuestionsState()
    return fold_questions((await load(driver, STREAM))[STREAM])


async def question_sets(
    driver: neo4j.AsyncDriver, viewer: Viewer, on: date
) -> dict[str, QuestionSet]:
    """The sets that are asked on a day, by id; none outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return {}
    return (await questions_state(driver, viewer)).in_force(on)
