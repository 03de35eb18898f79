"""The page of parameters: what holds, since when, by which law, and what a change would do."""

from __future__ import annotations

import strawberry

from api.acts import Act
from api.context import Context, Info
from api.errors import Missing
from api.inputs import input_of, to_dataclass
from api.names import Language, cited, pick
from api.parameter import types as gql
from api.points.approval import approval_of
from api.results import ParameterSuccess
from api.session.pages import may_open
from casework.acts import Ask, check
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.parameters import (
    AttachParameterApproval,
    DecideParameter,
    ProposeParameter,
)
from casework.events import Event
from casework.law.fixed import Fixed, fixed
from casework.points.parameters import (
    STREAM,
    BureauState,
    Parameter,
    Proposed,
    Setting,
    offered,
    parameters,
)
from casework.points.setting import PROPOSE, foreseen, may_decide, notes, propose
from casework.points.signed import KEEPERS
from casework.points.table import Column
from casework.refusal import Refusal
from graph.points.parameters import bureau_parameters

PARAMETER_ACTS = (
    Act("parameterPropose", ProposeParameter),
    Act("parameterDecide", DecideParameter),
    Act("parameterAttachApproval", AttachParameterApproval),
)
ParameterProposeInput = input_of(ProposeParameter, "ParameterProposeInput")


async def parameters_of(context: Context) -> gql.BureauParameters:
    """All parameters as they stand; :class:`Missing` for whom the page is not."""
    if not may_open(context.actor, "parameters"):
        raise Missing
    state = await bureau_parameters(context.driver, context.viewer)
    return gql.BureauParameters(
        # What waits stands first, for a decision or a signed form: whoever comes from the inbox looks for it.
        rows=sorted(
            (_row(one, state, context) for one in offered(state)),
            key=lambda row: (row.waiting is None, all(one.scan for one in row.approvals)),
        ),
        fixed=[_fixed(one, context.language) for one in fixed()],
        version=state.version,
        may_propose=context.actor.holds(*PROPOSE.roles),
        may_attach=context.actor.holds(*KEEPERS),
    )


def _row(row: Parameter, state: BureauState, context: Context) -> gql.BureauParameter:
    language, today = context.language, local_date(context.at)
    now, value = state.setting(row.name, today), state.value(row.name, today)
    made = [one for one in state.settings if one.name == row.name]
    waiting = state.waiting(row.name)
    refused = [p for p in state.proposals if p.name == row.name and p.outcome == "refused"]
    return gql.BureauParameter(
        name=row.name,
        title=pick(language, row.zh, row.en),
        hint=pick(language, row.hint, row.hint_en),
        law=cited(language, row.law),
        mark=row.mark,
        value=value,
        shown=pick(language, *state.shown(row.name, today)),
        since=now.valid_from if now else None,
        preset=pick(language, *row.shown(row.default)) if row.default else "",
        basis=now.basis if now else "",
        choices=[
            gql.ParameterChoice(value=one, title=pick(language, zh, en))
            for one, zh, en in row.values
        ],
        columns=[_column(one, language) for one in row.columns],
        cells=_cells(row, value),
        effects=list(row.effects if language == "zh" else row.effects_en),
        yearly=row.yearly,
        notes=[pick(language, zh, en) for zh, en in notes(row, state)],
        coming=[_setting(one, row, language) for one in state.coming(row.name, today)],
        history=[_setting(one, row, language) for one in reversed(made)],
        waiting=_proposal(waiting, state, context) if waiting else None,
        refused=[_proposal(one, state, context) for one in reversed(refused)],
        approvals=[
            approval_of(one, language)
            for one in reversed(state.approvals)
            if (of := state.proposal(one.about)) and of.name == row.name
        ],
    )


def _column(one: Column, language: Language) -> gql.ParameterColumn:
    return gql.ParameterColumn(
        name=one.name,
        title=pick(language, one.zh, one.en),
        help=pick(language, one.hint, one.hint_en),
        choices=[
            gql.ParameterChoice(value=value, title=pick(language, zh, en))
            for value, zh, en in one.values
        ],
        optional=one.optional,
    )


def _cells(row: Parameter, value: str) -> list[list[str]]:
    return [list(one) for one in row.rows(value)] if row.columns else []


def _proposal(one: Proposed, state: BureauState, context: Context) -> gql.ParameterProposal:
    language = context.language
    found = foreseen(state, one, local_date(context.at)) if one.outcome is None else []
    return gql.ParameterProposal(
        proposal_id=one.proposal_id,
        value=one.value,
        shown=pick(language, *parameters()[one.name].shown(one.value)),
        cells=_cells(parameters()[one.name], one.value),
        valid_from=one.valid_from,
        basis=one.basis,
        reason=one.reason,
        by=one.by.name,
        at=one.at,
        outcome=one.outcome,
        decided_by=one.decided_by,
        decided_at=one.decided_at,
        decided_reasons=one.decided_reasons,
        consequences=[pick(language, zh, en) for zh, en in found],
        may_decide=may_decide(one, context.actor),
    )


def _fixed(one: Fixed, language: Language) -> gql.FixedRule:
    return gql.FixedRule(
        title=pick(language, one.zh, one.en),
        why=pick(language, one.why, one.why_en),
        law=cited(language, one.law),
        mark=one.mark,
    )


def _setting(one: Setting, row: Parameter, language: Language) -> gql.ParameterSetting:
    return gql.ParameterSetting(
        value=one.value,
        shown=pick(language, *row.shown(one.value)),
        cells=_cells(row, one.value),
        valid_from=one.valid_from,
        basis=one.basis,
        by=one.by,
        at=one.at,
        proposed_by=one.proposed_by,
        reason=one.reason,
    )


@strawberry.type
class ParameterQueries:
    """What holds, and what a change would do."""

    @strawberry.field
    async def bureau_parameters(self, info: Info) -> gql.BureauParameters:
        """All parameters of the bureau with their history."""
        return await parameters_of(info.context)

    @strawberry.field
    async def parameter_propose_preview(
        self,
        info: Info,
        input: ParameterProposeInput,  # type: ignore[valid-type]
    ) -> gql.ParameterPreview:
        """What the change would bring; nothing is written."""
        context = info.context
        if not may_open(context.actor, "parameters"):
            raise Missing
        command: ProposeParameter = to_dataclass(ProposeParameter, input)
        state = await bureau_parameters(context.driver, context.viewer)
        try:
            check(PROPOSE, state, context.actor, context.at)
            propose(Ask(command, state, context.actor, context.at, {STREAM: state}))
        except Refusal as refusal:
            text = refusal.message_zh if context.language == "zh" else refusal.message_en
            return gql.ParameterPreview(refused=text, consequences=[])
        found = foreseen(state, command, local_date(context.at))
        return gql.ParameterPreview(
            refused=None,
            consequences=[
                gql.ParameterConsequence(text=pick(context.language, zh, en)) for zh, en in found
            ],
        )


async def after_act(info: Info, command: Command, events: list[Event]) -> ParameterSuccess:
    """Answer of a change: all parameters as they stand now."""
    return ParameterSuccess(parameters=await parameters_of(info.context))
