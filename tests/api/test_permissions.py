"""Actors as a table: who is refused what, and that a refusal writes nothing."""

from typing import Any

import pytest

OPEN = {
    "title": "测试线索",
    "source": "LETTER",
    "summary": "群众来信",
    "conductFrom": "2025-03-01",
    "conductTo": "2025-06-30",
    "path": "ADMINISTRATIVE",
}
SCORE = {
    "pracPsnName": "医师",
    "act": "tiaoli_38_39",
    "responsibility": "GENERAL",
    "points": 4,
    "conductOn": "2025-05-05",
    "conductTo": "2025-05-05",
    "reasons": "测试",
    "basis": {"kind": "DOCUMENT", "reference": "X", "decidedOn": "2026-02-02", "issuer": "局"},
}
ANONYMOUS, INSTITUTION = "anonymous", "other_office"
BUSINESS = [ANONYMOUS, INSTITUTION, "doctor", "party", "system", "security", "auditor"]


def party(world: Any) -> dict[str, str]:
    return {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"}


async def refused(world: Any, actor: str, name: str, values: dict[str, Any]) -> None:
    desk = world.browser() if actor == ANONYMOUS else world.people[actor]
    before = await world.events()
    answer = await desk.act(name, **values)
    assert answer["__typename"] in {"NotPermitted", "NotFound", "LawRefused"}, answer
    assert await world.events() == before


@pytest.mark.parametrize("actor", BUSINESS)
async def test_only_the_bureau_registers_leads(world: Any, actor: str) -> None:
    await refused(world, actor, "caseOpen", {**OPEN, "party": party(world)})


@pytest.mark.parametrize("actor", [*BUSINESS, "supervisor", "head"])
async def test_only_the_agency_or_an_inspector_records_scores(world: Any, actor: str) -> None:
    code = world.doctors[2][0]
    values = {**SCORE, "pracPsnCode": code, "fixmedinsCode": world.hospital}
    await refused(world, actor, "pointsRecordScore", values)


@pytest.mark.parametrize("actor", [ANONYMOUS, "inspector", "head", "system", "auditor", "office"])
async def test_only_the_security_administrator_makes_accounts(world: Any, actor: str) -> None:
    values = {"login": "intruder", "name": "x", "person": "x", "roles": ["HEAD"]}
    await refused(world, actor, "accountCreate", values)


async def test_nobody_grants_himself_a_role(world: Any) -> None:
    await refused(
        world, "security", "accountGrantRole", {"login": "security", "role": "HEAD", "reason": "x"}
    )


@pytest.mark.parametrize("actor", [ANONYMOUS, "office", "doctor", "system", "security", "auditor"])
async def test_the_map_is_the_bureaus(world: Any, actor: str) -> None:
    desk = world.browser() if actor == ANONYMOUS else world.people[actor]
    body = await desk.raw('{ search(text: "医院") { nodes { id } } }')
    assert body["data"] is None


@pytest.mark.parametrize("actor", ["inspector", "head", "security", "system"])
async def test_the_log_is_the_auditors(world: Any, actor: str) -> None:
    body = await world.people[actor].raw("{ log { nodes { type } } }")
    assert body["data"] is None


async def test_the_auditor_reads_the_log_and_nothing_else(world: Any) -> None:
    desk = world.people["auditor"]
    assert (await desk.ask("{ log(first: 5) { nodes { type hash } } }"))["log"]["nodes"]
    assert (await desk.ask("{ cases { nodes { caseNo } } }"))["cases"]["nodes"] == []
    assert (await desk.ask("{ findings { nodes { findingId } } }"))["findings"]["nodes"] == []


async def test_an_institution_sees_its_own_findings_only(world: Any) -> None:
    query = "{ findings(first: 100) { nodes { fixmedinsCode psnName } } }"
    own = (await world.people["office"].ask(query))["findings"]["nodes"]
    assert own
    assert {node["fixmedinsCode"] for node in own} == {world.hospital}
    everything = (await world.people["inspector"].ask(query))["findings"]["nodes"]
    assert len({node["fixmedinsCode"] for node in everything}) > 1


async def test_missing_and_forbidden_look_the_same(world: Any) -> None:
    opened = await world.people["inspector"].ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) "
        "{ ... on CaseSuccess { caseFile { case { caseNo id } } } } }",
        input={**OPEN, "party": party(world)},
    )
    case_no = opened["r"]["caseFile"]["case"]["caseNo"]
    query = "query($n: String!) { caseFile(caseNo: $n) { summary } }"
    other = world.people["other_office"]
    assert await other.ask(query, n=case_no) == await other.ask(query, n="YB-1999-0001")
    seen = await world.people["head"].ask(query, n=case_no)
    assert seen["caseFile"]["summary"] == "群众来信"


async def test_names_are_masked_until_a_purpose_is_stated(world: Any) -> None:
    desk = world.people["inspector"]
    page = await desk.ask("{ findings(first: 1) { nodes { psnNo psnName } } }")
    node = page["findings"]["nodes"][0]
    assert "*" in node["psnName"]
    subject = f"Patient:{node['psnNo']}"
    reveal = (
        "mutation($s: ID!, $p: String!) { r: personalDataReveal(input: {subject: $s, purpose: $p}) "
        "{ __typename ... on UserError { code } ... on RevealSuccess { fields { name value } } } }"
    )
    without = await desk.ask(reveal, s=subject, p="  ")
    assert without["r"]["__typename"] in {"InvalidInput", "LawRefused"}
    found = await desk.ask(reveal, s=subject, p="核实就诊人身份")
    values = {field["name"]: field["value"] for field in found["r"]["fields"]}
    assert "*" not in values["psn_name"]
    log = await world.people["auditor"].ask(
        '{ log(filter: {type: "PersonalDataRevealed"}, first: 1) { nodes { actor summary } } }'
    )
    assert log["log"]["nodes"][0]["actor"] == "inspector"
    assert "核实就诊人身份" in log["log"]["nodes"][0]["summary"]
