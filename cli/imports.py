"""`jicha import` and `profile`: files in, and how they are read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.intake.limits import ImportLimits
from claims.intake.report import ImportReport
from claims.intake.run import run_import
from claims.quality.said import plain
from cli.context import operator, settings
from cli.follow_up import follow, left_to_do, read_ahead
from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.person import on_graph
from cli.phases import IMPORT, in_words
from cli.preview import show_preview
from cli.profiles import add_profiles


def register(app: typer.Typer) -> None:
    """Add the commands of the intake."""
    app.command("import")(import_directory)
    add_profiles(app)


def import_directory(
    directory: Annotated[
        Path, typer.Argument(help="存放导出文件的目录 / directory with the files")
    ],
    profile: Annotated[
        str, typer.Option(help="导入方案名（自带或本局留存）或 .toml 文件 / profile")
    ] = "national",
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
    follow_up: Annotated[
        bool | None,
        typer.Option(
            help="随后更新图谱、疑点与团伙；替换月份时默认更新 / update map, findings and rings "
            "afterwards; by default when a month is replaced",
            show_default=False,
        ),
    ] = None,
    look: Annotated[
        bool,
        typer.Option(
            "--preview",
            help="只预览每个文件的前 100 行（脱敏），不导入 / show the first 100 rows, import nothing",
        ),
    ] = False,
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
    if look:
        show_preview(out, home, directory, profile, now)
        return
    try:
        report = run_import(
            home, directory, profile, operator(), now, progress, limits, replace_month or ()
        )
    finally:
        out.close()
    _remarks(report, out)
    # What a month replaced would otherwise leave behind: findings and rings of rows that are gone.
    if bool(replace_month) if follow_up is None else follow_up:
        on_graph(out, lambda driver: follow(driver, out))
    elif not report.unchanged:
        read_ahead(home, out)
        left_to_do(out)
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
