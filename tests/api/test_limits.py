"""Bad input over GraphQL: an error as data or a clean refusal, never a 500."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import build_app
from api.paging import encode_cursor
from stack.endpoints import Endpoints


def nested(depth: int) -> str:
    return "{ session " + "{ me " * depth + "{ account }" + " }" * depth + " }"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("{ cases(first: 100000) { nodes { caseNo } } }", "20000"),
        ("{ cases(first: 0) { nodes { caseNo } } }", "每页条数"),
        ('{ cases(after: "%%%") { nodes { caseNo } } }', "翻页位置"),
        ('{ node(id: "bm9uc2Vuc2U=") { id } }', "编号"),
        ('{ finding(id: "Q2FzZTpY") { findingId } }', "编号"),
        ("{ " + " ".join(f"a{n}: session {{ serverTime }}" for n in range(40)) + " }", "alias"),
        (nested(20), ""),
        ("{ " + "session { serverTime } " * 900 + "}", "token"),
        ('{ scoreActs(conductOn: "1900-01-01") { act } }', "1900"),
        ('{ expand(id: "Patient:no-such") { truncated } }', "no-such"),
        ('{ paths(source: "x", target: "y") { searched } }', ""),
    ],
)
async def test_a_bad_query_is_refused_in_words(world: Any, query: str, says: str) -> None:
    body = await world.people["inspector"].raw(query)
    assert body["errors"]
    text = json.dumps(body["errors"], ensure_ascii=False)
    assert says.lower() in text.lower()
    assert "Traceback" not in text


CASES_CURSOR = encode_cursor(("2026-01-01T00:00:00.000000+00:00", "YB-2026-0001"))


@pytest.mark.parametrize("cursor", ["%%%", "e30=", CASES_CURSOR, encode_cursor(("x", "y", "z"))])
@pytest.mark.parametrize(
    ("who", "query"),
    [
        ("inspector", "rings(after: $c) { nodes { ringId } }"),
        ("inspector", "findings(after: $c) { nodes { findingId } }"),
        ("inspector", 'rejects(batchId: "none", after: $c) { nodes { line } }'),
        ("auditor", "log(after: $c) { nodes { seq } }"),
    ],
)
async def test_a_foreign_cursor_is_called_one(
    world: Any, who: str, query: str, cursor: str
) -> None:
    body = await world.people[who].raw(f"query($c: String!) {{ {query} }}", c=cursor)
    assert [error["extensions"]["code"] for error in body["errors"]] == ["BAD_CURSOR"]


async def test_each_finding_continues_from_its_own_cursor(world: Any) -> None:
    desk = world.people["inspector"]
    ask = (
        "query($n: Int!, $c: String) { findings(first: $n, after: $c) "
        "{ edges { cursor node { findingId } } pageInfo { endCursor } } }"
    )
    page = (await desk.ask(ask, n=4))["findings"]
    assert len({edge["cursor"] for edge in page["edges"]}) == 4
    assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
    rest = (await desk.ask(ask, n=2, c=page["edges"][1]["cursor"]))["findings"]
    ids = [edge["node"]["findingId"] for edge in page["edges"]]
    assert [edge["node"]["findingId"] for edge in rest["edges"]] == ids[2:]


async def test_a_huge_question_is_turned_away_unread(world: Any) -> None:
    desk = world.people["inspector"]
    body = {"query": "{ session { serverTime } }", "variables": {"x": "x" * (5 * 1024 * 1024)}}
    assert (await desk.post(body)).status_code == 413
    fits = {"query": "{ session { serverTime } }", "variables": {"x": "x" * 1024 * 1024}}
    assert (await desk.post(fits)).status_code == 200


async def test_a_case_number_is_allotted_not_chosen(world: Any) -> None:
    body = await world.people["inspector"].raw(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { __typename } }",
        input={"caseNo": "YB-2026-9999"},
    )
    assert "caseNo" in body["errors"][0]["message"]


async def test_unknown_ids_are_null(world: Any) -> None:
    desk = world.people["inspector"]
    found = await desk.ask(
        '{ node(id: "Q2FzZTpOT1BF") { id } caseFile(caseNo: "NOPE") { summary } '
        'pointsDetail(pracPsnCode: "NOPE") { file { name } } evidence(evidenceId: "x") { name } }'
    )
    assert set(found.values()) == {None}


async def test_a_stale_version_is_told_the_current_one(world: Any) -> None:
    desk = world.people["inspector"]
    opened = await desk.ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on CaseSuccess "
        "{ caseFile { case { caseNo version } } } } }",
        input={
            "title": "版本",
            "source": "TIP",
            "summary": "x",
            "conductFrom": "2025-01-01",
            "conductTo": "2025-02-01",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "医院"},
        },
    )
    case = opened["r"]["caseFile"]["case"]
    before = await world.events()
    stale = await desk.ask(
        "mutation($input: CaseAddNoteInput!) { r: caseAddNote(input: $input) { __typename "
        "... on StaleVersion { code currentVersion } } }",
        input={"caseNo": case["caseNo"], "text": "备注", "expectedVersion": 99},
    )
    assert stale["r"] == {
        "__typename": "StaleVersion",
        "code": "STALE_VERSION",
        "currentVersion": case["version"],
    }
    assert await world.events() == before


async def test_a_repeated_request_changes_nothing_twice(world: Any) -> None:
    desk = world.people["inspector"]
    values = {
        "title": "重复",
        "source": "TIP",
        "summary": "x",
        "conductFrom": "2025-01-01",
        "conductTo": "2025-02-01",
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "医院"},
        "commandId": "double-click",
    }
    assert (await desk.act("caseOpen", **values))["__typename"] == "CaseSuccess"
    before = await world.events()
    assert (await desk.act("caseOpen", **values))["__typename"] == "CaseSuccess"
    assert await world.events() == before


async def test_batches_and_get_are_closed(world: Any) -> None:
    desk = world.people["inspector"]
    headers = {"X-CSRF-Token": desk.csrf}
    batch = await desk.http.post("/graphql", json=[{"query": "{ __typename }"}], headers=headers)
    assert batch.status_code == 400
    got = await desk.http.get("/graphql", params={"query": "{ __typename }"})
    assert got.status_code == 400


async def test_only_registered_operations_run_in_production(
    world: Any, endpoints: Endpoints, tmp_path: Path
) -> None:
    registered = "query Who { session { bureauName } }"
    (tmp_path / "persisted.json").write_text(json.dumps({"sha256:abc": registered}))
    settings = world.settings.model_copy(update={"operations": "persisted"})
    app = build_app(settings, endpoints, desk=tmp_path)
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://desk.test") as http,
    ):
        known = await http.post("/graphql", json={"documentId": "sha256:abc"})
        assert known.json()["data"]["session"]["bureauName"]
        unknown = await http.post("/graphql", json={"documentId": "sha256:zzz"})
        assert unknown.status_code == 400
        free = await http.post("/graphql", json={"query": "{ session { serverTime } }"})
        assert free.json()["errors"][0]["extensions"]["code"] == "OPERATION_NOT_REGISTERED"
        schema = await http.post("/graphql", json={"query": "{ __schema { types { name } } }"})
        assert schema.json()["errors"]
