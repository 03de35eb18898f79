"""More of `jicha graph`: counts, what nodes share, saved questions, timeline, places, figures."""

from typing import Annotated, Any

import typer

from cli.columns import columns
from cli.context import settings
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
    node_json,
    show,
)
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import local, on_graph
from graph.explore.common import common_neighbours
from graph.explore.counts import expand_counts
from graph.explore.metrics import subgraph_metrics
from graph.explore.timeline import timeline
from graph.explore.values import TimelineEntry
from graph.geo.places import geo
from graph.patterns.run import PatternResult, run_pattern
from graph.patterns.template import Template, templates

NodeArgument = Annotated[str, typer.Argument(help="节点，如 Patient:编号 / node id")]
NodesArgument = Annotated[list[str], typer.Argument(help="节点，可多个 / node ids")]


def looks(graph: typer.Typer) -> None:
    """Add the commands to the group."""
    graph.command("counts")(counts_command)
    graph.command("common")(common_command)
    graph.command("pattern")(pattern_command)
    graph.command("timeline")(timeline_command)
    graph.command("geo")(geo_command)
    graph.command("metrics")(metrics_command)


def counts_command(node_id: NodeArgument, as_json: JsonOption = False) -> None:
    """一个节点各类关联的数量，展开之前先看 / how many neighbours of each kind."""
    found = on_graph(Output(json=as_json), lambda driver: expand_counts(driver, looker(), node_id))
    value = [
        {
            "relation": one.relation,
            "kind": one.kind,
            "count": one.count,
            "by_request": one.by_request,
        }
        for one in found.counts
    ]
    lines = columns([(one.relation, one.kind, f"{one.count:,}") for one in found.counts], right={2})
    told = {"counts": value, "left_out": left_json(found.left_out)}
    show(as_json, told, lines, bool(found.left_out), found.left_out)


