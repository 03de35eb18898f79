"""What the inspected institution replies on its own page, over HTTP: who may, its receipt, what it does not see."""

import hashlib
import io
from typing import Any

import pypdf

from tests.api.test_evidence import upload_bytes
from tests.api.test_inspection import day, do, planned, refused

FILE = """query($n: String!) { inspectionFile(inspectionNo: $n) {
  stage situation caseNo officers { name account } recusals { name } deadlines { id } timeline { type } noticeScan
  papers { paperId problem facts typed scan reply { text by own }
    submitted { title text hash next files { name size sha256 } } } nextActions { act } } }"""
LIST = "{ inspections(first: 100) { nodes { inspectionNo caseNo } } }"
NOTICES = "{ notices(first: 50) { nodes { subject act } } }"
PICK = 'query($n: String!) { r: inspectionPaperPick(inspectionNo: $n, choice: {bills: ["M1"]}) { total } }'
LINES = 'query($n: String!) { r: inspectionPaperLines(inspectionNo: $n, paperId: "D1") { total } }'
ACT = "inspectionPaperSubmit"
#: What anybody but the inspected institution meets; to others outside it is not there at all.
ACTORS = {
    "other_office": "NOT_FOUND",
    "party": "NOT_FOUND",
    "doctor": "NOT_FOUND",
    "system": "NOT_FOUND",
    "inspector": "ROLE_REQUIRED",
    "supervisor": "ROLE_REQUIRED",
    "head": "ROLE_REQUIRED",
    "vice": "ROLE_REQUIRED",
    "agency": "ROLE_REQUIRED",
    "legal": "ROLE_REQUIRED",
}


async def page(world: Any, who: str, number: str) -> Any:
    return (await world.people[who].ask(FILE, n=number))["inspectionFile"]


async def listed(world: Any, who: str) -> set[str]:
    found = (await world.people[who].ask(LIST))["inspections"]["nodes"]
    return {one["inspectionNo"] for one in found}


async def test_the_institution_replies_with_a_file_until_the_paper_is_signed(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    reply = {**own, "paperId": "D1", "agrees": False, "reply": "系录入有误"}
    # What is only planned may be unannounced: for its institution it is not there.
    assert await page(world, "office", number) is None
    assert number not in await listed(world, "office")
    await refused(world, "office", ACT, "NOT_FOUND", **reply)
    site = {"startedOn": day(), "place": "病案室", "receivedBy": "王某", "recusalTold": True}
    await do(world, "inspector", "inspectionStart", **own, **site, certificatesShown=True)
    paper = {"problem": "重复收费", "facts": "同日两次", "law": "条例38", "amount": "320.00"}
    typed = {**own, **paper, "bills": ["M1/1"], "amountReason": "按病历计算"}
    await do(world, "inspector", "inspectionPaperWrite", **typed)
    body = f"%PDF-1.4 {number} reply".encode()
    mine = await upload_bytes(world.people["office"], body, "护理记录.pdf")
    reply["enclosures"] = [mine]
    for who, code in ACTORS.items():
        await refused(world, who, ACT, code, **reply)
    before = await world.events()
    stranger = await world.browser().raw(
        "mutation($i: InspectionPaperSubmitInput!) { r: inspectionPaperSubmit(input: $i) { __typename } }",
        i=reply,
    )
    assert stranger["data"]["r"]["__typename"] == "NotPermitted"
    assert await world.events() == before
    # What somebody else put into the vault is not there for it.
    other = await upload_bytes(world.people["inspector"], body + b"x", "内部.pdf")
    await refused(world, "office", ACT, "NOT_FOUND", **{**reply, "enclosures": [other]})
    assert number in await listed(world, "office")
    assert number not in await listed(world, "other_office")
    assert ACT in {one["act"] for one in (await page(world, "office", number))["nextActions"]}
    await do(world, "office", ACT, **reply)
    seen = await page(world, "office", number)
    (sheet,) = seen["papers"]
    assert (sheet["reply"]["text"], sheet["reply"]["own"]) == ("系录入有误", True)
    (receipt,) = sheet["submitted"]
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    assert receipt["files"] == [{"name": "护理记录.pdf", **sums}]
    # Of how it is led it sees nothing.
    for hidden in ("recusals", "deadlines", "timeline"):
        assert seen[hidden] == []
    assert (seen["noticeScan"], seen["situation"], sheet["typed"]) == (None, "", [])
    assert {one["account"] for one in seen["officers"]} == {""}
    assert (await world.people["office"].ask(LINES, n=number))["r"]["total"] == 1
    assert (await world.people["office"].raw(PICK, n=number))["data"]["r"] is None
    for who in ("other_office", "party", "doctor"):
        assert await page(world, who, number) is None
    # The officers read it at the paper, are told, and write nothing over it; it stands on the print.
    theirs = await page(world, "inspector", number)
    assert theirs["papers"][0]["submitted"][0]["hash"] == receipt["hash"]
    said = {
        "agrees": True,
        "reply": "属实",
        "repliedBy": "王某",
        "post": "主任",
        "repliedOn": day(),
    }
    typed_over = {**own, "paperId": "D1", **said}
    await refused(world, "inspector", "inspectionPaperReply", "REPLIED_ITSELF", **typed_over)
    found = (await world.people["inspector"].ask(NOTICES))["notices"]["nodes"]
    assert "机构已对工作底稿作出答复" in {one["act"] for one in found if one["subject"] == number}
    found = (await world.people["office"].ask(NOTICES))["notices"]["nodes"]
    assert "检查工作底稿待您单位答复" in {one["act"] for one in found if one["subject"] == number}
    for who in ("inspector", "office"):
        made = await world.people[who].http.get(f"/export/inspection/{number}/D1.pdf")
        assert made.status_code == 200, made.text
        pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
        # A hash may break after each of its parts.
        drawn = "".join(one.extract_text().replace("\u200b", "") for one in pages)
        text = "".join(drawn.split())
        for words in ("系录入有误", "护理记录.pdf", sums["sha256"], receipt["hash"], "在线提交"):
            assert words in text, (who, words)
    shut = await world.people["other_office"].http.get(f"/export/inspection/{number}/D1.pdf")
    assert shut.status_code == 404
    sign = {**own, "paperId": "D1", "signedOn": day(), "how": "SIGNED", "signer": "王某"}
    await do(world, "inspector", "inspectionPaperSign", **sign)
    await refused(world, "office", ACT, "REPLY_CLOSED", **reply)
