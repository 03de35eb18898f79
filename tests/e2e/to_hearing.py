"""From a clue to the party's request for a hearing, each step on the page of whoever takes it."""

import re
from datetime import date
from typing import Any

from filing_pages import filed_on_pages
from playwright.async_api import expect
from vault import signed_and_sealed

OFFICERS = ("陈立行", "林晓舟")
PARTS = ("当事人基本情况", "来源与调查措施", "查明的事实", "证据与证明内容", "法律依据", "处理建议")
NOTICE = "行政处罚事先告知书"


async def to_hearing(desk: Any, title: str, loss: str, multiple: str, today: date) -> str:
    """Register, file, investigate, propose, notify; the party asks to be heard. Returns the number."""
    officer = await desk.sign_in("jicha1")
    no = await _registered(officer, title, desk.hospital.name)
    supervisor = await desk.sign_in("zhongxin")
    await _assigned(supervisor, no)
    await filed_on_pages(desk, officer, supervisor, no)
    await _investigated(desk, officer, no, loss)
    await _proposed(officer, loss, multiple)
    await supervisor.open(f"/cases/{no}")
    drawer = await supervisor.start("审核处罚建议")
    await drawer.get_by_label("同意", exact=True).check()
    await supervisor.finish(drawer, "审核处罚建议")
    await _told(desk, officer, no, today)
    return no


async def _registered(officer: Any, title: str, party: str) -> str:
    await officer.open("/cases")
    await officer.press("登记线索")
    dialog = officer.page.get_by_role("dialog").filter(has_text="案件名称")
    await dialog.get_by_label("案件名称").fill(title)
    await officer.choose("编码", party, dialog)
    # Whoever is chosen by name is named already.
    await expect(dialog.get_by_label("名称或姓名")).to_have_value(party)
    await officer.pick_days("2025-03-01", "2025-09-30", dialog)
    await dialog.get_by_label("线索摘要").fill("群众举报：理疗项目未做却收费。")
    await officer.press("登记线索", dialog)
    await officer.page.wait_for_url(re.compile(r"/cases/YB-\d{4}-\d+"))
    return str(officer.page.url.rsplit("/", 1)[-1])


async def _assigned(supervisor: Any, no: str) -> None:
    await supervisor.open(f"/cases/{no}")
    drawer = await supervisor.start("指派承办人员")
    for n, name in enumerate(OFFICERS):
        box = drawer.locator(f"#officers_{n}_account")
        await box.click()
        await box.fill(name)
        option = supervisor.page.locator(".ant-select-item-option:visible", has_text=name)
        await option.first.click()
        await drawer.get_by_placeholder("执法证号").nth(n).fill(f"皖A0{n}")
    await supervisor.finish(drawer, "指派承办人员")


async def _investigated(desk: Any, officer: Any, no: str, loss: str) -> None:
    # The desk's clock stands a month back, where no lock of the vault can end: its scan lies there already.
    await signed_and_sealed(desk, no, "filing", at=desk.clock.now())
    await officer.open(f"/cases/{no}?tab=lines")
    page = officer.page
    drawer = await officer.start("开始调查")
    await drawer.get_by_label("已出示执法证件").check()
    await drawer.get_by_label("已告知并处理回避申请").check()
    await officer.finish(drawer, "开始调查")
    # Nothing was attached, so there is nothing to list: the refusal says what to do instead.
    drawer = await officer.start("列入明细")
    await officer.press("列入明细", drawer)
    await expect(drawer.get_by_role("alert")).to_contain_text("手工列入明细")
    await officer.press("取消", drawer)
    drawer = await officer.start("手工列入明细")
    await drawer.get_by_label("就诊ID/明细流水号，或票据号").fill("纸质2025-0701")
    await drawer.get_by_label("项目").fill("理疗")
    await drawer.get_by_label("金额（元）", exact=True).fill(loss)
    await drawer.get_by_label("政策范围内（元）").fill(loss)
    await officer.finish(drawer, "手工列入明细")
    # The line that was just added is there, without a reload.
    await expect(page.get_by_label("选择 纸质2025-0701")).to_be_visible()
    await officer.press("认定", page.get_by_role("toolbar"))
    dialog = page.get_by_role("dialog").filter(has_text="认定 1 条明细")
    await expect(dialog.get_by_text("应追回（元）").first).to_be_visible()
    await officer.press("认定", dialog)
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_test_id("primary-act")).to_have_text("撰写调查终结报告")


async def _proposed(officer: Any, loss: str, multiple: str) -> None:
    drawer = await officer.start("撰写调查终结报告")
    for part in PARTS:
        await drawer.get_by_label(part).fill("已核实")
    await officer.finish(drawer, "撰写调查终结报告")
    drawer = await officer.start("提出处罚建议")
    await officer.choose("适用条款", "第三十八条第（四）项", drawer)
    await expect(drawer.get_by_label("基金损失（元）")).to_have_value(loss)
    await drawer.get_by_label("倍数").fill(multiple)
    await drawer.get_by_label("理由").fill("情节一般")
    await officer.finish(drawer, "提出处罚建议")


async def _told(desk: Any, officer: Any, no: str, today: date) -> None:
    """The notice is issued with its number, handed over, and answered with a request."""
    page = officer.page
    await officer.open(f"/cases/{no}?tab=forms")
    # What is not issued is not served: its form leads instead.
    assert "送达事先告知书" not in await officer.offered()
    row = page.get_by_role("row").filter(has_text=NOTICE).filter(has_text="第四十一条")
    await officer.press("出具", row)
    drawer = page.get_by_role("dialog").filter(has_text=f"出具 {NOTICE}")
    await officer.press(f"出具 {NOTICE}", drawer)
    await expect(drawer).to_be_hidden()
    drawer = await officer.start("送达事先告知书")
    await officer.choose_one("送达方式", "直接送达", drawer)
    await officer.pick_day("送达日期", today.isoformat(), drawer)
    await officer.finish(drawer, "送达事先告知书")
    await _asked(await desk.sign_in("yibaoban"), no)
    await officer.open(f"/cases/{no}")
    await expect(page.get_by_text("当事人在线提交").first).to_be_visible()


async def _asked(office: Any, no: str) -> None:
    """The party asks to be heard on its own page, and has its receipt; papers go with it in the API's tests:
    the vault locks none on a day that lies behind it."""
    await office.open(f"/cases/{no}?tab=penalty")
    drawer = await office.start("申请听证")
    await office.finish(drawer, "申请听证")
    receipt = office.page.get_by_test_id("receipts")
    await expect(receipt).to_contain_text("听证申请")
