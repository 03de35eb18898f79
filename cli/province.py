"""`jicha rings province`: co-visits of data that outgrow one machine, by the pairs pipeline."""

import asyncio
import time
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import uuid4

import typer

from claims.store import ClaimStore
from cli.context import needs, settings
from cli.language import say
from cli.output import JsonOption, Output
from graph.migrate import migrate
from graph.rings.model import Ring
from graph.rings.province.engines import OnDuckDB, spark
from graph.rings.province.find import Outcome, find
from graph.rings.province.rings import rings_of
from graph.rings.reference.events import MEETINGS, Meeting
from graph.rings.reference.model import Parameters
from graph.rings.write_back import write_province
from graph.sameness.judged import judged_one
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints

HERE = "duckdb"
Meetings = StrEnum("Meetings", {m.name.upper(): m.name for m in MEETINGS})  # type: ignore[misc]


def province_command(
    master: Annotated[
        str,
        typer.Option(
            help="duckdb（本机）| local[2] | spark://HOST:7077 | yarn … / duckdb (here) | local[2] | spark://HOST:7077 | yarn …"
        ),
    ] = HERE,
    channel: Annotated[Meetings, typer.Option(help="渠道 / channel")] = Meetings.OUTPATIENT,  # type: ignore[attr-defined]
    seed: Annotated[int, typer.Option(help="随机置换的种子 / seed of the permutations")] = 7,
    permutations: Annotated[
        int, typer.Option(min=1, max=50, help="置换次数 / permutations")
    ] = Parameters.permutations,
    write: Annotated[
        bool,
        typer.Option(
            "--write/--print-only",
            help="写入图谱“全省汇总”队列，或只打印 / into the map's queue of its own, or print only",
        ),
    ] = True,
    as_json: JsonOption = False,
) -> None:
    """全省数据：按机构分区统计共同就诊对，在 Spark 或本机上结果相同；写入图谱“全省汇总”队列 / a province.

    按机构分区，本机与 Spark 结果相同；另列一队，不参与分流 / Pairs partitioned by institution, on Spark (the extra "spark", Java 17 or 21) or here; the
    same groups either way. They go into a queue of their own, because nothing routes them.
    """
    out = Output(json=as_json)
    meeting = next(m for m in MEETINGS if m.name == channel.value)
    parameters = Parameters(seed=seed, permutations=permutations)
    started = time.perf_counter()
    if not write:
        found = _found(ClaimStore(settings().home), master, meeting, parameters)
        rings: tuple[Ring, ...] = ()
    else:
        with needs("neo4j", out=out) as endpoints:
            found, rings = asyncio.run(_written(endpoints, master, meeting, parameters))
    seconds = round(time.perf_counter() - started, 2)
    out.result(_report(found, rings, master, channel.value, seconds), _text(found, rings, seconds))


def _found(store: ClaimStore, master: str, meeting: Meeting, parameters: Parameters) -> Outcome:
    if master == HERE:
        with store.connect() as connection:
            return find(OnDuckDB(connection), meeting, parameters)
    with spark(master) as engine:
        engine.show(store)
        return find(engine, meeting, parameters)


async def _written(
    endpoints: Endpoints, master: str, meeting: Meeting, parameters: Parameters
) -> tuple[Outcome, tuple[Ring, ...]]:
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        store = ClaimStore(settings().home, await judged_one(driver))
        found = await asyncio.to_thread(_found, store, master, meeting, parameters)
        rings = await asyncio.to_thread(rings_of, store, meeting.name, found)
        at = datetime.now(UTC)
        return found, await write_province(driver, meeting.name, rings, at, uuid4().hex)


def _report(
    found: Outcome, rings: tuple[Ring, ...], master: str, channel: str, seconds: float
) -> dict[str, Any]:
    return {
        "master": master,
        "channel": channel,
        "pairs": found.pairs,
        "threshold": found.cut,
        "groups": [{"score": met.score, "patients": sorted(met.patients)} for met in found.groups],
        "rings": [{"ring_id": ring.ring_id, "change": ring.change.value} for ring in rings],
        "seconds": seconds,
    }


def _text(found: Outcome, rings: tuple[Ring, ...], seconds: float) -> str:
    if found.cut is None:
        why = (
            say("置换数据同样成群，无法区分偶然", "permuted data forms groups as well: chance")
            if found.pairs
            else say("没有足够多的共同就诊对", "too few pairs")
        )
        return say(
            f"{found.pairs} 对；{why}；{seconds} 秒",
            f"{found.pairs} pairs; {why}; {seconds} seconds",
        )
    names = [ring.ring_id for ring in rings] or [""] * len(found.groups)
    lines = [
        f"{name:<12}{say('得分', 'score')} {met.score:>7.1f}  {len(met.patients):>3} "
        f"{say('人', 'people')}  {min(met.patients)} …"
        for name, met in zip(names, found.groups, strict=True)
    ]
    last = say(
        f"{found.pairs} 对，门槛 p ≤ {found.cut:g}，{len(lines)} 个群体，{seconds} 秒",
        f"{found.pairs} pairs, threshold p ≤ {found.cut:g}, {len(lines)} groups, {seconds} seconds",
    )
    return "\n".join([*lines, last])
