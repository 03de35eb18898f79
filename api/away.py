"""What is said while Neo4j cannot be reached: a code to wait on, never a fault of the asker."""

from __future__ import annotations

from typing import Final

from neo4j.exceptions import ServiceUnavailable, SessionExpired
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.languages import language_of

#: The driver's words for a server that is gone, restarting, or was lost in the middle of a query.
AWAY: Final = (ServiceUnavailable, SessionExpired)
CODE: Final = "STORE_AWAY"
ZH: Final = "图数据库暂时连接不上，请稍候，系统会自动恢复。"
EN: Final = "The graph database cannot be reached for the moment; it is being brought back."
RETRY_SECONDS: Final = 5


async def answer_away(request: Request, error: Exception) -> Response:
    """503 in the shape of a GraphQL answer: not even the account could be read."""
    message = ZH if language_of(request) == "zh" else EN
    body = {"data": None, "errors": [{"message": message, "extensions": {"code": CODE}}]}
    return JSONResponse(body, status_code=503, headers={"Retry-After": str(RETRY_SECONDS)})
