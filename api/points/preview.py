"""Consequences before the act: one query beside each act that changes what a file adds up to."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, cast

import strawberry
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from api.acts import Act, input_name
from api.context import Info
from api.inputs import input_of, to_dataclass
from api.names import pick
from api.points import types as gql
from api.points.acts import POINTS_ACTS
from casework.refusal import Refusal
from graph.points.preview import preview

#: Acts after which totals, sanctions or withheld fees may differ.
CHANGING = frozenset(
    {
        "pointsRecordScore",
        "pointsResolveObjection",
        "pointsReviewScore",
        "pointsRepairDecide",
        "pointsAnnulScore",
        "restorationRevoke",
    }
)


def preview_of(act: Act) -> StrawberryField:
    """The query ``<act>Preview`` with the act's own input."""
    kind = input_of(cast(Hashable, act.command), input_name(act.name), act.leave_out)

    async def resolver(info: Info, input: Any) -> Any:
        context = info.context
        language = context.language
        command = to_dataclass(act.command, input)
        try:
            now, found = await preview(context.driver, command, context.actor, context.at)
        except Refusal as refusal:
            text = refusal.message_zh if language == "zh" else refusal.message_en
            return gql.PointsPreview(
                refused=text, code=refusal.code, status_title=None, consequences=[]
            )
        return gql.PointsPreview(
            refused=None,
            code=None,
            status_title=pick(language, now.zh, now.en),
            consequences=[
                gql.Consequence(
                    kind=one.kind,
                    text=pick(language, one.zh, one.en),
                    starts=one.starts,
                    until=one.until,
                )
                for one in found
            ],
        )

    resolver.__annotations__ = {"info": Info, "input": kind, "return": gql.PointsPreview}
    resolver.__name__ = f"{act.name}Preview"
    field: StrawberryField = strawberry.field(
        resolver=resolver,
        name=f"{act.name}Preview",
        description=f"What {act.name} would bring about; nothing is written.",
    )
    return field


PointsPreviews = create_type(
    "PointsPreviews", [preview_of(act) for act in POINTS_ACTS if act.name in CHANGING]
)
