"""Strawberry's ASGI view with our context, documents by hash, and CSRF protection."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cross_web import AsyncHTTPRequestAdapter, HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http import GraphQLRequestData
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from api.bodies import read_json
from api.context import Context, Services, build_context

if TYPE_CHECKING:
    from strawberry.schema import BaseSchema


class DeskGraphQL(GraphQL[Context, None]):
    """The one endpoint of the desk."""

    def __init__(self, schema: BaseSchema, services: Services) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=10),
            max_subscriptions_per_connection=20,
        )
        self.services = services

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        return await build_context(self.services, request, response)

    async def parse_http_body(
        self, request: AsyncHTTPRequestAdapter
    ) -> GraphQLRequestData | list[GraphQLRequestData]:
        data: Any = await self._body(request)
        document_id = data.get("documentId")
        if document_id is not None and not data.get("query"):
            text = self.services.manifest.text(document_id)
            if text is None:
                raise HTTPException(400, "操作未登记：请刷新页面。 (unknown documentId)")
            data["query"] = text
        for field, kind in (("query", str), ("variables", dict), ("extensions", dict)):
            if not isinstance(data.get(field), (kind, type(None))):
                raise HTTPException(400, f"`{field}` has the wrong type")
        return GraphQLRequestData(
            query=data.get("query"),
            variables=data.get("variables"),
            operation_name=data.get("operationName"),
            extensions=data.get("extensions"),
        )

    async def _body(self, request: AsyncHTTPRequestAdapter) -> dict[str, Any]:
        if request.method != "POST" or "application/json" not in (request.content_type or ""):
            raise HTTPException(400, "POST application/json")
        body = await request.get_body()
        try:
            data = read_json(body if isinstance(body, bytes) else body.encode())
        except ValueError:
            raise HTTPException(400, "The body is no JSON that can be read") from None
        if not isinstance(data, dict):
            raise HTTPException(400, "Batching is switched off")
        return data

    async def on_ws_connect(self, context: Context) -> dict[str, object] | None:
        if context.session is None:
            raise ConnectionRejectionError({"code": "SIGN_IN_NEEDED"})
        return None
