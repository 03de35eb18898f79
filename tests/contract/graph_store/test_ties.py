"""Ties between officers and a party's people, from the map and the officers' own declarations."""

from datetime import UTC, datetime

import neo4j
import pytest

from casework.actors import Actor
from casework.commands import case as c
from casework.commands.accounts import DeclareTies
from graph.commands import execute

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"
MAP = """
CREATE (h:Institution {fixmedins_code: $hospital, fixmedins_name: '云溪县人民医院'})
CREATE (:Institution {fixmedins_code: 'H9', fixmedins_name: '别的医院'})
CREATE (firm:Employer {key: 'e1', value: '云溪县人民医院', sharers: 40})
CREATE (home:Address {key: 'a1', value: '云溪县一村一号', sharers: 3})
CREATE (crowd:Phone {key: 'p1', value: '000', sharers: 500})
CREATE (me:Patient {psn_no: 'P-ins1', psn_name: '陈立行'})-[:LIVES_AT]->(home)
CREATE (nurse:Patient {psn_no: 'P-nurse', psn_name: '王护士'})-[:LIVES_AT]->(home)
CREATE (nurse)-[:EMPLOYED_BY]->(firm)
CREATE (:Patient {psn_no: 'P-other', psn_name: '路人甲'})-[:LIVES_AT]->(home)
CREATE (me)-[:HAS_PHONE]->(crowd) CREATE (nurse)-[:HAS_PHONE]->(crowd)
CREATE (:Patient {psn_no: 'P-ins2', psn_name: '林晓舟'})
"""
OFFICERS = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_naming_officers_asks_about_each_tie_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    await execute(store, DeclareTies(login="ins1", insured_no="P-ins1"), people["ins1"], AT)
    workplaces = DeclareTies(login="ins2", insured_no="P-ins2", former_workplaces=(HOSPITAL, "H9"))
    await execute(store, workplaces, people["ins2"], AT)
    await execute(store, lead, people["ins1"], AT)
    assign = c.AssignOfficers(case_no="C1", officers=OFFICERS)
    events = await execute(store, assign, people["sup"], AT)
    asked = {
        (str(e.data["officer"]["account"]), str(e.data["ground"]), str(e.data["reason"]))  # type: ignore[index, call-overload]
        for e in events
        if e.type == "RecusalRequested"
    }
    # A phone that five hundred share says nothing, nor does a housemate who is none of the party's.
    assert asked == {
        ("ins1", "kin", "与当事人或其职工登记同一住址（王**）"),
        ("ins2", "former_workplace", "本人申报曾在当事人单位任职"),
    }
    again = await execute(store, c.CheckTies(case_no="C1"), people["sup"], AT)
    assert [e.type for e in again] == ["TiesChecked"]
    assert again[0].data["found"] == 2


async def test_kin_of_an_insured_party_and_officers_without_a_declaration(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    person = c.Party(c.PartyKind.PERSON, "P-nurse", "王护士")
    opened = c.OpenCase(**{**lead.__dict__, "party": person})
    kin = DeclareTies(login="ins1", insured_no="P-ins1", kin=("P-nurse",))
    await execute(store, kin, people["ins1"], AT)
    await execute(store, opened, people["ins1"], AT)
    assign = c.AssignOfficers(case_no="C1", officers=OFFICERS)
    events = await execute(store, assign, people["sup"], AT)
    reasons = [str(e.data["reason"]) for e in events if e.type == "RecusalRequested"]
    assert reasons == [
        "本人申报的近亲属是当事人或在当事人单位参保（王**）",
        "与当事人或其职工登记同一住址（王**）",
    ]
