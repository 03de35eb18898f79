"""`jicha rings province`: co-visits of data that outgrow one machine, by the pairs pipeline."""

import time
from enum import StrEnum
from typing import Annotated, Any

import typer

from claims.store import ClaimStore
from cli.context import settings
from cli.output import JsonOption, Output
from graph.rings.province.engines import OnDuckDB, spark
from graph.rings.province.find import Outcome, find
from graph.rings.reference.events import MEETINGS
from graph.rings.reference.model import Parameters

HERE = "duckdb"
Meetings = StrEnum("Meetings", {m.name.upper(): m.name for m in MEETINGS})  # type: ignore[misc]


def province_command(
    master: Annotated[
        str, typer.Option(help="duckdb（本机）| local[2] | spark://HOST:7077 | yarn …")
    ] = HERE,
    channel: Annotated[Meetings, typer.Option(help="渠道 / channel")] = Meetings.OUTPATIENT,  # type: ignore[attr-defined]
    seed: Annotated[int, typer.Option(help="随机置换的种子 / seed of the permutations")] = 7,
    permutations: Annotated[
        int, typer.Option(min=1, max=50, help="置换次数 / permutations")
    ] = Parameters.permutations,
    as_json: JsonOption = False,
) -> None:
    """全省数据：按机构分区统计共同就诊对，在 Spark 或本机上结果相同（不写图谱）。

    Pairs partitioned by institution, on Spark (pip install jicha[spark], Java 17 or 21) or here; the
    same groups either way. Printed, not written to the map.
    """
    out = Output(json=as_json)
    store = ClaimStore(settings().home)
    meeting = next(m for m in MEETINGS if m.name == channel.value)
    parameters = Parameters(seed=seed, permutations=permutations)
    started = time.perf_counter()
    if master == HERE:
        with store.connect() as connection:
            found = find(OnDuckDB(connection), meeting, parameters)
    else:
        with spark(master) as engine:
            engine.show(store)
            found = find(engine, meeting, parameters)
    seconds = round(time.perf_counter() - started, 2)
    out.result(_report(found, master, channel.value, seconds), _text(found, seconds))


def _report(found: Outcome, master: str, channel: str, seconds: float) -> dict[str, Any]:
    return {
        "master": master,
        "channel": channel,
        "pairs": found.pairs,
        "threshold": found.cut,
        "groups": [
            {"score": score, "patients": sorted(group)}
            for score, group in zip(found.scores, found.groups, strict=True)
        ],
        "seconds": seconds,
    }


def _text(found: Outcome, seconds: float) -> str:
    if found.cut is None:
        why = "没有足够多的共同就诊对" if not found.pairs else "置换数据同样成群，无法区分偶然"
        return f"{found.pairs} 对；{why}；{seconds} 秒"
    lines = [
        f"得分 {score:>7.1f}  {len(group):>3} 人  {min(group)} …"
        for score, group in zip(found.scores, found.groups, strict=True)
    ]
    return "\n".join(
        [*lines, f"{found.pairs} 对，门槛 p ≤ {found.cut:g}，{len(lines)} 个群体，{seconds} 秒"]
    )
