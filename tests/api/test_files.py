"""Files in and out: deliveries, and exports that say who and when."""

import csv
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from claims.intake.run import run_import


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


async def test_a_delivery_that_breaks_off_leaves_nothing_half_written(world: Any) -> None:
    desk = world.people["inspector"]
    headers = {"X-CSRF-Token": desk.csrf}

    async def breaking() -> AsyncIterator[bytes]:
        yield b"psn_no,psn_name\n" * 100
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await desk.http.put("/incoming/broken/psn_info_b.csv", content=breaking(), headers=headers)
    assert list((world.settings.home / "incoming" / "broken").iterdir()) == []


async def test_only_shipped_profiles_are_read_by_the_desk(world: Any) -> None:
    desk = world.people["inspector"]
    headers = {"X-CSRF-Token": desk.csrf}
    await desk.http.put("/incoming/april/psn_info_b.csv", content=b"a\n", headers=headers)
    for profile in ("/etc/passwd.toml", "../pyproject.toml", "pyproject.toml", "none"):
        answer = await desk.act("importStart", folder="april", profile=profile)
        assert (answer["__typename"], answer["code"]) == ("InvalidInput", "INVALID_INPUT")
        assert "national" in answer["message"]


async def test_the_log_leaves_as_it_was_filtered_and_says_who(world: Any) -> None:
    auditor = world.people["auditor"]
    await world.people["inspector"].http.get("/export/findings.csv")
    chosen = {"type": "Exported", "actor": "inspector", "fromTime": "2000-01-01T00:00:00Z"}
    response = await auditor.take("/export/log.csv", filter=chosen)
    head, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert rows
    assert {row[head.index("操作人")] for row in rows} == {"inspector"}
    assert {row[head.index("导出人")] for row in rows} == {"测试auditor（auditor）"}
    everything = await auditor.http.get("/export/log.csv")
    assert everything.content.count(b"\n") > len(rows) + 1
    none = await auditor.take("/export/log.csv", filter={"actor": "nobody"})
    assert none.content.count(b"\n") == 1
    for bad in (["x"], "{", {"actor": 1}, {"who": "x"}, {"fromTime": "yesterday"}):
        refused = await auditor.take("/export/log.csv", filter=bad)
        assert refused.status_code == 400, bad


async def test_a_purpose_is_stated_in_the_body_and_with_the_pages_token(world: Any) -> None:
    desk, path = world.people["inspector"], "/export/findings.csv"
    before = await world.events()
    for told in ({"purpose": "核对"}, {"filter": "{}"}):
        refused = await desk.http.get(path, params=told)
        assert (refused.status_code, refused.json()["code"]) == (400, "INVALID_INPUT")
    foreign = await desk.http.post(path, json={"purpose": "核对"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "CSRF")
    token = {"X-CSRF-Token": desk.csrf}
    for body in (
        b"[]",
        b"{",
        b'{"purpose": 7}',
        b'{"purpose": "' + b"x" * 501 + b'"}',
        b" " * 70_000,
    ):
        bad = await desk.http.post(path, content=body, headers=token)
        assert bad.status_code == 400, body[:20]
    assert await world.events() == before
    chosen = {"fixmedinsCodes": [world.hospital]}
    taken = await desk.take(path, purpose="核对当事人身份", filter=chosen)
    told = taken.content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(told))
    assert rows
    assert {row[head.index("fixmedins_code")] for row in rows} == {world.hospital}
    assert "核对当事人身份" in told
    masked = await desk.take(path, filter=chosen)
    assert "核对当事人身份" not in masked.content.decode("utf-8-sig")


async def test_rejected_rows_leave_with_a_purpose_and_say_who(world: Any) -> None:
    source = world.settings.home / "with-rejects"
    source.mkdir()
    text = "psn_no,psn_name,brdy\nP-1,张三,1990-01-01\nP-2,李四,never\n"
    (source / "psn_info_b.csv").write_text(text, encoding="utf-8")
    report = run_import(
        world.settings.home, source, "national", "tester", datetime.now(UTC), lambda *_: None
    )
    assert report.batch.rejects == 1
    path = f"/export/rejects/{report.batch.batch_id}.zip"
    desk = world.people["inspector"]
    assert (await desk.http.get(path)).status_code == 400
    for who in ("legal", "office", "doctor", "auditor"):
        hidden = await world.people[who].take(path, purpose="x")
        assert hidden.status_code == 404, who
    taken = await desk.take(path, purpose="退回更正")
    with zipfile.ZipFile(io.BytesIO(taken.content)) as archive:
        told = archive.read("export.txt").decode("utf-8-sig")
        assert "李四" in archive.read("psn_info_b.csv").decode("utf-8-sig")
    assert "inspector" in told
    assert "退回更正" in told


async def test_a_picture_of_a_case_opens_as_it_was_attached(world: Any) -> None:
    desk, officer = world.people["inspector"], world.people["head"]
    opened = await desk.ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on CaseSuccess "
        "{ caseFile { case { caseNo } } } } }",
        input={
            "title": "图谱",
            "source": "TIP",
            "summary": "x",
            "conductFrom": "2025-01-01",
            "conductTo": "2025-02-01",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "医院"},
        },
    )
    number = opened["r"]["caseFile"]["case"]["caseNo"]
    save = (
        "mutation($input: InvestigationSaveInput!) { r: investigationSave(input: $input) "
        "{ ... on InvestigationSuccess { investigation { id } } } }"
    )
    saved = (await desk.ask(save, input={"name": "图", "content": {"nodes": ["a"]}}))["r"]
    own = saved["investigation"]["id"]
    attach = {"caseNo": number, "investigationId": own, "title": "团伙关系"}
    answer = await world.people["inspector2"].act("caseAttachPicture", **attach)
    assert answer["__typename"] == "NotFound"
    assert (await desk.act("caseAttachPicture", **attach))["__typename"] == "CaseSuccess"
    await desk.ask(save, input={"id": own, "name": "图", "content": {"nodes": []}})
    ask = (
        "query($n: String!, $p: String!) { caseFile(caseNo: $n) { pictures { pictureId title } } "
        "casePicture(caseNo: $n, pictureId: $p) { title content } }"
    )
    seen = await officer.ask(ask, n=number, p="G1")
    assert seen["caseFile"]["pictures"] == [{"pictureId": "G1", "title": "团伙关系"}]
    assert seen["casePicture"] == {"title": "团伙关系", "content": {"nodes": ["a"]}}
    hidden = await world.people["office"].ask(ask, n=number, p="G1")
    assert hidden == {"caseFile": None, "casePicture": None}
