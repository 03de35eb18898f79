"""Consequences before the act: one query beside each act that changes what a file adds up to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from typing import Any, cast

import strawberry
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from api.acts import Act, input_name
from api.context import Context, Info
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
        "restorationRemedyClose",
    }
)
#: What a command would bring about; raises the refusal that doing it would meet.
Foresee = Callable[[Context, Any], Awaitable[gql.PointsPreview]]


def preview_of(act: Act, foresee: Foresee, description: str) -> StrawberryField:
    """The query ``<act>Preview`` with the act's own input; a refusal is told, not raised."""
    kind = input_of(cast(Hashable, act.command), input_name(act.name), act.leave_out)

    async def resolver(info: Info, input: Any) -> Any:
        context = info.context
        command = to_dataclass(act.command, input)
        try:
            return await foresee(context, command)
        except Refusal as refusal:
            text = context.say(refusal.message_zh, refusal.message_en)
            return gql.PointsPreview(
                refused=text, code=refusal.code, status_title=None, consequences=[]
            )

    resolver.__annotations__ = {"info": Info, "input": kind, "return": gql.PointsPreview}
    resolver.__name__ = f"{act.name}Preview"
    field: StrawberryField = strawberry.field(
        resolver=resolver, name=f"{act.name}Preview", description=description
    )
    return field


async def _of_file(context: Context, command: Any) -> gql.PointsPreview:
    language = context.language
    now, found = await preview(context.driver, command, context.actor, context.at)
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


PointsPreviews = create_type(
    "PointsPreviews",
    [
        preview_of(act, _of_file, f"What {act.name} would bring about; nothing is written.")
        for act in POINTS_ACTS
        if act.name in CHANGING
    ],
)
