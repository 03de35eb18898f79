"""A doctor with a phone: reads a course, sits the exam, fails, waits, sits it again and passes."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

sys.path.insert(0, str(Path(__file__).parent))
from doctors import Doctors

from casework.actors import Actor, Viewer
from casework.commands.courses import Question, SubmitExam
from graph.commands import execute
from graph.courses.read import course_state

COURSE = "医保支付资格管理与基金监管"
CUT_OFF = """() => [...document.querySelectorAll('.page.scroll')]
  .filter((one) => one.scrollWidth > one.clientWidth)
  .map((one) => one.scrollWidth)"""
#: The demo's course: 72 seconds on three pages.
PAGE_MS = 25_500


@pytest.mark.timeout(600)
async def test_a_doctor_studies_and_passes_on_a_phone(desk: Any) -> None:
    doctors = Doctors(desk)
    [(code, name)] = await doctors.free(1)
    doctor = await doctors.applied(code, name)
    await doctors.account("shouji", name, code)
    phone = await desk.sign_in("shouji", phone=True)
    await expect(phone.page.get_by_text("请继续学习和考试：学习积分 0 / 12")).to_be_visible()
    for page in ("inbox", "notices", "calendar", "my-measures", "study", "my-points"):
        await phone.open(f"/{page}")
        await expect(phone.page.get_by_role("heading", level=1)).to_be_visible()
        await _fits(phone)
    # A list names no keys where there are none to press.
    await phone.open("/restoration")
    await expect(phone.page.get_by_text("已显示")).to_be_visible()
    await expect(phone.page.get_by_text("↑↓ 移动")).to_be_hidden()
    await phone.open("/my-points")
    await phone.press("去学习")
    await _read(phone)
    await doctors.studied(code)
    await phone.open("/study")
    await _fails(phone, doctor)
    await expect(phone.page.get_by_text("未到补考时间")).to_be_visible()
    desk.clock.by = timedelta(days=4)
    await phone.open("/study")
    await _passes(phone, await _bank(desk))
    await phone.open("/my-points")
    await expect(phone.page.get_by_text("学习和考试已完成").first).to_be_visible()
    await expect(phone.page.get_by_text("学习积分 12 / 12").first).to_be_visible()
    await _fits(phone)
    await desk.chains_hold()


async def _fits(phone: Any) -> None:
    """Nothing makes the page wider than the phone, nor is anything cut off within it."""
    wide = await phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, wide
    hidden = await phone.page.evaluate(CUT_OFF)
    assert hidden == [], hidden


async def _read(phone: Any) -> None:
    """Three pages; a reload in between goes on where the server counted."""
    page = phone.page
    await page.get_by_role("button", name="开始学习").first.click()
    await expect(page.get_by_text("第 1 页，共 3 页")).to_be_visible()
    await expect(page.get_by_role("button", name="下一页（还需阅读")).to_be_disabled()
    await _fits(phone)
    await page.wait_for_timeout(PAGE_MS)
    await phone.press("下一页")
    await expect(page.get_by_text("第 2 页，共 3 页")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("第 2 页，共 3 页")).to_be_visible()
    await expect(page.get_by_test_id("counted")).to_contain_text("已计时 0:2")
    await page.wait_for_timeout(PAGE_MS)
    await phone.press("下一页")
    await expect(page.get_by_text("第 3 页，共 3 页")).to_be_visible()
    await page.wait_for_timeout(PAGE_MS)
    await phone.press("学完本课程")
    await expect(page.get_by_text("已学完").first).to_be_visible()
    await phone.press("返回")
    await expect(page.get_by_text("已学完").first).to_be_visible()


async def _begin(phone: Any) -> None:
    await phone.page.get_by_role("button", name=f"参加考试：{COURSE}").click()
    await phone.press("开始", phone.page.get_by_role("dialog"))
    await expect(phone.page.get_by_role("timer")).to_contain_text("59:")
    await expect(phone.page.get_by_test_id("question")).to_have_count(20)


async def _hand_in(phone: Any) -> None:
    await phone.press("交卷")
    await phone.press("交卷", phone.page.get_by_role("dialog"))


async def _fails(phone: Any, doctor: Actor) -> None:
    """Five answers, a reload as if the phone had died; the server marked the paper before it."""
    page = phone.page
    await _begin(phone)
    await _fits(phone)
    for n in range(5):
        await page.get_by_test_id("question").nth(n).locator("label").first.click()
    await expect(page.get_by_text("已答 5 / 20")).to_be_visible()
    await _unsaved(phone)
    # Whether the server has them all yet or not: nothing that was given is lost.
    await page.reload()
    await expect(page.get_by_text("已答 5 / 20")).to_be_visible()
    # A phone that slept past the time: what it sends is late, and the mark is there.
    code = str(doctor.prac_psn_code)
    paper = SubmitExam(prac_psn_code=code, attempt_id="A1", answers=())
    await execute(phone.desk.driver, paper, doctor, datetime.now(UTC))
    await _hand_in(phone)
    await expect(page.get_by_text("不合格（合格线 60 分）").first).to_be_visible()
    await phone.press("返回")


async def _unsaved(phone: Any) -> None:
    """An answer that was not taken is told where the doctor looks, until it is."""
    page = phone.page
    told = page.get_by_text("答案暂未保存到服务器")

    async def busy(route: Any) -> None:
        if "ExamSave" not in (route.request.post_data or ""):
            await route.continue_()
            return
        refused = {"__typename": "NotPermitted", "message": "服务器正忙"}
        await route.fulfill(json={"data": {"result": refused}})

    await page.route("**/graphql", busy)
    await page.get_by_test_id("question").nth(4).locator("label").nth(1).click()
    await expect(told).to_be_in_viewport()
    await page.unroute("**/graphql", busy)
    await expect(told).to_have_count(0)


async def _passes(phone: Any, bank: dict[str, Question]) -> None:
    page = phone.page
    await _begin(phone)
    for n in range(20):
        paper = page.get_by_test_id("question").nth(n)
        name = await paper.locator("input").first.get_attribute("name")
        question = bank[str(name)]
        for letter, text in question.options:
            if letter in question.answer:
                await paper.locator("label", has_text=f". {text}").first.click()
    await expect(page.get_by_text("已答 20 / 20")).to_be_visible()
    await _hand_in(phone)
    await expect(page.get_by_text("100 分，合格（合格线 60 分）").first).to_be_visible()


async def _bank(desk: Any) -> dict[str, Question]:
    course = await course_state(desk.driver, Viewer(desk.demo.team.head), "YB-ZC-01")
    assert course is not None
    assert course.latest is not None
    return {question.question_id: question for question in course.latest.questions}
