"""Evidence through staging into the vault and out again, and every look on record."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest

from casework.commands.case import AttachEvidence
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.points import (
    Basis,
    BasisKind,
    RecordScore,
    Responsibility,
)
from casework.commands.referral import (
    AppointReferralGroup,
    DecideReferral,
    PackagePart,
    RecordDossier,
    ReportReferral,
)
from casework.commands.restoration import ApplyRestoration, RecordStudy
from evidence.digests import digest_bytes
from evidence.dossier.keep import dossier_key
from evidence.errors import ObjectMissingError
from evidence.parameters import SHANGHAI
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from evidence.vaulting import vault_key
from graph.accounts.read import find_account
from graph.commands import execute
from tests import filing as steps

START = (
    "mutation($input: EvidenceUploadStartInput!) { r: evidenceUploadStart(input: $input) "
    "{ __typename ... on UserError { code message } "
    "... on UploadSuccess { ticket { uploadId url parts { url } } } } }"
)
COMPLETE = (
    "mutation($input: EvidenceUploadCompleteInput!) { r: evidenceUploadComplete(input: $input) "
    "{ __typename ... on UserError { code message } ... on EvidenceSuccess { duplicate "
    "evidence { evidenceId name sha256 sm3 size custody { type } } } } }"
)
PDF = b"%PDF-1.4\n" + b"x" * 5000 + b"\n%%EOF\n"


async def upload(desk: Any, body: bytes, **values: Any) -> dict[str, Any]:
    wanted = {
        "name": "笔录.pdf",
        "size": len(PDF),
        "mediaType": "application/pdf",
        "sha256": hashlib.sha256(PDF).hexdigest(),
        **values,
    }
    started = (await desk.ask(START, input=wanted))["r"]
    assert started["__typename"] == "UploadSuccess", started
    async with httpx.AsyncClient() as http:
        assert (await http.put(started["ticket"]["url"], content=body)).status_code == 200
    done: dict[str, Any] = (
        await desk.ask(
            COMPLETE, input={"uploadId": started["ticket"]["uploadId"], "kind": "SCENE_RECORD"}
        )
    )["r"]
    done["upload_id"] = started["ticket"]["uploadId"]
    return done


async def upload_bytes(desk: Any, body: bytes, name: str) -> str:
    """Any paper into the vault; its number."""
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    done = await upload(desk, body, name=name, **sums)
    return str(done["evidence"]["evidenceId"])


async def test_evidence_goes_in_once_and_every_look_is_on_record(world: Any) -> None:
    desk = world.people["inspector"]
    done = await upload(desk, PDF)
    assert done["__typename"] == "EvidenceSuccess", done
    item = done["evidence"]
    assert item["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert item["sm3"] == hashlib.new("sm3", PDF).hexdigest()
    before = await world.events()
    again = await desk.ask(COMPLETE, input={"uploadId": done["upload_id"], "kind": "SCENE_RECORD"})
    assert again["r"]["evidence"]["evidenceId"] == item["evidenceId"]
    assert await world.events() == before
    path = f"/export/evidence/{item['evidenceId']}"
    assert (await desk.http.get(path)).status_code == 400
    taken = await desk.take(path, purpose="核对笔录")
    assert taken.content == PDF
    seen = await desk.ask(
        "query($i: String!) { evidence(evidenceId: $i) { custody { type purpose } } }",
        i=item["evidenceId"],
    )
    assert {"type": "EvidenceAccessed", "purpose": "核对笔录"} in seen["evidence"]["custody"]
    hidden = await world.people["other_office"].take(path, purpose="x")
    assert hidden.status_code == 404


async def test_other_bytes_than_announced_leave_nothing(world: Any) -> None:
    desk, before = world.people["inspector"], await world.events()
    done = await upload(desk, PDF[:-10] + b"manipulate")
    assert done["__typename"] == "InvalidInput"
    assert await world.events() == before


async def test_another_person_cannot_finish_an_upload(world: Any) -> None:
    desk = world.people["inspector"]
    started = await desk.ask(
        START, input={"name": "a.pdf", "size": len(PDF), "mediaType": "application/pdf"}
    )
    values = {"uploadId": started["r"]["ticket"]["uploadId"], "kind": "ELECTRONIC"}
    answer = await world.people["inspector2"].ask(COMPLETE, input=values)
    assert answer["r"]["__typename"] == "NotFound"


async def staging(world: Any) -> set[str]:
    store = S3Store(world.app.state.services.objects)
    return {fact.ref.key for fact in store.list(Room.STAGING)}


async def open_case(world: Any, *officers: str) -> str:
    """A case of the hospital with these officers in charge; its number."""
    query = (
        "mutation($i: CaseOpenInput!) { r: caseOpen(input: $i) { ... on CaseSuccess "
        "{ caseFile { case { caseNo } } } ... on UserError { code message } } }"
    )
    lead = {
        "title": "证据权限",
        "source": "TIP",
        "summary": "群众举报",
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "云溪县人民医院"},
        "conductFrom": "2025-01-10",
        "conductTo": "2025-12-20",
    }
    made = await world.people["inspector"].ask(query, i=lead)
    case_no: str = made["r"]["caseFile"]["case"]["caseNo"]
    named = [{"account": name, "certificateNo": f"皖-{name}"} for name in officers]
    if named:
        done = await world.people["supervisor"].act(
            "caseAssignOfficers", caseNo=case_no, officers=named
        )
        assert done["__typename"] == "CaseSuccess", done
    return case_no


async def test_who_may_not_give_evidence_is_told_before_a_byte_is_sent(world: Any) -> None:
    case_no = await open_case(world, "inspector", "inspector2")
    answers = {}
    before = await staging(world), await world.events()
    for name in ("both", "legal", "head", "system", "auditor", "party", "office", "other_office"):
        wanted = {"name": "a.pdf", "size": 10, "mediaType": "application/pdf", "caseNo": case_no}
        answers[name] = (await world.people[name].ask(START, input=wanted))["r"]["__typename"]
    anonymous = await world.browser().raw(START, input={**wanted, "caseNo": case_no})
    assert "errors" in anonymous or anonymous["data"]["r"]["__typename"] == "NotPermitted"
    assert (await staging(world), await world.events()) == before
    assert answers == {
        "both": "NotPermitted",
        "legal": "NotPermitted",
        "head": "NotPermitted",
        # A case that is hidden and one that does not exist look the same.
        **dict.fromkeys(("system", "auditor", "party", "office", "other_office"), "NotFound"),
    }


async def test_a_right_lost_during_the_upload_leaves_nothing(world: Any) -> None:
    desk, case_no = world.people["inspector2"], await open_case(world)
    body = PDF + case_no.encode()
    wanted = {
        "name": "a.pdf", "size": len(body), "mediaType": "application/pdf", "caseNo": case_no,
    }  # fmt: skip
    started = (await desk.ask(START, input=wanted))["r"]
    async with httpx.AsyncClient() as http:
        assert (await http.put(started["ticket"]["url"], content=body)).status_code == 200
    officers = [{"account": a, "certificateNo": f"皖-{a}"} for a in ("inspector", "both")]
    await world.people["supervisor"].act("caseAssignOfficers", caseNo=case_no, officers=officers)
    events = await world.events()
    finish = {"uploadId": started["ticket"]["uploadId"], "kind": "DOCUMENTARY", "proves": "x"}
    done = (await desk.ask(COMPLETE, input=finish))["r"]
    assert (done["__typename"], done["code"]) == ("NotPermitted", "NOT_AN_OFFICER")
    assert await world.events() == events
    assert not any(started["ticket"]["uploadId"] in key for key in await staging(world))
    vault = S3Store(world.app.state.services.objects)
    with pytest.raises(ObjectMissingError):
        vault.stat(ObjectRef(Room.VAULT, vault_key(hashlib.sha256(body).hexdigest())))


async def test_a_filed_case_holds_its_evidence_longer_at_once(world: Any) -> None:
    desk, case_no = world.people["inspector"], await open_case(world, "inspector", "inspector2")
    body = PDF + b"hold" + case_no.encode()
    done = await upload(
        desk, body, caseNo=case_no, size=len(body), sha256=hashlib.sha256(body).hexdigest()
    )
    query = (
        "query($i: String!) { evidence(evidenceId: $i) { retainedUntil damage "
        "custody { type actor hashBefore hashAfter } } }"
    )
    evidence_id = done["evidence"]["evidenceId"]
    short = (await desk.ask(query, i=evidence_id))["evidence"]["retainedUntil"]
    yes = ("preliminaryProof", "penaltyPossible", "ownJurisdiction", "withinLimitation")
    why: dict[str, Any] = {"caseNo": case_no, "reasons": "符合立案条件", **dict.fromkeys(yes, True)}
    agreed = {"caseNo": case_no, "matter": "FILING", "outcome": "APPROVED"}
    for who, act, said in (
        ("inspector", "caseFilingPropose", {**why, "filing": "FILE"}),
        ("supervisor", "caseSubmissionReview", agreed),
        ("head", "caseFile", why),
    ):
        done = await world.people[who].act(act, **said)
        assert done["__typename"] == "CaseSuccess", done
    item = (await desk.ask(query, i=evidence_id))["evidence"]
    assert item["retainedUntil"] > short
    assert item["custody"][-1]["type"] == "RetentionExtended"
    assert item["custody"][-1]["actor"] == "系统定时任务"
    first = item["custody"][0]
    assert first["hashBefore"] == first["hashAfter"] == hashlib.sha256(body).hexdigest()
    vault = S3Store(world.app.state.services.objects)
    ref = ObjectRef(Room.VAULT, vault_key(hashlib.sha256(body).hexdigest()))
    until = vault.locked_until(vault.stat(ref).ref)
    assert until is not None
    assert until.astimezone(SHANGHAI).date().isoformat() == item["retainedUntil"]


async def test_damage_found_while_somebody_reads_breaks_off_and_is_on_record(world: Any) -> None:
    desk = world.people["inspector"]
    body = PDF + b"to be changed" * 200_000
    done = await upload(desk, body, size=len(body), sha256=hashlib.sha256(body).hexdigest())
    evidence_id = done["evidence"]["evidenceId"]
    # Whoever can write to the database can say that other hashes were received.
    await world.driver.execute_query(
        "MATCH (e:Event {stream: $s, seq: 1}) SET e.data = replace(e.data, $is, $was)",
        s=f"evidence:{evidence_id}",
        **{"is": hashlib.new("sm3", body).hexdigest(), "was": "0" * 64},
    )
    path = f"/export/evidence/{evidence_id}"
    with pytest.raises(RuntimeError, match="not the object on record"):
        await desk.take(path, purpose="核对")
    query = "query($i: String!) { evidence(evidenceId: $i) { damage custody { type } } }"
    item = (await desk.ask(query, i=evidence_id))["evidence"]
    assert [link["type"] for link in item["custody"]][1:] == ["EvidenceAccessed", "EvidenceDamaged"]
    assert "备份" in item["damage"]


async def restoring(world: Any) -> tuple[str, str]:
    """A doctor who applied for restoration, with a paper in his ledger; his code and its id."""
    code, name = world.doctors[3]
    at, driver = datetime.now(UTC), world.driver
    who = {key: (await find_account(driver, key)).actor for key in ("agency", "office")}
    score = RecordScore(
        prac_psn_code=code,
        prac_psn_name=name,
        fixmedins_code=world.hospital,
        act="tiaoli_40",
        responsibility=Responsibility.PRIMARY,
        points=12,
        conduct_on=date(2024, 9, 18),
        conduct_to=date(2024, 9, 18),
        basis=Basis(BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 3, 12), "县局"),
        reasons="虚构理疗服务",
    )
    await world.county_rule()
    await execute(driver, score, who["agency"], at)
    apply = ApplyRestoration(prac_psn_code=code, statement="已改正", commitment=True)
    doctor = (await find_account(driver, "doctor2")).actor
    await execute(driver, apply, doctor, at)
    body = PDF + b"certificate"
    paper = await upload(
        world.people["office"], body, size=len(body), sha256=hashlib.sha256(body).hexdigest()
    )
    evidence_id: str = paper["evidence"]["evidenceId"]
    study = RecordStudy(
        prac_psn_code=code,
        course="政策",
        hours=Decimal(16),
        studied_on=date(2026, 2, 1),
        certificate=evidence_id,
    )
    await execute(driver, study, who["office"], at)
    return code, evidence_id


async def test_a_certificate_opens_for_who_sees_the_doctors_file(world: Any) -> None:
    code, evidence_id = await restoring(world)
    path = f"/export/certificate/{code}/{evidence_id}"
    sees = {"inspector", "supervisor", "legal", "head", "agency", "office", "party", "doctor2"}
    events = await world.events()
    for name in ("other_office", "system", "security", "auditor"):
        answer = await world.people[name].take(path, purpose="x")
        assert answer.status_code == 404, name
    assert (await world.browser().take(path, purpose="x")).status_code == 401
    other = f"/export/certificate/{world.doctors[1][0]}/{evidence_id}"
    assert (await world.people["party"].take(other, purpose="x")).status_code == 404
    assert (await world.people["party"].http.get(path)).status_code == 400
    unlisted = await upload(world.people["inspector"], PDF)
    hidden = f"/export/certificate/{code}/{unlisted['evidence']['evidenceId']}"
    assert (await world.people["party"].take(hidden, purpose="x")).status_code == 404
    for name in sorted(sees):
        answer = await world.people[name].take(path, purpose="核对学时")
        assert answer.status_code == 200, name
        assert answer.content == PDF + b"certificate"
    assert await world.events() > events


async def test_evidence_of_a_case_is_no_certificate(world: Any) -> None:
    case_no = await open_case(world)
    body = PDF + b"of the case"
    held = await upload(
        world.people["inspector"], body, caseNo=case_no, size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
    )  # fmt: skip
    answer = await world.people["office"].act(
        "restorationRecordStudy",
        pracPsnCode=world.doctors[3][0],
        course="政策",
        hours="8",
        studiedOn="2026-02-01",
        certificate=held["evidence"]["evidenceId"],
    )
    assert answer["__typename"] == "NotFound", answer


async def test_a_dossier_leaves_for_a_purpose_and_not_for_the_agency(world: Any) -> None:
    case_no = await open_case(world, "inspector", "inspector2")
    body = b"PK\x05\x06" + case_no.encode() * 40_000
    digests = digest_bytes(body)
    store = S3Store(world.app.state.services.objects)
    store.put(Room.VAULT, dossier_key(case_no, digests.sha256), body)
    # Only where the archive lies and what its chain names matters here.
    await append_dossier(world, case_no, digests)
    path = f"/export/dossier/{case_no}.zip"
    for name in ("agency", "office", "auditor", "system", "doctor"):
        answer = await world.people[name].take(path, purpose="x")
        assert answer.status_code == 404, name
    assert (await world.browser().take(path, purpose="x")).status_code == 401
    assert (await world.people["inspector"].http.get(path)).status_code == 400
    for name in ("inspector", "supervisor", "legal", "head"):
        answer = await world.people[name].take(path, purpose="报检察机关备案")
        assert answer.content == body, name
    log = await world.people["auditor"].ask(
        '{ log(filter: {type: "Exported"}, first: 1) { nodes { actor summary } } }'
    )
    assert "报检察机关备案" in log["log"]["nodes"][0]["summary"]


async def append_dossier(world: Any, case_no: str, digests: Any) -> None:
    """Report, decide and record a dossier, as the case's people do."""
    driver, at = world.driver, datetime.now(UTC)
    who = {n: (await find_account(driver, n)).actor for n in ("inspector", "supervisor", "head")}
    parts = dict.fromkeys(PackagePart, "说明")
    scan = f"移送书-{case_no}"
    letter = ReceiveEvidence(
        evidence_id=scan, name="移送书.pdf", kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf", size=10, sha256="a" * 64, sm3="b" * 64, object_key=scan,
        retain_until=date(2056, 1, 1), case_no=case_no,
    )  # fmt: skip
    commands = [
        *steps.filed(case_no, "inspector", "supervisor", "head"),
        *steps.begun(case_no, "inspector"),
        (
            "head",
            AppointReferralGroup(
                case_no=case_no, officers=("inspector", "inspector2"), reasons="涉嫌诈骗"
            ),
        ),
        (
            "inspector",
            ReportReferral(
                case_no=case_no,
                suspected_crime="诈骗罪",
                facts="虚假住院",
                amount=Decimal("100000.00"),
                amount_reasons="另有外县损失",
                recipient="县公安局",
                missing_parts=parts,
            ),
        ),
        ("head", DecideReferral(case_no=case_no, approve=True, reasons="同意")),
        (
            "inspector",
            IssueForm(case_no=case_no, form_id="crime_transfer"),
        ),
        ("inspector", letter),
        ("inspector", AttachEvidence(case_no=case_no, evidence_id=scan, proves="移送书")),
        ("inspector", SignForm(case_no=case_no, issue_id="W2", evidence_id=scan)),
        (
            "inspector",
            RecordDossier(
                case_no=case_no,
                file_name="d.zip",
                sha256=digests.sha256,
                sm3=digests.sm3,
                size=digests.size,
                issue_id="W2",
                evidence_id=scan,
            ),
        ),
    ]
    for name, command in commands:
        await execute(driver, command, who[name], at)


