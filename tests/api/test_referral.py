"""A referral over HTTP on real servers: decided, sealed, sent, received, filed, objected, returned.

Each step is taken by the person whose it is and refused to the others; the due moments of the clocks
(国务院令第310号 5, 7–9, 12) are compared with the moments from which the law counts them.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from casework.clocks.calendars import day_end, local_date
from evidence.s3 import S3Store
from graph.accounts.read import find_account
from tests.api.test_binding import attach, came_in, paper
from tests.api.test_procedure import do, opened, refused, today
from workers.sealing import Sealing, seal_case

FILE = (
    "query($n: String!) { caseFile(caseNo: $n) { case { stage } lineTotals { loss } chainIntact "
    "referral { status answer answerReasons objectedOn itemsOn sentAt decidedAt reportedAt receiptNo dossierSha256 "
    "dossierOutdated letterNo letterSigned } forms { issueId formId void } "
    "deadlines { id startedAt dueAt clock isOpen } nextActions { act primary } papersMissing { title } timeline { type at } } }"
)
PARTS = [
    {"key": "EXPERT_OPINION", "text": "无需鉴定"},
    {"key": "OTHER", "text": "无其他材料"},
]
GROUP = "query($n: String!) { caseFile(caseNo: $n) { referralGroup { name certificateNo } } }"
OFFICERS = ["inspector", "both"]


async def look(world: Any, number: str, who: str = "inspector") -> dict[str, Any]:
    """The case as a person sees it; `clocks` by id, the latest run of each."""
    file: dict[str, Any] = (await world.people[who].ask(FILE, n=number))["caseFile"]
    file["letters"] = [
        one for one in file["forms"] if one["formId"] == "crime_transfer" and not one["void"]
    ]
    file["clocks"] = {deadline["id"]: deadline for deadline in file["deadlines"]}
    return file


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def due(file: Mapping[str, Any], clock: str) -> datetime:
    return moment(file["clocks"][clock]["dueAt"])


async def approval_signed(world: Any, number: str) -> None:
    """The approval form of the referral comes back with the head's signature."""
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="referral_approval")
    forms = (await look(world, number))["forms"]
    issued = next(one["issueId"] for one in forms if one["formId"] == "referral_approval")
    scan = await attach(world, number, paper(1, f"{number}-{issued}"), "移送审批表.pdf")
    await do(world, "inspector", "caseFormSign", caseNo=number, issueId=issued, evidenceId=scan)


async def lettered(world: Any, number: str) -> str:
    """Issue the letter of referral, which comes back sealed; its id."""
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="crime_transfer")
    issued: str = (await look(world, number))["letters"][0]["issueId"]
    scan = await attach(world, number, paper(1, f"{number}-{issued}"), "移送书.pdf")
    await do(world, "inspector", "caseFormSign", caseNo=number, issueId=issued, evidenceId=scan)
    return issued


async def sealed(world: Any, number: str, folder: Path) -> str:
    """Seal the dossier as the button's job does; its SHA-256."""
    account = await find_account(world.driver, "inspector")
    assert account is not None
    made, registered = await seal_case(
        world.driver,
        S3Store(world.app.state.services.objects),
        world.settings,
        Sealing(account.actor, number, folder / f"{number}.zip", datetime.now(UTC)),
        lambda *_: None,
    )
    assert registered
    return made.sha256


async def reported(world: Any, given: str = "") -> str:
    number = given or await opened(world)
    # What the letter says has to be what the confirmed lines add up to.
    amount = (await look(world, number))["lineTotals"]["loss"]
    report = {
        "caseNo": number,
        "suspectedCrime": "诈骗罪",
        "facts": "虚构住院",
        "amount": amount,
        "recipient": "云溪县公安局",
        "missingParts": PARTS,
    }
    await refused(world, "supervisor", "caseReferralReport", "ROLE_REQUIRED", **report)
    await _grouped(world, number, report)
    await do(world, "inspector", "caseReferralReport", **report)
    return number


