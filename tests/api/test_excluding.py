"""Evidence ruled out over HTTP: who proposes, who decides, what the list and the chain tell."""

from typing import Any

from tests.api.test_binding import attach, paper
from tests.api.test_documents import do, opened, refused

LISTED = """query($n: String!) { caseFile(caseNo: $n) {
  evidence { evidenceId excluded excludedWhy doubt doubtedBack homeExcluded rests } } }"""
CHAIN = "query($i: String!) { evidence(evidenceId: $i) { custody { type } } }"
OUTSIDE = {"office": "NOT_FOUND", "other_office": "NOT_FOUND", "doctor": "NOT_FOUND"}
PROPOSERS = {
    **OUTSIDE, "system": "NOT_FOUND", "supervisor": "ROLE_REQUIRED", "head": "ROLE_REQUIRED",
    # An inspector, but not one of the case; the agency in a penalty case.
    "inspector2": "NOT_AN_OFFICER", "agency": "NOT_AN_OFFICER",
}  # fmt: skip
DECIDERS = {
    **OUTSIDE, "system": "NOT_FOUND", "inspector": "ROLE_REQUIRED", "legal": "ROLE_REQUIRED",
    "agency": "ROLE_REQUIRED", "chief": "ROLE_REQUIRED",
}  # fmt: skip


async def item_of(world: Any, number: str) -> Any:
    [one] = (await world.people["inspector"].ask(LISTED, n=number))["caseFile"]["evidence"]
    return one


async def test_an_item_is_ruled_out_and_taken_back(world: Any) -> None:
    number, other = await opened(world), await opened(world)
    item = await attach(world, number, paper(1, f"{number}-材料"), "照片.pdf", "inspector")
    own = {"caseNo": number, "evidenceId": item}
    cite = {"caseNo": other, "homeCase": number, "evidenceId": item, "proves": "x", "reason": "x"}
    await do(world, "inspector", "caseCiteEvidence", **cite)
    asked = {**own, "ground": "ILLEGAL_MEANS", "reasons": "未经同意翻拍手机"}
    for who, code in PROPOSERS.items():
        await refused(world, who, "caseExclusionPropose", code, **asked)
    await do(world, "legal", "caseExclusionPropose", **asked, byParty=True)
    assert "当事人提出" in (await item_of(world, number))["doubt"]
    yes = {**own, "approve": True}
    for who, code in DECIDERS.items():
        await refused(world, who, "caseExclusionDecide", code, **yes)
    await do(world, "supervisor", "caseExclusionDecide", **yes)
    out = await item_of(world, number)
    assert (out["excluded"], out["doubt"]) == ("已排除：以非法手段取得", None)
    assert out["excludedWhy"] == "未经同意翻拍手机"
    assert (await item_of(world, other))["homeExcluded"] == "已排除：以非法手段取得"
    chain = (await world.people["inspector"].ask(CHAIN, i=item))["evidence"]["custody"]
    assert "ExcludedInCase" in {one["type"] for one in chain}
    back = {**own, "reasons": "已补正"}
    for who, code in PROPOSERS.items():
        await refused(world, who, "caseReinstatementPropose", code, **back)
    await do(world, "inspector", "caseReinstatementPropose", **back)
    assert (await item_of(world, number))["doubtedBack"]
    await do(world, "head", "caseExclusionDecide", **yes)
    assert (await item_of(world, number))["excluded"] is None
    assert (await item_of(world, other))["homeExcluded"] is None
