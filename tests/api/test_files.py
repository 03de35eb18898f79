"""Files in and out: deliveries, and exports that say who and when."""

import csv
import io
from typing import Any


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
