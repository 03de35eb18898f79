"""`jicha verify FILE`: check a dossier offline, without any server. Without a file: the log."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.output import Exit, JsonOption, Output
from evidence.dossier.verify import Verification, verify

SHOWN = 50


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify_file)


def verify_file(
    file: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="卷宗；不给则核验事件链与每日封印 / a dossier; without one, the log and its seals",
        ),
    ] = None,
    expect: Annotated[
        str | None,
        typer.Option(help="另行告知的 SHA-256 或 SM3 / hash of the file, told on another way"),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """离线核验移送卷宗的每一个字节；或核验日志 / check every byte of a dossier, offline; or the log."""
    out = Output(json=as_json)
    if file is None:
        if expect is not None:
            raise typer.BadParameter("--expect 需要卷宗文件 / --expect wants a dossier")
        from cli.log import verify_log  # a dossier needs no server and none of its drivers

        verify_log(out)
        return
    result = verify(file, expect, out.progress)
    out.result(_facts(file, result), _text(file, result))
    if not result.sound:
        raise typer.Exit(Exit.DATA)


def _facts(file: Path, result: Verification) -> dict[str, object]:
    return {
        "file": str(file),
        "ok": result.sound,
        "case_no": result.case_no,
        "sealed_at": result.sealed_at,
        "sha256": result.digests.sha256,
        "sm3": result.digests.sm3,
        "size": result.digests.size,
        "members": result.members,
        "events": result.events,
        "evidence": result.evidence,
        "problems": [asdict(found) for found in result.problems],
    }


def _text(file: Path, result: Verification) -> str:
    lines = [
        f"文件 {file}（{result.digests.size:,} 字节）",
        f"SHA-256 {result.digests.sha256}",
        f"SM3     {result.digests.sm3}",
    ]
    if result.sound:
        counts = f"{result.members} 个文件，{result.evidence} 件证据，{result.events} 条事件"
        return "\n".join([*lines, f"案号 {result.case_no}：{counts}，全部相符 / intact"])
    for found in result.problems[:SHOWN]:
        lines.append(f"✗ {found.where}：{found.message_zh} / {found.message_en}")
    if len(result.problems) > SHOWN:
        lines.append(f"… 另有 {len(result.problems) - SHOWN} 处 / and more")
    return "\n".join([*lines, f"不相符 {len(result.problems)} 处，卷宗不可采信 / not intact"])
