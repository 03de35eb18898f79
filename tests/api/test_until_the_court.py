"""From the proposal to the court over HTTP, with the periods of the law really passing by the front door's clock.

A journey lives in the first half of 2026, whose official calendar is known. Every paper on its way is
issued, taken as a file, and read: it says the figures of its case.
"""

import io
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import docx
import pypdf
import pytest_asyncio

from casework.clocks.calendars import SHANGHAI, local_date
from casework.commands.delegation import EntrustCentre
from graph.accounts.read import find_account
from graph.commands import execute
from tests.api.test_binding import paper
from tests.api.test_documents import OPEN, forms_of
from tests.api.test_evidence import upload_bytes
from tests.api.test_procedure import do, opened, proposal_of, refused

BEGINS = datetime(2026, 1, 5, 10, 0, tzinfo=SHANGHAI).astimezone(UTC)
OWED = "query($n: String!) { caseFile(caseNo: $n) { owed { kind amount } case { stage } papersMissing { title act } } }"


@pytest_asyncio.fixture(loop_scope="session")
async def then(world: Any) -> AsyncIterator[Any]:
    """The same county in January 2026, with a letter of entrustment of that year."""
    world.clock.moment = BEGINS
    head = await find_account(world.driver, "head")
    assert head is not None
    letter = EntrustCentre(
        document_no=f"测医保委旅程{datetime.now(UTC).timestamp()}号",
        scope="监督检查、调查取证", published_on=date(2026, 1, 4), where="本局网站",
        starts_on=date(2026, 1, 4), ends_on=date(2026, 10, 31),
    )  # fmt: skip
    await execute(world.driver, letter, head.actor, BEGINS)
    yield world
    world.clock.moment = None


def today(then: Any) -> str:
    return local_date(then.clock.now()).isoformat()


def wait(then: Any, days: int) -> None:
    then.clock.moment += timedelta(days=days)


async def scan(then: Any, number: str, what: str, who: str) -> str:
    """A signed paper in the vault and in the case."""
    with then.clock.real():
        kept = await upload_bytes(then.people[who], paper(1, f"{number}-{what}"), f"{what}.pdf")
    await do(then, who, "caseAttachEvidence", caseNo=number, evidenceId=kept, proves=what)
    return kept


async def issued(then: Any, number: str, form_id: str, who: str) -> str:
    """Issue a form; the text of its DOCX, which that of its PDF repeats."""
    await do(then, who, "caseFormIssue", caseNo=number, formId=form_id)
    form = next(one for one in await forms_of(then, number, who) if one["formId"] == form_id)
    address = f"/export/form/{number}/{form['issueId']}"
    word = await then.people[who].http.get(f"{address}.docx")
    assert word.status_code == 200, word.text
    drawn = docx.Document(io.BytesIO(word.content))
    cells = [cell.text for table in drawn.tables for row in table.rows for cell in row.cells]
    text = _dense("".join([*(p.text for p in drawn.paragraphs), *cells]))
    print_ = await then.people[who].http.get(f"{address}.pdf")
    pages = pypdf.PdfReader(io.BytesIO(print_.content)).pages
    printed = _dense("".join(page.extract_text() for page in pages))
    if form["number"]:
        assert _dense(form["number"]) in text
        assert _dense(form["number"]) in printed
    return text + printed


def _dense(text: str) -> str:
    return "".join(text.split()).replace(",", "")


async def signed(then: Any, number: str, form_id: str, who: str) -> str:
    """Issued, and back with signature and seal; what it says."""
    text = await issued(then, number, form_id, who)
    form = next(one for one in await forms_of(then, number, who) if one["formId"] == form_id)
    kept = await scan(then, number, form_id, who)
    await do(then, who, "caseFormSign", caseNo=number, issueId=form["issueId"], evidenceId=kept)
    return text


async def owed(then: Any, number: str) -> dict[str, str]:
    """What is still owed by kind, as the write-off would offer it."""
    file = (await then.people["head"].ask(OWED, n=number))["caseFile"]
    return {one["kind"]: one["amount"] for one in file["owed"]}


def says(text: str, *figures: str) -> None:
    for one in figures:
        assert _dense(one) in text, (one, text[:2000])