async def _grouped(world: Any, number: str, report: dict[str, Any]) -> None:
    """The head alone appoints the special group; before that nobody reports."""
    group = {"caseNo": number, "officers": OFFICERS, "reasons": "涉嫌诈骗"}
    await refused(world, "inspector", "caseReferralReport", "REFERRAL_GROUP_MISSING", **report)
    for who, code in {
        "supervisor": "ROLE_REQUIRED", "inspector": "ROLE_REQUIRED", "vice": "ROLE_REQUIRED",
        "legal": "ROLE_REQUIRED", "office": "NOT_FOUND", "other_office": "NOT_FOUND",
    }.items():  # fmt: skip
        await refused(world, who, "caseReferralGroupAppoint", code, **group)
    one = {**group, "officers": OFFICERS[:1]}
    await refused(world, "head", "caseReferralGroupAppoint", "TWO_OFFICERS", **one)
    await do(world, "head", "caseReferralGroupAppoint", **group)
    named = (await world.people["inspector"].ask(GROUP, n=number))["caseFile"]["referralGroup"]
    assert len(named) == 2
    assert all(one["certificateNo"] for one in named)


async def sent(world: Any, folder: Path) -> str:
    """A case that was handed over to the police a moment ago; asserts its first two clocks."""
    number = await reported(world)
    file = await look(world, number)
    third = local_date(moment(file["referral"]["reportedAt"])) + timedelta(days=3)
    assert due(file, "referral_decision") == day_end(third)
    decide = {"caseNo": number, "approve": True, "reasons": "涉嫌诈骗"}
    await refused(world, "supervisor", "caseReferralDecide", "ROLE_REQUIRED", **decide)
    send = {"caseNo": number, "dossierSha256": "e" * 64, "handedOverBy": OFFICERS}
    await refused(world, "inspector", "caseReferralSend", "STEP_MISSING", **send)
    await do(world, "head", "caseReferralDecide", **decide)
    file = await look(world, number)
    assert file["clocks"]["referral_decision"]["clock"] == "met"
    decided = moment(file["referral"]["decidedAt"])
    assert due(file, "referral_send") == decided + timedelta(hours=24)
    assert file["nextActions"][0] == {"act": "caseFormIssue", "primary": True}
    asked = [one["title"] for one in file["papersMissing"]]
    assert asked[:2] == ["涉嫌犯罪案件移送审批表", "涉嫌犯罪案件移送书"]
    await refused(world, "inspector", "caseReferralSend", "LETTER_MISSING", **send)
    first = await lettered(world, number)
    await refused(world, "inspector", "caseReferralSend", "REFERRAL_UNSIGNED", **send)
    await approval_signed(world, number)
    await sealed(world, number, folder)
    # The letter was wrong: it is voided, and the dossier with it is worth nothing.
    void = {"caseNo": number, "issueId": first, "reason": "金额有误"}
    await do(world, "inspector", "caseFormVoid", **void)
    await lettered(world, number)
    file = await look(world, number)
    assert (file["referral"]["dossierOutdated"], file["referral"]["letterSigned"]) == (True, True)
    stale = {**send, "dossierSha256": file["referral"]["dossierSha256"]}
    await refused(world, "inspector", "caseReferralSend", "DOSSIER_OUTDATED", **stale)
    digest = await sealed(world, number, folder)
    await refused(world, "inspector", "caseReferralSend", "DOSSIER_MISMATCH", **send)
    alone = {**send, "dossierSha256": digest, "handedOverBy": ["inspector"]}
    await refused(world, "inspector", "caseReferralSend", "TWO_OFFICERS", **alone)
    await do(world, "inspector", "caseReferralSend", **{**alone, "handedOverBy": OFFICERS})
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("referred", "sent")
    assert file["referral"]["dossierOutdated"] is False
    sent_letter = {"caseNo": number, "issueId": file["letters"][0]["issueId"], "reason": "x"}
    await refused(world, "inspector", "caseFormVoid", "LETTER_SENT", **sent_letter)
    assert file["clocks"]["referral_send"]["clock"] == "met"
    assert file["clocks"]["decision"]["clock"] == "paused"
    at = moment(file["referral"]["sentAt"])
    assert due(file, "referral_receipt") == due(file, "referral_copy") == at + timedelta(hours=24)
    return number


