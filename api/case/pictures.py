"""Pictures of the graph in a case: named by the desk's id, opened again as they were attached."""

from __future__ import annotations

import json
from typing import Any

import strawberry
from strawberry.scalars import JSON

from api.case import types as gql
from api.context import Info
from api.errors import Invalid
from api.ids import key_of
from casework.actors import BUREAU
from graph.cases.read import case_state


async def picture_key(info: Info, given: Any) -> dict[str, str]:
    """The investigation's own id; the desk may send the global one of its list."""
    try:
        return {"investigation_id": key_of(given.investigation_id, "Investigation")}
    except Invalid:
        return {"investigation_id": given.investigation_id}


@strawberry.type
class PictureQueries:
    """Looking at what was attached."""

    @strawberry.field
    async def case_picture(
        self, info: Info, case_no: str, picture_id: str
    ) -> gql.DrawnPicture | None:
        """A picture as it was attached; null when missing or not for this reader."""
        context = info.context
        if not context.actor.holds(*BUREAU):
            return None
        state = await case_state(context.driver, context.viewer, case_no)
        found = [p for p in state.pictures if p.picture_id == picture_id] if state else []
        if not found or not found[0].content:
            return None
        picture = found[0]
        return gql.DrawnPicture(
            picture_id=picture.picture_id,
            title=picture.title,
            by=picture.by.name,
            at=picture.at,
            content=JSON(json.loads(picture.content)),
        )
