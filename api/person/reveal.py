"""Seeing what is masked: a purpose is stated, and the look is on record."""

from __future__ import annotations

import strawberry

from api.answers import ErrorsAsData
from api.context import Info
from api.results import RevealedField, RevealResult, RevealSuccess
from casework.actors import Viewer
from graph.reveal import reveal


@strawberry.input
class RevealInput:
    """``subject`` is a node of the map such as ``Patient:<psn_no>``."""

    subject: strawberry.ID
    purpose: str


@strawberry.type
class RevealMutations:
    """The eye beside masked data."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def personal_data_reveal(self, info: Info, input: RevealInput) -> RevealResult:
        """Unmasked personal data of one entity."""
        context = info.context
        viewer = Viewer(context.actor, input.purpose)
        found = await reveal(context.driver, viewer, input.subject, context.at)
        return RevealSuccess(
            subject=input.subject,
            fields=[RevealedField(name=name, value=value) for name, value in found.items()],
        )
