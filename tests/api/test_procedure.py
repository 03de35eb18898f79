"""The penalty procedure over HTTP, from lead to decision, with four eyes really compared."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from casework.clocks.calendars import local_date
from claims.store import ClaimStore
from tests.api.test_evidence import PDF, upload, upload_bytes

FACTS = {
    "party": "当事人",
    "measures": "来源与措施",
    "facts": "事实",
    "evidence": "证据",
    "law": "依据",
    "proposal": "建议",
}
OFFICERS = [
    {"account": "inspector", "certificateNo": "A-1"},
    {"account": "both", "certificateNo": "A-2"},
]


def today() -> date:
    """The day in Shanghai."""
    return local_date(datetime.now(UTC))


async def do(world: Any, who: str, name: str, **values: Any) -> None:
    answer = await world.people[who].act(name, **values)
    assert answer["__typename"] in {"CaseSuccess", "PointsSuccess"}, (who, name, answer)


async def refused(world: Any, who: str, name: str, code: str, **values: Any) -> None:
    before = await world.events()
    answer = await world.people[who].act(name, **values)
    assert answer.get("code") == code, (who, name, answer)
    assert await world.events() == before


async def opened(world: Any) -> str:
    """A case with findings of the hospital, its officers named, filed and investigated."""
    desk = world.people["inspector"]
    found = await desk.ask(
        "query($f: FindingFilter) { findings(filter: $f, first: 3) { nodes { findingId } } }",
        f={"fixmedinsCodes": [world.hospital]},
    )
    ids = [node["findingId"] for node in found["findings"]["nodes"]]
    answer = await desk.ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on UserError { code "
        "message } ... on CaseSuccess { caseFile { case { caseNo amount } findings { findingId "
        "amount } } } } }",
        input={
            "title": "涉嫌违规收费案",
            "source": "FINDING",
            "summary": "智能审核发现疑点",
            "conductFrom": "2025-01-05",
            "conductTo": "2025-11-30",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
            "findingIds": ids,
        },
    )
    file = answer["r"]["caseFile"]
    assert [finding["findingId"] for finding in file["findings"]] == ids
    number: str = file["case"]["caseNo"]
    await do(world, "supervisor", "caseAssignOfficers", caseNo=number, officers=OFFICERS)
    conditions = dict.fromkeys(
        ("preliminaryProof", "penaltyPossible", "ownJurisdiction", "withinLimitation"), True
    )
    own: dict[str, Any] = {"caseNo": number}
    why = {**own, "reasons": "符合条件", **conditions}
    await do(world, "inspector", "caseFilingPropose", **why, filing="FILE")
    await refused(world, "supervisor", "caseFile", "HEAD_DECIDES", **why)
    await do(
        world, "supervisor", "caseSubmissionReview", **own, matter="FILING", outcome="APPROVED"
    )
    await do(world, "head", "caseFile", **why)
    begin = {**own, "certificatesShown": True, "recusalSettled": True}
    await refused(world, "inspector", "caseStartInvestigation", "FILING_UNSIGNED", **begin)
    await filing_signed(world, number)
    await do(world, "inspector", "caseStartInvestigation", **begin)
    await do(world, "inspector", "caseWriteReport", caseNo=number, **FACTS)
    await confirmed(world, number)
    return number


async def filing_signed(world: Any, number: str) -> None:
    """The form of the filing is issued and comes back signed."""
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="filing")
    with world.clock.real():
        scan = await upload_bytes(
            world.people["inspector"], PDF + number.encode(), "立案审批表.pdf"
        )
    kept = {"caseNo": number, "evidenceId": scan}
    await do(world, "inspector", "caseAttachEvidence", **kept, proves="立案审批")
    await do(world, "inspector", "caseFormSign", **kept, issueId="W1")


async def confirmed(world: Any, number: str) -> None:
    """What the machine found is rejected; one paper bill of 100 yuan is confirmed instead."""
    await do(world, "inspector", "caseLinesList", caseNo=number)
    judge = {"caseNo": number, "where": {"state": "open"}}
    reject = {"verdict": "REJECTED", "reasons": "核实属实"}
    await do(world, "inspector", "caseLinesJudge", **judge, **reject)
    bill = {"bill": f"{number}/1", "title": "护理费", "fixmedinsCode": world.hospital}
    money = {"amount": "125.00", "insidePolicy": "125.00", "fundShare": "0.8"}
    await do(world, "inspector", "caseLineAdd", caseNo=number, **bill, **money)
    await do(world, "inspector", "caseLinesJudge", **judge, verdict="CONFIRMED")


async def proposal_of(world: Any, number: str) -> str:
    page = await world.people["inspector"].ask(
        "query($n: String!) { caseFile(caseNo: $n) { proposals { proposalId } } }", n=number
    )
    proposal: str = page["caseFile"]["proposals"][0]["proposalId"]
    return proposal


async def test_from_lead_to_decision(world: Any) -> None:
    number = await opened(world)
    propose = {
        "caseNo": number,
        "articleId": "tiaoli-38-3",
        "baseLoss": "100.00",
        "recovery": "100.00",
        "reasons": "首次",
    }
    await refused(world, "inspector", "casePenaltyPropose", "OUTSIDE_BAND", **propose, multiple="9")
    # He is inspector and supervisor at once: his own proposal stays closed to him all the same.
    await do(world, "both", "casePenaltyPropose", **propose, multiple="1.5")
    proposal = await proposal_of(world, number)
    review = {"caseNo": number, "proposalId": proposal, "outcome": "APPROVED"}
    await refused(world, "both", "casePenaltyReview", "FOUR_EYES", **review)
    await refused(world, "inspector2", "casePenaltyReview", "ROLE_REQUIRED", **review)
    await do(world, "supervisor", "casePenaltyReview", **review)
    serve = {"caseNo": number, "way": "DIRECT", "servedOn": today().isoformat()}
    await refused(world, "inspector", "caseServeNotice", "NOT_ISSUED", **serve)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="notice")
    await do(world, "inspector", "caseServeNotice", **serve)
    said = {"caseNo": number, "text": "没有异议"}
    waived = {**said, "how": "WAIVED", "waivesHearing": True}
    await refused(world, "inspector", "caseRecordDefence", "WAIVER_UNSIGNED", **waived)
    await refused(
        world, "inspector", "caseRecordDefence", "NOT_FOUND", **waived, document="of-another-case"
    )
    await do(world, "inspector", "caseRecordDefence", **said, how="STATED")
    await do(world, "inspector", "caseSubmitLegalReview", caseNo=number)
    legal = {"caseNo": number, "opinion": "AGREE", "text": "事实清楚"}
    await refused(world, "inspector", "caseReviewLegality", "ROLE_REQUIRED", **legal)
    await do(world, "legal", "caseReviewLegality", **legal)
    decide = {"caseNo": number, "ruling": "PENALTY", "decisionNo": "测医保处〔2026〕1号"}
    await refused(world, "supervisor", "caseDecide", "ROLE_REQUIRED", **decide)
    await do(world, "head", "caseDecide", **decide, reasons="同意")
    page = await world.people["head"].ask(
        "query($n: String!) { caseFile(caseNo: $n) { case { stage } chainIntact decision { fine "
        "recovery by } deadlines { id basis } timeline { type hash } } }",
        n=number,
    )
    file = page["caseFile"]
    assert file["case"]["stage"] == "execution"
    assert file["decision"] == {"fine": "150.00", "recovery": "100.00", "by": "测试head"}
    assert file["chainIntact"] is True
    assert all(deadline["basis"] for deadline in file["deadlines"])
    # The institution, once told, sees its own case and nothing internal.
    told = await world.people["office"].ask(
        "query($n: String!) { caseFile(caseNo: $n) { summary findings { findingId } "
        "timeline { type } decision { fine } } }",
        n=number,
    )
    assert told["caseFile"]["summary"] == ""
    assert told["caseFile"]["findings"] == []
    assert told["caseFile"]["decision"]["fine"] == "150.00"
    assert "ReportWritten" not in {event["type"] for event in told["caseFile"]["timeline"]}
    await _its_score_falls_with_it(world, number)


async def _its_score_falls_with_it(world: Any, number: str) -> None:
    """A doctor's score on the decision: listed with the case; what its fall means is told before."""
    # No other test scores him.
    code, name = world.doctors[5]
    await world.parameter("score_basis", "decided")
    await do(
        world,
        "agency",
        "pointsRecordScore",
        pracPsnCode=code,
        pracPsnName=name,
        fixmedinsCode=world.hospital,
        act="tiaoli_38_39",
        responsibility="PRIMARY",
        points=6,
        conductOn="2025-11-30",
        reasons="负主要责任",
        basis={"kind": "CASE", "reference": number, "decidedOn": today().isoformat()},
    )
    await world.parameter("score_basis", "served")
    head, office = world.people["head"], world.people["office"]
    ask = "query($n: String!) { caseFile(caseNo: $n) { scores { pracPsnCode name points counts reviewDue } } }"
    listed = {"pracPsnCode": code, "name": name, "points": 6, "counts": True, "reviewDue": False}
    assert (await head.ask(ask, n=number))["caseFile"]["scores"] == [listed]
    # The party of the case learns of doctors' scores by their notices, not from the case.
    assert (await office.ask(ask, n=number))["caseFile"]["scores"] == []
    fall = {
        "caseNo": number,
        "by": "云溪县人民政府",
        "documentNo": "复决1号",
        "annulledOn": today().isoformat(),
        "reasons": "事实不清",
    }
    await refused(world, "head", "caseAnnulDecision", "PAPER_NOT_THERE", **fall)
    officer = world.people["inspector"]
    scan = (await upload(officer, PDF, caseNo=number))["evidence"]["evidenceId"]
    shown = {"caseNo": number, "evidenceId": scan, "proves": "复议决定书"}
    await do(world, "inspector", "caseAttachEvidence", **shown)
    fall["document"] = scan
    preview = (
        "query($i: CaseAnnulDecisionInput!) { caseAnnulDecisionPreview(input: $i) { refused code "
        "consequences { kind text } } }"
    )
    before = await world.events()
    told = (await head.ask(preview, i=fall))["caseAnnulDecisionPreview"]
    assert told["refused"] is None
    assert [one["kind"] for one in told["consequences"]] == ["total"]
    for word in (name, code, "由 6 分变为 0 分"):
        assert word in told["consequences"][0]["text"]
    english = await replace(head, language="en").ask(preview, i=fall)
    (one,) = english["caseAnnulDecisionPreview"]["consequences"]
    assert "6 become 0" in one["text"]
    # Whoever may not annul learns why, and nothing of the doctors.
    no = (await world.people["inspector"].ask(preview, i=fall))["caseAnnulDecisionPreview"]
    assert (no["code"], no["consequences"]) == ("ROLE_REQUIRED", [])
    assert await world.events() == before
    await do(world, "head", "caseAnnulDecision", **fall)
    fallen = (await head.ask(ask, n=number))["caseFile"]["scores"]
    assert fallen == [{**listed, "counts": False}]


