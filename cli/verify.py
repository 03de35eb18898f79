"""`jicha verify FILE`: check a dossier offline, without any server. Without a file: the log."""

import re
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.phases import VAULT, in_words
from evidence.dossier.problems import CONTAINER
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
            raise typer.BadParameter(say("--expect 需要卷宗文件", "--expect wants a dossier"))
        from cli.log import verify_log  # a dossier needs no server and none of its drivers

        verify_log(out)
        return
    if expect is not None and not re.fullmatch(r"\s*[0-9a-fA-F]{64}\s*", expect):
        raise typer.BadParameter(
            say("--expect 应为 64 位十六进制的 SHA-256 或 SM3", "a SHA-256 or SM3 of 64 hex digits")
        )
    result = verify(file, expect, in_words(out.progress, VAULT))
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
    size = f"{result.digests.size:,}"
    lines = [
        say(f"文件 {file}（{size} 字节）", f"file {file} ({size} bytes)"),
        f"SHA-256 {result.digests.sha256}",
        f"SM3     {result.digests.sm3}",
    ]
    if result.sound:
        return "\n".join([*lines, _intact(result)])
    for found in result.problems[:SHOWN]:
        whole = found.where == CONTAINER
        zh = f"{'压缩包' if whole else found.where}：{found.message_zh}"
        en = f"{'the archive' if whole else found.where}: {found.message_en}"
        lines.append(f"✗ {say(zh, en)}")
    count = len(result.problems)
    if count > SHOWN:
        lines.append(say(f"… 另有 {count - SHOWN} 处", f"… and {count - SHOWN} more"))
    lines.append(
        say(f"不相符 {count} 处，卷宗不可采信", f"not intact: {count} problems, do not rely on it")
    )
    return "\n".join(lines)


def _intact(result: Verification) -> str:
    no, files, items, events = result.case_no, result.members, result.evidence, result.events
    return say(
        f"案号 {no}：{files} 个文件，{items} 件证据，{events} 条事件，全部相符",
        f"case {no}: {files} files, {items} pieces of evidence, {events} events, all intact",
    )