async def test_an_objection_carries_papers_that_its_reviewer_opens(world: Any) -> None:
    code, name = world.doctors[3]
    at, driver = datetime.now(UTC), world.driver
    agency = (await find_account(driver, "agency")).actor
    score = RecordScore(
        prac_psn_code=code, prac_psn_name=name, fixmedins_code=world.hospital,
        act="agreement_breach", responsibility=Responsibility.PRIMARY, points=3,
        conduct_on=date(2025, 9, 18), conduct_to=date(2025, 9, 18), reasons="未按约定核验身份",
        basis=Basis(BasisKind.DOCUMENT, "协处〔2026〕9号", at.astimezone(SHANGHAI).date(), "县局"),
    )  # fmt: skip
    recorded = await execute(driver, score, agency, at)
    own = {"pracPsnCode": code, "entryId": recorded[0].data["entry_id"]}
    today = at.astimezone(SHANGHAI).date().isoformat()
    told = await world.people["agency"].act(
        "pointsNotifyScore", **own, way="DIRECT", servedOn=today
    )
    assert told["__typename"] == "PointsSuccess", told
    body = PDF + b"roster"
    given = await upload(
        world.people["doctor2"], body, size=len(body), sha256=hashlib.sha256(body).hexdigest()
    )
    paper = given["evidence"]["evidenceId"]
    letter = await upload(
        world.people["doctor2"], PDF + b"letter", size=len(PDF + b"letter"),
        sha256=hashlib.sha256(PDF + b"letter").hexdigest(),
    )  # fmt: skip
    signed = letter["evidence"]["evidenceId"]
    said = {**own, "text": "当日不在岗", "signed": True, "stamped": True, "objectionScan": signed}
    # Nobody encloses what somebody else put into the vault.
    foreign = (await upload(world.people["other_office"], PDF))["evidence"]["evidenceId"]
    refused = await world.people["doctor2"].act("pointsObject", **said, enclosures=[foreign])
    assert refused["__typename"] == "NotFound", refused
    unsigned = await world.people["doctor2"].act("pointsObject", **{**said, "objectionScan": ""})
    assert unsigned["code"] == "FIELD_REQUIRED", unsigned
    done = await world.people["doctor2"].act("pointsObject", **said, enclosures=[paper])
    assert done["__typename"] == "PointsSuccess", done
    query = """query($c: String!) {
        pointsDetail(pracPsnCode: $c) { scores { entryId objectionPaper { certificate }
        enclosures { certificate name } } } }"""
    for who in ("supervisor", "doctor2"):
        detail = (await world.people[who].ask(query, c=code))["pointsDetail"]
        (entry,) = [one for one in detail["scores"] if one["entryId"] == own["entryId"]]
        assert [one["certificate"] for one in entry["enclosures"]] == [paper]
        assert entry["objectionPaper"] == {"certificate": signed}
        path = f"/export/certificate/{code}/{paper}"
        assert (await world.people[who].take(path, purpose="复核异议")).content == body
    assert (await world.people["other_office"].take(path, purpose="x")).status_code == 404
    # The answer rests on papers of its own: one that tells of others stays in the bureau, the opinion not.
    kept, opinion = [
        (await upload(
            world.people["agency2"], PDF + text, size=len(PDF + text),
            sha256=hashlib.sha256(PDF + text).hexdigest(),
        ))["evidence"]["evidenceId"]
        for text in (b"others", b"opinion")
    ]  # fmt: skip
    answered = await world.people["chief"].act(
        "pointsResolveObjection",
        **own,
        outcome="UPHELD",
        reasons="查证属实",
        materials=[kept],
        materialsShow="他人当日住院",
        materialsClosed="涉及他人隐私",
        expert="陈某",
        expertOpinion="护理级别与病情不符",
        expertPaper=opinion,
    )
    assert answered["__typename"] == "PointsSuccess", answered
    rests = """query($c: String!) { pointsDetail(pracPsnCode: $c) { scores { entryId weighed {
        materials { certificate } count show closed expert opinion paper { certificate } } } } }"""
    for who, reads in (("supervisor", True), ("doctor2", False)):
        detail = (await world.people[who].ask(rests, c=code))["pointsDetail"]
        (entry,) = [one for one in detail["scores"] if one["entryId"] == own["entryId"]]
        weighed = entry["weighed"]
        assert weighed["materials"] == ([{"certificate": kept}] if reads else [])
        assert weighed["show"] == ("他人当日住院" if reads else None)
        assert (weighed["count"], weighed["closed"]) == (1, "涉及他人隐私")
        assert (weighed["opinion"], weighed["paper"]) == (
            "护理级别与病情不符",
            {"certificate": opinion},
        )
        got = await world.people[who].take(f"/export/certificate/{code}/{kept}", purpose="复核")
        assert got.status_code == (200 if reads else 404)
        got = await world.people[who].take(f"/export/certificate/{code}/{opinion}", purpose="复核")
        assert got.content == PDF + b"opinion"


