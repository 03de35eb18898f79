"""The security posture of the schema, on one page.

Depth, aliases, tokens and an own cost rule bound what one request may ask; unexpected errors are
masked; introspection is closed unless operations are open (development).
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from typing import Any, Final

import strawberry
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationRule,
)
from starlette.websockets import WebSocket
from strawberry.extensions import (
    AddValidationRules,
    DisableIntrospection,
    MaskErrors,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    SchemaExtension,
    ValidationCache,
)
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from api import away
from api.errors import ApiError
from casework.refusal import Refusal
from evidence.errors import EvidenceError

log = logging.getLogger("jicha.api")

MAX_DEPTH = 12
MAX_ALIASES = 15
MAX_TOKENS = 2000
#: Rows that one request may ask for, nested pages multiplied.
MAX_COST = 20_000
#: What a page costs when its size is given by a variable.
ASSUMED_PAGE = 50


class WatchOnly(SchemaExtension):
    """A socket carries subscriptions alone: its context is as old as the socket, and it has no CSRF."""

    def on_execute(self) -> Iterator[None]:
        """Refuse queries and mutations that came over a socket."""
        asked = self.execution_context
        socket = isinstance(getattr(asked.context, "request", None), WebSocket)
        if socket and asked.operation_type is not OperationType.SUBSCRIPTION:
            raise GraphQLError("POST /graphql", extensions={"code": "NOT_OVER_SOCKET"})
        yield


class PresentErrors(MaskErrors):
    """Our own refusals in the reader's language with their code; what no one foresaw is masked.

    A masked error carries a reference that stands in the server's log beside the traceback.
    """

    def anonymise_error(self, error: GraphQLError) -> GraphQLError:
        original = error.original_error
        if isinstance(original, ApiError | Refusal | EvidenceError):
            chinese = self.execution_context.context.language == "zh"
            text = original.message_zh if chinese else original.message_en
            return _restated(error, text, {"code": original.code.upper()})
        if isinstance(original, away.AWAY):
            chinese = self.execution_context.context.language == "zh"
            return _restated(error, away.ZH if chinese else away.EN, {"code": away.CODE})
        reference = secrets.token_hex(4)
        log.error("unexpected error %s at %s", reference, error.path, exc_info=original)
        said = {"code": "INTERNAL", "reference": reference}
        chinese = self.execution_context.context.language == "zh"
        text = (
            f"系统内部错误，已记录（编号 {reference}）。"
            if chinese
            else f"Internal error, on record as {reference}."
        )
        return _restated(error, text, said)


class QuietSchema(strawberry.Schema):
    """A schema whose log tells refusals from faults.

    Strawberry logs every error with its traceback; a person without a session, or a document that
    the limits refuse, is an expected answer and gets one line.
    """

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log what was expected as one line, and the rest as strawberry does."""
        for error in errors:
            if isinstance(error.original_error, ApiError | Refusal | EvidenceError):
                log.info("refused %s: %s", error.path, error.original_error.code)
            elif error.original_error is None or isinstance(error.original_error, GraphQLError):
                log.info("refused: %s", error.message)
            elif isinstance(error.original_error, away.AWAY):
                log.warning("neo4j is away at %s: %s", error.path, error.original_error)
            else:
                super().process_errors([error], execution_context)


def needs_presenting(error: GraphQLError) -> bool:
    """Validation messages stay as they are; whatever a resolver raised is restated."""
    original = error.original_error
    return original is not None and not isinstance(original, GraphQLError)


def _restated(error: GraphQLError, text: str, extensions: dict[str, str]) -> GraphQLError:
    return GraphQLError(
        text,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions=extensions,
    )


class CostRule(ValidationRule):
    """Refuses a document whose nested page sizes multiply beyond :data:`MAX_COST`."""

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        cost = self._cost(node.selection_set, 1, frozenset())
        if cost > MAX_COST:
            self.report_error(
                GraphQLError(
                    f"The query asks for up to {cost} rows; at most {MAX_COST} are allowed.",
                    nodes=[node],
                )
            )

    def _cost(self, selections: SelectionSetNode | None, rows: int, seen: frozenset[str]) -> int:
        if selections is None:
            return 0
        total = 0
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                size = rows * _page(selection)
                total += (size if size > rows else 0) + self._cost(
                    selection.selection_set, size, seen
                )
            elif isinstance(selection, InlineFragmentNode):
                total += self._cost(selection.selection_set, rows, seen)
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                fragment = self.context.get_fragment(name)
                if fragment is not None and name not in seen:
                    total += self._cost(fragment.selection_set, rows, seen | {name})
        return total


def _page(field: FieldNode) -> int:
    for argument in field.arguments or ():
        if argument.name.value == "first":
            value = argument.value
            return max(1, int(value.value)) if isinstance(value, IntValueNode) else ASSUMED_PAGE
    return 1


#: Made once: a limiter builds new rule classes each time it is made, and the cache of validated
#: documents, which keeps the rules in its key, would never meet a document again.
RULES: Final = [
    *QueryDepthLimiter(max_depth=MAX_DEPTH).validation_rules,
    *MaxAliasesLimiter(max_alias_count=MAX_ALIASES).validation_rules,
    CostRule,
]


def extensions(*, open_operations: bool) -> list[type[SchemaExtension] | Callable[[], Any]]:
    """Extensions of the schema as factories (strawberry deprecates instances)."""
    listed: list[type[SchemaExtension] | Callable[[], Any]] = [
        WatchOnly,
        lambda: PresentErrors(should_mask_error=needs_presenting),
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: AddValidationRules(RULES),
        lambda: ParserCache(maxsize=256),
        lambda: ValidationCache(maxsize=256),
    ]
    if not open_operations:
        listed.append(DisableIntrospection)
    return listed
