"""An inspector goes from a finding to a case with evidence; the head files it on the supervisor's opinion."""

import re
from typing import Any

from filing_pages import filed_on_pages
from playwright.async_api import expect
from sealing import filing

RECORD = b"%PDF-1.4\n% record of the inspection on site\n%%EOF\n"


async def test_inspector_from_finding_to_case(desk: Any) -> None:
    inspector = await desk.sign_in("jicha1")
    case_no = await _send_two_findings(inspector, desk.hospital.name)
    supervisor = await desk.sign_in("zhongxin")
    await _supervisor_assigns(supervisor, case_no)
    await filed_on_pages(desk, inspector, supervisor, case_no)
    await expect(inspector.page.get_by_text("已立案").first).to_be_visible()
    await _investigate(inspector, case_no)
    await _upload(inspector)
    await inspector.open(f"/cases/{case_no}")
    await expect(inspector.page.get_by_test_id("chain-intact")).to_be_visible()
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq",
        stream=f"case:{case_no}",
    )
    kinds = [row["type"] for row in rows]
    assert kinds[0] == "CaseOpened"
    assert {"OfficersAssigned", "CaseFiled", "InvestigationStarted", "EvidenceAttached"} <= {*kinds}
    await desk.chains_hold()


async def _send_two_findings(inspector: Any, hospital: str) -> str:
    """From the list to a new case; returns its number."""
    page = inspector.page
    await page.get_by_role("link", name="疑点", exact=True).click()
    await expect(page.get_by_role("heading", name="疑点", exact=True)).to_be_visible()
    await inspector.choose("机构", hospital)
    rows = page.get_by_role("group", name="疑点", exact=True)
    await expect(rows.locator(".ant-table-row", has_text=hospital).first).to_be_visible()
    # The rows before the filter are still there while its answer is on the way.
    await expect(rows.locator(".ant-table-row", has_not_text=hospital)).to_have_count(0)
    await rows.focus()
    for key in ("ArrowDown", "Space", "ArrowDown", "Space"):
        await page.keyboard.press(key)
    bulk = page.get_by_role("toolbar")
    await expect(bulk).to_contain_text("已选 2 条")
    await inspector.press("送入案件", bulk)
    dialog = page.get_by_role("dialog", name="把 2 条疑点送入案件")
    await dialog.get_by_label("案件名称").fill("涉嫌违规收费线索")
    await inspector.press("送入案件", dialog)
    await page.wait_for_url(re.compile(r"/cases/.+"))
    await expect(page.get_by_role("heading", name="涉嫌违规收费线索").first).to_be_visible()
    await page.get_by_role("tab", name="疑点 (2)").click()
    number: str = page.url.rsplit("/", 1)[1].split("?")[0]
    return number


async def _supervisor_assigns(supervisor: Any, case_no: str) -> None:
    """Two officers are named."""
    await supervisor.open(f"/cases/{case_no}")
    drawer = await supervisor.start("指派承办人员")
    for row, (name, number) in enumerate((("陈立行", "0117"), ("林晓舟", "0142"))):
        person = drawer.get_by_label("选择人员").nth(row)
        await person.click()
        await person.fill(name)
        # Enter would choose whoever stands first before the list has followed.
        offered = supervisor.page.locator(".ant-select-item-option:visible", has_text=name)
        await offered.first.click()
        await drawer.get_by_label("执法证号").nth(row).fill(f"皖医保执〔2024〕{number}")
    await supervisor.finish(drawer, "指派承办人员")


async def _investigate(inspector: Any, case_no: str) -> None:
    """The inspector's own window has followed; with the signed form the investigation starts in it."""
    await filing(inspector, case_no)
    drawer = await inspector.start("开始调查")
    await drawer.get_by_label("已出示执法证件").check()
    await drawer.get_by_label("已告知并处理回避申请").check()
    await inspector.finish(drawer, "开始调查")
    await expect(inspector.page.get_by_text("调查取证").first).to_be_visible()


async def _upload(inspector: Any) -> None:
    """A file goes from the browser into the vault, past the same-origin rule."""
    page = inspector.page
    await page.get_by_role("tab", name="证据 (1)").click()
    await inspector.press("上传证据")
    dialog = page.get_by_role("dialog", name="上传证据")
    await dialog.locator("input[type=file]").set_input_files(
        {"name": "现场检查笔录.pdf", "mimeType": "application/pdf", "buffer": RECORD}
    )
    await dialog.get_by_label("证明目的").fill("现场检查的经过")
    # Nothing is sent before it is told how the item was taken, as its kind asks.
    await inspector.press("上传证据", dialog)
    await expect(dialog.get_by_text("此项必填").first).to_be_visible()
    await dialog.get_by_label("收集地点").fill("住院部护士站")
    await dialog.get_by_label("收集方法").click()
    await page.locator(".ant-select-item-option:visible", has_text="复印并核对").click()
    await dialog.get_by_label("复制件", exact=True).check()
    await dialog.get_by_label("未取得原件的原因").fill("原件由医院留存，经核对无异")
    await dialog.get_by_label("页数").fill("3")
    await inspector.press("上传证据", dialog)
    await inspector.told("已存入证据库：现场检查笔录.pdf")
    await expect(page.get_by_role("tab", name="证据 (2)")).to_be_visible()
    await inspector.press("现场检查笔录.pdf")
    await expect(page.get_by_role("dialog").get_by_text("保管链")).to_be_visible()
    card = page.get_by_role("dialog").locator("dl").nth(1)
    for told in (
        "住院部护士站",
        "复印并核对",
        "复制件 · 原件由医院留存，经核对无异",
        "陈立行、林晓舟",
    ):
        await expect(card).to_contain_text(told)
