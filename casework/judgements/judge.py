"""Confirm, reject, take back or note: findings, suspected rings, their members, pairs that may be one."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.judgement import (
    JudgeMark,
    JudgeMembers,
    MarkKind,
    NoteMark,
    TakeBackJudgement,
    TakeBackMembers,
    Verdict,
)
from casework.events import Draft
from casework.judgements.state import MarkState
from casework.refusal import refuse


def stream_of(
    command: JudgeMark | NoteMark | TakeBackJudgement, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The stream of the finding, ring or pair."""
    return (f"{command.kind.value}:{command.key}",)


def streams_of_members(
    command: JudgeMembers | TakeBackMembers, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The stream of each member of the ring."""
    if not 1 <= len(command.psn_nos) <= MOST:
        raise refuse(
            "BAD_VALUE",
            field="成员",
            field_en="Members",
            why=f"一次请选择 1 至 {MOST} 名",
            why_en=f"choose 1 to {MOST} at a time",
        )
    ring = f"{MarkKind.MEMBER.value}:{command.ring_id}/"
    return tuple(ring + psn_no for psn_no in dict.fromkeys(command.psn_nos))


def judge(ask: Ask[JudgeMark, MarkState]) -> list[Draft]:
    """Judged; a rejection gives its reason. A later judgement replaces an earlier one."""
    c = ask.command
    if c.verdict is Verdict.REJECTED:
        required(reason=c.reason)
    return [_judged(ask.state.stream, c)]


def judge_members(ask: Ask[JudgeMembers, MarkState]) -> list[Draft]:
    """Judged, for each member; always with a reason: a name in a group weighs more than a number."""
    required(reason=ask.command.reason)
    return [_judged(stream, ask.command) for stream in ask.states]


def take_back_members(ask: Ask[TakeBackMembers, MarkState]) -> list[Draft]:
    """Taken back, for each member."""
    required(reason=ask.command.reason)
    if any(state.verdict is None for state in ask.states.values()):
        raise refuse("NOT_JUDGED")
    return [draft(stream, "TakenBack", reason=ask.command.reason) for stream in ask.states]


def _judged(stream: str, command: JudgeMark | JudgeMembers) -> Draft:
    seen = {} if command.seen is None else {"seen": asdict(command.seen)}
    return draft(stream, "Judged", verdict=command.verdict, reason=command.reason, **seen)


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


#: Members judged at once; a larger group is judged in steps.
MOST = 200
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
    Act(
        JudgeMembers,
        "研判成员",
        "judge members",
        JUDGES,
        streams_of_members,
        judge_members,
        creates=None,
    ),
    Act(
        TakeBackMembers,
        "撤回成员研判",
        "take back the judgement on members",
        JUDGES,
        streams_of_members,
        take_back_members,
        creates=None,
    ),
    Act(NoteMark, "备注", "note", JUDGES, stream_of, note, creates=None),
)
