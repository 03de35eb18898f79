"""Dated parameters of the bureau as the desk shows them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.points.types import ActApproval


@strawberry.type
class ParameterSetting:
    """A value from a day on; ``shown`` in the reader's language, ``by`` who approved it.

    ``cells``: of a table its rows, as they are kept.
    """

    value: str
    shown: str
    cells: list[list[str]]
    valid_from: date
    basis: str
    by: str
    at: datetime | None
    proposed_by: str
    reason: str


@strawberry.type
class ParameterProposal:
    """A value that somebody proposed; ``outcome`` null while it waits.

    ``consequences`` is what it would change, as things stand; ``may_decide`` for the reader, who must
    be the head and another person than the proposer. ``cells``: of a table its rows, as they are kept.
    """

    proposal_id: str
    value: str
    shown: str
    cells: list[list[str]]
    valid_from: date
    basis: str
    reason: str
    by: str
    at: datetime
    outcome: str | None
    decided_by: str
    decided_at: datetime | None
    decided_reasons: str
    consequences: list[str]
    may_decide: bool


@strawberry.type
class ParameterChoice:
    """A possible value, where there are only some."""

    value: str
    title: str


@strawberry.type
class ParameterColumn:
    """A column of a table; ``choices`` where its cells have only some values."""

    name: str
    title: str
    help: str
    choices: list[ParameterChoice]
    optional: bool


@strawberry.type
class BureauParameter:
    """What the bureau may set; ``since`` is null while the default holds, which ``preset`` shows with ``mark``.

    Where it is ``yearly`` a value is the holidays of one year, ``shown`` has all that were entered, and ``notes``
    says what to know of those that the program knows by itself by now.
    ``history`` of what was set and ``refused`` proposals, latest first; ``waiting`` for approval;
    ``approvals``: what was decided on them, with the signed forms. With ``columns`` it is a table, whose
    ``cells`` are the rows in force; its value has a row a line and a | between two cells.
    """

    name: str
    title: str
    hint: str
    law: str
    mark: str
    value: str
    shown: str
    since: date | None
    preset: str
    basis: str
    choices: list[ParameterChoice]
    columns: list[ParameterColumn]
    cells: list[list[str]]
    effects: list[str]
    yearly: bool
    notes: list[str]
    coming: list[ParameterSetting]
    history: list[ParameterSetting]
    waiting: ParameterProposal | None
    refused: list[ParameterProposal]
    approvals: list[ActApproval]


@strawberry.type
class FixedRule:
    """What the law fixes, so that no bureau sets it; ``why`` in the reader's language."""

    title: str
    why: str
    law: str
    mark: str


@strawberry.type
class BureauParameters:
    """All of them, with the version that a change is checked against."""

    rows: list[BureauParameter]
    fixed: list[FixedRule]
    version: int
    may_propose: bool
    may_attach: bool


@strawberry.type
class ParameterConsequence:
    """One thing that a change would bring."""

    text: str


@strawberry.type
class ParameterPreview:
    """What a change would bring; or why it would be refused."""

    refused: str | None
    consequences: list[ParameterConsequence]
