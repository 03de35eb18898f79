"""Work on the lines of a quality report: who looks after one, and how it ended."""

from __future__ import annotations

import anyio.to_thread
import strawberry

from api.answers import ErrorsAsData
from api.batch.queries import permit_imports
from api.context import Info
from api.errors import Invalid, Missing
from api.quality.convert import batch_key
from api.quality.queries import quality_of
from api.quality.types import QualityState
from api.results import QualityResult, QualitySuccess
from claims.errors import (
    BatchUnknown,
    QualityLineUnknown,
    QualityOwnerUnknown,
    QualityWorkInvalid,
)
from claims.quality.report import assess
from claims.quality.worklist import State
from graph.quality_work import work_on


@strawberry.input
class QualityWorkInput:
    """A line of a batch's report, its new state, who looks after it, and what was done."""

    id: strawberry.ID
    line_id: str
    state: QualityState
    owner: str | None = None
    note: str = ""


@strawberry.input
class QualityAgainInput:
    """A batch whose report is made anew."""

    id: strawberry.ID


@strawberry.type
class QualityMutations:
    """The worklist."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def quality_work(self, info: Info, input: QualityWorkInput) -> QualityResult:
        """Take a line in hand, give it to a colleague, or close it with a reason."""
        context = info.context
        store, batch_id = permit_imports(context), batch_key(input.id)
        try:
            await work_on(
                *(context.driver, store, context.actor, context.at),
                batch_id=batch_id,
                line_id=input.line_id,
                state=State(input.state.value),
                owner=input.owner or "",
                note=input.note,
            )
        except (BatchUnknown, QualityLineUnknown):
            raise Missing("质量报告") from None
        except QualityOwnerUnknown as error:
            raise Invalid("owner", error.message_zh, error.message_en) from None
        except QualityWorkInvalid as error:
            raise Invalid("state", error.message_zh, error.message_en) from None
        return QualitySuccess(quality=await quality_of(context, batch_id))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def quality_again(self, info: Info, input: QualityAgainInput) -> QualityResult:
        """Ask everything anew, against what the store holds now; the worklist stays."""
        context = info.context
        store, batch_id = permit_imports(context), batch_key(input.id)
        try:
            await anyio.to_thread.run_sync(assess, store, batch_id, context.at)
        except BatchUnknown:
            raise Missing("导入批次") from None
        return QualitySuccess(quality=await quality_of(context, batch_id))
