"""What fails on one stream keeps no other from its turn, and stays due."""

import logging
from collections import Counter
from datetime import datetime

import neo4j
import pytest
from neo4j.exceptions import ServiceUnavailable

from casework.actors import Actor
from casework.commands.clocks import MarkDeadlines
from casework.events import Event
from graph.clocks import beat as clocks
from graph.clocks.beat import beat
from graph.commands import execute
from tests.contract.graph_store.test_after_closing import kept
from tests.unit.casework.conftest import Bureau

pytestmark = pytest.mark.asyncio(loop_scope="session")
DUE = "MATCH (c:Case) WHERE c.next_mark <= '2001' RETURN c.case_no AS no ORDER BY no"
SET_DUE = "MATCH (c:Case) SET c.next_mark = '2000-01-01T00:00:00.000000Z'"


async def due(store: neo4j.AsyncDriver) -> list[str]:
    rows, _, _ = await store.execute_query(DUE)
    return [row["no"] for row in rows]


async def two(store: neo4j.AsyncDriver) -> Bureau:
    bureau = Bureau()
    for no in ("C1", "C2"):
        bureau.opened(no)
        await kept(store, bureau, no)
    await store.execute_query(SET_DUE)
    assert await due(store) == ["C1", "C2"]
    return bureau


async def test_one_case_that_fails_is_logged_and_the_others_are_done(
    store: neo4j.AsyncDriver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bureau, real = await two(store), execute

    async def broken(
        driver: neo4j.AsyncDriver, command: MarkDeadlines, actor: Actor, at: datetime
    ) -> list[Event]:
        if command.stream == "case:C1":
            raise ValueError("张三")
        return await real(driver, command, actor, at)

    monkeypatch.setattr(clocks, "execute", broken)
    with caplog.at_level(logging.ERROR):
        assert await beat(store, bureau.at) == Counter()
    assert await due(store) == ["C1"]
    (line,) = caplog.records
    assert "case:C1" in line.getMessage()
    assert "ValueError" in line.getMessage()
    assert "张三" not in caplog.text
    monkeypatch.setattr(clocks, "execute", real)
    await beat(store, bureau.at)
    assert await due(store) == []


async def test_without_the_store_the_beat_ends(
    store: neo4j.AsyncDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = await two(store)

    async def away(*given: object) -> list[Event]:
        raise ServiceUnavailable

    monkeypatch.setattr(clocks, "execute", away)
    with pytest.raises(ServiceUnavailable):
        await beat(store, bureau.at)
