"""`jicha quality`: how good a batch is, the rows behind each line, and the workbook."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from audit.export.cells import masked_cells
from casework.actors import DATA_WORKERS, Actor
from claims.quality.report import QualityReport, assess, quality_report
from claims.quality.rows import QualityRows, quality_rows
from claims.quality.said import plain
from claims.quality.workbook import KINDS, STATES, workbook
from claims.quality.worklist import State, Work, put_work, work_of
from claims.store import ClaimStore
from cli.batches import BatchArgument, must_hold
from cli.context import operator, settings
from cli.language import say, word
from cli.output import JsonOption, Output
from cli.person import as_person, now
from cli.taken import put_down

SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("quality")(quality)


def quality(
    batch_id: BatchArgument,
    again: Annotated[bool, typer.Option("--again", help="重新检查 / ask everything anew")] = False,
    rows: Annotated[
        str, typer.Option(help="列出某一项的记录（脱敏）/ rows behind a line, masked")
    ] = "",
    offset: Annotated[int, typer.Option(help="从第几条开始 / first row", min=0)] = 0,
    xlsx: Annotated[Path | None, typer.Option(help="另存为工作簿 / write a workbook")] = None,
    line: Annotated[str, typer.Option(help="处理某一项（须登录）/ line to work on")] = "",
    state: Annotated[State, typer.Option(help="该项的状态 / its state")] = State.WORKING,
    owner: Annotated[str, typer.Option(help="负责人账号 / owner's account")] = "",
    note: Annotated[str, typer.Option(help="处理说明 / what was done")] = "",
    as_json: JsonOption = False,
) -> None:
    """数据质量报告 / the quality report of a batch."""
    out, store = Output(json=as_json), ClaimStore(settings().home)
    if line:
        _put(out, store, batch_id, line, state, owner, note)
        return
    if rows:
        found = _masked(quality_rows(store, batch_id, rows, limit=100, offset=offset))
        text = "\n".join("  ".join(cell or "—" for cell in row) for row in found.rows)
        out.result(
            {"columns": found.columns, "rows": found.rows}, text or say("没有记录", "no rows")
        )
        return
    report = assess(store, batch_id, now()) if again else quality_report(store, batch_id, now())
    work = work_of(store, batch_id)
    if xlsx:
        stamp = {"导出人": operator(), "导出时间": now().isoformat(), "脱敏": "是"}
        put_down(
            xlsx,
            workbook(
                report,
                work,
                lambda line_id: _masked(quality_rows(store, batch_id, line_id)),
                stamp,
            ),
        )
        out.say(say(f"已写入：{xlsx}", f"written: {xlsx}"))
    out.result(_as_json(report, work), _text(report, work))


def _put(
    out: Output, store: ClaimStore, batch_id: str, line: str, state: State, owner: str, note: str
) -> None:
    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Work:
        must_hold(actor, DATA_WORKERS)
        given = owner or (actor.account if state is State.WORKING else "")
        args = (store, batch_id, line, state, given, note, actor.account, now())
        return await asyncio.to_thread(put_work, *args)

    done = as_person(out, work)
    out.result(
        {"line_id": line, "work": done},
        f"{line}{say('：', ': ')}{word(STATES[done.state], done.state)} {done.owner}",
    )


def _masked(found: QualityRows) -> QualityRows:
    return replace(found, rows=masked_cells(found.columns, found.rows))


def _as_json(report: QualityReport, work: dict[str, Work]) -> dict[str, Any]:
    body = report.as_json()
    body["lines"] = [
        {
            **one,
            "zh": plain(one["zh"]),
            "en": plain(one["en"]),
            "work": work.get(one["line_id"], Work()),
        }
        for one in body["lines"]
    ]
    return body


def _text(report: QualityReport, work: dict[str, Work]) -> str:
    lines = [
        say(
            f"批次 {report.batch_id}：检查 {report.asked} 项，{len(report.lines)} 项有问题",
            f"batch {report.batch_id}: {report.asked} asked, {len(report.lines)} with problems",
        )
    ]
    for one in sorted(report.lines, key=lambda one: -one.rows)[:SHOWN]:
        at = work.get(one.line_id, Work()).state
        state, kind = word(STATES[at], at), word(KINDS[one.kind], one.kind)
        count = f"{one.rows:,} / {one.of:,}"
        lines.append(
            f"  [{kind}] "
            + say(
                f"{plain(one.zh)}：{count} 行（{state}）{one.line_id}",
                f"{plain(one.en)}: {count} rows ({state}) {one.line_id}",
            )
        )
    if len(report.lines) > SHOWN:
        more = len(report.lines) - SHOWN
        lines.append(
            say(f"  … 其余 {more} 项见 --json 或 --xlsx", f"  … {more} more: --json or --xlsx")
        )
    return "\n".join(lines)
