"""Change a dated parameter with four eyes: proposed by one, approved by the head of the bureau."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date, published
from casework.clocks.holidays import differences
from casework.clocks.years import read_year
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.parameters import STREAM, BureauState, Parameter, Proposed, parameters
from casework.points.table import changed_rows
from casework.refusal import refuse

#: The legal reviewer keeps the rules, the centre works by them; the head answers for both.
PROPOSERS = frozenset({Role.LEGAL_REVIEWER, Role.SUPERVISOR})
APPROVERS = frozenset({Role.HEAD})
#: The number of the notice by which the State Council's office lays down the holidays of a year.
NOTICE: Final = re.compile(r"国办发明电\s*[〔\[［(（]\s*20\d\d\s*[〕\]］)）]\s*\d+\s*号")


def propose(ask: Ask[ProposeParameter, BureauState]) -> list[Draft]:
    """ParameterProposed: a known name, a possible value that changes something, its basis and reason."""
    c, state = ask.command, ask.state
    required(law=c.basis, reason=c.reason)
    row = possible(c.name, c.value)
    value = row.kept(c.value)
    if row.forward and c.valid_from < local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what=f"“{row.zh}”不溯及既往，生效日不得早于今天；此前的案件按当时的标准办理",
            what_en=f"'{row.en}' does not reach back: let it begin today or later, earlier cases keep what held then",
        )
    if row.yearly:
        _year(c, state, ask.at)
    waiting = state.waiting(c.name)
    if waiting is not None:
        raise refuse(
            "PARAMETER_WAITS", parameter=row.zh, parameter_en=row.en, name=waiting.by.name,
            proposal_id=waiting.proposal_id,
        )  # fmt: skip
    if (
        not row.yearly
        and state.value(c.name, c.valid_from) == value
        and not state.coming(c.name, c.valid_from)
    ):
        raise refuse("ALREADY_DONE")
    return [
        draft(
            STREAM,
            "ParameterProposed",
            proposal_id=f"T{len(state.proposals) + 1}",
            name=c.name,
            value=value,
            valid_from=c.valid_from,
            basis=c.basis,
            reason=c.reason,
        )
    ]


def _year(c: ProposeParameter, state: BureauState, at: datetime) -> None:
    """Holidays come from the notice of the State Council's office, for a year that the library lacks.

    `valid_from` is the day of that notice: it counts from its approval, whatever the day.
    """
    year, today = read_year(c.value), local_date(at)
    if NOTICE.search(c.basis) is None:
        raise refuse(
            "BAD_VALUE", field="本局依据", field_en="the basis",
            why="应写明国务院办公厅通知的文号，如“国办发明电〔2026〕7号”",
            why_en="give the number of the State Council's notice as it stands there, with its year in brackets",
        )  # fmt: skip
    if c.valid_from > today:
        raise refuse(
            "DATE_ORDER",
            what="放假安排的生效日填写通知的印发日期，不晚于今天；录入经批准即适用于该年",
            what_en="the day of the holidays is that of the notice, not after today: once approved they count for their year",
        )
    if published(date(year.number, 1, 1)) is not None:
        raise refuse(
            "BAD_VALUE", field="放假安排", field_en="the holidays",
            why=f"软件已收录 {year.number} 年的放假安排，以软件为准；有出入的，请系统管理员更新 chinesecalendar 软件包",
            why_en=f"the program knows the holidays of {year.number}, and they count: where they differ from the "
            "notice have the administrator update the package chinesecalendar",
        )  # fmt: skip
    if state.years.get(year.number) == year:
        raise refuse("ALREADY_DONE")


def possible(name: str, value: str) -> Parameter:
    """The parameter, when it can take the value; refuses BAD_VALUE with what it can take."""
    known = parameters().get(name)
    if known is not None and known.retired:
        known = None
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
        refused = {
            "proposal_id": one.proposal_id, "name": one.name, "reasons": c.reasons, **ON_FORM,
        }  # fmt: skip
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
            **ON_FORM,
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
    effects = list(zip(row.effects, row.effects_en, strict=True))
    if row.yearly:
        return [*_of_year(state, change.value), *effects]
    before, day = state.value(change.name, change.valid_from), change.valid_from.isoformat()
    if row.columns:
        found = [
            (f"自 {day} 起：", f"From {day}:"),
            *changed_rows(before, change.value, row.columns),
        ]
    else:
        (was, was_en), (now, now_en) = row.shown(before), row.shown(change.value)
        found = [(f"自 {day} 起：{was} → {now}", f"From {day}: {was_en} → {now_en}")]
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
    return found + effects


def _of_year(state: BureauState, value: str) -> list[tuple[str, str]]:
    """What holidays say of their year, and the days that were entered otherwise before."""
    year = read_year(value)
    before, found = state.years.get(year.number), [(year.shown.zh, year.shown.en)]
    if before is None:
        return found
    days = sorted({*year.off, *year.worked, *before.off, *before.worked})
    other = [day.isoformat() for day in days if year.works(day) != before.works(day)]
    return [
        *found,
        (
            f"取代此前录入的 {year.number} 年放假安排，不同的日期：{'、'.join(other) or '无'}",
            f"Replaces what was entered for {year.number}; days that differ: {', '.join(other) or 'none'}",
        ),
    ]


def notes(row: Parameter, state: BureauState) -> list[tuple[str, str]]:
    """What to know of entered years that the library knows by now: it counts, and where the two differ."""
    found = []
    for number, year in sorted(state.years.items()) if row.yearly else ():
        if published(date(number, 1, 1)) is None:
            continue
        days = [day.isoformat() for day in differences(year)]
        zh = f"与录入不同的日期：{'、'.join(days)}，请与通知核对" if days else "与录入一致"
        en = (
            f"it differs from the entry on {', '.join(days)}: check the notice"
            if days
            else "the entry says the same"
        )
        found.append(
            (
                f"软件已收录 {number} 年，以软件为准；{zh}",
                f"The program knows {number} and counts; {en}",
            )
        )
    return found


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
