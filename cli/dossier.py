"""`jicha dossier check | export`: what still blocks a referral, and its sealed dossier."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from cli.context import settings
from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, now
from cli.phases import VAULT, in_words
from cli.vault import keeping
from evidence.dossier.check import Blocker, check
from evidence.s3 import S3Store
from workers.sealing import Sealing, file_of, seal_case

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
        return check(await file_of(driver, settings(), actor, case_no, now()))

    blockers = as_person(out, work)
    rows = [
        say(f"✗ {b.message_zh}：{b.cure_zh}", f"✗ {b.message_en}: {b.cure_en}") for b in blockers
    ]
    facts = {"case_no": case_no, "ok": not blockers, "blockers": [asdict(b) for b in blockers]}
    out.result(
        facts,
        "\n".join(rows) or say(f"案件 {case_no} 可以封存移送", f"case {case_no} may be sealed"),
    )
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
        raise typer.BadParameter(
            say(f"目录不存在：{out_file.parent}", f"no such directory: {out_file.parent}")
        )
    out = Output(json=as_json)
    # Kept aside until the export is on record: nothing leaves unrecorded.
    aside = out_file.with_name(f".{out_file.name}.sealed")

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        sealing = Sealing(actor, case_no, aside, now())
        progress = in_words(out.progress, VAULT)
        made, registered = await seal_case(driver, store, settings(), sealing, progress)
        return {**asdict(made), "path": str(out_file), "registered": registered}

    try:
        facts = keeping(out, work)
        aside.replace(out_file)
    finally:
        aside.unlink(missing_ok=True)
    out.result(facts, _text(facts))


def _text(facts: dict[str, Any]) -> str:
    kind = (
        say("已登记为本案移送卷宗", "on record as the case's dossier")
        if facts["registered"]
        else say(
            "副本（导出人非本案承办人，未登记）",
            "a copy (not on record: it was taken by somebody who is no officer of the case)",
        )
    )
    size, members = f"{facts['size']:,}", facts["members"]
    return "\n".join(
        [
            say(
                f"{facts['path']}：{size} 字节，{members} 个文件，{kind}",
                f"{facts['path']}: {size} bytes, {members} files, {kind}",
            ),
            f"SHA-256 {facts['sha256']}",
            f"SM3     {facts['sm3']}",
            say(
                "请将上述校验值以另一途径告知受移送机关；核验：jicha verify FILE --expect 校验值",
                "tell the receiving body these hashes by another way; it checks with: "
                "jicha verify FILE --expect HASH",
            ),
        ]
    )
