"""Over HTTP: figures the bureau sets, a visit's DRG/DIP difference, officers of whom no tie could be compared."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from casework.clocks.calendars import local_date

pytestmark = pytest.mark.asyncio(loop_scope="session")
ROWS = """{ bureauParameters { rows { name value shown preset law mark since
  history { value } waiting { proposalId } } } }"""
PREVIEW = """query($i: ParameterProposeInput!) {
  parameterProposePreview(input: $i) { refused consequences { text } } }"""
OPEN = """mutation($i: CaseOpenInput!) { r: caseOpen(input: $i) { __typename
  ... on CaseSuccess { caseFile { case { caseNo } } } } }"""
FILE = """query($n: String!) { caseFile(caseNo: $n) { case { undeclared } timeline(first: 9) { type summary } } }"""
LINES = """query($n: String!) { caseLines(caseNo: $n) { rows { lineId confirmed groupDifference }
  whole { loss } } }"""
JUDGE = (
    """query($i: CaseLinesPreviewInput!) { caseLinesPreview(input: $i) { count loss refused } }"""
)


async def row(desk: Any, name: str) -> dict[str, Any]:
    rows = (await desk.ask(ROWS))["bureauParameters"]["rows"]
    return next(one for one in rows if one["name"] == name)


async def opened(world: Any) -> str:
    today = local_date(datetime.now(UTC))
    given = {
        "title": "涉嫌违规收费案", "source": "TIP", "summary": "群众举报",
        "conductFrom": "2025-01-05", "conductTo": str(today - timedelta(days=30)),
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
    }  # fmt: skip
    answer = await world.people["inspector"].ask(OPEN, i=given)
    return str(answer["r"]["caseFile"]["case"]["caseNo"])


async def test_a_hearing_amount_is_shown_with_its_default_and_never_reaches_back(
    world: Any,
) -> None:
    legal, head = world.people["legal"], world.people["head"]
    before = await row(legal, "hearing_amount_person")
    assert (before["shown"], before["preset"], before["mark"], before["since"]) == (
        "5,000.00 元", "5,000.00 元", "S", None,
    )  # fmt: skip
    today = local_date(datetime.now(UTC))
    change = {
        "name": "hearing_amount_person", "value": "1000", "basis": "皖医保发〔2026〕3号",
        "reason": "按本省标准", "validFrom": str(today - timedelta(days=1)),
    }  # fmt: skip
    told = (await legal.ask(PREVIEW, i=change))["parameterProposePreview"]
    assert "不溯及既往" in told["refused"]
    events = await world.events()
    assert (await legal.act("parameterPropose", **change))["__typename"] != "ParameterSuccess"
    assert await world.events() == events
    # Far ahead: other tests of this bureau keep the packaged amount.
    change["validFrom"] = str(today + timedelta(days=36500))
    assert (await legal.act("parameterPropose", **change))["__typename"] == "ParameterSuccess"
    waiting = (await row(head, "hearing_amount_person"))["waiting"]
    decided = await head.act("parameterDecide", proposalId=waiting["proposalId"], approve=True)
    assert decided["__typename"] == "ParameterSuccess"
    after = await row(head, "hearing_amount_person")
    assert (after["shown"], after["history"][0]["value"]) == ("5,000.00 元", "1000")


async def test_a_bill_settled_by_group_loses_its_difference(world: Any) -> None:
    number = await opened(world)
    inspector = world.people["inspector"]
    bill = {
        "caseNo": number, "bill": f"病案{number}", "title": "住院费用", "amount": "100.00",
        "fixmedinsCode": world.hospital, "insidePolicy": "100.00",
    }  # fmt: skip
    assert (await inspector.act("caseLineAdd", **bill))["__typename"] == "CaseSuccess"
    judged = {
        "caseNo": number, "verdict": "CONFIRMED", "lineIds": [bill["bill"]],
        "groupDifference": "1234.50", "reasons": "",
    }  # fmt: skip
    assert (await inspector.ask(JUDGE, i=judged))["caseLinesPreview"]["refused"]
    judged["reasons"] = "结算病组 FR23，应入病组 FR25"
    told = (await inspector.ask(JUDGE, i=judged))["caseLinesPreview"]
    assert (told["refused"], told["loss"]) == (None, "1234.50")
    for who in ("office", "doctor", "auditor", "system"):
        answer = await world.people[who].act("caseLinesJudge", **judged)
        assert answer["__typename"] != "CaseSuccess", who
    assert (await inspector.act("caseLinesJudge", **judged))["__typename"] == "CaseSuccess"
    found = (await inspector.ask(LINES, n=number))["caseLines"]
    assert found["whole"]["loss"] == "1234.50"
    assert found["rows"][0]["groupDifference"] == "1234.50"


async def test_who_declared_no_ties_is_named_and_has_it_among_his_tasks(world: Any) -> None:
    number = await opened(world)
    officers = [
        {"account": "inspector", "certificateNo": "皖01"},
        {"account": "inspector2", "certificateNo": "皖02"},
    ]
    supervisor = world.people["supervisor"]
    named = await supervisor.act("caseAssignOfficers", caseNo=number, officers=officers)
    assert named["__typename"] == "CaseSuccess"
    silent = (await supervisor.ask(FILE, n=number))["caseFile"]["case"]["undeclared"]
    for who in ("inspector", "inspector2"):
        assert await tasks(world.people[who]) == [f"测试{who}" in silent], who
    assert "测试inspector2" in silent
    rows, _, _ = await world.driver.execute_query("MATCH (p:Patient) RETURN min(p.psn_no) AS one")
    declared = await world.people["inspector2"].act(
        "accountDeclareTies", login="inspector2", insuredNo=rows[0]["one"]
    )
    assert declared["__typename"] == "AccountSuccess"
    assert await tasks(world.people["inspector2"]) == [False]
    checked = await supervisor.act("caseTiesCheck", caseNo=number)
    assert checked["__typename"] == "CaseSuccess"
    file = (await supervisor.ask(FILE, n=number))["caseFile"]
    assert "测试inspector2" not in file["case"]["undeclared"]
    # The office of the institution reads none of it.
    office = await world.people["office"].raw(FILE, n=number)
    assert "测试inspector" not in str(office.get("data") or "")


async def tasks(desk: Any) -> list[bool]:
    waiting = (await desk.ask("{ inbox { waiting { kind target } } }"))["inbox"]["waiting"]
    found = [one for one in waiting if one["kind"] == "ties"]
    assert all(one["target"] == "/delegations" for one in found)
    return [bool(found)]


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("scored_staff", "medical;billing;pharmacy_principal;pharmacy_staff", "billing"),
        ("institution_shares", "30;60", "60;30"),
    ],
)
async def test_who_is_scored_and_which_shares_count_is_proposed_and_approved_by_two(
    world: Any, name: str, value: str, wrong: str
) -> None:
    today = local_date(datetime.now(UTC))
    change = {
        "name": name, "value": value, "basis": "湘医保发〔2025〕4号", "reason": "按本省细则",
        # Far ahead: other tests of this bureau keep what is packaged.
        "validFrom": str(today + timedelta(days=36500)),
    }  # fmt: skip
    before = await world.events()
    for who in ("inspector", "agency", "office", "other_office", "doctor", "party", "system"):
        answer = await world.people[who].act("parameterPropose", **change)
        assert answer["__typename"] in ("NotPermitted", "NotFound"), (who, answer)
    query = """mutation($i: ParameterProposeInput!) { r: parameterPropose(input: $i) {
      ... on UserError { code } } }"""
    answer = await world.browser().raw(query, i=change)
    assert answer["data"]["r"]["code"] == "SIGN_IN_NEEDED"
    legal, head = world.people["legal"], world.people["head"]
    refused = await legal.act("parameterPropose", **{**change, "value": wrong})
    assert refused["__typename"] != "ParameterSuccess"
    assert await world.events() == before
    assert (await legal.act("parameterPropose", **change))["__typename"] == "ParameterSuccess"
    waiting = (await row(head, name))["waiting"]
    before = await world.events()
    decide = {"proposalId": waiting["proposalId"], "approve": True}
    for who in ("legal", "inspector", "office", "doctor"):
        answer = await world.people[who].act("parameterDecide", **decide)
        assert answer["__typename"] != "ParameterSuccess", who
    assert await world.events() == before
    assert (await head.act("parameterDecide", **decide))["__typename"] == "ParameterSuccess"
    assert (await row(head, name))["history"][0]["value"] == value
