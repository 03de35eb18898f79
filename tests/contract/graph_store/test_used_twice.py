"""A certificate that came to stand on two files is told to the bureau on both, also of before."""

from datetime import timedelta

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import points as p
from casework.commands import restoration as r
from casework.events import GENESIS, Event, seal
from graph.commands import execute
from graph.events.append import append, lock
from graph.migrate import migrate
from graph.points.page import points_page
from tests.unit.casework.conftest import Bureau
from tests.unit.casework.test_group_certificate import BOTH, applied, study
from tests.unit.casework.test_points_path import FILE, studied

pytestmark = pytest.mark.asyncio(loop_scope="session")


def of_another(chain: list[Event], code: str) -> list[Event]:
    """The same chain, had it been another doctor's."""
    found: list[Event] = []
    prev = GENESIS
    for one in chain:
        new = seal(f"points:{code}", one.seq, one.type, dict(one.data), one.actor, one.at, prev)
        found.append(new)
        prev = new.hash
    return found


async def test_both_files_say_so_to_the_bureau_alone(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    old = Bureau()
    studied(old)
    chains = [old.streams[FILE], of_another(old.streams[FILE], "D2")]

    async def restored(tx: neo4j.AsyncManagedTransaction) -> None:
        for chain in chains:
            await lock(tx, [chain[0].stream])
            await append(tx, chain)

    async with store.session() as session:
        await session.execute_write(restored)
    at = old.at + timedelta(days=1)
    for code in ("D1", "D2"):
        add = p.AddPracticePoint(prac_psn_code=code, fixmedins_code=f"H{code}")
        await execute(store, add, people["agency"], at)
    kept = await told(store, people["sup"])
    assert kept == {"D1": {"E1": ["D2"], "E2": ["D2"]}, "D2": {"E1": ["D1"], "E2": ["D1"]}}
    assert await told(store, people["office"]) == {"D1": {}, "D2": {}}
    # Files whose node was written before the store kept it are read from their chains.
    await store.execute_query(
        "MATCH (f:DoctorFile) REMOVE f.proofs WITH count(*) AS n "
        "MATCH (m:Migration) WHERE m.id STARTS WITH '0341' DELETE m"
    )
    assert await migrate(store) == ["0341_proofs_of_files"]
    assert await told(store, people["sup"]) == kept
    # With the record struck on the file it does not belong to, neither says so any more.
    await store.execute_query("CREATE (:Evidence {evidence_id: 'E1', received_by: 'office'})")
    strike = r.StrikeLearning(prac_psn_code="D2", certificate="E1", reasons="非本人")
    await execute(store, strike, people["sup"], at)
    assert await told(store, people["sup"]) == {"D1": {"E2": ["D2"]}, "D2": {"E2": ["D1"]}}
    await store.execute_query(
        "MATCH (f:DoctorFile) REMOVE f.proofs WITH count(*) AS n "
        "MATCH (m:Migration) WHERE m.id STARTS WITH '0341' DELETE m"
    )
    await migrate(store)
    assert await told(store, people["sup"]) == {"D1": {"E2": ["D2"]}, "D2": {"E2": ["D1"]}}


async def test_a_certificate_of_several_names_the_others_on_each_file(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    bureau = Bureau()
    applied(bureau, "D2")
    bureau.do("office", study("D1", BOTH))
    bureau.do("office", study("D2"))
    streams = [f"points:{code}" for code in BOTH] + ["evidence:G1"]

    async def restored(tx: neo4j.AsyncManagedTransaction) -> None:
        for stream in streams:
            await lock(tx, [stream])
            await append(tx, bureau.streams[stream])

    async with store.session() as session:
        await session.execute_write(restored)
    at = bureau.at + timedelta(days=1)
    for code in BOTH:
        add = p.AddPracticePoint(prac_psn_code=code, fixmedins_code=f"H{code}")
        await execute(store, add, people["agency"], at)
    for code, other in zip(BOTH, reversed(BOTH), strict=True):
        page = await points_page(store, Viewer(people["sup"]), code, at)
        assert page is not None
        [one] = page.twice
        assert (one.certificate, [c for c, _ in one.doctors], one.named) == ("G1", [other], True)
        page = await points_page(store, Viewer(people["office"]), code, at)
        assert page is not None
        assert page.twice == ()


async def told(store: neo4j.AsyncDriver, who: Actor) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for code in ("D1", "D2"):
        page = await points_page(store, Viewer(who), code, Bureau().at + timedelta(days=90))
        assert page is not None, code
        found[code] = {one.certificate: [c for c, _ in one.doctors] for one in page.twice}
    return found
