"""The vault does not answer: people are told in their language what to do, and nothing is written."""

import hashlib
import re
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api.app import build_app
from stack.endpoints import Endpoints
from tests.api.test_evidence import upload

HAN = re.compile(r"[\u3400-\u9fff]")
START = (
    "mutation($input: EvidenceUploadStartInput!) { r: evidenceUploadStart(input: $input) "
    "{ __typename ... on UserError { code message } } }"
)


@pytest_asyncio.fixture(loop_scope="session")
async def without_vault(world: Any, endpoints: Endpoints) -> AsyncIterator[Any]:
    """The inspector at a desk whose object store is gone; the other stores are there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}"
    app = build_app(world.settings, replace(endpoints, s3_endpoint=nobody))
    desk = world.people["inspector"]
    http = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url="http://desk.test",
        cookies=desk.http.cookies,
    )
    async with http:
        yield replace(desk, http=http)


@pytest.mark.parametrize(
    ("language", "why", "cure"),
    [
        ("zh", "对象存储连不上", "请用 jicha status 查看"),
        ("en", "The object store cannot be reached", "see with `jicha status`"),
    ],
)
async def test_an_upload_is_told_why_and_what_to_do(
    world: Any, without_vault: Any, language: str, why: str, cure: str
) -> None:
    before = await world.events()
    without_vault.language = language
    wanted = {"name": "a.pdf", "size": 10, "mediaType": "application/pdf"}
    told = (await without_vault.ask(START, input=wanted))["r"]
    assert why in told["message"]
    assert cure in told["message"]
    assert language == "zh" or not HAN.search(told["message"])
    assert await world.events() == before


async def test_an_export_is_told_so_too(world: Any, without_vault: Any) -> None:
    body = b"%PDF-1.4 away"
    digest = hashlib.sha256(body).hexdigest()
    done = await upload(world.people["inspector"], body, size=len(body), sha256=digest)
    item = done["evidence"]["evidenceId"]
    before = await world.events()
    answer = await without_vault.send(f"/export/evidence/{item}", {"purpose": "核对"})
    assert (answer.status_code, answer.json()["code"]) == (503, "STORE_UNREACHABLE")
    assert "对象存储连不上" in answer.json()["message"]
    assert await world.events() == before, "nobody looked at anything"
