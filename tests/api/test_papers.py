"""Papers that are issued and taken over HTTP: a decision not to punish with all that follows, a referral.

Each is read as its reader reads it, from the text of the PDF: whose it is, to whom, on what, in numbers.
"""

import io
from typing import Any

import pypdf

from tests.api.test_binding import attach, came_in, paper
from tests.api.test_documents import forms_of, register
from tests.api.test_handling import today
from tests.api.test_procedure import do, opened, proposal_of, refused
from tests.api.test_referral import reported

GROUND = "初次违法且危害后果轻微并及时改正"
NAMED = "query($n: String!) { caseFile(caseNo: $n) { forms { title } } }"
KINDS = "query($n: String!) { caseFile(caseNo: $n) { formKinds { formId title } decision { decisionNo } } }"


async def taken(world: Any, number: str, form_id: str, who: str = "inspector") -> str:
    """Issue a form and take it as PDF; its text without the blanks."""
    await do(world, who, "caseFormIssue", caseNo=number, formId=form_id)
    return await printed(world, number, (await forms_of(world, number, who))[0]["issueId"], who)


async def printed(world: Any, number: str, issue_id: str, who: str = "inspector") -> str:
    answer = await world.people[who].http.get(f"/export/form/{number}/{issue_id}.pdf")
    assert answer.status_code == 200, answer.text
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    text = "".join(page.extract_text() for page in pages)
    return "".join(text.split())


async def signed(world: Any, number: str, form_id: str) -> str:
    """Issued, and back with its signature; what it says."""
    text = await taken(world, number, form_id)
    issue_id = (await forms_of(world, number))[0]["issueId"]
    scan = await attach(world, number, paper(1, f"{number}-{form_id}"), "签字件.pdf")
    await do(world, "inspector", "caseFormSign", caseNo=number, issueId=issue_id, evidenceId=scan)
    return text


async def spared(world: Any) -> str:
    """A case in which nobody is punished, decided under the next number of its series."""
    number = await opened(world)
    propose = {"articleId": "tiaoli-38-3", "baseLoss": "100.00", "recovery": "100.00"}
    await do(
        world, "inspector", "casePenaltyPropose", caseNo=number, **propose, reasons="首次",
        noPenalty="FIRST_MINOR",
    )  # fmt: skip
    proposal = await proposal_of(world, number)
    review = {"caseNo": number, "proposalId": proposal, "outcome": "APPROVED"}
    await do(world, "supervisor", "casePenaltyReview", **review)
    await refused(world, "inspector", "caseSubmitLegalReview", "STEP_MISSING", caseNo=number)
    heard = {"how": "STATED", "text": "同意退回"}
    await do(world, "inspector", "caseRecordDefence", caseNo=number, **heard)
    await do(world, "inspector", "caseSubmitLegalReview", caseNo=number)
    await do(world, "legal", "caseReviewLegality", caseNo=number, opinion="AGREE", text="同意")
    talk = {"subject": "DECISION", "members": ["head", "vice", "supervisor"], "agreed": True}
    await do(
        world, "head", "caseDiscuss", caseNo=number, **talk, heldOn=today(), record="一致同意",
        ruling="NO_PENALTY",
    )  # fmt: skip
    decide = {"caseNo": number, "ruling": "NO_PENALTY", "ground": "FIRST_MINOR"}
    await refused(
        world, "inspector", "caseDecide", "ROLE_REQUIRED", **decide, reasons=f"{GROUND}。"
    )
    await do(world, "head", "caseDecide", **decide, reasons=f"{GROUND}。")
    return number


