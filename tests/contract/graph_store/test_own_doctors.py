"""Which doctors a human is under his other accounts is read with each request of any of them."""

import neo4j
import pytest

from casework.actors import Actor, Role
from graph.accounts.read import find_account

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_other_account_knows_the_doctor(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    doctor = next(one for one in people.values() if one.prac_psn_code)
    made = {"person": doctor.person, "roles": [Role.SUPERVISOR.value], "name": "TWIN"}
    await store.execute_query(
        "CREATE (:Account {account: 'twin', version: 1, disabled: false, must_change: false})"
    )
    await store.execute_query("MATCH (a:Account {account: 'twin'}) SET a += $made", made=made)
    twin = await find_account(store, "twin")
    assert twin is not None
    assert twin.actor.is_doctor(str(doctor.prac_psn_code))
    other = await find_account(store, people["sup"].account)
    assert other is not None
    assert not other.actor.is_doctor(str(doctor.prac_psn_code))
    await store.execute_query("MATCH (a:Account {account: 'twin'}) DELETE a")
