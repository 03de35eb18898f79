"""Bell, calendar, boards and reviews by mouse and keyboard, on the demo's own cases."""

import re
from datetime import UTC, datetime
from typing import Any

from escape import escape
from playwright.async_api import expect

from casework.commands import case as c
from cli.demo.people import actor_of
from graph.commands import execute


async def test_the_bell_counts_what_is_unread_until_it_is_read(desk: Any) -> None:
    # What waited for the head was settled when the supervisor did it: a task is his alone.
    given, head = [await actor_of(desk.driver, login) for login in ("zhongxin", "juzhang")]
    task = c.AddTask(case_no="DEMO-2", title="审阅案卷", assignee="juzhang")
    (added,) = await execute(desk.driver, task, given, datetime.now(UTC))
    done = c.FinishTask(case_no="DEMO-2", task_id=str(added.data["task_id"]), result="已阅")
    await execute(desk.driver, done, head, datetime.now(UTC))
    visitor = await desk.sign_in("juzhang")
    page = visitor.page
    await visitor.open("/notices")
    bell = page.get_by_role("button", name=re.compile(r"提醒，\d+ 条未读"))
    await expect(bell).to_be_visible()
    await bell.click()
    row = page.locator(".ant-popover a.notice").first
    await expect(row).to_be_visible()
    target = await row.get_attribute("href")
    await row.click()
    await expect(page).to_have_url(re.compile(re.escape(target or "") + "$"))
    await visitor.open("/notices")
    await visitor.press("全部标为已读")
    await expect(page.locator("a.notice.unread")).to_have_count(0)
    await expect(page.get_by_role("button", name="提醒", exact=True)).to_be_visible()
    await page.reload()
    await expect(page.locator("a.notice").first).to_be_visible()
    await expect(page.locator("a.notice.unread")).to_have_count(0)


async def test_the_calendar_is_walked_by_keys(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/calendar?month=2026-03")
    day = page.get_by_role("button", name=re.compile("^2026-03-01"))
    await day.focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("button", name=re.compile("^2026-03-08"))).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("button", name=re.compile("^2026-03-09"))).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("day=2026-03-09"))
    await expect(page.get_by_role("heading", name="2026-03-09 到期")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="导出日历（ICS）").click()
    assert (await download.value).suggested_filename == "jicha-calendar.ics"


async def test_a_board_is_walked_by_keys_and_a_card_opens_its_case(desk: Any) -> None:
    visitor = await desk.sign_in("zhongxin")
    page = visitor.page
    await visitor.open("/boards")
    cards = page.locator("a.board-card")
    await expect(cards.first).to_be_visible()
    await cards.first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(cards.nth(1)).to_be_focused()
    await page.keyboard.press("ArrowUp")
    target = await cards.first.get_attribute("href")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile(re.escape(target or "") + "$"))


async def test_a_review_is_chosen_and_needs_an_opinion(desk: Any) -> None:
    visitor = await desk.sign_in("zhongxin")
    page = visitor.page
    await visitor.open("/reviews")
    card = page.locator("article.review", has=page.get_by_role("checkbox")).first
    await card.get_by_role("checkbox").check()
    await visitor.press("批量同意")
    dialog = page.get_by_role("dialog")
    approve = dialog.get_by_role("button", name="批量同意")
    await expect(approve).to_be_disabled()
    await dialog.get_by_label("审核意见").fill("同意")
    await expect(approve).to_be_enabled()
    await dialog.get_by_role("button", name=re.compile("取\\s?消")).click()
    await expect(card.get_by_role("checkbox")).to_be_visible()


async def test_a_review_tells_what_changed_since_the_case_was_open(desk: Any) -> None:
    visitor = await desk.sign_in("zhongxin")
    page = visitor.page
    await visitor.open("/reviews")
    card = page.locator("article.review", has_text="DEMO-2")
    await card.get_by_role("link").first.click()
    await expect(page.get_by_role("tab", selected=True)).to_be_visible()
    await page.go_back()
    await expect(card).to_contain_text("此后没有变化")
    note = c.AddNote(case_no="DEMO-2", text="已与医保办核对收费系统设置。")
    await execute(desk.driver, note, desk.demo.team.second, desk.demo.at)
    await page.reload()
    await expect(card).to_contain_text("此后 1 项变化")
    await expect(card.locator(".since")).to_contain_text("已与医保办核对收费系统设置。")


