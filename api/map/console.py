"""The Cypher console: a mutation, because every query leaves an event."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.scalars import JSON

from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid
from api.map.convert import left_out_of
from api.map.types import CypherTable
from api.results import CypherResult
from graph.console.run import MAX_ROWS, run_cypher


@strawberry.input
class CypherRunInput:
    """``parameters`` is a JSON object whose entries the query names as $name."""

    query: str
    parameters: strawberry.scalars.JSON | None = None
    limit: int = 100


@strawberry.type
class ConsoleMutations:
    """Asking the map in Cypher."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def cypher_run(self, info: Info, input: CypherRunInput) -> CypherResult:
        """One reading query, for at most ten seconds and 1,000 rows."""
        context = info.context
        given: Any = input.parameters or {}
        if not isinstance(given, dict):
            raise Invalid("parameters", "参数须是 JSON 对象。", "Parameters must be a JSON object.")
        if not 1 <= input.limit <= MAX_ROWS:
            raise Invalid(
                "limit", f"行数须在 1 到 {MAX_ROWS} 之间。", f"Between 1 and {MAX_ROWS} rows."
            )
        found = await run_cypher(
            context.driver, context.actor, input.query, given, at=context.at, limit=input.limit
        )
        return CypherTable(
            columns=list(found.columns),
            rows=[JSON(list(row)) for row in found.rows],
            truncated=found.truncated,
            left_out=left_out_of(found.left_out),
        )
