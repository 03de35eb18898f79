"""Barred from managing institutions over HTTP: who proposes, signs and reads, and who is warned of it."""

from typing import Any

from tests.api.test_documents import OPEN, do
from tests.api.test_handling import issue, opened, served, today
from tests.api.test_measures import measure_served

NUMBER = "341623197001010015"
OTHER = "341623197001010023"
ROWS = (
    "query($no: String!) { measures(history: true, caseNo: $no) "
    "{ measureId subjectKind department identityNo managerRole standing stops overAt acts } }"
)
BARRED = "query($n: String!) { caseFile(caseNo: $n) { barred { certain title text } case { party { representativeNo } } timeline { summary } } }"


async def told(world: Any, number: str, who: str = "agency") -> Any:
    """What the page of a case says of its party's representative."""
    return (await world.people[who].ask(BARRED, n=number))["caseFile"] or {}


async def terminated(world: Any) -> dict[str, Any]:
    """A handling that ended the agreement, decided."""
    number = await opened(world)
    own: dict[str, Any] = {"caseNo": number}
    measure = {"kind": "TERMINATE_AGREEMENT", "clause": "第三十一条"}
    asked = {**own, "measures": [measure], "reasons": "虚构服务", "rectify": "", "rectifyDays": 0}
    await do(world, "agency", "caseHandlingPropose", **asked)
    await issue(world, number, "handling_notice")
    await do(world, "agency", "caseHandlingNotify", **own, way="DIRECT", servedOn=today())
    await do(world, "office", "caseHandlingDefend", **own, how="WAIVED", text="无异议")
    decide = {**own, "ruling": "PENALTY", "decisionNo": "云医保协〔2026〕31号"}
    await do(world, "chief", "caseHandlingDecide", **decide)
    return own


async def ended(world: Any, own: dict[str, Any]) -> None:
    """The handling is served; its termination is lifted again for other tests."""
    await served(world, own["caseNo"])
    [row] = (await world.people["agency"].ask(ROWS, no=own["caseNo"]))["measures"]
    of = {"subjectKind": "INSTITUTION", "subjectKey": world.hospital}
    lifted = await world.people["chief"].act(
        "measureLift", **of, measureId=row["measureId"], reasons="测试完毕"
    )
    assert lifted["__typename"] == "MeasureSuccess", lifted


def barring(world: Any, **given: Any) -> dict[str, Any]:
    return {
        "subjectKind": "MANAGER",
        "subjectKey": world.hospital,
        "department": "钱守信",
        "subjectName": "测试医院",
        "managerRole": "LEGAL_REPRESENTATIVE",
        "identityNo": NUMBER,
        "term": "tiaoli-43-loss",
        "documentNo": "云医保协〔2026〕31号",
        "reasons": "组织虚构医药服务，造成基金重大损失",
    } | given


async def code_of(world: Any, who: str, name: str, **given: Any) -> str:
    """The code of a refusal; nothing was written."""
    before = await world.events()
    answer = await world.people[who].act(name, **given)
    assert await world.events() == before, name
    code: str = answer["code"]
    return code


async def test_a_manager_is_barred_by_the_head_and_a_namesake_is_told(world: Any) -> None:
    own = await terminated(world)
    asked = barring(world, **own)
    assert await code_of(world, "agency", "measurePropose", **asked) == "STEP_MISSING"
    await ended(world, own)
    wrong = asked | {"identityNo": NUMBER[:-1] + "6"}
    assert await code_of(world, "agency", "measurePropose", **wrong) == "BAD_VALUE"
    unknown = asked | {"caseNo": "不存在"}
    assert await code_of(world, "agency", "measurePropose", **unknown) in ("NOT_FOUND", "BAD_VALUE")
    for who, code in (("office", "NOT_FOUND"), ("supervisor", "ROLE_REQUIRED")):
        assert await code_of(world, who, "measurePropose", **asked) == code, who
    done = await world.people["agency"].act("measurePropose", **asked)
    assert done["__typename"] == "MeasureSuccess", done
    one = {key: asked[key] for key in ("subjectKind", "subjectKey", "department")}
    decide = {**one, "measureId": "M1", "approve": True}
    for who in ("supervisor", "agency", "inspector"):
        assert await code_of(world, who, "measureDecide", **decide) == "ROLE_REQUIRED", who
    # What is only proposed is not the institution's to read.
    seen = (await world.people["office"].ask(ROWS, no=own["caseNo"]))["measures"]
    assert [row["subjectKind"] for row in seen] == ["INSTITUTION"]
    done = await world.people["head"].act("measureDecide", **decide)
    assert done["__typename"] == "MeasureSuccess", done
    seen = (await world.people["office"].ask(ROWS, no=own["caseNo"]))["measures"]
    assert [row["subjectKind"] for row in seen] == ["INSTITUTION"]
    await measure_served(world, {**one, "measureId": "M1"}, own["caseNo"], "bar_notice")
    for who, count in (("agency", 1), ("office", 1), ("other_office", 0), ("system", 0)):
        rows = (await world.people[who].ask(ROWS, no=own["caseNo"]))["measures"]
        bars = [row for row in rows if row["subjectKind"] == "MANAGER"]
        assert len(bars) == count, who
        for row in bars:
            assert row["identityNo"] == "341623********0015"
            assert (row["managerRole"], row["stops"]) == ("法定代表人", False)
            assert row["standing"] == "in_force"
    # It stops nobody's settlement: the list of that has no line of it.
    export = await world.people["head"].http.get("/export/measures.csv")
    assert "钱守信" not in export.text
    # Another institution whose representative has the name.
    given = {
        "title": "另一机构案", "source": "INSPECTION", "summary": "稽核", "path": "AGREEMENT",
        "conductFrom": "2025-03-01", "conductTo": "2025-09-30", "findingIds": [],
        "party": {
            "kind": "INSTITUTION", "key": world.hospital, "name": "测试医院",
            "representative": "钱守信（院长）",
        },
    }  # fmt: skip
    answer = await world.people["agency"].ask(OPEN, input=given)
    number = answer["r"]["caseFile"]["case"]["caseNo"]
    [hint] = (await told(world, number))["barred"]
    assert (hint["certain"], "341623********0015" in hint["text"]) == (False, True)
    assert "不能认定为同一人" in hint["text"]
    # By the number it is certain, whatever name was typed; a check digit that is wrong is refused.
    party = {"caseNo": number, "representative": "钱某", "reasons": "执照所载"}
    typo = {**party, "representativeNo": NUMBER[:-1] + "6"}
    assert await code_of(world, "agency", "casePartyCorrect", **typo) == "BAD_VALUE"
    await do(world, "agency", "casePartyCorrect", **party, representativeNo=NUMBER)
    page = await told(world, number)
    assert [one["certain"] for one in page["barred"]] == [True]
    assert page["case"]["party"]["representativeNo"] == "341623********0015"
    assert NUMBER not in str(page)
    assert NUMBER not in str(await told(world, number, "office"))
    # Another number is another person, were the name the same; without one nothing is certain.
    other = {**party, "representative": "钱守信", "representativeNo": OTHER}
    await do(world, "agency", "casePartyCorrect", **other)
    assert (await told(world, number))["barred"] == []
    await do(
        world, "agency", "casePartyCorrect", caseNo=number, representative="孙正", reasons="更正"
    )
    assert (await told(world, number))["barred"] == []
