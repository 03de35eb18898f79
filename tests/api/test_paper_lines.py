"""A working paper picks findings and bills of the inspected institution; its lines are paged."""

from decimal import Decimal
from typing import Any

import pytest

from tests.api.test_inspection import day, do, planned, refused

PICK = """query($n: String!, $c: PaperChoice!, $s: Int!) {
  r: inspectionPaperPick(inspectionNo: $n, choice: $c, first: 2, start: $s) {
    total count summed unknown elsewhere rows { bill held leftOut known } } }"""
LINES = """query($n: String!, $s: Int!) {
  r: inspectionPaperLines(inspectionNo: $n, paperId: "D1", first: 2, start: $s) {
    total count summed rows { bill findingId held } } }"""
FILE = """query($n: String!) { inspectionFile(inspectionNo: $n) {
  amount papers { amount summed billCount findingIds leftOut typed amountReason } } }"""
TEXT = {"problem": "重复收费", "facts": "同日两次", "law": "条例38"}


async def found_in(world: Any, code: str) -> list[str]:
    """Findings of an institution that rest on lines."""
    asked = "query($f: FindingFilter) { findings(filter: $f, first: 5) { nodes { findingId } } }"
    found = await world.people["inspector"].ask(asked, f={"fixmedinsCodes": [code]})
    return [node["findingId"] for node in found["findings"]["nodes"]]


async def all_rows(world: Any, query: str, **values: Any) -> tuple[list[dict[str, Any]], Any]:
    rows: list[dict[str, Any]] = []
    while True:
        page = (await world.people["inspector"].ask(query, s=len(rows), **values))["r"]
        rows += page["rows"]
        if not page["rows"] or len(rows) >= page["total"]:
            return rows, page


async def test_a_paper_is_picked_summed_and_paged(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    site = {"startedOn": day(), "place": "病案室", "receivedBy": "王某", "recusalTold": True}
    await do(world, "inspector", "inspectionStart", **own, **site, certificatesShown=True)
    ids = await found_in(world, world.hospital)
    rows, page = await all_rows(world, PICK, n=number, c={"findingIds": ids})
    assert len(rows) == page["total"] == page["count"] > 2
    assert sum(Decimal(one["held"]) for one in rows) == Decimal(page["summed"]) > 0
    out = rows[0]["bill"]
    choice = {"findingIds": ids, "leftOut": [out], "bills": ["M-none"]}
    less, page = await all_rows(world, PICK, n=number, c=choice)
    assert [one["bill"] for one in less if one["leftOut"]] == [out]
    assert page["unknown"] == ["M-none"]
    summed = Decimal(page["summed"])
    assert summed == sum(Decimal(one["held"]) for one in rows[1:])
    written = {**own, **TEXT, "findingIds": ids, "leftOut": [out]}
    asked = "{ findings(first: 100) { nodes { findingId fixmedinsCode } } }"
    nodes = (await world.people["inspector"].ask(asked))["findings"]["nodes"]
    other = [
        one["findingId"] for one in nodes if one["fixmedinsCode"] not in (world.hospital, None)
    ]
    _, page = await all_rows(world, PICK, n=number, c={"findingIds": other})
    # One that spans both institutions has lines here.
    other = [one for one in other if one in page["elsewhere"]]
    assert other
    for elsewhere in (other[:1], ["no-such-finding"]):
        bad = {**written, "findingIds": [*ids, *elsewhere]}
        await refused(world, "inspector", "inspectionPaperWrite", "BILL_ELSEWHERE", **bad)
    await refused(
        world, "inspector", "inspectionPaperWrite", "PAPER_AMOUNT", **written, amount="0.01"
    )
    await do(world, "inspector", "inspectionPaperWrite", **written)
    (paper,) = (await world.people["head"].ask(FILE, n=number))["inspectionFile"]["papers"]
    assert (Decimal(paper["amount"]), Decimal(paper["summed"])) == (summed, summed)
    assert (paper["billCount"], paper["findingIds"], paper["leftOut"]) == (
        len(rows) - 1, ids, [out],
    )  # fmt: skip
    kept, page = await all_rows(world, LINES, n=number)
    assert [one["bill"] for one in kept] == [one["bill"] for one in rows[1:]]
    assert Decimal(page["summed"]) == summed
    pdf = await world.people["inspector"].http.get(f"/export/inspection/{number}/D1.pdf")
    assert pdf.content.startswith(b"%PDF"), pdf.text


@pytest.mark.parametrize("who", ["anonymous", "office", "doctor", "system"])
async def test_the_lines_are_for_the_bureau(world: Any, who: str) -> None:
    number = await planned(world)
    for query, more in ((PICK, {"c": {"bills": ["M1"]}}), (LINES, {})):
        desk = world.browser() if who == "anonymous" else world.people[who]
        answer = await desk.raw(query, n=number, s=0, **more)
        assert (answer.get("data") or {}).get("r") is None, answer
