"""Hash again everything in the vault. Reads only, so it may be run at any time."""

from collections.abc import Mapping
from typing import Any

from evidence.recheck import Damage, recheck, vault_contents
from evidence.s3 import S3Store
from stack.clients import object_client
from workers.task import Task

# Leave the store to the people who work with it.
BYTES_PER_SECOND = 64 << 20


def work(task: Task) -> Mapping[str, Any]:
    """The result lists every damaged object; a damaged vault is a result, not a failed job."""
    store = S3Store(object_client(task.endpoints))
    store.prepare()
    found = recheck(
        store,
        vault_contents(store),
        bytes_per_second=BYTES_PER_SECOND,
        progress=task.progress,
    )
    return {
        "checked": found.checked,
        "bytes": found.size,
        "sound": found.sound,
        "damages": [_damage(item) for item in found.damages],
    }


def _damage(item: Damage) -> dict[str, str | None]:
    found = item.found.sha256 if item.found else None
    key = item.expected.ref.key
    return {"key": key, "what": item.what, "expected": item.expected.sha256, "found": found}