async def test_who_is_not_punished_reads_it_once_and_under_a_number_of_its_own(world: Any) -> None:
    number = await spared(world)
    file = (await world.people["head"].ask(KINDS, n=number))["caseFile"]
    titles = {one["formId"]: one["title"] for one in file["formKinds"]}
    assert titles["notice_approval"] == "不予行政处罚建议审批表"
    decision_no = file["decision"]["decisionNo"]
    assert f"医保不罚〔{today()[:4]}〕" in decision_no
    assert {one["number"]: one["caseNo"] for one in await register(world, "no_penalty")}[
        decision_no
    ] == number
    approval = await signed(world, number, "notice_approval")
    assert approval.count("不予行政处罚建议审批表") == 1
    assert "告知审批表" not in approval
    issued = (await world.people["head"].ask(NAMED, n=number))["caseFile"]["forms"]
    assert issued[0]["title"] == "不予行政处罚建议审批表"
    await signed(world, number, "decision_approval")
    text = await signed(world, number, "no_penalty")
    assert text.count(GROUND) == 1
    assert decision_no in text
    # Served, and the receipt names what was handed over.
    serve = {"caseNo": number, "way": "DIRECT", "servedOn": today()}
    await do(world, "inspector", "caseServeDecision", **serve)
    assert f"《不予行政处罚决定书》{decision_no}" in await taken(world, number, "receipt")
    await _published_and_withdrawn(world, number)


async def _published_and_withdrawn(world: Any, number: str) -> None:
    """What follows a decision that was served: each approval says what it is of."""
    own = {"caseNo": number}
    words = {"socialImpact": True, "reasons": "涉及面广", "text": "因重复收费不予处罚，退回基金"}
    await do(world, "inspector", "casePublicationPropose", **own, **words)
    await do(world, "supervisor", "casePublicationDecide", **own)
    assert words["text"] in await taken(world, number, "public_text")
    await do(world, "inspector", "casePublish", **own, where="县局网站", publishedOn=today())
    off = {"kind": "RECOVERY", "amount": "40.00", "ground": "PARTY_GONE", "documentNo": "注销1号"}
    await do(world, "head", "caseLedgerWriteOff", **own, **off, reasons="机构已注销")
    written = await taken(world, number, "write_off_approval")
    assert "核销退回基金40.00元（当事人终止、死亡无财产，注销1号）：机构已注销" in written
    fall = {"by": "云溪县人民政府", "documentNo": "云复决1号", "annulledOn": today()}
    fall["document"] = await came_in(world, number, "复议决定书")
    await refused(
        world, "inspector", "caseFormIssue", "STEP_MISSING", **own, formId="internal_approval"
    )
    await do(world, "head", "caseAnnulDecision", **own, **fall, reasons="事实不清")
    approved = await taken(world, number, "internal_approval")
    assert "登记决定被撤销审批表" in approved
    assert "决定由云溪县人民政府撤销（云复决1号）：事实不清" in approved
    back = {**own, "withdrawnOn": today(), "reason": "决定被撤销"}
    await do(world, "supervisor", "casePublicationWithdraw", **back)
    text = await taken(world, number, "publication_approval")
    assert "在县局网站公开" in text
    assert "撤回公开：决定被撤销" in text
    assert "被云溪县人民政府撤销，云复决1号" in text


async def test_the_letter_to_the_police_waits_for_the_head_and_bears_a_number(world: Any) -> None:
    number = await reported(world)
    letter = {"caseNo": number, "formId": "crime_transfer"}
    await refused(world, "inspector", "caseFormIssue", "STEP_MISSING", **letter)
    decide = {"caseNo": number, "approve": True, "reasons": "涉嫌诈骗，同意移送"}
    await do(world, "head", "caseReferralDecide", **decide)
    text = await taken(world, number, "crime_transfer")
    assert f"医保移〔{today()[:4]}〕" in text
    for said in ("云溪县公安局：", "（当事人：", "涉嫌诈骗罪", "经主要负责人测试head于"):
        assert said in text, said
    approval = await taken(world, number, "referral_approval")
    assert "同意：涉嫌诈骗，同意移送" in approval
    assert "经查：虚构住院。涉及金额" in text
