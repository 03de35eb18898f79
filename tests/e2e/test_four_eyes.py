"""A person with two roles approves another's penalty and is refused his own."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest_asyncio
from playwright.async_api import expect

from casework.clocks.calendars import local_date
from casework.commands import case as c
from cli.demo.people import actor_of
from graph.commands import execute
from tests import filing as steps

OWN = "SHUANGREN-1"
SEND_AGAIN = """async ([body, csrf]) => {
  const answer = await fetch('/graphql', {method: 'POST', body,
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': csrf}});
  return (await answer.json()).data.result;
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def own_case(desk: Any) -> str:
    """A case of his own, investigated and reported: what is missing is the proposal."""
    demo = desk.demo
    both = await actor_of(desk.driver, "shuangren")
    other = demo.team.second
    officers = tuple(
        c.OfficerRef(one.account, f"皖医保执〔2024〕{one.account}") for one in (both, other)
    )
    opened = c.OpenCase(
        case_no=OWN,
        title="涉嫌重复收费案",
        source=c.Source.TIP,
        summary="举报反映该院重复收取护理费。",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
    )
    inspected = c.RecordInspection(
        case_no=OWN,
        officers=(both.account, other.account),
        held_on=local_date(demo.at),
        place="病案室",
        record="核对护理记录与收费明细。",
    )
    report = c.WriteReport(
        case_no=OWN,
        party="定点医疗机构",
        measures="现场检查",
        facts="重复收费",
        evidence="收费明细",
        law="条例第三十八条",
        proposal="责令退回并处罚款",
    )
    bill = c.AddLine(
        case_no=OWN,
        bill="2025-0301/1",
        title="护理费",
        fixmedins_code=desk.hospital.fixmedins_code,
        amount=Decimal("12000.00"),
        inside_policy=Decimal("12000.00"),
    )
    confirm = c.JudgeLines(case_no=OWN, verdict=c.LineVerdict.CONFIRMED, line_ids=("2025-0301/1",))
    for actor, command in (
        (both, opened),
        (demo.team.supervisor, c.AssignOfficers(case_no=OWN, officers=officers, reason="承办")),
        *steps.filed(OWN, both, demo.team.supervisor, demo.team.head),
        *steps.begun(OWN, both),
        (both, inspected),
        (both, report),
        (both, bill),
        (both, confirm),
    ):
        await execute(desk.driver, command, actor, demo.at)
    return OWN


async def test_supervisor_approves_anothers_penalty_and_is_refused_his_own(
    desk: Any, own_case: str
) -> None:
    visitor = await desk.sign_in("shuangren")
    request = await _approve(visitor, "DEMO-2")
    await _propose(visitor, own_case)
    # The desk does not offer him the review of his own proposal …
    assert "审核处罚建议" not in await visitor.offered()
    await visitor.page.get_by_role("tab", name="处罚与决定").click()
    await expect(visitor.page.get_by_text("提出人不能审核自己的建议")).to_be_visible()
    await expect(visitor.page.get_by_role("button", name="审核", exact=True)).to_have_count(0)
    # … and the server refuses it when the request is sent all the same.
    await _is_refused(desk, visitor, request, own_case)
    # A supervisor who did not propose it may.
    await _approve(await desk.sign_in("zhongxin"), own_case)
    await visitor.page.reload()
    await expect(visitor.page.get_by_test_id("chain-intact")).to_be_visible()
    await desk.chains_hold()


async def _approve(visitor: Any, case_no: str) -> Any:
    """Approve the waiting proposal on the page; returns the request that did it."""
    page = visitor.page
    await visitor.open(f"/cases/{case_no}")
    await page.get_by_role("tab", name="处罚与决定").click()
    await expect(page.get_by_text("待负责人审核")).to_be_visible()
    await visitor.press("审核")
    drawer = page.get_by_role("dialog").filter(has_text="审核")
    await drawer.get_by_label("同意", exact=True).check()
    await drawer.get_by_label("理由").fill("事实清楚，幅度适当。")
    async with page.expect_request(
        lambda one: "proposalId" in (one.post_data or "") and "outcome" in (one.post_data or "")
    ) as sent:
        await visitor.finish(drawer, "审核")
    await expect(page.get_by_text("待负责人审核")).to_have_count(0)
    return await sent.value


async def _propose(visitor: Any, case_no: str) -> None:
    await visitor.open(f"/cases/{case_no}")
    drawer = await visitor.start("提出处罚建议")
    await visitor.choose("适用条款", "第三十八条第（三）项", drawer)
    await drawer.get_by_label("基金损失（元）").fill("12000.00")
    await drawer.get_by_label("倍数").fill("1.5")
    await expect(drawer.get_by_text("罚款 18,000.00 元")).to_be_visible()
    await drawer.get_by_label("理由").fill("多次重复收取，取中间幅度。")
    await visitor.finish(drawer, "提出处罚建议")


async def _is_refused(desk: Any, visitor: Any, request: Any, case_no: str) -> None:
    """Send what the review button sends, with his own session, for his own proposal."""
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (s:Stream {id: $id}) RETURN s.version AS version", id=f"case:{case_no}"
    )
    before = rows[0]["version"]
    body = request.post_data_json
    body["variables"]["input"] |= {
        "caseNo": case_no,
        "proposalId": "P1",
        "expectedVersion": before,
        "commandId": "9b0f0f0e-0000-4000-8000-000000000001",
    }
    csrf = (await request.all_headers())["x-csrf-token"]

    answer = await visitor.page.evaluate(SEND_AGAIN, [json.dumps(body), csrf])
    assert answer["code"] == "FOUR_EYES", answer
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (s:Stream {id: $id}) RETURN s.version AS version", id=f"case:{case_no}"
    )
    assert rows[0]["version"] == before
