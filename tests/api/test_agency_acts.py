"""Over HTTP, by actors: the agency's talk and its home visits for a handling, and an announcement put right."""

from datetime import UTC, datetime
from typing import Any

from casework.commands import case as c
from graph.commands import execute
from tests.api.test_binding import came_in
from tests.api.test_documents import do
from tests.api.test_handling import issue, lost, opened, today
from tests.api.test_restoration_lists import person
from tests.api.test_restoration_remedies import kept_out

#: Other institutions, and roles that nothing of a handling is.
OUTSIDE = ("other_office", "doctor", "party", "auditor", "system")
VISITS = """query($n: String!) { caseInterviews(caseNo: $n) { visitLists {
  people { psnNo outcome evidenceId } } } }"""
POSTED = """query($n: String!) { caseFile(caseNo: $n) { timeline(first: 3) { type } } }"""


async def measured(world: Any, who: str, act: str, **given: Any) -> None:
    answer = await world.people[who].act(act, **given)
    assert answer["__typename"] == "MeasureSuccess", answer


async def test_who_talks_for_the_agency(world: Any) -> None:
    number = await opened(world)
    place = {"subjectKind": "INSTITUTION", "subjectKey": world.hospital}
    talk = {
        **place, "subjectName": "测试医院", "term": "agreement-talk", "documentNo": f"约〔2026〕{number}",
        "reasons": "重复收费", "caseNo": number,
    }  # fmt: skip
    bureau = ("inspector", "supervisor", "head", "legal")
    await kept_out(world, (*OUTSIDE, "office", *bureau), "measurePropose", talk)
    await measured(world, "agency", "measurePropose", **talk)
    rows = (
        await world.people["agency"].ask(
            "query($n: String!) { measures(history: true, caseNo: $n) { measureId standing } }",
            n=number,
        )
    )["measures"]
    assert [one["standing"] for one in rows] == ["proposed"]
    decide = {**place, "measureId": rows[0]["measureId"], "approve": True}
    # Its own head alone: neither the clerk who proposed it nor the bureau's leaders.
    await kept_out(world, (*OUTSIDE, "office", "agency2", *bureau), "measureDecide", decide)
    await measured(world, "chief", "measureDecide", **decide)


async def test_who_visits_people_at_home_for_a_handling(world: Any) -> None:
    number = await opened(world)
    rows, _, _ = await world.driver.execute_query(
        "MATCH (p:Patient) RETURN p.psn_no AS psn ORDER BY psn LIMIT 1"
    )
    psn = str(rows[0]["psn"])
    plan = {"caseNo": number, "purpose": "核实护理"}
    await kept_out(world, (*OUTSIDE, "office", "supervisor", "head"), "caseHomeVisitsPlan", plan)
    # What a finding of the handling would bring: whom to visit, where.
    people = (c.VisitPerson(psn, "张*", "城关镇", "三里村", "0.1"),)
    planned = c.PlanHomeVisits(case_no=number, purpose="核实护理", people=people)
    await execute(world.driver, planned, await person(world, "agency"), datetime.now(UTC))
    visit = {
        "caseNo": number, "visitList": "Z1", "psnNo": psn, "visitedOn": today(),
        "officers": ["agency", "agency2"], "outcome": "DENIES",
        "answers": [{"question": "是否护理？", "answer": "没有"}],
    }  # fmt: skip
    await kept_out(world, (*OUTSIDE, "office", "supervisor", "head"), "caseHomeVisitRecord", visit)
    before = await world.events()
    # An officer of the bureau is none of a handling's, and one alone is not two.
    refused = await world.people["inspector"].act("caseHomeVisitRecord", **visit)
    assert refused["code"] == "NOT_AN_OFFICER", refused
    alone = {**visit, "officers": ["agency"]}
    assert (await world.people["agency"].act("caseHomeVisitRecord", **alone))[
        "code"
    ] == "TWO_OFFICERS"
    assert await world.events() == before
    await do(world, "agency2", "caseHomeVisitRecord", **visit)
    [told] = (await world.people["agency"].ask(VISITS, n=number))["caseInterviews"]["visitLists"]
    assert told["people"][0]["outcome"] == "denies"
    for who in ("office", "doctor"):
        answer = await world.people[who].raw(VISITS, n=number)
        assert not (answer.get("data") or {}).get("caseInterviews"), who


async def test_who_puts_an_announcement_right(world: Any) -> None:
    number = await opened(world)
    own = {"caseNo": number}
    await lost(world, number)
    measure = {"kind": "RECOVERY", "amount": "800.00", "clause": "第三十条"}
    asked = {**own, "measures": [measure], "reasons": "多收费", "rectify": "", "rectifyDays": 30}
    await do(world, "agency", "caseHandlingPropose", **asked)
    await issue(world, number, "handling_notice")
    post = {**own, "served": "HANDLING_NOTICE", "postedOn": today(), "reasons": "下落不明"}
    await do(world, "agency", "caseAnnouncementPost", **post, where="县政府网站")
    text = await came_in(world, number, "公告文本", "agency")
    right = {
        **own, "served": "HANDLING_NOTICE", "postedOn": today(), "where": "县政府网站、公告栏",
        "document": text, "reasons": "登记时漏了公告栏",
    }  # fmt: skip
    kept = (*OUTSIDE, "office", "agency", "inspector", "legal", "vice")
    await kept_out(world, kept, "caseAnnouncementCorrect", right)
    before = await world.events()
    same = {**right, "where": "县政府网站"}
    again = await world.people["supervisor"].act("caseAnnouncementCorrect", **same)
    assert again["code"] == "ALREADY_DONE", again
    assert await world.events() == before
    await do(world, "supervisor", "caseAnnouncementCorrect", **right)
    rows = (await world.people["supervisor"].ask(POSTED, n=number))["caseFile"]["timeline"]
    assert "AnnouncementCorrected" in [one["type"] for one in rows]
