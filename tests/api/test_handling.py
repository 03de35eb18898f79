"""A handling under the agreement over HTTP, from the proposal to its closing, every paper in the vault."""

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from casework.actors import Viewer
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from graph.accounts.read import find_account
from graph.cases.read import case_state
from tests.api.test_binding import BOUND, CUSTODY, attach, bind, paper
from tests.api.test_documents import OPEN, do, refused
from tests.api.test_evidence import upload


def today() -> str:
    return local_date(datetime.now(UTC)).isoformat()


async def opened(world: Any) -> str:
    """A case under the agreement without findings."""
    given = {
        "title": "重复收取护理费协议处理",
        "source": "INSPECTION",
        "summary": "日常稽核发现",
        "conductFrom": "2025-03-01",
        "conductTo": "2025-09-30",
        "path": "AGREEMENT",
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
        "findingIds": [],
    }
    answer = await world.people["agency"].ask(OPEN, input=given)
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    return number


async def lost(world: Any, number: str, amount: str = "800.00") -> None:
    """One paper bill is listed and confirmed: what the fund lost by the case."""
    bill = {"bill": f"{number}/1", "title": "护理费", "fixmedinsCode": world.hospital}
    money = {"amount": amount, "insidePolicy": amount, "fundShare": "1"}
    await do(world, "agency", "caseLineAdd", caseNo=number, **bill, **money)
    judge = {"caseNo": number, "where": {"state": "open"}, "verdict": "CONFIRMED"}
    await do(world, "agency", "caseLinesJudge", **judge)


async def issue(world: Any, number: str, form_id: str) -> None:
    await do(world, "agency", "caseFormIssue", caseNo=number, formId=form_id)


FORMS = "query($n: String!) { caseFile(caseNo: $n) { forms { issueId formId signed } } }"


async def sealed(world: Any, number: str, *forms: str) -> None:
    """Each form is issued by the agency and comes back signed and sealed."""
    for form_id in forms:
        await issue(world, number, form_id)
        found = (await world.people["agency"].ask(FORMS, n=number))["caseFile"]["forms"]
        own = next(one for one in found if one["formId"] == form_id and not one["signed"])
        body = paper(1, f"{number}-{own['issueId']}")
        kept = await attach(world, number, body, "签章件.pdf", "agency")
        signed = {"issueId": own["issueId"], "evidenceId": kept}
        await do(world, "agency", "caseFormSign", caseNo=number, **signed)


async def served(world: Any, number: str) -> None:
    """The decided handling gets its papers and is handed over."""
    await sealed(world, number, "handling_approval", "handling_decision")
    way = {"way": "DIRECT", "servedOn": today()}
    await do(world, "agency", "caseHandlingServe", caseNo=number, **way)


async def approvals_signed(world: Any, number: str) -> None:
    """Every approval form of the case is issued and comes back signed."""
    asked = (
        "query($n: String!) { caseFile(caseNo: $n) { approvals { formId issueId evidenceId } } }"
    )

    async def lacking() -> list[Any]:
        found = (await world.people["agency"].ask(asked, n=number))["caseFile"]["approvals"]
        return [one for one in found if not one["evidenceId"]]

    for one in await lacking():
        await issue(world, number, one["formId"])
    for one in await lacking():
        kept = await attach(
            world, number, paper(1, f"{number}-{one['formId']}"), "审批表.pdf", "agency"
        )
        signed = {"issueId": one["issueId"], "evidenceId": kept}
        await do(world, "agency", "caseFormSign", caseNo=number, **signed)
    assert await lacking() == []


async def measure_signed(world: Any, number: str, close: dict[str, Any]) -> str:
    """Closing waits for the notice of the suspended department, which the page lists till it is back; its scan."""
    agency = world.people["agency"]
    asked = "query($n: String!) { caseFile(caseNo: $n) { papersMissing { title act } } }"
    [lacking] = (await agency.ask(asked, n=number))["caseFile"]["papersMissing"]
    assert lacking["act"] == "AttachMeasurePaper"
    assert lacking["title"].startswith("暂停（中止）医保服务通知书（")
    await refused(world, "agency", "caseHandlingClose", "MEASURES_UNSIGNED", **close)
    body = paper(1, f"{number}-停")
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    kept = await upload(agency, body, name="通知书（盖章）.pdf", **sums)
    measure = {"subjectKind": "DEPARTMENT", "subjectKey": world.hospital, "department": number}
    form = {"formId": "suspension_notice", "evidenceId": kept["evidence"]["evidenceId"]}
    done = await agency.act("measurePaperAttach", **measure, measureId="M1", **form)
    assert done["__typename"] == "MeasureSuccess", done
    assert (await agency.ask(asked, n=number))["caseFile"]["papersMissing"] == []
    scan: str = form["evidenceId"]
    return scan


