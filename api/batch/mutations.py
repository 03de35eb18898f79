"""Taking a batch back."""

from __future__ import annotations

from base64 import b64decode
from functools import partial

import anyio.to_thread
import strawberry

from api.answers import ErrorsAsData
from api.batch.queries import batch_of, kept_of, permit_imports
from api.context import Info
from api.errors import Invalid, Missing
from api.ids import key_of
from api.job.mutations import start
from api.job.permission import permit_start
from api.job.types import JobKind
from api.results import BatchResult, BatchSuccess, ProfileResult, ProfileSuccess
from casework.actors import WITHDRAWERS, named
from casework.refusal import refuse
from claims.errors import BatchUnknown, ClaimsError, MonthUnknown
from claims.own_profiles import keep_profile
from claims.withdraw import withdraw


@strawberry.input
class ImportWithdrawInput:
    """Which batch, or which month (YYYY-MM) of it, and why it is taken back."""

    id: strawberry.ID
    reason: str
    month: str | None = None


@strawberry.input
class ImportProfileKeepInput:
    """A profile file of the bureau: its name, and its bytes in base64."""

    file: str
    content: str


@strawberry.type
class BatchMutations:
    """Withdrawal, and the bureau's own profiles."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def import_profile_keep(self, info: Info, input: ImportProfileKeepInput) -> ProfileResult:
        """Check a profile file and keep it, with who and when; imports may name it from then on."""
        context = info.context
        home = permit_imports(context).home
        permit_start(context.actor, JobKind.IMPORT)
        try:
            content = b64decode(input.content, validate=True)
        except ValueError:
            raise Invalid(
                "content", "文件内容没有完整送达，请重新选择。", "Send the file again."
            ) from None
        keep = partial(keep_profile, home, content, input.file, context.actor.account, context.at)
        try:
            kept = await anyio.to_thread.run_sync(keep)
        except ClaimsError as error:
            raise Invalid("content", error.message_zh, error.message_en) from None
        return ProfileSuccess(profile=kept_of(kept, context.language))

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
