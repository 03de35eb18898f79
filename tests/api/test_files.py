"""Files in and out: evidence through staging, deliveries, exports that say who and when."""

import csv
import hashlib
import io
from typing import Any

import httpx

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
    taken = await desk.http.get(path, params={"purpose": "核对笔录"})
    assert taken.content == PDF
    seen = await desk.ask(
        "query($i: String!) { evidence(evidenceId: $i) { custody { type purpose } } }",
        i=item["evidenceId"],
    )
    assert {"type": "EvidenceAccessed", "purpose": "核对笔录"} in seen["evidence"]["custody"]
    hidden = await world.people["other_office"].http.get(path, params={"purpose": "x"})
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


async def test_findings_leave_masked_and_say_who(world: Any) -> None:
    desk = world.people["inspector"]
    response = await desk.http.get("/export/findings.csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    text = response.content.decode("utf-8-sig")
    assert "inspector" in text
    assert len(rows) > 2
    log = await world.people["auditor"].ask(
        '{ log(filter: {type: "Exported"}, first: 1) { nodes { actor summary } } }'
    )
    assert log["log"]["nodes"][0]["actor"] == "inspector"
    for kind in ("xlsx", "json"):
        assert (await desk.http.get(f"/export/findings.{kind}")).status_code == 200
    assert (await world.people["system"].http.get("/export/findings.csv")).status_code == 404
    assert (await world.browser().http.get("/export/findings.csv")).status_code == 401


async def test_deliveries_come_in_by_name_only(world: Any) -> None:
    desk = world.people["inspector"]
    headers = {"X-CSRF-Token": desk.csrf}

    async def put(path: str) -> int:
        response = await desk.http.put(path, content=b"a,b\n", headers=headers)
        return int(response.status_code)

    assert await put("/incoming/march/psn_info_b.csv") == 201
    assert await put("/incoming/march/run.exe") == 400
    assert await put("/incoming/.hidden/psn_info_b.csv") == 400
    assert await put("/incoming/..%2f..%2fetc/psn_info_b.csv") in (400, 404, 405)
    folders = await desk.ask("{ incomingFolders { name files } }")
    assert {"name": "march", "files": ["psn_info_b.csv"]} in folders["incomingFolders"]
    unknown = await desk.act("importStart", folder="../march")
    assert unknown["__typename"] == "InvalidInput"
