"""Work on the lines of a quality report: who looks after one, and how it ended."""

from __future__ import annotations

from functools import partial

import anyio.to_thread
import strawberry

from api.answers import ErrorsAsData
from api.batch.queries import permit_imports
from api.context import Context, Info
from api.errors import Invalid, Missing
from api.ids import key_of
from api.quality.queries import quality_of
from api.quality.types import QualityState
from api.results import QualityResult, QualitySuccess
from casework.actors import DATA_WORKERS
from claims.errors import BatchUnknown, QualityLineUnknown, QualityWorkInvalid
from claims.quality.worklist import State, put_work
from graph.accounts.read import find_account


@strawberry.input
class QualityWorkInput:
    """A line of a batch's report, its new state, who looks after it, and what was done."""

    id: strawberry.ID
    line_id: str
    state: QualityState
    owner: str | None = None
    note: str = ""


@strawberry.type
class QualityMutations:
    """The worklist."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def quality_work(self, info: Info, input: QualityWorkInput) -> QualityResult:
        """Take a line in hand, give it to a colleague, or close it with a reason."""
        context = info.context
        store, batch_id = permit_imports(context), key_of(input.id, "ImportBatch")
        owner = input.owner or ""
        if owner:
            await _may_own(context, owner)
        write = partial(
            put_work,
            *(store, batch_id, input.line_id, State(input.state.value), owner, input.note),
            *(context.actor.account, context.at),
        )
        try:
            await anyio.to_thread.run_sync(write)
        except (BatchUnknown, QualityLineUnknown):
            raise Missing("质量报告") from None
        except QualityWorkInvalid as error:
            raise Invalid("state", error.message_zh, error.message_en) from None
        return QualitySuccess(quality=await quality_of(context, batch_id))


async def _may_own(context: Context, login: str) -> None:
    """An owner is a person in service who works with the data."""
    account = await find_account(context.driver, login)
    if account is None or account.disabled or not account.actor.roles & DATA_WORKERS:
        raise Invalid("owner", "没有这个可指派的账号。", "There is no such account to give it to.")
