"""What the page of an institution outside the county offers is what the law lets leave: the case, or a clue."""

from dataclasses import replace
from datetime import date

import neo4j
import pytest
from filing import AT, assigned

from api.case.place import place_of
from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands.case.suspend import Authority
from casework.refusal import Refusal
from graph.cases.page import case_page
from graph.commands import execute
from tests.contract.graph_store.test_own_area import own_area

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def offered(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> bool:
    """What the button of the page sends under `whole`."""
    page = await case_page(store, Viewer(people["head"]), "C1", AT)
    assert page is not None
    place = place_of(page.reach, page.state, "zh")
    assert place is not None
    assert place.outside
    return place.whole


def letter(*, whole: bool) -> c.TransferCase:
    return c.TransferCase(
        case_no="C1", to=Authority.OTHER_BUREAU, recipient="合肥市医疗保障局", document_no="移1号",
        reasons="机构在县外", whole=whole,
    )  # fmt: skip


async def test_a_case_that_nothing_holds_leaves_whole(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await own_area(store, people, "340104", date(2026, 3, 1))
    await assigned(store, people, lead)
    whole = await offered(store, people)
    assert whole
    (event,) = await execute(store, letter(whole=whole), people["head"], AT)
    assert event.type == "CaseTransferred"


async def test_of_a_handling_a_clue_leaves(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await own_area(store, people, "340104", date(2026, 3, 1))
    handling = replace(lead, path=c.Path.AGREEMENT)
    await execute(store, handling, people["agency"], AT)
    with pytest.raises(Refusal) as refused:
        await execute(store, letter(whole=True), people["head"], AT)
    assert refused.value.code == "BAD_VALUE"
    whole = await offered(store, people)
    assert not whole
    (event,) = await execute(store, letter(whole=whole), people["head"], AT)
    assert event.type == "ClueTransferred"
