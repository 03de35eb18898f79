"""Inspection, interviews and home visits through the front door, with their printed forms."""

import hashlib
import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pypdf
import pytest

from graph.interview.people import place_of
from tests.api.test_binding import attach
from tests.api.test_evidence import upload

FILE = """query($n: String!) { inspectionFile(inspectionNo: $n) {
  stage noticeScanName noticeScanLost papers { paperId bills scan scanName signature { how witness } } nextActions { act } } }"""
INTERVIEWS = """query($n: String!) { caseInterviews(caseNo: $n) { version
  interviews { interviewId name evidenceId recordLost answers { question answer } clashes { interview } }
  visitLists { listId questions people { psnNo who township tie bills of asked { visit begins ends place kind amount } outcome remarks evidenceId recordLost
    answers { answer } earlier { visitedOn officers outcome remarks answers { answer } } } }
} }"""
OUTSIDE = ("anonymous", "office", "doctor", "system")


async def do(world: Any, who: str, act: str, /, **values: Any) -> None:
    answer = await world.people[who].act(act, **values)
    assert answer["__typename"].endswith("Success"), (act, answer)


async def refused(world: Any, who: str, act: str, code: str, /, **values: Any) -> None:
    before = await world.events()
    answer = await world.people[who].act(act, **values)
    assert answer.get("code") == code, (act, answer)
    assert await world.events() == before


def day(back: int = 0) -> str:
    return (datetime.now(UTC) + timedelta(hours=8) - timedelta(days=back)).date().isoformat()


async def planned(world: Any) -> str:
    desk = world.people["supervisor"]
    answer = await desk.ask(
        "mutation($i: InspectionOpenInput!) { r: inspectionOpen(input: $i) { ... on UserError { "
        "message } ... on InspectionSuccess { inspectionFile { inspectionNo } } } }",
        i={
            "title": "住院收费检查", "basis": "条例第二十七条", "scope": "住院收费",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
            "startsOn": day(1), "endsOn": day(), "noticeNo": "检1号",
            "officers": [
                {"account": "inspector", "certificateNo": "皖01"},
                {"account": "inspector2", "certificateNo": "皖02"},
            ],
        },
    )  # fmt: skip
    number: str = answer["r"]["inspectionFile"]["inspectionNo"]
    return number


def sealed(title: str) -> dict[str, Any]:
    """A scan of its own, as `upload` takes it."""
    body = b"%PDF-1.4\n" + title.encode() + b" sealed\n%%EOF\n"
    return {"body": body, "size": len(body), "sha256": hashlib.sha256(body).hexdigest()}


async def waiting(world: Any, who: str, number: str) -> list[tuple[str, bool]]:
    """What the inbox of a person says of an inspection."""
    found = await world.people[who].ask(
        "{ inbox { waiting { kind detail target overdue } deadlines { target } } }"
    )
    return [
        (item["detail"], item["overdue"])
        for item in found["inbox"]["waiting"]
        if item["target"] == f"/inspections/{number}"
    ]


