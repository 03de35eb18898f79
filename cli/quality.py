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
from claims.quality.worklist import Entry, State, Work, work_of, worklist
from claims.store import ClaimStore
from cli.batches import must_hold
from cli.context import operator, settings
from cli.language import say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local, now
from cli.taken import put_down
from graph.quality_work import work_on

SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("quality")(quality)


def quality(
    batch_id: Annotated[
        str | None, typer.Argument(help="批次号 / batch id, see jicha batches")
    ] = None,
    mine: Annotated[
        bool, typer.Option("--mine", help="全部批次中由我负责的问题 / my lines in all batches")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="重新检查 / ask everything anew")] = False,
    rows: Annotated[
        str, typer.Option(help="列出某一项的记录（脱敏）/ rows behind a line, masked")
    ] = "",
    offset: Annotated[int, typer.Option(help="从第几条开始 / first row", min=0)] = 0,
    xlsx: Annotated[Path | None, typer.Option(help="另存为工作簿 / write a workbook")] = None,
    line: Annotated[str, typer.Option(help="处理某一项（须登录）/ line to work on")] = "",
    state: Annotated[State, typer.Option(help="该项的状态 / its state")] = State.WORKING,
    owner: Annotated[
        str,
        typer.Option(
            help="负责人账号；不给批次号时列出其负责的问题 / owner's account; without a batch, its lines"
        ),
    ] = "",
    note: Annotated[str, typer.Option(help="处理说明 / what was done")] = "",
    as_json: JsonOption = False,
) -> None:
    """数据质量报告 / the quality report of a batch."""
    out, store = Output(json=as_json), ClaimStore(settings().home)
    if batch_id is None:
        _list(out, store, owner, mine=mine)
        return
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
        stamp = {
            "exported_by": operator(),
            "exported_at": local(now()),
            "masked": say("是", "yes"),
        }
        put_down(
            xlsx,
            workbook(
                report,
                work,
                lambda line_id: _masked(quality_rows(store, batch_id, line_id)),
                stamp,
                "en" if say("zh", "en") == "en" else "zh",
            ),
        )
        out.say(say(f"已写入：{xlsx}", f"written: {xlsx}"))
    out.result(_as_json(report, work), _text(report, work))


def _list(out: Output, store: ClaimStore, owner: str, *, mine: bool) -> None:
    """What was taken in hand or closed in all batches: of one owner, of oneself, of everybody."""

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Entry]:
        must_hold(actor, DATA_WORKERS)
        whose = actor.account if mine else owner or None
        return await asyncio.to_thread(worklist, store, whose)

    found = as_person(out, work)
    lines = [
        f"  [{say(*STATES[one.work.state])}] {one.work.owner}  {one.batch_id}  "
        f"{plain(say(one.line.zh, one.line.en))}  {one.line.line_id}"
        for one in found
    ]
    out.result(
        {"worklist": [to_json(one) for one in found]},
        "\n".join(lines) or say("没有指派的问题", "no line is in anybody's hands"),
    )


def _put(
    out: Output, store: ClaimStore, batch_id: str, line: str, state: State, owner: str, note: str
) -> None:
    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Work:
        must_hold(actor, DATA_WORKERS)
        given = owner or (actor.account if state is State.WORKING else "")
        return await work_on(
            *(driver, store, actor, now()),
            batch_id=batch_id,
            line_id=line,
            state=state,
            owner=given,
            note=note,
        )

    done = as_person(out, work)
    out.result(
        {"line_id": line, "work": done},
        f"{line}{say('：', ': ')}{say(*STATES[done.state])} {done.owner}",
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
        state, kind = say(*STATES[at]), say(*KINDS[one.kind])
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
