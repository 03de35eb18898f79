"""Detect over everything that is stored and let the map follow: what whoever runs a detection calls."""

import asyncio
from datetime import datetime
from pathlib import Path

from neo4j import AsyncDriver

from claims.store import ClaimStore
from graph.migrate import migrate
from graph.rings.detect import Progress, detect
from graph.rings.model import Detection
from graph.rings.write_back import write_back
from graph.sameness.judged import judged_one


async def renew(
    driver: AsyncDriver,
    home: Path,
    at: datetime,
    run_id: str,
    *,
    seed: int = 7,
    progress: Progress | None = None,
) -> Detection:
    """The rings of the store as written, with kept ids. Numbers that people judged to be one are one;
    the same data, judgements and seed give the same rings, an empty store none."""
    store = ClaimStore(home, await judged_one(driver))
    found = await asyncio.to_thread(detect, store, seed=seed, progress=progress)
    if progress is not None:
        # Last look before writing: a cancelled or lost job must not replace the map's rings.
        progress("rings:write", 0, len(found.rings))
    await migrate(driver)
    return await write_back(driver, found, at, run_id)
