"""Ties between officers and a party's people, from the map and the officers' own declarations."""

from datetime import UTC, date, datetime

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands.accounts import DeclareTies
from casework.commands.inspection import (
    AnswerInspectorRecusal,
    CancelInspection,
    CheckInspectorTies,
    DecideInspectorRecusal,
    OpenInspection,
    StartInspection,
)
from casework.refusal import Refusal
from graph.cases.page import case_page
from graph.cases.ties import reason_in_english
from graph.cases.undeclared import Undeclared, undeclared_of
from graph.commands import execute
from graph.inspection.read import list_inspections
from graph.notices.read import list_notices

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


async def test_who_is_insured_through_the_employer_of_an_insured_party_is_asked(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    await store.execute_query(
        """
        MATCH (me:Patient {psn_no: 'P-ins1'}), (p:Patient {psn_no: 'P-other'}), (o:Patient {psn_no: 'P-ins2'})
        CREATE (bureau:Employer {key: 'e2', value: '云溪县医保中心', sharers: 60})
        CREATE (lender:Employer {key: 'e3', value: '劳务派遣公司', sharers: 5000})
        CREATE (me)-[:EMPLOYED_BY]->(bureau) CREATE (p)-[:EMPLOYED_BY]->(bureau)
        CREATE (o)-[:EMPLOYED_BY]->(lender) CREATE (p)-[:EMPLOYED_BY]->(lender)
        """
    )
    person = c.Party(c.PartyKind.PERSON, "P-other", "路人甲")
    opened = c.OpenCase(**{**lead.__dict__, "party": person})
    await execute(store, DeclareTies(login="ins1", insured_no="P-ins1"), people["ins1"], AT)
    declared = DeclareTies(login="ins2", insured_no="P-ins2", former_workplaces=(HOSPITAL,))
    await execute(store, declared, people["ins2"], AT)
    await execute(store, opened, people["ins1"], AT)
    events = await execute(
        store, c.AssignOfficers(case_no="C1", officers=OFFICERS), people["sup"], AT
    )
    asked = [
        (e.data["officer"]["account"], e.data["ground"], e.data["reason"])  # type: ignore[index, call-overload]
        for e in events
        if e.type == "RecusalRequested"
    ]
    # They share a house too. A firm that lends out five thousand people says nothing.
    assert asked == [
        ("ins1", "kin", "与当事人或其职工登记同一住址（路**）"),
        ("ins1", "relation", "与当事人在同一单位参保（路**）"),
    ]
    # Who once worked where the party is insured is asked as well.
    await store.execute_query(
        "MATCH (p:Patient {psn_no: 'P-other'}), (firm:Employer {key: 'e1'}) CREATE (p)-[:EMPLOYED_BY]->(firm)"
    )
    again = await execute(store, c.CheckTies(case_no="C1"), people["sup"], AT)
    [new] = [e for e in again if e.type == "RecusalRequested"]
    assert new.data["reason"] == "本人申报曾在当事人参保的单位任职（路**）"


async def test_who_declared_nothing_is_named_and_asked_to_declare(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    await execute(store, DeclareTies(login="ins2", insured_no="P-ins2"), people["ins2"], AT)
    await execute(store, lead, people["ins1"], AT)
    (named,) = await execute(
        store, c.AssignOfficers(case_no="C1", officers=OFFICERS), people["sup"], AT
    )
    assert [one["account"] for one in named.data["undeclared"]] == ["ins1"]  # type: ignore[index, union-attr, call-overload]
    (checked,) = await execute(store, c.CheckTies(case_no="C1"), people["sup"], AT)
    # Whoever acts by his role is compared with the officers, and named where he declared nothing.
    assert (checked.data["found"], checked.data["officers"]) == (0, 5)
    page = await case_page(store, Viewer(people["sup"]), "C1", AT)
    assert page is not None
    assert [hand.account for hand in page.state.undeclared] == ["ins1", "head", "legal", "sup"]
    assert await undeclared_of(store, Viewer(people["ins1"])) == Undeclared(1, "C1")
    assert await undeclared_of(store, Viewer(people["ins2"])) is None
    # Leaders act on it as well; the agency only on a handling.
    for who in ("sup", "head", "legal"):
        assert await undeclared_of(store, Viewer(people[who])) == Undeclared(1, "C1")
    assert await undeclared_of(store, Viewer(people["agency"])) is None
    # Once he declared, and somebody looked again, nothing is left to say.
    await execute(store, DeclareTies(login="ins1", insured_no="P-ins1"), people["ins1"], AT)
    for who in ("head", "legal", "sup"):
        await execute(store, DeclareTies(login=who, insured_no="P-other"), people[who], AT)
    assert await undeclared_of(store, Viewer(people["ins1"])) is None
    again = await execute(store, c.CheckTies(case_no="C1"), people["sup"], AT)
    assert "undeclared" not in again[0].data
    page = await case_page(store, Viewer(people["sup"]), "C1", AT)
    assert page is not None
    assert page.state.undeclared == ()


async def test_the_partys_doctors_and_its_address_are_compared_too(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    await store.execute_query(
        """
        MATCH (h:Institution {fixmedins_code: $hospital}), (me:Patient {psn_no: 'P-ins2'})
        SET h.address = '云溪县医院路1号'
        CREATE (:Doctor {prac_psn_code: 'D1', prac_psn_name: '路人甲'})-[:WORKS_AT]->(h)
        CREATE (:Doctor {prac_psn_code: 'D2', prac_psn_name: '别处医师'})
        CREATE (me)-[:LIVES_AT]->(:Address {key: 'a2', value: '云溪县医院路1号', sharers: 90})
        """,
        hospital=HOSPITAL,
    )
    await execute(store, DeclareTies(login="ins1", insured_no="P-ins1"), people["ins1"], AT)
    kin = DeclareTies(login="ins2", insured_no="P-ins2", kin=("P-other",))
    await execute(store, kin, people["ins2"], AT)
    await execute(store, lead, people["ins1"], AT)
    events = await execute(
        store, c.AssignOfficers(case_no="C1", officers=OFFICERS), people["sup"], AT
    )
    asked = {
        (str(e.data["officer"]["account"]), str(e.data["reason"]))  # type: ignore[index, call-overload]
        for e in events
        if e.type == "RecusalRequested"
    }
    assert asked == {
        ("ins1", "与当事人或其职工登记同一住址（王**）"),
        ("ins1", "与同住址或同电话的人同名者在当事人单位登记为医务人员，请核对（路**）"),
        ("ins2", "本人申报的近亲属与当事人单位登记的医务人员同名，请核对（路**）"),
        ("ins2", "本人或其申报的近亲属的住址与当事人单位登记地址相同"),
    }
    assert all(reason_in_english(reason) != reason for _, reason in asked)


async def test_whoever_acts_by_his_role_is_asked_about_as_the_officers_are(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    await store.execute_query(
        "MATCH (f:Employer {key: 'e1'}) "
        "CREATE (:Patient {psn_no: 'P-head', psn_name: '郑某'})-[:EMPLOYED_BY]->(f)"
    )
    kin = DeclareTies(login="legal", insured_no="P-other", kin=("P-nurse",))
    await execute(store, kin, people["legal"], AT)
    await execute(store, DeclareTies(login="head", insured_no="P-head"), people["head"], AT)
    # The agency has no part in a penalty.
    agency = DeclareTies(login="agency", insured_no="P-nurse")
    await execute(store, agency, people["agency"], AT)
    await execute(store, lead, people["ins1"], AT)
    events = await execute(
        store, c.AssignOfficers(case_no="C1", officers=OFFICERS), people["sup"], AT
    )
    asked = {
        (
            str(e.data["officer"]["account"]),  # type: ignore[index, call-overload]
            str(e.data["reason"]),
            e.data.get("by_role"),
            e.data.get("of_head"),
        )
        for e in events
        if e.type == "RecusalRequested"
    }
    assert asked == {
        ("legal", "本人申报的近亲属是当事人或在当事人单位参保（王**）", True, None),
        ("legal", "与当事人或其职工登记同一住址（王**）", True, None),
        ("head", "本人在当事人单位参保", True, True),
    }
    assert all(reason_in_english(one[1]) != one[1] for one in asked)
    again = await execute(store, c.CheckTies(case_no="C1"), people["sup"], AT)
    assert [e.type for e in again] == ["TiesChecked"]


async def test_the_agencys_people_of_a_handling_are_compared(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    agency = DeclareTies(login="agency", insured_no="P-nurse")
    await execute(store, agency, people["agency"], AT)
    opened = c.OpenCase(**{**lead.__dict__, "path": c.Path.AGREEMENT})
    await execute(store, opened, people["ins1"], AT)
    events = await execute(store, c.CheckTies(case_no="C1"), people["agency"], AT)
    asked = [e.data for e in events if e.type == "RecusalRequested"]
    assert [(one["officer"]["account"], one["reason"]) for one in asked] == [  # type: ignore[index, call-overload]
        ("agency", "本人在当事人单位参保")
    ]
    assert asked[0]["by_role"] is True
    assert "of_head" not in asked[0]


async def test_an_inspection_is_compared_with_the_leaders_who_act_on_it(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await store.execute_query(MAP, hospital=HOSPITAL)
    former = DeclareTies(login="sup", insured_no="P-ins2", former_workplaces=(HOSPITAL,))
    await execute(store, former, people["sup"], AT)
    party = c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院")
    plan = OpenInspection(
        party=party, title="检查", basis="条例 27", scope="收费", notice_no="检1号",
        starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 6), officers=OFFICERS,
    )  # fmt: skip
    opened, asked = await execute(store, plan, people["head"], AT)
    assert (asked.type, asked.data["by_role"]) == ("InspectionRecusalRequested", True)
    assert asked.data["reason"] == "本人申报曾在当事人单位任职"
    number = opened.stream.partition(":")[2]
    # Looked for again it is not asked twice; what an officer declared since is.
    check = CheckInspectorTies(inspection_no=number)
    (again,) = await execute(store, check, people["head"], AT)
    assert (again.type, again.data["found"], again.data["new"]) == ("InspectionTiesChecked", 1, 0)
    # It is asked of him, and until it is decided he does nothing there; the officers go on.
    sup = Viewer(people["sup"])
    rows, _ = await list_inspections(store, sup, open_only=True, mine=True, due=True)
    assert [one.inspection_no for one in rows] == [number]
    told = (await list_notices(store, sup)).notices
    assert [one.zh for one in told] == ["现场检查有回避申请待决定"]
    cancel = CancelInspection(inspection_no=number, reason="机构停业")
    with pytest.raises(Refusal) as answer:
        await execute(store, cancel, people["sup"], AT)
    assert answer.value.code == "STEP_MISSING"
    site = {"started_on": date(2026, 3, 2), "place": "病案室", "received_by": "王某"}
    start = StartInspection(
        inspection_no=number, certificates_shown=True, recusal_told=True, **site
    )
    assert [e.type for e in await execute(store, start, people["ins1"], AT)] == [
        "InspectionStarted"
    ]
    own = AnswerInspectorRecusal(
        inspection_no=number, recusal_id="B1", withdraw=True, reasons="曾在该院任职"
    )
    await execute(store, own, people["sup"], AT)
    # He wishes to withdraw; the head decides.
    let_go = DecideInspectorRecusal(
        inspection_no=number, recusal_id="B1", approve=True, reasons="属实"
    )
    await execute(store, let_go, people["head"], AT)
    with pytest.raises(Refusal) as answer:
        await execute(store, cancel, people["sup"], AT)
    assert answer.value.code == "ACCOUNT_UNFIT"
    # Who declared nothing and acts on it is asked to, the leaders with the officers.
    for who in ("ins1", "head"):
        assert await undeclared_of(store, Viewer(people[who])) == Undeclared(0, number, 1)
    assert await undeclared_of(store, sup) is None
