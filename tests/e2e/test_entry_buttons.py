"""Buttons that start from a page alone: a measure, its paper, and points for a doctor of the map."""

import re
from datetime import UTC, datetime
from typing import Any

from doctors import Doctors
from playwright.async_api import expect
from restoration_pages import kept

from casework.clocks.calendars import local_date
from casework.commands import measures as m
from casework.commands.case import Defence
from cli.demo.people import actor_of
from graph.commands import execute
from tests.sealing import measure_signed, received

KEY = "P34160099998"


async def test_a_measure_is_taken_on_paper_for_a_stated_purpose(desk: Any) -> None:
    now, own = datetime.now(UTC), {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": KEY}
    await desk.driver.execute_query(
        "MERGE (i:Institution {fixmedins_code: $key}) SET i.fixmedins_name = '康宁大药房'", key=KEY
    )
    agency = await actor_of(desk.driver, "jingban")
    propose = m.ProposeMeasure(
        **own, subject_name="康宁大药房", term="payment-share-50", months=1,
        document_no="云医保协〔2026〕8号", reasons="人员占比",
    )  # fmt: skip
    await execute(desk.driver, propose, agency, now)
    await execute(desk.driver, received(f"陈述-{KEY}"), agency, now)
    heard = m.HearMeasure(
        **own,
        measure_id="M1",
        told_on=local_date(now),
        how=Defence.WAIVED,
        text="无异议",
        evidence_id=f"陈述-{KEY}",
    )
    await execute(desk.driver, heard, agency, now)
    decide = m.DecideMeasure(**own, measure_id="M1", approve=True)
    await execute(desk.driver, decide, await actor_of(desk.driver, "jingbanzr"), now)
    await measure_signed(desk.driver, own, agency, now, "suspension_notice")
    reader = await desk.sign_in("jingban")
    await _served_by_click(reader)
    await reader.page.keyboard.press("p")
    await reader.page.get_by_role("button", name="取 PDF").first.click()
    asked = reader.page.get_by_role("dialog").last
    await asked.get_by_label("查看目的").fill("送达机构")
    async with reader.page.expect_download() as taken:
        await asked.get_by_role("button").last.click()
    saved = await (await taken.value).path()
    assert saved.read_bytes().startswith(b"%PDF")


async def _served_by_click(agency: Any) -> None:
    """It waits in the inbox and on top of what holds, and begins once it was handed over with its receipt."""
    await agency.open("/")
    waiting = agency.page.get_by_role("link").filter(has_text="康宁大药房")
    await expect(waiting.filter(has_text="送达措施通知书")).to_be_visible()
    await agency.open("/measures")
    row = agency.page.locator(".ant-table-row").filter(has_text="康宁大药房")
    await expect(row.get_by_text("已决定，待送达")).to_be_visible()
    await row.click()
    await agency.press("送达通知书")
    drawer = agency.page.get_by_role("dialog").filter(has_text="送达通知书").last
    await agency.choose_one("送达方式", "直接送达", drawer)
    await agency.pick_day("送达日期", local_date(datetime.now(UTC)).isoformat(), drawer)
    await kept(drawer, "送达回证.pdf", KEY)
    await agency.finish(drawer, "送达通知书", KEY)
    await expect(row.get_by_text("执行中")).to_be_visible()


async def test_a_measure_is_proposed_against_whom_the_map_knows(desk: Any) -> None:
    ((code, name),) = await Doctors(desk).free(1)
    agency = await desk.sign_in("jingban")
    await agency.open("/measures")
    await agency.press("提出措施")
    asked = agency.page.get_by_role("dialog").filter(has_text="提出措施").last
    hospital = desk.hospital
    for kind, key, said in (
        ("机构", hospital.fixmedins_code, hospital.name),
        ("医师", code, name),
    ):
        await agency.choose_one("对象类别", kind, asked)
        await asked.get_by_label("对象编码").fill(key)
        await agency.page.locator(".ant-select-item-option:visible", has_text=key).click()
        await expect(asked.get_by_label("对象名称")).to_have_value(said)


async def test_points_are_recorded_for_a_doctor_found_by_name(desk: Any) -> None:
    ((code, name),) = await Doctors(desk).free(1)
    agency = await desk.sign_in("jingban")
    await agency.open("/points")
    await agency.press("登记记分")
    asked = agency.page.get_by_role("dialog").filter(has_text="为相关人员登记记分")
    await asked.get_by_label("医师或药店主要负责人编码").fill(code)
    await agency.page.locator(".ant-select-item-option:visible", has_text=code).click()
    await (
        asked.get_by_role("button", name="登 记")
        .or_(asked.get_by_role("button", name="登记", exact=True))
        .first.click()
    )
    drawer = agency.page.get_by_role("dialog").filter(has_text="登记记分").last
    # The map knows the name: nobody types it.
    await expect(drawer.get_by_label("姓名")).to_have_value(name)
    await agency.choose("所在机构", desk.hospital.fixmedins_code, drawer)
    await agency.choose_one("行为", "违约金", drawer)
    await drawer.get_by_label("一般责任").check()
    await drawer.get_by_label("记分", exact=True).fill("1")
    day = local_date(desk.demo.at).isoformat()
    await agency.pick_day("行为日期", day, drawer)
    await agency.pick_day("决定认定的违法行为终了日期", day, drawer)
    await drawer.locator("#basis_reference").fill("云医保处〔2026〕88号")
    decided = drawer.locator("#basis_decidedOn")
    await decided.fill(day)
    await decided.press("Enter")
    await drawer.get_by_label("理由", exact=True).fill("违规事实清楚。")
    await agency.finish(drawer, "登记记分", code)
    await expect(agency.page).to_have_url(re.compile(f"/points/{code}"))
    await expect(agency.page.get_by_text(name).first).to_be_visible()
    await desk.chains_hold()
