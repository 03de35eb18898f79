"""The last run as people read it: what each channel saw, why nothing was found, whose records err."""

from datetime import UTC, datetime
from pathlib import Path

import neo4j
import pytest
import pytest_asyncio

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from claims.stands_for import StandsFor
from claims.store import ClaimStore
from graph.migrate import migrate
from graph.rings import renew as renewing
from graph.rings.model import ChannelReport, Detection, Oddity
from graph.rings.runs import OddPerson, last_run, odd_people
from graph.rings.write_back import write_back

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
INSPECTOR = Actor("ins1", "甲", frozenset({Role.INSPECTOR}), "p1")
PHYSICIAN = Viewer(Actor("doc", "乙", frozenset({Role.PHYSICIAN}), "p2", "D1", "H1"))
NOTHING = Detection(
    rings=(),
    channels=(ChannelReport("outpatient", 12, 0, "人太少。", "Too few people."),),
    seed=7,
    oddities=(Oddity("P-1", 100_000, 300), Oddity("P-9", 5_000, 2)),
    note_zh="缺住址。",
    note_en="No addresses.",
)


@pytest_asyncio.fixture(loop_scope="session")
async def graph(clean_graph: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    await migrate(clean_graph)
    await clean_graph.execute_query("MERGE (p:Patient {psn_no: 'P-1'}) SET p.psn_name = '张三'")
    return clean_graph


async def test_a_run_that_found_nothing_says_why_and_whose_records_err(
    graph: neo4j.AsyncDriver,
) -> None:
    assert await last_run(graph, Viewer(INSPECTOR)) is None
    await write_back(graph, NOTHING, AT, "run-1")
    run = await last_run(graph, Viewer(INSPECTOR))
    assert run is not None
    assert (run.note_zh, run.note_en) == ("缺住址。", "No addresses.")
    assert [(one.appearances, one.note_en) for one in run.channels] == [(12, "Too few people.")]
    assert await odd_people(graph, Viewer(INSPECTOR), run) == [
        OddPerson("P-1", "张*", 100_000, 300),
        OddPerson("P-9", "", 5_000, 2),
    ]
    (first, _) = await odd_people(graph, Viewer(INSPECTOR, "核对数据"), run)
    assert first.name == "张三"
    with pytest.raises(Refusal):
        await last_run(graph, PHYSICIAN)


async def test_whoever_detects_takes_judged_numbers_as_one(
    graph: neo4j.AsyncDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await graph.execute_query(
        "CREATE (:Likeness {kind: 'Patient', a: 'P-1', b: 'P-2', verdict: 'confirmed'})"
    )
    seen: list[StandsFor] = []

    def look(store: ClaimStore, **_: object) -> Detection:
        seen.append(store.stands_for)
        return NOTHING

    monkeypatch.setattr(renewing, "detect", look)
    await renewing.renew(graph, tmp_path, AT, "run-2")
    assert [one.columns("mdtrt_d") for one in seen] == [{"psn_no": {"P-2": "P-1"}}]
    run = await last_run(graph, Viewer(INSPECTOR))
    assert run is not None
    assert run.run_id == "run-2"
