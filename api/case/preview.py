"""Acts by which a decision falls or changes: what they mean for the scores that rest on it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, cast

import strawberry
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from api.acts import Act, input_name
from api.case.acts import CASE_ACTS
from api.context import Info
from api.inputs import input_of, to_dataclass
from api.names import pick
from api.points.types import Consequence, PointsPreview
from casework.refusal import Refusal
from graph.points.preview import preview_case

#: Acts after which the scores of a case may fall or have to be reviewed.
CHANGING = frozenset({"caseAnnulDecision", "caseRemedyClose"})


def preview_of(act: Act) -> StrawberryField:
    """The query ``<act>Preview``: what follows for every doctor with a score of the case."""
    kind = input_of(cast(Hashable, act.command), input_name(act.name), act.leave_out)

    async def resolver(info: Info, input: Any) -> Any:
        context = info.context
        language = context.language
        command = to_dataclass(act.command, input)
        try:
            found = await preview_case(context.driver, command, context.actor, context.at)
        except Refusal as refusal:
            text = context.say(refusal.message_zh, refusal.message_en)
            return PointsPreview(
                refused=text, code=refusal.code, status_title=None, consequences=[]
            )
        told = [
            Consequence(
                kind=one.kind,
                text=pick(
                    language,
                    f"{file.name}（{file.prac_psn_code}）：{one.zh}",
                    f"{file.name} ({file.prac_psn_code}): {one.en}",
                ),
                starts=one.starts,
                until=one.until,
            )
            for file, ones in found
            for one in ones
        ]
        return PointsPreview(refused=None, code=None, status_title=None, consequences=told)

    resolver.__annotations__ = {"info": Info, "input": kind, "return": PointsPreview}
    resolver.__name__ = f"{act.name}Preview"
    field: StrawberryField = strawberry.field(
        resolver=resolver,
        name=f"{act.name}Preview",
        description=f"What {act.name} would mean for doctors' scores; nothing is written.",
    )
    return field


CasePreviews = create_type(
    "CasePreviews", [preview_of(act) for act in CASE_ACTS if act.name in CHANGING]
)
