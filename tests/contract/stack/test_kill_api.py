"""kill -9 of the API while it takes evidence in: what it acknowledged is there, nothing is half
there, and an upload that was cut off is finished by asking again."""

import asyncio
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import neo4j
import pytest
from minio import Minio

from casework.actors import ANY_LETTER, Actor, Role, console
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.delegation import EntrustCentre
from evidence.errors import ObjectMissingError
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from evidence.vaulting import vault_key
from graph.accounts.passwords import change_password, create_account
from graph.commands import execute
from graph.events.load import load
from graph.events.verify import verify_all
from graph.migrate import migrate
from stack.endpoints import Endpoints

PASSWORD = "Pruefung-weiss-7391"
SIZE = 40 << 20
PATIENCE_SECONDS = 240
NOW = datetime.now(UTC)
WRITER = Actor("ins1", "INS1", frozenset({Role.INSPECTOR}), "p-ins1", letters=(ANY_LETTER,))
HEAD = Actor("head", "HEAD", frozenset({Role.HEAD}), "p-head")
FIRST = date(2026, 1, 5)
START = (
    "mutation($input: EvidenceUploadStartInput!) { r: evidenceUploadStart(input: $input) "
    "{ ... on UserError { code message } ... on UploadSuccess "
    "{ ticket { uploadId url parts { number url first size } } } } }"
)
COMPLETE = (
    "mutation($input: EvidenceUploadCompleteInput!) { r: evidenceUploadComplete(input: $input) "
    "{ ... on UserError { code message } ... on EvidenceSuccess "
    "{ evidence { evidenceId sha256 size custody { type } } } } }"
)
SIGN_IN = (
    "mutation($a: String!, $p: String!) { r: sessionSignIn(input: {account: $a, password: $p}) "
    "{ ... on SessionSuccess { session { csrfToken } } ... on UserError { message } } }"
)


@dataclass
class Desk:
    """One person's browser; the server behind the address may die and come back."""

    http: httpx.AsyncClient
    csrf: str = ""

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = await self.http.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"X-CSRF-Token": self.csrf},
        )
        body: dict[str, Any] = answer.json()
        assert "errors" not in body, body
        found: dict[str, Any] = body["data"]["r"]
        return found


@dataclass
class Server:
    """The API as its own process on a fixed port."""

    port: int
    log: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    def launch(self) -> None:
        words = [sys.executable, "-m", "uvicorn", "api.main:app", "--port", str(self.port)]
        environment = {**os.environ, "JICHA_OPERATIONS": "open"}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                words, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    async def start(self) -> None:
        self.launch()
        assert self.process is not None
        async with httpx.AsyncClient() as http:
            for _ in range(PATIENCE_SECONDS * 4):
                assert self.process.poll() is None, self.log.read_text()[-2000:]
                try:
                    if (await http.get(f"http://127.0.0.1:{self.port}/healthz")).status_code == 200:
                        return
                except httpx.HTTPError:
                    pass
                await asyncio.sleep(0.25)
        raise AssertionError(self.log.read_text()[-2000:])

    def kill(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[tuple[Server, Desk]]:
    server = Server(_free_port(), folder / "api.log")
    await server.start()
    try:
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{server.port}", timeout=PATIENCE_SECONDS
        ) as http:
            yield server, Desk(http)
    finally:
        if server.process is not None and server.process.poll() is None:
            server.kill()


async def a_case(driver: neo4j.AsyncDriver) -> None:
    await migrate(driver)
    who = CreateAccount(login="ins1", name="INS1", person="p-ins1", roles=WRITER.roles)
    once = await create_account(driver, who, console("tester"), NOW)
    await change_password(driver, WRITER, once, PASSWORD, NOW)
    letter = EntrustCentre(
        document_no="云医保委〔2026〕1号", scope="检查", where="局网站", published_on=FIRST,
        starts_on=FIRST, ends_on=date(2099, 12, 31),
    )  # fmt: skip
    await execute(driver, letter, HEAD, NOW)
    lead = c.OpenCase(
        case_no="K1",
        title="断电也不丢的证据",
        source=c.Source.TIP,
        summary="群众举报",
        party=c.Party(c.PartyKind.INSTITUTION, "H34162300001", "云溪县人民医院"),
        conduct_from=date(2025, 1, 10),
        conduct_to=date(2025, 12, 20),
    )
    await execute(driver, lead, WRITER, NOW)


