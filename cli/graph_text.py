"""What the commands that look at the map have in common: options, eyes, and how answers are told."""

from datetime import datetime, timedelta
from typing import Annotated, Any

import typer

from casework.actors import Actor, Role, Viewer
from casework.clocks.calendars import SHANGHAI
from cli.context import operator
from cli.language import say
from cli.output import Output
from graph.explore.left_words import sentence
from graph.explore.values import GraphNode, Left

LimitOption = Annotated[int, typer.Option(min=1, max=800, help="最多条数 / at most")]
AfterOption = Annotated[str | None, typer.Option(help="翻页位置 / cursor")]
Since = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="起始日期 / first day")
]
Until = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="截止日期（含）/ last day")
]


def looker() -> Viewer:
    """Whoever runs commands on the server may look, always masked: no purpose is stated here."""
    name = operator()
    return Viewer(Actor(name, name, frozenset({Role.INSPECTOR}), name))


def begin_of(day: datetime | None) -> datetime | None:
    """Midnight in Shanghai with which a day begins."""
    return day.replace(tzinfo=SHANGHAI) if day else None


def end_of(day: datetime | None) -> datetime | None:
    """Midnight in Shanghai with which a day ends: ranges are whole days, both included."""
    start = begin_of(day)
    return start + timedelta(days=1) if start else None


def show(
    as_json: bool, value: dict[str, Any], lines: list[str], truncated: bool, left: Left = ()
) -> None:
    """Print an answer; one that is cut says so, and what was left out of it and why."""
    if truncated and not left:
        lines.append(say("……未显示全部", "… more exist"))
    lines += [say(sentence(one, "zh"), sentence(one, "en")) for one in left]
    Output(json=as_json).result(value, "\n".join(lines) or say("没有结果", "nothing"))


def line_of(node: GraphNode) -> str:
    """A node in one line."""
    return f"{node.id}  {node.label}"


def node_json(node: GraphNode) -> dict[str, Any]:
    """A node as scripts read it."""
    return {"id": node.id, "label": node.label, "props": dict(node.props)}


def left_json(left: Left) -> list[dict[str, Any]]:
    """What an answer lacks, as scripts read it."""
    return [
        {"part": one.part, "reason": one.why.value, "count": one.count, "bound": one.bound}
        for one in left
    ]
