"""The vault at the terminal: one way in for the commands that work on it.

`on_vault` opens graph and vault, `keeping` does so as the signed-in person. `jicha log` opens them
by itself: it checks a store as it lies there, without bringing its schema up to date first.
"""

import hashlib
import mimetypes
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import neo4j

from casework.actors import Actor
from cli.context import needs, with_driver
from cli.output import Output
from cli.person import kept_token, now
from cli.phases import VAULT, in_words
from evidence.intake import begin, finish
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import Stored, UploadIntent
from graph.accounts.tokens import actor_of_token
from graph.migrate import migrate
from stack.clients import object_client
from stack.endpoints import Endpoints
from workers.holding import renew_locks

T = TypeVar("T")
Progress = Callable[[str, int, int | None], None]


def object_store(endpoints: Endpoints) -> S3Store:
    """The vault on these servers, its rooms made."""
    store = S3Store(object_client(endpoints))
    store.prepare()
    return store


def on_vault(out: Output, work: Callable[[neo4j.AsyncDriver, S3Store], Awaitable[T]]) -> T:
    """Run work on a migrated Neo4j and the vault, each started if need be."""
    with needs("neo4j", "s3", out=out) as endpoints:
        store = object_store(endpoints)

        async def ready(driver: neo4j.AsyncDriver) -> T:
            await migrate(driver)
            return await work(driver, store)

        return with_driver(endpoints, ready)


def keeping(out: Output, work: Callable[[neo4j.AsyncDriver, S3Store, Actor], Awaitable[T]]) -> T:
    """Run work on both as the signed-in person. Refuses SIGN_IN_REQUIRED before a server starts."""
    token = kept_token()

    async def as_person(driver: neo4j.AsyncDriver, store: S3Store) -> T:
        return await work(driver, store, await actor_of_token(driver, token, now()))

    return on_vault(out, as_person)


def take_in(store: S3Store, path: Path, account: str, progress: Progress) -> Stored:
    """Send a file and wait until the vault has read it back. Raises evidence's errors.

    The file is hashed here first: what arrives is compared with what lies on this machine.
    """
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    size = path.stat().st_size
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest() if size else None
    intent = UploadIntent(path.name, media_type, size, sha256, labels={"by": account})
    ticket = begin(store, intent, datetime.now(UTC))
    send(ticket, path)
    return finish(store, ticket.upload_id, datetime.now(UTC), in_words(progress, VAULT))


def renew_case(out: Output, case_no: str | None) -> list[str]:
    """Renew the locks of a case's evidence (of all cases without one); the items extended."""

    async def work(driver: neo4j.AsyncDriver, store: S3Store) -> list[str]:
        at = datetime.now(UTC)
        return await renew_locks(
            driver, store, at, case_no=case_no, progress=in_words(out.progress, VAULT)
        )

    return on_vault(out, work)
