"""Notices, calendar, boards, reviews and the year through the front door: who sees what."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar

EVERYBODY = ("inspector", "supervisor", "legal", "head", "agency", "office", "doctor", "auditor")
BUREAU = ("inspector", "supervisor", "legal", "head", "agency")
OPEN = (
    "mutation($i: CaseOpenInput!) { r: caseOpen(input: $i) { ... on UserError { message } "
    "... on CaseSuccess { caseFile { case { caseNo version } } } } }"
)
BELL = """{ unreadNotices notices(first: 200) { nodes {
  key kind act title subject target readAt } } }"""
CHOICE = "{ noticeChoice { email ways openWays kinds troubles { why } } }"
REVIEWS = """{ reviews(first: 50) { nodes { case { caseNo } act bulk alone sinceCount lookedAt
  since { title } } } }"""
YEAR = (
    "{ yearReport { year opened { count target } waiting casesWaiting filesWaiting measuresWaiting parametersWaiting missed { row } money { code amount } "
    "received { code amount } months { month returned } } }"
)


def stretch() -> dict[str, Any]:
    today = datetime.now(UTC).date()
    return {"since": today.isoformat(), "until": (today + timedelta(days=60)).isoformat()}


async def opened(world: Any, title: str) -> str:
    """A case of a person: its name stands in the title and nowhere outside."""
    rows, _, _ = await world.driver.execute_query(
        "MATCH (p:Patient) RETURN p.psn_no AS no ORDER BY no LIMIT 1"
    )
    party = {"kind": "PERSON", "key": rows[0]["no"], "name": "赵钱孙"}
    answer = await world.people["inspector"].ask(
        OPEN,
        i={
            "title": title,
            "source": "LETTER",
            "summary": "来信",
            "conductFrom": "2025-03-01",
            "conductTo": "2025-06-30",
            "party": party,
        },
    )
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    return number


async def told(world: Any, who: str, number: str) -> list[dict[str, Any]]:
    found = await world.people[who].ask(BELL)
    return [one for one in found["notices"]["nodes"] if one["subject"] == number]


async def test_a_notice_is_ones_own_and_read_once(world: Any) -> None:
    number = await opened(world, "提醒测试案")
    (one,) = await told(world, "supervisor", number)
    assert (one["kind"], one["target"], one["readAt"]) == ("STEP", f"/cases/{number}", None)
    for who in ("legal", "agency", "office", "doctor", "auditor"):
        assert await told(world, who, number) == [], who
    read = "mutation($k: [String!]) { r: noticeRead(keys: $k) { __typename } }"
    before = (await world.people["supervisor"].ask(BELL))["unreadNotices"]
    for who in ("office", "doctor", "inspector"):
        await world.people[who].ask(read, k=[one["key"]])
    assert (await world.people["supervisor"].ask(BELL))["unreadNotices"] == before
    await world.people["supervisor"].ask(read, k=[one["key"]])
    assert (await world.people["supervisor"].ask(BELL))["unreadNotices"] == before - 1
    (again,) = await told(world, "supervisor", number)
    assert again["readAt"] is not None


async def test_notices_follow_the_readers_language(world: Any) -> None:
    number = await opened(world, "语言测试案")
    desk = world.people["supervisor"]
    desk.language = "en"
    try:
        (one,) = await told(world, "supervisor", number)
    finally:
        desk.language = "zh"
    assert one["act"] == "Waits for you: assign officers"


async def test_a_way_that_is_not_set_up_is_refused(world: Any) -> None:
    desk = world.people["doctor2"]
    kept = (await desk.ask(CHOICE))["noticeChoice"]
    assert kept["openWays"] == []
    choose = (
        "mutation($i: NoticeChoiceInput!) { r: noticeChoose(input: $i) { "
        "... on UserError { code message } } }"
    )
    wanted = {"email": "a@b.cn", "language": "zh", "ways": ["MAIL"], "kinds": ["STEP"]}
    answer = (await desk.ask(choose, i=wanted))["r"]
    assert answer["code"] == "CHANNEL_MISSING"
    assert "JICHA_SMTP_HOST" in answer["message"]
    assert (await desk.ask(CHOICE))["noticeChoice"] == kept


@pytest.mark.parametrize("who", EVERYBODY)
async def test_the_calendar_shows_what_each_may_see(world: Any, who: str) -> None:
    number = await opened(world, "日历测试案")
    found = await world.people[who].ask(
        "query($s: CalendarStretch!) { calendarDays(stretch: $s) { day total } "
        "calendarDeadlines(stretch: $s, first: 200) { nodes { of title basis target } } }",
        s=stretch(),
    )
    mine = [one for one in found["calendarDeadlines"]["nodes"] if one["of"] == number]
    assert len(mine) == (1 if who in BUREAU else 0), who
    if mine:
        assert mine[0]["target"] == f"/cases/{number}"
        assert "第4号" in mine[0]["basis"]
    boards = await world.people[who].ask(
        "{ stageBoard { key total cards { caseNo } } officerBoard { key total } }"
    )
    assert bool(boards["stageBoard"]) == (who in BUREAU), who
    assert bool(boards["officerBoard"]) == (who in BUREAU), who


@pytest.mark.parametrize(
    "days",
    [
        {"since": "2026-02-01", "until": "2026-02-01"},
        {"since": "2020-01-01", "until": "2026-01-01"},
    ],
)
async def test_a_stretch_that_runs_nowhere_or_too_far_is_refused(
    world: Any, days: dict[str, str]
) -> None:
    body = await world.people["inspector"].raw(
        "query($s: CalendarStretch!) { calendarDays(stretch: $s) { day } }", s=days
    )
    assert "errors" in body


async def test_the_calendar_leaves_as_icalendar_without_names(world: Any) -> None:
    number = await opened(world, "赵钱孙涉嫌冒名就医案")
    answer = await world.people["inspector"].http.get("/export/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    said = [str(one["summary"]) for one in calendar.walk("VEVENT")]
    assert f"{number} 线索核查（决定是否立案）" in said
    assert len({str(one["uid"]) for one in calendar.walk("VEVENT")}) == len(said)
    assert "赵钱孙" not in answer.text
    assert (await world.people["auditor"].http.get("/export/calendar.ics")).status_code == 404
    assert (await world.browser().http.get("/export/calendar.ics")).status_code == 401


async def test_a_review_tells_what_came_after_the_last_look(world: Any) -> None:
    number = await opened(world, "审批测试案")
    desk = world.people["supervisor"]

    async def review() -> dict[str, Any]:
        nodes = (await desk.ask(REVIEWS))["reviews"]["nodes"]
        found: dict[str, Any] = next(n for n in nodes if n["case"]["caseNo"] == number)
        return found

    first = await review()
    assert (first["lookedAt"], first["sinceCount"], first["bulk"]) == (None, 1, False)
    assert first["alone"]
    seen = "mutation($n: String!, $v: Int!) { r: caseSeen(caseNo: $n, version: $v) { __typename } }"
    assert (await desk.ask(seen, n=number, v=1))["r"]["__typename"] == "Done"
    assert (await review())["sinceCount"] == 0
    await world.people["inspector"].act("caseAddNote", caseNo=number, text="补充")
    assert [e["title"] for e in (await review())["since"]] == ["工作记录"]
    approve = (
        "mutation($i: ReviewsApproveInput!) { r: reviewsApprove(input: $i) { __typename "
        "... on ReviewsSuccess { outcomes { caseNo approved why } } ... on UserError { code } } }"
    )
    before = await world.events()
    asked = {"cases": [{"caseNo": number, "expectedVersion": 2}], "opinion": "同意"}
    (outcome,) = (await desk.ask(approve, i=asked))["r"]["outcomes"]
    assert outcome["approved"] is False
    assert "不能批量办理" in outcome["why"]
    assert await world.events() == before


@pytest.mark.parametrize("who", EVERYBODY)
async def test_the_year_is_for_head_and_supervisor(world: Any, who: str) -> None:
    leads = who in ("supervisor", "head")
    found = (await world.people[who].ask(YEAR))["yearReport"]
    assert (found is not None) == leads
    year = datetime.now(UTC).year
    answer = await world.people[who].http.get(f"/export/year/{year}.xlsx")
    assert answer.status_code == (200 if leads else 404)
    if leads:
        assert found["opened"]["target"] == f"/cases?openedIn={found['year']}"
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        figures = {row[0]: row[1] for row in book["概况"].iter_rows(min_row=2, values_only=True)}
        assert figures["登记案件"] == found["opened"]["count"]
        sums = {one["code"]: one["amount"] for one in found["received"]}
        assert figures["本年到账：已退回（元）"] == sums["returned"]
        assert len(found["months"]) == 12
        parts = ("casesWaiting", "filesWaiting", "measuresWaiting", "parametersWaiting")
        assert found["waiting"] == sum(found[part] for part in parts)
        assert figures["现等主要负责人：案件（件）"] == found["casesWaiting"]
    else:
        for lists in ("missedDeadlines", "yearReceipts"):
            assert "errors" in await world.people[who].raw(f"{{ {lists} {{ nodes {{ key }} }} }}")


async def test_a_kind_of_money_that_never_comes_in_is_refused(world: Any) -> None:
    ask = '{ yearReceipts(account: "suspected") { nodes { key } } }'
    body = await world.people["head"].raw(ask)
    assert body["errors"][0]["extensions"]["code"] == "INVALID_INPUT"


@pytest.mark.parametrize("who", [*EVERYBODY, "system", "security"])
async def test_the_outbox_is_for_the_system_administrator(world: Any, who: str) -> None:
    person = world.people[who]
    found = (await person.ask("{ outbox { ways { way open setting failed } } }"))["outbox"]
    assert (found is not None) == (who == "system")
    if found:
        assert {one["way"] for one in found["ways"]} == {"MAIL", "DIGEST", "WEBHOOK"}
        assert not any(one["open"] for one in found["ways"])
        assert found["ways"][0]["setting"] == "JICHA_SMTP_HOST"


async def test_the_calendar_knows_holidays_and_years_that_are_not_published(world: Any) -> None:
    ask = """query($s: CalendarStretch!) { calendarWork(stretch: $s) {
      special { day works title } unknownYears } }"""
    days = {"since": "2026-10-01", "until": "2026-10-11"}
    work = (await world.people["doctor"].ask(ask, s=days))["calendarWork"]
    assert [one["day"] for one in work["special"] if one["works"]] == ["2026-10-10"]
    assert work["special"][0] == {"day": "2026-10-01", "works": False, "title": "国庆节"}
    assert work["unknownYears"] == []
    far = {"since": "2098-12-01", "until": "2099-02-01"}
    found = (await world.people["doctor"].ask(ask, s=far))["calendarWork"]
    assert found == {"special": [], "unknownYears": [2098, 2099]}


@pytest.mark.parametrize("year", ["1999", "2999", "x"])
async def test_a_year_out_of_reach_is_refused_with_its_bounds(world: Any, year: str) -> None:
    answer = await world.people["head"].http.get(f"/export/year/{year}.xlsx")
    assert answer.status_code == 400
    assert answer.json()["code"] == "INVALID_INPUT"


async def test_the_inbox_says_that_more_waits_than_it_shows(world: Any) -> None:
    """Nothing is cut unsaid: what stands behind the last row is told, and comes when it is asked for."""
    for number in range(3):
        await opened(world, f"待办第{number}件")
    asked = "query($n: Int!) { inbox(first: $n) { more waiting { target } } }"
    centre = world.people["supervisor"]
    short = (await centre.ask(asked, n=1))["inbox"]
    whole = (await centre.ask(asked, n=500))["inbox"]
    files = [
        len([1 for one in found["waiting"] if "/cases/" in one["target"]])
        for found in (short, whole)
    ]
    assert (short["more"], whole["more"]) == (True, False)
    assert files[0] < files[1]
