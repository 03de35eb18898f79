"""What leaves as a file: recorded first, then written, whole or not at all."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import neo4j

from casework.actors import Actor
from casework.commands.access import RecordExport
from cli.language import say
from cli.output import Output
from cli.person import as_person, now
from evidence.digests import digest_bytes
from graph.commands import execute
from stack.whole import whole

Make = Callable[[neo4j.AsyncDriver, Actor], Awaitable[tuple[bytes, int]]]


def put_down(file: Path, body: bytes) -> None:
    """Write a file in one instant: a kill leaves the one that was there before, or the new one."""
    with whole(file) as draft:
        draft.write_bytes(body)


def take(out: Output, file: Path, what: str, make: Make) -> None:
    """Write what `make` returns (bytes, rows) for the signed-in person; masked, and on record."""

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[bytes, int, str]:
        body, rows = await make(driver, actor)
        found = digest_bytes(body)
        record = RecordExport(what=what, rows=rows, masked=True, sha256=found.sha256, sm3=found.sm3)
        await execute(driver, record, actor, now())
        return body, rows, found.sha256

    body, rows, sha256 = as_person(out, work)
    put_down(file, body)
    out.result(
        {"file": str(file), "rows": rows, "sha256": sha256}, f"{file}  {rows} {say('条', 'rows')}"
    )