async def test_evidence_of_another_case_and_unknown_ids_are_refused(world: Any) -> None:
    number = await opened(world)
    await refused(
        world,
        "inspector",
        "caseAttachEvidence",
        "NOT_FOUND",
        caseNo=number,
        evidenceId="E-unknown",
        proves="x",
    )
    before = await world.events()
    answer = await world.people["inspector"].act(
        "caseAttachFindings", caseNo=number, findingIds=["no-such-finding"]
    )
    assert answer["__typename"] == "NotFound"
    assert await world.events() == before


async def test_points_are_taken_objected_to_and_recomputed(world: Any) -> None:
    code, name = world.doctors[0]
    await do(
        world,
        "agency",
        "pointsRecordScore",
        pracPsnCode=code,
        pracPsnName=name,
        fixmedinsCode=world.hospital,
        act="tiaoli_40",
        responsibility="PRIMARY",
        points=12,
        conductOn="2025-06-05",
        conductTo="2025-06-05",
        reasons="负主要责任",
        basis={
            "kind": "DOCUMENT",
            "reference": "测医保处〔2026〕7号",
            "decidedOn": (today() - timedelta(days=3)).isoformat(),
            "issuer": "测试局",
        },
    )
    own = await world.people["doctor"].ask(
        "query($c: String!) { pointsDetail(pracPsnCode: $c) { file { status statusUntil yearPoints billable } "
        "restorationBar scores { entryId } } }",
        c=code,
    )
    assert own["pointsDetail"]["file"]["status"] == "terminated"
    assert own["pointsDetail"]["file"]["billable"] is False
    ends = date.fromisoformat(own["pointsDetail"]["file"]["statusUntil"])
    assert ends.year == today().year + 3
    bar = own["pointsDetail"]["restorationBar"]
    for word in ("一次性记满 12 分", "医保发〔2024〕23号", ends.isoformat()):
        assert word in bar
    listed = await world.people["office"].ask(
        "{ doctors { nodes { pracPsnCode fixmedinsCode fixmedinsName } } }"
    )
    row = next(one for one in listed["doctors"]["nodes"] if one["pracPsnCode"] == code)
    with ClaimStore(world.settings.home).connect() as columns:
        names = columns.execute(
            "SELECT fixmedins_name FROM medins_info_b WHERE fixmedins_code = ?",
            [row["fixmedinsCode"]],
        ).fetchall()
    assert [(row["fixmedinsName"],)] == names
    office = replace(world.people["office"], language="en")
    told = await office.ask(
        "query($c: String!) { pointsDetail(pracPsnCode: $c) { restorationBar } }", c=code
    )
    said = told["pointsDetail"]["restorationBar"]
    assert said.startswith(
        f"12 points at once: the national rule of 2025 bars a restoration until {ends}"
    )
    entry = own["pointsDetail"]["scores"][0]["entryId"]
    await refused(
        world,
        "doctor",
        "restorationApply",
        "RESTORATION_BARRED",
        pracPsnCode=code,
        statement="申请恢复",
        commitment=True,
    )
    served = {"way": "DIRECT", "servedOn": today().isoformat()}
    await do(world, "agency", "pointsNotifyScore", pracPsnCode=code, entryId=entry, **served)
    paper = (await upload(world.people["doctor"], PDF))["evidence"]["evidenceId"]
    await do(
        world,
        "doctor",
        "pointsObject",
        pracPsnCode=code,
        entryId=entry,
        text="认定有误",
        signed=True,
        stamped=True,
        objectionScan=paper,
    )
    answer = {"pracPsnCode": code, "entryId": entry, "outcome": "CANCELLED", "reasons": "证据不足"}
    await refused(world, "agency", "pointsResolveObjection", "ROLE_REQUIRED", **answer)
    await do(world, "chief", "pointsResolveObjection", **answer)
    after = await world.people["doctor"].ask(
        "query($c: String!) { pointsDetail(pracPsnCode: $c) { file { status yearPoints } restorationBar "
        "scores { points counts originalPoints } } }",
        c=code,
    )
    assert after["pointsDetail"]["file"] == {"status": "normal", "yearPoints": 0}
    assert after["pointsDetail"]["scores"][0]["originalPoints"] == 12
    assert after["pointsDetail"]["restorationBar"] is None
    hidden = await world.people["other_office"].ask(
        "query($c: String!) { pointsDetail(pracPsnCode: $c) { file { name } } }", c=code
    )
    assert hidden["pointsDetail"] is None