async def received(world: Any, number: str) -> None:
    """Sign the receipt; the police's three days count from the moment that it names."""
    signed = moment((await look(world, number))["referral"]["sentAt"])
    values = {"caseNo": number, "receiptNo": "云公受〔2026〕1号"}
    signed_at = signed.isoformat()
    early = (signed - timedelta(hours=1)).isoformat()
    await refused(
        world, "inspector", "caseReferralReceipt", "DATE_ORDER", **values, receivedAt=early
    )
    await refused(
        world, "legal", "caseReferralReceipt", "ROLE_REQUIRED", **values,
        receivedAt=signed.isoformat(),
    )  # fmt: skip
    await refused(
        world, "inspector", "caseReferralReceipt", "PAPER_NOT_THERE", **values, receivedAt=signed_at
    )
    values["document"] = await came_in(world, number, "移送回执")
    await do(world, "inspector", "caseReferralReceipt", **values, receivedAt=signed_at)
    file = await look(world, number)
    assert file["referral"]["receiptNo"] == "云公受〔2026〕1号"
    assert file["clocks"]["referral_receipt"]["clock"] == "met"
    assert due(file, "referral_answer") == day_end(local_date(signed) + timedelta(days=3))


async def test_filed_by_the_police_and_later_given_back(world: Any, tmp_path: Path) -> None:
    number = await sent(world, tmp_path)
    before = due(await look(world, number), "decision")
    await received(world, number)
    answer = {"caseNo": number, "answer": "FILED", "documentNo": "云公立字〔2026〕1号"}
    answer["document"] = await came_in(world, number, "立案决定书")
    await refused(world, "head", "caseReferralAnswer", "ROLE_REQUIRED", **answer)
    await do(world, "inspector", "caseReferralAnswer", **answer)
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("referred", "filed")
    assert file["clocks"]["referral_answer"]["clock"] == "met"
    assert file["clocks"]["decision"]["clock"] == "paused"
    assert "referral_objection" not in file["clocks"]
    answered = max(moment(e["at"]) for e in file["timeline"] if e["type"] == "PoliceAnswered")
    assert due(file, "referral_items") == day_end(local_date(answered) + timedelta(days=3))
    await refused(world, "inspector", "caseReferralAnswer", "STEP_MISSING", **answer)
    items = {"caseNo": number, "items": "病历 42 册", "handedOn": today().isoformat()}
    early = {**items, "handedOn": (today() - timedelta(days=9)).isoformat()}
    await refused(world, "head", "caseReferralItems", "ROLE_REQUIRED", **items)
    await refused(world, "inspector", "caseReferralItems", "DATE_ORDER", **early)
    signed = {**items, "receiptNo": "云公物〔2026〕1号"}
    await refused(world, "inspector", "caseReferralItems", "PAPER_NOT_THERE", **signed)
    signed["document"] = await came_in(world, number, "接收清单")
    await do(world, "inspector", "caseReferralItems", **signed)
    await refused(world, "inspector", "caseReferralItems", "ALREADY_DONE", **items)
    file = await look(world, number)
    assert file["clocks"]["referral_items"]["clock"] == "met"
    assert file["referral"]["itemsOn"] == today().isoformat()
    back = {
        "caseNo": number, "reasons": "检察院决定不起诉，移送行政处罚（行政处罚法第二十七条）",
        "ground": "NOT_PROSECUTED", "documentNo": "云检不诉〔2026〕1号",
    }  # fmt: skip
    # The head who decided on the referral takes it back, on the paper that lets the case go.
    await refused(world, "inspector", "caseReferralReturn", "ROLE_REQUIRED", **back)
    await refused(world, "supervisor", "caseReferralReturn", "ROLE_REQUIRED", **back)
    await refused(world, "head", "caseReferralReturn", "PAPER_NOT_THERE", **back)
    back["document"] = await came_in(world, number, "不起诉决定书")
    await refused(world, "head", "caseReferralReturn", "FIELD_REQUIRED", **{**back, "reasons": " "})
    await do(world, "head", "caseReferralReturn", **back)
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("investigation", "returned")
    assert file["clocks"]["decision"]["clock"] == "running"
    rested = next(moment(e["at"]) for e in file["timeline"] if e["type"] == "ReferralReturned")
    away = local_date(rested) - local_date(moment(file["referral"]["sentAt"]))
    assert due(file, "decision") - before == away
    # Administrative handling goes on from where it was.
    assert "caseReferralReport" in {action["act"] for action in file["nextActions"]}
    await do(
        world, "inspector", "casePenaltyPropose", caseNo=number, articleId="tiaoli-38-3",
        baseLoss="100.00", recovery="100.00", reasons="退回后处罚", multiple="1.5",
    )  # fmt: skip
    assert file["chainIntact"] is True


