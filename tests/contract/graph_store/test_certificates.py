"""The certificate that an officer was last named with is offered where he is named again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import case as c
from graph.accounts.read import every_account
from graph.commands import execute
from graph.migrate import migrate

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def known(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> dict[str, str | None]:
    accounts = await every_account(store, Viewer(people["sup"]))
    return {one.actor.account: one.certificate_no for one in accounts}


async def test_the_latest_naming_counts_in_whatever_order_cases_go_on(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    assert (await known(store, people))["ins1"] is None
    for number, certificates in (("C1", ("皖01", "皖02")), ("C2", ("皖11", "皖02"))):
        at = AT + timedelta(days=int(number[1]))
        await execute(store, replace(lead, case_no=number, findings=()), people["ins1"], at)
        officers = tuple(map(c.OfficerRef, ("ins1", "ins2"), certificates))
        await execute(store, c.AssignOfficers(case_no=number, officers=officers), people["sup"], at)
    # The first case goes on later: its older certificate does not come back.
    note = c.AddNote(case_no="C1", text="补充说明")
    await execute(store, note, people["ins1"], AT + timedelta(days=9))
    found = await known(store, people)
    assert (found["ins1"], found["ins2"], found["sup"]) == ("皖11", "皖02", None)


async def test_what_was_named_before_the_store_kept_it_is_read_from_the_chains(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    for number, certificates in (("C1", ("皖01", "皖02")), ("C2", ("皖11", "皖02"))):
        at = AT + timedelta(days=int(number[1]))
        await execute(store, replace(lead, case_no=number, findings=()), people["ins1"], at)
        officers = tuple(map(c.OfficerRef, ("ins1", "ins2"), certificates))
        await execute(store, c.AssignOfficers(case_no=number, officers=officers), people["sup"], at)
    kept = await known(store, people)
    await store.execute_query(
        "MATCH (a:Account) REMOVE a.certificate_no, a.certified_at WITH count(*) AS n "
        "MATCH (m:Migration) WHERE m.id STARTS WITH '0190' DELETE m"
    )
    assert await migrate(store) == ["0190_certificates"]
    assert await known(store, people) == kept
    assert (kept["ins1"], kept["ins2"]) == ("皖11", "皖02")
