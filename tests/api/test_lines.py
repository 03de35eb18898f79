"""Lines of a case through the front door: list, preview, judge in bulk, print, refunds, ledger."""

import asyncio
import io
from datetime import UTC, datetime
from decimal import Decimal
from time import perf_counter
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook

from casework.commands import case as c
from graph.accounts.read import find_account
from graph.commands import execute

PAGE = """query($n: String!, $f: LineFilterInput, $a: String) {
  caseLines(caseNo: $n, filter: $f, first: 3, after: $a) {
    total endCursor whole { listed open loss suspected } matched { listed loss }
    groups { ruleId count } rows { lineId ruleId suspected state loss refunds { source amount } }
  } }"""
PREVIEW = """query($i: CaseLinesPreviewInput!) {
  caseLinesPreview(input: $i) { count loss lossBefore refused } }"""
LEDGER = """query($n: String!) { caseLedger(caseNo: $n) {
  accounts { account balance } checks { title agrees } entries { postings { debit credit } } } }"""
ACTORS = ("anonymous", "office", "doctor", "system")


async def do(world: Any, who: str, name: str, **values: Any) -> None:
    answer = await world.people[who].act(name, **values)
    assert answer["__typename"].endswith("Success"), (name, answer)


async def opened(world: Any, title: str) -> str:
    """A case with some findings of the hospital that rest on lines."""
    desk = world.people["inspector"]
    asked = "query($f: FindingFilter) { findings(filter: $f, first: 40) { nodes { findingId } } }"
    found = await desk.ask(asked, f={"fixmedinsCodes": [world.hospital]})
    ids = [node["findingId"] for node in found["findings"]["nodes"]]
    answer = await desk.ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on UserError { message } "
        "... on CaseSuccess { caseFile { case { caseNo } } } } }",
        input={
            "title": title, "source": "FINDING", "summary": "x", "findingIds": ids,
            "conductFrom": "2025-01-05", "conductTo": "2025-11-30",
            "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
        },
    )  # fmt: skip
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    await do(world, "inspector", "caseLinesList", caseNo=number)
    return number


@pytest.fixture(scope="module")
def numbers() -> dict[str, str]:
    return {}


async def test_listed_paged_and_summed(world: Any, numbers: dict[str, str]) -> None:
    number = numbers["first"] = await opened(world, "逐条认定案")
    desk, seen, after = world.people["inspector"], [], None
    while True:
        page = (await desk.ask(PAGE, n=number, a=after))["caseLines"]
        seen += page["rows"]
        after = page["endCursor"]
        if after is None or len(seen) > 60:
            break
    assert page["whole"]["listed"] == page["total"] >= len(seen)
    assert len({row["lineId"] for row in seen}) == len(seen)
    assert {row["state"] for row in seen} == {"open"}
    assert sum(group["count"] for group in page["groups"]) == page["total"]
    if len(seen) == page["total"]:
        assert sum(Decimal(r["suspected"]) for r in seen) == Decimal(page["whole"]["suspected"])


@pytest.mark.parametrize("who", ACTORS)
async def test_nobody_else_sees_lines_or_ledger(
    world: Any, numbers: dict[str, str], who: str
) -> None:
    desk = world.browser() if who == "anonymous" else world.people[who]
    for query in (PAGE, LEDGER):
        body = await desk.raw(query, n=numbers["first"])
        data = body.get("data") or {}
        assert not any(data.values()), (who, body)
    for kind in ("pdf", "xlsx"):
        answer = await desk.http.get(f"/export/case-lines/{numbers['first']}.{kind}")
        assert answer.status_code in (401, 404), who
    assert (await refunds(world, desk, "就诊ID\n")).status_code in (401, 403, 404), who


async def test_preview_says_what_the_verdict_does(world: Any, numbers: dict[str, str]) -> None:
    desk, number = world.people["inspector"], numbers["first"]
    page = (await desk.ask(PAGE, n=number))["caseLines"]
    rule = page["groups"][0]["ruleId"]
    bulk = {"caseNo": number, "verdict": "CONFIRMED", "where": {"ruleId": rule}}
    before = await world.events()
    seen = (await desk.ask(PREVIEW, i=bulk))["caseLinesPreview"]
    assert await world.events() == before
    assert seen["count"] == page["groups"][0]["count"]
    wrong = await desk.act("caseLinesJudge", **bulk, expectedCount=seen["count"] + 1)
    assert wrong["code"] == "SELECTION_CHANGED"
    assert await world.events() == before
    await do(world, "inspector", "caseLinesJudge", **bulk, expectedCount=seen["count"])
    after = (await desk.ask(PAGE, n=number, f={"ruleId": rule}))["caseLines"]
    assert after["matched"]["loss"] == seen["loss"] == after["whole"]["loss"]
    refused = (await desk.ask(PREVIEW, i={**bulk, "verdict": "REJECTED"}))["caseLinesPreview"]
    assert "理由" in refused["refused"]
    assert (await desk.act("caseLinesJudge", **bulk, lineIds=["无此明细"]))["code"] == "NOT_FOUND"


async def refunds(
    world: Any, desk: Any, text: str, name: str = "back.csv", *, look: bool = False
) -> httpx.Response:
    found: httpx.Response = await desk.http.put(
        f"/refunds/{world.hospital}/{name}" + ("?look=1" if look else ""),
        content=text.encode("utf-8-sig"),
        headers={"X-CSRF-Token": desk.csrf},
    )
    return found


