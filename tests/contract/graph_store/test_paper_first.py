"""Whom the next step is told hears of a measure's missing paper, as the case page says, not of the closing."""

import neo4j
import pytest

from casework.actors import Actor, Role
from casework.waits import Waits
from graph.cases.measured import measured_in
from graph.events.append import append, lock
from graph.notices.tell import tell
from graph.projections.waiting import Waiting
from tests.unit.casework.conftest import Bureau
from tests.unit.casework.test_measures_unsigned import suspended

pytestmark = pytest.mark.asyncio(loop_scope="session")
TOLD = "MATCH (n:Notice {account: 'agency'}) RETURN n.zh AS zh, n.act AS act"
COME = Waiting(now=Waits(frozenset({Role.AGENCY_OFFICER}), frozenset()))


async def told(store: neo4j.AsyncDriver, bureau: Bureau, no: str) -> list[tuple[str, str]]:
    """What the agency's officer is told when the case comes to the agency."""

    async def work(tx: neo4j.AsyncManagedTransaction) -> None:
        await lock(tx, [s for s in bureau.streams if s.startswith("measures:")])
        for stream, events in bureau.streams.items():
            if stream.startswith("measures:"):
                await append(tx, events)
        state = bureau.state(f"case:{no}")
        assert not state.measure_gaps
        assert (await measured_in(tx, state)).measure_gaps
        await tell(tx, state, (), COME, bureau.at)

    async with store.session() as session:
        await session.execute_write(work)
    rows, _, _ = await store.execute_query(TOLD)
    return [(row["zh"], row["act"]) for row in rows]


async def test_the_missing_paper_is_named_before_the_closing(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    bureau = Bureau()
    ((words, act),) = await told(store, bureau, suspended(bureau))
    assert act == "AttachMeasurePaper"
    assert "暂停（中止）医保服务通知书" in words
    assert "办结" not in words