async def test_a_refusal_returns_the_case_and_an_objection_may_turn_it(
    world: Any, tmp_path: Path
) -> None:
    number = await sent(world, tmp_path)
    await received(world, number)
    answer = {"caseNo": number, "answer": "NOT_FILED", "documentNo": "云公不立字〔2026〕1号"}
    await refused(world, "inspector", "caseReferralAnswer", "FIELD_REQUIRED", **answer)
    answer["document"] = await came_in(world, number, "不予立案通知书")
    await do(world, "inspector", "caseReferralAnswer", **answer, reasons="数额不足")
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("investigation", "returned")
    assert file["clocks"]["decision"]["clock"] == "running"
    answered = max(moment(e["at"]) for e in file["timeline"] if e["type"] == "PoliceAnswered")
    assert due(file, "referral_objection") == day_end(local_date(answered) + timedelta(days=3))
    # Asked for review within three days; the police have three days to answer (第九条).
    turned = {"caseNo": number, "answer": "FILED", "documentNo": "云公复〔2026〕1号"}
    await refused(world, "inspector", "casePoliceReview", "STEP_MISSING", **turned)
    objection = {
        "caseNo": number, "documentNo": "云医保复〔2026〕1号", "reasons": "数额已达立案标准",
        "askedOn": today().isoformat(),
    }  # fmt: skip
    await refused(world, "supervisor", "caseRefusalObject", "ROLE_REQUIRED", **objection)
    await do(world, "inspector", "caseRefusalObject", **objection)
    await refused(world, "inspector", "caseRefusalObject", "ALREADY_DONE", **objection)
    file = await look(world, number)
    assert file["referral"]["objectedOn"] == today().isoformat()
    assert file["clocks"]["referral_objection"]["clock"] == "met"
    assert due(file, "police_review") == day_end(today() + timedelta(days=3))
    again = {**turned, "answer": "NOT_FILED"}
    await refused(world, "inspector", "caseReferralAnswer", "STEP_MISSING", **again, reasons="维持")
    await refused(world, "inspector", "casePoliceReview", "FIELD_REQUIRED", **again)
    again["document"] = await came_in(world, number, "公安复议决定")
    await do(world, "inspector", "casePoliceReview", **again, reasons="维持")
    file = await look(world, number)
    assert file["clocks"]["police_review"]["clock"] == "met"
    assert due(file, "supervision_request") == day_end(today() + timedelta(days=3))
    # What is upheld goes to the procuratorate, within three days again.
    asked = {**objection, "recipient": "云溪县人民检察院", "documentNo": "云医保建〔2026〕1号"}
    await do(world, "inspector", "caseSupervisionAsk", **asked)
    assert (await look(world, number))["clocks"]["supervision_request"]["clock"] == "met"
    turned["document"] = await came_in(world, number, "立案监督结果")
    await do(world, "inspector", "caseSupervisionRecord", **turned)
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("referred", "filed")
    assert file["clocks"]["decision"]["clock"] == "paused"
    assert file["clocks"]["police_review"]["clock"] == "met"
    assert file["clocks"]["referral_items"]["isOpen"] is True
    back = {"caseNo": number, "ground": "NOT_PUNISHED", "documentNo": "刑初1号"}
    scan = await came_in(world, number, "判决书")
    await do(world, "head", "caseReferralReturn", **back, reasons="免予刑事处罚", document=scan)
    assert (await look(world, number))["case"]["stage"] == "investigation"


