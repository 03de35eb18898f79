"""What changed in a doctor's file since a reviewer looked, over HTTP; looks are the bureau's own."""

from typing import Any

import pytest

from tests.api.test_procedure import do, today

SINCE = """query($c: String!) { fileSince(pracPsnCode: $c) {
  version lookedAt sinceCount since { type actor } changes { title before after } } }"""
SEEN = """mutation($c: String!, $v: Int!) { r: pointsSeen(pracPsnCode: $c, version: $v) {
  __typename ... on UserError { code } } }"""
LOOKS = "MATCH (l:Look) RETURN count(l) AS n"


async def scored(world: Any, reference: str = "测医保处〔2026〕9号") -> tuple[str, str]:
    """A doctor with a score that was not served yet; the number of the score."""
    code, name = world.doctors[1]
    basis = {
        "kind": "DOCUMENT",
        "reference": reference,
        "decidedOn": "2026-02-02",
        "issuer": "局",
    }
    given = {"fixmedinsCode": world.hospital, "act": "tiaoli_38_39", "responsibility": "GENERAL"}
    day = {"points": 4, "conductOn": "2025-05-06", "conductTo": "2025-05-06", "reasons": "测试"}
    own = {"pracPsnCode": code, "pracPsnName": name}
    await do(world, "agency", "pointsRecordScore", **own, **given, **day, basis=basis)
    asked = "query($c: String!) { pointsDetail(pracPsnCode: $c) { scores { entryId } } }"
    found = await world.people["supervisor"].ask(asked, c=code)
    # The newest is the one that nobody served.
    ids = sorted(one["entryId"] for one in found["pointsDetail"]["scores"])
    return code, max(ids, key=lambda one: int(one[1:]))


async def since(world: Any, who: str, code: str) -> Any:
    return (await world.people[who].ask(SINCE, c=code))["fileSince"]


async def test_a_reviewer_sees_what_came_after_his_last_look(world: Any) -> None:
    code, entry = await scored(world)
    first = await since(world, "supervisor", code)
    assert first["sinceCount"] >= 1
    seen = await world.people["supervisor"].ask(SEEN, c=code, v=first["version"])
    assert seen["r"]["__typename"] == "Done"
    same = await since(world, "supervisor", code)
    assert (same["sinceCount"], same["changes"]) == (0, [])
    assert same["lookedAt"]
    served = {"way": "DIRECT", "servedOn": today().isoformat()}
    await do(world, "agency", "pointsNotifyScore", pracPsnCode=code, entryId=entry, **served)
    found = await since(world, "supervisor", code)
    assert [one["type"] for one in found["since"]] == ["ScoreNotified"]
    [change] = found["changes"]
    assert change["title"] == f"记分 {entry}"
    assert change["after"].endswith("已送达")
    # Each looks for himself.
    assert (await since(world, "head", code))["lookedAt"] is None


@pytest.mark.parametrize("who", ["office", "party", "doctor2", "other_office", "system"])
async def test_nobody_else_notes_a_look_or_is_told_of_one(world: Any, who: str) -> None:
    code = world.doctors[1][0]
    before, _, _ = await world.driver.execute_query(LOOKS)
    refused = (await world.people[who].ask(SEEN, c=code, v=1))["r"]
    assert refused["__typename"] == "NotFound"
    assert await since(world, who, code) is None
    after, _, _ = await world.driver.execute_query(LOOKS)
    assert before[0]["n"] == after[0]["n"]


LISTED = """query($f: PointsFilter) { doctors(filter: $f, first: 100) { nodes {
  pracPsnCode version since { lookedAt count latest changes } } } }"""


async def marked(world: Any, who: str, code: str) -> Any:
    rows = (await world.people[who].ask(LISTED, f={"text": code}))["doctors"]["nodes"]
    return next((one for one in rows if one["pracPsnCode"] == code), None)


async def test_the_list_marks_what_came_since_the_reader_looked(world: Any) -> None:
    code, entry = await scored(world, "测医保处〔2026〕10号")
    row = await marked(world, "legal", code)
    assert row["since"]["lookedAt"] is None
    assert row["since"]["count"] >= 1
    await world.people["legal"].ask(SEEN, c=code, v=row["version"])
    same = (await marked(world, "legal", code))["since"]
    assert (same["count"], same["latest"], same["changes"]) == (0, [], [])
    served = {"way": "DIRECT", "servedOn": today().isoformat()}
    await do(world, "agency", "pointsNotifyScore", pracPsnCode=code, entryId=entry, **served)
    new = (await marked(world, "legal", code))["since"]
    assert (new["count"], new["changes"]) == (1, [f"记分 {entry}"])
    assert len(new["latest"]) == 1
    # What he did himself is not new to him.
    assert (await marked(world, "agency", code))["since"]["count"] == 0


@pytest.mark.parametrize("who", ["office", "party", "doctor2"])
async def test_who_reviews_no_file_gets_no_mark(world: Any, who: str) -> None:
    row = await marked(world, who, world.doctors[1][0])
    assert row is None or row["since"] is None
