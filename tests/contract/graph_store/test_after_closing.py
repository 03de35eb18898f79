"""What is still to be done of a case that is over stands in the inbox and among the reviews of who does it."""

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import case as c
from graph.cases.inbox import inbox
from graph.events.append import append, lock
from graph.projections.case import project_case
from graph.reviews.read import list_reviews
from tests.unit.casework.conftest import Bureau
from tests.unit.casework.test_execution import served
from tests.unit.casework.test_publication import closed, proposal

pytestmark = pytest.mark.asyncio(loop_scope="session")
RUNS = "MATCH (d:Deadline {runs: true})-[:OF]->(:Case {case_no: $no}) RETURN d.row AS row"


async def kept(store: neo4j.AsyncDriver, bureau: Bureau, no: str, since: int = 0) -> None:
    """Put what is new of the case into the store, as a command would."""

    async def work(tx: neo4j.AsyncManagedTransaction) -> None:
        chain = bureau.streams[f"case:{no}"]
        await lock(tx, [f"case:{no}"])
        await append(tx, chain[since:])
        await project_case(tx, bureau.state(f"case:{no}"), chain, bureau.at)

    async with store.session() as session:
        await session.execute_write(work)


async def steps(store: neo4j.AsyncDriver, bureau: Bureau, who: Actor) -> list[str]:
    return [one.action for one in await inbox(store, Viewer(who), bureau.at)]


async def test_a_publication_of_a_closed_case_waits_for_who_takes_the_next_step(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    bureau = Bureau()
    no = served(bureau)
    closed(bureau, no)
    await kept(store, bureau, no)
    assert await steps(store, bureau, people["ins1"]) == ["ProposePublication"]
    rows, _, _ = await store.execute_query(RUNS, no=no)
    assert [row["row"] for row in rows] == ["publication"]
    item = (await inbox(store, Viewer(people["ins1"]), bureau.at))[0]
    assert item.deadline is not None
    length = len(bureau.streams[f"case:{no}"])
    bureau.do("ins1", proposal(no))
    await kept(store, bureau, no, length)
    assert await steps(store, bureau, people["sup"]) == ["DecidePublication"]
    (review,) = (await list_reviews(store, Viewer(people["sup"]), bureau.at)).reviews
    assert (review.case.case_no, review.action.name) == (no, "DecidePublication")
    assert review.due == item.deadline.due
    length += 1
    bureau.do("sup", c.DecidePublication(case_no=no))
    await kept(store, bureau, no, length)
    assert (await list_reviews(store, Viewer(people["sup"]), bureau.at)).reviews == ()
