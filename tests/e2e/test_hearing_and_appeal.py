"""From a clue to a decision with a hearing, and an appeal that succeeds in part: points follow."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from doctors import Doctors
from playwright.async_api import expect
from sealing import seal
from to_hearing import to_hearing
from vault import kept, signed_and_sealed

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.points.standing import Status, standing
from graph.cases.read import case_state
from graph.points.page import points_page

LOSS = "90000.00"
#: Nobody can wait for a hearing's seven working days: what comes before was done a month ago.
BEFORE = timedelta(days=35)
#: Far enough behind the notice for its seven working days, over any holiday.
AHEAD = timedelta(days=25)
CALL = "行政处罚听证通知书"
ENCLOSED, LEFT_OUT = "排班表.pdf", "无关材料.pdf"
SIGNED = "签字盖章的异议申诉书.pdf"


@pytest.mark.timeout(600)
async def test_a_hearing_a_decision_and_an_appeal_that_lowers_the_points(desk: Any) -> None:
    desk.clock.by = -BEFORE
    then = local_date(desk.demo.at - BEFORE)
    no = await to_hearing(desk, "涉嫌串换诊疗项目案", LOSS, "1.5", then)
    await _announced(desk, await desk.sign_in("jicha1"), no, then)
    desk.clock.by = timedelta()
    officer = await desk.sign_in("jicha1")
    await officer.open(f"/cases/{no}")
    await expect(officer.page.get_by_text("听证").first).to_be_visible()
    # Before the hearing nothing goes to the legal review.
    assert "提交法制审核" not in await officer.offered()
    await _hear(desk, officer)
    await _on_paper(desk, officer, no)
    await officer.finish(await officer.start("提交法制审核"), "提交法制审核")
    await _reviewed(await desk.sign_in("fazhi"), no)
    head = await desk.sign_in("juzhang")
    await _undiscussed(head, no)
    await _discussed(head, no)
    await _decided(head, no)
    await seal(officer, no)
    await _served(desk, officer)
    code, name = (await Doctors(desk).free(1))[0]
    await _scored(desk, await desk.sign_in("jingban"), code, name, no)
    await _appealed(desk, await desk.sign_in("fazhi"), no)
    await _objected(await desk.sign_in("yibaoban"), code)
    await _lowered(desk, await desk.sign_in("zhongxin"), code, no)
    await desk.chains_hold()


async def _announced(desk: Any, officer: Any, no: str, then: date) -> None:
    """The head names the chair, day and place are set, and the party is told of them in time."""
    head = await desk.sign_in("juzhang")
    await head.open(f"/cases/{no}")
    drawer = await head.start("指定听证主持人")
    # Whoever investigates does not chair: nobody offers him (that the act refuses him is a unit test).
    chair = drawer.get_by_label("听证主持人（非本案调查人员）").first
    await chair.click()
    offered = head.page.locator(".ant-select-item-option:visible")
    await expect(offered.filter(has_text="许文清")).to_be_visible()
    await expect(offered.filter(has_text="林晓舟")).to_have_count(0)
    await head.page.keyboard.press("Escape")
    await head.choose("听证主持人（非本案调查人员）", "许文清", drawer)
    await head.finish(drawer, "指定听证主持人")
    await officer.open(f"/cases/{no}")
    drawer = await officer.start("通知听证")
    await officer.pick_day("听证时间", f"{then + AHEAD} 09:00", drawer)
    await drawer.get_by_label("地点").fill("三楼会议室")
    await officer.finish(drawer, "通知听证")
    # Nothing is held that the party was not told of: its notice is issued, and served.
    assert "记录听证" not in await officer.offered()
    await officer.open(f"/cases/{no}?tab=forms")
    row = officer.page.get_by_role("row").filter(has_text=CALL)
    await officer.press("出具", row)
    drawer = officer.page.get_by_role("dialog").filter(has_text=f"出具 {CALL}")
    await officer.press(f"出具 {CALL}", drawer)
    await expect(drawer).to_be_hidden()
    drawer = await officer.start("送达文书")
    await officer.choose_one("送达方式", "直接送达", drawer)
    await officer.pick_day("送达日期", then.isoformat(), drawer)
    await officer.finish(drawer, "送达文书")
    await expect(officer.page.get_by_test_id("hearing-day")).to_contain_text(f"{then + AHEAD}")
    assert "记录听证" not in await officer.offered()


async def _hear(desk: Any, officer: Any) -> None:
    drawer = await officer.start("记录听证")
    await drawer.get_by_label("参加人（身份、姓名）").fill(
        "当事人负责人；案件承办人员陈立行、林晓舟"
    )
    await drawer.get_by_label("记录人").fill("沈建平")
    await drawer.get_by_label("笔录").fill("当事人陈述：部分项目确有治疗记录。")
    await drawer.get_by_label("已签字盖章").check()
    await officer.finish(drawer, "记录听证")


async def _on_paper(desk: Any, officer: Any, no: str) -> None:
    """The chair reports; record and report come back signed before the case goes on."""
    assert "提交法制审核" not in await officer.offered()
    chair = await desk.sign_in("fazhi")
    await chair.open(f"/cases/{no}")
    drawer = await chair.start("撰写听证报告")
    await drawer.get_by_label("听证情况").fill("双方就理疗项目是否实施作了质证。")
    await drawer.get_by_label("处理意见").fill("建议维持拟处罚意见。")
    await chair.finish(drawer, "撰写听证报告")
    await signed_and_sealed(desk, no, "hearing_record", "hearing_report")
    await officer.page.reload()


async def _reviewed(legal: Any, no: str) -> None:
    await legal.open(f"/cases/{no}")
    drawer = await legal.start("法制审核")
    await drawer.get_by_label("审核意见").first.click()
    option = legal.page.locator(".ant-select-item-option:visible", has_text="同意")
    await option.first.click()
    await drawer.get_by_label("内容").fill("事实清楚，程序合法。")
    await legal.finish(drawer, "法制审核")


async def _discussed(head: Any, no: str) -> None:
    """A case with a hearing is discussed together (a parameter of the bureau)."""
    await head.open(f"/cases/{no}")
    drawer = await head.start("记录集体讨论")
    for leader in ("郑国栋", "周明远", "沈建平"):
        await head.choose("参加讨论的负责人", leader, drawer)
    await head.pick_day("举行日期", local_date(head.desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("笔录").fill("一致同意")
    await drawer.get_by_label("讨论同意").check()
    await head.finish(drawer, "记录集体讨论")


async def _undiscussed(head: Any, no: str) -> None:
    """Where the leaders have to meet first, their meeting is offered and the decision is not."""
    await head.open(f"/cases/{no}")
    offered = await head.offered()
    assert "记录集体讨论" in offered
    assert "作出决定" not in offered


async def _decided(head: Any, no: str) -> None:
    await head.open(f"/cases/{no}")
    drawer = await head.start("作出决定")
    await drawer.get_by_label("给予处罚").check()
    await head.finish(drawer, "作出决定", no)
    state = await case_state(head.desk.driver, Viewer(head.desk.demo.team.head), no)
    assert state is not None
    assert state.decision is not None
    assert (state.decision.fine, state.hearing_held) == (Decimal("135000.00"), True)


async def _served(desk: Any, officer: Any) -> None:
    await officer.page.reload()
    drawer = await officer.start("送达决定书")
    await officer.choose_one("送达方式", "直接送达", drawer)
    await officer.pick_day("送达日期", local_date(desk.demo.at).isoformat(), drawer)
    await officer.finish(drawer, "送达决定书")


async def _scored(desk: Any, agency: Any, code: str, name: str, no: str) -> None:
    """Four points from before and six of this decision: ten, so the doctor is suspended."""
    today = local_date(desk.demo.at)
    page = agency.page
    await agency.open("/points")
    await agency.press("登记记分")
    dialog = page.get_by_role("dialog").filter(has_text="为相关人员登记记分")
    # Chosen among those that the map knows, so that the name is there already.
    await agency.choose("医师或药店主要负责人编码", code, dialog)
    await agency.press("登记", dialog)
    drawer = page.get_by_role("dialog").filter(has_text="依据的处理决定")
    await expect(drawer.get_by_label("姓名")).to_have_value(name)
    await agency.choose("所在机构", desk.hospital.fixmedins_code, drawer)
    before = ("其他文书", "云医保处〔2026〕21号", date(today.year, 1, 5))
    await _score(agency, drawer, (code, "在注册地点、类别、范围之外执业", "4"), before)
    await page.wait_for_url(f"**/points/{code}")
    await agency.start("登记记分")
    ours = ("本系统案件", no, today)
    await _score(agency, drawer, (code, "机构受《条例》第三十八条或第三十九条", "6"), ours)
    for reference in (before[1], no):
        row = page.get_by_role("row").filter(has_text=reference)
        await agency.press("告知", row)
        drawer = page.get_by_role("dialog").filter(has_text="送达方式")
        await agency.choose_one("送达方式", "直接送达", drawer)
        await agency.pick_day("送达日期", today.isoformat(), drawer)
        await drawer.locator(".ant-drawer-footer .ant-btn-primary").click()
        await expect(drawer).to_be_hidden()
    assert await _standing(desk, code) == (10, Status.SUSPENDED)


async def _score(
    agency: Any, drawer: Any, what: tuple[str, str, str], basis: tuple[str, str, date]
) -> None:
    code, act, points = what
    kind, reference, decided_on = basis
    await agency.choose("行为", act, drawer)
    await drawer.get_by_label("主要责任").check()
    # What the share of responsibility suggests is filled in; other points ask for a reason.
    await expect(drawer.get_by_label("记分", exact=True)).to_have_value("6")
    await drawer.get_by_label("记分", exact=True).fill(points)
    if points != "6":
        await drawer.get_by_label("偏离理由").fill("初次且主动退回")
    await agency.pick_day("行为日期", "2025-06-01", drawer)
    if kind == "本系统案件":
        # The institution's conduct went on: that another day is scored needs a reason.
        await drawer.get_by_label("不按终了之日记分的理由").fill("本人 2025 年 6 月离职")
    else:
        await agency.pick_day("决定认定的违法行为终了日期", "2025-06-01", drawer)
    await drawer.get_by_label("类别", exact=True).click()
    await agency.page.locator(".ant-select-item-option:visible", has_text=kind).first.click()
    await drawer.get_by_placeholder("文书号").fill(reference)
    day = drawer.get_by_placeholder("决定日期")
    await day.fill(decided_on.isoformat())
    await day.press("Enter")
    await drawer.get_by_label("理由", exact=True).fill("负主要责任")
    await agency.press("登记记分", drawer)
    await agency.confirm("登记记分", code)
    await expect(drawer).to_be_hidden()


async def _appealed(desk: Any, legal: Any, no: str) -> None:
    """The review body lowers the fine: part of the treatments did take place."""
    today = local_date(desk.demo.at).isoformat()
    accepted, changed = f"{no}-受理通知书", f"{no}-复议决定书"
    for name in (accepted, changed):
        await kept(desk, name, no, proves="复议机关来文")
    await legal.open(f"/cases/{no}")
    drawer = await legal.start("登记复议或诉讼")
    await drawer.get_by_label("行政复议").check()
    await drawer.get_by_label("受理机关").fill("亳州市医疗保障局")
    await legal.pick_day("受理日期", today, drawer)
    await drawer.get_by_label("文书号").fill("亳医保复〔2026〕3号")
    await legal.choose("来文扫描件", accepted, drawer)
    await legal.finish(drawer, "登记复议或诉讼")
    drawer = await legal.start("登记复议或诉讼结果")
    await drawer.get_by_label("复议或诉讼").first.click()
    await legal.page.locator(".ant-select-item-option:visible").first.click()
    await drawer.get_by_label("结果", exact=True).first.click()
    await legal.page.locator(".ant-select-item-option:visible", has_text="变更").first.click()
    await drawer.get_by_label("文书号").fill("亳医保复决〔2026〕3号")
    await legal.choose("来文扫描件", changed, drawer)
    await legal.pick_day("决定日期", today, drawer)
    await drawer.get_by_label("理由").fill("部分项目确有治疗记录。")
    await drawer.get_by_label("变更后的罚款").fill("90000.00")
    # What it means for the doctor's score is shown before it is done.
    await legal.press("登记复议或诉讼结果", drawer)
    danger = legal.page.get_by_role("dialog").filter(has_text="此操作不能撤销")
    await expect(danger.get_by_text("所依据的决定变更，待他人复核后维持或更正")).to_be_visible()
    await legal.confirm("登记复议或诉讼结果", no)
    await legal.told("已完成：登记复议或诉讼结果")
    state = await case_state(desk.driver, Viewer(desk.demo.team.head), no)
    assert state is not None
    assert state.decision is not None
    assert (state.decision.fine, state.changed) == (Decimal("90000.00"), True)


async def _objected(office: Any, code: str) -> None:
    """The other score has nothing to do with the appeal: against it there is the objection."""
    await office.open(f"/points/{code}")
    row = office.page.get_by_role("row").filter(has_text="云医保处〔2026〕21号")
    await office.press("提出异议", row)
    drawer = office.page.get_by_role("dialog").filter(has_text="异议")
    await drawer.get_by_label("内容").fill("当日确在备案地点执业。")
    body = b"%PDF-1.4\n% signed\n%%EOF\n"
    signed = {"name": SIGNED, "mimeType": "application/pdf", "buffer": body}
    await drawer.locator("input[type=file]").first.set_input_files(signed)
    await expect(drawer.get_by_text(SIGNED)).to_be_visible()
    await _enclosed(office, drawer)
    await drawer.get_by_label("本人已签字").check()
    await drawer.get_by_label("机构已盖章").check()
    await office.finish(drawer, "提出异议")
    await row.get_by_role("button", name="展开行").click()
    papers = office.page.get_by_test_id("enclosures")
    for name in (SIGNED, ENCLOSED):
        await expect(papers.get_by_text(name)).to_be_visible()


async def _enclosed(office: Any, drawer: Any) -> None:
    """Two papers go into the vault from the form; one is left out again, the other goes along."""
    for name in (ENCLOSED, LEFT_OUT):
        body = b"%PDF-1.4\n% " + name.encode() + b"\n%%EOF\n"
        paper = {"name": name, "mimeType": "application/pdf", "buffer": body}
        await drawer.locator("input[type=file]").last.set_input_files(paper)
        await expect(drawer.get_by_text(name)).to_be_visible()
    await office.press(f"不附 {LEFT_OUT}", drawer)
    await expect(drawer.get_by_text(LEFT_OUT)).to_have_count(0)


async def _lowered(desk: Any, supervisor: Any, code: str, no: str) -> None:
    """From the case to the doctor's file: the score that rests on the decision is corrected."""
    page = supervisor.page
    await supervisor.open(f"/cases/{no}?tab=penalty")
    scores = page.locator(".panel").filter(has_text="以本案为依据的记分")
    await expect(scores.get_by_text("决定变更，待复核")).to_be_visible()
    await supervisor.open(f"/points/{code}")
    await expect(page.get_by_role("alert").filter(has_text=f"案件 {no}")).to_be_visible()
    # Whoever answers the objection reads what came with it.
    papers = page.get_by_test_id("enclosures")
    for name in (SIGNED, ENCLOSED):
        await expect(papers.get_by_text(name)).to_be_visible()
    await expect(papers.get_by_text(LEFT_OUT)).to_have_count(0)
    row = page.get_by_role("row").filter(has_text=no)
    await supervisor.press("复核", row)
    drawer = page.get_by_role("dialog").filter(has_text="复核")
    await drawer.get_by_label("变更", exact=True).check()
    await drawer.get_by_role("spinbutton").fill("4")
    await drawer.get_by_label("理由", exact=True).fill("复议减轻，改认一般责任。")
    await drawer.locator(".ant-drawer-footer .ant-btn-primary").click()
    # What follows is shown before it is done: the total, the suspension, the fees.
    danger = page.get_by_role("dialog").filter(has_text="此操作不能撤销")
    await expect(danger.get_by_text("年度累计记分由 10 分变为 8 分")).to_be_visible()
    await expect(danger.get_by_text("撤销“暂停”")).to_be_visible()
    await supervisor.confirm("复核", code)
    await supervisor.told("已完成：复核")
    assert await _standing(desk, code) == (8, Status.NORMAL)


async def _standing(desk: Any, code: str) -> tuple[int, Status]:
    today = local_date(desk.demo.at)
    page = await points_page(desk.driver, Viewer(desk.demo.team.head), code, desk.demo.at)
    assert page is not None
    now = standing(page.state, today)
    return now.total, now.status
