"""The beat on the real store: once, also when late, also when two come at the same moment."""

import asyncio
from collections import Counter
from datetime import timedelta

import neo4j
import pytest
from filing import AT, filed

from casework.actors import Actor
from casework.commands import case as c
from casework.events import Event, Intact, verify_chain
from graph.clocks.beat import beat
from graph.events.load import load
from graph.migrate import read_migrations


async def marks(store: neo4j.AsyncDriver) -> list[Event]:
    events = (await load(store, "case:C1"))["case:C1"]
    assert isinstance(verify_chain(events), Intact)
    return [e for e in events if e.type.startswith("Deadline")]


@pytest.mark.asyncio(loop_scope="session")
async def test_a_beat_has_nothing_to_say_before_its_moment(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    assert await beat(store, AT + timedelta(days=80)) == Counter()
    assert await beat(store, AT + timedelta(days=84)) == Counter({"DeadlineWarned": 1})
    assert await beat(store, AT + timedelta(days=84)) == Counter()


@pytest.mark.asyncio(loop_scope="session")
async def test_two_beats_at_once_after_three_days_down(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    late = AT + timedelta(days=93)
    said = await asyncio.gather(*(beat(store, late) for _ in range(4)))
    assert sum(said, Counter()) == Counter({"DeadlineOverdue": 1})
    (event,) = await marks(store)
    assert (event.data["deadline"], event.actor) == ("decision", "clock:beat")
    assert str(event.data["due"]).startswith("2026-05-31T15:59:59")
    assert await beat(store, late + timedelta(days=30)) == Counter()
    assert len(await marks(store)) == 1


@pytest.mark.asyncio(loop_scope="session")
async def test_amounts_kept_by_an_older_rule_are_told_anew_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    kept = "MATCH (c:Case {case_no: 'C1'}) RETURN c.amount AS amount, c.next_mark AS mark"
    before, _, _ = await store.execute_query(kept)
    await store.execute_query("MATCH (c:Case {case_no: 'C1'}) SET c.amount = '0.01'")
    (anew,) = [one for one in read_migrations() if one.id == "0186_amounts_anew"]
    for statement in anew.statements:
        await store.execute_query(statement)  # pyright: ignore[reportArgumentType]
    written = await load(store, "case:C1")
    assert await beat(store, AT + timedelta(days=1)) == Counter()
    after, _, _ = await store.execute_query(kept)
    assert [row.data() for row in after] == [row.data() for row in before]
    assert await load(store, "case:C1") == written
