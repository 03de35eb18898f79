"""The party's address and representative over HTTP: known of itself, corrected, and what papers lack."""

from typing import Any

from tests.api.test_documents import do, refused
from tests.api.test_handling import opened

FILE = """query($n: String!) { caseFile(caseNo: $n) {
  case { party { address representative } } paperGaps { what act parameter waits } } }"""
MASTER = """MATCH (i:Institution {fixmedins_code: $code}) SET i.address = $address"""
NEWS = "{ inbox { news { code count target } } }"


async def seen(world: Any, who: str, number: str) -> Any:
    return (await world.people[who].ask(FILE, n=number))["caseFile"]


async def test_the_address_comes_from_the_master_data_and_is_corrected(world: Any) -> None:
    await world.driver.execute_query(MASTER, code=world.hospital, address="测试县主数据路1号")
    number = await opened(world)
    file = await seen(world, "agency", number)
    assert file["case"]["party"] == {"address": "测试县主数据路1号", "representative": ""}
    gaps = file["paperGaps"]
    assert [one["act"] for one in gaps if one["act"]] == ["CorrectParty"]
    assert {one["parameter"] for one in gaps} >= {"recovery_account"}
    change = {"caseNo": number, "representative": "张明", "reasons": "营业执照所载"}
    await refused(world, "legal", "casePartyCorrect", "ROLE_REQUIRED", **change)
    await refused(
        world, "agency", "casePartyCorrect", "FIELD_REQUIRED", **{**change, "reasons": " "}
    )
    await do(world, "agency", "casePartyCorrect", **change)
    await refused(world, "agency", "casePartyCorrect", "ALREADY_DONE", **change)
    file = await seen(world, "agency", number)
    assert file["case"]["party"] == {"address": "测试县主数据路1号", "representative": "张明"}
    assert not [one for one in file["paperGaps"] if one["act"]]
    # What the bureau has yet to set is its own affair.
    await do(world, "agency", "caseAddNote", caseNo=number, text="x")
    assert (await seen(world, "office", number) or {"paperGaps": []})["paperGaps"] == []


async def test_who_may_cure_it_is_told_of_unset_parameters(world: Any) -> None:
    for who, told in (("head", True), ("supervisor", True), ("legal", True), ("agency", False)):
        news = (await world.people[who].ask(NEWS))["inbox"]["news"]
        found = [one for one in news if one["code"] == "parameters"]
        assert bool(found) == told, who
        assert all(one["count"] and one["target"] == "/parameters" for one in found)
