"""Hash again everything that is on record as evidence or dossier; damage becomes an event."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from evidence.s3 import S3Store
from stack.clients import neo4j_driver, object_client, valkey
from workers.evidence_round import Checked, check_vault
from workers.task import Task

# Leave the store to the people who work with it.
BYTES_PER_SECOND: Final = 64 << 20
# The desk's inboxes listen here and read again.
CHANGES: Final = "jicha:changes"


def work(task: Task) -> Mapping[str, Any]:
    """The result lists every damage; a damaged vault is a result, not a failed job."""
    found = asyncio.run(_check(task))
    if found.damages:
        with valkey(task.endpoints) as client:
            client.publish(CHANGES, "")
    return found.facts()


async def _check(task: Task) -> Checked:
    store = S3Store(object_client(task.endpoints))
    async with neo4j_driver(task.endpoints) as driver:
        return await check_vault(
            driver,
            store,
            task.at,
            bytes_per_second=BYTES_PER_SECOND,
            progress=task.progress,
        )
