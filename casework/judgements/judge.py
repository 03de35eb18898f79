"""Confirm, reject, take back or note: findings, suspected rings, pairs that may be one."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.judgement import JudgeMark, NoteMark, TakeBackJudgement, Verdict
from casework.events import Draft
from casework.judgements.state import MarkState
from casework.refusal import refuse


def stream_of(
    command: JudgeMark | NoteMark | TakeBackJudgement, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The stream of the finding, ring or pair."""
    return (f"{command.kind.value}:{command.key}",)


def judge(ask: Ask[JudgeMark, MarkState]) -> list[Draft]:
    """Judged; a rejection gives its reason. A later judgement replaces an earlier one."""
    c = ask.command
    if c.verdict is Verdict.REJECTED:
        required(reason=c.reason)
    return [draft(ask.state.stream, "Judged", verdict=c.verdict, reason=c.reason)]


def take_back(ask: Ask[TakeBackJudgement, MarkState]) -> list[Draft]:
    """Taken back: nothing is judged any more, and the history keeps both."""
    required(reason=ask.command.reason)
    if ask.state.verdict is None:
        raise refuse("NOT_JUDGED")
    return [draft(ask.state.stream, "TakenBack", reason=ask.command.reason)]


def note(ask: Ask[NoteMark, MarkState]) -> list[Draft]:
    """Noted."""
    required(text=ask.command.text)
    return [draft(ask.state.stream, "Noted", text=ask.command.text)]


JUDGES = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.AGENCY_OFFICER})
ACTS = (
    Act(JudgeMark, "研判", "judge", JUDGES, stream_of, judge, creates=None),
    Act(
        TakeBackJudgement,
        "撤回研判",
        "take back the judgement",
        JUDGES,
        stream_of,
        take_back,
        creates=None,
    ),
    Act(NoteMark, "备注", "note", JUDGES, stream_of, note, creates=None),
)
