"""Taking a batch back."""

from __future__ import annotations

import anyio.to_thread
import strawberry

from api.answers import ErrorsAsData
from api.batch.queries import batch_of, permit_imports
from api.context import Info
from api.errors import Invalid, Missing
from api.ids import key_of
from api.job.mutations import start
from api.job.types import JobKind
from api.results import BatchResult, BatchSuccess
from casework.actors import WITHDRAWERS, named
from casework.refusal import refuse
from claims.errors import BatchUnknown, ClaimsError, MonthUnknown
from claims.withdraw import withdraw


@strawberry.input
class ImportWithdrawInput:
    """Which batch, or which month (YYYY-MM) of it, and why it is taken back."""

    id: strawberry.ID
    reason: str
    month: str | None = None


@strawberry.type
class BatchMutations:
    """Withdrawal."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def import_withdraw(self, info: Info, input: ImportWithdrawInput) -> BatchResult:
        """Take a batch or a month of it back; a job brings map, findings and rings up to date."""
        context = info.context
        store = permit_imports(context)
        if not context.actor.holds(*WITHDRAWERS):
            # Whoever opens the imports page sees the batch: what is missing is the role.
            raise refuse("ROLE_REQUIRED", **named(WITHDRAWERS))
        if not input.reason.strip():
            raise Invalid("reason", "请填写撤回理由。", "Give the reason.")
        key, actor, at = key_of(input.id, "ImportBatch"), context.actor, context.at
        try:
            batch = await anyio.to_thread.run_sync(
                lambda: withdraw(store.home, key, actor.account, at, input.reason, input.month)
            )
        except BatchUnknown:
            raise Missing("导入批次") from None
        except MonthUnknown as error:
            raise Invalid("month", error.message_zh, error.message_en) from None
        except ClaimsError as error:
            raise Invalid("id", error.message_zh, error.message_en) from None
        await start(context, JobKind.GRAPH_LOAD, {"then": ["audit", "rings"]})
        return BatchSuccess(batch=batch_of(batch, context))
