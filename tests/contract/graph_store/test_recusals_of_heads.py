"""An inspection that waits for the leaders since before the store kept it is in their lists at once."""

from datetime import date

import neo4j
import pytest
from filing import AT, OFFICERS

from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands import inspection as i
from graph.commands import execute
from graph.inspection.read import list_inspections
from graph.migrate import migrate

NO, HOSPITAL = "JC-2026-0001", "H34162300001"
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def waiting(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> list[tuple[int, int]]:
    """Of each inspection that waits: what is asked, and of that about a head."""
    rows, _ = await list_inspections(store, Viewer(people["sup"]), waiting=True)
    return [(one.asked, one.asked_of_head) for one in rows]


async def test_what_waited_for_the_leaders_is_found_by_the_migration(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query("MERGE (:Institution {fixmedins_code: $h})", h=HOSPITAL)
    planned = i.OpenInspection(
        inspection_no=NO, party=c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "医院"),
        title="收费检查", basis="条例27", scope="收费", starts_on=date(2026, 3, 2),
        ends_on=date(2026, 3, 6), notice_no="检1号", officers=OFFICERS,
    )  # fmt: skip
    await execute(store, planned, people["sup"], AT)
    for officer in ("ins1", "head"):
        ask = i.RequestInspectorRecusal(
            inspection_no=NO, officer=officer, ground=c.RecusalGround.RELATION, reason="亲友",
            by_party=True,
        )  # fmt: skip
        await execute(store, ask, people["sup"], AT)
    assert await waiting(store, people) == [(2, 1)]
    await store.execute_query(
        "MATCH (i:Inspection) REMOVE i.head_recusals WITH count(*) AS n "
        "MATCH (m:Migration) WHERE m.id STARTS WITH '0351' DELETE m"
    )
    assert await waiting(store, people) == [(2, 0)]
    assert await migrate(store) == ["0351_recusals_of_heads"]
    assert await waiting(store, people) == [(2, 1)]
