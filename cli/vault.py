"""Take a file into the vault from the terminal: announce, send, finish."""

import mimetypes
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from evidence.intake import begin, finish
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import Stored, UploadIntent
from stack.clients import object_client
from stack.endpoints import Endpoints

Progress = Callable[[str, int, int | None], None]


def take_in(endpoints: Endpoints, path: Path, account: str, progress: Progress) -> Stored:
    """Send a file and wait until the vault has read it back. Raises evidence's errors."""
    store = S3Store(object_client(endpoints))
    store.prepare()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    size = path.stat().st_size
    intent = UploadIntent(path.name, media_type, size, labels={"account": account})
    ticket = begin(store, intent, datetime.now(UTC))
    send(ticket, path)
    return finish(store, ticket.upload_id, datetime.now(UTC), progress)
