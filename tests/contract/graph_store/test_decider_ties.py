"""Ties between a doctor and whoever acts on his restoration, as the map tells them."""

from dataclasses import replace
from datetime import UTC, datetime

import neo4j
import pytest

from casework.actors import Actor, Role
from casework.commands.accounts import CreateAccount, DeclareTies
from casework.restoration.state import Step
from graph.commands import execute
from graph.points.deciders import Decider, deciders
from graph.points.ties import decider_ties

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"
SECURITY = frozenset({Role.SECURITY_ADMIN})
MAP = """
CREATE (:Institution {fixmedins_code: $hospital, fixmedins_name: '云溪县人民医院'})
CREATE (firm:Employer {key: 'e1', value: '云溪县人民医院', sharers: 40})
CREATE (home:Address {key: 'a1', value: '云溪县一村一号', sharers: 3})
CREATE (crowd:Phone {key: 'p1', value: '000', sharers: 500})
CREATE (d:Patient {psn_no: 'P-doc', psn_name: '李医生'})-[:EMPLOYED_BY]->(firm)
CREATE (d)-[:LIVES_AT]->(home) CREATE (d)-[:HAS_PHONE]->(crowd)
CREATE (wife:Patient {psn_no: 'P-wife', psn_name: $secretary})-[:EMPLOYED_BY]->(firm)
CREATE (wife)-[:LIVES_AT]->(home)
CREATE (:Patient {psn_no: 'P-sup', psn_name: '主任'})-[:HAS_PHONE]->(crowd)
CREATE (:Patient {psn_no: 'P-head', psn_name: '局长'})-[:LIVES_AT]->(home)
CREATE (:Patient {psn_no: 'P-same', psn_name: '李医生'})-[:LIVES_AT]->(home)
"""
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_kin_address_and_former_workplace_are_told(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL, secretary="王书记")
    secretary = CreateAccount(
        login="party",
        name="王书记",
        person="p-party",
        roles=frozenset({Role.PARTY_SECRETARY}),
        fixmedins_code=HOSPITAL,
    )
    await execute(store, secretary, replace(people["sys"], roles=SECURITY), AT)
    await execute(
        store,
        DeclareTies(login="sup", insured_no="P-sup", kin=("P-doc",), former_workplaces=(HOSPITAL,)),
        people["sup"],
        AT,
    )
    await execute(store, DeclareTies(login="head", insured_no="P-head"), people["head"], AT)
    who = await deciders(store, [HOSPITAL])
    assert {(one.account, one.body) for one in who} >= {
        ("party", Step.PARTY),
        ("sup", Step.CENTRE),
        ("head", Step.BUREAU),
    }
    found = await decider_ties(store, "李医生", [HOSPITAL], who)
    # A phone that five hundred share says nothing; nor does it that the secretary is of the house.
    assert [(one.decider.account, one.how) for one in found] == [
        ("head", "household"),
        ("party", "household"),
        ("sup", "former"),
        ("sup", "kin"),
    ]


async def test_of_a_doctor_whom_the_map_does_not_know_nothing_is_told(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    who = [Decider("head", "局长", Step.BUREAU)]
    assert await decider_ties(store, "没有此人", ["H-none"], who) == []
