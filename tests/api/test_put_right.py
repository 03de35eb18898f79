"""What was entered wrongly is put right through the front door: a payment, an earlier refund."""

from typing import Any

import pytest

from tests.api.test_lines import PAGE, opened, refunds

BOOK = "query($c: String!) { earlierRefunds(fixmedinsCode: $c) { refundId bill amount by } }"
FILE = "query($n: String!) { caseFile(caseNo: $n) { payments { paymentId voucher } case { version } } }"


async def done(world: Any, who: str, name: str, **values: Any) -> None:
    answer = await world.people[who].act(name, **values)
    assert answer["__typename"].endswith("Success"), (name, answer)


async def test_a_refund_of_no_line_is_a_bad_row_and_a_wrong_one_is_withdrawn(world: Any) -> None:
    number = await opened(world, "此前退回更正")
    desk = world.people["agency"]
    line = (await desk.ask(PAGE, n=number))["caseLines"]["rows"][0]
    named = line["lineId"].replace("/", ",")
    text = (
        "就诊ID,明细流水号,退回金额,来源,日期,文号\n"
        f"{named},0.02,飞检,2025-09-01,更正1号\n"
        f"{named},9999999.00,飞检,2025-09-01,更正2号\n"
        "NO,SUCH,1.00,飞检,2025-09-01,更正3号\n"
    )
    answer = (await refunds(world, desk, text)).json()
    assert (answer["entered"], [bad["row"] for bad in answer["bad"]]) == (1, [3, 4])
    assert "NO/SUCH" in answer["bad"][1]["why"]
    book = (await desk.ask(BOOK, c=world.hospital))["earlierRefunds"]
    own = next(one for one in book if one["bill"] == line["lineId"] and one["amount"] == "0.02")
    wrong = {"fixmedinsCode": world.hospital, "refundId": own["refundId"], "reasons": "录错"}
    assert (await desk.act("refundWithdraw", **wrong))["code"] == "FOUR_EYES"
    await done(world, "supervisor", "refundWithdraw", **wrong)
    left = (await desk.ask(BOOK, c=world.hospital))["earlierRefunds"]
    assert own["refundId"] not in [one["refundId"] for one in left]
    assert (await world.people["doctor"].ask(BOOK, c=world.hospital))["earlierRefunds"] == []


async def test_a_voucher_of_another_case_is_refused_with_its_place(world: Any) -> None:
    first, second = [await opened(world, f"凭证{n}") for n in "12"]
    slip = {"kind": "RECOVERY", "amount": "1.00", "paidOn": "2025-11-01", "voucher": "回单-跨案"}
    await done(world, "inspector", "caseRecordPayment", caseNo=first, **slip)
    before = await world.events()
    again = await world.people["inspector"].act("caseRecordPayment", caseNo=second, **slip)
    assert again["code"] == "VOUCHER_USED"
    assert first in again["message"]
    assert await world.events() == before
    shown = (await world.people["supervisor"].ask(FILE, n=first))["caseFile"]
    one = shown["payments"][0]
    back = {"paymentId": one["paymentId"], "documentNo": "冲1", "reasons": "重复"}
    await done(world, "supervisor", "caseLedgerReverse", caseNo=first, **back)
    await done(world, "inspector", "caseRecordPayment", caseNo=second, **slip)
    shared = {**slip, "sharedReason": "一张回单两案"}
    await done(world, "inspector", "caseRecordPayment", caseNo=first, **shared)


@pytest.mark.parametrize("who", ["anonymous", "doctor", "system"])
async def test_nobody_else_reads_the_book(world: Any, who: str) -> None:
    desk = world.browser() if who == "anonymous" else world.people[who]
    data = (await desk.raw(BOOK, c=world.hospital)).get("data") or {}
    assert not any(data.values())
