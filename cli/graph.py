"""`jicha graph`: build the map, and look at it from a terminal."""

import json
from pathlib import Path
from typing import Annotated, Any, TypedDict

import neo4j
import typer

from casework.actors import Actor, Viewer
from casework.commands.access import SearchByIdNumber
from claims.store import ClaimStore
from cli.context import needs, settings, with_driver
from cli.graph_look import looks
from cli.graph_text import (
    AfterOption,
    LimitOption,
    Since,
    Until,
    begin_of,
    end_of,
    left_json,
    line_of,
    looker,
    show,
)
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, on_graph, token_path
from cli.phases import GRAPH, in_words
from graph.commands import execute
from graph.console.run import MAX_ROWS, CypherTable, run_cypher
from graph.explore.expand import expand
from graph.explore.paths import paths
from graph.explore.search import search
from graph.explore.values import Expansion, Filters, PathResult, SearchResult
from graph.explore.weighted import Weight, lightest_paths
from graph.geo.outline import keep_outline
from graph.load.report import LoadReport
from graph.load.run import Way, load
from graph.migrate import migrate
from stack.neo4j_admin import Neo4jAdmin


class Bounds(TypedDict):
    """What shortest and lightest paths are bounded by alike."""

    filters: Filters
    hub: int | None
    limit: int
    after: str | None


graph = typer.Typer(help="图谱 / the map", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    looks(graph)
    app.add_typer(graph, name="graph")


@graph.command("load")
def load_command(
    online: Annotated[bool, typer.Option("--online", help="分批在线加载 / in batches")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="停机整库导入 / fresh store")] = False,
    as_json: JsonOption = False,
) -> None:
    """把已导入的数据建成图谱 / build the map of what was imported.

    无案件时离线导入，否则在线分批 / Offline while there is no case, else online in batches.
    """
    if online and offline:
        raise typer.BadParameter(
            say("--online 与 --offline 只能选一个", "choose one of --online and --offline")
        )
    way: Way = "online" if online else "offline" if offline else "auto"
    out = Output(json=as_json)
    progress = in_words(out.progress, GRAPH)
    store, admin = ClaimStore(settings().home), Neo4jAdmin(settings(), out.say)
    with needs("neo4j", out=out) as endpoints:
        report = with_driver(
            endpoints,
            lambda driver: load(driver, store, at=now(), progress=progress, way=way, admin=admin),
        )
    out.result(report_json(report), _load_text(report))


@graph.command("migrate")
def migrate_command(as_json: JsonOption = False) -> None:
    """应用尚未应用的图库迁移 / apply pending migrations."""
    out = Output(json=as_json)
    with needs("neo4j", out=out) as endpoints:
        applied = with_driver(endpoints, migrate)
    out.result(
        {"applied": applied}, "\n".join(applied) or say("没有待应用的迁移", "nothing to apply")
    )


@graph.command("outline")
def outline_command(
    file: Annotated[Path, typer.Argument(help="县域边界 GeoJSON / the county's outlines")],
    as_json: JsonOption = False,
) -> None:
    """收下本县边界（GeoJSON，经纬度），供图谱地图使用 / keep the county's own outlines."""
    shapes = keep_outline(settings().home, file)
    Output(json=as_json).result(
        {"shapes": shapes}, say(f"已收下 {shapes} 个边界", f"{shapes} outlines kept")
    )


