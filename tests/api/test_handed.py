"""What is handed to whom it concerns, over HTTP: decisions on held things and on instalments, and a measure's notice.

Each is served by who works on it alone; whoever else tries writes nothing.
"""

from typing import Any

import pytest

from tests.api.test_evidence import upload_bytes
from tests.api.test_measure_papers import text_of
from tests.api.test_measures import measure_served, pdf, suspended, today
from tests.api.test_measures import signed as back_signed
from tests.api.test_procedure import do, opened
from tests.api.test_until_the_court import decided, issued, scan, signed, then
from tests.api.test_until_the_court import today as day

#: Nobody, those of other institutions, and those of the bureau whose act it is not.
STRANGERS = ("other_office", "doctor", "system", None)
OTHERS = ("head", "supervisor", "legal", "office", *STRANGERS)
MISSING = "query($n: String!) { caseFile(caseNo: $n) { papersMissing { title act } } }"
__all__ = ["then"]


async def not_for(world: Any, people: tuple[str | None, ...], name: str, **given: Any) -> None:
    """None of them gets through, and nothing is written."""
    before = await world.events()
    for who in people:
        desk = world.people[who] if who else world.browser()
        answer = await desk.act(name, **given)
        assert answer["__typename"] in ("NotPermitted", "NotFound"), (who, answer)
    assert await world.events() == before


async def missing(world: Any, number: str) -> list[str]:
    """What the case lacks that somebody has to serve."""
    file = (await world.people["inspector"].ask(MISSING, n=number))["caseFile"]
    return [one["title"] for one in file["papersMissing"] if one["act"] == "ServePaper"]


async def served(then: Any, number: str, what: str) -> None:
    """An issued paper is handed over by its officer, and by nobody else; only once."""
    given = {"caseNo": number, "served": what, "way": "DIRECT", "servedOn": day(then)}
    await not_for(then, OTHERS, "casePaperServe", **given)
    assert len(await missing(then, number)) == 1
    await do(then, "inspector", "casePaperServe", **given)
    assert await missing(then, number) == []
    before = await then.events()
    again = await then.people["inspector"].act("casePaperServe", **given)
    assert again["code"] == "STEP_MISSING"
    assert await then.events() == before


async def test_the_owner_of_held_things_is_handed_both_decisions(then: Any) -> None:
    number = await opened(then)
    own = {"caseNo": number}
    ask = {"kind": "PRESERVATION", "items": "账册", "place": "病案室", "reason": "可能灭失"}
    await do(then, "inspector", "caseHoldRequest", **own, **ask)
    await do(then, "head", "caseHoldDecide", **own, holdId="H1", approve=True)
    early = {**own, "served": "HOLD", "way": "DIRECT", "servedOn": day(then)}
    before = await then.events()
    assert (await then.people["inspector"].act("casePaperServe", **early))["code"] == "NOT_ISSUED"
    assert await then.events() == before
    await signed(then, number, "hold_register", "inspector")
    await served(then, number, "HOLD")
    await do(then, "inspector", "caseHoldEnd", **own, holdId="H1", result="发还")
    await do(then, "head", "caseHoldEndDecide", **own, holdId="H1", approve=True)
    await issued(then, number, "hold_release", "inspector")
    await served(then, number, "HOLD_END")


async def test_who_asked_for_instalments_is_handed_the_answer(then: Any) -> None:
    number = await decided(then)
    own = {"caseNo": number}
    paper = await scan(then, number, "延期申请书", "inspector")
    ask = {"requestedOn": day(then), "reasons": "经营困难", "document": paper}
    await do(then, "inspector", "caseInstalmentsRequest", **own, **ask)
    await do(then, "head", "caseInstalmentsRefuse", **own, reasons="没有困难")
    await issued(then, number, "instalment_notice", "inspector")
    await served(then, number, "INSTALMENTS")


WAITING = (
    "{ measuresToServe { measureId subjectKey acts } inbox { waiting { kind title detail } } }"
)


async def waits(world: Any, who: str, one: dict[str, Any]) -> bool:
    """Whether a measure stands in the list of what this person has to serve; then in his inbox, too."""
    found = await world.people[who].ask(WAITING)
    rows = [(row["subjectKey"], row["measureId"]) for row in found["measuresToServe"]]
    todo = [
        row
        for row in found["inbox"]["waiting"]
        if row["kind"] == "measure" and row["detail"].startswith("送达")
    ]
    assert len(todo) == len(rows), (who, todo, rows)
    return (world.hospital, one["measureId"]) in rows


