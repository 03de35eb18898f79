"""Saved investigations: owned, versioned, shared read-only, deleted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import neo4j
import pytest

from casework.actors import Actor, Role, Viewer
from casework.refusal import Refusal
from graph.investigations.model import KEPT_STATES
from graph.investigations.read import find_investigation, find_state, list_investigations
from graph.investigations.save import (
    delete_investigation,
    save_investigation,
    share_investigation,
)
from graph.migrate import migrate

AT = datetime(2026, 1, 2, tzinfo=UTC)
CONTENT: dict[str, Any] = {
    "nodes": [{"id": "Patient:1", "x": 1.5, "y": -2, "pinned": True}],
    "groups": [{"name": "甲村", "members": ["Patient:1"]}],
    "notes": {"Patient:1": "同一天就诊"},
}


@pytest.fixture
async def graph(clean_graph: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    """A store with schema and two accounts."""
    await migrate(clean_graph)
    await clean_graph.execute_query(
        "CREATE (:Account {account: 'li'}), (:Account {account: 'sun'})"
    )
    return clean_graph


async def refused(work: Any) -> str:
    with pytest.raises(Refusal) as caught:
        await work
    return caught.value.code


async def test_saved_and_reopened(graph: neo4j.AsyncDriver, inspector: Viewer) -> None:
    saved = await save_investigation(graph, inspector, name=" 甲村 团体 ", content=CONTENT, at=AT)
    assert (saved.name, saved.version, saved.owner) == ("甲村 团体", 1, "li")
    found = await find_investigation(graph, inspector, saved.id)
    assert found == saved
    assert found.content == CONTENT
    assert found.updated_at == AT


async def test_a_stale_save_is_refused_and_changes_nothing(
    graph: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    saved = await save_investigation(graph, inspector, name="一", content=CONTENT, at=AT)
    later = AT + timedelta(minutes=1)
    newer = await save_investigation(
        graph, inspector, name="二", content={}, at=later, id=saved.id, expected_version=1
    )
    assert (newer.version, newer.created_at, newer.updated_at) == (2, AT, later)
    stale = save_investigation(
        graph, inspector, name="三", content={}, at=later, id=saved.id, expected_version=1
    )
    assert await refused(stale) == "STALE_VERSION"
    assert await find_investigation(graph, inspector, saved.id) == newer


async def test_shared_is_read_only(
    graph: neo4j.AsyncDriver, inspector: Viewer, other: Viewer
) -> None:
    saved = await save_investigation(graph, inspector, name="一", content=CONTENT, at=AT)
    assert await find_investigation(graph, other, saved.id) is None
    assert await list_investigations(graph, other) == ((), False)
    await share_investigation(graph, inspector, saved.id, ["sun", "li"], at=AT)
    found = await find_investigation(graph, other, saved.id)
    assert found is not None
    assert found.shared_with == ("sun",)
    listed, _ = await list_investigations(graph, other)
    assert [one.id for one in listed] == [saved.id]
    mine = save_investigation(graph, other, name="改", content={}, at=AT, id=saved.id)
    assert await refused(mine) == "NOT_FOUND"
    assert await refused(delete_investigation(graph, other, saved.id)) == "NOT_FOUND"
    assert await refused(share_investigation(graph, other, saved.id, [], at=AT)) == "NOT_FOUND"
    await share_investigation(graph, inspector, saved.id, [], at=AT)
    assert await find_investigation(graph, other, saved.id) is None


async def test_what_was_saved_before_stays_a_state_for_its_owner(
    graph: neo4j.AsyncDriver, inspector: Viewer, other: Viewer
) -> None:
    saved = await save_investigation(graph, inspector, name="一", content=CONTENT, at=AT)
    later = AT + timedelta(hours=1)
    await save_investigation(graph, inspector, name="二", content={}, at=later, id=saved.id)
    await share_investigation(graph, inspector, saved.id, ["sun"], at=later)
    # A new name alone is no new state.
    named = await save_investigation(graph, inspector, name="三", content={}, at=later, id=saved.id)
    assert [(one.version, one.name, one.saved_at) for one in named.states] == [(1, "一", AT)]
    then = await find_state(graph, inspector, saved.id, 1)
    assert then is not None
    assert (then.content, then.saved_at, then.version) == (CONTENT, AT, named.version)
    # A colleague reads what it is, not what was taken out of it before.
    shared = await find_investigation(graph, other, saved.id)
    assert shared is not None
    assert shared.states == ()
    assert await find_state(graph, other, saved.id, 1) is None
    assert await find_state(graph, inspector, saved.id, 2) is None
    restored = await save_investigation(
        graph, inspector, name="三", content=then.content, at=later, id=saved.id
    )
    assert restored.content == CONTENT
    assert [one.version for one in restored.states] == [4, 1]
    await delete_investigation(graph, inspector, saved.id)
    left, _, _ = await graph.execute_query("MATCH (s:InvestigationState) RETURN count(s) AS n")
    assert left[0]["n"] == 0


async def test_the_oldest_states_make_room(graph: neo4j.AsyncDriver, inspector: Viewer) -> None:
    saved = await save_investigation(graph, inspector, name="一", content={"n": 0}, at=AT)
    for n in range(1, KEPT_STATES + 3):
        await save_investigation(graph, inspector, name="一", content={"n": n}, at=AT, id=saved.id)
    found = await find_investigation(graph, inspector, saved.id)
    assert found is not None
    assert [one.version for one in found.states] == list(range(KEPT_STATES + 2, 2, -1))


async def test_every_saved_picture_is_found_by_name_or_by_going_on(
    graph: neo4j.AsyncDriver, inspector: Viewer
) -> None:
    made = [
        await save_investigation(graph, inspector, name=f"Ring {n}", content={}, at=AT)
        for n in range(5)
    ]
    seen: list[str] = []
    after = None
    more = True
    while more:
        page, more = await list_investigations(graph, inspector, text="ring", limit=2, after=after)
        seen += [one.id for one in page]
        after = (page[-1].updated_at.isoformat(), page[-1].id)
    assert sorted(seen) == sorted(one.id for one in made)
    (found,), more = await list_investigations(graph, inspector, text=" RING 3 ")
    assert (found.id, more) == (made[3].id, False)
    assert await list_investigations(graph, inspector, text="%") == ((), False)


async def test_deleted_is_gone(graph: neo4j.AsyncDriver, inspector: Viewer) -> None:
    saved = await save_investigation(graph, inspector, name="一", content=CONTENT, at=AT)
    await delete_investigation(graph, inspector, saved.id)
    assert await find_investigation(graph, inspector, saved.id) is None
    assert await refused(delete_investigation(graph, inspector, saved.id)) == "NOT_FOUND"


async def test_bad_input_is_refused(graph: neo4j.AsyncDriver, inspector: Viewer) -> None:
    def save(name: str = "一", **content: Any) -> Any:
        return save_investigation(graph, inspector, name=name, content=content, at=AT)

    assert await refused(save("  ")) == "FIELD_REQUIRED"
    assert await refused(save("长" * 81)) == "BAD_VALUE"
    assert await refused(save(x=float("nan"))) == "BAD_VALUE"
    assert await refused(save(x="大" * 400_000)) == "BAD_VALUE"
    ghost = await save()
    assert await refused(share_investigation(graph, inspector, ghost.id, ["无"], at=AT)) == (
        "NOT_FOUND"
    )


async def test_only_for_those_who_see_the_map(graph: neo4j.AsyncDriver) -> None:
    physician = Viewer(Actor("d", "王", frozenset({Role.PHYSICIAN}), "d"))
    assert await refused(list_investigations(graph, physician)) == "ROLE_REQUIRED"
    assert (
        await refused(save_investigation(graph, physician, name="一", content={}, at=AT))
        == "ROLE_REQUIRED"
    )