@graph.command("search")
def search_command(
    text: Annotated[str, typer.Argument(help="姓名、机构名或编号 / name or code")],
    kind: Annotated[
        list[str] | None,
        typer.Option(help="只找这些：Patient、Doctor、Hospital、Pharmacy / only these kinds"),
    ] = None,
    limit: LimitOption = 20,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """按姓名、名称、编号查找（脱敏）；登录后也可按证件号末位查找，记入日志 / find, masked."""
    out = Output(json=as_json)

    async def recorded(driver: neo4j.AsyncDriver, actor: Actor) -> SearchResult:
        found = await search(
            driver, Viewer(actor), text, limit=limit, after=after, kinds=kind or ()
        )
        if found.by_certno:
            command = SearchByIdNumber(digits=len(text.strip()), hits=len(found.hits))
            await execute(driver, command, actor, now())
        return found

    if token_path().exists():
        found = as_person(out, recorded)
    else:
        found = on_graph(
            out,
            lambda driver: search(
                driver, looker(), text, limit=limit, after=after, certno=False, kinds=kind or ()
            ),
        )
    show(
        as_json,
        _search_json(found),
        [line_of(hit.node) for hit in found.hits],
        found.truncated,
        found.left_out,
    )


@graph.command("expand")
def expand_command(
    node_id: Annotated[str, typer.Argument(help="节点，如 Patient:编号 / node id")],
    relation: Annotated[
        list[str] | None, typer.Option(help="只看这些关系 / only these relations")
    ] = None,
    limit: LimitOption = 50,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """列出一个节点的邻居（个人信息脱敏）/ neighbours of a node, masked."""
    filters = Filters(relations=frozenset(relation or ()))
    found = on_graph(
        Output(json=as_json),
        lambda driver: expand(driver, looker(), node_id, filters=filters, limit=limit, after=after),
    )
    show(
        as_json,
        _expansion_json(found),
        [line_of(n) for n in found.nodes],
        found.truncated,
        found.left_out,
    )


@graph.command("path")
def path_command(
    source: Annotated[str, typer.Argument(help="起点 / from")],
    target: Annotated[str, typer.Argument(help="终点 / to")],
    every: Annotated[bool, typer.Option("--all", help="全部最短路径 / all shortest")] = False,
    weight: Annotated[
        Weight | None,
        typer.Option(help="按权重由轻到重：步数、共用人少、往来多 / lightest first by this weight"),
    ] = None,
    avoid_hubs: Annotated[
        int | None,
        typer.Option(min=1, help="避开超过此人数的节点 / avoid nodes with more patients"),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: LimitOption = 20,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """两个节点之间的最短路径，或按权重最轻的路径（脱敏）/ shortest or lightest paths, masked."""
    if every and weight:
        raise typer.BadParameter(
            say("--all 与 --weight 只能选一个", "choose one of --all and --weight")
        )
    filters = Filters(start=begin_of(since), end=end_of(until))

    async def look(driver: neo4j.AsyncDriver) -> PathResult:
        ends = (driver, looker(), source, target)
        bounds = Bounds(filters=filters, hub=avoid_hubs, limit=limit, after=after)
        if weight:
            return await lightest_paths(*ends, weight=weight, **bounds)
        return await paths(*ends, all_shortest=every, **bounds)

    found = on_graph(Output(json=as_json), look)
    lines = [" — ".join(path.node_ids) for path in found.paths]
    empty = say(f"{found.searched} 步之内没有联系", f"not connected within {found.searched} steps")
    show(as_json, _paths_json(found), lines or [empty], found.truncated, found.left_out)


@graph.command("query")
def query_command(
    text: Annotated[str, typer.Argument(help="只读 Cypher / a reading Cypher query")],
    parameter: Annotated[
        list[str] | None, typer.Option(help="参数 名称=值（JSON 或文本）/ name=value")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=MAX_ROWS, help="最多行数 / rows")] = 100,
    as_json: JsonOption = False,
) -> None:
    """以本人身份执行只读图谱查询（须有控制台权限，脱敏，记入日志）/ ask in Cypher, on record."""
    given = dict(_parameter(one) for one in parameter or ())

    async def ask(driver: neo4j.AsyncDriver, actor: Actor) -> CypherTable:
        return await run_cypher(driver, actor, text, given, at=now(), limit=limit)

    out = Output(json=as_json)
    found = as_person(out, ask)
    lines = ["\t".join(found.columns)]
    lines += ["\t".join(_cell(cell) for cell in row) for row in found.rows]
    value = {
        "columns": list(found.columns),
        "rows": [list(row) for row in found.rows],
        "truncated": found.truncated,
        "left_out": left_json(found.left_out),
    }
    show(as_json, value, lines, found.truncated, found.left_out)


def _parameter(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise typer.BadParameter(say("写作 名称=值", "write name=value"))
    try:
        return name.strip(), json.loads(value)
    except ValueError:
        return name.strip(), value


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _search_json(found: SearchResult) -> dict[str, Any]:
    return {
        "hits": [{"id": h.node.id, "label": h.node.label, "why": h.why} for h in found.hits],
        "truncated": found.truncated,
        "left_out": left_json(found.left_out),
    }


def _expansion_json(found: Expansion) -> dict[str, Any]:
    return {
        "nodes": [{"id": n.id, "label": n.label, "props": dict(n.props)} for n in found.nodes],
        "edges": list(found.edges),
        "truncated": found.truncated,
        "left_out": left_json(found.left_out),
        "cursor": found.cursor,
    }


def _paths_json(found: PathResult) -> dict[str, Any]:
    return {
        "paths": [list(path.node_ids) for path in found.paths],
        "weights": [path.weight for path in found.paths],
        "truncated": found.truncated,
        "left_out": left_json(found.left_out),
        "cursor": found.cursor,
        "searched": found.searched,
    }


def report_json(report: LoadReport) -> dict[str, Any]:
    """The report as scripts read it."""
    return {name: getattr(report, name) for name in LoadReport.__dataclass_fields__}


def _load_text(report: LoadReport) -> str:
    names = {
        "online": say("在线加载", "loaded online"),
        "offline": say("离线导入", "loaded offline"),
        "unchanged": say("没有变化", "nothing changed"),
    }
    sums = "  ".join(f"{kind} {count:,}" for kind, count in report.nodes.items() if count)
    done = say(
        f"{names[report.mode]}：写入 {report.written:,} 行，清除 {report.removed:,} 行，"
        f"{report.seconds:.1f} 秒（{report.rate:,.0f} 笔结算/秒）",
        f"{names[report.mode]}: {report.written:,} rows written, {report.removed:,} removed, "
        f"{report.seconds:.1f} seconds ({report.rate:,.0f} settlements a second)",
    )
    return f"{done}\n{sums}"
