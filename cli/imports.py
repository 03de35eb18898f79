"""`jicha import` and `profile`: files in, and how they are read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.intake.limits import ImportLimits
from claims.intake.report import ImportReport
from claims.intake.run import run_import
from claims.profile import load_profile, shipped
from claims.quality.said import plain
from cli.context import operator, settings
from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.phases import IMPORT, in_words

profile_app = typer.Typer(help="导入方案 / import profiles", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of the intake."""
    app.command("import")(import_directory)
    app.add_typer(profile_app, name="profile")


def import_directory(
    directory: Annotated[
        Path, typer.Argument(help="存放导出文件的目录 / directory with the files")
    ],
    profile: Annotated[str, typer.Option(help="导入方案名或 .toml 文件 / profile")] = "national",
    max_bytes: Annotated[
        int, typer.Option(help="单个文件解压后的字节上限 / most bytes of a file unpacked", min=1)
    ] = ImportLimits().max_bytes,
    max_ratio: Annotated[
        int, typer.Option(help="解压倍数上限 / highest ratio of unpacking", min=1)
    ] = ImportLimits().max_ratio,
    replace_month: Annotated[
        list[str] | None,
        typer.Option(help="替换先前批次的这个月（2025-03），可重复 / stand in for this month"),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """导入一个目录中的文件 / import the files of a directory.

    中断后再次运行，从上次完成的部分继续；有拒收的行时退出码为 3，其余行照常入库 / run again after a
    break, it goes on where it was. Exit code 3 when rows were refused; the others are taken in.
    """
    out = Output(json=as_json)
    progress = in_words(out.progress, IMPORT)
    limits = ImportLimits(max_bytes=max_bytes, max_ratio=max_ratio)
    home, now = settings().home, datetime.now(UTC)
    try:
        report = run_import(
            home, directory, profile, operator(), now, progress, limits, replace_month or ()
        )
    finally:
        out.close()
    _remarks(report, out)
    out.result(report.as_json(), _summary(report))
    if report.refused:
        raise typer.Exit(Exit.DATA)


def _remarks(report: ImportReport, out: Output) -> None:
    """What a person should know beside the numbers, on stderr."""
    batch = report.batch
    if report.unchanged:
        out.say(
            say(
                f"这些文件已在批次 {batch.batch_id} 中导入过，未做任何改动",
                f"these files were imported before as {batch.batch_id}: nothing changed",
            )
        )
        return
    for file in batch.files:
        if file.unchanged:
            zh, en = "：已导入过，未重复导入", ": imported before, left out"
            out.say(file.name + say(zh, en))
        elif file.unknown_columns:
            names = ", ".join(file.unknown_columns)
            out.say(file.name + say(f"：未使用的列 {names}", f": unknown columns {names}"))
    if batch.ignored_files:
        names = ", ".join(batch.ignored_files)
        out.say(say(f"未使用的文件：{names}", f"files not used: {names}"))
    for note in batch.notes:
        zh, en, rows = note.message, plain(note.message_en), f"{note.rows:,}"
        out.say(say(f"数据质量：{zh}（{rows} 行）", f"quality: {en} ({rows} rows)"))
    out.say(f"{say('质量报告：', 'quality report: ')}jicha quality {batch.batch_id}")
    if batch.rejects:
        take = f"jicha rejects export {batch.batch_id}"
        out.say(
            say(
                f"拒收 {batch.rejects:,} 行，可用 {take} 目录 --purpose 用途 导出更正",
                f"{batch.rejects:,} rows were rejected: {take} DIR --purpose WHY takes them out to be "
                "corrected",
            )
        )


def _summary(report: ImportReport) -> str:
    batch_id = report.batch.batch_id
    lines = [
        say(
            f"批次 {batch_id}（{report.seconds:.1f} 秒）",
            f"batch {batch_id} ({report.seconds:.1f} s)",
        )
    ]
    if report.unchanged:
        lines += [
            say(
                f"  {table.table:<18} {table.rows:>11,} 行  已有 {table.rows - table.rejected:,}",
                f"  {table.table:<18} {table.rows:>11,} rows  had {table.rows - table.rejected:,}",
            )
            for table in report.batch.tables
        ]
        return "\n".join(lines)
    for table in report.batch.tables:
        lines.append(
            say(
                f"  {table.table:<18} {table.rows:>11,} 行  接收 {table.accepted:,}  "
                f"拒收 {table.rejected:,}  已有 {table.unchanged:,}",
                f"  {table.table:<18} {table.rows:>11,} rows  accepted {table.accepted:,}  "
                f"refused {table.rejected:,}  had {table.unchanged:,}",
            )
        )
    return "\n".join(lines)


@profile_app.command("check")
def check_profile(
    file: Annotated[str, typer.Argument(help="方案文件或名称 / profile file or name")],
    as_json: JsonOption = False,
) -> None:
    """检查导入方案 / check an import profile."""
    profile = load_profile(file)
    sources = [source.file for source in profile.sources]
    value = {"name": profile.name, "version": profile.version, "sources": sources, "valid": True}
    Output(json=as_json).result(
        value,
        say(
            f"{profile.title}（{profile.name} {profile.version}）有效",
            f"{profile.name} {profile.version} is valid",
        ),
    )


@profile_app.command("list")
def list_profiles(as_json: JsonOption = False) -> None:
    """列出自带的方案 / list the profiles that are shipped."""
    names = shipped()
    Output(json=as_json).result({"profiles": names}, "\n".join(names))