async def test_an_inspection_from_notice_to_refusal(world: Any) -> None:
    number = await planned(world)
    assert number.startswith("JC-")
    # Its officers have it in their inbox, and nobody else; the day of the notice was yesterday.
    assert await waiting(world, "inspector", number) == [("按通知日期进场检查", True)]
    for who in ("supervisor", "head", "agency", "office"):
        assert await waiting(world, who, number) == [], who
    own = {"inspectionNo": number}
    site = {"startedOn": day(), "place": "病案室", "receivedBy": "王某", "recusalTold": True}
    await refused(
        world, "both", "inspectionStart", "NOT_AN_OFFICER", **own, **site, certificatesShown=True
    )
    await refused(
        world,
        "inspector",
        "inspectionStart",
        "STEP_MISSING",
        **own,
        **site,
        certificatesShown=False,
    )
    await do(world, "inspector", "inspectionStart", **own, **site, certificatesShown=True)
    paper = {"problem": "重复收费", "facts": "同日两次", "law": "条例38", "amount": "320.00"}
    typed = {**own, **paper, "bills": ["M1/1", "M1/2"]}
    # What no delivery has cannot be summed, and what is said instead is explained.
    await refused(world, "inspector", "inspectionPaperWrite", "PAPER_AMOUNT", **typed)
    unsummed = {key: value for key, value in typed.items() if key != "amount"}
    await refused(world, "inspector", "inspectionPaperWrite", "BILL_UNKNOWN", **unsummed)
    await do(world, "inspector", "inspectionPaperWrite", **typed, amountReason="按病历计算")
    assert await waiting(world, "inspector2", number) == [("1 份工作底稿待签字", False)]
    sign = {**own, "paperId": "D1", "signedOn": day(), "how": "REFUSED_TO_SIGN"}
    told = {"whatHappened": "拒绝签字"}
    officer = {"witness": "测试inspector2"}
    await refused(
        world, "inspector", "inspectionPaperSign", "WITNESS_IS_OFFICER", **sign, **told, **officer
    )
    await do(world, "inspector", "inspectionPaperSign", **sign, **told, witness="李某")
    assert await waiting(world, "inspector2", number) == [("1 份工作底稿待附签字扫描件", False)]
    end = {**own, "situation": "发现一项问题"}
    await refused(world, "inspector2", "inspectionClose", "STEP_MISSING", **end)
    page = (await world.people["head"].ask(FILE, n=number))["inspectionFile"]
    assert page["papers"][0]["signature"] == {"how": "refused_to_sign", "witness": "李某"}
    assert (page["papers"][0]["scan"], page["papers"][0]["scanName"]) == (None, None)
    # The paper as it was signed is called what its file is called: the page opens it by that.
    body = b"%PDF-1.4\n" + number.encode() + b"\n%%EOF\n"
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    kept = await upload(world.people["inspector"], body, name="底稿一（签字）.pdf", **sums)
    scan = kept["evidence"]["evidenceId"]
    await do(world, "inspector", "inspectionScanAttach", **own, paperId="D1", evidenceId=scan)
    page = (await world.people["head"].ask(FILE, n=number))["inspectionFile"]
    assert (page["papers"][0]["scan"], page["papers"][0]["scanName"]) == (
        scan, "底稿一（签字）.pdf",
    )  # fmt: skip
    for what in ("notice", "papers", "D1"):
        pdf = await world.people["inspector"].http.get(f"/export/inspection/{number}/{what}.pdf")
        assert pdf.content.startswith(b"%PDF"), pdf.text
    missing = await world.people["inspector"].http.get(f"/export/inspection/{number}/D9.pdf")
    assert missing.status_code == 404
    listed = await world.people["inspector"].ask(
        "{ inspections(mine: true, first: 5) { nodes { inspectionNo papers unsigned } } }"
    )
    row = next(n for n in listed["inspections"]["nodes"] if n["inspectionNo"] == number)
    assert (row["papers"], row["unsigned"]) == (1, 0)
    notice = await upload(world.people["inspector"], **sealed(number), name="通知书（签收）.pdf")
    ids = {**own, "evidenceId": notice["evidence"]["evidenceId"]}
    await refused(
        world, "inspector", "inspectionNoticeAttach", "SCAN_TAKEN", **own, evidenceId=scan
    )
    await do(world, "inspector", "inspectionNoticeAttach", **ids)
    await refused(world, "inspector", "inspectionNoticeAttach", "ALREADY_DONE", **ids)
    page = (await world.people["head"].ask(FILE, n=number))["inspectionFile"]
    assert (page["noticeScanName"], page["noticeScanLost"]) == ("通知书（签收）.pdf", False)
    await do(world, "inspector2", "inspectionClose", **end)
    await followed(world, number, {scan, ids["evidenceId"]})


async def followed(world: Any, number: str, scans: set[str]) -> None:
    """A lead registered from the inspection is tied to it, and has its signed papers, in one step."""
    lead = {
        "title": "检查发现重复收费", "source": "INSPECTION", "summary": "x", "findingIds": [],
        "conductFrom": "2025-01-05", "conductTo": "2025-11-30", "inspectionNo": number,
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
    }  # fmt: skip
    opened = (
        "mutation($i: CaseOpenInput!) { r: caseOpen(input: $i) { ... on UserError { code } "
        "... on CaseSuccess { caseFile { inspectionNos evidence { evidenceId } } } } }"
    )
    before = await world.events()
    for wrong, code in (
        ({"inspectionNo": "JC-0"}, "NOT_FOUND"),
        (
            {"party": {"kind": "INSTITUTION", "key": world.other_hospital, "name": "x"}},
            "OTHER_PARTY",
        ),
    ):
        answer = await world.people["inspector"].ask(opened, i=lead | wrong)
        assert answer["r"]["code"] == code
    assert await world.events() == before
    made = (await world.people["inspector"].ask(opened, i=lead))["r"]["caseFile"]
    assert made["inspectionNos"] == [number]
    assert {one["evidenceId"] for one in made["evidence"]} == scans


