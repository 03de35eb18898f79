"""Messages of a case over HTTP: who may write and read, who is told, and that reading is noted."""

from typing import Any

import pytest

from tests.api.test_handling import do, issue, lost, opened, refused, today

TALK = """query($n: String!, $first: Int, $after: String) {
  caseTalk(caseNo: $n, first: $first, after: $after) { unread version partyReads messages {
    nodes { messageId text byName ofParty toParty withdrawn unread mine
            to { account hasRead } answers { messageId text } }
    pageInfo { hasNextPage endCursor } } } }"""
SEEN = "mutation($n: String!, $v: Int!) { r: caseMessagesSeen(caseNo: $n, version: $v) { __typename } }"
NOTICES = "{ notices(first: 50) { nodes { kind subject detail target readAt } } }"


async def said(world: Any, who: str, name: str, **values: Any) -> None:
    answer = await world.people[who].act(name, **values)
    assert answer["__typename"] == "MessageSuccess", (who, answer)


async def talk(world: Any, who: str, number: str, **page: Any) -> Any:
    return (await world.people[who].ask(TALK, n=number, **page))["caseTalk"]


async def told(world: Any, who: str, number: str) -> list[Any]:
    found = (await world.people[who].ask(NOTICES))["notices"]["nodes"]
    return [one for one in found if (one["kind"], one["subject"]) == ("MESSAGE", number)]


async def notified(world: Any) -> str:
    """A handling that the institution was told of."""
    number = await opened(world)
    await lost(world, number)
    measures = [{"kind": "RECOVERY", "amount": "800.00", "clause": "第三十条"}]
    asked = {"caseNo": number, "measures": measures, "reasons": "多收费", "rectify": "停止"}
    await do(world, "agency", "caseHandlingPropose", **asked, rectifyDays=30)
    await issue(world, number, "handling_notice")
    served = {"caseNo": number, "way": "DIRECT", "servedOn": today()}
    await do(world, "agency", "caseHandlingNotify", **served)
    return number


async def test_a_message_is_read_and_the_writer_sees_by_whom(world: Any) -> None:
    number = await opened(world)
    send = {"caseNo": number, "text": "请核对护理费明细", "addressees": ["inspector"]}
    await said(world, "supervisor", "caseMessageSend", **send)
    found = await talk(world, "inspector", number)
    assert (found["unread"], found["messages"]["nodes"][0]["unread"]) == (1, True)
    (notice,) = await told(world, "inspector", number)
    assert (notice["detail"], notice["readAt"]) == (send["text"], None)
    assert notice["target"] == f"/cases/{number}?tab=messages"
    assert await told(world, "agency", number) == []
    seen = {"n": number, "v": found["version"]}
    assert (await world.people["inspector"].ask(SEEN, **seen))["r"]["__typename"] == "Done"
    assert (await talk(world, "inspector", number))["unread"] == 0
    assert (await told(world, "inspector", number))[0]["readAt"] is not None
    (message,) = (await talk(world, "supervisor", number))["messages"]["nodes"]
    assert message["to"] == [{"account": "inspector", "hasRead": True}]
    assert (message["mine"], message["unread"]) == (True, False)


async def test_the_party_reads_and_writes_only_what_is_between_it_and_the_bureau(
    world: Any,
) -> None:
    number = await notified(world)
    await said(world, "supervisor", "caseMessageSend", caseNo=number, text="内部：拟从轻")
    outer = {"caseNo": number, "text": "请提交原始单据", "toParty": True}
    await said(world, "agency", "caseMessageSend", **outer)
    found = await talk(world, "office", number)
    assert [one["text"] for one in found["messages"]["nodes"]] == ["请提交原始单据"]
    # Whom in the bureau it went to, and who read it, is not the party's to know.
    assert found["messages"]["nodes"][0]["to"] == []
    assert [one["detail"] for one in await told(world, "office", number)] == ["请提交原始单据"]
    answer = {"caseNo": number, "text": "已寄出", "replyTo": "M2"}
    await said(world, "office", "caseMessageSend", **answer)
    (newest, *_) = (await talk(world, "agency", number))["messages"]["nodes"]
    assert (newest["ofParty"], newest["answers"]["messageId"]) == (True, "M2")
    assert [one["detail"] for one in await told(world, "agency", number)] == ["已寄出"]
    await refused(
        world, "office", "caseMessageSend", "NOT_FOUND", caseNo=number, text="？", replyTo="M1"
    )


@pytest.mark.parametrize(
    "who", ["anonymous", "office", "other_office", "doctor", "party", "auditor"]
)
async def test_who_may_not_see_the_case_neither_reads_nor_writes(world: Any, who: str) -> None:
    number = await opened(world)
    await said(world, "supervisor", "caseMessageSend", caseNo=number, text="内部")
    before = await world.events()
    if who == "anonymous":
        desk = world.browser()
        answer = await desk.raw(TALK, n=number)
        assert answer["errors"]
    else:
        desk = world.people[who]
        assert await talk(world, who, number) is None
        sent = await desk.act("caseMessageSend", caseNo=number, text="？")
        assert sent["code"] in ("NOT_FOUND", "ROLE_REQUIRED")
        assert (await desk.ask(SEEN, n=number, v=1))["r"]["__typename"] == "NotFound"
    assert await world.events() == before


async def test_a_message_to_an_unreached_party_is_refused_with_the_way_out(world: Any) -> None:
    number = await opened(world)
    asked = {"caseNo": number, "text": "请提交", "toParty": True}
    await refused(world, "agency", "caseMessageSend", "PARTY_NOT_REACHED", **asked)
    assert (await talk(world, "agency", number))["messages"]["nodes"] == []


async def test_sent_twice_it_is_one_message_and_taken_back_its_words_are_gone(world: Any) -> None:
    number = await opened(world)
    again = {"caseNo": number, "text": "写错了", "commandId": f"{number}-one"}
    await said(world, "supervisor", "caseMessageSend", **again)
    await said(world, "supervisor", "caseMessageSend", **again)
    await refused(
        world, "inspector", "caseMessageWithdraw", "NOT_YOURS", caseNo=number, messageId="M1"
    )
    await said(world, "supervisor", "caseMessageWithdraw", caseNo=number, messageId="M1")
    (one,) = (await talk(world, "inspector", number))["messages"]["nodes"]
    assert (one["text"], one["withdrawn"], one["unread"]) == ("", True, False)


async def test_messages_come_in_pages_newest_first(world: Any) -> None:
    number = await opened(world)
    for n in range(3):
        await said(world, "supervisor", "caseMessageSend", caseNo=number, text=f"第 {n} 条")
    first = (await talk(world, "inspector", number, first=2))["messages"]
    assert [one["text"] for one in first["nodes"]] == ["第 2 条", "第 1 条"]
    cursor = first["pageInfo"]["endCursor"]
    rest = (await talk(world, "inspector", number, first=2, after=cursor))["messages"]
    assert [one["text"] for one in rest["nodes"]] == ["第 0 条"]
    assert not rest["pageInfo"]["hasNextPage"]