class Vault:
    """What lies in the store, as a bystander sees it."""

    def __init__(self, client: Minio) -> None:
        self.store = S3Store(client)

    def there(self, room: Room, key: str) -> bool:
        try:
            self.store.stat(ObjectRef(room, key))
        except ObjectMissingError:
            return False
        return True

    def until(self, room: Room, key: str) -> None:
        """Watch closely: what has to be hit is a matter of milliseconds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not self.there(room, key):
            assert time.monotonic() < end
            time.sleep(0.002)


async def put(ticket: dict[str, Any], body: bytes, *numbers: int) -> None:
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as http:
        for part in ticket["parts"]:
            if not numbers or part["number"] in numbers:
                piece = body[part["first"] : part["first"] + part["size"]]
                assert (await http.put(part["url"], content=piece)).status_code == 200


async def announced(desk: Desk, body: bytes) -> dict[str, Any]:
    wanted = {"name": "监控录像.bin", "size": len(body), "mediaType": "", "caseNo": "K1"}
    digest = hashlib.sha256(body).hexdigest()
    started = await desk.ask(START, input={**wanted, "sha256": digest})
    ticket: dict[str, Any] = started["ticket"]
    return ticket


def completion(ticket: dict[str, Any]) -> dict[str, str]:
    return {"uploadId": ticket["uploadId"], "kind": "AUDIOVISUAL", "proves": "现场情况"}


async def whole(driver: neo4j.AsyncDriver, vault: Vault, body: bytes, item: dict[str, Any]) -> None:
    """The item is recorded once, attached once, and the vault holds one locked version of it."""
    assert (item["sha256"], item["size"]) == (hashlib.sha256(body).hexdigest(), len(body))
    chain = (await load(driver, f"evidence:{item['evidenceId']}"))[f"evidence:{item['evidenceId']}"]
    types = [event.type for event in chain]
    assert (types.count("EvidenceReceived"), types.count("AttachedToCase")) == (1, 1)
    case = (await load(driver, "case:K1"))["case:K1"]
    attached = [e for e in case if e.data.get("evidence_id") == item["evidenceId"]]
    assert len(attached) == 1
    key = vault_key(item["sha256"])
    versions = list(vault.store.versions(Room.VAULT, key))
    assert len(versions) == 1
    assert vault.store.locked_until(versions[0].ref) is not None
    assert b"".join(vault.store.read(versions[0].ref)) == body


@pytest.mark.timeout(900)
async def test_killed_api_during_an_upload(
    clean_graph: neo4j.AsyncDriver, endpoints: Endpoints, s3: Minio, tmp_path: Path
) -> None:
    await a_case(clean_graph)
    vault = Vault(s3)
    async with served(tmp_path) as (server, desk):
        desk.csrf = (await desk.ask(SIGN_IN, a="ins1", p=PASSWORD))["session"]["csrfToken"]
        bodies = [os.urandom(SIZE) for _ in range(5)]
        safe = await announced(desk, bodies[0])
        await put(safe, bodies[0])
        kept = (await desk.ask(COMPLETE, input=completion(safe)))["evidence"]
        half = await announced(desk, bodies[4])
        await put(half, bodies[4], 1)

        async def at_once(ticket: dict[str, Any], body: bytes) -> None:
            await asyncio.sleep(0.15)

        async def copied(ticket: dict[str, Any], body: bytes) -> None:
            key = vault_key(hashlib.sha256(body).hexdigest())
            await asyncio.to_thread(vault.until, Room.VAULT, key)

        async def told(ticket: dict[str, Any], body: bytes) -> None:
            key = f"uploads/{ticket['uploadId']}/stored.json"
            await asyncio.to_thread(vault.until, Room.STAGING, key)

        moments: list[Callable[[dict[str, Any], bytes], Awaitable[None]]]
        moments = [at_once, copied, told]
        own = [safe["uploadId"], half["uploadId"]]
        for body, moment in zip(bodies[1:4], moments, strict=True):
            ticket = await announced(desk, body)
            await put(ticket, body)
            own.append(ticket["uploadId"])
            asking = asyncio.create_task(desk.ask(COMPLETE, input=completion(ticket)))
            await moment(ticket, body)
            assert not asking.done(), f"{moment.__name__}: killed too late to prove anything"
            server.kill()
            with pytest.raises(httpx.HTTPError):
                await asking
            await server.start()
            item = (await desk.ask(COMPLETE, input=completion(ticket)))["evidence"]
            await whole(clean_graph, vault, body, item)
            again = (await desk.ask(COMPLETE, input=completion(ticket)))["evidence"]
            assert again == item

        await whole(clean_graph, vault, bodies[0], kept)
        await put(half, bodies[4], 2, 3)
        item = (await desk.ask(COMPLETE, input=completion(half)))["evidence"]
        await whole(clean_graph, vault, bodies[4], item)
    left = {fact.ref.key for fact in vault.store.list(Room.STAGING)}
    # Files before this one on the same store may have left uploads that nobody completed.
    assert left.isdisjoint(f"uploads/{one}/data" for one in own)
    report = await verify_all(clean_graph)
    assert report.intact, report.broken
