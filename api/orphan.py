"""A worker of the API ends when its parent is gone, else it would keep the port from a new one."""

from __future__ import annotations

import multiprocessing
import os
import signal

import anyio

EVERY_SECONDS = 2.0


async def end_with_parent() -> None:
    """Watch the parent; once another process has adopted us, stop in order.

    The parent is the one that started us, not whoever is the parent now: it may have died while we
    were still importing.
    """
    parent = multiprocessing.parent_process()
    while parent is not None and os.getppid() == parent.pid:  # noqa: ASYNC110
        await anyio.sleep(EVERY_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
