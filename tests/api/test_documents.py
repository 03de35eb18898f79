"""Forms over HTTP: numbers without gaps, prints that leave on record, templates of the bureau."""

import asyncio
import io
from typing import Any

import docx

OFFICERS = [
    {"account": "inspector", "certificateNo": "A-1"},
    {"account": "both", "certificateNo": "A-2"},
]
OPEN = (
    "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on UserError { message } "
    "... on CaseSuccess { caseFile { case { caseNo } } } } }"
)

ISSUED = """query($n: String!) { caseFile(caseNo: $n) {
  forms { issueId formId number void signed } formKinds { formId missing } } }"""
NUMBERS = """query($s: String!, $y: Int!) {
  documentNumbers(series: $s, year: $y) { serial number caseNo void } }"""
SERIES = "{ numberSeries { series year numbers last gap } }"


async def do(world: Any, who: str, name: str, **values: Any) -> None:
    answer = await world.people[who].act(name, **values)
    assert answer["__typename"] == "CaseSuccess", (who, name, answer)


async def refused(world: Any, who: str, name: str, code: str, **values: Any) -> None:
    before = await world.events()
    answer = await world.people[who].act(name, **values)
    assert answer.get("code") == code, (who, name, answer)
    assert await world.events() == before


async def opened(world: Any) -> str:
    """A case with its two officers."""
    given = {
        "title": "文书测试案",
        "source": "LETTER",
        "summary": "群众来信",
        "conductFrom": "2025-01-05",
        "conductTo": "2025-11-30",
        "party": {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
    }
    answer = await world.people["inspector"].ask(OPEN, input=given)
    assert "caseFile" in answer["r"], answer
    number: str = answer["r"]["caseFile"]["case"]["caseNo"]
    await do(world, "supervisor", "caseAssignOfficers", caseNo=number, officers=OFFICERS)
    return number


async def forms_of(world: Any, number: str, who: str = "inspector") -> list[dict[str, Any]]:
    page = await world.people[who].ask(ISSUED, n=number)
    found: list[dict[str, Any]] = page["caseFile"]["forms"]
    return found


async def register(world: Any, series: str) -> list[dict[str, Any]]:
    legal = world.people["legal"]
    years = (await legal.ask(SERIES))["numberSeries"]
    year = next(one for one in years if one["series"] == series)
    assert year["gap"] is False
    numbers = await legal.ask(NUMBERS, s=series, y=year["year"])
    found: list[dict[str, Any]] = numbers["documentNumbers"]
    assert [one["serial"] for one in found] == list(range(1, len(found) + 1))
    return found


async def test_numbers_have_no_gap_also_side_by_side_and_after_a_refusal(world: Any) -> None:
    number = await opened(world)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="filing")
    before = len(await register(world, "filing"))
    # Refused after the number was taken: the stale version is seen last.
    await refused(
        world, "inspector", "caseFormIssue", "STALE_VERSION",
        caseNo=number, formId="filing", expectedVersion=1,
    )  # fmt: skip
    issues = (
        do(world, who, "caseFormIssue", caseNo=number, formId="filing")
        for who in ("inspector", "supervisor", "legal", "head")
    )
    await asyncio.gather(*issues)
    assert len(await register(world, "filing")) == before + 4
    forms = await forms_of(world, number)
    assert len({form["number"] for form in forms}) == len(forms) == 5
    await do(
        world, "inspector", "caseFormVoid",
        caseNo=number, issueId=forms[0]["issueId"], reason="打印错误",
    )  # fmt: skip
    numbers = await register(world, "filing")
    assert {one["number"]: one["void"] for one in numbers}[forms[0]["number"]] == "打印错误"
    await refused(
        world, "inspector", "caseFormIssue", "STEP_MISSING", caseNo=number, formId="decision"
    )


async def test_a_form_leaves_with_its_number_and_the_same_bytes_each_time(world: Any) -> None:
    number = await opened(world)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="filing")
    form = (await forms_of(world, number))[0]
    address = f"/export/form/{number}/{form['issueId']}"
    desk = world.people["inspector"].http
    first, again = await desk.get(f"{address}.docx"), await desk.get(f"{address}.docx")
    assert first.content == again.content
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(first.content)).paragraphs)
    assert form["number"] in text
    pdf = await desk.get(f"{address}.pdf")
    assert pdf.content.startswith(b"%PDF")
    log = await world.people["auditor"].ask(
        '{ log(filter: {type: "Exported"}, first: 1) { nodes { summary } } }'
    )
    assert form["number"] in log["log"]["nodes"][0]["summary"]
    events = await world.events()
    for who in ("doctor", "other_office", "office", "system", "auditor"):
        assert (await world.people[who].http.get(f"{address}.pdf")).status_code == 404, who
    assert (await world.browser().http.get(f"{address}.pdf")).status_code == 401
    for path in (f"{address}.odt", f"/export/form/{number}/W99.pdf", "/export/form/none/W1.pdf"):
        assert (await desk.get(path)).status_code == 404
    assert await world.events() == events