async def test_the_centres_letter_keeps_its_sealed_paper(world: Any) -> None:
    letter = {
        "documentNo": f"委{datetime.now(UTC).timestamp()}号", "scope": "监督检查",
        "publishedOn": day(), "where": "县政府网站", "startsOn": day(), "endsOn": day(),
    }  # fmt: skip
    await do(world, "head", "entrustmentRecord", **letter)
    kept = await upload(
        world.people["supervisor"], **sealed(letter["documentNo"]), name="委托书.pdf"
    )
    ids = {"documentNo": letter["documentNo"], "evidenceId": kept["evidence"]["evidenceId"]}
    await refused(world, "inspector", "entrustmentScanAttach", "ROLE_REQUIRED", **ids)
    await do(world, "supervisor", "entrustmentScanAttach", **ids)
    await refused(world, "supervisor", "entrustmentScanAttach", "ALREADY_DONE", **ids)
    read = "{ mandates { letters { documentNo scanName scanLost } } }"
    found = (await world.people["inspector"].ask(read))["mandates"]["letters"]
    [one] = [row for row in found if row["documentNo"] == letter["documentNo"]]
    assert (one["scanName"], one["scanLost"]) == ("委托书.pdf", False)


@pytest.mark.parametrize("who", OUTSIDE)
async def test_nobody_outside_sees_inspections(world: Any, who: str) -> None:
    number = await planned(world)
    desk = world.browser() if who == "anonymous" else world.people[who]
    data = (await desk.raw(FILE, n=number)).get("data") or {}
    assert not data.get("inspectionFile")
    answer = await desk.http.get(f"/export/inspection/{number}/notice.pdf")
    assert answer.status_code in (401, 404)


async def case_with_people(world: Any) -> tuple[str, str]:
    """An investigated case with findings of persons, its lines listed; and one finding."""
    desk = world.people["inspector"]
    found = await desk.ask(
        "query($f: FindingFilter) { findings(filter: $f, first: 8) { nodes { findingId } } }",
        f={"fixmedinsCodes": [world.hospital]},
    )
    ids = [node["findingId"] for node in found["findings"]["nodes"]]
    answer = await desk.ask(
        "mutation($i: CaseOpenInput!) { r: caseOpen(input: $i) { ... on UserError { message } "
        "... on CaseSuccess { caseFile { case { caseNo } } } } }",
        i={
            "title": "询问走访案", "source": "FINDING", "summary": "x", "findingIds": ids,
            "conductFrom": "2025-01-05", "conductTo": "2025-11-30",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
        },
    )  # fmt: skip
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    officers = [
        {"account": "inspector", "certificateNo": "1"},
        {"account": "inspector2", "certificateNo": "2"},
    ]
    await do(world, "supervisor", "caseAssignOfficers", caseNo=number, officers=officers)
    await do(world, "inspector", "caseLinesList", caseNo=number)
    return number, ids[0]


async def test_interviews_warn_of_two_at_once(world: Any) -> None:
    number, _ = await case_with_people(world)
    other, _ = await case_with_people(world)
    begun = (datetime.now(UTC) - timedelta(minutes=20)).isoformat()
    ask = {
        "name": "张三", "capacity": "INSURED", "place": "村委会", "startedAt": begun,
        "officers": ["inspector", "inspector2"], "rightsTold": True,
    }  # fmt: skip
    await refused(
        world, "inspector", "caseInterviewOpen", "INVALID_INPUT", caseNo=number, **ask, pattern="无"
    )
    await refused(
        world, "inspector", "caseInterviewOpen", "NOT_FOUND", caseNo=number,
        **ask, patient="no-such-person",
    )  # fmt: skip
    await do(world, "inspector", "caseInterviewOpen", caseNo=number, **ask, pattern="hanging_bed")
    desk = world.people["inspector"]
    one = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["interviews"][0]
    assert len(one["answers"]) == 9
    assert one["clashes"] == []
    await do(world, "inspector", "caseInterviewOpen", caseNo=other, **{**ask, "name": "李四"})
    one = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["interviews"][0]
    assert [clash["interview"] for clash in one["clashes"]] == [f"{other}/I1"]
    answers = [{"question": row["question"], "answer": "没有"} for row in one["answers"]]
    record = {"caseNo": number, "interviewId": "I1"}
    seen = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["version"]
    await do(
        world, "inspector2", "caseInterviewWrite", **record, answers=answers, expectedVersion=seen
    )
    # Who still looks at what was there before replaces nothing.
    late = {**record, "answers": answers[:1], "expectedVersion": seen}
    await refused(world, "inspector", "caseInterviewWrite", "STALE_VERSION", **late)
    ended = datetime.now(UTC).isoformat()
    await do(
        world, "inspector", "caseInterviewEnd", **record, endedAt=ended, readBack=True, how="SIGNED"
    )
    kept = await attach(world, number, b"%PDF-1.7 I1", "笔录.pdf", "inspector", "TESTIMONY")
    await do(world, "inspector", "caseInterviewRecordAttach", **record, evidenceId=kept)
    one = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["interviews"][0]
    assert (one["evidenceId"], one["recordLost"]) == (kept, False)
    pdf = await desk.http.get(f"/export/interview/{number}/I1.pdf")
    assert pdf.content.startswith(b"%PDF"), pdf.text
    office = await world.people["office"].raw(INTERVIEWS, n=number)
    assert not (office.get("data") or {}).get("caseInterviews")


