"""The API as several processes: one session, one log of changes, one death at a time."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import psutil
import pytest
import websockets
from websockets.typing import Origin, Subprotocol

from cli.load.door import GUEST, SIGN_IN, guest
from stack.apps import Api
from stack.clients import valkey_async
from stack.endpoints import Endpoints
from stack.home import Home
from stack.process import wait_until
from stack.settings import Settings, load_settings

PATIENCE = 120.0
PROTOCOL = Subprotocol("graphql-transport-ws")
WHO = {"query": "{ session { me { account } } }"}


@pytest.fixture
def settings_of_two(monkeypatch: pytest.MonkeyPatch, endpoints: Endpoints) -> Settings:
    monkeypatch.setenv("JICHA_API_PORT", "0")
    monkeypatch.setenv("JICHA_API_WORKERS", "2")
    monkeypatch.setenv("JICHA_OPERATIONS", "open")
    return load_settings()


@pytest.fixture
def api(settings_of_two: Settings) -> Iterator[Api]:
    service = Api(Home(settings_of_two.home), settings_of_two)
    service.start(print)
    yield service
    service.stop(print)


def workers(service: Api) -> list[psutil.Process]:
    """The processes that answer: children that were started for it, the dead ones left out."""
    live = service.running()
    found = []
    for one in live.children() if live else []:
        with suppress(psutil.Error):
            if "spawn_main" in " ".join(one.cmdline()):
                found.append(one)
    return found


async def sign_in(http: httpx.AsyncClient, password: str) -> dict[str, Any]:
    body = {"query": SIGN_IN, "variables": {"a": GUEST, "p": password}}
    found: dict[str, Any] = (await http.post("/graphql", json=body)).json()["data"]["r"]
    assert found["__typename"] == "SessionSuccess", found
    return found


async def accounts(address: str, cookies: Any, csrf: str, times: int) -> list[str]:
    """Who one is, each time over a connection of its own."""
    found = []
    for _ in range(times):
        async with httpx.AsyncClient(base_url=address, cookies=cookies, timeout=PATIENCE) as http:
            answer = await http.post("/graphql", json=WHO, headers={"X-CSRF-Token": csrf})
            found.append(answer.json()["data"]["session"]["me"]["account"])
    return found


def test_processes_share_sessions_and_news_and_survive_each_other(
    api: Api, endpoints: Endpoints
) -> None:
    with guest(endpoints, "tester") as password:
        asyncio.run(_together(api, endpoints, password))
    # The parent dies: nobody keeps the port.
    family, live = workers(api), api.running()
    assert live is not None
    live.kill()
    _, left = psutil.wait_procs(family, timeout=60)
    assert left == []


async def _together(api: Api, endpoints: Endpoints, password: str) -> None:
    async with httpx.AsyncClient(base_url=api.address, timeout=PATIENCE) as http:
        csrf = (await sign_in(http, password))["session"]["csrfToken"]
        cookies = http.cookies
    assert await accounts(api.address, cookies, csrf, 20) == [GUEST] * 20
    await _everyone_hears(api.address, cookies, endpoints)
    first = workers(api)
    assert len(first) == 2
    # One process dies: the other answers, and a new one takes its place.
    first[0].kill()
    assert wait_until(lambda: len({*workers(api)} - {*first}) == 1, PATIENCE, 0.5)
    assert await accounts(api.address, cookies, csrf, 10) == [GUEST] * 10


async def _everyone_hears(address: str, cookies: Any, endpoints: Endpoints) -> None:
    """Sockets, wherever they end, hear of a change that some process told."""
    header = {"Cookie": "; ".join(f"{one.name}={one.value}" for one in cookies.jar)}
    url = address.replace("http", "ws") + "/graphql"
    sockets = [
        await websockets.connect(
            url, subprotocols=[PROTOCOL], additional_headers=header, origin=Origin(address)
        )
        for _ in range(6)
    ]
    for socket in sockets:
        await socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        asked = {"id": "1", "type": "subscribe", "payload": {"query": "subscription { changed }"}}
        await socket.send(json.dumps(asked))
    valkey = valkey_async(endpoints)
    await asyncio.sleep(2)
    await valkey.publish("jicha:changes", "case:K1")
    for socket in sockets:
        told = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
        assert told["payload"]["data"] == {"changed": "case:K1"}
        await socket.close()
    await valkey.aclose()