async def decided(then: Any) -> str:
    """A fine of 150 yuan and 100 yuan to come back, decided, sealed and served on 5 January."""
    number = await opened(then)
    propose = {"articleId": "tiaoli-38-3", "baseLoss": "100.00", "recovery": "100.00"}
    await do(
        then, "inspector", "casePenaltyPropose", caseNo=number, **propose, multiple="1.5",
        reasons="首次",
    )  # fmt: skip
    review = {"caseNo": number, "proposalId": await proposal_of(then, number)}
    await do(then, "supervisor", "casePenaltyReview", **review, outcome="APPROVED")
    says(await issued(then, number, "notice", "inspector"), "150.00", "100.00", "1.5")
    told = {"caseNo": number, "way": "DIRECT", "servedOn": today(then)}
    await do(then, "inspector", "caseServeNotice", **told)
    said = {"caseNo": number, "how": "STATED", "text": "没有异议"}
    await do(then, "inspector", "caseRecordDefence", **said)
    await do(then, "inspector", "caseSubmitLegalReview", caseNo=number)
    legal = {"caseNo": number, "opinion": "AGREE", "text": "事实清楚"}
    await do(then, "legal", "caseReviewLegality", **legal)
    decide = {"caseNo": number, "ruling": "PENALTY", "decisionNo": f"测罚{number}号"}
    await do(then, "head", "caseDecide", **decide, reasons="同意")
    says(await signed(then, number, "decision_approval", "inspector"), "150.00")
    says(await signed(then, number, "decision", "inspector"), "150.00", "100.00")
    await do(then, "inspector", "caseServeDecision", **told)
    return number


async def test_a_fine_that_nobody_pays_is_pressed_for_and_brought_to_the_court(then: Any) -> None:
    number = await decided(then)
    assert await owed(then, number) == {"RECOVERY": "100.00", "FINE": "150.00"}
    press: dict[str, Any] = {"caseNo": number, "way": "DIRECT"}
    court = {"caseNo": number, "court": "云溪县人民法院", "documentNo": f"强申{number}号"}
    # Fifteen days to pay (处罚法 67): until they are over nobody presses.
    await refused(then, "inspector", "casePress", "PERIOD_RUNNING", **press, servedOn=today(then))
    wait(then, 16)
    await refused(then, "head", "caseCourtApply", "STEP_MISSING", **court)
    demand = await issued(then, number, "pressing", "inspector")
    # A day of three per cent on the fine (处罚法 72).
    says(demand, "150.00", "100.00", "4.50")
    await do(then, "inspector", "casePress", **press, servedOn=today(then))
    # Ten working days after the demand (强制法 54, 69), and six months to go to court (53).
    wait(then, 9)
    await refused(then, "head", "caseCourtApply", "PERIOD_RUNNING", **court)
    wait(then, 30)
    await refused(then, "head", "caseCourtApply", "PERIOD_RUNNING", **court)
    then.clock.moment = datetime(2026, 7, 10, 2, 0, tzinfo=UTC)
    for who in ("inspector", "supervisor", "agency"):
        await refused(then, who, "caseCourtApply", "ROLE_REQUIRED", **court)
    await do(then, "head", "caseCourtApply", **court)
    await refused(then, "head", "caseCourtApply", "ALREADY_DONE", **court)
    # The surcharge stops at the fine (处罚法 72): what the court is asked for is all of it.
    approval = await issued(then, number, "court_approval", "inspector")
    says(approval, "150.00", "100.00", "云溪县人民法院")
    ruling = {"caseNo": number, "documentNo": "行审1号", "ruledOn": today(then), "reasons": "合法"}
    await refused(then, "legal", "caseCourtRule", "PAPER_NOT_THERE", **ruling, ruling="ENFORCED")
    ruling["document"] = await scan(then, number, "行政裁定书", "inspector")
    await do(then, "legal", "caseCourtRule", **ruling, ruling="ENFORCED")
    paid = {"caseNo": number, "paidOn": today(then), "voucher": "执行款"}
    await do(then, "inspector", "caseRecordPayment", **paid, kind="FINE", amount="150.00")
    both = {**paid, "sharedReason": "同一笔执行款"}
    await do(then, "inspector", "caseRecordPayment", **both, kind="RECOVERY", amount="100.00")
    assert await owed(then, number) == {"SURCHARGE": "150.00"}


