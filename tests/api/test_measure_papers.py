"""Notices of measures, the letter, and the parameters of the bureau over HTTP, with actors."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import docx

from casework.clocks.calendars import local_date

MEASURES = (
    """{ measures(history: true) { subjectKey measureId standing forms { formId title } } }"""
)
PARAMETERS = """{ bureauParameters { version mayPropose
  rows { name title value shown since law effects history { value by proposedBy reason }
    waiting { proposalId value reason by mayDecide consequences }
    refused { value decidedBy decidedReasons } } } }"""
PREVIEW = """query($i: ParameterProposeInput!) {
  parameterProposePreview(input: $i) { refused consequences { text } } }"""


def text_of(content: bytes) -> str:
    drawn = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in drawn.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in drawn.paragraphs), *cells])


async def test_a_talk_prints_its_approval_and_its_notice_for_the_bureau_alone(world: Any) -> None:
    given = {
        "subjectKind": "INSTITUTION",
        "subjectKey": world.hospital,
        "subjectName": "测试医院",
        "term": "tiaoli-38-talk",
        "documentNo": "云医保约〔2026〕9号",
        "reasons": "重复收费屡查屡犯",
    }
    agency, head = world.people["agency"], world.people["head"]
    assert (await agency.act("measurePropose", **given))["__typename"] == "MeasureSuccess"
    rows = (await head.ask(MEASURES))["measures"]
    row = next(r for r in rows if r["standing"] == "proposed" and r["subjectKey"] == world.hospital)
    assert [form["formId"] for form in row["forms"]] == ["measure_approval"]
    place = {"subjectKind": "INSTITUTION", "subjectKey": world.hospital}
    asked = {"key": f"institution:{world.hospital}", "measureId": row["measureId"]}
    early = await head.take("/export/measure-form/talk_notice.docx", **asked, purpose="送达")
    assert early.status_code == 404
    decided = await head.act("measureDecide", **place, measureId=row["measureId"], approve=True)
    assert decided["__typename"] == "MeasureSuccess"
    address = "/export/measure-form/talk_notice.docx"
    assert (await agency.take(address, **asked)).status_code == 400
    taken = await agency.take(address, **asked, purpose="送达")
    text = text_of(taken.content)
    for words in ("约谈通知书", "测试医院", "重复收费屡查屡犯", "云医保约〔2026〕9号"):
        assert words in text, words
    approval = await agency.take(
        "/export/measure-form/measure_approval.docx", **asked, purpose="归档"
    )
    assert "同意" in text_of(approval.content)
    events = await world.events()
    for who in ("office", "other_office", "doctor", "party", "system", "auditor"):
        answer = await world.people[who].take(address, **asked, purpose="x")
        assert answer.status_code == 404, who
    for wrong in ({"key": "x"}, {"measureId": "M99"}, {"key": "institution:H00000000000"}):
        answer = await agency.take(address, **{**asked, **wrong}, purpose="x")
        assert answer.status_code == 404, wrong
    assert (
        await agency.take("/export/measure-form/terminate.pdf", **asked, purpose="x")
    ).status_code == 404
    assert (await agency.http.get("/export/entrustment.pdf?no=none")).status_code == 404
    assert await world.events() == events


async def _row(desk: Any, name: str) -> dict[str, Any]:
    rows = (await desk.ask(PARAMETERS))["bureauParameters"]["rows"]
    return next(one for one in rows if one["name"] == name)


async def _inbox(desk: Any) -> list[dict[str, Any]]:
    """What waits for a person of the parameters; forms of earlier decisions that come back unsigned are apart."""
    waiting = (await desk.ask("{ inbox { waiting { kind title target } } }"))["inbox"]["waiting"]
    ours = [one for one in waiting if one["kind"] == "parameter"]
    return [one for one in ours if one["title"].startswith("本局参数修改：")]


async def _told(desk: Any, title: str) -> list[dict[str, Any]]:
    """What a person was told of the changes of one parameter, the newest first."""
    told = (await desk.ask("{ notices(first: 50) { nodes { kind act settledAt } } }"))["notices"]
    return [one for one in told["nodes"] if one["kind"] == "PARAMETER" and title in one["act"]]


async def test_parameters_are_told_to_the_bureau_and_changed_by_two(world: Any) -> None:
    head, legal = world.people["head"], world.people["legal"]
    assert not (await head.ask(PARAMETERS))["bureauParameters"]["mayPropose"]
    assert (await _row(legal, "score_basis"))["value"] == "served"
    far = (local_date(datetime.now(UTC)) + timedelta(days=36500)).isoformat()
    change = {
        "name": "own_area",
        "value": "999999",
        "validFrom": far,
        "basis": "会议纪要",
        "reason": "区划调整",
    }
    told = (await legal.ask(PREVIEW, i=change))["parameterProposePreview"]
    assert told["refused"] is None
    assert "999999" in told["consequences"][0]["text"]
    wrong = {**change, "value": "ABC"}
    assert "数字" in (await legal.ask(PREVIEW, i=wrong))["parameterProposePreview"]["refused"]
    assert (await head.ask(PREVIEW, i=change))["parameterProposePreview"]["refused"]
    events = await world.events()
    for who in ("head", "inspector", "agency", "office", "doctor", "auditor", "system"):
        answer = await world.people[who].act("parameterPropose", **change)
        assert answer["__typename"] != "ParameterSuccess", who
    for who in ("office", "doctor", "auditor", "system"):
        body = await world.people[who].raw(PARAMETERS)
        assert body["errors"][0]["extensions"]["code"] == "NOT_FOUND", who
    assert await world.events() == events
    assert (await legal.act("parameterPropose", **change))["__typename"] == "ParameterSuccess"
    asked_for = await _row(head, "own_area")
    waiting = asked_for["waiting"] | {"title": asked_for["title"]}
    assert (waiting["value"], waiting["reason"], waiting["mayDecide"]) == (
        "999999",
        "区划调整",
        True,
    )
    assert "999999" in waiting["consequences"][0]
    assert not (await _row(legal, "own_area"))["waiting"]["mayDecide"]
    # The head, and nobody else, is told of it and finds it among what waits for him.
    (asked,) = await _inbox(head)
    assert asked["title"] == f"本局参数修改：{waiting['title']}"
    assert asked["target"] == "/parameters"
    (note,) = await _told(head, waiting["title"])
    assert (note["act"], note["settledAt"]) == (
        f"本局参数修改待您批准：{waiting['title']}",
        None,
    )
    for who in ("legal", "supervisor", "inspector", "agency", "office", "auditor", "system"):
        assert await _inbox(world.people[who]) == [], who
        assert await _told(world.people[who], waiting["title"]) == [], who
    approve = {"proposalId": waiting["proposalId"], "approve": True}
    events = await world.events()
    for who in ("legal", "supervisor", "inspector", "agency", "office", "auditor", "system"):
        answer = await world.people[who].act("parameterDecide", **approve)
        assert answer["__typename"] != "ParameterSuccess", who
    assert await world.events() == events
    assert (await head.act("parameterDecide", **approve))["__typename"] == "ParameterSuccess"
    assert await _inbox(head) == []
    (note,) = await _told(head, waiting["title"])
    assert note["settledAt"] is not None
    for who in ("legal", "supervisor"):
        (heard,) = await _told(world.people[who], waiting["title"])
        assert heard["act"] == f"本局参数已修改：{waiting['title']}", who
    assert await _told(world.people["inspector"], waiting["title"]) == []
    row = await _row(head, "own_area")
    assert row["waiting"] is None
    assert row["history"][0]["value"] == "999999"
    assert row["history"][0]["proposedBy"] != row["history"][0]["by"]
    assert row["history"][0]["reason"] == "区划调整"
    assert row["value"] != "999999"
