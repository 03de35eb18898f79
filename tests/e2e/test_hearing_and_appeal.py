"""From a clue to a decision with a hearing, and an appeal that succeeds in part: points follow."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest_asyncio
from doctors import Doctors
from playwright.async_api import expect

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands import points as p
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.points.standing import Status, standing
from cli.demo.people import actor_of
from graph.cases.read import case_state
from graph.commands import execute
from graph.points.page import points_page

NO = "TINGZHENG-1"
LOSS = Decimal("90000.00")
OFFICERS = ("jicha1", "jicha2")
#: The notice was served a month ago: nobody can wait for a hearing's seven working days.
BEFORE = timedelta(days=35)


@pytest_asyncio.fixture(loop_scope="session")
async def heard_case(desk: Any) -> str:
    """A clue that was filed, investigated, proposed and notified; the party asks to be heard."""
    at = desk.demo.at - BEFORE
    own: dict[str, Any] = {"case_no": NO}
    party = c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name)
    yes = dict.fromkeys(
        ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
    )
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "已核实")
    bill = {"bill": "2025-0701/9", "fixmedins_code": desk.hospital.fixmedins_code}
    officers = tuple(c.OfficerRef(login, login) for login in OFFICERS)
    for who, command in (
        (
            "jicha1",
            c.OpenCase(
                **own, title="涉嫌串换诊疗项目案", source=c.Source.TIP, summary="群众举报。",
                party=party, conduct_from=date(2025, 3, 1), conduct_to=date(2025, 9, 30),
            ),
        ),
        ("zhongxin", c.AssignOfficers(**own, officers=officers)),
        ("zhongxin", c.FileCase(**own, **yes, reasons="初步证据充分")),
        ("jicha1", c.StartInvestigation(**own, certificates_shown=True, recusal_settled=True)),
        ("jicha1", c.AddLine(**own, **bill, title="理疗", amount=LOSS, inside_policy=LOSS)),
        (
            "jicha1",
            c.JudgeLines(**own, verdict=c.LineVerdict.CONFIRMED, line_ids=("2025-0701/9",)),
        ),
        ("jicha1", c.WriteReport(**own, **parts)),
        (
            "jicha1",
            c.ProposePenalty(
                **own, article_id="tiaoli-38-4", base_loss=LOSS, multiple=Decimal("1.5"),
                reasons="情节一般",
            ),
        ),
        ("zhongxin", c.ReviewProposal(**own, proposal_id="P1", outcome=c.Outcome.APPROVED)),
        ("jicha1", c.ServeNotice(**own, way=c.ServiceWay.DIRECT, served_on=local_date(at))),
        ("jicha1", c.RequestHearing(**own, requested_on=local_date(at))),
    ):  # fmt: skip
        await execute(desk.driver, command, await actor_of(desk.driver, who), at)
    return NO


async def test_a_hearing_a_decision_and_an_appeal_that_lowers_the_points(
    desk: Any, heard_case: str
) -> None:
    officer = await desk.sign_in("jicha1")
    await officer.open(f"/cases/{NO}")
    await expect(officer.page.get_by_text("听证").first).to_be_visible()
    # Before the hearing nothing goes to the legal review.
    assert "提交法制审核" not in await officer.offered()
    await _hear(desk, officer)
    await officer.finish(await officer.start("提交法制审核"), "提交法制审核")
    await _reviewed(await desk.sign_in("fazhi"))
    head = await desk.sign_in("juzhang")
    await _undiscussed(head)
    await _discussed(head)
    await _decided(head)
    await _sealed(desk)
    await _served(desk, officer)
    code, name = (await Doctors(desk).free(1))[0]
    await _scored(desk, code, name)
    await _appealed(desk, await desk.sign_in("fazhi"))
    await _objected(await desk.sign_in("yibaoban"), code)
    await _lowered(desk, await desk.sign_in("zhongxin"), code)
    await desk.chains_hold()


async def _hear(desk: Any, officer: Any) -> None:
    today = local_date(desk.demo.at)
    drawer = await officer.start("记录听证")
    # Whoever investigates does not chair.
    await officer.choose("听证主持人（非本案调查人员）", "林晓舟", drawer)
    await officer.pick_day("举行日期", today.isoformat(), drawer)
    await officer.pick_day("通知日期", (today - timedelta(days=20)).isoformat(), drawer)
    await drawer.get_by_label("笔录").fill("当事人陈述：部分项目确有治疗记录。")
    await officer.press("记录听证", drawer)
    await expect(drawer.get_by_role("alert").first).to_be_visible()
    await officer.choose("听证主持人（非本案调查人员）", "许文清", drawer)
    await officer.finish(drawer, "记录听证")


async def _reviewed(legal: Any) -> None:
    await legal.open(f"/cases/{NO}")
    drawer = await legal.start("法制审核")
    await drawer.get_by_label("审核意见").first.click()
    option = legal.page.locator(".ant-select-item-option:visible", has_text="同意")
    await option.first.click()
    await drawer.get_by_label("内容").fill("事实清楚，程序合法。")
    await legal.finish(drawer, "法制审核")


async def _discussed(head: Any) -> None:
    """A case with a hearing is discussed together (a parameter of the bureau)."""
    await head.open(f"/cases/{NO}")
    drawer = await head.start("记录集体讨论")
    for leader in ("郑国栋", "周明远", "许文清"):
        await head.choose("参加讨论的负责人", leader, drawer)
    await head.pick_day("举行日期", local_date(head.desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("笔录").fill("一致同意")
    await drawer.get_by_label("讨论同意").check()
    await head.finish(drawer, "记录集体讨论")


async def _undiscussed(head: Any) -> None:
    """The decision is refused with the grounds for which the leaders have to meet first."""
    await head.open(f"/cases/{NO}")
    drawer = await head.start("作出决定")
    await drawer.get_by_label("给予处罚").check()
    await head.press("作出决定", drawer)
    await head.page.get_by_test_id("typed-confirmation").fill(NO)
    await head.press("作出决定", head.page.get_by_role("dialog").filter(has_text="此操作不能撤销"))
    await expect(drawer.get_by_role("alert")).to_contain_text("集体讨论")


async def _decided(head: Any) -> None:
    await head.open(f"/cases/{NO}")
    drawer = await head.start("作出决定")
    await drawer.get_by_label("给予处罚").check()
    await head.finish(drawer, "作出决定", NO)
    state = await case_state(head.desk.driver, Viewer(head.desk.demo.team.head), NO)
    assert state is not None
    assert state.decision is not None
    assert (state.decision.fine, state.hearing_held) == (Decimal("135000.00"), True)


async def _sealed(desk: Any) -> None:
    """Signed approval and sealed decision; their own journey is test_paper."""
    officer, at = await actor_of(desk.driver, "jicha1"), desk.demo.at
    for n, form_id in enumerate(("decision_approval", "decision"), 1):
        await execute(desk.driver, IssueForm(case_no=NO, form_id=form_id), officer, at)
        scan = ReceiveEvidence(
            evidence_id=f"TZ-{n}", name=f"{form_id}.pdf", kind=EvidenceKind.DOCUMENTARY,
            media_type="application/pdf", size=9, sha256=f"{n}" * 64, sm3=f"{n}" * 64,
            object_key=f"tz/{n}", retain_until=local_date(at) + timedelta(days=900), case_no=NO,
        )  # fmt: skip
        attach = c.AttachEvidence(case_no=NO, evidence_id=f"TZ-{n}", proves="签章")
        for command in (scan, attach):
            await execute(desk.driver, command, officer, at)
        state = await case_state(desk.driver, Viewer(officer), NO)
        assert state is not None
        sign = SignForm(case_no=NO, issue_id=state.forms[-1].issue_id, evidence_id=f"TZ-{n}")
        await execute(desk.driver, sign, officer, at)


async def _served(desk: Any, officer: Any) -> None:
    await officer.page.reload()
    drawer = await officer.start("送达决定书")
    await drawer.get_by_label("送达方式").first.click()
    option = officer.page.locator(".ant-select-item-option:visible", has_text="直接送达")
    await option.first.click()
    await officer.pick_day("送达日期", local_date(desk.demo.at).isoformat(), drawer)
    await officer.finish(drawer, "送达决定书")


async def _scored(desk: Any, code: str, name: str) -> None:
    """Four points from before and six of this decision: ten, so the doctor is suspended."""
    agency, today = await actor_of(desk.driver, "jingban"), local_date(desk.demo.at)
    paper = p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2026〕21号", date(today.year, 1, 5), "县局")
    ours = p.Basis(p.BasisKind.CASE, NO, today)
    for n, (act, points, basis) in enumerate(
        (("out_of_scope", 4, paper), ("tiaoli_38_39", 6, ours)), 1
    ):
        score = p.RecordScore(
            prac_psn_code=code,
            prac_psn_name=name,
            fixmedins_code=desk.hospital.fixmedins_code,
            act=act,
            responsibility=p.Responsibility.PRIMARY,
            points=points,
            conduct_on=date(2025, 6, 1),
            basis=basis,
            reasons="主要责任",
        )
        await execute(desk.driver, score, agency, desk.demo.at)
        told = p.NotifyScore(
            prac_psn_code=code, entry_id=f"S{n}", way=c.ServiceWay.DIRECT, served_on=today
        )
        await execute(desk.driver, told, agency, desk.demo.at)
    assert await _standing(desk, code) == (10, Status.SUSPENDED)


async def _appealed(desk: Any, legal: Any) -> None:
    """The review body lowers the fine: part of the treatments did take place."""
    today = local_date(desk.demo.at).isoformat()
    await legal.open(f"/cases/{NO}")
    drawer = await legal.start("登记复议或诉讼")
    await drawer.get_by_label("行政复议").check()
    await drawer.get_by_label("受理机关").fill("亳州市医疗保障局")
    await legal.pick_day("受理日期", today, drawer)
    await drawer.get_by_label("文书号").fill("亳医保复〔2026〕3号")
    await legal.finish(drawer, "登记复议或诉讼")
    drawer = await legal.start("登记复议或诉讼结果")
    await drawer.get_by_label("复议或诉讼").first.click()
    await legal.page.locator(".ant-select-item-option:visible").first.click()
    await drawer.get_by_label("结果", exact=True).first.click()
    await legal.page.locator(".ant-select-item-option:visible", has_text="变更").first.click()
    await drawer.get_by_label("文书号").fill("亳医保复决〔2026〕3号")
    await legal.pick_day("决定日期", today, drawer)
    await drawer.get_by_label("理由").fill("部分项目确有治疗记录。")
    await drawer.get_by_label("变更后的罚款").fill("90000.00")
    await legal.finish(drawer, "登记复议或诉讼结果", NO)
    state = await case_state(desk.driver, Viewer(desk.demo.team.head), NO)
    assert state is not None
    assert state.decision is not None
    assert (state.decision.fine, state.changed) == (Decimal("90000.00"), True)


async def _objected(office: Any, code: str) -> None:
    await office.open(f"/points/{code}")
    row = office.page.get_by_role("row").filter(has_text=NO)
    await office.press("提出异议", row)
    drawer = office.page.get_by_role("dialog").filter(has_text="异议")
    await drawer.get_by_label("内容").fill("复议已变更处罚，应减轻责任认定。")
    await drawer.get_by_label("本人已签字").check()
    await drawer.get_by_label("机构已盖章").check()
    await office.finish(drawer, "提出异议")


async def _lowered(desk: Any, supervisor: Any, code: str) -> None:
    await supervisor.open(f"/points/{code}")
    row = supervisor.page.get_by_role("row").filter(has_text=NO)
    await supervisor.press("处理异议", row)
    drawer = supervisor.page.get_by_role("dialog").filter(has_text="处理异议")
    await drawer.get_by_label("变更", exact=True).check()
    await drawer.get_by_label("理由").fill("一般责任。")
    await drawer.get_by_role("spinbutton").fill("4")
    await supervisor.press("处理异议", drawer)
    # What follows is shown before it is done: the total, the suspension, the fees.
    danger = supervisor.page.get_by_role("dialog").filter(has_text="此操作不能撤销")
    await expect(danger.get_by_text("年度累计记分由 10 分变为 8 分")).to_be_visible()
    await expect(danger.get_by_text("撤销“暂停”")).to_be_visible()
    await supervisor.page.get_by_test_id("typed-confirmation").fill(code)
    await supervisor.press("处理异议", danger)
    await supervisor.told("已完成：处理异议")
    assert await _standing(desk, code) == (8, Status.NORMAL)


async def _standing(desk: Any, code: str) -> tuple[int, Status]:
    today = local_date(desk.demo.at)
    page = await points_page(desk.driver, Viewer(desk.demo.team.head), code, desk.demo.at)
    assert page is not None
    now = standing(page.state, today)
    return now.total, now.status
