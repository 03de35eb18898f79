"""The sender's side of an upload, for the terminal and other Python clients: PUT a file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import urllib3

from evidence.trouble import answered, unreachable
from evidence.uploads import Part, UploadTicket

_THREADS = 3


def send(ticket: UploadTicket, path: Path, arrived: Callable[[int], None] | None = None) -> None:
    """PUT the file to the ticket's addresses, parts side by side.

    ``arrived`` is told the size of each finished piece in bytes. Raises StoreUnreachableError;
    what has arrived stays, ``intake.resume`` gives a ticket for the rest.
    """
    said = arrived or (lambda size: None)
    with urllib3.PoolManager(maxsize=_THREADS, retries=False) as http:
        if ticket.url is not None:
            _put_whole(http, ticket.url, path)
            said(path.stat().st_size)
            return
        with ThreadPoolExecutor(max_workers=_THREADS) as pool:
            for size in pool.map(lambda part: _put_part(http, part, path), ticket.parts):
                said(size)


def _put_whole(http: urllib3.PoolManager, url: str, path: Path) -> None:
    with path.open("rb") as body:
        size = path.stat().st_size
        _put(http, url, body, size)


def _put_part(http: urllib3.PoolManager, part: Part, path: Path) -> int:
    with path.open("rb") as file:
        file.seek(part.first)
        _put(http, part.url, file.read(part.size), part.size)
    return part.size


def _put(http: urllib3.PoolManager, url: str, body: object, size: int) -> None:
    try:
        answer = http.request("PUT", url, body=body, headers={"Content-Length": str(size)})  # type: ignore[arg-type]
    except urllib3.exceptions.HTTPError as error:
        raise unreachable("PUT", error) from error
    if answer.status != 200:
        raise answered(answer.status, "PUT")
