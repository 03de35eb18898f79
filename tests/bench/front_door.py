"""An inspector at the desk of a bench: the whole application, asked in-process as a page asks it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import neo4j

from api.app import build_app
from casework.actors import Actor, Role, console
from casework.commands.accounts import CreateAccount
from graph.accounts.passwords import change_password, create_account
from graph.accounts.read import find_account
from stack.endpoints import Endpoints
from stack.settings import Settings

PASSWORD = "Messung-gelb-7391"
SIGN_IN = """
mutation($a: String!, $p: String!) { r: sessionSignIn(input: {account: $a, password: $p}) {
  __typename ... on UserError { code } ... on SessionSuccess { session { csrfToken } } } }
"""
#: As the desk's graph page asks for a page of neighbours.
EXPAND = """
query Expand($id: ID!, $first: Int!) { expand(id: $id, first: $first) {
  nodes { id kind label sharers crowded inOpenCase properties { name value } }
  edges { id source target kind count amount first last } truncated endCursor } }
"""


@dataclass
class Desk:
    """A signed-in browser."""

    http: httpx.AsyncClient
    csrf: str = ""

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Run an operation; raises RuntimeError with the answer when it failed."""
        response = await self.http.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"X-CSRF-Token": self.csrf},
        )
        body: dict[str, Any] = response.json()
        if response.status_code != 200 or "errors" in body:
            raise RuntimeError(str(body))
        return dict(body["data"])


@asynccontextmanager
async def desk(
    settings: Settings, endpoints: Endpoints, driver: neo4j.AsyncDriver
) -> AsyncIterator[Desk]:
    """The application, and an inspector signed in to it."""
    first = await person(driver, "security", Role.SECURITY_ADMIN, console("bench"))
    await person(driver, "inspector", Role.INSPECTOR, first)
    app = build_app(settings.model_copy(update={"operations": "open"}), endpoints)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url="http://desk.test"
        ) as http,
    ):
        made = Desk(http)
        found = await made.ask(SIGN_IN, a="inspector", p=PASSWORD)
        made.csrf = found["r"]["session"]["csrfToken"]
        yield made


async def person(driver: neo4j.AsyncDriver, login: str, role: Role, maker: Actor) -> Actor:
    """A new account of that role with the password `PASSWORD`."""
    at = datetime.now(UTC)
    command = CreateAccount(login=login, name=login, person=login, roles=frozenset({role}))
    once = await create_account(driver, command, maker, at)
    account = await find_account(driver, login)
    if account is None:
        raise RuntimeError(f"account {login} was not made")
    await change_password(driver, account.actor, once, PASSWORD, at)
    return account.actor
