"""Change a dated parameter with four eyes: proposed by one, approved by the head of the bureau."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.parameters import STREAM, BureauState, Parameter, Proposed, parameters
from casework.refusal import refuse

#: The legal reviewer keeps the rules, the centre works by them; the head answers for both.
PROPOSERS = frozenset({Role.LEGAL_REVIEWER, Role.SUPERVISOR})
APPROVERS = frozenset({Role.HEAD})


def propose(ask: Ask[ProposeParameter, BureauState]) -> list[Draft]:
    """ParameterProposed: a known name, a possible value that changes something, its basis and reason."""
    c, state = ask.command, ask.state
    required(law=c.basis, reason=c.reason)
    row = possible(c.name, c.value)
    if row.forward and c.valid_from < local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what=f"“{row.zh}”不溯及既往，生效日不得早于今天；此前的案件按当时的标准办理",
            what_en=f"'{row.en}' does not reach back: let it begin today or later, earlier cases keep what held then",
        )
    waiting = state.waiting(c.name)
    if waiting is not None:
        raise refuse(
            "PARAMETER_WAITS", parameter=row.zh, parameter_en=row.en, name=waiting.by.name,
            proposal_id=waiting.proposal_id,
        )  # fmt: skip
    if state.value(c.name, c.valid_from) == c.value and not state.coming(c.name, c.valid_from):
        raise refuse("ALREADY_DONE")
    return [
        draft(
            STREAM,
            "ParameterProposed",
            proposal_id=f"T{len(state.proposals) + 1}",
            name=c.name,
            value=c.value,
            valid_from=c.valid_from,
            basis=c.basis,
            reason=c.reason,
        )
    ]


def possible(name: str, value: str) -> Parameter:
    """The parameter, when it can take the value; refuses BAD_VALUE with what it can take."""
    known = parameters().get(name)
    if known is None or not known.takes(value):
        raise refuse(
            "BAD_VALUE",
            field=known.zh if known else name,
            field_en=known.en if known else name,
            why=known.hint if known else "没有这个参数",
            why_en=known.hint_en if known else "no such parameter",
        )
    return known


def decide(ask: Ask[DecideParameter, BureauState]) -> list[Draft]:
    """ParameterSet from its day on, or ParameterRefused with reasons; by other eyes than proposed."""
    c, one = ask.command, ask.state.proposal(ask.command.proposal_id)
    if one is None:
        raise refuse(
            "NOT_FOUND",
            what=f"参数修改建议 {c.proposal_id}",
            what_en=f"proposal {c.proposal_id} for a parameter",
        )
    if one.outcome is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (one.by,), "提出与批准参数修改", "approving the parameter")
    if not c.approve:
        required(reasons=c.reasons)
        refused = {"proposal_id": one.proposal_id, "name": one.name, "reasons": c.reasons}
        return [draft(STREAM, "ParameterRefused", **refused)]
    return [
        draft(
            STREAM,
            "ParameterSet",
            proposal_id=one.proposal_id,
            name=one.name,
            value=one.value,
            valid_from=_begins(one, ask.at),
            basis=one.basis,
            reasons=c.reasons,
        )
    ]


def _begins(one: Proposed, at: datetime) -> date:
    """The day proposed; what does not reach back and was approved later, the day of its approval."""
    forward = parameters()[one.name].forward
    return max(one.valid_from, local_date(at)) if forward else one.valid_from


def may_decide(one: Proposed, actor: Actor) -> bool:
    """Whether a proposal waits for this person: a head, and not whoever proposed it."""
    return one.outcome is None and actor.holds(*APPROVERS) and not one.by.is_actor(actor)


def foreseen(
    state: BureauState, change: ProposeParameter | Proposed, on: date
) -> list[tuple[str, str]]:
    """What a change would bring, in both languages: the value before and after, what hangs on it."""
    row = parameters()[change.name]
    (was, was_en), (now, now_en) = (
        row.shown(state.value(change.name, change.valid_from)),
        row.shown(change.value),
    )
    found = [
        (
            f"自 {change.valid_from.isoformat()} 起：{was} → {now}",
            f"From {change.valid_from.isoformat()}: {was_en} → {now_en}",
        )
    ]
    if change.valid_from < on:
        found.append(
            (
                "生效日早于今天：该日以后按此值重新判断的事项会不同，已作出的决定不变",
                "It begins before today: what is judged anew for days since then may differ, decisions stand",
            )
        )
    found += [
        (
            f"{later.valid_from.isoformat()} 起原定改为 {row.shown(later.value)[0]}，由本次设置取代",
            f"What was set for {later.valid_from.isoformat()} ({row.shown(later.value)[1]}) gives way to this",
        )
        for later in state.coming(change.name, change.valid_from)
    ]
    return found + list(zip(row.effects, row.effects_en, strict=True))


def _stream(command: object, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return (STREAM,)


def _waits(state: BureauState, actor: Actor, at: datetime) -> None:
    """Some proposal waits."""
    if all(one.outcome is not None for one in state.proposals):
        raise refuse("STEP_MISSING", step="提出参数修改建议", step_en="a proposal for a parameter")


PROPOSE = Act(
    ProposeParameter, "建议修改本局参数", "propose a parameter", PROPOSERS, _stream, propose,
    creates=None,
)  # fmt: skip
DECIDE = Act(
    DecideParameter, "批准本局参数修改", "decide on a parameter", APPROVERS, _stream, decide,
    guards=(_waits,), creates=None,
)  # fmt: skip
ACTS = (PROPOSE, DECIDE)
