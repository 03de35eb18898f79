"""A decision that was changed by an older version: the beat asks about its scores on the real store."""

import asyncio
from collections import Counter
from datetime import timedelta

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.points.fold import fold_points
from graph.clocks.beat import mark
from graph.events.append import append, lock
from graph.events.load import load
from graph.notices.read import list_notices
from tests.unit.casework.conftest import Bureau
from tests.unit.casework.test_score_review import FILE, of_before

pytestmark = pytest.mark.asyncio(loop_scope="session")
WAITS = "记分所依据的决定已变更，该记分待复核"


async def test_it_is_asked_once_and_told(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    old = Bureau()
    no = of_before(old)
    chains = [old.streams[f"case:{no}"], old.streams[FILE]]

    async def restored(tx: neo4j.AsyncManagedTransaction) -> None:
        for chain in chains:
            await lock(tx, [chain[0].stream])
            await append(tx, chain)

    async with store.session() as session:
        await session.execute_write(restored)
    at = old.at + timedelta(days=1)
    said = await asyncio.gather(*(mark(store, FILE, at) for _ in range(3)))
    said = [*said, await mark(store, FILE, at + timedelta(days=1))]
    assert sum(said, Counter())["ScoreReviewDue"] == 1
    file = fold_points("D1", (await load(store, FILE))[FILE])
    due = file.entries[1].review_due
    assert due is not None
    assert (due.case_no, due.document_no) == (no, "复决1号")
    for name, times in (("sup", 1), ("agency", 1), ("doc", 1), ("other", 0)):
        page = await list_notices(store, Viewer(people[name]))
        assert [one.zh for one in page.notices].count(WAITS) == times, name