async def test_a_draft_takes_no_number_and_is_for_those_who_may_issue(world: Any) -> None:
    number = await opened(world)
    taken, forms = await register(world, "filing"), await forms_of(world, number)
    address = f"/export/form-draft/{number}"
    desk = world.people["inspector"].http
    draft = await desk.get(f"{address}/filing.pdf?remarks=补充")
    assert draft.content.startswith(b"%PDF")
    assert await register(world, "filing") == taken
    assert await forms_of(world, number) == forms
    events = await world.events()
    for who in ("doctor", "other_office", "office", "agency", "system", "auditor"):
        answer = await world.people[who].http.get(f"{address}/filing.pdf")
        assert answer.status_code == 404, who
    assert (await world.browser().http.get(f"{address}/filing.pdf")).status_code == 401
    # What the case lacks cannot be shown; nor what no case fills, or nobody knows.
    for form_id in ("decision", "entrustment", "none"):
        assert (await desk.get(f"{address}/{form_id}.pdf")).status_code == 404, form_id
    assert await world.events() == events


async def test_the_bureaus_template_is_tried_first_and_then_used(world: Any) -> None:
    legal = world.people["legal"]
    headers, address = {"X-CSRF-Token": legal.csrf}, "/form-template/scene?name=own.docx&note=改版"
    events = await world.events()
    wrong = docx.Document()
    wrong.add_paragraph("{{ nothing_like_this }}")
    for body in (b"no docx", _bytes(wrong)):
        answer = await legal.http.put(address, content=body, headers=headers)
        assert answer.status_code == 400, answer.text
    own = docx.Document()
    own.add_paragraph("本局现场笔录 {{ case_no }}")
    for who in ("inspector", "doctor", "auditor"):
        other = world.people[who]
        answer = await other.http.put(
            address, content=_bytes(own), headers={"X-CSRF-Token": other.csrf}
        )
        assert answer.status_code == 404, who
    unknown = await legal.http.put(
        "/form-template/none?note=x", content=_bytes(own), headers=headers
    )
    assert unknown.status_code == 404
    assert await world.events() == events
    number = await opened(world)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="scene")
    assert (await legal.http.put(address, content=_bytes(own), headers=headers)).status_code == 201
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="scene")
    texts = []
    for issue in ("W1", "W2"):
        body = (await legal.http.get(f"/export/form/{number}/{issue}.docx")).content
        texts.append("\n".join(p.text for p in docx.Document(io.BytesIO(body)).paragraphs))
    # What was issued before keeps the template of its day.
    assert "本局现场笔录" not in texts[0]
    assert texts[1] == f"本局现场笔录 {number}"
    shown = await legal.ask("{ formTemplates { formId own versions { sha256 note by } } }")
    scene = next(one for one in shown["formTemplates"] if one["formId"] == "scene")
    assert scene["own"] is True
    changed = await legal.ask(
        'query($a: String!) { templateDifferences(formId: "scene", first: "", second: $a) '
        "{ added text } }",
        a=scene["versions"][-1]["sha256"],
    )
    assert {"added": True, "text": "本局现场笔录 {{ case_no }}"} in changed["templateDifferences"]
    own.add_paragraph("{{ remarks }}")
    assert (await legal.http.put(address, content=_bytes(own), headers=headers)).status_code == 201
    versions = (await legal.ask("{ formTemplates { formId versions { sha256 } } }"))[
        "formTemplates"
    ]
    former, last = (
        one["sha256"] for one in next(o for o in versions if o["formId"] == "scene")["versions"]
    )
    between = await legal.ask(
        'query($a: String!, $b: String!) { templateDifferences(formId: "scene", first: $a, '
        "second: $b) { added text } }",
        a=last, b=former,
    )  # fmt: skip
    assert between["templateDifferences"] == [{"added": False, "text": "{{ remarks }}"}]
    back = await legal.act("templateReset", formId="scene", note="恢复随附模板")
    assert back["__typename"] == "TemplateSuccess"


def _bytes(drawn: Any) -> bytes:
    out = io.BytesIO()
    drawn.save(out)
    return out.getvalue()
