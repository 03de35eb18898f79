"""What the party hands in on its own page, over HTTP: who may, its receipt, and what it still does not see."""

import hashlib
from typing import Any

from tests.api.test_evidence import upload_bytes
from tests.api.test_procedure import do, opened, proposal_of, refused, today

PAGE = """query($n: String!) { caseFile(caseNo: $n) {
  submitted { title text by at hash until late next files { name size sha256 } }
  evidence { evidenceId name } findings { findingId } tasks { taskId } report { facts }
  nextActions { act } timeline { type summary hash } } }"""
NOTICES = "{ notices(first: 50) { nodes { subject act } } }"
#: What anybody but the party meets; the case of another institution is not there at all.
ACTORS = {
    "other_office": "NOT_FOUND",
    "party": "NOT_FOUND",
    "doctor": "NOT_FOUND",
    "inspector": "ROLE_REQUIRED",
    "supervisor": "ROLE_REQUIRED",
    "head": "ROLE_REQUIRED",
    "agency": "ROLE_REQUIRED",
    "system": "NOT_FOUND",
}


async def noticed(world: Any) -> str:
    """A case of whose proposed fine of 150 yuan the party was told."""
    number = await opened(world)
    figures = {"baseLoss": "100.00", "recovery": "100.00", "multiple": "1.5", "reasons": "首次"}
    asked = {"caseNo": number, "articleId": "tiaoli-38-3", **figures}
    await do(world, "inspector", "casePenaltyPropose", **asked)
    review = {"proposalId": await proposal_of(world, number), "outcome": "APPROVED"}
    await do(world, "supervisor", "casePenaltyReview", caseNo=number, **review)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="notice")
    serve = {"caseNo": number, "way": "DIRECT", "servedOn": today().isoformat()}
    await do(world, "inspector", "caseServeNotice", **serve)
    return number


async def page(world: Any, who: str, number: str) -> Any:
    return (await world.people[who].ask(PAGE, n=number))["caseFile"]


async def test_the_party_states_its_defence_with_a_file_and_has_a_receipt(world: Any) -> None:
    number = await opened(world)
    say = {"caseNo": number, "text": "系录入有误，附护理记录"}
    # Before the notice the case is not there for it.
    await refused(world, "office", "caseStatementSubmit", "NOT_FOUND", **say)
    number = await noticed(world)
    body = f"%PDF-1.4 {number}".encode()
    paper = await upload_bytes(world.people["office"], body, "护理记录.pdf")
    say = {"caseNo": number, "text": "系录入有误，附护理记录", "enclosures": [paper]}
    for who, code in ACTORS.items():
        await refused(world, who, "caseStatementSubmit", code, **say)
        await refused(world, who, "caseHearingAsk", code, caseNo=number)
    # What somebody else put into the vault is not there for it.
    other = await upload_bytes(world.people["inspector"], body + b"x", "内部.pdf")
    await refused(
        world, "office", "caseStatementSubmit", "NOT_FOUND", **{**say, "enclosures": [other]}
    )
    await refused(world, "office", "caseHearingAsk", "NO_HEARING_RIGHT", caseNo=number)
    mine = await page(world, "office", number)
    assert "caseStatementSubmit" in {one["act"] for one in mine["nextActions"]}
    await do(world, "office", "caseStatementSubmit", **say)
    mine = await page(world, "office", number)
    [receipt] = mine["submitted"]
    assert (receipt["title"], receipt["text"], receipt["late"]) == ("陈述申辩", say["text"], False)
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    assert receipt["files"] == [{"name": "护理记录.pdf", **sums}]
    assert receipt["next"]
    told = next(one for one in mine["timeline"] if one["type"] == "DefenceRecorded")
    assert receipt["hash"] == told["hash"]
    # Nothing else of the case has become visible by it.
    assert (mine["evidence"], mine["findings"], mine["tasks"]) == ([], [], [])
    assert mine["report"] is None
    assert await page(world, "other_office", number) is None
    # For the officers it is evidence of the case, and they are told.
    theirs = await page(world, "inspector", number)
    assert [one["name"] for one in theirs["evidence"]] == ["立案审批表.pdf", "护理记录.pdf"]
    assert theirs["submitted"][0]["files"][0]["sha256"] == sums["sha256"]
    found = (await world.people["both"].ask(NOTICES))["notices"]["nodes"]
    assert "当事人已陈述申辩" in {one["act"] for one in found if one["subject"] == number}


async def test_a_paper_of_the_party_is_recorded_by_its_officers_as_before(world: Any) -> None:
    number = await noticed(world)
    on = today().isoformat()
    said = {"caseNo": number, "how": "STATED", "text": "来信收到", "receivedOn": on}
    await refused(world, "office", "caseRecordDefence", "ROLE_REQUIRED", **said)
    await do(world, "inspector", "caseRecordDefence", **said)
    assert (await page(world, "inspector", number))["submitted"] == []
