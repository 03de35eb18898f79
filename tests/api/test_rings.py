"""A ring's dossier over HTTP: figures, judging members, papers, the precision record."""

import io
from typing import Any

import openpyxl
import pytest

ANONYMOUS = "anonymous"
OUTSIDE = [ANONYMOUS, "other_office", "doctor", "party", "system", "auditor"]
LIST = """{ rings(filter: {route: "ring"}, first: 5) { nodes { id ringId channel memberCount
    group { standing confirmed } } } }"""
DOSSIER = """query($id: ID!) { ringDossier(id: $id) {
    ring { ringId group { standing confirmed rejected unsure } judgement { verdict } }
    members { psnNo name role alone judgement { verdict reason by } }
    marks { member day off minute doctor amount mdtrtId }
    shared { kind value members } sensitivity { factor stands members }
    chance { score threshold pValue qValue permutations nullScores ranAt }
    days { day attended expected } reasons { code text } } }"""
FIGURES = """query($id: ID!, $m: [String!]) { ringFigures(id: $id, members: $m) {
    summary { code text } missing records { mark mdtrtId setlIds amount begins }
    fees { compared ratio excess rows { month basis peerMedian } }
    draw { runs seen reached most pValue bars { appearances permutations } }
    ties { kind value members } checks { code against text } supports { code marks } } }"""
PRECISION = """{ ringPrecision { channel found waiting promised
    rings { confirmed rejected unsure precision low high } members { confirmed precision }
    aside { confirmed } } }"""


def desk_of(world: Any, actor: str) -> Any:
    return world.browser() if actor == ANONYMOUS else world.people[actor]


async def a_ring(world: Any) -> dict[str, Any]:
    found = await world.people["inspector"].ask(LIST)
    ring: dict[str, Any] = found["rings"]["nodes"][0]
    return ring


async def dossier(world: Any, ring: dict[str, Any], actor: str = "inspector") -> dict[str, Any]:
    answer = await world.people[actor].ask(DOSSIER, id=ring["id"])
    found: dict[str, Any] = answer["ringDossier"]
    return found


async def test_a_dossier_says_what_chance_would_do_and_on_what_it_rests(world: Any) -> None:
    ring = await a_ring(world)
    page = await dossier(world, ring)
    answer = await world.people["inspector"].ask(FIGURES, id=ring["id"])
    seen = answer["ringFigures"]
    assert len(seen["records"]) == len(page["marks"]) == seen["draw"]["seen"]
    assert all(record["setlIds"] and record["begins"] for record in seen["records"])
    assert seen["draw"]["reached"] == 0
    assert sum(bar["permutations"] for bar in seen["draw"]["bars"]) == seen["draw"]["runs"]
    assert {one["code"] for one in seen["supports"]} == {one["code"] for one in page["reasons"]}
    assert [check["code"] for check in seen["checks"]] == [
        "household",
        "calendar",
        "home",
        "diagnosis",
    ]
    assert page["chance"]["permutations"] > 0
    assert "人" in seen["summary"][0]["text"]
    world.people["inspector"].language = "en"
    try:
        english = await world.people["inspector"].ask(FIGURES, id=ring["id"])
    finally:
        world.people["inspector"].language = "zh"
    assert "people came together" in english["ringFigures"]["summary"][0]["text"]


async def test_personal_data_stay_mrequested_on_the_page(world: Any) -> None:
    found = await world.people["inspector"].ask("{ rings(first: 50) { nodes { id } } }")
    values = []
    for ring in found["rings"]["nodes"]:
        page = await dossier(world, ring)
        values += [one for one in page["shared"] if one["kind"] in ("phone", "address")]
        assert all("*" in (member["name"] or "*") for member in page["members"])
    assert values
    assert all("*" in one["value"] for one in values)


@pytest.mark.parametrize("actor", OUTSIDE)
async def test_nobody_outside_the_bureau_reads_rings(world: Any, actor: str) -> None:
    ring = await a_ring(world)
    desk = desk_of(world, actor)
    for query, variables in ((DOSSIER, {"id": ring["id"]}), (FIGURES, {"id": ring["id"]})):
        body = await desk.raw(query, **variables)
        assert not any((body.get("data") or {}).values())
    body = await desk.raw(PRECISION)
    assert body.get("errors")
    for kind in ("pdf", "xlsx"):
        answer = await desk.http.get(f"/export/ring/{ring['ringId']}.{kind}")
        assert answer.status_code == (401 if actor == ANONYMOUS else 404)


@pytest.mark.parametrize("actor", [*OUTSIDE, "legal", "head"])
async def test_who_may_not_judge_writes_nothing(world: Any, actor: str) -> None:
    ring = await a_ring(world)
    page = await dossier(world, ring)
    members = [page["members"][0]["psnNo"]]
    values = {"ringId": ring["ringId"], "psnNos": members, "reason": "x"}
    before = await world.events()
    for name, more in (("ringMembersJudge", {"verdict": "CONFIRMED"}), ("ringMembersTakeBack", {})):
        answer = await desk_of(world, actor).act(name, **values, **more)
        assert answer["__typename"] in {"NotPermitted", "NotFound"}, answer
    assert await world.events() == before


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"psnNos": []}, "InvalidInput"),
        ({"reason": "  "}, "InvalidInput"),
        ({"ringId": "R0000000000"}, "NotFound"),
        ({"psnNos": ["{0}", "P-NOBODY"]}, "NotFound"),
    ],
)
async def test_bad_input_judges_nobody(world: Any, change: dict[str, Any], kind: str) -> None:
    ring = await a_ring(world)
    first = (await dossier(world, ring))["members"][0]["psnNo"]
    values: dict[str, Any] = {"ringId": ring["ringId"], "psnNos": [first], "reason": "x"}
    values |= change
    values["psnNos"] = [one.format(first) for one in values["psnNos"]]
    before = await world.events()
    answer = await world.people["inspector"].act("ringMembersJudge", verdict="CONFIRMED", **values)
    assert answer["__typename"] == kind, answer
    assert await world.events() == before


