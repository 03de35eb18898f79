"""The quality page and the preview: who may look, what leaves masked, and that ids are checked."""

import io
from base64 import b64encode
from typing import Any

import openpyxl

from claims.store import ClaimStore

REPORT = (
    "query($id: ID!) { batchQuality(id: $id) { batchId asked lines { lineId rows state "
    "said { text names } owner { account } } columns { table column filled rows } months { month rows } } }"
)
ROWS = (
    "query($id: ID!, $line: String!) { qualityRows(id: $id, lineId: $line) "
    "{ columns rows nextOffset } }"
)
PREVIEW = (
    "query($f: String!, $p: String!) { importPreview(folder: $f, profile: $p) { problem ignored "
    "files { source problem tables { table columns rows problems { column reason } } } } }"
)


def _batch(world: Any) -> tuple[str, str]:
    batch_id = ClaimStore(world.settings.home).batches()[0].batch_id
    return b64encode(f"ImportBatch:{batch_id}".encode()).decode(), batch_id


async def test_a_report_leads_to_masked_rows_and_keeps_its_worklist(world: Any) -> None:
    key, batch_id = _batch(world)
    desk = world.people["inspector"]
    found = (await desk.ask(REPORT, id=key))["batchQuality"]
    assert found["batchId"] == batch_id
    assert found["columns"]
    line = found["lines"][0]
    assert "".join(part["text"] for part in line["said"]).strip()
    rows = (await desk.ask(ROWS, id=key, line=line["lineId"]))["qualityRows"]
    assert 0 < len(rows["rows"]) <= 100
    assert all(len(row) == len(rows["columns"]) for row in rows["rows"])

    work = {"id": key, "lineId": line["lineId"], "state": "WORKING", "owner": "inspector2"}
    assert (await desk.act("qualityWork", **work))["__typename"] == "QualitySuccess"
    again = (await desk.ask(REPORT, id=key))["batchQuality"]["lines"][0]
    assert (again["state"], again["owner"]["account"]) == ("WORKING", "inspector2")
    for wrong in (
        {"owner": "nobody"},
        {"owner": "doctor"},
        {"owner": None},
        {"state": "EXPLAINED", "note": " "},
    ):
        answer = await desk.act("qualityWork", **{**work, **wrong})
        assert answer["__typename"] == "InvalidInput", wrong
    lost = await desk.act("qualityWork", **{**work, "lineId": "empty:no:such"})
    assert lost["__typename"] == "NotFound"


async def test_others_do_not_see_that_there_is_a_report(world: Any) -> None:
    key, batch_id = _batch(world)
    for who in ("legal", "doctor", "office", "system"):
        desk = world.people[who]
        assert (await desk.ask(REPORT, id=key))["batchQuality"] is None
        body = await desk.raw(ROWS, id=key, line="x")
        assert body["errors"][0]["message"]
        refused = await desk.act("qualityWork", id=key, lineId="x", state="OPEN")
        assert refused["__typename"] in {"NotFound", "NotPermitted"}
        assert (await desk.http.get(f"/export/quality/{batch_id}.xlsx")).status_code == 404
    assert (await world.browser().http.get(f"/export/quality/{batch_id}.xlsx")).status_code == 401


async def test_the_workbook_leaves_masked_and_is_logged(world: Any) -> None:
    _, batch_id = _batch(world)
    answer = await world.people["inspector"].http.get(f"/export/quality/{batch_id}.xlsx")
    assert answer.status_code == 200
    assert "问题清单" in openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames
    log = await world.people["auditor"].ask(
        '{ log(filter: {type: "Exported"}, first: 1) { nodes { actor summary } } }'
    )
    assert log["log"]["nodes"][0]["actor"] == "inspector"
    unknown = await world.people["inspector"].http.get("/export/quality/B999999.xlsx")
    assert unknown.status_code == 404


async def test_a_delivery_is_previewed_before_anything_is_imported(world: Any) -> None:
    desk = world.people["inspector"]
    headers = {"X-CSRF-Token": desk.csrf}
    content = (
        "psn_no,psn_name,certno,brdy\nP1,欧阳修,11010519491231002X,1949-12-31\nP2,甲,,1850-01-01\n"
    )
    await desk.http.put("/incoming/look/psn_info_b.csv", content=content.encode(), headers=headers)
    before = len(ClaimStore(world.settings.home).batches())
    found = (await desk.ask(PREVIEW, f="look", p="national"))["importPreview"]
    (file,) = found["files"]
    (table,) = file["tables"]
    first = dict(zip(table["columns"], table["rows"][0], strict=True))
    assert first["psn_no"] == "P1"
    assert "欧阳修" not in str(table["rows"])
    assert "11010519491231002X" not in str(table["rows"])
    (_, wrong) = table["problems"]
    assert table["problems"][0] is None
    assert wrong["column"] == "brdy"
    assert wrong["reason"].startswith("日期早于")
    assert len(ClaimStore(world.settings.home).batches()) == before
    await desk.http.put("/incoming/other/holiday.csv", content=b"a,b\n1,2\n", headers=headers)
    nothing = (await desk.ask(PREVIEW, f="other", p="national"))["importPreview"]
    assert "other" in nothing["problem"]
    assert str(world.settings.home) not in nothing["problem"]
    for folder, profile in (("../look", "national"), ("gone", "national"), ("look", "nope")):
        body = await desk.raw(PREVIEW, f=folder, p=profile)
        assert body["errors"]
    assert (await world.people["legal"].raw(PREVIEW, f="look", p="national"))["errors"]


