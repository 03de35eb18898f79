"""`jicha bench`: measure this installation as its users would feel it."""

import statistics
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from claims.county.margins import PERSONS
from cli.context import needs, operator, settings, with_driver
from cli.language import say, side
from cli.load.crowd import Figures, Question, crowd
from cli.load.door import Door, door, guest, patients
from cli.load.other import Rival, rival_of
from cli.load.rivals import county_of
from cli.output import JsonOption, Output
from stack.endpoints import Endpoints

bench = typer.Typer(help="测量 / measure", no_args_is_help=True)
GOAL_MS = 50.0
#: Either side compiles what it runs often; before that it is several times as slow.
WARM_SECONDS = 20
#: Turns of either side in a comparison; the middle one of the ratios counts.
TURNS = 3
COUNTS = (
    "query($id: ID!) { expandCounts(id: $id) { counts { relationship kind count byRequest } } }"
)
EXPAND = """query($id: ID!) { expand(id: $id, first: 10) {
  nodes { id kind label sharers crowded inOpenCase properties { name value } }
  edges { id source target kind count amount first last } truncated endCursor } }"""
#: The page that a general layer is asked for (`cli.load.other`): the same fields of the same neighbours.
SAME: Final = """query($id: ID!) { expand(id: $id, first: 10) {
  nodes { id label sharers
    properties(names: ["fixmedins_type", "hosp_lv", "address", "dept_codg"]) { name value } }
  edges { count amount first last } truncated endCursor } }"""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(bench, name="bench")


@bench.callback()
def group() -> None:
    """测量本机的速度；数字随机器忙闲而变，请重复测量 / figures depend on how busy the machine is."""


