"""Penalty worksheets as the desk shows them."""

from __future__ import annotations

from decimal import Decimal

import strawberry

from casework.commands.case import SuspensionGround


@strawberry.type
class WorksheetStep:
    """One sentence of a worksheet's reckoning."""

    text: str


@strawberry.type
class Worksheet:
    """A penalty worksheet, drawn anew from its basis; amounts in yuan.

    ``multiple`` is null where the article has a band of amounts: the fine itself was set inside it.
    ``consequence_evidence`` are the ids of what shows a grave consequence.
    ``former``: drawn for a decision that fell since.
    """

    worksheet_id: str
    article_id: str
    citation: str
    loss: Decimal
    multiple: Decimal | None
    fine: Decimal
    tier: str
    below_band: bool
    suspension_months: int | None
    suspension_ground: SuspensionGround | None
    consequence: str
    consequence_evidence: list[str]
    reasons: str
    drawn_by: str
    former: bool
    steps: list[WorksheetStep]


@strawberry.type
class WorksheetDifference:
    """A figure in which two worksheets differ."""

    title: str
    first: str
    second: str


@strawberry.type
class WorksheetVerdict:
    """What the law says about a fine that stands somewhere else; ``due`` is the worksheet's, in yuan."""

    figure: Decimal
    due: Decimal
    lawful: bool
    text: str