WORKLIST = """query($owner: String) { qualityWorklist(owner: $owner) {
    batchId line { lineId state owner { account } } } }"""
NOTICES = "{ notices(unreadOnly: true) { nodes { kind act title target } } }"


async def test_an_owner_is_told_finds_his_lines_and_is_told_no_more_once_closed(world: Any) -> None:
    key, batch_id = _batch(world)
    desk, other = world.people["inspector"], world.people["inspector2"]
    line = (await desk.ask(REPORT, id=key))["batchQuality"]["lines"][1]["lineId"]
    work = {"id": key, "lineId": line, "state": "WORKING"}

    async def told() -> list[dict[str, Any]]:
        found = (await other.ask(NOTICES))["notices"]["nodes"]
        return [one for one in found if line in one["target"].replace("%3A", ":")]

    assert (await desk.act("qualityWork", **work, owner="inspector"))["__typename"] == (
        "QualitySuccess"
    )
    assert await told() == []
    await desk.act("qualityWork", **work, owner="inspector2")
    (notice,) = await told()
    assert (notice["kind"], notice["title"]) == ("TASK", batch_id)
    assert notice["act"].startswith("数据质量问题交您处理：")
    assert notice["target"].startswith(f"/quality?batch={batch_id}&line=")
    mine = (await other.ask(WORKLIST, owner="inspector2"))["qualityWorklist"]
    assert line in [one["line"]["lineId"] for one in mine]
    assert {one["line"]["owner"]["account"] for one in mine} == {"inspector2"}
    # A notice leads by the batch's own number.
    assert (await other.ask(REPORT, id=batch_id))["batchQuality"]["batchId"] == batch_id
    await other.act(
        "qualityWork", **{**work, "state": "EXPLAINED"}, owner="inspector2", note="属实"
    )
    assert await told() == []
    assert (await world.people["legal"].raw(WORKLIST))["errors"]


async def test_a_report_is_made_anew_and_keeps_its_worklist(world: Any) -> None:
    key, _ = _batch(world)
    desk = world.people["inspector"]
    before = (await desk.ask(REPORT, id=key))["batchQuality"]
    answer = await desk.act("qualityAgain", id=key)
    assert answer["__typename"] == "QualitySuccess"
    after = (await desk.ask(REPORT, id=key))["batchQuality"]
    states = {one["lineId"]: one["state"] for one in after["lines"]}
    assert states == {one["lineId"]: one["state"] for one in before["lines"]}
    gone = b64encode(b"ImportBatch:B0").decode()
    assert (await desk.act("qualityAgain", id=gone))["__typename"] == "NotFound"
    refused = await world.people["legal"].act("qualityAgain", id=key)
    assert refused["__typename"] in {"NotFound", "NotPermitted"}


OWN = """
name = "yunxi"
version = "1"
[[source]]
file = "people"
[[source.target]]
table = "psn_info_b"
[source.target.columns]
psn_no = "no"
psn_name = "who"
"""
PROFILES = "{ importProfiles { name own } keptProfiles { name version keptBy inForce } }"


async def test_the_bureaus_own_profile_is_checked_kept_previewed_and_named(world: Any) -> None:
    desk = world.people["inspector"]

    async def keep(who: str, content: bytes) -> dict[str, Any]:
        given = b64encode(content).decode()
        answer: dict[str, Any] = await world.people[who].act(
            "importProfileKeep", file="yunxi.toml", content=given
        )
        return answer

    for faulty in (OWN.replace("psn_info_b", "people").encode(), "name = '本局'".encode("gbk")):
        assert (await keep("inspector", faulty))["__typename"] == "InvalidInput"
    assert (await keep("legal", OWN.encode()))["__typename"] in {"NotFound", "NotPermitted"}
    assert (await desk.ask(PROFILES))["keptProfiles"] == []
    assert (await keep("inspector", OWN.encode()))["__typename"] == "ProfileSuccess"
    found = await desk.ask(PROFILES)
    assert {"name": "yunxi", "own": True} in found["importProfiles"]
    (kept,) = found["keptProfiles"]
    assert kept == {"name": "yunxi", "version": "1", "keptBy": "inspector", "inForce": True}
    headers = {"X-CSRF-Token": desk.csrf}
    await desk.http.put(
        "/incoming/own/people.csv", content="no,who\n1,张三\n".encode(), headers=headers
    )
    looked = (await desk.ask(PREVIEW, f="own", p="yunxi"))["importPreview"]
    assert [table["table"] for table in looked["files"][0]["tables"]] == ["psn_info_b"]
    assert (await desk.raw(PREVIEW, f="own", p="/etc/x.toml"))["errors"]
