"""Subscriptions over a WebSocket: who may watch what, and that a socket ends with its session."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from stack import jobs_async

PATIENCE = 20
JOBS = "subscription { jobProgress { jobId kind state done total } }"
CHANGED = "subscription { changed }"


class Socket:
    """A browser's end of a WebSocket, spoken to the application itself."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def say(self, **message: Any) -> None:
        """Send one message of the protocol."""
        await self.sent.put({"type": "websocket.receive", "text": json.dumps(message)})

    async def hear(self) -> dict[str, Any]:
        """The next message; the close of the socket is one, too."""
        while True:
            event = await asyncio.wait_for(self.heard.get(), PATIENCE)
            if event["type"] == "websocket.close":
                return {"type": "close", "code": event["code"]}
            if event["type"] == "websocket.send":
                told: dict[str, Any] = json.loads(event.get("text") or event["bytes"])
                if told["type"] != "ping":
                    return told

    async def watch(self, query: str) -> None:
        """Open the protocol and subscribe."""
        await self.say(type="connection_init")
        assert (await self.hear())["type"] == "connection_ack"
        await self.say(type="subscribe", id="1", payload={"query": query})


@asynccontextmanager
async def socket_of(world: Any, desk: Any) -> AsyncIterator[Socket]:
    """A socket with the cookies of a desk."""
    socket = Socket()
    cookies = "; ".join(f"{one.name}={one.value}" for one in desk.http.cookies.jar)
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "scheme": "ws",
        "path": "/graphql",
        "raw_path": b"/graphql",
        "root_path": "",
        "query_string": b"",
        "headers": [
            (b"host", b"desk.test"),
            (b"origin", b"http://desk.test"),
            (b"cookie", cookies.encode()),
        ],
        "subprotocols": ["graphql-transport-ws"],
        "client": ("127.0.0.1", 1),
        "server": ("desk.test", 80),
        "state": {},
        "extensions": {},
    }
    await socket.sent.put({"type": "websocket.connect"})
    running = asyncio.create_task(world.app(scope, socket.sent.get, socket.heard.put))
    try:
        yield socket
    finally:
        await socket.sent.put({"type": "websocket.disconnect", "code": 1000})
        with suppress(asyncio.TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(running, PATIENCE)


async def a_job(world: Any, by: str) -> str:
    """A job as the front door records it."""
    valkey = world.app.state.services.valkey
    made: str = await jobs_async.create(valkey, "audit", {}, by, datetime.now(UTC))
    return made


async def listening(world: Any, channel: str) -> None:
    """Wait until somebody listens, so that no news is lost before the watcher is there."""
    valkey = world.app.state.services.valkey
    for _ in range(PATIENCE * 20):
        if dict(await valkey.pubsub_numsub(channel)).get(channel):
            return
        await asyncio.sleep(0.05)
    pytest.fail(f"nobody listens to {channel}")


async def test_an_inspector_sees_jobs_move(world: Any) -> None:
    valkey = world.app.state.services.valkey
    async with socket_of(world, world.people["inspector"]) as socket:
        await socket.watch(JOBS)
        await listening(world, "jicha:jobs")
        job_id = await a_job(world, "inspector")
        told = await socket.hear()
        assert told["type"] == "next", told
        seen = told["payload"]["data"]["jobProgress"]
        assert (seen["jobId"], seen["kind"], seen["state"]) == (job_id, "AUDIT", "queued")
        await jobs_async.request_cancel(valkey, job_id, datetime.now(UTC))
        assert (await socket.hear())["payload"]["data"]["jobProgress"]["jobId"] == job_id


@pytest.mark.parametrize("who", ["doctor", "office", "security"])
async def test_to_others_jobs_do_not_exist(world: Any, who: str) -> None:
    async with socket_of(world, world.people[who]) as socket:
        await socket.watch(JOBS)
        told = await socket.hear()
        errors = told["payload"] if told["type"] == "error" else told["payload"]["errors"]
        assert errors
        assert "data" not in told["payload"] or told["payload"]["data"] is None


async def test_nobody_watches_without_signing_in(world: Any) -> None:
    async with socket_of(world, world.browser()) as socket:
        await socket.say(type="connection_init")
        told = await socket.hear()
        assert told["type"] == "close"


async def test_the_inbox_hears_what_changed_and_outsiders_only_of_what_kind(world: Any) -> None:
    inspector, doctor = world.people["inspector"], world.people["doctor"]
    async with socket_of(world, inspector) as inside, socket_of(world, doctor) as outside:
        await inside.watch(CHANGED)
        await outside.watch(CHANGED)
        await listening(world, "jicha:changes")
        await asyncio.sleep(0.2)
        opened = await inspector.ask(
            "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on CaseSuccess "
            "{ caseFile { case { caseNo } } } } }",
            input={
                "title": "收件箱",
                "source": "TIP",
                "summary": "x",
                "conductFrom": "2025-01-01",
                "conductTo": "2025-02-01",
                "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "医院"},
            },
        )
        number = opened["r"]["caseFile"]["case"]["caseNo"]
        assert (await inside.hear())["payload"]["data"] == {"changed": f"case:{number}"}
        assert (await outside.hear())["payload"]["data"] == {"changed": "case"}


async def test_a_second_sign_in_ends_the_socket_of_the_first(world: Any) -> None:
    first = await world.sign_in("agency2")
    async with socket_of(world, first) as socket:
        await socket.watch(JOBS)
        await listening(world, "jicha:jobs")
        world.people["agency2"] = await world.sign_in("agency2")
        await a_job(world, "inspector")
        assert (await socket.hear())["type"] in {"complete", "close"}


async def test_a_socket_answers_no_questions(world: Any) -> None:
    async with socket_of(world, world.people["inspector"]) as socket:
        await socket.watch("{ session { me { account } } }")
        told = await socket.hear()
        assert "NOT_OVER_SOCKET" in json.dumps(told)