async def test_a_group_is_derived_from_judgements_and_feeds_the_record(world: Any) -> None:
    inspector, ring = world.people["inspector"], await a_ring(world)
    number = ring["ringId"]
    people = [member["psnNo"] for member in (await dossier(world, ring))["members"]]
    answer = await inspector.act(
        "ringJudge", ringId=number, verdict="CONFIRMED", reason="同车同住，机构承认"
    )
    assert answer["__typename"] == "JudgementSuccess"
    assert (await dossier(world, ring))["ring"]["group"]["standing"] == "unnamed"
    for chosen, verdict in ((people[:3], "CONFIRMED"), (people[3:4], "REJECTED")):
        answer = await inspector.act(
            "ringMembersJudge", ringId=number, psnNos=chosen, verdict=verdict, reason="笔录"
        )
        assert answer["__typename"] == "JudgementSuccess", answer
    page = await dossier(world, ring, "supervisor")
    assert page["ring"]["group"] == {
        "standing": "confirmed",
        "confirmed": 3,
        "rejected": 1,
        "unsure": 0,
    }
    assert page["members"][0]["judgement"] == {
        "verdict": "CONFIRMED",
        "reason": "笔录",
        "by": "测试inspector",
    }
    groups = await inspector.ask("{ rings(filter: {confirmed: true}) { nodes { ringId } } }")
    assert [one["ringId"] for one in groups["rings"]["nodes"]] == [number]
    record = next(
        row
        for row in (await inspector.ask(PRECISION))["ringPrecision"]
        if row["channel"] == ring["channel"]
    )
    assert record["rings"]["precision"] == 1
    assert record["members"] == {"confirmed": 3, "precision": 0.75}
    assert record["waiting"] == record["found"] - 1
    assert 0 <= record["promised"] <= 1

    # Undone: nothing is judged any more, the record forgets it, the chains do not.
    before = await world.events()
    for name, more in (
        ("ringMembersTakeBack", {"psnNos": people[:4]}),
        ("ringTakeBack", {}),
    ):
        answer = await inspector.act(name, ringId=number, reason="看错了", **more)
        assert answer["__typename"] == "JudgementSuccess", answer
    assert await world.events() == before + 5
    page = await dossier(world, ring)
    assert page["ring"]["judgement"] is None
    assert page["ring"]["group"]["standing"] == "open"
    rows = (await inspector.ask(PRECISION))["ringPrecision"]
    assert all(row["rings"]["precision"] is None for row in rows)


async def test_papers_are_on_record_masked_or_with_a_purpose(world: Any) -> None:
    inspector, ring = world.people["inspector"], await a_ring(world)
    page = await dossier(world, ring)
    chosen = [member["psnNo"] for member in page["members"][:2]]
    address = f"/export/ring/{ring['ringId']}"
    before = await world.driver.execute_query(
        "MATCH (e:Event {type: 'Exported'}) RETURN count(e) AS n"
    )
    pdf = await inspector.http.get(f"{address}.pdf")
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    sheet = await inspector.take(f"{address}.xlsx", members=chosen)
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    assert [row[0].value for row in book["成员"].iter_rows(min_row=3)] == chosen
    assert "测试inspector（inspector）" in str(book["成员"]["A1"].value)
    assert all("*" in str(row[1].value) for row in book["成员"].iter_rows(min_row=3))
    shown = await inspector.take(f"{address}.xlsx", purpose="核查线索")
    unmasked = openpyxl.load_workbook(io.BytesIO(shown.content))
    assert "核查线索" in str(unmasked["成员"]["A1"].value)
    assert not any("*" in str(row[1].value) for row in unmasked["成员"].iter_rows(min_row=3))
    after = await world.driver.execute_query(
        "MATCH (e:Event {type: 'Exported'}) RETURN count(e) AS n"
    )
    assert after.records[0]["n"] == before.records[0]["n"] + 3
    assert (await inspector.http.get(f"{address}.docx")).status_code == 404
    unknown = await inspector.take(f"{address}.pdf", members=["P-NOBODY"])
    assert unknown.status_code == 404


RUN = """{ ringRun { runId at seed firstDay lastDay note
    channels { channel appearances groups threshold permutations note }
    oddities { psnNo name visits days } } }"""


async def test_the_last_run_says_what_each_channel_saw(world: Any) -> None:
    run = (await world.people["inspector"].ask(RUN))["ringRun"]
    names = [one["channel"] for one in run["channels"]]
    assert {"outpatient", "inpatient", "pharmacy", "doctor_shopping"} <= set(names)
    assert all(one["note"] for one in run["channels"])
    assert run["firstDay"] < run["lastDay"]


@pytest.mark.parametrize("actor", OUTSIDE)
async def test_nobody_outside_the_bureau_reads_the_run(world: Any, actor: str) -> None:
    body = await desk_of(world, actor).raw(RUN)
    assert not (body.get("data") or {}).get("ringRun")
    assert body.get("errors")