async def test_a_decided_measure_waits_in_the_inbox_of_who_serves_it(world: Any) -> None:
    one = await suspended(world, serves=False)
    own = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}
    for who in ("agency", "inspector"):
        assert await waits(world, who, one), who
    for who in ("chief", "head", "supervisor", "office", "other_office", "doctor"):
        assert not await waits(world, who, one), who
    receipt = await upload_bytes(world.people["agency"], pdf(f"{one['number']}-x"), "回证.pdf")
    given = {**own, "way": "DIRECT", "servedOn": today(), "receiptScan": receipt}
    strangers = ("chief", "head", "supervisor", "legal", "office", *STRANGERS)
    await not_for(world, strangers, "measureServe", **given)
    await measure_served(world, own, one["number"], "suspension_notice")
    for who in ("agency", "inspector"):
        assert not await waits(world, who, one), who
    # Its end is to be served, too.
    lifted = await world.people["chief"].act("measureLift", **own, reasons="测试完毕")
    assert lifted["__typename"] == "MeasureSuccess"
    assert await waits(world, "agency", one)


async def approved(world: Any, own: dict[str, Any]) -> None:
    """The correction prints as an approval form, for the bureau alone, and waits for the signed one."""
    rows = await world.people["agency"].ask(
        "{ measures(history: true) { measureId subjectKey forms { formId title scan }"
        " services { of correctable } } }"
    )
    [row] = [
        row for row in rows["measures"]
        if (row["subjectKey"], row["measureId"]) == (world.hospital, own["measureId"])
    ]  # fmt: skip
    assert row["services"] == [{"of": "MEASURE", "correctable": True}]
    form = row["forms"][-1]
    assert (form["title"], form["scan"]) == ("更正措施通知书送达审批表", None)
    asked = {"key": f"institution:{world.hospital}", "measureId": own["measureId"]}
    address = f"/export/measure-form/{form['formId']}.docx"
    taken = await world.people["agency"].take(address, **asked, purpose="送签")
    for said in ("更正措施通知书送达审批表", "留置送达", "送达方式录错"):
        assert said in text_of(taken.content), said
    for who in ("office", "other_office", "doctor", "party", "system"):
        answer = await world.people[who].take(address, **asked, purpose="x")
        assert answer.status_code == 404, who
    assert await form_waits(world, "agency")
    assert not await form_waits(world, "chief")
    await back_signed(world, own, f"{own['measureId']}-{await world.events()}", form["formId"])
    assert not await form_waits(world, "agency")


async def form_waits(world: Any, who: str) -> bool:
    """Whether the form of a correction stands in the inbox."""
    waiting = (await world.people[who].ask(WAITING))["inbox"]["waiting"]
    return any("更正措施通知书送达审批表" in row["detail"] for row in waiting)


@pytest.mark.parametrize("wrong", ["ANNOUNCEMENT", "MAIL"])
async def test_a_wrong_service_is_corrected_by_who_decides_the_measure(
    world: Any, wrong: str
) -> None:
    one = await suspended(world)
    own = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}
    right = {**own, "way": "LEFT", "servedOn": today(), "particulars": "见证人李某"}
    right["reasons"] = "送达方式录错"
    people = ("agency", "inspector", "head", "supervisor", "legal", "office", *STRANGERS)
    await not_for(world, people, "measureCorrectService", **right)
    before = await world.events()
    chief = world.people["chief"]
    lacking = {**right, "way": wrong, "particulars": ""}
    assert (await chief.act("measureCorrectService", **lacking))["code"] == "FIELD_REQUIRED"
    assert await world.events() == before
    done = await chief.act("measureCorrectService", **right)
    assert done["__typename"] == "MeasureSuccess", done
    assert (await chief.act("measureCorrectService", **right))["code"] == "FOUR_EYES"
    rows = await world.people["agency"].ask(
        "{ measures(history: true) { measureId subjectKey services { way particulars } } }"
    )
    [row] = [
        row for row in rows["measures"]
        if (row["subjectKey"], row["measureId"]) == (world.hospital, one["measureId"])
    ]  # fmt: skip
    [service] = row["services"]
    assert service["particulars"] == "见证人李某"
    await approved(world, own)
    lifted = await chief.act("measureLift", **own, reasons="测试完毕")
    assert lifted["__typename"] == "MeasureSuccess"
