"""Persisted operations: in production the server runs only what the desk was built with.

The build writes ``frontend/dist/persisted.json``, hash → document. A request names the hash
(``documentId``, over HTTP or in the ``extensions`` of a WebSocket operation). Unregistered text is
refused in :class:`OnlyRegistered`, because WebSocket operations never pass the HTTP body parser.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from graphql import GraphQLError
from strawberry.extensions import SchemaExtension

PREFIX = "sha256:"


class Manifest:
    """The registered documents, by hash and by text."""

    def __init__(self, documents: dict[str, str]) -> None:
        self._by_hash = {_bare(key): text for key, text in documents.items()}
        self._texts = frozenset(self._by_hash.values())

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The build's manifest; an absent file registers nothing."""
        return cls(json.loads(path.read_text("utf-8")) if path.exists() else {})

    def text(self, document_id: object) -> str | None:
        """The document behind a hash, or None."""
        return self._by_hash.get(_bare(document_id)) if isinstance(document_id, str) else None

    def knows(self, text: str | None) -> bool:
        """Whether this very text was registered."""
        return text in self._texts


def _bare(document_id: str) -> str:
    return document_id.removeprefix(PREFIX)


def only_registered(manifest: Manifest, *, open_operations: bool) -> type[SchemaExtension]:
    """The extension that turns hashes into text and refuses the rest."""

    class OnlyRegistered(SchemaExtension):
        def on_operation(self) -> Iterator[None]:
            context = self.execution_context
            named = (context.operation_extensions or {}).get("documentId") or context.query
            text = manifest.text(named)
            if text is not None:
                context.query = text
            elif not open_operations and not manifest.knows(context.query):
                chinese = getattr(context.context, "language", "zh") == "zh"
                raise GraphQLError(
                    "操作未登记：页面版本与服务器不一致，请刷新页面。"
                    if chinese
                    else "The operation is not registered: page and server differ, reload the page.",
                    extensions={"code": "OPERATION_NOT_REGISTERED"},
                )
            yield

    return OnlyRegistered
