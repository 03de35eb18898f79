"""`jicha dossier check | export`: what still blocks a referral, and its sealed dossier."""

import asyncio
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import ROLE_NAMES_ZH, Actor, Role
from casework.casefile import CaseFile
from casework.commands.access import RecordExport
from casework.commands.referral import RecordDossier
from casework.refusal import Refusal, refuse
from cli.context import needs, settings, with_driver
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, kept_token, now, viewer
from evidence.dossier.check import Blocker, check
from evidence.dossier.content import Item
from evidence.dossier.export import Dossier, export_dossier
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from graph.accounts.tokens import actor_of_token
from graph.commands import execute
from stack.clients import object_client
from stack.endpoints import Endpoints
from workers.casefile import PURPOSE, gather_file

MAY_EXPORT = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD})
# Whoever is no officer of the case gets a copy on record, but does not register the dossier.
ONLY_A_COPY = frozenset({"ROLE_REQUIRED", "NOT_AN_OFFICER"})

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
dossier = typer.Typer(help="移送卷宗 / referral dossier", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(dossier, name="dossier")


@dossier.command("check")
def check_command(case_no: CaseNo, as_json: JsonOption = False) -> None:
    """移送前自检：缺什么、怎么补 / what still blocks the referral, and its cure."""
    out = Output(json=as_json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Blocker]:
        return check(await _file(driver, actor, case_no))

    blockers = as_person(out, work)
    rows = [f"✗ {b.message_zh}：{b.cure_zh}\n  {b.message_en}: {b.cure_en}" for b in blockers]
    facts = {"case_no": case_no, "ok": not blockers, "blockers": [asdict(b) for b in blockers]}
    out.result(facts, "\n".join(rows) or f"案件 {case_no} 可以封存移送 / may be sealed")
    if blockers:
        raise typer.Exit(Exit.DATA)


@dossier.command("export")
def export_command(
    case_no: CaseNo,
    out_file: Annotated[
        Path, typer.Option("--out", dir_okay=False, help="输出文件 / file to write, .zip")
    ],
    as_json: JsonOption = False,
) -> None:
    """封存并导出移送卷宗 / seal and export the referral dossier."""
    if not out_file.absolute().parent.is_dir():
        raise typer.BadParameter(f"目录不存在 / no such directory: {out_file.parent}")
    out, token = Output(json=as_json), kept_token()
    # Kept aside until the export is on record: nothing leaves unrecorded.
    aside = out_file.with_name(f".{out_file.name}.sealed")
    with needs("neo4j", "s3", out=out) as endpoints:

        async def work(driver: neo4j.AsyncDriver) -> dict[str, Any]:
            actor = await actor_of_token(driver, token, now())
            file = await _file(driver, actor, case_no)
            made = await asyncio.to_thread(_seal, endpoints, file, aside, out)
            registered = await _record(driver, actor, file, replace(made, path=out_file))
            return {**asdict(made), "path": str(out_file), "registered": registered}

        try:
            facts = with_driver(endpoints, work)
            aside.replace(out_file)
        finally:
            aside.unlink(missing_ok=True)
    out.result(facts, _text(facts))


async def _file(driver: neo4j.AsyncDriver, actor: Actor, case_no: str) -> CaseFile:
    """The file, unmasked for the purpose of the referral."""
    if not actor.holds(*MAY_EXPORT):
        names = "、".join(ROLE_NAMES_ZH[role] for role in sorted(MAY_EXPORT))
        raise refuse("ROLE_REQUIRED", roles=names, act="dossier")
    own, eyes = settings(), viewer(actor, PURPOSE)
    return await gather_file(driver, eyes, own.home, case_no, now(), own.bureau_name)


def _seal(endpoints: Endpoints, file: CaseFile, target: Path, out: Output) -> Dossier:
    store = S3Store(object_client(endpoints))

    def read(item: Item) -> Iterator[bytes]:
        state = item.state
        return store.read(ObjectRef(Room.VAULT, state.object_key, state.version_id or None))

    return export_dossier(file, read, target, out.progress)


async def _record(driver: neo4j.AsyncDriver, actor: Actor, file: CaseFile, made: Dossier) -> bool:
    """Put the export on record; whether it is registered as the dossier of the case."""
    export = RecordExport(
        what=f"dossier:{made.case_no}",
        rows=made.members,
        masked=False,
        purpose=PURPOSE,
        sha256=made.sha256,
    )
    await execute(driver, export, actor, now())
    referral = file.case.referral
    if referral is not None and referral.dossier_sha256 == made.sha256:
        return True
    command = RecordDossier(
        case_no=made.case_no,
        file_name=made.path.name,
        sha256=made.sha256,
        sm3=made.sm3,
        size=made.size,
    )
    try:
        await execute(driver, command, actor, now())
    except Refusal as error:
        if error.code in ONLY_A_COPY:
            return False
        raise
    return True


def _text(facts: dict[str, Any]) -> str:
    kind = "已登记为本案移送卷宗" if facts["registered"] else "副本（导出人非本案承办人，未登记）"
    return "\n".join(
        [
            f"{facts['path']}：{facts['size']:,} 字节，{facts['members']} 个文件，{kind}",
            f"SHA-256 {facts['sha256']}",
            f"SM3     {facts['sm3']}",
            "请将上述校验值以另一途径告知受移送机关；核验：jicha verify FILE --expect 校验值",
        ]
    )
