"""An inspection that ended without a case, and the lead registered from it: its papers go along."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest_asyncio
from decided import done
from playwright.async_api import expect
from vault import kept

from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands import inspection as i
from cli.demo.people import actor_of
from graph.commands import execute

NOTICE, SCAN = "云医保检〔2026〕7号", "通知书签收.pdf"
OFFICERS = (c.OfficerRef("jicha1", "皖A01"), c.OfficerRef("jicha2", "皖A02"))


@pytest_asyncio.fixture(loop_scope="session")
async def on_site(desk: Any) -> str:
    """An inspection with one signed paper; its notice has not come back yet."""
    today = local_date(desk.demo.at)
    planned = i.OpenInspection(
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        title="理疗收费检查",
        basis="条例第二十七条",
        scope="理疗项目收费",
        starts_on=today,
        ends_on=today,
        notice_no=NOTICE,
        officers=OFFICERS,
    )
    supervisor = await actor_of(desk.driver, "zhongxin")
    events = await execute(desk.driver, planned, supervisor, desk.demo.at)
    number = events[0].stream.partition(":")[2]
    own: dict[str, Any] = {"inspection_no": number}
    shown: dict[str, Any] = {"certificates_shown": True, "recusal_told": True}
    paper = i.WritePaper(
        **own,
        problem="多计理疗",
        facts="有收费无记录",
        law="条例38",
        amount=Decimal("90.00"),
        bills=("M9",),
        amount_reason="按纸质治疗单计算",
    )
    reply = i.ReplyPaper(
        **own,
        paper_id="D1",
        agrees=True,
        reply="属实",
        replied_by="王某",
        post="主任",
        replied_on=today,
    )
    sign = i.SignPaper(
        **own, paper_id="D1", how=c.SignatureHow.SIGNED, signed_on=today, signer="王某",
        evidence_id=await kept(desk, f"{number}-底稿"),
    )  # fmt: skip
    start = i.StartInspection(**own, **shown, started_on=today, place="理疗科", received_by="王某")
    await done(desk, *(("jicha1", one) for one in (start, paper, reply, sign)))
    return number


async def test_the_papers_of_an_inspection_become_evidence_of_the_later_case(
    desk: Any, on_site: str
) -> None:
    officer = await desk.sign_in("jicha1")
    page = officer.page
    await officer.open(f"/inspections/{on_site}")
    await _notice_comes_back(officer)
    drawer = await officer.start("结束检查")
    await drawer.get_by_label("检查结果").fill("一项问题，机构已认可。")
    await officer.finish(drawer, "结束检查", on_site)
    number = await _registered(officer)
    # Tied by the registration itself: the inspection names the case, which has the papers.
    await officer.open(f"/inspections/{on_site}")
    await page.get_by_role("link", name=number).first.click()
    await page.wait_for_url(f"**/cases/{number}**")
    await officer.open(f"/cases/{number}?tab=evidence")
    for name in (f"{on_site}-底稿.pdf", SCAN):
        await expect(page.get_by_text(name).first).to_be_visible()
    await desk.chains_hold()


async def _notice_comes_back(officer: Any) -> None:
    """Sealed and signed for; without it an inspection does not end."""
    page = officer.page
    await expect(page.get_by_role("button", name=f"上传签收件 {NOTICE}")).to_be_visible()
    body = b"%PDF-1.4\n% notice\n%%EOF\n"
    scan = {"name": SCAN, "mimeType": "application/pdf", "buffer": body}
    await page.get_by_role("complementary").locator("input[type=file]").set_input_files(scan)
    await expect(page.get_by_role("button", name=SCAN)).to_be_visible()


async def _registered(officer: Any) -> str:
    """The lead of the case that follows, from what the inspection knows; returns its number."""
    page = officer.page
    await officer.press("登记为线索")
    dialog = page.get_by_role("dialog").filter(has_text="登记线索")
    await expect(dialog.get_by_label("案件名称")).to_have_value("理疗收费检查")
    await expect(dialog.get_by_label("线索摘要")).to_have_value("多计理疗 有收费无记录")
    await officer.pick_days("2025-03-01", "2025-09-30", dialog)
    await dialog.locator(".ant-btn-primary").click()
    await page.wait_for_url("**/cases/*")
    return str(page.url).rpartition("/")[2]


async def test_what_ended_without_a_case_is_tied_to_one_whose_head_withdraws(
    desk: Any, on_site: str
) -> None:
    number = await _ended_beside_a_case(desk, on_site)
    officer = await desk.sign_in("jicha1")
    page = officer.page
    await officer.open(f"/inspections/{on_site}")
    # Before a second lead is registered the page says that there is a case already.
    await expect(page.get_by_text("同一机构在办案件：").filter(has_text=number)).to_be_visible()
    drawer = await officer.start("并入后立案件")
    await officer.choose_one("并入的案件", number, drawer)
    await drawer.get_by_label("理由").fill("同一问题")
    await page.keyboard.press("Control+Enter")
    # What has to be typed has the keys already.
    await expect(page.get_by_test_id("typed-confirmation")).to_be_focused()
    await page.keyboard.type(on_site)
    await page.keyboard.press("Enter")
    await officer.told("已完成：并入后立案件")
    await page.get_by_role("link", name=number).first.click()
    await officer.open(f"/cases/{number}?tab=evidence")
    await expect(page.get_by_text(f"{on_site}-底稿.pdf").first).to_be_visible()
    await _leaders_decide(desk, number)
    await desk.chains_hold()


async def _ended_beside_a_case(desk: Any, inspection_no: str) -> str:
    """The inspection ends for itself; its officers handle a lead of the same institution, and ask its head to withdraw."""
    notice = await kept(desk, f"{inspection_no}-通知")
    own: dict[str, Any] = {"inspection_no": inspection_no}
    opened = c.OpenCase(
        title="理疗多收费",
        source=c.Source.TIP,
        summary="举报",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
    )
    officer = await actor_of(desk.driver, "jicha1")
    for command in (
        i.AttachNotice(**own, evidence_id=notice),
        i.CloseInspection(**own, situation="一项问题，机构已认可。"),
    ):
        await execute(desk.driver, command, officer, desk.demo.at)
    (lead, *_) = await execute(desk.driver, opened, officer, desk.demo.at)
    number = lead.stream.partition(":")[2]
    asked = c.RequestRecusal(
        case_no=number, officer="juzhang", ground=c.RecusalGround.KIN, reason="系该院院长近亲属"
    )
    named = c.AssignOfficers(case_no=number, officers=OFFICERS)
    await done(desk, ("zhongxin", named), ("jicha1", asked))
    return number


async def _leaders_decide(desk: Any, number: str) -> None:
    """Who discussed it is chosen by keys alone: Tab goes on and takes nobody away."""
    leader = await desk.sign_in("zhongxin")
    page, keys = leader.page, leader.page.keyboard
    await leader.open(f"/cases/{number}")
    await expect(page.get_by_text("由机关负责人集体讨论决定").first).to_be_visible()
    drawer = await leader.start("决定回避")
    await drawer.get_by_role("radiogroup", name="是否回避").get_by_label("是", exact=True).check()
    await drawer.get_by_label("理由").fill("系近亲属")
    members = drawer.get_by_label("集体讨论参加人")
    await members.focus()
    for name in ("周明远", "沈建平"):
        await keys.type(name)
        await expect(
            page.locator(".ant-select-item-option-active:visible", has_text=name)
        ).to_be_visible()
        await keys.press("Enter")
    await keys.press("Tab")
    await expect(members).not_to_be_focused()
    await expect(drawer.locator(".ant-select-selection-item")).to_have_count(2)
    await leader.pick_day("集体讨论日期", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("集体讨论记录").fill("一致同意回避。")
    await leader.finish(drawer, "决定回避")
    await expect(page.get_by_text("由机关负责人集体讨论决定")).to_have_count(0)
