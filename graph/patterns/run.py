"""Asking a saved question: parameters checked, rows masked, pages bounded, the time limited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import neo4j
import neo4j.graph
import neo4j.time

from casework.actors import Viewer
from casework.refusal import refuse
from graph.explore.cursor import read_offset, write_offset
from graph.explore.ids import not_found, parse_ref
from graph.explore.permission import permit_map
from graph.explore.present import moment, present, yuan
from graph.explore.reading import bounded, read_in_time
from graph.explore.resolve import resolve
from graph.explore.subgraph import subgraph
from graph.explore.values import GraphNode, Left, Subgraph
from graph.patterns.template import Column, Parameter, Template, templates

# A saved question looks at more than one expansion does.
TIMEOUT: Final = 15.0
FIRST_YEAR, LAST_YEAR = 1900, 2999


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as text (amount in yuan, time ISO 8601 with offset), or the nodes that it names."""

    text: str | None
    nodes: tuple[GraphNode, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternResult:
    """A page of rows, cells in the order of the columns, and the picture of their nodes."""

    template: Template
    rows: tuple[tuple[Cell, ...], ...]
    picture: Subgraph
    truncated: bool
    cursor: str | None
    left_out: Left


async def run_pattern(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    key: str,
    parameters: Mapping[str, str],
    *,
    limit: int = 50,
    after: str | None = None,
) -> PatternResult:
    """Ask the template `key`; values of `parameters` are texts (a node's public id, 2, 2026-01-31).

    Refusals: ROLE_REQUIRED, NOT_FOUND (template or node), FIELD_REQUIRED, BAD_VALUE.
    """
    permit_map(viewer)
    template = templates().get(key)
    if template is None:
        raise not_found(key)
    size, skip = bounded(limit), read_offset(after)
    values = bind(template, parameters)
    chosen = [parameters[p.name] for p in template.parameters if p.kind == "node"]
    known = await resolve(driver, chosen)
    if known.missing:
        raise not_found(known.missing[0])
    # The text is a file of this package, never input; a test holds it against the console's gate.
    query: Any = template.cypher + "\nSKIP $skip LIMIT $limit"
    ask = {**values, "skip": skip, "limit": size + 1}
    rows, left = await read_in_time(driver, query, ask, "pattern", TIMEOUT)
    shown = tuple(
        tuple(cell_of(column, row[column.name], viewer) for column in template.columns)
        for row in rows[:size]
    )
    named = [node.id for node in _nodes(shown)]
    picture = await subgraph(driver, viewer, [*chosen, *named])
    more = len(rows) > size
    cursor = write_offset(skip + size, more)
    return PatternResult(template, shown, picture, more or bool(left), cursor, left)


def bind(template: Template, given: Mapping[str, str]) -> dict[str, Any]:
    """The query's parameters. Refusals: FIELD_REQUIRED, BAD_VALUE, NOT_FOUND (a malformed id)."""
    unknown = sorted(set(given) - {parameter.name for parameter in template.parameters})
    if unknown:
        raise refuse(
            "BAD_VALUE",
            field=unknown[0][:40],
            why="此模板没有这个参数",
            why_en="this template has no such parameter",
        )
    return {p.name: _value(p, given.get(p.name)) for p in template.parameters}


def _value(parameter: Parameter, text: str | None) -> Any:
    if text is None or not text.strip():
        if parameter.default is None:
            raise refuse("FIELD_REQUIRED", field=parameter.label_zh, field_en=parameter.label_en)
        return parameter.default
    if parameter.kind == "node":
        ref = parse_ref(text)
        if ref.kind not in parameter.of:
            raise refuse(
                "BAD_VALUE",
                field=parameter.label_zh,
                field_en=parameter.label_en,
                why="所选对象的类型不对",
                why_en="an object of another kind was chosen",
            )
        return ref.key
    if parameter.kind == "day":
        return _midnight(parameter, text)
    return _number(parameter, text)


def _number(parameter: Parameter, text: str) -> int:
    least, most = parameter.least or 0, parameter.most or 1_000_000
    number = int(text) if text.strip().isascii() and text.strip().isdigit() else -1
    if not least <= number <= most:
        raise refuse(
            "BAD_VALUE",
            field=parameter.label_zh,
            field_en=parameter.label_en,
            why=f"应为 {least} 至 {most} 的整数",
            why_en=f"a whole number from {least} to {most}",
        )
    return number


def _midnight(parameter: Parameter, text: str) -> datetime:
    """The wall time at which the day begins; the one at which it ends for `to`."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        why, why_en = "应为 2026-01-31 这样的日期", "a date such as 2026-01-31"
        raise refuse(
            "BAD_VALUE",
            field=parameter.label_zh,
            field_en=parameter.label_en,
            why=why,
            why_en=why_en,
        ) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refuse(
            "BAD_VALUE",
            field=parameter.label_zh,
            field_en=parameter.label_en,
            why="日期须在 1900 至 2999 年之间",
            why_en="the year has to be between 1900 and 2999",
        )
    return datetime.combine(day + timedelta(days=parameter.name == "to"), time.min)


def cell_of(column: Column, value: Any, viewer: Viewer) -> Cell:
    """A value of the store as the viewer may see it."""
    if value is None:
        return Cell(None)
    if column.kind in ("node", "nodes"):
        nodes = value if isinstance(value, list) else [value]
        seen = tuple(present(node, viewer) for node in nodes)
        return Cell("、".join(node.label for node in seen), seen)
    if column.kind == "amount":
        return Cell(str(yuan(value)))
    if column.kind == "time":
        at = moment(value)
        return Cell(at.isoformat() if at else None)
    if isinstance(value, bool):
        return Cell("true" if value else "false")
    return Cell(value.iso_format() if isinstance(value, neo4j.time.Date) else str(value))


def _nodes(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[GraphNode]:
    for row in rows:
        for cell in row:
            yield from cell.nodes
