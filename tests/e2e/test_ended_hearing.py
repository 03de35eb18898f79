"""A hearing that the party gives up, and a review that lowers recovery and months: both are less then."""

from decimal import Decimal
from typing import Any

import pytest_asyncio
from decided import done, head_decides, investigated, on_a_finding, proposed, reviewed, told
from playwright.async_api import expect
from vault import kept, signed_and_sealed

from casework.actors import Viewer
from casework.clocks.calendars import add_months, local_date
from casework.commands import case as c
from graph.cases.read import case_state

NO = "TINGZHENG-2"
LOSS, LOWER = "4113.00", "2000.00"
DEPARTMENT = "骨科"
WITHDRAWAL = f"{NO}-撤回听证申请书"
REVIEWED = f"{NO}-复议决定书"


@pytest_asyncio.fixture(loop_scope="session")
async def to_be_heard(desk: Any) -> str:
    """A case whose party was told of a fine and twelve months for a department, and asked to be heard."""
    opened = on_a_finding(desk, NO, "听证终止案", "重复收取护理费。", LOSS)
    await done(desk, ("jicha1", opened))
    await investigated(desk, NO)
    shown = await kept(desk, f"{NO}-后果", NO, proves="严重后果")
    await proposed(
        desk,
        NO,
        LOSS,
        suspension_months=12,
        suspension_ground=c.SuspensionGround.GRAVE_CONSEQUENCE,
        consequence="患者因延误治疗致残",
        consequence_evidence=(shown,),
        department=DEPARTMENT,
    )
    letter = await kept(desk, f"{NO}-听证申请书", NO, proves="听证申请")
    asked = c.RequestHearing(case_no=NO, requested_on=local_date(desk.demo.at), document=letter)
    await done(desk, *told(desk, NO, "hearing_notice"), ("jicha1", asked))
    return NO


async def test_less_is_left_of_the_measure_and_in_the_ledger(desk: Any, to_be_heard: str) -> None:
    officer = await desk.sign_in("jicha1")
    await _given_up(desk, officer)
    await _served(desk)
    legal = await desk.sign_in("fazhi")
    await _lowered(desk, legal)
    state = await case_state(desk.driver, Viewer(desk.demo.team.head), NO)
    assert (state.decision.recovery, state.decision.months) == (Decimal(LOWER), 6)
    await _measure_is_shorter(desk, officer)
    await _ledger_asks_less(officer)
    await desk.chains_hold()


async def _given_up(desk: Any, officer: Any) -> None:
    """The party withdraws in writing before a day was set: the case goes on with what it states."""
    await kept(desk, WITHDRAWAL, NO, proves="撤回听证申请")
    await officer.open(f"/cases/{NO}")
    assert "提交法制审核" not in await officer.offered()
    drawer = await officer.start("终止听证")
    await drawer.get_by_label("撤回", exact=True).check()
    await officer.pick_day("撤回、缺席或者退出的日期", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_role("textbox", name="理由").fill("当事人书面撤回听证申请。")
    await officer.choose_one("撤回申请书或者缺席记录", WITHDRAWAL, drawer)
    await officer.finish(drawer, "终止听证")
    await expect(officer.page.get_by_text("终止听证").first).to_be_visible()
    offered = await officer.offered()
    assert "终止听证" not in offered
    assert "记录陈述申辩" in offered


async def _served(desk: Any) -> None:
    """Stated, reviewed, discussed, decided and served; the party goes to review."""
    own: dict[str, Any] = {"case_no": NO}
    today = local_date(desk.demo.at)
    stated = c.RecordDefence(**own, how=c.Defence.STATED, text="没有异议")
    discussed = c.DiscussCase(
        **own,
        subject=c.DiscussionSubject.DECISION,
        members=("juzhang", "fuju", "zhongxin"),
        held_on=today,
        record="一致同意",
        agreed=True,
        ruling=c.Ruling.PENALTY,
    )
    await done(desk, ("jicha1", stated), *reviewed(NO), ("fazhi", discussed), head_decides(NO))
    await signed_and_sealed(desk, NO, "decision_approval", "decision")
    served = c.ServeDecision(**own, way=c.ServiceWay.DIRECT, served_on=today)
    notice = await kept(desk, f"{NO}-受理通知书", NO, proves="复议受理")
    filed = c.RecordRemedy(
        **own,
        kind=c.RemedyKind.REVIEW,
        body="县政府",
        filed_on=today,
        document_no="复1",
        document=notice,
    )
    await done(desk, ("jicha1", served), ("fazhi", filed))


async def _lowered(desk: Any, legal: Any) -> None:
    """The review finds both too much."""
    await kept(desk, REVIEWED, NO, proves="复议结果")
    await legal.open(f"/cases/{NO}")
    drawer = await legal.start("登记复议或诉讼结果")
    await legal.choose_one("复议或诉讼", "县政府", drawer)
    await drawer.get_by_label("结果", exact=True).first.click()
    await legal.page.locator(".ant-select-item-option:visible", has_text="变更").first.click()
    await drawer.get_by_label("文书号").fill("复决1")
    await legal.choose("来文扫描件", REVIEWED, drawer)
    await legal.pick_day("决定日期", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("理由").fill("部分护理确有记录。")
    await drawer.get_by_label("变更后的退回基金").fill(LOWER)
    await drawer.get_by_label("变更后的暂停月数").fill("6")
    await legal.finish(drawer, "登记复议或诉讼结果", NO)


async def _measure_is_shorter(desk: Any, officer: Any) -> None:
    """The suspension of the department ends after six months, not after twelve."""
    begun = local_date(desk.demo.at)
    await officer.open("/measures")
    row = officer.page.locator(".ant-table-row").filter(has_text=DEPARTMENT)
    await expect(row.get_by_text("执行中")).to_be_visible()
    await expect(row).to_contain_text(add_months(begun, 6).isoformat())
    await expect(row).not_to_contain_text(add_months(begun, 12).isoformat())


async def _ledger_asks_less(officer: Any) -> None:
    """What is demanded is the lower sum, and the ledger agrees with the decision."""
    await officer.open(f"/cases/{NO}?tab=ledger")
    await expect(officer.page.get_by_test_id("ledger-agrees")).to_be_visible()
    await expect(officer.page.get_by_text("2,000.00").first).to_be_visible()