async def test_home_visits_come_back(world: Any) -> None:
    number, finding = await case_with_people(world)
    desk = world.people["inspector"]
    plan = {"caseNo": number, "purpose": "核实住院真实性"}
    await refused(world, "inspector", "caseHomeVisitsPlan", "NOT_FOUND", **plan, ringId="R-none")
    page = await desk.ask(
        "query($n: String!) { caseFile(caseNo: $n) { findings { findingId } } }", n=number
    )
    ids = [one["findingId"] for one in page["caseFile"]["findings"]]
    assert finding in ids
    await do(world, "inspector", "caseHomeVisitsPlan", **plan, findingIds=ids)
    listed = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["visitLists"][0]
    person = listed["people"][0]
    assert listed["questions"]
    assert person["bills"]
    assert "*" in person["who"]
    assert person["township"]
    # What the questions speak of as the days of the list stands there, of each visit.
    for visited in listed["people"]:
        assert [one["visit"] for one in visited["asked"]] == visited["bills"]
        assert visited["of"] >= len(visited["bills"]) > 0
        for one in visited["asked"]:
            assert one["begins"] <= one["ends"]
            assert one["place"]
            assert re.fullmatch(r"[\u4e00-\u9fff]+", one["kind"])
            assert float(one["amount"]) > 0
    address = f"/export/home-visits/{number}/Z1.pdf"
    assert (await desk.http.get(address)).status_code == 400
    looks = "MATCH (e:Event {type: 'PersonalDataRevealed'}) RETURN count(e) AS n"
    before = (await world.driver.execute_query(looks))[0][0]["n"]
    pdf = await desk.take(address, purpose="入户走访")
    assert pdf.content.startswith(b"%PDF"), pdf.text
    # Who said nothing yet has no record to sign.
    early = await desk.take(address, purpose="核对签名", psnNo=person["psnNo"])
    assert early.status_code == 404
    assert (await world.driver.execute_query(looks))[0][0]["n"] == before + 1
    await do(
        world, "inspector", "caseHomeVisitRecord", caseNo=number, visitList="Z1",
        psnNo=person["psnNo"], visitedOn=day(1), officers=["inspector", "inspector2"],
        outcome="ABSENT", remarks="邻居称外出务工",
    )  # fmt: skip
    absent = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["visitLists"][0]["people"]
    assert (absent[0]["outcome"], absent[0]["earlier"]) == ("absent", [])
    await do(
        world, "inspector", "caseHomeVisitRecord", caseNo=number, visitList="Z1",
        psnNo=person["psnNo"], visitedOn=day(), officers=["inspector", "inspector2"],
        outcome="DENIES", answers=[{"question": listed["questions"][0], "answer": "没有去过"}],
        remarks="本人在家",
    )  # fmt: skip
    again = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["visitLists"][0]
    told = again["people"][0]
    assert (told["outcome"], told["remarks"]) == ("denies", "本人在家")
    # The visit before it stays to be read.
    assert [(one["outcome"], one["remarks"], one["answers"]) for one in told["earlier"]] == [
        ("absent", "邻居称外出务工", [])
    ]
    assert told["earlier"][0]["visitedOn"] == day(1)
    assert len(told["earlier"][0]["officers"]) == 2
    signed = await desk.take(address, purpose="核对签名", psnNo=person["psnNo"])
    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(signed.content)).pages)
    assert "没有去过" in text
    record = {"caseNo": number, "visitList": "Z1", "psnNo": person["psnNo"]}
    scan = signed.content
    wrong = await attach(world, number, b"%PDF-1.7 other", "其他.pdf", "inspector")
    await refused(
        world, "inspector", "caseVisitRecordAttach", "NOT_A_STATEMENT", **record, evidenceId=wrong
    )
    kept = await attach(world, number, scan, "走访记录.pdf", "inspector", "TESTIMONY")
    await do(world, "inspector", "caseVisitRecordAttach", **record, evidenceId=kept)
    [again] = (await desk.ask(INTERVIEWS, n=number))["caseInterviews"]["visitLists"][0]["people"][
        :1
    ]
    assert (again["evidenceId"], again["recordLost"]) == (kept, False)
    await refused(
        world, "inspector", "caseVisitRecordAttach", "ALREADY_DONE", **record, evidenceId=kept
    )


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("云溪县清河镇三里村12号", ("清河镇", "三里村")),
        ("安徽省亳州市利辛县王楼乡东庄社区", ("王楼乡", "东庄社区")),
        ("云溪县城关镇人民路5号", ("城关镇", "人民路")),
        ("云溪县双庙镇迎宾大道647号", ("双庙镇", "迎宾大道")),
        ("云溪县双庙镇团结巷474号", ("双庙镇", "团结巷")),
        ("无地址", ("", "")),
    ],
)
async def test_places_of_addresses(address: str, place: tuple[str, str]) -> None:
    assert place_of(address) == place