@bench.command("expand")
def expand_command(
    users: Annotated[int, typer.Option(min=1, max=500, help="同时在线人数 / users")] = 50,
    seconds: Annotated[int, typer.Option(min=2, max=600, help="时长（秒）/ duration")] = 30,
    think: Annotated[float, typer.Option(min=0, help="思考时间（秒）/ thinking time")] = 1.0,
    workers: Annotated[int, typer.Option(min=1, max=16, help="API 进程数 / processes")] = 2,
    compare: Annotated[
        str | None, typer.Option(help="另一个 GraphQL 地址 / another endpoint's URL")
    ] = None,
    compare_query: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="对方的首页查询 / its first page"),
    ] = None,
    compare_counts: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="对方的计数查询 / its counts")
    ] = None,
    compare_header: Annotated[
        list[str] | None,
        typer.Option(help="对方要求的请求头，如 'Authorization: …'（可重复）/ its headers"),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """多人同时展开图谱：p50、p95、每秒请求数 / many users expanding at once.

    在空闲端口另起一个 API，以临时账号 bench 登录；各用户轮流问计数和首页，问后思考；随后八人不间断地问，
    量吞吐量。另一个地址以同样方式测量，吞吐量与本系统轮流量三次，取比值的中位数；其查询可用变量 id 与 key / Starts an API of its own on a free port, signs an account `bench` in (made for this, disabled
    afterwards), and lets the users ask counts and a first page in turn, thinking in between; then
    eight of them without thinking, for the throughput. Another endpoint is asked in the same two ways;
    its queries may name the variables `id` (Patient:…) and `key` (psn_no). Compared are answers a
    second to the same fields (this API also marks open cases and shows all properties, which the other is
    not asked for), three times in turn; the middle ratio counts.
    """
    out = Output(json=as_json)
    rival = rival_of(compare, compare_counts, compare_query, compare_header or [])
    with needs("neo4j", "valkey", "s3", out=out) as endpoints:
        keys = with_driver(endpoints, patients)
        if not keys:
            raise typer.BadParameter(
                say(
                    "图谱里没有人员，请先 jicha graph load",
                    "nobody is in the map: run jicha graph load first",
                )
            )
        report = _measure(out, endpoints, keys, users, seconds, think, workers, rival)
    out.result(report, _text(report))


@bench.command("rings")
def rings_command(
    size: Annotated[int, typer.Option(min=300, help="参保人数 / insured persons")] = PERSONS,
    seed: Annotated[int, typer.Option(help="县的种子 / seed of the county")] = 61,
    rounds: Annotated[int, typer.Option(min=1, max=20, help="每种方法次数 / times each")] = 3,
    copies: Annotated[
        int, typer.Option(min=1, max=500, help="由几个这样的县组成城市 / a city of so many of it")
    ] = 1,
    as_json: JsonOption = False,
) -> None:
    """团伙识别与 networkx 投影、DuckDB 自连接、scipy 分块乘积相比 / rings beside the usual ways.

    在临时文件夹另行生成并导入一个县，不动本机数据；三千一百万次就诊的城市：
    --size 200000 --copies 28 / Generates and imports a county of its own in a temporary folder; nothing here is touched. A city of
    31 million visits: --size 200000 --copies 28 (its fee lines stay behind).
    """
    out = Output(json=as_json)
    report = county_of(size, seed, datetime.now(UTC), out.progress, rounds, copies)
    out.result(report, _rings_text(report))


WAYS = {
    "reading_columns": "读列（下限）/ reading the columns: the floor",
    "same_question": "同一问题：门诊渠道，从列到群体 / same question: outpatients, columns to groups",
    "whole_detection": "整个识别：全部渠道、置换、理由 / whole detection",
    "scipy_blocked_product": "scipy A·Aᵀ",
    "duckdb_self_join": "DuckDB self-join",
    "networkx_projection_louvain": "networkx projection, Louvain",
}


def _rings_text(report: dict[str, Any]) -> str:
    people, visits = report["persons"], report["visits"]
    lines = [say(f"{people} 人，{visits} 次门诊", f"{people} persons, {visits} visits")]
    for name, label in WAYS.items():
        if name in report["seconds"]:
            times = report["times_faster"].get(name)
            ratio = f"  networkx × {times}" if times else ""
            lines.append(f"{report['seconds'][name]:>9.3f} s  {side(label)}{ratio}")
        else:
            lines.append(f"{'—':>11}  {side(label)}: {report['left_out'][name]}")
    if part := report["part"]:
        lines.append(
            say(
                f"{part['institutions']} 家机构，{part['visits']} 次就诊：",
                f"{part['institutions']} institutions, {part['visits']} visits: ",
            )
            + f"networkx {part['seconds']['networkx_projection_louvain']:g} s, "
            f"{part['seconds']['same_question']:g} s (× {part['times_faster']})"
        )
    lines.append(
        say(
            f"内存：{report['peak_mb']} MB（起始 {report['at_start_mb']}）",
            f"memory: {report['peak_mb']} MB ({report['at_start_mb']} at start)",
        )
    )
    for who, share in report["rings_found"].items():
        lines.append(
            say(
                f"{who}：检出 {share:.0%}，群体 {report['groups'][who]}",
                f"{who}: found {share:.0%}, groups {report['groups'][who]}",
            )
        )
    return "\n".join(lines)


def _measure(
    out: Output,
    endpoints: Endpoints,
    keys: list[str],
    users: int,
    seconds: int,
    think: float,
    workers: int,
    rival: Rival | None,
) -> dict[str, Any]:
    asked = {"expandCounts": Question(COUNTS), "expand": Question(EXPAND)}
    with guest(endpoints, operator()) as password, door(settings(), workers, password, out) as ours:
        out.say("预热 / warming up")
        _round(ours, asked, keys, 4, min(seconds, WARM_SECONDS), 0.0)
        out.say(say(f"{users} 人，{seconds} 秒", f"{users} users, {seconds} s"))
        before = ours.cpu_seconds()
        found = _round(ours, asked, keys, users, seconds, think)
        answers = sum(one["n"] for one in found["questions"].values())
        report: dict[str, Any] = {
            "users": users,
            "think_seconds": think,
            "workers": workers,
            "patients": len(keys),
            **found,
            # Says what a busy machine's clock does not; the graph database's own share is not in it.
            "api_cpu_ms_per_request": round(
                (ours.cpu_seconds() - before) * 1000 / max(1, answers), 2
            ),
            "goal": {"p95_ms": GOAL_MS, "users": 50},
        }
        out.say("不间断 / without pause")
        report["throughput"] = _full(ours, asked, keys, seconds)
        if rival is not None:
            out.say(f"对比 / comparing: {rival.door.url}")
            _round(rival.door, rival.asked, keys, 4, min(seconds, WARM_SECONDS), 0.0)
            report["compared"] = {
                "url": rival.door.url,
                **_round(rival.door, rival.asked, keys, users, seconds, think),
                **_in_turn(ours, asked | {"expand": Question(SAME)}, rival, keys, seconds),
            }
    return report


def _in_turn(
    ours: Door, asked: dict[str, Question], rival: Rival, keys: list[str], seconds: int
) -> dict[str, Any]:
    """The same fields of either side, turn by turn: what else the machine does meets both."""
    sides = ((ours, asked), (rival.door, rival.asked))
    turns: list[list[dict[str, Any]]] = [
        [_full(at, questions, keys, seconds) for at, questions in sides] for _ in range(TURNS)
    ]
    each = {name: [_times(mine[name], other[name]) for mine, other in turns] for name in asked}
    return {
        "ours_same_fields": [mine for mine, _ in turns],
        "throughput": [other for _, other in turns],
        "times_ours_each": each,
        "times_ours": {
            name: None if None in times else round(statistics.median(filter(None, times)), 2)
            for name, times in each.items()
        },
    }


def _round(
    at: Door, asked: dict[str, Question], keys: list[str], users: int, seconds: int, think: float
) -> dict[str, Any]:
    figures: Figures = crowd(at, asked, keys, users=users, seconds=max(2, seconds), think=think)
    return figures.report()


def _full(
    at: Door, asked: dict[str, Question], keys: list[str], seconds: int
) -> dict[str, dict[str, Any]]:
    """Each question by itself, eight users without thinking."""
    return {
        name: _round(at, {name: question}, keys, 8, seconds // 2, 0.0)
        for name, question in asked.items()
    }


def _times(ours: dict[str, Any], theirs: dict[str, Any]) -> float | None:
    """How many times as many answers; none where the other side gave errors."""
    if theirs["errors"] or not theirs["requests_per_second"]:
        return None
    return round(float(ours["requests_per_second"]) / float(theirs["requests_per_second"]), 2)


def _text(report: dict[str, Any]) -> str:
    lines = [
        f"{name}: p50 {found['p50_ms']} ms  p95 {found['p95_ms']} ms  n={found['n']}"
        for name, found in report["questions"].items()
    ]
    lines.append(
        f"{report['requests_per_second']} /s, {report['errors']} {say('个错误', 'errors')}"
    )
    lines.append(f"API CPU: {report['api_cpu_ms_per_request']} ms {say('每次', 'a request')}")
    for name, full in report["throughput"].items():
        lines.append(f"{say('不间断', 'without pause')}: {name} {full['requests_per_second']} /s")
    if compared := report.get("compared"):
        for name, times in compared["times_ours"].items():
            full = [turn[name] for turn in compared["throughput"]]
            told = f"× {times}" if times else full[0].get("first_error", "—")
            rate = statistics.median(one["requests_per_second"] for one in full)
            speed = f"{name} {rate} /s  {told}"
            lines.append(f"{say('对比', 'compared')}: {speed}")
    return "\n".join(lines)
