"""Take a file into the vault from the terminal: announce, send, finish."""

import hashlib
import mimetypes
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import neo4j

from cli.context import needs, with_driver
from cli.output import Output
from evidence.intake import begin, finish
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import Stored, UploadIntent
from stack.clients import object_client
from stack.endpoints import Endpoints
from workers.holding import renew_locks

Progress = Callable[[str, int, int | None], None]


def object_store(endpoints: Endpoints) -> S3Store:
    """The vault on these servers, its rooms made."""
    store = S3Store(object_client(endpoints))
    store.prepare()
    return store


def take_in(endpoints: Endpoints, path: Path, account: str, progress: Progress) -> Stored:
    """Send a file and wait until the vault has read it back. Raises evidence's errors.

    The file is hashed here first: what arrives is compared with what lies on this machine.
    """
    store = object_store(endpoints)
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    size = path.stat().st_size
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest() if size else None
    intent = UploadIntent(path.name, media_type, size, sha256, labels={"by": account})
    ticket = begin(store, intent, datetime.now(UTC))
    send(ticket, path)
    return finish(store, ticket.upload_id, datetime.now(UTC), progress)


def renew_case(out: Output, case_no: str | None) -> list[str]:
    """Renew the locks of a case's evidence (of all cases without one); the items extended."""
    with needs("neo4j", "s3", out=out) as endpoints:
        store, at = object_store(endpoints), datetime.now(UTC)

        async def work(driver: neo4j.AsyncDriver) -> list[str]:
            return await renew_locks(driver, store, at, case_no=case_no, progress=out.progress)

        return with_driver(endpoints, work)
