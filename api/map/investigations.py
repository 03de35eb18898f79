"""Saved pictures of the graph page: reopen, save, share, delete."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.scalars import JSON

from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid
from api.ids import key_of, to_global
from api.map.types import Investigation, InvestigationState
from api.paging import Connection, connect, decode_cursor, moment, page_size
from api.results import Done, DoneResult, InvestigationResult, InvestigationSuccess
from graph.investigations.model import Investigation as Saved
from graph.investigations.read import find_investigation, find_state, list_investigations
from graph.investigations.save import (
    delete_investigation,
    save_investigation,
    share_investigation,
)
from graph.investigations.shared import note_opened


def investigation_of(saved: Saved) -> Investigation:
    """A saved picture."""
    return Investigation(
        id=to_global("Investigation", saved.id),
        key=saved.id,
        name=saved.name,
        owner=saved.owner,
        shared_with=list(saved.shared_with),
        version=saved.version,
        updated_at=saved.updated_at,
        saved_at=saved.saved_at,
        states=[
            InvestigationState(version=one.version, name=one.name, saved_at=one.saved_at)
            for one in saved.states
        ],
        content=JSON(dict(saved.content)),
    )


@strawberry.input
class InvestigationSaveInput:
    """Without ``id`` a new picture; ``sharedWith`` replaces the list of readers."""

    name: str
    content: strawberry.scalars.JSON
    id: strawberry.ID | None = None
    shared_with: list[str] | None = None
    expected_version: int | None = None


@strawberry.type
class InvestigationQueries:
    """Own and shared pictures."""

    @strawberry.field
    async def investigations(
        self, info: Info, text: str = "", first: int = 50, after: str | None = None
    ) -> Connection[Investigation]:
        """Last changed first; ``text`` is a part of the name."""
        context = info.context
        place = decode_cursor(after, moment, str)
        found, more = await list_investigations(
            context.driver,
            context.viewer,
            text=text,
            limit=page_size(first),
            after=(place[0], place[1]) if place else None,
        )
        rows = [(investigation_of(one), (one.updated_at.isoformat(), one.id)) for one in found]
        return connect(rows, more)

    @strawberry.field
    async def investigation(
        self, info: Info, id: strawberry.ID, state: int | None = None
    ) -> Investigation | None:
        """One picture; with ``state`` one's own as it was at that version, with what it is today beside."""
        context = info.context
        key = key_of(id, "Investigation")
        if state is not None:
            earlier = await find_state(context.driver, context.viewer, key, state)
            return investigation_of(earlier) if earlier else None
        saved = await find_investigation(context.driver, context.viewer, key)
        if saved is not None and saved.owner != context.actor.account:
            await note_opened(context.driver, context.viewer, key)
        return investigation_of(saved) if saved else None


@strawberry.type
class InvestigationMutations:
    """Saving and deleting."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def investigation_save(
        self, info: Info, input: InvestigationSaveInput
    ) -> InvestigationResult:
        """Save a picture; only its owner may, and never over a newer one."""
        context = info.context
        content: Any = input.content
        if not isinstance(content, dict):
            raise Invalid("content", "图面内容无效。", "The content must be an object.")
        saved = await save_investigation(
            context.driver,
            context.viewer,
            name=input.name,
            content=content,
            at=context.at,
            id=key_of(input.id, "Investigation") if input.id else None,
            expected_version=input.expected_version,
        )
        if input.shared_with is not None:
            saved = await share_investigation(
                context.driver, context.viewer, saved.id, input.shared_with, at=context.at
            )
            await context.services.valkey.publish("jicha:changes", f"investigation:{saved.id}")
        return InvestigationSuccess(investigation=investigation_of(saved))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def investigation_delete(self, info: Info, id: strawberry.ID) -> DoneResult:
        """Delete one's own picture."""
        context = info.context
        await delete_investigation(context.driver, context.viewer, key_of(id, "Investigation"))
        return Done()