async def test_refunds_are_entered_once_and_deducted(world: Any, numbers: dict[str, str]) -> None:
    desk, number = world.people["agency"], numbers["first"]
    rows = (await desk.ask(PAGE, n=number, f={"state": "confirmed"}))["caseLines"]["rows"]
    line = rows[0]["lineId"].replace("/", ",")
    text = f"就诊ID,明细流水号,退回金额,来源,日期,文号\n{line},0.01,飞检,2025-09-01,飞检3号\n{line},x,飞检,2025-09-01,y\n"
    before = await world.events()
    seen = (await refunds(world, desk, text, look=True)).json()
    assert (seen["entered"], seen["amount"], [bad["row"] for bad in seen["bad"]]) == (
        1,
        "0.01",
        [3],
    )
    assert await world.events() == before
    answer = (await refunds(world, desk, text)).json()
    assert (answer["entered"], [bad["row"] for bad in answer["bad"]]) == (1, [3])
    seen = (await refunds(world, desk, text, look=True)).json()
    assert (seen["entered"], seen["known"], seen["amount"]) == (0, 1, "0.00")
    again = await refunds(world, desk, text)
    assert again.json()["code"] == "ALREADY_DONE"
    wrong = await refunds(world, desk, "a,b\n1,2\n")
    assert (wrong.status_code, "就诊ID" in wrong.json()["message"]) == (400, True)
    line_id = rows[0]["lineId"]
    judge = {"caseNo": number, "verdict": "CONFIRMED", "lineIds": [line_id]}
    await do(world, "inspector", "caseLinesJudge", **judge)
    shown = (await desk.ask(PAGE, n=number, f={"text": line_id}))["caseLines"]["rows"][0]
    assert shown["refunds"][0] == {"source": "飞行检查", "amount": "0.01"}
    assert Decimal(shown["loss"]) == Decimal(shown["suspected"]) - Decimal("0.01")


async def test_printed_pages_add_up_to_the_case(world: Any, numbers: dict[str, str]) -> None:
    desk, number = world.people["inspector"], numbers["first"]
    whole = (await desk.ask(PAGE, n=number))["caseLines"]["whole"]
    pdf = await desk.http.get(f"/export/case-lines/{number}.pdf")
    assert pdf.content.startswith(b"%PDF")
    book = await desk.http.get(f"/export/case-lines/{number}.xlsx")
    sheet = load_workbook(io.BytesIO(book.content)).active
    assert sheet is not None
    sums = [row for row in sheet.iter_rows(values_only=True) if row[1] in ("本页小计", "累计")]
    pages = [Decimal(str(row[12])) for row in sums if row[1] == "本页小计"]
    assert sum(pages).quantize(Decimal("0.01")) == Decimal(whole["loss"])
    assert Decimal(str(sums[-1][12])).quantize(Decimal("0.01")) == Decimal(whole["loss"])


async def test_two_cases_at_once_recover_a_line_once(world: Any, numbers: dict[str, str]) -> None:
    """Both confirm everything at the same moment; together they take each line once."""
    first, second = numbers["first"], await opened(world, "另案")
    everything = {"verdict": "CONFIRMED", "where": {}}
    await asyncio.gather(
        *(
            do(world, "inspector", "caseLinesJudge", caseNo=number, **everything)
            for number in (first, second)
        )
    )
    desk = world.people["inspector"]
    one, two = [
        (await desk.ask(PAGE, n=number))["caseLines"]["whole"] for number in (first, second)
    ]
    assert Decimal(one["loss"]) + Decimal(two["loss"]) == Decimal(one["suspected"]) - Decimal(
        "0.01"
    )


async def test_the_ledger_agrees(world: Any, numbers: dict[str, str]) -> None:
    desk, number = world.people["supervisor"], numbers["first"]
    ledger = (await desk.ask(LEDGER, n=number))["caseLedger"]
    assert all(check["agrees"] for check in ledger["checks"]), ledger["checks"]
    for entry in ledger["entries"]:
        debit = sum(Decimal(p["debit"] or 0) for p in entry["postings"])
        credit = sum(Decimal(p["credit"] or 0) for p in entry["postings"])
        assert debit == credit > 0
    wrong = await world.people["head"].act(
        "caseLedgerWriteOff", caseNo=number, kind="RECOVERY", amount="1.00",
        ground="COURT_ENDED", documentNo="x", reasons="x",
    )  # fmt: skip
    assert wrong["code"] == "ILLEGAL_MOVE"


async def test_thousands_of_lines_stay_fast(world: Any) -> None:
    """Five thousand lines: judged in one act, and a page of them in well under a second."""
    number, desk = await opened(world, "五千条"), world.people["inspector"]
    state = await desk.ask(
        "query($n: String!) { caseFile(caseNo: $n) { findings { findingId } } }", n=number
    )
    own = state["caseFile"]["findings"][0]["findingId"]
    ten = Decimal(10)
    lines = tuple(
        c.CaseLine(f"{number}-{n}/1", own, "x", world.hospital, ten, ten) for n in range(5000)
    )
    account = await find_account(world.driver, "inspector")
    assert account is not None
    listed = c.ListLines(case_no=number, lines=lines)
    await execute(world.driver, listed, account.actor, datetime.now(UTC))
    judge = {"caseNo": number, "verdict": "CONFIRMED", "where": {"state": "open"}}
    began = perf_counter()
    await do(world, "inspector", "caseLinesJudge", **judge)
    judged = perf_counter() - began
    await desk.ask(PAGE, n=number)
    began = perf_counter()
    page = (await desk.ask(PAGE, n=number, f={"state": "confirmed"}))["caseLines"]
    asked = perf_counter() - began
    assert page["total"] >= 5000
    assert judged < 30, judged
    assert asked < 1.0, asked
