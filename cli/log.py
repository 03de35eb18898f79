"""`jicha log verify | seal`: every event chain against itself and against the daily seals."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import neo4j
import typer

from casework.clocks.calendars import local_date
from casework.wording import Both
from cli.context import needs, with_driver
from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.vault import object_store
from evidence.seal import Head, sealed_days, write_seal
from evidence.sealbook import SealBook, SealFault, open_book
from graph.events.verify import Verification, heads, verify_all
from stack.endpoints import Endpoints

SHOWN = 50
log = typer.Typer(help="事件日志 / the event log", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(log, name="log")


@log.command("verify")
def verify_command(as_json: JsonOption = False) -> None:
    """核验全部事件链与每日封印 / verify every event chain, and all of them against the daily seals."""
    verify_log(Output(json=as_json))


@log.command("seal")
def seal_command(as_json: JsonOption = False) -> None:
    """立即封印：昨日未封的封昨日，否则封今日 / seal now: yesterday if the beat missed it, else today."""
    out = Output(json=as_json)
    with needs("neo4j", "s3", out=out) as endpoints:
        store, at = object_store(endpoints), datetime.now(UTC)
        found = with_driver(endpoints, heads)
        day, sealed = local_date(at), sealed_days(store)
        if not sealed or sealed[-1] < day - timedelta(days=1):
            day -= timedelta(days=1)
        ends = [Head(end.stream, end.version, end.hash) for end in found]
        seal = write_seal(store, ends, day, at)
    facts = {"day": seal.day, "root": seal.root, "sha256": seal.sha256, "heads": len(seal.heads)}
    out.result(
        facts,
        say(
            f"{seal.day}：{len(seal.heads)} 条链，根 {seal.root}",
            f"{seal.day}: {len(seal.heads)} chains, root {seal.root}",
        )
        + f"\nSHA-256 {seal.sha256}",
    )


def verify_log(out: Output) -> None:
    """Verify and tell. Exit 3 when something was changed, 4 when chains wait for their seal."""
    with needs("neo4j", "s3", out=out) as endpoints:
        chains, book = check_log(endpoints, datetime.now(UTC))
    ok = chains.intact and book.sound
    facts = {
        "ok": ok,
        "streams": chains.streams,
        "events": chains.events,
        "seals": len(book.days),
        "first_seal": book.days[0] if book.days else None,
        "last_seal": book.days[-1] if book.days else None,
        "problems": [
            *({"stream": stream, "why": why.zh, "why_en": why.en} for stream, why in chains.broken),
            *(asdict(fault) for fault in book.faults),
        ],
        "gaps": book.gaps,
        "unsealed": {"streams": book.unsealed, "since": book.unsealed_since},
    }
    out.result(facts, _text(facts, chains, book))
    if not ok:
        raise typer.Exit(Exit.DATA)
    if book.unsealed:
        raise typer.Exit(Exit.PARTIAL)


def check_log(endpoints: Endpoints, at: datetime) -> tuple[Verification, SealBook]:
    """Every chain, and every seal compared with it."""
    # Seals first: what is sealed while the chains are read is compared the next time.
    book = open_book(object_store(endpoints))

    async def work(driver: neo4j.AsyncDriver) -> Verification:
        return await verify_all(driver, lambda stream, events: book.compare(stream, events, at))

    chains = with_driver(endpoints, work)
    book.close()
    return chains, book


def _text(facts: dict[str, Any], chains: Verification, book: SealBook) -> str:
    lines = [_counted(chains, book)]
    told = [
        f"✗ {say(f'{stream}：{why.zh}', f'{stream}: {why.en}')}" for stream, why in chains.broken
    ]
    told += [f"✗ {_fault(fault)}" for fault in book.faults]
    lines += told[:SHOWN]
    if len(told) > SHOWN:
        lines.append(say(f"… 另有 {len(told) - SHOWN} 处", f"… and {len(told) - SHOWN} more"))
    if book.gaps:
        days = [str(day) for day in book.gaps[:SHOWN]]
        lines.append(
            say(
                f"未封印之日（前后封印相连，未被移除）：{'、'.join(days)}",
                f"days without a seal (those around them are linked, none was removed): {', '.join(days)}",
            )
        )
    if book.unsealed:
        lines.append(
            say(
                f"{book.unsealed} 条链自 {book.unsealed_since} 起未入封印：请保持 beat 运行，或执行 "
                "jicha log seal",
                f"{book.unsealed} chains are not sealed since {book.unsealed_since}: keep the beat "
                "running, or run jicha log seal",
            )
        )
    lines.append(
        say("全部相符", "all intact")
        if facts["ok"]
        else say("不相符，日志被改动", "the log was changed")
    )
    return "\n".join(lines)


def _counted(chains: Verification, book: SealBook) -> str:
    seals = len(book.days)
    zh = f"{chains.streams} 条链，{chains.events} 条事件；每日封印 {seals} 份"
    en = f"{chains.streams} chains, {chains.events} events; {seals} daily seals"
    if book.days:
        zh += f"（{book.days[0]} 至 {book.days[-1]}）"
        en += f" ({book.days[0]} to {book.days[-1]})"
    return say(zh, en)


def _fault(fault: SealFault) -> str:
    words = FAULTS[fault.what]
    return say(
        f"封印 {fault.day} [{fault.what}] {words.zh}：{fault.detail}",
        f"seal of {fault.day} [{fault.what}] {words.en}: {fault.detail}",
    )


FAULTS = {
    "root": Both("封印与其根不符", "its root differs"),
    "previous": Both("与前一封印不相连", "not linked to the seal before"),
    "bytes": Both(
        "不是封印文件、非规范形式或日期不符", "no seal, not in canonical form, or of another day"
    ),
    "unlocked": Both("未锁定", "not locked"),
    "overwritten": Both("被再次写入", "written over"),
    "rewritten": Both("封印后被改写", "rewritten after it was sealed"),
    "left_out": Both("此前已封印的链未列入", "a chain sealed before is left out"),
    "gone": Both("封印后被移除", "removed after it was sealed"),
    "backdated": Both("封印后补入、倒填时间", "slipped in later with an earlier date"),
}
