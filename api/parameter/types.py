"""Dated parameters of the bureau as the desk shows them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class ParameterSetting:
    """A value from a day on; ``shown`` in the reader's language."""

    value: str
    shown: str
    valid_from: date
    basis: str
    by: str
    at: datetime | None


@strawberry.type
class ParameterChoice:
    """A possible value, where there are only some."""

    value: str
    title: str


@strawberry.type
class BureauParameter:
    """What the bureau may set; ``since`` is null while the default holds. ``history``: latest first."""

    name: str
    title: str
    hint: str
    law: str
    mark: str
    value: str
    shown: str
    since: date | None
    basis: str
    choices: list[ParameterChoice]
    effects: list[str]
    coming: list[ParameterSetting]
    history: list[ParameterSetting]


@strawberry.type
class BureauParameters:
    """All of them, with the version that a change is checked against."""

    rows: list[BureauParameter]
    version: int
    may_set: bool


@strawberry.type
class ParameterConsequence:
    """One thing that a setting would change."""

    text: str


@strawberry.type
class ParameterPreview:
    """What a setting would change; or why it would be refused."""

    refused: str | None
    consequences: list[ParameterConsequence]
