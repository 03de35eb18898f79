"""Over HTTP: a year whose working days nobody published yet, and how the bureau enters it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.clocks import calendars
from casework.clocks.calendars import enter, local_date, published
from graph.calendar.entered import Told
from tests.api.test_procedure import PDF, do, refused, upload

pytestmark = pytest.mark.asyncio(loop_scope="session")
DETAIL = """query($c: String!) { pointsDetail(pracPsnCode: $c) {
  deadlines { id dueAt problem } scores { entryId acts objection } } }"""
INBOX = "{ inbox { waiting { kind target dueAt detail } } }"
WORK = """query($s: CalendarStretch!) { calendarWork(stretch: $s) {
  unknownYears special { day works title } } }"""
ROWS = """{ bureauParameters { rows { name shown yearly notes waiting { proposalId shown mayDecide
  consequences } } } }"""
#: Far ahead: no other test of this bureau reckons with it.
YEAR = 2031
NOTICE = (
    f"{YEAR}：元旦 1.1；春节 1.22-1.28 班 1.18、2月2日；清明节 4.5；劳动节 5.1-5.5；端午节 6.24；"
    "中秋节 10.1；国庆节 10.2-10.8"
)
BASIS = "国务院办公厅关于2031年部分节假日安排的通知（国办发明电〔2030〕9号）"


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if this were the last day that the library knows."""
    today, known = local_date(datetime.now(UTC)), calendars.chinese_calendar.is_workday

    def workday(day: date) -> bool:
        if day > today:
            raise NotImplementedError
        return bool(known(day))

    with monkeypatch.context() as patch:
        patch.setattr(calendars.chinese_calendar, "is_workday", workday)
        published.cache_clear()
        yield
    published.cache_clear()


async def test_a_doctors_page_opens_and_he_objects_though_nobody_knows_the_last_day(
    world: Any, unpublished: None
) -> None:
    code, name = world.doctors[3]
    today = local_date(datetime.now(UTC))
    basis = {
        "kind": "DOCUMENT", "reference": "测医保处〔2026〕31号", "issuer": "测试局",
        "decidedOn": str(today - timedelta(days=3)),
    }  # fmt: skip
    score = {
        "pracPsnCode": code, "pracPsnName": name, "fixmedinsCode": world.hospital,
        "act": "tiaoli_38_39", "responsibility": "PRIMARY", "points": 6, "conductOn": "2025-06-05", "conductTo": "2025-06-05",
        "reasons": "负主要责任", "basis": basis,
    }  # fmt: skip
    await do(world, "agency", "pointsRecordScore", **score)
    doctor = world.people["doctor2"]
    page = (await doctor.ask(DETAIL, c=code))["pointsDetail"]
    entry = page["scores"][-1]["entryId"]
    served = {"way": "DIRECT", "servedOn": str(today)}
    await do(world, "agency", "pointsNotifyScore", pracPsnCode=code, entryId=entry, **served)
    for who in ("doctor2", "office", "agency", "head"):
        page = (await world.people[who].ask(DETAIL, c=code))["pointsDetail"]
        (clock,) = [one for one in page["deadlines"] if one["id"] == f"score_objection/{entry}"]
        assert clock["dueAt"] is None
        assert "国办发明电" in clock["problem"]
        acts = page["scores"][-1]["acts"]
        assert ("pointsObject" in acts) is (who in ("doctor2", "office")), who
    waiting = (await doctor.ask(INBOX))["inbox"]["waiting"]
    (told,) = [one for one in waiting if one["kind"] == "objection"]
    assert told["dueAt"] is None
    assert "尚未公布" in told["detail"]
    paper = await doctor.http.get(f"/export/points/{code}/notice.pdf", params={"about": entry})
    assert paper.status_code == 200, paper.text
    assert paper.content.startswith(b"%PDF")
    scan = (await upload(doctor, PDF))["evidence"]["evidenceId"]
    objection = {"text": "认定有误", "signed": True, "stamped": True, "objectionScan": scan}
    await do(world, "doctor2", "pointsObject", pracPsnCode=code, entryId=entry, **objection)
    answer = {"pracPsnCode": code, "entryId": entry, "outcome": "CANCELLED", "reasons": "证据不足"}
    await do(world, "chief", "pointsResolveObjection", **answer)


async def test_the_bureau_enters_a_year_and_it_counts(world: Any) -> None:
    today = local_date(datetime.now(UTC))
    legal, head = world.people["legal"], world.people["head"]
    stretch = {"since": f"{YEAR}-01-01", "until": f"{YEAR}-02-10"}
    before = (await legal.ask(WORK, s=stretch))["calendarWork"]
    assert before == {"unknownYears": [YEAR], "special": []}
    change = {
        "name": "holidays", "value": NOTICE, "validFrom": str(today), "basis": BASIS,
        "reason": "国务院办公厅已公布",
    }  # fmt: skip
    faults = {
        "value": NOTICE.replace("1.18", "1.17"), "basis": "局务会纪要",
        "validFrom": str(today + timedelta(days=1)),
    }  # fmt: skip
    for field, value in faults.items():
        code = "DATE_ORDER" if field == "validFrom" else "BAD_VALUE"
        events = await world.events()
        answer = await legal.act("parameterPropose", **{**change, field: value})
        assert answer["code"] == code, answer
        assert await world.events() == events
    for who in ("head", "inspector", "agency", "office", "doctor", "auditor", "system"):
        events = await world.events()
        answer = await world.people[who].act("parameterPropose", **change)
        assert answer["__typename"] != "ParameterSuccess", who
        assert await world.events() == events
    try:
        answer = await legal.act("parameterPropose", **change)
        assert answer["__typename"] == "ParameterSuccess", answer
        assert (await legal.ask(WORK, s=stretch))["calendarWork"]["unknownYears"] == [YEAR]
        waiting = (await row(head))["waiting"]
        assert waiting["mayDecide"]
        assert "春节 1月22日至1月28日（1月18日、2月2日上班）" in waiting["consequences"][0]
        given = {"proposalId": waiting["proposalId"], "approve": True}
        await refused(world, "supervisor", "parameterDecide", "ROLE_REQUIRED", **given)
        answer = await head.act("parameterDecide", **given)
        assert answer["__typename"] == "ParameterSuccess", answer
        after = (await legal.ask(WORK, s=stretch))["calendarWork"]
        assert after["unknownYears"] == []
        assert {"day": f"{YEAR}-01-18", "works": True, "title": "春节"} in after["special"]
        assert len(after["special"]) == 10
        found = await row(head)
        assert found["yearly"]
        assert f"{YEAR} 年：元旦 1月1日" in found["shown"]
        assert found["notes"] == []
    finally:
        enter({})
        Told.head = ""


async def row(desk: Any) -> Any:
    rows = (await desk.ask(ROWS))["bureauParameters"]["rows"]
    return next(one for one in rows if one["name"] == "holidays")
