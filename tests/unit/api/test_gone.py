"""A browser that goes on to another page is no fault of the server's."""

from typing import Any

import pytest
from starlette.requests import Request

from api.guard import HeadersMiddleware


async def reads(scope: Any, receive: Any, send: Any) -> None:
    await Request(scope, receive).body()


async def breaks(scope: Any, receive: Any, send: Any) -> None:
    raise RuntimeError("a fault")


async def gone() -> dict[str, str]:
    return {"type": "http.disconnect"}


async def never(message: Any) -> None:
    raise AssertionError("nobody is left to answer")


SCOPE = {"type": "http", "method": "POST", "path": "/graphql", "headers": []}


async def test_a_question_that_its_browser_took_back_ends_quietly() -> None:
    await HeadersMiddleware(reads, "")(SCOPE, gone, never)


async def test_a_fault_is_still_a_fault() -> None:
    with pytest.raises(RuntimeError):
        await HeadersMiddleware(breaks, "")(SCOPE, gone, never)
