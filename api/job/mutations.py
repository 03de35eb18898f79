"""Starting and stopping long work. The API names a task; the workers room does it."""

from __future__ import annotations

from typing import Any

import anyio
import anyio.to_thread
import strawberry

from api.answers import ErrorsAsData
from api.context import Context, Info
from api.errors import Invalid, Missing
from api.ids import key_of
from api.job.convert import job_of, may_cancel
from api.job.permission import permit_start
from api.job.types import JobKind
from api.rest.incoming import NAME, incoming_root
from api.results import JobResult, JobSuccess
from claims.errors import MonthUnknown
from claims.own_profiles import known_profiles
from claims.withdraw import check_months
from graph.cases.read import case_visible
from stack import jobs_async
from stack.errors import JobUnknown
from stack.jobs import task_name


@strawberry.input
class ImportStartInput:
    """A delivered folder and how to read it; ``followUp`` goes on with map, rules and rings.

    ``replaceMonths`` (YYYY-MM): the new batch stands in for these months of all earlier ones.
    """

    folder: str
    profile: str = "national"
    follow_up: bool = True
    replace_months: list[str] = strawberry.field(default_factory=list)


@strawberry.input
class JobStartInput:
    """Work on everything imported, or a dossier or the volumes of one case."""

    kind: JobKind
    case_no: str | None = None


async def start(context: Context, kind: JobKind, args: dict[str, Any]) -> JobSuccess:
    """Record the job, then send its task; the record comes first, so nothing is lost between."""
    permit_start(context.actor, kind)
    services = context.services
    job_id = await jobs_async.create(
        services.valkey, kind.value, args, context.actor.account, context.at
    )
    await anyio.to_thread.run_sync(
        lambda: services.broker.send_task(task_name(kind.value), args=[job_id])
    )
    job = await jobs_async.get(services.valkey, job_id)
    return JobSuccess(job=job_of(job, context.actor, context.language))


@strawberry.type
class JobMutations:
    """Import, other work, cancel."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def import_start(self, info: Info, input: ImportStartInput) -> JobResult:
        """Import a delivered folder."""
        context = info.context
        permit_start(context.actor, JobKind.IMPORT)
        root = incoming_root(context.services.settings.home)
        directory = root / input.folder
        if not NAME.fullmatch(input.folder) or not await anyio.Path(directory).is_dir():
            raise Invalid(
                "folder",
                "没有这个待导入文件夹，请先上传文件。",
                "There is no such folder; upload files first.",
            )
        profiles = known_profiles(context.services.settings.home)
        if input.profile not in profiles:
            known = "、".join(profiles)
            raise Invalid(
                "profile",
                f"没有这个导入方案，现有：{known}。",
                f"No such profile; there are: {known.replace('、', ', ')}.",
            )
        try:
            months = sorted(check_months(input.replace_months))
        except MonthUnknown as error:
            raise Invalid("replaceMonths", error.message_zh, error.message_en) from None
        args = {
            "replaces": months,
            "directory": str(directory),
            "profile": input.profile,
            "follow_up": input.follow_up,
        }
        return await start(context, JobKind.IMPORT, args)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def job_start(self, info: Info, input: JobStartInput) -> JobResult:
        """Start audit, map load, ring detection, evidence check, seal, a dossier, or the binding of a case."""
        context = info.context
        if input.kind is JobKind.IMPORT:
            raise Invalid("kind", "导入请从“数据导入”页面开始。", "Use importStart.")
        args: dict[str, Any] = {}
        if input.kind in (JobKind.DOSSIER, JobKind.BINDING):
            if not input.case_no:
                raise Invalid("caseNo", "请指明案件。", "Name the case.")
            if not await case_visible(context.driver, context.viewer, input.case_no):
                raise Missing("案件")
            args = {"case_no": input.case_no}
        return await start(context, input.kind, args)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def job_cancel(self, info: Info, id: strawberry.ID) -> JobResult:
        """Ask a job to stop at its next step; what it finished stays."""
        context = info.context
        actor, valkey = context.actor, context.services.valkey
        try:
            job = await jobs_async.get(valkey, key_of(id, "Job"))
            if not may_cancel(job, actor):
                raise Missing("任务")
            job = await jobs_async.request_cancel(valkey, job.job_id, context.at)
        except JobUnknown:
            raise Missing("任务") from None
        return JobSuccess(job=job_of(job, context.actor, context.language))
