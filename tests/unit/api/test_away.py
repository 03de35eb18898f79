"""Neo4j away: whoever asks gets a code to wait on, in the language asked for, and no traceback."""

import time
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from neo4j.exceptions import ServiceUnavailable, SessionExpired
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.away import AWAY, answer_away
from api.persisted import Manifest
from api.schema import build_schema
from casework.actors import Actor, Role, Viewer
from graph.accounts.read import find_account
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints


class Gone:
    """A driver whose server has left."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def session(self, **_: Any) -> Any:
        raise self.error


@pytest.mark.parametrize("error", [ServiceUnavailable("gone"), SessionExpired("gone")])
async def test_a_question_to_the_map_says_that_the_map_is_away(error: Exception) -> None:
    actor = Actor("li", "李稽查", frozenset({Role.INSPECTOR}), "li")
    context = SimpleNamespace(
        driver=Gone(error), actor=actor, viewer=Viewer(actor), language="zh", request=None
    )
    schema = build_schema(Manifest({}), open_operations=True)
    answer = await schema.execute(
        '{ activity(ids: ["Patient:1"]) { truncated } }', context_value=context
    )
    assert answer.errors is not None
    assert (answer.errors[0].extensions or {})["code"] == "STORE_AWAY"
    assert "自动恢复" in answer.errors[0].message


@pytest.mark.parametrize(("language", "word"), [("zh", "图数据库"), ("en", "graph database")])
async def test_not_even_the_account_can_be_read(language: str, word: str) -> None:
    async def fails(request: Request) -> Response:
        raise ServiceUnavailable("gone")

    app = Starlette(routes=[Route("/", fails)], exception_handlers=dict.fromkeys(AWAY, answer_away))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk.test") as http:
        answer = await http.get("/", headers={"X-Jicha-Language": language})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == "STORE_AWAY"
    assert word in error["message"]


async def test_whoever_asks_while_the_map_is_away_is_told_at_once() -> None:
    """The account is read first; nobody waits for half a minute of retries behind it."""
    nobody = Endpoints(neo4j_uri="bolt://127.0.0.1:9", neo4j_user="neo4j", neo4j_password="none")
    async with neo4j_driver(nobody) as driver:
        began = time.monotonic()
        with pytest.raises(AWAY):
            await find_account(driver, "li")
    assert time.monotonic() - began < 5