def common_command(
    ids: NodesArgument,
    least: Annotated[
        int | None, typer.Option(min=2, help="至少几个共有，默认全部 / shared by at least")
    ] = None,
    limit: LimitOption = 50,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """几个节点的共同关联，最能说明问题的在先（脱敏）/ what nodes share, masked."""
    found = on_graph(
        Output(json=as_json),
        lambda driver: common_neighbours(
            driver, looker(), ids, least=least, limit=limit, after=after
        ),
    )
    value = {
        "common": [
            {**node_json(one.node), "shared_by": list(one.shared_by)} for one in found.common
        ],
        "missing": list(found.missing),
        "truncated": found.truncated,
        "cursor": found.cursor,
        "left_out": left_json(found.left_out),
    }
    lines = columns(
        [(line_of(one.node), str(len(one.shared_by))) for one in found.common], right={1}
    )
    show(as_json, value, lines, found.truncated, found.left_out)


def pattern_command(
    key: Annotated[
        str | None, typer.Argument(help="模板，不写则列出全部 / question; none lists all")
    ] = None,
    parameter: Annotated[list[str] | None, typer.Option(help="参数 名称=值 / name=value")] = None,
    limit: LimitOption = 50,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """按模板提问（脱敏）；不写模板则列出全部 / ask a saved question, or list them."""
    if key is None:
        every = list(templates().values())
        lines = columns([(one.key, say(one.title_zh, one.title_en), _asks(one)) for one in every])
        show(as_json, {"patterns": [_template_json(one) for one in every]}, lines, truncated=False)
        return
    given = dict(_given(one) for one in parameter or ())
    found = on_graph(
        Output(json=as_json),
        lambda driver: run_pattern(driver, looker(), key, given, limit=limit, after=after),
    )
    show(as_json, _pattern_json(found), _pattern_lines(found), found.truncated, found.left_out)


def timeline_command(
    node_id: NodeArgument,
    since: Since = None,
    until: Until = None,
    limit: LimitOption = 100,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """一个节点的结算，由早到晚（脱敏）/ its settlements, oldest first, masked."""
    found = on_graph(
        Output(json=as_json),
        lambda driver: timeline(
            driver,
            looker(),
            node_id,
            start=begin_of(since),
            end=end_of(until),
            limit=limit,
            after=after,
        ),
    )
    value = {
        "entries": [_entry_json(one) for one in found.entries],
        "truncated": found.truncated,
        "cursor": found.cursor,
        "left_out": left_json(found.left_out),
    }
    rows = [(local(one.at), one.settlement.label, _with_whom(one)) for one in found.entries]
    show(as_json, value, columns(rows), found.truncated, found.left_out)


def geo_command(
    of: Annotated[
        str | None, typer.Option(help="只看此节点到过的机构 / only where this node went")
    ] = None,
    limit: LimitOption = 200,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """机构的经纬度与结算数 / institutions with coordinates and settlements."""
    home = settings().home
    found = on_graph(
        Output(json=as_json),
        lambda driver: geo(driver, looker(), home, of=of, limit=limit, after=after),
    )
    value = {
        "places": [
            {**node_json(one.node), "lon": one.lon, "lat": one.lat, "count": one.count,
             "amount": one.amount, "fund": one.fund}
            for one in found.places
        ],
        "outline": found.outline is not None,
        "truncated": found.truncated,
        "cursor": found.cursor,
        "left_out": left_json(found.left_out),
    }  # fmt: skip
    rows = [
        (line_of(one.node), f"{one.lon}", f"{one.lat}", f"{one.count:,}") for one in found.places
    ]
    show(as_json, value, columns(rows, right={1, 2, 3}), found.truncated, found.left_out)


def metrics_command(
    ids: NodesArgument,
    limit: LimitOption = 200,
    after: AfterOption = None,
    as_json: JsonOption = False,
) -> None:
    """这些节点之间的度、中介中心度与群组 / degree, betweenness and communities."""
    found = on_graph(
        Output(json=as_json),
        lambda driver: subgraph_metrics(driver, looker(), ids, limit=limit, after=after),
    )
    value = {
        "nodes": [
            {"id": one.id, "degree": one.degree, "strength": one.strength,
             "betweenness": one.betweenness, "community": one.community}
            for one in found.nodes
        ],
        "communities": list(found.communities),
        "modularity": found.modularity,
        "edges": found.edges,
        "missing": list(found.missing),
        "truncated": found.truncated,
        "cursor": found.cursor,
        "left_out": left_json(found.left_out),
    }  # fmt: skip
    head = (
        say("节点", "node"),
        say("关联", "degree"),
        say("中介中心度", "betweenness"),
        say("群组", "community"),
    )
    rows = [
        (one.id, str(one.degree), f"{one.betweenness:.3f}", str(one.community))
        for one in found.nodes
    ]
    show(as_json, value, columns([head, *rows], right={1, 2, 3}), found.truncated, found.left_out)


def _given(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise typer.BadParameter(say("写作 名称=值", "write name=value"))
    return name.strip(), value.strip()


def _asks(template: Template) -> str:
    """Its parameters; those with a default may be left out."""
    return " ".join(
        one.name if one.default is None else f"[{one.name}={one.default}]"
        for one in template.parameters
    )


def _template_json(template: Template) -> dict[str, Any]:
    return {
        "key": template.key,
        "title": say(template.title_zh, template.title_en),
        "explanation": say(template.explain_zh, template.explain_en),
        "parameters": [
            {"name": one.name, "kind": one.kind, "kinds": list(one.of), "default": one.default,
             "label": say(one.label_zh, one.label_en)}
            for one in template.parameters
        ],
    }  # fmt: skip


def _pattern_json(found: PatternResult) -> dict[str, Any]:
    return {
        "key": found.template.key,
        "columns": [one.name for one in found.template.columns],
        "rows": [
            [{"text": cell.text, "nodes": [node.id for node in cell.nodes]} for cell in row]
            for row in found.rows
        ],
        "truncated": found.truncated,
        "cursor": found.cursor,
        "left_out": left_json(found.left_out),
    }


def _pattern_lines(found: PatternResult) -> list[str]:
    if not found.rows:
        return []
    head = tuple(say(one.label_zh, one.label_en) for one in found.template.columns)
    rows = [
        tuple(cell.text or " ".join(node.label for node in cell.nodes) for cell in row)
        for row in found.rows
    ]
    return columns([head, *rows])


def _entry_json(one: TimelineEntry) -> dict[str, Any]:
    ends = {"patient": one.patient, "institution": one.institution, "doctor": one.doctor}
    return {
        "at": one.at,
        "settlement": node_json(one.settlement),
        **{name: node_json(end) if end else None for name, end in ends.items()},
    }


def _with_whom(one: TimelineEntry) -> str:
    ends = (one.patient, one.institution, one.doctor)
    return " · ".join(end.label for end in ends if end is not None)