async def test_after_the_three_months_the_court_is_closed_and_the_rest_is_written_off(
    then: Any,
) -> None:
    number = await decided(then)
    wait(then, 16)
    await issued(then, number, "pressing", "inspector")
    press = {"caseNo": number, "way": "DIRECT", "servedOn": today(then)}
    await do(then, "inspector", "casePress", **press)
    # Six months to sue from 5 January, three more to ask the court (强制法 53): over in October.
    then.clock.moment = datetime(2026, 10, 20, 2, 0, tzinfo=UTC)
    court = {"caseNo": number, "court": "云溪县人民法院", "documentNo": f"强申{number}号"}
    await refused(then, "head", "caseCourtApply", "PERIOD_OVER", **court)
    off = {
        "caseNo": number,
        "ground": "PERIOD_LAPSED",
        "documentNo": "核1",
        "reasons": "逾期未申请",
    }
    left = await owed(then, number)
    too_much = {**off, "kind": "FINE", "amount": "150.01"}
    await refused(then, "head", "caseLedgerWriteOff", "LEDGER_SHORT", **too_much)
    for kind, amount in left.items():
        await do(then, "head", "caseLedgerWriteOff", **off, kind=kind, amount=amount)
    assert await owed(then, number) == {"SURCHARGE": "150.00"}


async def handled(then: Any) -> str:
    """A handling under the agreement with every paper from its proposal to its served decision."""
    given = {
        "title": "重复收取护理费协议处理", "source": "INSPECTION", "summary": "日常稽核发现",
        "conductFrom": "2025-03-01", "conductTo": "2025-09-30", "path": "AGREEMENT",
        "party": {"kind": "INSTITUTION", "key": then.hospital, "name": "测试医院"},
        "findingIds": [],
    }  # fmt: skip
    answer = await then.people["agency"].ask(OPEN, input=given)
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    bill = {"bill": f"{number}/1", "title": "护理费", "fixmedinsCode": then.hospital}
    money = {"amount": "800.00", "insidePolicy": "800.00", "fundShare": "1"}
    await do(then, "agency", "caseLineAdd", caseNo=number, **bill, **money)
    judge = {"caseNo": number, "where": {"state": "open"}, "verdict": "CONFIRMED"}
    await do(then, "agency", "caseLinesJudge", **judge)
    clause = {"clause": "第三十条"}
    measures = [
        {"kind": "RECOVERY", "amount": "800.00", **clause},
        {"kind": "LIQUIDATED_DAMAGES", "amount": "200.00", **clause},
        {"kind": "SUSPEND_DEPARTMENT", "months": 2, "target": number, **clause},
    ]
    asked = {"caseNo": number, "measures": measures, "reasons": "重复收取护理费"}
    await do(then, "agency", "caseHandlingPropose", **asked, rectify="停止重复收费", rectifyDays=30)
    text = await issued(then, number, "handling_notice", "agency")
    says(text, "800.00", "200.00", "第三十条", "重复收取护理费")
    told = {"caseNo": number, "way": "DIRECT", "servedOn": today(then)}
    await do(then, "agency", "caseHandlingNotify", **told)
    await do(then, "office", "caseHandlingDefend", caseNo=number, how="STATED", text="请求从轻")
    wait(then, 3)
    decide = {"caseNo": number, "ruling": "PENALTY", "decisionNo": f"测协{number}号"}
    await do(then, "chief", "caseHandlingDecide", **decide)
    says(await signed(then, number, "handling_approval", "agency"), "800.00", "200.00", "同意")
    text = await signed(then, number, "handling_decision", "agency")
    says(text, f"测协{number}号", "800.00", "200.00", "2个月", "停止重复收费")
    told["servedOn"] = today(then)
    await do(then, "agency", "caseHandlingServe", **told)
    says(await issued(then, number, "receipt", "agency"), f"测协{number}号")
    return number