async def bound_with(world: Any, number: str, scan: str) -> None:
    """The notice lies in the main volume, and its custody chain says so; nothing is left to bind."""
    await approvals_signed(world, number)
    await bind(world, number, "agency")
    file = (await world.people["agency"].ask(BOUND, n=number))["caseFile"]
    assert not file["mayBind"]
    main = file["bindings"][0]["volumes"][0]
    row = next(one for one in main["rows"] if one["title"].startswith("暂停（中止）医保服务通知书"))
    assert row["pages"] != "0"
    told = (await world.people["agency"].ask(CUSTODY, i=scan))["evidence"]["custody"]
    assert {"type": "EvidenceCopied", "purpose": "案卷装订归档"} in told


async def receipt(world: Any, number: str, served: str) -> None:
    """The signed receipt of a service, received as evidence of the case."""
    kept = await attach(
        world, number, paper(1, f"{number}-{served}"), f"回证-{served}.pdf", "agency"
    )
    await do(
        world, "agency", "caseReceiptAttach", caseNo=number, served=served, document=kept,
        servedOn=today(),
    )  # fmt: skip


OF_CASE = (
    "query($no: String!) { measures(history: true, caseNo: $no) "
    "{ measureId department subjectKey standing liftReasons } }"
)


async def test_a_case_shows_what_it_brought_about_and_why_it_ended(world: Any) -> None:
    number = await opened(world)
    own: dict[str, Any] = {"caseNo": number}
    measure = {"kind": "SUSPEND_DEPARTMENT", "target": "康复科", "months": 6, "clause": "第三十条"}
    asked = {**own, "measures": [measure], "reasons": "多收费", "rectify": ""}
    await do(world, "agency", "caseHandlingPropose", **asked, rectifyDays=30)
    await issue(world, number, "handling_notice")
    await do(world, "agency", "caseHandlingNotify", **own, way="DIRECT", servedOn=today())
    await do(world, "office", "caseHandlingDefend", **own, how="WAIVED", text="无异议")
    assert (await world.people["agency"].ask(OF_CASE, no=number))["measures"] == []
    decide = {**own, "ruling": "PENALTY", "decisionNo": "云医保协〔2026〕11号"}
    await do(world, "chief", "caseHandlingDecide", **decide)
    assert (await world.people["agency"].ask(OF_CASE, no=number))["measures"] == []
    await served(world, number)
    [row] = (await world.people["agency"].ask(OF_CASE, no=number))["measures"]
    assert (row["department"], row["standing"], row["liftReasons"]) == ("康复科", "in_force", "")
    of = {"subjectKind": "DEPARTMENT", "subjectKey": world.hospital, "department": "康复科"}
    lifted = await world.people["chief"].act(
        "measureLift", **of, measureId=row["measureId"], reasons="复核后解除"
    )
    assert lifted["__typename"] == "MeasureSuccess", lifted
    [row] = (await world.people["office"].ask(OF_CASE, no=number))["measures"]
    assert (row["standing"], row["liftReasons"]) == ("lifted", "复核后解除")
    assert (await world.people["other_office"].ask(OF_CASE, no=number))["measures"] == []


LESS_OF = (
    "query($no: String!) { caseFile(caseNo: $no) { handling { notDemanded lessGround lessReasons } } "
    "caseLedger(caseNo: $no) { accounts { account balance } checks { agrees } } }"
)


async def test_less_is_asked_back_only_on_a_ground(world: Any) -> None:
    number = await opened(world)
    own: dict[str, Any] = {"caseNo": number}
    await lost(world, number)
    part = {"kind": "RECOVERY", "amount": "500.00", "clause": "第三十条"}
    asked = {**own, "measures": [part], "reasons": "多收费", "rectify": "", "rectifyDays": 30}
    await refused(world, "agency", "caseHandlingPropose", "RECOVERY_SHORT", **asked)
    ground = {"lessGround": "ELSEWHERE", "lessReasons": "飞检已追回"}
    # The institution does not see the case before it is told.
    await refused(world, "office", "caseHandlingPropose", "NOT_FOUND", **asked, **ground)
    for who in ("inspector", "supervisor"):
        await refused(world, who, "caseHandlingPropose", "ROLE_REQUIRED", **asked, **ground)
    await do(world, "agency", "caseHandlingPropose", **asked, **ground)
    await issue(world, number, "handling_notice")
    await do(world, "agency", "caseHandlingNotify", **own, way="DIRECT", servedOn=today())
    await do(world, "office", "caseHandlingDefend", **own, how="WAIVED", text="无异议")
    decide = {**own, "ruling": "PENALTY", "decisionNo": "云医保协〔2026〕12号"}
    await do(world, "chief", "caseHandlingDecide", **decide)
    seen = await world.people["agency"].ask(LESS_OF, no=number)
    assert seen["caseFile"]["handling"] == {"notDemanded": "300.00", **ground}
    book = {one["account"]: one["balance"] for one in seen["caseLedger"]["accounts"]}
    assert (book["demanded"], book["not_demanded"], book["confirmed"]) == (
        "500.00", "300.00", "0.00",
    )  # fmt: skip
    assert all(one["agrees"] for one in seen["caseLedger"]["checks"])


