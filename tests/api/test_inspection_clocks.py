"""The deadlines of an inspection through the front door: its page, the calendar, the inbox."""

from typing import Any

from tests.api.test_inspection import day, do, refused

FILE = """query($n: String!) { inspectionFile(inspectionNo: $n) {
  kind nextStep followed { title on documentNo } deadlines { id clock dueAt why { text } } } }"""
DUE = """query($since: Date!, $until: Date!) {
  calendarDeadlines(stretch: { since: $since, until: $until, mine: true }) {
    nodes { title target overdue } } }"""
OPEN = """mutation($i: InspectionOpenInput!) { r: inspectionOpen(input: $i) {
  ... on UserError { message } ... on InspectionSuccess { inspectionFile { inspectionNo } } } }"""


async def planned(world: Any, kind: str) -> str:
    party = {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"}
    officers = [
        {"account": "inspector", "certificateNo": "皖01"},
        {"account": "inspector2", "certificateNo": "皖02"},
    ]
    days = {"startsOn": day(3), "endsOn": day(2), "noticeNo": "检2号", "kind": kind}
    what = {"title": "收费抽查", "basis": "条例第二十七条", "scope": "住院收费"}
    given = {**what, **days, "party": party, "officers": officers}
    answer = await world.people["supervisor"].ask(OPEN, i=given)
    number: str = answer["r"]["inspectionFile"]["inspectionNo"]
    site = {"startedOn": day(3), "place": "病案室", "receivedBy": "王某"}
    told = {"recusalTold": True, "certificatesShown": True}
    await do(world, "inspector", "inspectionStart", inspectionNo=number, **site, **told)
    return number


async def clocks(world: Any, number: str, who: str = "inspector") -> dict[str, str]:
    page = (await world.people[who].ask(FILE, n=number))["inspectionFile"]
    return {one["id"]: one["clock"] for one in page["deadlines"]}


async def calendar(world: Any, who: str, number: str) -> list[tuple[str, bool]]:
    found = await world.people[who].ask(DUE, since=day(30), until=day(-60))
    return [
        (one["title"], one["overdue"])
        for one in found["calendarDeadlines"]["nodes"]
        if one["target"] == f"/inspections/{number}"
    ]


async def inbox(world: Any, who: str, number: str) -> list[tuple[str, bool]]:
    found = await world.people[who].ask("{ inbox { waiting { detail target overdue } } }")
    return [
        (one["detail"], one["overdue"])
        for one in found["inbox"]["waiting"]
        if one["target"] == f"/inspections/{number}"
    ]


async def test_a_spot_check_that_is_not_entered_is_overdue(world: Any) -> None:
    number = await planned(world, "SPOT_CHECK")
    late = {"spot_check_result": "overdue", "inspection_days": "overdue"}
    assert await clocks(world, number) == late
    days = [("检查通知书载明的检查期限", True), ("抽查结果录入", True)]
    assert await calendar(world, "inspector", number) == days
    # Of whoever is none of its officers it is no task; the party reads it without its clocks.
    assert await calendar(world, "legal", number) == []
    assert await calendar(world, "office", number) == []
    assert await inbox(world, "inspector", number) == [("填写工作底稿", True)]
    assert await clocks(world, number, "office") == {}
    assert (await world.people["other_office"].ask(FILE, n=number))["inspectionFile"] is None


async def test_an_unannounced_inspection_is_followed_up(world: Any) -> None:
    number = await planned(world, "UNANNOUNCED")
    given = {"inspectionNo": number, "doneOn": day(), "documentNo": "皖医保飞〔2026〕1号"}
    act = "inspectionFollowUp"
    await refused(world, "inspector", act, "STEP_MISSING", **given, step="RECTIFIED")
    await refused(world, "both", act, "NOT_AN_OFFICER", **given, step="HANDED_OVER")
    await do(world, "inspector", act, **given, step="HANDED_OVER")
    # Where the holidays of the next year are not published yet its day is not known.
    assert (await clocks(world, number))["flight_rectification"] in ("running", "unknown")
    await do(world, "inspector2", act, **given, step="PLAN_REPORTED")
    page = (await world.people["inspector"].ask(FILE, n=number))["inspectionFile"]
    assert (page["kind"], page["nextStep"]) == ("unannounced", "RECTIFIED")
    assert [one["title"] for one in page["followed"]] == [
        "接收飞行检查结果",
        "上报飞行检查进展和整改方案",
    ]
