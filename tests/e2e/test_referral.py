"""A case goes to the police, who refuse; the objection brings it back to them, and its items follow."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest_asyncio
from decided import done, investigated, on_a_finding
from playwright.async_api import expect
from sealing import scanned
from vault import kept, signed_and_sealed

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from cli.demo.people import actor_of
from cli.vault import object_store
from graph.cases.read import case_state
from stack.settings import Settings
from workers.sealing import Sealing, seal_case

NO, LOSS = "YISONG-1", "58000.00"
PAPER, REFUSAL, TURNED = "来文扫描件", "不予立案通知书", "公安复议决定书"
LETTER = "涉嫌犯罪案件移送书"
APPROVAL = "涉嫌犯罪案件移送审批表"


@pytest_asyncio.fixture(loop_scope="session")
async def suspected(desk: Any) -> str:
    """A case whose lines are confirmed: what they come to is a crime."""
    opened = on_a_finding(desk, NO, "涉嫌虚构住院诈骗案", "虚构住院收费。", LOSS)
    await done(desk, ("jicha1", opened))
    await investigated(desk, NO)
    await kept(desk, f"{NO}-病历", NO, proves="虚构住院")
    return NO


async def test_a_refusal_of_the_police_is_disputed_and_turned(
    desk: Any, settings: Settings, suspected: str, tmp_path: Path
) -> None:
    officer = await desk.sign_in("jicha1")
    head = await desk.sign_in("juzhang")
    # Nobody reports before the head appointed the special group.
    await head.open(f"/cases/{suspected}")
    drawer = await head.start("指定移送专案组")
    await drawer.get_by_label("涉嫌犯罪的情况").fill("虚构住院，涉嫌诈骗。")
    await head.finish(drawer, "指定移送专案组")
    await _reported(officer, suspected)
    await head.open(f"/cases/{suspected}")
    drawer = await head.start("决定是否移送")
    await drawer.get_by_label("同意移送").check()
    await drawer.get_by_label("理由").fill("涉嫌诈骗犯罪，同意移送。")
    await head.finish(drawer, "决定是否移送")
    await _lettered(desk, officer, suspected)
    await _sealed(desk, settings.model_copy(update={"home": desk.demo.home}), suspected, tmp_path)
    await _sent(officer, suspected)
    today = local_date(desk.demo.at).isoformat()
    for name in (REFUSAL, TURNED):
        await kept(desk, name, suspected, proves="公安机关来文")
    await officer.open(f"/cases/{suspected}")
    await _copied(officer, today)
    await _disputed(officer, today)
    drawer = await officer.start("移交涉案物品")
    await drawer.get_by_label("涉案物品（没有的写明“无”）").fill("住院病历 42 册")
    await officer.pick_day("移交日期", today, drawer)
    await officer.finish(drawer, "移交涉案物品")
    state = await case_state(desk.driver, Viewer(desk.demo.team.head), suspected)
    assert state.stage == "referred"
    assert (state.referral.review, state.referral.items_on.isoformat()) == ("filed", today)
    await officer.open(f"/cases/{suspected}?tab=dossier")
    panel = officer.page.locator(
        "section", has=officer.page.get_by_role("heading", name="移送情况")
    )
    await expect(panel.get_by_text("对不予立案提请复议")).to_be_visible()
    await desk.chains_hold()


async def _reported(officer: Any, no: str) -> None:
    await officer.open(f"/cases/{no}")
    drawer = await officer.start("提出移送报告")
    await drawer.get_by_label("涉嫌罪名").fill("诈骗罪")
    await drawer.get_by_label("查明的事实").fill("虚构住院，骗取基金。")
    await drawer.get_by_label("金额（元）").fill(LOSS)
    await drawer.get_by_label("受理机关").fill("云溪县公安局")
    parts = drawer.locator(".ant-form-item", has_text="缺少的材料及说明").last
    await officer.press("添加一行", parts)
    await parts.get_by_label("类别").click()
    option = officer.page.locator(".ant-select-item-option:visible", has_text="鉴定")
    await option.first.click()
    await parts.get_by_placeholder("理由").fill("不涉及需鉴定的专门性问题。")
    await officer.finish(drawer, "提出移送报告")


async def _lettered(desk: Any, officer: Any, no: str) -> None:
    page = officer.page
    await officer.open(f"/cases/{no}?tab=forms")
    # The head's approval goes first, then the next step is this form, and says so.
    await expect(page.get_by_test_id("primary-act")).to_have_text(f"出具文书：{APPROVAL}")
    await signed_and_sealed(desk, no, "referral_approval")
    await page.reload()
    await expect(page.get_by_test_id("primary-act")).to_have_text(f"出具文书：{LETTER}")
    await officer.press("出具", page.get_by_role("row").filter(has_text=LETTER).first)
    drawer = page.get_by_role("dialog").filter(has_text=f"出具 {LETTER}")
    await officer.press(f"出具 {LETTER}", drawer)
    await expect(drawer).to_be_hidden()
    await page.get_by_role("button", name=f"附签字件 {LETTER}").click()
    await scanned(officer, LETTER)
    await expect(page.get_by_text("已附签字件").first).to_be_visible()


async def _sealed(desk: Any, settings: Settings, no: str, folder: Path) -> None:
    """As the button's job does: the journeys have no worker beside them."""
    actor = await actor_of(desk.driver, "jicha1")
    store = object_store(desk.demo.endpoints)
    sealing = Sealing(actor, no, folder / f"{no}.zip", datetime.now(UTC))
    _, registered = await seal_case(desk.driver, store, settings, sealing, lambda *_: None)
    assert registered


async def _sent(officer: Any, no: str) -> None:
    await officer.open(f"/cases/{no}")
    drawer = await officer.start("移送公安机关")
    for name in ("陈立行", "林晓舟"):
        await officer.choose("移交人员（两名）", name, drawer)
    await officer.page.keyboard.press("Escape")
    await officer.finish(drawer, "移送公安机关", no)


async def _copied(officer: Any, today: str) -> None:
    drawer = await officer.start("抄送人民检察院")
    await drawer.get_by_label("人民检察院").fill("云溪县人民检察院")
    await drawer.get_by_label("文书号").fill("云医保抄〔2026〕1号")
    await officer.pick_day("抄送日期", today, drawer)
    await officer.finish(drawer, "抄送人民检察院")


async def _disputed(officer: Any, today: str) -> None:
    drawer = await officer.start("登记公安答复")
    await drawer.get_by_label("不予立案", exact=True).check()
    await drawer.get_by_label("文书号").fill("云公不立字〔2026〕1号")
    await officer.choose(PAPER, REFUSAL, drawer)
    await drawer.get_by_label("理由").fill("数额不足")
    await officer.finish(drawer, "登记公安答复")
    drawer = await officer.start("对不予立案提请复议")
    await drawer.get_by_label("文书号").fill("云医保复〔2026〕1号")
    await drawer.get_by_label("理由").fill("数额已达立案标准")
    await officer.pick_day("提出日期", today, drawer)
    await officer.finish(drawer, "对不予立案提请复议")
    drawer = await officer.start("登记公安复议决定")
    await drawer.get_by_label("立案", exact=True).check()
    await drawer.get_by_label("文书号").fill("云公复〔2026〕1号")
    await officer.choose(PAPER, TURNED, drawer)
    await officer.finish(drawer, "登记公安复议决定")
