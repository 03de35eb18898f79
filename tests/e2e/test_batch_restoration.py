"""Fourteen doctors on one list: thirteen restored, one refused; a national ban stands by itself."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from casework.clocks.calendars import add_months, local_date

sys.path.insert(0, str(Path(__file__).parent))
from doctors import Doctors

REFUSED = 6
WORDS = 'input[aria-label$="的理由或备案号"]'


@pytest.mark.timeout(900)
async def test_fourteen_doctors_in_one_batch(desk: Any) -> None:
    doctors = Doctors(desk)
    chosen = await doctors.free(14)
    for code, name in chosen:
        await doctors.learned(code, name)
    office = await desk.sign_in("yibaoban")
    number = await _draw_up(office)
    await _handle(office, "提交医院党组织", 14)
    for account, act in (("dangwei", "党组织意见"), ("zhongxin", "中心审核")):
        body = await desk.sign_in(account)
        await body.open(f"/restoration?list={number}")
        await _handle(body, act, 14)
    head = await desk.sign_in("juzhang")
    await head.open(f"/restoration?list={number}")
    dialog = await _start(head, "县局审批", 14)
    await dialog.locator(".ant-select").nth(REFUSED).click()
    await head.page.locator(".ant-select-item-option:visible", has_text="不同意").first.click()
    send = dialog.get_by_role("button", name="县局审批（14 人）")
    await expect(dialog.get_by_text("还有 1 人未填写")).to_be_visible()
    await expect(send).to_be_disabled()
    await dialog.locator(WORDS).nth(REFUSED).fill("应退基金尚未缴清。")
    await head.page.get_by_test_id("typed-confirmation").fill(number)
    await head.send("县局审批（14 人）", dialog)
    await expect(head.page.get_by_text("已办理 14 人，未办理 0 人")).to_be_visible()
    await doctors.signed(*(code for code, _ in chosen))
    await _register(office, number)
    await expect(office.page.get_by_text("已恢复 13 人").first).to_be_visible()
    await expect(office.page.get_by_text("不予恢复 1 人").first).to_be_visible()
    async with office.page.expect_download() as waiting:
        await office.press("打印名单（PDF）")
    assert (await (await waiting.value).path()).read_bytes().startswith(b"%PDF-")
    await desk.chains_hold()


async def test_a_national_ban_is_not_shortened(desk: Any) -> None:
    barred = await desk.sign_in("yishi2")
    # Three years from the day on which the score was recorded, which is the day of this run.
    ends = add_months(local_date(datetime.now(UTC)), 36).year
    told = re.compile(rf"依全国规则，{ends}-\d\d-\d\d 前不能申请恢复")
    await expect(barred.page.get_by_text(told).first).to_be_visible()
    # The ground and the rule it follows, in the reader's language.
    ground = re.compile(
        rf"一次性记满 12 分，依.*医保发〔2024〕23号终止医保支付资格，至 {ends}-\d\d-\d\d 届满"
    )
    await expect(barred.page.get_by_text(ground).first).to_be_visible()
    await expect(barred.page.get_by_text("申请恢复", exact=True)).to_have_count(0)
    await barred.page.get_by_role("button", name="语言").click()
    said = re.compile(rf"12 points at once: .* bars a restoration until {ends}-\d\d-\d\d")
    await expect(barred.page.get_by_text(said).first).to_be_visible()
    await expect(barred.page.get_by_text("Apply for restoration", exact=True)).to_have_count(0)
    await barred.page.get_by_role("button", name="Language").click()
    await barred.open("/study")
    await expect(barred.page.get_by_text("目前没有可学习的恢复申请。")).to_be_visible()


async def _draw_up(office: Any) -> str:
    await office.open("/restoration")
    await expect(office.page.locator(".list-frame .ant-table-row").first).to_be_visible()
    await office.page.get_by_label("全选").check()
    await office.press("列入名单")
    dialog = office.page.get_by_role("dialog")
    await dialog.get_by_label("名单名称").fill("2026 年第一批医保支付资格恢复")
    await office.press("列入名单", dialog)
    await expect(
        office.page.get_by_role("heading", name="2026 年第一批医保支付资格恢复")
    ).to_be_visible()
    number: str = office.page.url.partition("list=")[2]
    assert number.startswith("HF-")
    return number


async def _start(visitor: Any, act: str, people: int) -> Any:
    await visitor.press(f"{act}（{people} 人）")
    dialog = visitor.page.get_by_role("dialog")
    await expect(dialog.get_by_text("逐人办理、逐人留痕").first).to_be_visible()
    return dialog


async def _handle(visitor: Any, act: str, people: int) -> None:
    dialog = await _start(visitor, act, people)
    if act == "中心审核":
        await expect(dialog.get_by_text(f"还有 {people} 人未填写")).to_be_visible()
        for matter in ("学习记录属实", "考试成绩属实", "应退基金已退回", "问题已整改到位"):
            await visitor.press(f"{matter}：未填的均填“是”", dialog)
    await visitor.send(f"{act}（{people} 人）", dialog)
    await expect(visitor.page.get_by_text(f"已办理 {people} 人，未办理 0 人")).to_be_visible()


async def _register(office: Any, number: str) -> None:
    await office.open(f"/restoration?list={number}")
    dialog = await _start(office, "重新登记备案", 13)
    for n in range(13):
        await dialog.locator(WORDS).nth(n).fill(f"皖医师备〔2026〕{n + 101}")
    await office.page.get_by_test_id("typed-confirmation").fill(number)
    await office.send("重新登记备案（13 人）", dialog)
    await expect(office.page.get_by_text("已办理 13 人，未办理 0 人")).to_be_visible()
