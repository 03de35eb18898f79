"""An agreement handling that becomes an administrative case without a second recovery."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest_asyncio
from decided import decided
from playwright.async_api import expect
from vault import signed_and_sealed

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from cli.demo.people import actor_of
from graph.cases.read import case_state
from graph.commands import execute

NO = "XIEYI-1"
SENTENCE = "重复收取护理费 4113.00 元。"


@pytest_asyncio.fixture(loop_scope="session")
async def handling(desk: Any) -> str:
    """A case under the agreement with one finding of 4,113 yuan."""
    opened = c.OpenCase(
        case_no=NO,
        title="重复收取护理费协议处理",
        source=c.Source.INSPECTION,
        summary="日常稽核发现。",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
        path=c.Path.AGREEMENT,
        findings=(c.FindingRef("F-XIEYI", "duplicate_charge", Decimal("4113.00"), SENTENCE),),
    )
    await execute(desk.driver, opened, await actor_of(desk.driver, "jingban"), desk.demo.at)
    return NO


async def test_what_came_back_under_the_agreement_is_not_recovered_again(
    desk: Any, handling: str
) -> None:
    agency = await desk.sign_in("jingban")
    await agency.open(f"/cases/{handling}")
    await _confirm(agency)
    await _propose(agency)
    await _notify(desk, agency)
    await _waive(await desk.sign_in("yibaoban"))
    await _decide(await desk.sign_in("jingbanzr"))
    await agency.page.reload()
    await _serve(desk, agency)
    await _deduct(desk, agency, "登记扣款", "3000.00")
    drawer = await agency.start("提请转换办理程序")
    await drawer.get_by_label("理由").fill("发现欺诈骗保线索。")
    await agency.finish(drawer, "提请转换办理程序")
    head = await desk.sign_in("juzhang")
    await head.open(f"/cases/{handling}")
    drawer = await head.start("转行政处罚程序")
    await head.finish(drawer, "转行政处罚程序", NO)
    await expect(head.page.get_by_text("线索核查").first).to_be_visible()
    await decided(desk, handling, "4113.00")
    # Of the 4,113 yuan 1,113 are left: more is refused, that much is taken.
    await agency.page.reload()
    drawer = await _payment(desk, agency, "4113.00")
    await agency.press("登记缴款", drawer)
    await expect(drawer.get_by_text("超过尚未缴纳的 1,113.00 元")).to_be_visible()
    await drawer.get_by_label("金额（元）").fill("1113.00")
    await agency.finish(drawer, "登记缴款")
    await expect(agency.page.get_by_text("4,113.00").first).to_be_visible()
    state = await _state(desk)
    assert state.recovered == state.decision.recovery == Decimal("4113.00")
    await desk.chains_hold()


async def _pick(visitor: Any, drawer: Any, label: str, option: str) -> None:
    """Choose from a short list that cannot be searched."""
    await drawer.get_by_label(label).first.click()
    await visitor.page.locator(".ant-select-item-option:visible", has_text=option).first.click()


async def _confirm(agency: Any) -> None:
    """The agency is led to the lines first: what it asks back is what they lost."""
    await expect(agency.page.get_by_test_id("primary-act")).to_have_text("列入明细")
    drawer = await agency.start("列入明细")
    await agency.finish(drawer, "列入明细")
    await expect(agency.page.get_by_test_id("primary-act")).to_have_text("逐条认定")
    await agency.open(f"/cases/{NO}?tab=lines")
    # A key pressed before the line is there means nothing.
    await expect(agency.page.get_by_test_id("line-sums")).to_contain_text("未认定 1 /")
    await agency.page.get_by_role("group", name="逐条认定").focus()
    await agency.page.keyboard.press("c")
    await expect(agency.page.get_by_test_id("line-sums")).to_contain_text("未认定 0 /")
    await agency.open(f"/cases/{NO}")


async def _propose(agency: Any) -> None:
    drawer = await agency.start("提出拟处理意见")
    await _pick(agency, drawer, "类别", "退回基金")
    await drawer.get_by_placeholder("金额（元）").fill("4113.00")
    await drawer.get_by_placeholder("协议条款").fill("第三十条")
    await drawer.get_by_label("理由").fill("多收费事实清楚。")
    await agency.finish(drawer, "提出拟处理意见")


async def _notify(desk: Any, agency: Any) -> None:
    await _issue(agency, "拟协议处理告知书")
    drawer = await agency.start("告知拟处理意见")
    await _pick(agency, drawer, "送达方式", "直接送达")
    await agency.pick_day("送达日期", local_date(desk.demo.at).isoformat(), drawer)
    await agency.finish(drawer, "告知拟处理意见")


async def _issue(agency: Any, title: str) -> None:
    """The agency issues a paper of its own, without which it serves none."""
    await agency.open(f"/cases/{NO}?tab=forms")
    await agency.press("出具", agency.page.get_by_role("row").filter(has_text=title).first)
    drawer = agency.page.get_by_role("dialog").filter(has_text=f"出具 {title}")
    await agency.press(f"出具 {title}", drawer)
    await expect(drawer).to_be_hidden()


async def _waive(office: Any) -> None:
    await office.open(f"/cases/{NO}")
    drawer = await office.start("陈述申辩")
    await drawer.get_by_label("书面放弃").check()
    await drawer.get_by_label("内容").fill("无异议。")
    await office.finish(drawer, "陈述申辩")


async def _decide(chief: Any) -> None:
    await chief.open(f"/cases/{NO}")
    drawer = await chief.start("作出协议处理决定")
    await drawer.get_by_label("作出处理", exact=True).check()
    await chief.finish(drawer, "作出协议处理决定", NO)


async def _serve(desk: Any, agency: Any) -> None:
    """The agency is led through the papers that give the decision its effect, then it hands it over."""
    await expect(agency.page.get_by_test_id("primary-act")).to_contain_text("出具文书")
    await signed_and_sealed(desk, NO, "handling_approval", "handling_decision", who="jingban")
    await agency.page.reload()
    await expect(agency.page.get_by_test_id("primary-act")).to_have_text("送达协议处理决定")
    drawer = await agency.start("送达协议处理决定")
    await _pick(agency, drawer, "送达方式", "直接送达")
    await agency.pick_day("送达日期", local_date(desk.demo.at).isoformat(), drawer)
    await agency.finish(drawer, "送达协议处理决定")


async def _deduct(desk: Any, agency: Any, act: str, amount: str) -> None:
    drawer = await agency.start(act)
    await drawer.get_by_label("金额（元）").fill(amount)
    await agency.pick_day("到账日期", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("凭证号").fill("抵扣-1")
    await agency.finish(drawer, act)


async def _payment(desk: Any, agency: Any, amount: str) -> Any:
    drawer = await agency.start("登记缴款")
    await drawer.get_by_label("退回基金").check()
    await drawer.get_by_label("金额（元）").fill(amount)
    await agency.pick_day("到账日期", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("凭证号").fill("缴款-1")
    return drawer


async def _state(desk: Any) -> Any:
    return await case_state(desk.driver, Viewer(desk.demo.team.head), NO)
