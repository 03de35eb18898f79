"""The Cypher console: a mutation, because every query leaves an event; what may be asked; one's own
earlier queries."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid
from api.map.convert import left_out_of
from api.map.types import CypherTable
from api.results import CypherResult
from graph.console.guide import Field, Shape, examples, labels, relationships
from graph.console.history import asked_before
from graph.console.permit import permit_console
from graph.console.run import MAX_ROWS, TIMEOUT, run_cypher


@strawberry.input
class CypherRunInput:
    """``parameters`` is a JSON object whose entries the query names as $name."""

    query: str
    parameters: strawberry.scalars.JSON | None = None
    limit: int = 100


@strawberry.type
class CypherField:
    """A property of the map; a ``personal`` one may only be a masked column of its own."""

    name: str
    type: str
    meaning: str
    personal: bool


@strawberry.type
class CypherShape:
    """A label, or a relationship type with the labels at its ends."""

    name: str
    fields: list[CypherField]
    source: str
    target: str


@strawberry.type
class CypherExample:
    """A query to begin with; ``parameters`` is JSON text."""

    key: str
    title: str
    query: str
    parameters: str


@strawberry.type
class CypherGuide:
    """What the console answers: the declared map, the bounds, and until when one may ask."""

    labels: list[CypherShape]
    relationships: list[CypherShape]
    examples: list[CypherExample]
    max_rows: int
    seconds: int
    until: date


@strawberry.type
class CypherAsked:
    """An earlier query of one's own; ``refused`` if it did not run."""

    at: datetime
    query: str
    refused: bool


@strawberry.type
class ConsoleQueries:
    """For those who were granted the console."""

    @strawberry.field
    async def cypher_guide(self, info: Info) -> CypherGuide:
        """The schema as declared, examples and bounds."""
        context = info.context
        until = await permit_console(context.driver, context.actor, context.at)
        return CypherGuide(
            labels=[_shape(one) for one in labels()],
            relationships=[_shape(one) for one in relationships()],
            examples=[
                CypherExample(
                    key=one.key,
                    title=context.say(one.title_zh, one.title_en),
                    query=one.query,
                    parameters=one.parameters,
                )
                for one in examples()
            ],
            max_rows=MAX_ROWS,
            seconds=round(TIMEOUT),
            until=until,
        )

    @strawberry.field
    async def cypher_history(self, info: Info, first: int = 50) -> list[CypherAsked]:
        """One's own last queries as they stand on record, newest first."""
        context = info.context
        found = await asked_before(context.driver, context.actor, at=context.at, limit=first)
        return [CypherAsked(at=one.at, query=one.query, refused=bool(one.refused)) for one in found]


@strawberry.type
class ConsoleMutations:
    """Asking the map in Cypher."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def cypher_run(self, info: Info, input: CypherRunInput) -> CypherResult:
        """One reading query, for at most ten seconds and 1,000 rows."""
        context = info.context
        found = await run_cypher(
            context.driver,
            context.actor,
            input.query,
            parameters_of(input.parameters),
            at=context.at,
            limit=limit_of(input.limit),
        )
        return CypherTable(
            columns=list(found.columns),
            rows=[JSON(list(row)) for row in found.rows],
            truncated=found.truncated,
            left_out=left_out_of(found.left_out),
        )


def parameters_of(given: Any) -> dict[str, Any]:
    """The parameters; raises :class:`Invalid` for anything but an object."""
    if not isinstance(given or {}, dict):
        raise Invalid("parameters", "参数须是 JSON 对象。", "Parameters must be a JSON object.")
    return given or {}


def limit_of(given: Any) -> int:
    """The number of rows; raises :class:`Invalid` outside the bounds."""
    if not isinstance(given, int) or not 1 <= given <= MAX_ROWS:
        raise Invalid(
            "limit", f"行数须在 1 到 {MAX_ROWS} 之间。", f"Between 1 and {MAX_ROWS} rows."
        )
    return given


def _shape(shape: Shape) -> CypherShape:
    return CypherShape(
        name=shape.name,
        fields=[_field(one) for one in shape.fields],
        source=shape.source,
        target=shape.target,
    )


def _field(field: Field) -> CypherField:
    return CypherField(
        name=field.name, type=field.type, meaning=field.meaning, personal=field.personal
    )