async def _told(person: Any) -> list[dict[str, str]]:
    """All that a person was told: newer tests tell of later days, which come first."""
    ask = """query($after: String) { notices(first: 200, after: $after) {
      nodes { act target } pageInfo { hasNextPage endCursor } } }"""
    found: list[dict[str, str]] = []
    after = None
    while True:
        page = (await person.ask(ask, after=after))["notices"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def measure_paper(then: Any, number: str) -> None:
    """The notice of the suspended department: read, and back; whoever settles is told so."""
    of = {"subjectKind": "DEPARTMENT", "subjectKey": then.hospital, "department": number}
    key = {"key": f"department:{then.hospital}/{number}", "measureId": "M1"}
    file = await then.people["agency"].take(
        "/export/measure-form/suspension_notice.docx", **key, purpose="送达"
    )
    drawn = docx.Document(io.BytesIO(file.content))
    says(_dense("".join(p.text for p in drawn.paragraphs)), number)
    with then.clock.real():
        kept = await upload_bytes(
            then.people["agency2"], paper(1, f"{number}-停"), "通知书（盖章）.pdf"
        )
    form = {"measureId": "M1", "formId": "suspension_notice", "evidenceId": kept}
    done = await then.people["agency2"].act("measurePaperAttach", **of, **form)
    assert done["__typename"] == "MeasureSuccess", done
    for who, heard in (("agency", True), ("agency2", False), ("office", False), ("legal", False)):
        found = await _told(then.people[who])
        back = [
            one
            for one in found
            if one["target"] == f"/cases/{number}" and "已全部收齐" in one["act"]
        ]
        assert bool(back) is heard, who


async def test_a_handling_is_on_paper_from_its_proposal_to_the_demand_and_the_court(
    then: Any,
) -> None:
    # Courts enforce handlings since the Implementing Rules (2026-04-01).
    then.clock.moment = datetime(2026, 4, 2, 2, 0, tzinfo=UTC)
    number = await handled(then)
    await measure_paper(then, number)
    assert await owed(then, number) == {"RECOVERY": "800.00", "DAMAGES": "200.00"}
    press = {"caseNo": number, "way": "DIRECT"}
    await refused(then, "agency", "casePress", "PERIOD_RUNNING", **press, servedOn=today(then))
    wait(then, 31)
    text = await issued(then, number, "pressing", "agency")
    says(text, "800.00", "200.00", f"测协{number}号")
    await do(then, "agency", "casePress", **press, servedOn=today(then))
    court = {"caseNo": number, "court": "云溪县人民法院", "documentNo": f"强申{number}号"}
    await refused(then, "chief", "caseCourtApply", "STEP_MISSING", **court)
    perform = {"caseNo": number, "decisionNo": f"测履{number}号", "reasons": "经催告仍不履行"}
    await refused(then, "chief", "casePerformanceDecide", "PERIOD_RUNNING", **perform)
    wait(then, 20)
    for who in ("agency", "head", "supervisor"):
        await refused(then, who, "casePerformanceDecide", "ROLE_REQUIRED", **perform)
    await do(then, "chief", "casePerformanceDecide", **perform)
    serve = {"caseNo": number, "served": "PERFORMANCE", "way": "DIRECT", "servedOn": today(then)}
    await refused(then, "agency", "casePaperServe", "NOT_ISSUED", **serve)
    says(await signed(then, number, "handling_approval", "agency"), "经催告仍不履行")
    text = await signed(then, number, "performance_decision", "agency")
    says(
        text, f"测履{number}号", f"测协{number}号", "800.00", "200.00", "15日内", "六十日", "六个月"
    )
    await do(then, "agency", "casePaperServe", **serve)
    says(await issued(then, number, "receipt", "agency"), f"测履{number}号")
    await refused(then, "chief", "caseCourtApply", "PERIOD_RUNNING", **court)
    then.clock.moment = datetime(2026, 12, 14, 2, 0, tzinfo=UTC)
    await refused(then, "head", "caseCourtApply", "ROLE_REQUIRED", **court)
    await do(then, "chief", "caseCourtApply", **court)
    text = await issued(then, number, "court_approval", "agency")
    says(text, "800.00", "200.00", "云溪县人民法院")
