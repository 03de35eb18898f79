"""The lists of restorations, and one of them."""

from __future__ import annotations

import strawberry

from api.context import Context, Info
from api.restoration_batch import types as gql
from api.restoration_batch.convert import batch_of, figures_of
from graph.batches.read import batch_page, batches
from graph.points.statistics import restoration_figures


async def load_batch(context: Context, batch_id: str) -> gql.RestorationBatch | None:
    """One list, or None when it is missing or not for this reader."""
    page = await batch_page(context.driver, context.viewer, batch_id, context.at)
    return batch_of(page, context.language, context.actor) if page else None


@strawberry.type
class RestorationBatchQueries:
    """Restorations handled together."""

    @strawberry.field
    async def restoration_batches(self, info: Info) -> list[gql.RestorationBatch]:
        """The lists that this reader may see, the newest first."""
        context = info.context
        found = await batches(context.driver, context.viewer, context.at)
        return [batch_of(page, context.language, context.actor) for page in found]

    @strawberry.field
    async def restoration_batch(self, info: Info, batch_id: str) -> gql.RestorationBatch | None:
        """One list; null when missing or not for this reader."""
        return await load_batch(info.context, batch_id)

    @strawberry.field
    async def restoration_figures(self, info: Info, year: int) -> gql.RestorationFigures | None:
        """A year's figures of what this reader may see; null for a doctor."""
        context = info.context
        found = await restoration_figures(context.driver, context.viewer, year, context.at)
        return figures_of(found, context.language) if found else None