async def test_a_handling_is_told_decided_deducted_put_right_and_closed(world: Any) -> None:
    number = await opened(world)
    own: dict[str, Any] = {"caseNo": number}
    clause = {"clause": "第三十条"}
    measures = [
        {"kind": "RECOVERY", "amount": "800.00", **clause},
        {"kind": "LIQUIDATED_DAMAGES", "amount": "200.00", **clause},
        {"kind": "SUSPEND_DEPARTMENT", "months": 1, "target": number, **clause},
    ]
    asked = {**own, "measures": measures, "reasons": "多收费", "rectify": "停止重复收费"}
    await refused(world, "agency", "caseHandlingPropose", "LINES_UNJUDGED", **asked, rectifyDays=30)
    await lost(world, number)
    await do(world, "agency", "caseHandlingPropose", **asked, rectifyDays=30)
    told = {**own, "way": "DIRECT", "servedOn": today()}
    await refused(world, "agency", "caseHandlingNotify", "NOT_ISSUED", **told)
    await issue(world, number, "handling_notice")
    await do(world, "agency", "caseHandlingNotify", **told)
    await refused(
        world, "other_office", "caseHandlingDefend", "NOT_FOUND", **own, how="WAIVED", text="无"
    )
    await do(world, "office", "caseHandlingDefend", **own, how="WAIVED", text="无异议")
    decide = {**own, "ruling": "PENALTY", "decisionNo": "云医保协〔2026〕9号"}
    await refused(world, "agency", "caseHandlingDecide", "ROLE_REQUIRED", **decide)
    await do(world, "chief", "caseHandlingDecide", **decide)
    await sealed(world, number, "handling_decision")
    # The head of the agency has to sign before it has any effect.
    await refused(world, "agency", "caseHandlingServe", "NOT_EFFECTIVE", **told)
    early = {**own, "how": "OFFSET", "paidOn": today(), "voucher": "抵扣-1", "kind": "RECOVERY"}
    await refused(world, "agency", "caseHandlingDeduct", "STEP_MISSING", **early, amount="800.00")
    await sealed(world, number, "handling_approval")
    await do(world, "agency", "caseHandlingServe", **told)
    paid = {**own, "how": "OFFSET", "paidOn": today(), "voucher": "抵扣-1"}
    await do(world, "agency", "caseHandlingDeduct", **paid, kind="RECOVERY", amount="800.00")
    both = {**paid, "sharedReason": "同一笔结算款分两项抵扣"}
    await do(world, "agency", "caseHandlingDeduct", **both, kind="DAMAGES", amount="200.00")
    close = {**own, "situation": "已抵扣，整改复查合格"}
    await refused(world, "agency", "caseHandlingClose", "STEP_MISSING", **close)
    await receipt(world, number, "HANDLING_NOTICE")
    await receipt(world, number, "HANDLING")
    await refused(world, "agency", "caseHandlingClose", "STEP_MISSING", **close)
    await do(world, "office", "caseRectificationReport", **own, text="已停止")
    await do(
        world, "agency", "caseRectificationCheck", **own, passed=True, record="现场复查",
        heldOn=today(),
    )  # fmt: skip
    notice = await measure_signed(world, number, close)
    await do(world, "agency", "caseHandlingClose", **close)
    await bound_with(world, number, notice)
    account = await find_account(world.driver, "agency")
    assert account is not None
    state = await case_state(world.driver, Viewer(account.actor), number)
    assert state is not None
    assert state.stage is Stage.CLOSED
    assert [bool(one.receipt) for one in state.services] == [True, True]
    assert (state.recovered, state.damages_paid) == (Decimal("800.00"), Decimal("200.00"))


PATH = "query($n: String!) { caseFile(caseNo: $n) { case { stage path } steps { kind key text } } }"


async def test_a_conversion_is_proposed_by_one_and_decided_by_another(world: Any) -> None:
    number = await opened(world)
    own = {"caseNo": number}
    before = await world.events()
    for who, code in (
        ("office", "NOT_FOUND"), ("doctor", "NOT_FOUND"), ("legal", "ROLE_REQUIRED"), ("head", "ROLE_REQUIRED"),
    ):  # fmt: skip
        await refused(world, who, "caseConversionPropose", code, **own, reasons="涉嫌骗保")
    await refused(world, "supervisor", "caseConvert", "STEP_MISSING", **own)
    assert await world.events() == before
    await do(world, "agency", "caseConversionPropose", **own, reasons="涉嫌骗保")
    page = (await world.people["head"].ask(PATH, n=number))["caseFile"]
    (step,) = (one for one in page["steps"] if one["kind"] == "submission")
    assert step["key"] == "conversion"
    assert "涉嫌骗保" in step["text"]
    await do(world, "supervisor", "caseConvert", **own)
    page = (await world.people["head"].ask(PATH, n=number))["caseFile"]
    assert page["case"]["path"] == "ADMINISTRATIVE"
