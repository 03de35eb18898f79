"""A clue that goes to the discipline inspection over HTTP: its number, its letter, the answer."""

import re
from typing import Any

from tests.api.test_binding import attach, paper
from tests.api.test_documents import OPEN, do, refused
from tests.api.test_handling import today

LOOK = """
query($n: String!) { caseFile(caseNo: $n) {
  forms { formId number } steps { kind key text isOpen }
} }
"""


async def look(world: Any, number: str) -> Any:
    return (await world.people["inspector"].ask(LOOK, n=number))["caseFile"]


async def test_a_clue_takes_the_next_number_and_its_answer_is_recorded(world: Any) -> None:
    given = {
        "title": "村医涉嫌违纪线索案",
        "source": "TIP",
        "summary": "群众举报",
        "conductFrom": "2025-03-01",
        "conductTo": "2025-09-30",
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
        "findingIds": [],
    }
    opened = await world.people["inspector"].ask(OPEN, input=given)
    number = opened["r"]["caseFile"]["case"]["caseNo"]
    own: dict[str, Any] = {"caseNo": number}
    letter = {
        "to": "DISCIPLINE",
        "recipient": "县纪委监委",
        "reasons": "公职人员参与",
        "whole": False,
    }
    await refused(world, "inspector", "caseTransfer", "ROLE_REQUIRED", **own, **letter)
    await do(world, "head", "caseTransfer", **own, **letter)
    [step] = [one for one in (await look(world, number))["steps"] if one["kind"] == "transfer"]
    assert (step["isOpen"], "移〔" in step["key"]) == (True, True)
    typed = {**letter, "documentNo": re.sub(r"\d+号", "999号", step["key"])}
    await refused(world, "head", "caseTransfer", "BAD_VALUE", **own, **typed)
    await refused(world, "head", "caseFormIssue", "STEP_MISSING", **own, formId="transfer")
    await do(world, "head", "caseFormIssue", **own, formId="clue_transfer")
    file = await look(world, number)
    assert file["forms"][0] == {"formId": "clue_transfer", "number": step["key"]}
    kept = await attach(world, number, paper(1, f"{number}-answer"), "答复函.pdf", "inspector")
    said = {"answer": "ACCEPTED", "documentNo": "纪复1号", "answeredOn": today(), "document": kept}
    await refused(
        world,
        "inspector",
        "caseTransferAnswer",
        "FIELD_REQUIRED",
        **own,
        **{**said, "documentNo": ""},
    )
    await do(world, "inspector", "caseTransferAnswer", **own, **said)
    [step] = [one for one in (await look(world, number))["steps"] if one["kind"] == "transfer"]
    assert (step["isOpen"], "已受理 · 纪复1号" in step["text"]) == (False, True)
