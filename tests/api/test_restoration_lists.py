"""Restorations on one list: who may draw it up and act on it; one refused row holds up no other."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Actor, Role
from casework.clocks.calendars import local_date
from casework.commands import restoration as r
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.points import (
    Basis,
    BasisKind,
    RecordScore,
    Responsibility,
)
from graph.accounts.read import find_account
from graph.commands import execute

BATCH = (
    "batch { batchId counts { step count } rows { step earned examMark acts "
    "file { pracPsnCode version } } }"
)
DRAW = (
    "mutation($input: BatchDrawInput!) { r: restorationBatchDraw(input: $input) { __typename "
    f"... on UserError {{ code message }} ... on BatchDrawn {{ {BATCH} }} }} }}"
)
HANDLE = (
    "mutation($input: BatchHandleInput!) { r: restorationBatchHandle(input: $input) { __typename "
    "... on UserError { code message } ... on BatchHandled { answers { pracPsnCode done code } "
    f"{BATCH} }} }} }}"
)

VERIFIED = dict.fromkeys(
    ("studyVerified", "examVerified", "refundVerified", "rectificationVerified"), True
)


async def person(world: Any, login: str) -> Actor:
    found = await find_account(world.driver, login)
    assert found is not None
    return found.actor


async def without_file(world: Any) -> str:
    """A doctor of the hospital of whom nothing was recorded, and whom no other test takes."""
    rows, _, _ = await world.driver.execute_query(
        "MATCH (d:Doctor)-[:WORKS_AT]->(:Institution {fixmedins_code: $h}) "
        "WHERE NOT EXISTS { (f:DoctorFile) WHERE f.prac_psn_code = d.prac_psn_code } "
        "AND NOT d.prac_psn_code IN $known "
        "RETURN d.prac_psn_code AS code ORDER BY code LIMIT 1",
        h=world.hospital,
        known=[code for code, _ in world.doctors],
    )
    return str(rows[0]["code"])


@pytest.fixture
async def three(world: Any) -> list[str]:
    """Three doctors of the hospital who have earned their points."""
    made: list[str] | None = getattr(world, "_three", None)
    if made is not None:
        return made
    rows, _, _ = await world.driver.execute_query(
        "MATCH (d:Doctor)-[:WORKS_AT]->(:Institution {fixmedins_code: $h}) "
        "WHERE NOT EXISTS { (f:DoctorFile) WHERE f.prac_psn_code = d.prac_psn_code } "
        "RETURN d.prac_psn_code AS code ORDER BY code DESC LIMIT 3",
        h=world.hospital,
    )
    world._three = [row["code"] for row in rows]
    await world.county_rule()
    for code in world._three:
        await learned(world, code, datetime.now(UTC))
    return list(world._three)


async def learned(world: Any, code: str, at: datetime) -> None:
    """A doctor who was terminated, applied, studied and passed; through the law, not the desk."""
    agency, office = await person(world, "agency"), await person(world, "office")
    inspector = await person(world, "inspector")
    doctor = Actor(code, code, frozenset({Role.PHYSICIAN}), code, code, world.hospital)
    score = RecordScore(
        prac_psn_code=code,
        prac_psn_name=f"名单{code[-3:]}",
        fixmedins_code=world.hospital,
        act="tiaoli_40",
        responsibility=Responsibility.PRIMARY,
        points=12,
        conduct_on=date(2024, 6, 1),
        conduct_to=date(2024, 6, 1),
        basis=Basis(BasisKind.DOCUMENT, "3号", date(2026, 1, 5), "局"),
        reasons="主要责任",
    )
    await execute(world.driver, score, agency, at)
    own = {"prac_psn_code": code}
    apply = r.ApplyRestoration(**own, statement="改正", commitment=True)
    await execute(world.driver, apply, doctor, at)
    for n in ("S", "X"):
        paper = ReceiveEvidence(
            evidence_id=f"{n}{code}",
            name="证明.pdf",
            kind=EvidenceKind.DOCUMENTARY,
            media_type="application/pdf",
            size=10,
            sha256="a" * 64,
            sm3="b" * 64,
            object_key=f"{n}{code}",
            retain_until=date(2036, 1, 1),
        )
        await execute(world.driver, paper, inspector, at)
        await world.driver.execute_query(
            "MATCH (e:Evidence {evidence_id: $id}) SET e.received_by = 'office'", id=f"{n}{code}"
        )
    study = r.RecordStudy(
        **own, course="政策", hours=Decimal(16), studied_on=date(2026, 2, 1), certificate=f"S{code}"
    )
    await execute(world.driver, study, office, at)
    exam = r.RecordExam(
        **own, exam="结业", mark=80, held_on=date(2026, 2, 2), certificate=f"X{code}"
    )
    await execute(world.driver, exam, office, at)


@pytest.mark.parametrize(
    "who", ["anonymous", "doctor", "party", "head", "inspector", "other_office", "auditor"]
)
async def test_who_may_not_draw_up_a_list(world: Any, three: list[str], who: str) -> None:
    desk = world.browser() if who == "anonymous" else world.people[who]
    before = await world.events()
    answer = (await desk.ask(DRAW, input={"title": "名单", "doctors": three}))["r"]
    assert answer["__typename"] in ("NotPermitted", "NotFound"), answer
    assert await world.events() == before


async def test_an_approver_is_asked_to_withdraw(world: Any, three: list[str]) -> None:
    """Who takes part sees whom he may name; the head decides, and nobody else."""
    code = three[0]
    page = """query($c: String!) { pointsDetail(pracPsnCode: $c) { deciders { account body }
      restoration { recusals { recusalId officer body granted answer } } } }"""
    seen = (await world.people["office"].ask(page, c=code))["pointsDetail"]["deciders"]
    bodies = {one["account"]: one["body"] for one in seen}
    assert bodies["party"] == "医院党组织"
    assert (bodies["supervisor"], bodies["head"]) == ("基金监管中心", "县医保局")
    assert bodies["agency"] == "医保经办机构"
    assert not bodies.keys() & {"inspector", "office", "other_office"}
    # Who may not ask is told of nobody.
    legal = (await world.people["legal"].ask(page, c=code))["pointsDetail"]
    assert legal is None or legal["deciders"] == []
    named = {"pracPsnCode": code, "ground": "KIN", "reason": "系其妻弟"}
    asked = await world.people["office"].act(
        "restorationRecusalRequest", decider="supervisor", **named
    )
    assert asked["__typename"] == "PointsSuccess", asked
    hidden = await world.people["office"].act(
        "restorationRecusalRequest", decider="inspector", **named
    )
    assert hidden["__typename"] == "NotFound", hidden
    said = {"pracPsnCode": code, "recusalId": "B1", "approve": False, "reasons": "查无亲属关系"}
    wrong = await world.people["agency"].act("restorationRecusalDecide", **said)
    assert wrong["__typename"] == "NotPermitted", wrong
    decided = await world.people["head"].act("restorationRecusalDecide", **said)
    assert decided["__typename"] == "PointsSuccess", decided
    told = (await world.people["office"].ask(page, c=code))["pointsDetail"]["restoration"]
    assert [(one["granted"], one["answer"]) for one in told["recusals"]] == [
        (False, "查无亲属关系")
    ]


async def test_a_list_is_handled_row_by_row(world: Any, three: list[str]) -> None:
    office = world.people["office"]
    drawn = (await office.ask(DRAW, input={"title": "第一批", "doctors": three}))["r"]
    assert drawn["__typename"] == "BatchDrawn", drawn
    number = drawn["batch"]["batchId"]
    year = datetime.now(UTC).year
    assert number.startswith(f"HF-{year}-")
    again = (await office.ask(DRAW, input={"title": "又一批", "doctors": three}))["r"]
    assert again["code"] == "BATCH_TAKEN"
    assert {(row["earned"], row["examMark"]) for row in drawn["batch"]["rows"]} == {(12, 80)}
    await _all(world, "office", number, "SUBMIT", three)
    await _all(world, "party", number, "PARTY", three)
    await _ledgers_are_told_to_the_bureau(world, number)
    await _answers_for_each(world, number, three)
    await _all(world, "supervisor", number, "CENTRE", three)
    verdicts = [
        {"pracPsnCode": three[0], "outcome": "APPROVED"},
        {"pracPsnCode": three[1], "outcome": "REFUSED", "reasons": "退款未缴清"},
        {"pracPsnCode": three[2], "outcome": "APPROVED", "expectedVersion": 1},
    ]
    asked = {"batchId": number, "act": "BUREAU", "rows": verdicts, "commandId": "c1"}
    answer = (await world.people["head"].ask(HANDLE, input=asked))["r"]
    assert [(a["done"], a["code"]) for a in answer["answers"]] == [
        (True, None),
        (True, None),
        (False, "STALE_VERSION"),
    ]
    # The same message again, as a double click sends it, changes nothing that was done.
    before = await world.events()
    repeated = (await world.people["head"].ask(HANDLE, input=asked))["r"]
    assert [a["done"] for a in repeated["answers"]] == [True, True, False]
    assert await world.events() == before
    steps = {row["file"]["pracPsnCode"]: row["step"] for row in repeated["batch"]["rows"]}
    assert steps == {three[0]: "registration", three[1]: "refused", three[2]: "bureau"}
    await _papers(world, number, three[1])
    await _served_at_one_go(world, number, three)
    await _attacked(world, three[1])


async def _ledgers_are_told_to_the_bureau(world: Any, number: str) -> None:
    """Scores of a decision kept elsewhere have no ledger; the bureau is told so, the hospital not."""
    asked = "query($b: String!) { restorationBatch(batchId: $b) { rows { ledgerless ledgers { caseNo } } } }"
    for who, wanted in (("supervisor", ["S1"]), ("office", [])):
        found = (await world.people[who].ask(asked, b=number))["restorationBatch"]["rows"]
        assert {tuple(row["ledgerless"]) for row in found} == {tuple(wanted)}, who
        assert all(row["ledgers"] == [] for row in found)


async def _answers_for_each(world: Any, number: str, codes: list[str]) -> None:
    """A row that leaves one of the four matters open, or denies one, is refused by itself."""
    before = await world.events()
    rows: list[dict[str, Any]] = [
        {"pracPsnCode": codes[0], "outcome": "APPROVED", **VERIFIED, "studyVerified": None},
        {"pracPsnCode": codes[1], "outcome": "APPROVED", **VERIFIED, "refundVerified": False},
    ]
    asked = {"batchId": number, "act": "CENTRE", "rows": rows}
    answer = (await world.people["supervisor"].ask(HANDLE, input=asked))["r"]
    assert [one["code"] for one in answer["answers"]] == ["FIELD_REQUIRED", "NOT_VERIFIED"]
    assert await world.events() == before


async def _all(world: Any, who: str, number: str, act: str, codes: list[str]) -> None:
    found = VERIFIED if act == "CENTRE" else {}
    rows = [{"pracPsnCode": code, "outcome": "APPROVED", **found} for code in codes]
    asked = {"batchId": number, "act": act, "rows": rows}
    for wrong in ("doctor", "other_office"):
        before = await world.events()
        hidden = (await world.people[wrong].ask(HANDLE, input=asked))["r"]
        assert hidden["__typename"] == "NotFound"
        assert await world.events() == before
    answer = (await world.people[who].ask(HANDLE, input=asked))["r"]
    assert all(one["done"] for one in answer["answers"]), answer
    # Nobody acts twice in the chain: the same person is offered nothing more.
    assert {tuple(row["acts"]) for row in answer["batch"]["rows"]} == {()}


async def _papers(world: Any, number: str, refused: str) -> None:
    for kind, magic in (("docx", b"PK"), ("xlsx", b"PK")):
        address = f"/export/restoration-list/{number}.{kind}"
        made = await world.people["office"].http.get(address)
        assert made.status_code == 200
        assert made.content.startswith(magic)
        for who in ("other_office", "doctor2", "auditor"):
            assert (await world.people[who].http.get(address)).status_code == 404, (kind, who)
    odd = await world.people["office"].http.get(f"/export/restoration-list/{number}.exe")
    assert odd.status_code == 404
    paths = [f"/export/restoration-list/{number}.pdf"]
    paths += [
        f"/export/points/{refused}/{form}.pdf"
        for form in ("application", "study", "approval", "decision")
    ]
    paths += [
        f"/export/points/{refused}/{form}.pdf?about=S1" for form in ("notice", "responsibility")
    ]
    for path in paths:
        made = await world.people["office"].http.get(path)
        assert made.status_code == 200, (path, made.text)
        assert made.content.startswith(b"%PDF-")
        for who in ("other_office", "doctor2", "auditor"):
            assert (await world.people[who].http.get(path)).status_code == 404, (path, who)
    missing = await world.people["office"].http.get(f"/export/points/{refused}/registration.pdf")
    assert missing.status_code == 409
    assert (
        await world.people["office"].http.get(f"/export/points/{refused}/x.pdf")
    ).status_code == 404


def _today() -> str:
    return local_date(datetime.now(UTC)).isoformat()


async def _scan(world: Any, evidence_id: str, who: str) -> str:
    """A paper of no case in the vault, which `who` brought in."""
    inspector, at = await person(world, "inspector"), datetime.now(UTC)
    paper = ReceiveEvidence(
        evidence_id=evidence_id, name=f"{evidence_id}.pdf", kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf", size=10, sha256="a" * 64, sm3="b" * 64,
        object_key=evidence_id, retain_until=date(2036, 1, 1),
    )  # fmt: skip
    await execute(world.driver, paper, inspector, at)
    await world.driver.execute_query(
        "MATCH (e:Evidence {evidence_id: $id}) SET e.received_by = $who", id=evidence_id, who=who
    )
    return evidence_id


SIGN = (
    "mutation($input: BatchPaperInput!) { r: restorationBatchPaper(input: $input) { __typename "
    "... on UserError { code message } ... on BatchDrawn { batch { rows { lacking acts } } } } }"
)


async def _served_at_one_go(world: Any, number: str, codes: list[str]) -> None:
    """Two decisions with one receipt of the list; who is not decided yet holds up nobody."""
    agency = world.people["agency"]
    for paper in ("MINUTES", "REVIEW_FORM", "APPROVAL", "SEALED_DECISION"):
        scan = await _scan(world, f"{number}-{paper}", "agency")
        signed = {"batchId": number, "paper": paper, "paperScan": scan}
        answer = (await agency.ask(SIGN, input=signed))["r"]
        assert answer["__typename"] == "BatchDrawn", answer
    today = _today()
    serving = {"way": "DIRECT", "servedOn": today, "servedBy": "甲、乙"}
    rows = [{"pracPsnCode": code} for code in codes]
    asked: dict[str, Any] = {"batchId": number, "act": "SERVE", "rows": rows}
    before = await world.events()
    bare = (await agency.ask(HANDLE, input=asked))["r"]
    assert bare["__typename"] == "InvalidInput", bare
    asked["serving"] = {**serving, "receiptScan": await _scan(world, f"{number}-回证", "agency")}
    before = await world.events()
    hidden = (await world.people["doctor"].ask(HANDLE, input=asked))["r"]
    assert hidden["__typename"] == "NotFound"
    denied = (await world.people["office"].ask(HANDLE, input=asked))["r"]
    assert {one["code"] for one in denied["answers"]} == {"ROLE_REQUIRED"}
    assert await world.events() == before
    done = (await agency.ask(HANDLE, input=asked))["r"]
    assert [(a["done"], a["code"]) for a in done["answers"]] == [
        (True, None),
        (True, None),
        (False, "STEP_MISSING"),
    ]
    # The receipt names others, too: the doctor's institution does not read it.
    served = """query($c: String!) { pointsDetail(pracPsnCode: $c) { restoration { unserved
      services { way servedBy receipt { certificate } } } } }"""
    told = (await agency.ask(served, c=codes[1]))["pointsDetail"]["restoration"]
    assert told["unserved"] is False
    assert told["services"][0]["receipt"]["certificate"] == f"{number}-回证"
    address = f"/export/certificate/{codes[1]}/{number}-回证"
    assert (await world.people["office"].take(address, purpose="复核")).status_code == 404
    # The agency may: of this one only the bytes are not there.
    assert (await agency.take(address, purpose="复核")).status_code != 404


async def _attacked(world: Any, code: str) -> None:
    """The refused doctor went to review: the legal reviewer records it, and what came of it."""
    own = {"pracPsnCode": code, "documentNo": "云政复〔2026〕1号"}
    notice = {
        **own, "kind": "REVIEW", "body": "云溪县人民政府", "filedOn": _today(),
        "paperScan": await _scan(world, f"{code}-受理", "legal"),
    }  # fmt: skip
    before = await world.events()
    for who in ("office", "agency", "head"):
        wrong = await world.people[who].act("restorationRemedyRecord", **notice)
        assert wrong["__typename"] == "NotPermitted", (who, wrong)
    assert await world.events() == before
    done = await world.people["legal"].act("restorationRemedyRecord", **notice)
    assert done["__typename"] == "PointsSuccess", done
    outcome = {
        **own, "remedyId": "F1", "outcome": "ANNULLED", "decidedOn": _today(),
        "reasons": "事实不清", "paperScan": await _scan(world, f"{code}-决定", "legal"),
    }  # fmt: skip
    preview = """query($i: RestorationRemedyCloseInput!) { p: restorationRemedyClosePreview(input: $i) {
      refused consequences { text } } }"""
    told = (await world.people["legal"].ask(preview, i=outcome))["p"]
    assert told["refused"] is None
    assert any("县医保局审批" in one["text"] for one in told["consequences"]), told
    closed = await world.people["legal"].act("restorationRemedyClose", **outcome)
    assert closed["__typename"] == "PointsSuccess", closed
    asked = """query($c: String!) { pointsDetail(pracPsnCode: $c) { restoration { step
      remedies { remedyId title outcomeTitle former } } } }"""
    found = (await world.people["office"].ask(asked, c=code))["pointsDetail"]["restoration"]
    assert found["step"] == "bureau"
    assert found["remedies"] == [
        {"remedyId": "F1", "title": "行政复议", "outcomeTitle": "撤销", "former": True}
    ]


async def test_figures_are_for_those_who_see_the_files(world: Any, three: list[str]) -> None:
    year = datetime.now(UTC).year
    asked = "query($y: Int!) { restorationFigures(year: $y) { steps { step count } terminated } }"
    found = (await world.people["office"].ask(asked, y=year))["restorationFigures"]
    assert sum(one["count"] for one in found["steps"]) >= len(three)
    other = (await world.people["other_office"].ask(asked, y=year))["restorationFigures"]
    assert other == {"steps": [], "terminated": 0}
    assert (await world.people["doctor"].ask(asked, y=year))["restorationFigures"] is None


async def test_barred_fees_and_shares_are_shown_to_whom_they_concern(
    world: Any, three: list[str]
) -> None:
    fees = "{ barredFees { pracPsnCode lines amount cases } payableFees { why because lines } }"
    found = await world.people["head"].ask(fees)
    assert isinstance(found["barredFees"], list)
    assert isinstance(found["payableFees"], list)
    for who in ("office", "doctor", "auditor"):
        assert await world.people[who].ask(fees) == {"barredFees": [], "payableFees": []}
    shares = """query($d: Date) { institutionShares(on: $d) {
      fixmedinsCode barred staff term people { pracPsnCode since } } }"""
    found = (await world.people["office"].ask(shares))["institutionShares"]
    assert [one["fixmedinsCode"] for one in found] == [world.hospital]
    assert found[0]["barred"] >= 3
    assert found[0]["staff"] >= found[0]["barred"]
    assert len(found[0]["people"]) == found[0]["barred"]
    before = f"{found[0]['people'][0]['since'][:4]}-01-01"
    assert (await world.people["office"].ask(shares, d=before))["institutionShares"] == []
    other = (await world.people["other_office"].ask(shares))["institutionShares"]
    assert other == []
