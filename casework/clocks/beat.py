"""The beat's act: write down what nobody does by himself; nobody else may.

That a deadline is near, overdue or lapsed, and that a score waits whose decision was changed.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import BEAT, Actor
from casework.acts import Act, Ask, draft
from casework.clocks.marks import Mark, due_marks
from casework.commands.clocks import MarkDeadlines
from casework.events import Draft
from casework.points.review import bases_of, never_asked
from casework.points.state import PointsState
from casework.refusal import refuse


def mark(ask: Ask[MarkDeadlines, Any]) -> list[Draft]:
    """DeadlineWarned, DeadlineOverdue, DeadlineLapsed in the order of their moments; or nothing.

    On a doctor's file ScoreReviewDue, too, where a decision was changed before that was asked for.
    """
    stream = ask.command.stream
    said = [_draft(stream, one) for one in due_marks(ask.history[stream], ask.at)]
    file = isinstance(ask.state, PointsState)
    return [*said, *never_asked(ask.state, ask.history)] if file else said


def _draft(stream: str, one: Mark) -> Draft:
    row = one.run.row
    settled = {} if one.settled is None else {"settled_at": one.settled}
    return draft(
        stream,
        one.type,
        run=one.run.id,
        deadline=row.id,
        title=row.zh,
        due=one.due,
        distance=one.distance,
        basis=row.basis,
        **settled,
    )


def _stream(command: MarkDeadlines, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    file = states.get(command.stream)
    return (command.stream, *(bases_of(file) if isinstance(file, PointsState) else ()))


def beat_only(state: Any, actor: Actor, at: datetime) -> None:
    """Guard: nobody but the beat."""
    if actor != BEAT:
        raise refuse("NOT_YOURS")


ACT = Act(
    MarkDeadlines, "记录期限", "mark deadlines", frozenset(), _stream, mark,
    guards=(beat_only,), offered=False,
)  # fmt: skip