TAKEN = (
    "query($i: String!) { evidence(evidenceId: $i) { collection { collectedAt place holder officers "
    "original noOriginalReason pages missing } } }"
)


async def test_how_an_item_was_taken_is_on_record_and_not_that_of_a_reporter(world: Any) -> None:
    desk = world.people["inspector"]
    case_no = await open_case(world, "inspector", "inspector2")
    asked = {
        one["kind"]: one["fields"]
        for one in (await desk.ask("{ evidenceAsked { kind fields } }"))["evidenceAsked"]
    }
    assert "originalMedium" in asked["ELECTRONIC"]
    assert "originalMedium" not in asked["DOCUMENTARY"]
    taken = {
        "collectedAt": "2026-01-05T02:00:00Z", "place": "病案室", "holder": "李某某",
        "original": False, "noOriginalReason": "原件由医院留存", "pages": 3,
        "officers": ["inspector", "inspector2"],
    }  # fmt: skip

    async def given(number: int, **more: Any) -> dict[str, Any]:
        body = PDF + f"taken {number}".encode()
        hash_, size = hashlib.sha256(body).hexdigest(), len(body)
        started = await desk.ask(
            START,
            input={"name": "病历.pdf", "size": size, "mediaType": "application/pdf",
                   "sha256": hash_, "caseNo": case_no},
        )  # fmt: skip
        ticket = started["r"]["ticket"]
        async with httpx.AsyncClient() as http:
            assert (await http.put(ticket["url"], content=body)).status_code == 200
        done: dict[str, Any] = (
            await desk.ask(
                COMPLETE,
                input={
                    "uploadId": ticket["uploadId"],
                    "kind": "DOCUMENTARY",
                    "proves": "就诊",
                    **more,
                },
            )
        )["r"]
        return done

    kept = await given(1, collection=taken)
    found = (await desk.ask(TAKEN, i=kept["evidence"]["evidenceId"]))["evidence"]["collection"]
    assert (found["place"], found["holder"], found["pages"]) == ("病案室", "李某某", 3)
    assert found["officers"] == ["测试inspector", "测试inspector2"]
    assert found["missing"] == ["收集方法"]
    secret = await given(2, collection=taken, fromReporter=True)
    told = (await desk.ask(TAKEN, i=secret["evidence"]["evidenceId"]))["evidence"]
    assert told == {"collection": None}
    before = await world.events()
    for number, wrong in enumerate(({"officers": ["inspector"]}, {"pages": 0}), 3):
        refused = await given(number, collection={**taken, **wrong})
        assert refused["code"] in ("TWO_OFFICERS", "BAD_VALUE"), refused
    assert await world.events() == before
