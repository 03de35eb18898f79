"""On paper: a decision takes effect with signature and seal, and the closed case is bound."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest_asyncio
from decided import decided
from playwright.async_api import expect
from sealing import APPROVAL, DOCUMENT, approvals, seal

from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from cli.demo.people import actor_of
from evidence import intake
from evidence.dossier.typeset import typeset
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import UploadIntent
from graph.commands import execute
from stack.clients import object_client
from stack.endpoints import Endpoints
from stack.settings import Settings
from workers.binding import Order, bind_case

NO = "ZHIMIAN-1"


@pytest_asyncio.fixture(loop_scope="session")
async def case_no(desk: Any) -> str:
    """A case that the head has decided a moment ago."""
    opened = c.OpenCase(
        case_no=NO,
        title="云溪县人民医院涉嫌重复收费案",
        source=c.Source.INSPECTION,
        summary="日常稽核发现。",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
        findings=(c.FindingRef("F-ZM", "duplicate_charge", Decimal("4113.00"), "重复收费。"),),
    )
    await execute(desk.driver, opened, await actor_of(desk.driver, "jicha1"), desk.demo.at)
    await decided(desk, NO, "4113.00", "2")
    return NO


async def test_signature_and_seal_then_service_then_two_volumes(
    desk: Any, case_no: str, settings: Settings, endpoints: Endpoints, tmp_path: Path
) -> None:
    officer = await desk.sign_in("jicha1")
    page = officer.page
    await seal(officer, case_no)
    drawer = await officer.start("送达决定书")
    await officer.choose_one("送达方式", "直接送达", drawer)
    await officer.pick_day("送达日期", local_date(desk.demo.at).isoformat(), drawer)
    await officer.finish(drawer, "送达决定书")
    await approvals(officer, case_no)
    store = S3Store(object_client(endpoints))
    await _closed(desk, case_no, store, tmp_path)
    await page.reload()
    await expect(page.get_by_text("本案已办结，尚未装订")).to_be_visible()
    actor = await actor_of(desk.driver, "jicha1")
    order = Order(actor, case_no, desk.demo.at)
    await bind_case(desk.driver, store, settings, order, lambda *_: None)
    await page.reload()
    await expect(page.get_by_role("tab", name="正卷")).to_be_visible()
    await expect(page.get_by_text("保管期限：30年")).to_be_visible()
    await expect(page.get_by_role("row").filter(has_text=DOCUMENT).first).to_be_visible()
    await page.get_by_role("tab", name="副卷").click()
    panel = page.get_by_role("tabpanel").filter(has_text="SHA-256").last
    await expect(panel.get_by_text(APPROVAL)).to_be_visible()
    await _replaced(officer)
    order = Order(actor, case_no, desk.demo.at)
    await bind_case(desk.driver, store, settings, order, lambda *_: None)
    await page.reload()
    await expect(page.get_by_text("第 2 版").first).to_be_visible()
    await expect(page.get_by_text("第 1 版装订后")).to_have_count(0)
    await page.get_by_role("tab", name="副卷").click()
    former = page.get_by_role("row").filter(has_text=f"{APPROVAL}原附签字件")
    await expect(former).to_contain_text("漏扫第二页")
    # The party knows of the main volume, and of the inner one nothing.
    office = await desk.sign_in("yibaoban")
    await office.open(f"/cases/{case_no}?tab=forms")
    await expect(office.page.get_by_role("tab", name="正卷")).to_be_visible()
    await expect(office.page.get_by_role("tab", name="副卷")).to_have_count(0)
    await expect(office.page.get_by_text(APPROVAL)).to_have_count(0)
    await desk.chains_hold()


async def _replaced(officer: Any) -> None:
    """A wrong scan of a bound paper gives way: the page asks to bind again, and says what for."""
    page = officer.page
    await page.get_by_role("button", name=f"更换签字件 {APPROVAL}").click()
    dialog = page.get_by_role("dialog", name=f"更换签字件：{APPROVAL}")
    sheet = {"title": "更正", "sizes": [["595", "842"]]}
    scan = {
        "name": "更正.pdf",
        "mimeType": "application/pdf",
        "buffer": typeset("stamps", sheet, officer.desk.demo.at).pdf,
    }
    await dialog.locator("input[type=file]").set_input_files(scan)
    await dialog.get_by_label("更换原因").fill("漏扫第二页")
    await officer.press("更换签字件", dialog)
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_text("第 1 版装订后，卷内文书有补入或更换")).to_be_visible()
    await expect(page.get_by_role("button", name="重新装订")).to_be_visible()


async def _scan(desk: Any, no: str, title: str, store: S3Store, folder: Path) -> str:
    """A signed paper of the case in the vault."""
    path = folder / f"{title}.pdf"
    path.write_bytes(
        typeset("stamps", {"title": title, "sizes": [["595", "842"]]}, desk.demo.at).pdf
    )
    ticket = intake.begin(store, UploadIntent(path.name, "", path.stat().st_size), desk.demo.at)
    send(ticket, path)
    kept = intake.finish(store, ticket.upload_id, desk.demo.at)
    officer = await actor_of(desk.driver, "jicha1")
    received = ReceiveEvidence(
        evidence_id=f"{no}-{title}", name=kept.name, kind=EvidenceKind.DOCUMENTARY,
        media_type=kept.media_type, size=kept.size, sha256=kept.sha256, sm3=kept.sm3,
        object_key=kept.key, version_id=kept.version_id,
        retain_until=local_date(kept.retain_until), case_no=no,
    )  # fmt: skip
    attached = c.AttachEvidence(case_no=no, evidence_id=received.evidence_id, proves=title)
    for command in (received, attached):
        await execute(desk.driver, command, officer, desk.demo.at)
    return received.evidence_id


async def _closed(desk: Any, no: str, store: S3Store, folder: Path) -> None:
    """Receipts come back, the fine is paid, the head closes as proposed, and the form of that comes back signed."""
    paid: dict[str, Any] = {"paid_on": local_date(desk.demo.at)}
    agent, officer = await actor_of(desk.driver, "zhongxin"), await actor_of(desk.driver, "jicha1")
    head = await actor_of(desk.driver, "juzhang")
    for served in (c.Served.NOTICE, c.Served.DECISION):
        paper = await _scan(desk, no, f"回证{served.value}", store, folder)
        receipt = c.AttachReceipt(case_no=no, served=served, document=paper)
        await execute(desk.driver, receipt, officer, desk.demo.at)
    for kind, amount in ((c.PaymentKind.FINE, "8226.00"), (c.PaymentKind.RECOVERY, "4113.00")):
        slip = {**paid, "voucher": f"{no}-{kind.value}"}
        pay = c.RecordPayment(case_no=no, kind=kind, amount=Decimal(amount), **slip)
        await execute(desk.driver, pay, officer, desk.demo.at)
    report = IssueForm(case_no=no, form_id="closing_report")
    await execute(desk.driver, report, officer, desk.demo.at)
    proposed = c.ProposeClosing(case_no=no, situation="罚款已缴清，基金已退回")
    await execute(desk.driver, proposed, officer, desk.demo.at)
    agreed = c.ReviewSubmission(
        case_no=no, matter=c.Matter.CLOSING, outcome=c.Outcome.APPROVED, reasons="同意结案"
    )
    await execute(desk.driver, agreed, agent, desk.demo.at)
    await execute(desk.driver, c.CloseCase(case_no=no), head, desk.demo.at)
    form = IssueForm(case_no=no, form_id="closing")
    (issued, *_) = await execute(desk.driver, form, officer, desk.demo.at)
    scan = await _scan(desk, no, "结案审批", store, folder)
    sign = SignForm(case_no=no, issue_id=str(issued.data["issue_id"]), evidence_id=scan)
    await execute(desk.driver, sign, officer, desk.demo.at)


async def test_parameters_are_proposed_by_one_and_approved_by_another(desk: Any) -> None:
    officer = await desk.sign_in("jicha1")
    await officer.open("/parameters")
    await expect(officer.page.get_by_role("heading", name="发文代字", exact=True)).to_be_visible()
    propose = {"name": "建议修改 发文代字"}
    await expect(officer.page.get_by_role("button", **propose)).to_have_count(0)
    legal = await desk.sign_in("fazhi")
    await legal.open("/parameters")
    await legal.page.get_by_role("button", **propose).click()
    drawer = legal.page.get_by_role("dialog").filter(has_text="建议修改：发文代字")
    await drawer.get_by_label("取值").fill("云医保")
    await legal.pick_day("生效日", local_date(desk.demo.at).isoformat(), drawer)
    await drawer.get_by_label("本局依据").fill("局务会纪要〔2026〕1号")
    await drawer.get_by_label("理由").fill("与发文规范一致")
    await legal.press("建议修改：发文代字", drawer)
    danger = legal.page.get_by_role("dialog").filter(has_text="此操作不能撤销")
    await expect(danger.get_by_text("→ 云医保")).to_be_visible()
    await expect(danger.get_by_text("已取得的文号不变")).to_be_visible()
    await legal.confirm("建议修改：发文代字", "发文代字")
    waiting = legal.page.get_by_test_id("waiting-document_word")
    await expect(waiting).to_contain_text("提出人本人不能批准")
    await expect(legal.page.get_by_test_id("parameter-document_word")).to_have_text("医保")
    head = await desk.sign_in("juzhang")
    await head.open("/parameters")
    waiting = head.page.get_by_test_id("waiting-document_word")
    await expect(waiting).to_contain_text("与发文规范一致")
    await head.press("批准", waiting)
    drawer = head.page.get_by_role("dialog").filter(has_text="批准修改：发文代字")
    await head.press("批准修改：发文代字", drawer)
    await head.confirm("批准修改：发文代字", "发文代字")
    await expect(head.page.get_by_test_id("parameter-document_word")).to_have_text("云医保")
    await expect(head.page.get_by_text("局务会纪要〔2026〕1号").first).to_be_visible()
    await desk.chains_hold()
