"""Confirm, reject or note a finding or a suspected ring."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.judgement import JudgeMark, NoteMark, Verdict
from casework.events import Draft
from casework.judgements.state import MarkState


def stream_of(
    command: JudgeMark | NoteMark, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The stream of the finding or ring."""
    return (f"{command.kind.value}:{command.key}",)


def judge(ask: Ask[JudgeMark, MarkState]) -> list[Draft]:
    """Judged; a rejection gives its reason. A later judgement replaces an earlier one."""
    c = ask.command
    if c.verdict is Verdict.REJECTED:
        required(reason=c.reason)
    return [draft(ask.state.stream, "Judged", verdict=c.verdict, reason=c.reason)]


def note(ask: Ask[NoteMark, MarkState]) -> list[Draft]:
    """Noted."""
    required(text=ask.command.text)
    return [draft(ask.state.stream, "Noted", text=ask.command.text)]


JUDGES = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.AGENCY_OFFICER})
ACTS = (
    Act(JudgeMark, "研判", "judge", JUDGES, stream_of, judge, creates=None),
    Act(NoteMark, "备注", "note", JUDGES, stream_of, note, creates=None),
)
