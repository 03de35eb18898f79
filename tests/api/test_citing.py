"""Evidence of another case over HTTP: who may cite it, how it is listed, and that it is given up again."""

from typing import Any

from tests.api.test_binding import attach, paper
from tests.api.test_documents import do, opened, refused

LISTED = """query($n: String!) { caseFile(caseNo: $n) {
  evidence { evidenceId sha256 proves origin { caseNo number text } } } }"""
CHAIN = "query($i: String!) { evidence(evidenceId: $i) { caseNo custody { type } } }"
ACTORS = {
    "office": "NOT_FOUND",
    "other_office": "NOT_FOUND",
    "doctor": "NOT_FOUND",
    "system": "NOT_FOUND",
    "legal": "ROLE_REQUIRED",
    "supervisor": "ROLE_REQUIRED",
    "head": "ROLE_REQUIRED",
    # An inspector, but not one of the case.
    "inspector2": "NOT_AN_OFFICER",
}


async def listed(world: Any, number: str) -> Any:
    return (await world.people["inspector"].ask(LISTED, n=number))["caseFile"]["evidence"]


async def test_a_case_cites_an_item_of_another_and_gives_it_up(world: Any) -> None:
    home, number = await opened(world), await opened(world)
    item = await attach(world, home, paper(1, f"{home}-材料"), "冒名记录.pdf", "inspector")
    [kept] = await listed(world, home)
    own = {"caseNo": number, "evidenceId": item}
    cite = {**own, "homeCase": home, "proves": "出借凭证", "reason": "同一事实由他案查获"}
    for who, code in ACTORS.items():
        await refused(world, who, "caseCiteEvidence", code, **cite)
    await refused(
        world, "inspector", "caseCiteEvidence", "NOT_FOUND", **{**cite, "homeCase": "none"}
    )
    await refused(world, "inspector", "caseAttachEvidence", "EVIDENCE_ELSEWHERE", **own, proves="x")
    await do(world, "inspector", "caseCiteEvidence", **cite)
    [cited] = await listed(world, number)
    assert (cited["sha256"], cited["proves"]) == (kept["sha256"], "出借凭证")
    assert (cited["origin"]["caseNo"], cited["origin"]["number"]) == (home, 1)
    assert "同一事实由他案查获" in cited["origin"]["text"]
    # The home case has it as before.
    assert await listed(world, home) == [kept]
    chain = (await world.people["inspector"].ask(CHAIN, i=item))["evidence"]
    assert chain["caseNo"] == home
    assert "CitedByCase" in {one["type"] for one in chain["custody"]}
    away = {**own, "reason": "与本案无关"}
    for who, code in ACTORS.items():
        await refused(world, who, "caseCitationWithdraw", code, **away)
    await do(world, "inspector", "caseCitationWithdraw", **away)
    assert await listed(world, number) == []
