"""Volumes of a closed case over HTTP: bound by the job's own code, never the inner one to the party."""

import hashlib
import io
from datetime import UTC, datetime
from typing import Any

import httpx
import pypdf
import pytest

from casework.refusal import Refusal
from evidence.dossier.typeset import typeset
from evidence.s3 import S3Store
from graph.accounts.read import find_account
from tests.api.test_documents import do, opened
from tests.api.test_evidence import COMPLETE, START
from workers.binding import Order, bind_case

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
BOUND = """query($n: String!) { caseFile(caseNo: $n) { mayBind
  bindings { version retention volumes { kind title sha256 pages rows { title pages } } }
  timeline { type } evidence { evidenceId } } }"""
CUSTODY = "query($i: String!) { evidence(evidenceId: $i) { custody { type purpose } } }"


async def attach(
    world: Any,
    number: str,
    body: bytes,
    name: str,
    who: str = "inspector",
    kind: str = "DOCUMENTARY",
) -> str:
    """Put a PDF into the vault and onto the case; its number."""
    wanted = {
        "caseNo": number,
        "name": name,
        "size": len(body),
        "mediaType": "application/pdf",
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    desk = world.people[who]
    started = (await desk.ask(START, input=wanted))["r"]
    async with httpx.AsyncClient() as http:
        assert (await http.put(started["ticket"]["url"], content=body)).status_code == 200
    given = {
        "uploadId": started["ticket"]["uploadId"],
        "kind": kind,
        "proves": f"证明{name}",
    }
    done = (await desk.ask(COMPLETE, input=given))["r"]
    found: str = done["evidence"]["evidenceId"]
    return found


def paper(pages: int, title: str) -> bytes:
    return typeset("stamps", {"title": title, "sizes": [["595", "842"]] * pages}, AT).pdf


async def came_in(world: Any, number: str, name: str, who: str = "inspector") -> str:
    """What another wrote of the case, as evidence of it; its number."""
    return await attach(world, number, paper(1, f"{number}-{name}"), f"{name}.pdf", who)


async def bind(world: Any, number: str, who: str = "inspector") -> dict[str, Any]:
    """Bind as the button's job does."""
    account = await find_account(world.driver, who)
    assert account is not None
    store = S3Store(world.app.state.services.objects)
    order = Order(account.actor, number, datetime.now(UTC))
    return await bind_case(world.driver, store, world.settings, order, lambda *_: None)


async def test_a_closed_case_is_bound_and_bound_again_and_the_party_sees_no_inner_volume(
    world: Any,
) -> None:
    number = await opened(world)
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="filing")
    evidence_id = await attach(world, number, paper(2, number), "病历.pdf")
    before = await world.events()
    with pytest.raises(Refusal, match="装订归档"):
        await bind(world, number)
    assert await world.events() == before
    officers = [
        {"account": login, "certificateNo": f"皖-{login}"} for login in ("inspector", "both")
    ]
    await do(world, "supervisor", "caseAssignOfficers", caseNo=number, officers=officers)
    own: dict[str, Any] = {"caseNo": number}
    lacking = {**own, "filing": "NOT_FILE", "reasons": "没有初步证据"}
    await do(world, "inspector", "caseFilingPropose", **lacking)
    await do(
        world, "supervisor", "caseSubmissionReview", **own, matter="FILING", outcome="APPROVED"
    )
    await do(world, "head", "caseDecline", caseNo=number, reasons="不符合立案条件")
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="not_filed")
    with pytest.raises(Refusal) as unsigned:
        await bind(world, number)
    assert unsigned.value.code == "BINDING_UNSIGNED"
    scan = await attach(world, number, paper(1, "签字件"), "签字件.pdf")
    signed = {"caseNo": number, "issueId": "W2", "evidenceId": scan}
    await do(world, "inspector", "caseFormSign", **signed)
    file = (await world.people["inspector"].ask(BOUND, n=number))["caseFile"]
    assert file["mayBind"]
    assert file["bindings"] == []
    made = await bind(world, number)
    assert made["version"] == 1
    file = (await world.people["inspector"].ask(BOUND, n=number))["caseFile"]
    assert not file["mayBind"]
    (bound,) = file["bindings"]
    assert bound["retention"] == "10年"
    main, inner = bound["volumes"]
    assert [row["title"] for row in main["rows"]] == ["立案审批表", "病历.pdf（证明病历.pdf）"]
    assert main["rows"][1]["pages"] == "2–3"
    assert [row["title"] for row in inner["rows"]] == ["不予立案审批表"]
    seen = await world.people["inspector"].ask(CUSTODY, i=evidence_id)
    assert {"type": "EvidenceCopied", "purpose": "案卷装订归档"} in seen["evidence"]["custody"]

    # The file itself: for the bureau with a purpose, on record; for nobody else.
    address = f"/export/volume/{number}/1"
    desk = world.people["supervisor"]
    assert (await desk.http.get(f"{address}/main.pdf")).status_code == 400
    for kind, volume in (("main", main), ("inner", inner)):
        taken = await desk.take(f"{address}/{kind}.pdf", purpose="复议机关调阅")
        assert hashlib.sha256(taken.content).hexdigest() == volume["sha256"]
        assert len(pypdf.PdfReader(io.BytesIO(taken.content)).pages) == volume["pages"]
    events = await world.events()
    for who in ("office", "other_office", "party", "doctor", "system", "auditor"):
        for kind in ("main", "inner"):
            answer = await world.people[who].take(f"{address}/{kind}.pdf", purpose="x")
            assert answer.status_code == 404, (who, kind)
    assert (await world.browser().http.post(f"{address}/inner.pdf", json={})).status_code in (
        401,
        403,
    )
    for path in (f"/export/volume/{number}/9/main.pdf", f"{address}/other.pdf"):
        assert (await desk.take(path, purpose="x")).status_code == 404
    assert await world.events() == events

    with pytest.raises(Refusal) as again:
        await bind(world, number)
    assert again.value.code == "ALREADY_BOUND"
    await do(world, "inspector", "caseFormIssue", caseNo=number, formId="scene")
    assert (await bind(world, number))["version"] == 2
