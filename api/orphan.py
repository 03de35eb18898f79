"""A worker of the API ends when its parent is gone, else it would keep the port from a new one."""

from __future__ import annotations

import os
import signal

import anyio

EVERY_SECONDS = 2.0


async def end_with_parent() -> None:
    """Watch the parent; once another process has adopted us, stop in order."""
    parent = os.getppid()
    while os.getppid() == parent:  # noqa: ASYNC110
        await anyio.sleep(EVERY_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