async def test_a_repair_takes_points_off_the_year_once_somebody_else_recognised_it(
    world: Any,
) -> None:
    code, name = world.doctors[2]
    basis = {
        "kind": "DOCUMENT",
        "reference": "测医保处〔2026〕8号",
        "decidedOn": (today() - timedelta(days=3)).isoformat(),
        "issuer": "测试局",
    }
    given = {
        "pracPsnCode": code,
        "pracPsnName": name,
        "fixmedinsCode": world.hospital,
        "act": "out_of_scope",
        "responsibility": "PRIMARY",
        "points": 5,
        "departure": "初次且主动退回",
        "conductOn": "2025-06-05",
        "conductTo": "2025-06-05",
        "reasons": "负主要责任",
        "basis": basis,
    }
    bare = {**given, "departure": ""}
    await refused(world, "agency", "pointsRecordScore", "DEPARTURE_UNEXPLAINED", **bare)
    await do(world, "agency", "pointsRecordScore", **given)
    repair = {
        "pracPsnCode": code,
        "activity": "PUBLICITY",
        "title": "医保政策进社区",
        "heldOn": today().isoformat(),
        "certificate": await world.people["office"].certificate(),
    }
    ask = (
        "query($c: String!) { pointsDetail(pracPsnCode: $c) { file { yearPoints } scores { points } "
        "repairs { repairId points outcome decidable recordedBy } nextActions { act } } }"
    )

    async def seen(who: str) -> Any:
        return (await world.people[who].ask(ask, c=code))["pointsDetail"]

    def acts(page: Any) -> set[str]:
        return {one["act"] for one in page["nextActions"]}

    # While the bureau has not enabled it, nobody is offered it, and it is refused.
    assert "pointsRepairRecord" not in acts(await seen("office"))
    await refused(world, "office", "pointsRepairRecord", "REPAIR_DISABLED", **repair)
    await world.parameter("national_repair", "points")
    assert "pointsRepairRecord" in acts(await seen("office"))
    await do(world, "office", "pointsRepairRecord", **repair)
    answer = {"pracPsnCode": code, "repairId": "X1", "approve": True}
    await refused(world, "office", "pointsRepairDecide", "ROLE_REQUIRED", **answer)
    waiting = await seen("supervisor")
    assert (waiting["file"]["yearPoints"], waiting["repairs"][0]["decidable"]) == (5, True)
    preview = await world.people["supervisor"].ask(
        "query($i: PointsRepairDecideInput!) { pointsRepairDecidePreview(input: $i) { refused "
        "consequences { kind text } } }",
        i=answer,
    )
    assert "由 5 分变为 4 分" in preview["pointsRepairDecidePreview"]["consequences"][0]["text"]
    paper = f"/export/points/{code}/repair.pdf?about=X1"
    assert (await world.people["office"].http.get(paper)).status_code == 409
    await do(world, "supervisor", "pointsRepairDecide", **answer)
    made = await world.people["office"].http.get(paper)
    assert (made.status_code, made.content[:5]) == (200, b"%PDF-")
    for who in ("other_office", "doctor2", "auditor"):
        assert (await world.people[who].http.get(paper)).status_code == 404, who
    after = await seen("doctor")
    assert after is None
    after = await seen("office")
    assert (after["file"]["yearPoints"], after["scores"]) == (4, [{"points": 5}])
    assert (after["repairs"][0]["outcome"], after["repairs"][0]["points"]) == ("approved", 1)
    await world.parameter("national_repair", "disabled")