HANDS = """query($n: String!) { inspectionFile(inspectionNo: $n) {
  stage officers { account } changes { officers reason } recusals { name granted answer }
  cancelled { reason documentNo } nextActions { act } timeline { title summary } } }"""


async def test_other_officers_a_recusal_and_calling_it_off(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    ask = own | {"officer": "inspector", "ground": "KIN", "reason": "亲属", "byParty": True}
    two = [{"account": "inspector2", "certificateNo": "皖02"}]
    for who in OUTSIDE[1:]:
        code = "NOT_FOUND"
        await refused(world, who, "inspectionRecusalRequest", code, **ask)
        await refused(world, who, "inspectionCancel", code, **own, reason="x")
        await refused(world, who, "inspectionOfficersChange", code, **own, officers=two, reason="x")
    await refused(world, "supervisor", "inspectionOfficersChange", "TWO_OFFICERS", **own,
                  officers=two, reason="调整")  # fmt: skip
    await do(world, "inspector2", "inspectionRecusalRequest", **ask)
    # The head decides on it: it stands in his inbox, and in no one's who may not.
    assert await waiting(world, "head", number) == [("回避申请待决定", True)]
    assert await waiting(world, "supervisor", number) == []
    decision = own | {"recusalId": "B1", "approve": True, "reasons": "属实"}
    await refused(world, "supervisor", "inspectionRecusalDecide", "ROLE_REQUIRED", **decision)
    await do(world, "head", "inspectionRecusalDecide", **decision)
    assert await waiting(world, "supervisor", number) == [("变更检查人员，补足两人", True)]
    file = (await world.people["supervisor"].ask(HANDS, n=number))["inspectionFile"]
    assert [one["account"] for one in file["officers"]] == ["inspector2"]
    assert [(len(one["officers"]), one["reason"]) for one in file["changes"]] == [(2, "属实")]
    assert file["recusals"][0]["granted"] is True
    for what in ("notice", "recusals"):
        made = await world.people["supervisor"].http.get(f"/export/inspection/{number}/{what}.pdf")
        said = "".join(
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.content)).pages
        )
        assert ("同意回避" if what == "recusals" else "检查人员变更") in said
    await refused(world, "inspector2", "inspectionCancel", "NOT_YOURS", **own, reason="停业")
    await do(world, "supervisor", "inspectionCancel", **own, reason="停业")
    file = (await world.people["supervisor"].ask(HANDS, n=number))["inspectionFile"]
    assert (file["stage"], file["nextActions"]) == ("cancelled", [])
    off = await world.people["supervisor"].http.get(f"/export/inspection/{number}/cancellation.pdf")
    assert off.content[:5] == b"%PDF-"
    assert await waiting(world, "inspector2", number) == []
    await refused(world, "supervisor", "inspectionCancel", "ILLEGAL_MOVE", **own, reason="停业")