async def test_whoever_has_no_part_in_a_referral_sees_none_of_it(world: Any) -> None:
    number = await reported(world)
    values = {"caseNo": number, "approve": False, "reasons": "证据不足"}
    for who in ("office", "other_office", "doctor", "auditor", "system"):
        before = await world.events()
        answer = await world.people[who].act("caseReferralDecide", **values)
        assert answer["__typename"] in {"NotFound", "Forbidden"}, (who, answer)
        assert await world.events() == before
    anonymous = await world.browser().act("caseReferralDecide", **values)
    assert anonymous["__typename"] == "NotPermitted"
    await do(world, "head", "caseReferralDecide", **values)
    file = await look(world, number)
    assert file["referral"]["status"] == "refused"
    assert "referral_send" not in file["clocks"]


async def test_a_crime_seen_after_the_end_goes_beside_it(world: Any, tmp_path: Path) -> None:
    """What is over stays as it ended; report, decision, seal, receipt and answer run their own clocks."""
    number = await opened(world)
    ended = {"caseNo": number, "reasons": "当事人已注销，违法行为已不能处罚"}
    await refused(world, "inspector", "caseTerminate", "ROLE_REQUIRED", **ended)
    await do(world, "head", "caseTerminate", **ended)
    before = await look(world, number)
    assert before["case"]["stage"] == "terminated"
    # The head's step comes first: the special group.
    offered = (await look(world, number, "head"))["nextActions"]
    assert "caseReferralGroupAppoint" in {action["act"] for action in offered}
    await reported(world, number)
    file = await look(world, number)
    third = local_date(moment(file["referral"]["reportedAt"])) + timedelta(days=3)
    assert due(file, "referral_decision") == day_end(third)
    decide = {"caseNo": number, "approve": True, "reasons": "涉嫌诈骗"}
    await refused(world, "supervisor", "caseReferralDecide", "ROLE_REQUIRED", **decide)
    await do(world, "head", "caseReferralDecide", **decide)
    await approval_signed(world, number)
    await lettered(world, number)
    digest = await sealed(world, number, tmp_path)
    send = {"caseNo": number, "dossierSha256": digest, "handedOverBy": OFFICERS}
    await refused(world, "legal", "caseReferralSend", "ROLE_REQUIRED", **send)
    await do(world, "inspector", "caseReferralSend", **send)
    await received(world, number)
    answer = {"caseNo": number, "answer": "FILED", "documentNo": "云公立字〔2026〕7号"}
    await refused(world, "inspector", "caseReferralAnswer", "PAPER_NOT_THERE", **answer)
    answer["document"] = await came_in(world, number, "立案决定书")
    await refused(world, "head", "caseReferralAnswer", "ROLE_REQUIRED", **answer)
    await do(world, "inspector", "caseReferralAnswer", **answer)
    file = await look(world, number)
    assert (file["case"]["stage"], file["referral"]["status"]) == ("terminated", "filed")
    assert file["clocks"]["referral_answer"]["clock"] == "met"
    # The time to decide ended with the case: no referral rests or revives it.
    assert [one for one in file["deadlines"] if one["id"] == "decision" and one["isOpen"]] == []
    assert file["chainIntact"] is True
