"""Ties between a doctor and whoever acts on his restoration, as the map tells them."""

from dataclasses import replace
from datetime import UTC, datetime

import neo4j
import pytest

from casework.actors import Actor, Role
from casework.commands.accounts import CreateAccount, DeclareTies
from casework.points.state import PointsState
from casework.refusal import Refusal
from casework.restoration.state import Step
from graph.commands import execute
from graph.points.deciders import Decider, deciders
from graph.points.ties import decider_ties

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"
DOCTOR = PointsState("D1", name="李医生", institutions=(HOSPITAL,))
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
    found = await decider_ties(store, DOCTOR, who)
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
    nobody = PointsState("D9", name="没有此人", institutions=("H-none",))
    assert await decider_ties(store, nobody, who) == []


async def secretary(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> tuple[Actor, list[Decider]]:
    """The secretary of the hospital, and those who would act."""
    made = CreateAccount(
        login="party2",
        name="王书记",
        person="p-party2",
        roles=frozenset({Role.PARTY_SECRETARY}),
        fixmedins_code=HOSPITAL,
    )
    await execute(store, made, replace(people["sys"], roles=SECURITY), AT)
    actor = Actor("party2", "王书记", frozenset({Role.PARTY_SECRETARY}), "p-party2", None, HOSPITAL)
    return actor, [Decider("party2", "王书记", Step.PARTY)]


async def test_a_secretary_declares_his_own_ties(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL, secretary="别人")
    actor, who = await secretary(store, people)
    assert await decider_ties(store, DOCTOR, who) == []
    # Whether a number is anybody's at all is not for him to learn.
    for number in ("P-none", "P-wife"):
        await execute(store, DeclareTies(login="party2", insured_no=number), actor, AT)
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["household"]
    kin = DeclareTies(login="party2", insured_no="P-none", kin=("P-doc",))
    await execute(store, kin, actor, AT)
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["kin"]
    # Nobody declares for another.
    with pytest.raises(Refusal) as other:
        await execute(store, DeclareTies(login="head", insured_no="P-doc"), actor, AT)
    assert other.value.code in ("NOT_YOURS", "NOT_FOUND")


async def test_a_doctor_declares_his_own_ties(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL, secretary="别人")
    made = CreateAccount(
        login="doctor1", name="李医生", person="p-doctor1", roles=frozenset({Role.PHYSICIAN}),
        prac_psn_code="D1", fixmedins_code=HOSPITAL,
    )  # fmt: skip
    await execute(store, made, replace(people["sys"], roles=SECURITY), AT)
    actor = Actor("doctor1", "李医生", made.roles, "p-doctor1", "D1", HOSPITAL)
    # The head of the bureau, whom the map tells to be nobody of his, is his brother-in-law.
    await store.execute_query("CREATE (:Patient {psn_no: 'P-law', psn_name: '局长'})")
    await execute(store, DeclareTies(login="head", insured_no="P-law"), people["head"], AT)
    who = [Decider("head", "局长", Step.BUREAU)]
    assert await decider_ties(store, DOCTOR, who) == []
    own = DeclareTies(login="doctor1", insured_no="P-doc", kin=("P-law",))
    await execute(store, own, actor, AT)
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["kin"]
    with pytest.raises(Refusal) as other:
        await execute(store, DeclareTies(login="head", insured_no="P-doc"), actor, AT)
    assert other.value.code in ("NOT_YOURS", "NOT_FOUND")


async def test_the_doctor_is_known_by_his_code_and_what_was_judged_to_be_one_with_it(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL, secretary="别人")
    # The file calls him by an old name, and he practises where nobody typed it in.
    await store.execute_query(
        """
        MATCH (i:Institution)
        CREATE (one:Doctor {prac_psn_code: 'D1', prac_psn_name: '李某'})
        CREATE (two:Doctor {prac_psn_code: 'D1B', prac_psn_name: '李医生'})-[:WORKS_AT]->(i)
        CREATE (one)-[:JUDGED_SAME {verdict: 'confirmed'}]->(two)
        """
    )
    _, who = await secretary(store, people)
    file = PointsState("D1", name="李某", institutions=())
    who = [Decider("head", "局长", Step.BUREAU), *who]
    await execute(store, DeclareTies(login="head", insured_no="P-head"), people["head"], AT)
    assert [(one.decider.account, one.how) for one in await decider_ties(store, file, who)] == [
        ("head", "household")
    ]
    await store.execute_query("MATCH ()-[r:JUDGED_SAME]->() SET r.verdict = 'rejected'")
    assert await decider_ties(store, file, who) == []


async def test_whom_the_doctor_declared_to_be_stands_above_his_name(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL, secretary="别人")
    # A second account of the doctor: he is a secretary elsewhere, and no neighbour of the head.
    await store.execute_query("CREATE (:Patient {psn_no: 'P-true', psn_name: '李医生'})")
    made = CreateAccount(
        login="party2",
        name="李医生",
        person="p-doc",
        roles=frozenset({Role.PARTY_SECRETARY}),
        fixmedins_code="H9",
    )
    await execute(store, made, replace(people["sys"], roles=SECURITY), AT)
    actor = Actor("party2", "李医生", frozenset({Role.PARTY_SECRETARY}), "p-doc", None, "H9")
    await execute(store, DeclareTies(login="head", insured_no="P-head"), people["head"], AT)
    who = [Decider("head", "局长", Step.BUREAU)]
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["household"]
    own = DeclareTies(login="party2", insured_no="P-true", kin=("P-head",))
    await execute(store, own, actor, AT)
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["kin"]
    await execute(store, DeclareTies(login="head", insured_no="P-true"), people["head"], AT)
    assert [one.how for one in await decider_ties(store, DOCTOR, who)] == ["self"]
