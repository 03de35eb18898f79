"""From a delivery to data to rely on: looked at before it is imported, mended line by line, and two
numbers of one person judged to be one."""

import asyncio
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
from playwright.async_api import expect

from claims.store import ClaimStore
from graph.sameness.judged import groups
from graph.sameness.model import SameKind
from stack import jobs
from stack.clients import valkey
from stack.endpoints import Endpoints
from stack.settings import Settings
from workers.kinds import WORK
from workers.running import run_job

#: The bureau's own way to read its registry, which the national profile does not know.
OWN = """
name = "renyuan"
version = "1"
title = "云溪县人员底册"
title_en = "Registry of Yunxi"
[[source]]
file = "people"
[[source.target]]
table = "psn_info_b"
[source.target.columns]
psn_no = "no"
psn_name = "who"
"""
#: Line 2 has no number: an import would refuse it, and the preview says so beforehand.
PEOPLE = "no,who\n,无号\n" + "".join(f"Q{n:04d},欧阳修{n}\n" for n in range(140))
FAULTY = OWN.replace('psn_name = "who"', 'psn_nome = "who"')


def delivered(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


async def test_a_delivery_is_looked_at_under_the_bureaus_own_profile(
    desk: Any, county_desk_home: Path
) -> None:
    batches = len(ClaimStore(county_desk_home).batches())
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/imports")
    await visitor.press("导入")
    dialog = page.get_by_role("dialog").filter(has_text="导入数据")
    await dialog.locator("input[type=file]").set_input_files([delivered("people.csv", PEOPLE)])
    await expect(dialog.locator(".ant-select", has_text="desk-")).to_be_visible()

    # The shipped profile does not know the file, and says so instead of importing nothing.
    await visitor.press("预览前 100 行", dialog)
    preview = page.get_by_role("dialog").filter(has_text="预览：")
    await expect(preview.get_by_role("alert")).to_contain_text("没有可导入的文件")
    await expect(preview.get_by_text("无号")).to_have_count(0)
    await preview.get_by_role("button", name="关闭").click()
    await expect(preview).to_be_hidden()

    await visitor.press("本局自有方案…", dialog)
    drawer = page.get_by_role("dialog").filter(has_text="本局自有的导入方案")
    files = drawer.locator("input[type=file]")
    await files.set_input_files([delivered("renyuan.toml", FAULTY)])
    await expect(drawer.get_by_role("alert")).to_contain_text("psn_nome")
    await files.set_input_files([delivered("renyuan.toml", OWN)])
    await visitor.told("已留存 renyuan 1")
    row = drawer.locator(".ant-table-row", has_text="云溪县人员底册")
    await expect(row).to_contain_text("在用")
    await drawer.get_by_role("button", name="关闭").first.click()
    await expect(drawer).to_be_hidden()

    # What was kept is chosen already.
    await expect(dialog.locator(".ant-select", has_text="云溪县人员底册")).to_be_visible()
    await visitor.press("预览前 100 行", dialog)
    await expect(preview).to_contain_text("方案 renyuan")
    await expect(preview.get_by_role("heading")).to_contain_text("前 100 行")
    await expect(preview.get_by_role("heading")).to_contain_text("其中 1 行会被拒收")
    rows = preview.locator(".ant-table-row")
    await expect(rows).to_have_count(100)
    await expect(rows.first.locator(".danger")).to_be_visible()
    await expect(rows.nth(1)).to_contain_text("Q0000")
    # Names are masked before anybody has said what for.
    await expect(rows.nth(1)).to_contain_text("欧*")
    await expect(preview.get_by_text("欧阳修")).to_have_count(0)
    assert len(ClaimStore(county_desk_home).batches()) == batches


async def test_a_fault_of_the_data_has_an_owner_until_it_is_explained(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/quality")
    lines = page.get_by_role("tabpanel").locator(".ant-table-row")
    await expect(lines.first).to_be_visible()
    opened = lines.first.get_by_role("button")
    what = (await opened.inner_text()).strip()
    await opened.click()
    drawer = page.get_by_role("dialog").filter(has_text=what)
    await expect(drawer.locator(".ant-table-row").first).to_be_visible()
    await visitor.choose("负责人", "林晓舟", drawer)
    await visitor.press("保存处理情况", drawer)
    await visitor.told("已保存")
    await drawer.get_by_role("button", name="关闭").first.click()
    row = page.locator(".ant-table-row", has_text=what).first
    await expect(row).to_contain_text("处理中")
    await expect(row).to_contain_text("林晓舟")

    owner = await desk.sign_in("jicha2")
    page = owner.page
    await owner.open("/quality")
    await page.get_by_text("处理清单", exact=True).click()
    mine = page.locator(".ant-table-row", has_text=what)
    await expect(mine).to_have_count(1)
    await mine.get_by_role("button").click()
    drawer = page.get_by_role("dialog").filter(has_text=what)
    await owner.choose_one("状态", "已说明", drawer)
    await owner.press("保存处理情况", drawer)
    # Nothing is closed without a word on why.
    await expect(drawer).to_contain_text("请说明源数据如何更正")
    await drawer.get_by_label("处理说明").fill("源系统没有此项，已与经办核对")
    await owner.press("保存处理情况", drawer)
    await owner.told("已保存")
    await drawer.get_by_role("button", name="关闭").first.click()
    await expect(page.locator(".ant-table-row", has_text=what).first).to_contain_text("已说明")

    async with page.expect_download() as saving:
        await page.get_by_role("button", name="XLSX").click()
    body = await asyncio.to_thread(Path(await (await saving.value).path()).read_bytes)
    book = openpyxl.load_workbook(io.BytesIO(body))
    told = [[str(cell) for cell in line] for line in book.worksheets[0].values]
    (kept,) = [line for line in told if "源系统没有此项，已与经办核对" in line]
    assert {"已说明", "林晓舟"} <= set(kept)


async def test_two_numbers_are_judged_to_be_one_and_parted_again(
    desk: Any, elsewhere: Settings, county_desk_home: Path, endpoints: Endpoints
) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/sameness")
    await visitor.press("开始比对")
    await _work(elsewhere.model_copy(update={"home": county_desk_home}), endpoints)
    await page.reload()
    pairs = page.get_by_role("group", name="同一人比对").locator(".ant-table-row")
    await expect(pairs.first).to_be_visible()
    left, right = re.findall(r"\w{6,}", await pairs.first.inner_text())[:2]
    pair = page.locator(".ant-table-row", has_text=f"{left} · {right}")

    await page.get_by_role("button", name="同一", exact=True).click()
    await visitor.told("已记录")
    await expect(pair).to_contain_text("同一")
    await expect(page.get_by_text(re.compile("陈立行 研判：同一"))).to_be_visible()
    # The cluster follows from the judgement, and the map draws it.
    one = await groups(desk.driver, SameKind.PATIENT)
    assert one.head[max(left, right)] == min(left, right)
    await page.get_by_role("link", name="在图谱中查看").first.click()
    same = page.get_by_role("button", name=re.compile(r"研判为同一|参保人\s*1$"))
    await expect(same.first).to_be_visible()

    await visitor.open("/sameness?state=CONFIRMED")
    await pair.click()
    # The pair's own; below it stands what else holds the group together.
    await page.get_by_role("button", name="撤回研判").first.click()
    dialog = page.get_by_role("dialog")
    said = dialog.get_by_role("button", name=re.compile(r"确\s?定"))
    await said.click()
    await expect(dialog).to_contain_text("请写明可供他人核对的理由")
    await dialog.get_by_label("理由").fill("两人同名，证件经核对不同")
    await said.click()
    await visitor.told("已撤回")
    assert right not in (await groups(desk.driver, SameKind.PATIENT)).head
    await visitor.open("/sameness")
    await expect(pair).to_contain_text("待研判")
    await desk.chains_hold()


async def _work(settings: Settings, endpoints: Endpoints) -> None:
    """Do the job that the page asked for, as a worker would."""
    with valkey(endpoints) as client:
        for _ in range(100):
            if waiting := [one for one in jobs.recent(client, 5) if one.kind == "sameness"]:
                break
            await asyncio.sleep(0.1)
        job = waiting[0]
        await asyncio.to_thread(run_job, settings, job.job_id, WORK["sameness"], lambda _: None)
        assert jobs.get(client, job.job_id).state == "done"