async def test_a_message_reaches_its_reader_who_answers(desk: Any) -> None:
    leader = await desk.sign_in("zhongxin")
    await leader.open("/cases/DEMO-2?tab=messages")
    await leader.page.get_by_label("消息内容").fill("请说明裁量情节。")
    await (
        leader.page.get_by_role("button", name="发 送")
        .or_(leader.page.get_by_role("button", name="发送"))
        .first.click()
    )
    sent = leader.page.get_by_role("list", name="消息").get_by_role("listitem")
    await expect(sent.first).to_contain_text("请说明裁量情节。")
    officer = await desk.sign_in("jicha1")
    await officer.open("/notices")
    await officer.page.get_by_role("link", name=re.compile("案件消息")).first.click()
    await expect(officer.page).to_have_url(re.compile("DEMO-2\\?tab=messages"))
    rows = officer.page.get_by_role("list", name="消息").get_by_role("listitem")
    await rows.first.get_by_role("button", name=re.compile("回\\s?复")).click()
    text = officer.page.get_by_label("消息内容")
    await text.fill("见测算表，情节较轻。")
    await text.press("Control+Enter")
    await expect(rows.first).to_contain_text("请说明裁量情节。")
    await expect(rows.first).to_contain_text("见测算表，情节较轻。")
    # The leader's page learns of it by itself, and that his message was read.
    await expect(sent.first).to_contain_text("见测算表，情节较轻。")
    await expect(sent.nth(1)).to_contain_text("（已读）")


async def test_the_timeline_tells_what_an_event_changed(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    await visitor.open("/cases/DEMO-2")
    event = visitor.page.locator(".ant-timeline-item", has_text="逐条认定").first
    await expect(event.get_by_text("待认定明细")).to_be_visible()
    await expect(event.locator("ins").first).to_have_text("0 条")


async def test_a_day_at_the_desk_without_a_mouse(desk: Any) -> None:
    visitor = await desk.sign_in("zhongxin")
    page, keys = visitor.page, visitor.page.keyboard
    await visitor.open("/inbox")
    items = page.locator(".inbox-items a")
    await expect(items.first).to_be_visible()
    await keys.press("j")
    await expect(items.first).to_be_focused()
    await keys.press("ArrowDown")
    await expect(items.nth(1)).to_be_focused()
    await keys.press("k")
    target = await items.first.get_attribute("href")
    await keys.press("Enter")
    await expect(page).to_have_url(re.compile(re.escape(target or "") + "$"))
    await visitor.open("/cases/DEMO-1")
    await expect(page.get_by_role("tab", selected=True)).to_be_visible()
    await keys.press("]")
    await expect(page).to_have_url(re.compile("tab=findings"))
    await expect(page.get_by_role("tab", selected=True)).to_contain_text("疑点")
    await keys.press("[")
    await expect(page).not_to_have_url(re.compile("tab="))
    # Esc leads back to where the form was opened, from the page or from the menu.
    await visitor.open("/cases/DEMO-2")
    primary, more = page.get_by_test_id("primary-act"), page.get_by_test_id("more-acts")
    await expect(primary).to_be_visible()
    await more.focus()
    await keys.press("Enter")
    await expect(page.get_by_role("menuitem").first).to_be_visible()
    # The menu takes the focus a moment after it is seen.
    await expect(more).not_to_be_focused()
    await keys.press("Escape")
    await expect(more).to_be_focused()
    for opener in (primary, more):
        await opener.focus()
        await keys.press("Enter")
        if opener is more:
            await expect(page.get_by_role("menuitem").first).to_be_visible()
            await expect(more).not_to_be_focused()
            await keys.press("ArrowDown")
            await keys.press("Enter")
        await escape(page, page.get_by_role("dialog"))
        await expect(opener).to_be_focused()
    await keys.press("?")
    await expect(page.get_by_role("dialog").get_by_text("键盘快捷键")).to_be_visible()
    await escape(page, page.get_by_role("dialog"))
    await keys.press("g")
    await keys.press("v")
    await expect(page).to_have_url(re.compile("/reviews$"))
    card = page.locator("article.review", has=page.get_by_role("checkbox")).first
    await card.get_by_role("link").first.focus()
    await keys.press("x")
    await expect(card.get_by_role("checkbox")).to_be_checked()
    await keys.press("a")
    await expect(page.get_by_role("dialog").get_by_label("审核意见")).to_be_visible()


async def test_a_lead_takes_its_institution_from_the_map(desk: Any) -> None:
    visitor = await desk.sign_in("jicha1")
    page, place = visitor.page, desk.hospital
    await visitor.open("/cases")
    await visitor.press("登记线索")
    form = page.get_by_role("dialog")
    await form.get_by_label("案件名称").fill("群众来信反映重复收费")
    code = form.get_by_label("编码", exact=True)
    await code.fill(place.name)
    option = page.locator(".ant-select-item-option:visible", has_text=place.fixmedins_code)
    await option.first.click()
    await expect(code).to_have_value(place.fixmedins_code)
    await expect(form.get_by_label("名称或姓名")).to_have_value(place.name)
    await visitor.pick_days("2025-03-01", "2025-03-31", form)
    await form.get_by_label("线索摘要").fill("来信称住院期间同一检查收取两次费用。")
    await visitor.press("登记线索", form)
    await visitor.told("已登记：")
    await expect(page.get_by_role("heading", name="群众来信反映重复收费")).to_be_visible()
    await expect(page.locator("main").get_by_text(place.name).first).to_be_visible()
