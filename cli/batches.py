"""`jicha batches` and `jicha rejects`: what became of imported files, taken back or out.

Taking a batch back decides and a rejected row reveals: both need the person of `jicha login`.
"""

import asyncio
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from audit.export.columns import Stamp
from casework.actors import DATA_WORKERS, WITHDRAWERS, Actor, Role, named
from casework.acts import required
from casework.commands.access import RecordExport
from casework.refusal import refuse
from claims.batches import Batch
from claims.rejects import export_rejects
from claims.store import ClaimStore
from claims.withdraw import withdraw
from cli.context import settings
from cli.follow_up import follow, left_to_do
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.commands import execute

BatchArgument = Annotated[str, typer.Argument(help="批次号 / batch id, see jicha batches")]

batches_app = typer.Typer(help="导入批次：列表、撤回 / batches: list, withdraw")
rejects_app = typer.Typer(help="拒收记录 / rejected rows", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of batches and rejected rows."""
    app.add_typer(batches_app, name="batches")
    app.add_typer(rejects_app, name="rejects")


@batches_app.callback(invoke_without_command=True)
def list_batches(context: typer.Context, as_json: JsonOption = False) -> None:
    """列出全部批次 / list all batches, also withdrawn ones."""
    if context.invoked_subcommand is not None:
        return
    found = ClaimStore(settings().home).batches(withdrawn=True)
    text = "\n".join(_line(batch) for batch in found) or say("尚无批次", "no batches")
    Output(json=as_json).result({"batches": [_as_json(batch) for batch in found]}, text)


@batches_app.command("withdraw")
def withdraw_batch(
    batch_id: BatchArgument,
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    month: Annotated[
        str | None, typer.Option(help="只撤回这个月（2025-03）/ only this month of it")
    ] = None,
    follow_up: Annotated[
        bool, typer.Option(help="随后更新图谱与疑点 / update map and findings afterwards")
    ] = True,
    as_json: JsonOption = False,
) -> None:
    """撤回一个批次或其中一个月（须先登录）/ take a batch or a month back, as the signed-in person.

    其疑点和图谱部分一并撤回 / Its findings and its part of the map go with it.
    """
    out = Output(json=as_json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Batch:
        must_hold(actor, WITHDRAWERS)
        required(reason=reason)
        home = settings().home
        gone = await asyncio.to_thread(
            withdraw, home, batch_id, actor.account, now(), reason, month
        )
        if follow_up:
            await follow(driver, out)
        return gone

    batch = as_person(out, work)
    if not follow_up:
        left_to_do(out)
    out.result(_as_json(batch), _line(batch))


def _line(batch: Batch) -> str:
    taken = say(
        f"接收 {batch.accepted:,}，拒收 {batch.rejects:,}",
        f"{batch.accepted:,} accepted, {batch.rejects:,} rejected",
    )
    state = [say("已撤回", "withdrawn") if batch.withdrawn else taken]
    if batch.withdrawn_months and not batch.withdrawn:
        months = " ".join(sorted(batch.withdrawn_months))
        state.append(say(f"已撤回月份 {months}", f"months withdrawn: {months}"))
    if batch.replaces:
        months = " ".join(batch.replaces)
        state.append(say(f"替换月份 {months}", f"months replaced: {months}"))
    words = say("，", "; ").join(state)
    return f"{batch.batch_id}  {local(batch.at)}  {batch.profile}  {batch.by}  {words}"


def _as_json(batch: Batch) -> dict[str, Any]:
    gone = batch.withdrawn
    return {
        "batch_id": batch.batch_id,
        "profile": batch.profile,
        "by": batch.by,
        "at": batch.at,
        "accepted": batch.accepted,
        "rejects": batch.rejects,
        "files": [{"name": f.name, "sha256": f.sha256, "rows": f.rows} for f in batch.files],
        "tables": list(batch.tables),
        "notes": list(batch.notes),
        "withdrawn": gone,
        "replaces": batch.replaces,
        "withdrawn_months": dict(batch.withdrawn_months),
    }


@rejects_app.command("export")
def export(
    batch_id: BatchArgument,
    out_dir: Annotated[Path, typer.Argument(help="输出目录 / directory to write to")],
    purpose: Annotated[str, typer.Option(help="导出用途，记入日志 / purpose, kept in the log")],
    as_json: JsonOption = False,
) -> None:
    """导出拒收记录（含未脱敏原文，须先登录并说明用途）/ export rejected rows to correct."""
    out = Output(json=as_json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Path]:
        must_hold(actor, DATA_WORKERS)
        rows = ClaimStore(settings().home).batch(batch_id).rejects
        record = RecordExport(
            what=f"rejects:{batch_id}", rows=rows, masked=False, purpose=purpose.strip()
        )
        # On record before a row is written: what cannot be recorded does not leave.
        await execute(driver, record, actor, now())
        stamp = Stamp(viewer(actor, purpose), now()).cells
        return export_rejects(settings().home, batch_id, out_dir, stamp)

    files = as_person(out, work)
    text = "\n".join(str(path) for path in files) or say("没有拒收记录", "nothing was rejected")
    out.result({"batch_id": batch_id, "files": [str(f) for f in files]}, text)


def must_hold(actor: Actor, roles: frozenset[Role]) -> None:
    """Refuse whoever holds none of the roles."""
    if not actor.holds(*roles):
        raise refuse("ROLE_REQUIRED", **named(roles))
