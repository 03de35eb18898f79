"""Saved questions: the list of templates, and the answer of one."""

from __future__ import annotations

import enum

import strawberry

from api.context import Info
from api.map.convert import left_out_of, picture
from api.map.types import LeftOut, NodeKind, Subgraph
from api.paging import page_size
from graph.cases.marks import parties_of_open_cases
from graph.explore.permission import permit_map
from graph.patterns import template as saved
from graph.patterns.run import Cell, run_pattern


@strawberry.enum
class PatternParameterKind(enum.Enum):
    """A node of one of ``kinds``, a whole number, or a day such as 2026-01-31."""

    NODE = "node"
    NUMBER = "number"
    DAY = "day"


@strawberry.enum
class PatternColumnKind(enum.Enum):
    """What a column holds; amounts are yuan, times carry their offset."""

    NODE = "node"
    NODES = "nodes"
    NUMBER = "number"
    AMOUNT = "amount"
    TIME = "time"
    DAY = "day"
    FLAG = "flag"


@strawberry.type
class PatternParameter:
    """What a template asks for; one with a ``default`` may be left out."""

    name: str
    label: str
    kind: PatternParameterKind
    kinds: list[NodeKind]
    default: int | None
    least: int | None
    most: int | None


@strawberry.type
class PatternColumn:
    """A column of the answer."""

    name: str
    label: str
    kind: PatternColumnKind


@strawberry.type
class PatternTemplate:
    """A saved question in the reader's language; ``explanation`` says what else may be behind it."""

    key: str
    title: str
    explanation: str
    parameters: list[PatternParameter]
    columns: list[PatternColumn]


@strawberry.type
class PatternCell:
    """A value as text; ``nodeIds`` names the nodes of a NODE or NODES column."""

    text: str | None
    node_ids: list[strawberry.ID]


@strawberry.type
class PatternRow:
    """Cells in the order of the template's columns."""

    cells: list[PatternCell]


@strawberry.type
class PatternResult:
    """A page of rows, and the picture of the nodes in it."""

    template: PatternTemplate
    rows: list[PatternRow]
    graph: Subgraph
    truncated: bool
    end_cursor: str | None
    left_out: list[LeftOut]


@strawberry.input
class PatternValue:
    """A parameter's value as text: a node's id, a number, a day."""

    name: str
    value: str


KINDS = {"Institution": (NodeKind.HOSPITAL, NodeKind.PHARMACY)}


def template_of(found: saved.Template, language: str) -> PatternTemplate:
    """A template in the reader's language."""
    chinese = language == "zh"
    return PatternTemplate(
        key=found.key,
        title=found.title_zh if chinese else found.title_en,
        explanation=found.explain_zh if chinese else found.explain_en,
        parameters=[
            PatternParameter(
                name=one.name,
                label=one.label_zh if chinese else one.label_en,
                kind=PatternParameterKind(one.kind),
                kinds=[kind for of in one.of for kind in KINDS.get(of) or (NodeKind(of),)],
                default=one.default,
                least=one.least,
                most=one.most,
            )
            for one in found.parameters
        ],
        columns=[
            PatternColumn(
                name=one.name,
                label=one.label_zh if chinese else one.label_en,
                kind=PatternColumnKind(one.kind),
            )
            for one in found.columns
        ],
    )


def _cell(cell: Cell) -> PatternCell:
    return PatternCell(text=cell.text, node_ids=[strawberry.ID(node.id) for node in cell.nodes])


@strawberry.type
class PatternQueries:
    """Saved questions."""

    @strawberry.field
    async def pattern_templates(self, info: Info) -> list[PatternTemplate]:
        """All saved questions."""
        permit_map(info.context.viewer)
        return [template_of(found, info.context.language) for found in saved.templates().values()]

    @strawberry.field
    async def pattern(
        self,
        info: Info,
        key: str,
        parameters: list[PatternValue],
        first: int = 50,
        after: str | None = None,
    ) -> PatternResult:
        """Ask a saved question."""
        context = info.context
        given = {one.name: one.value for one in parameters}
        found = await run_pattern(
            context.driver, context.viewer, key, given, limit=page_size(first), after=after
        )
        drawn = found.picture
        ids = [node.id for node in drawn.nodes]
        return PatternResult(
            template=template_of(found.template, context.language),
            rows=[PatternRow(cells=[_cell(cell) for cell in row]) for row in found.rows],
            graph=picture(
                drawn.nodes,
                drawn.edges,
                truncated=drawn.truncated,
                missing=drawn.missing,
                left_out=drawn.left_out,
                marked=await parties_of_open_cases(context.driver, context.viewer, ids),
            ),
            truncated=found.truncated,
            end_cursor=found.cursor,
            left_out=left_out_of(found.left_out),
        )
