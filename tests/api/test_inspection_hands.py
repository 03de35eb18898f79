"""Whose inspection it is, through the front door: other officers, a recusal, calling it off."""

from typing import Any

from tests.api.test_inspection import day, do, planned, refused, waiting

HANDS = """query($n: String!) { inspectionFile(inspectionNo: $n) { stage
  officers { account } nextActions { act } } }"""
#: Who has no part in inspections of the bureau, whatever they send.
OUTSIDE = ("anonymous", "other_office", "office", "doctor", "system", "auditor")


async def kept_out(world: Any, act: str, /, others: tuple[str, ...], **values: Any) -> None:
    """Nobody from outside, nor any of `others`, gets through, and nothing is written."""
    before = await world.events()
    kind = act[0].upper() + act[1:] + "Input"
    query = (
        f"mutation($input: {kind}!) {{ r: {act}(input: $input) {{ __typename "
        "... on UserError { code } } }"
    )
    for who in (*OUTSIDE, *others):
        desk = world.browser() if who == "anonymous" else world.people[who]
        answer = await desk.raw(query, input=values)
        said = (answer.get("data") or {}).get("r") or {"__typename": "refused"}
        assert not said["__typename"].endswith("Success"), (who, act, answer)
        assert answer.get("errors") or said.get("code"), (who, act, answer)
    assert await world.events() == before


async def hands(world: Any, number: str, who: str = "head") -> dict[str, Any]:
    page: dict[str, Any] = (await world.people[who].ask(HANDS, n=number))["inspectionFile"]
    return page


def named(*accounts: str) -> list[dict[str, str]]:
    return [
        {"account": one, "certificateNo": f"皖1{place}"}
        for place, one in enumerate(accounts, start=1)
    ]


async def test_other_officers_take_over(world: Any) -> None:
    number = await planned(world)
    change = {"inspectionNo": number, "officers": named("inspector", "both"), "reason": "调整分工"}
    act = "inspectionOfficersChange"
    await kept_out(world, act, ("inspector", "agency", "legal"), **change)
    alone = {**change, "officers": named("inspector")}
    await refused(world, "supervisor", act, "TWO_OFFICERS", **alone)
    nobody = {**change, "officers": named("inspector", "no-such-account")}
    await refused(world, "supervisor", act, "ACCOUNT_UNFIT", **nobody)
    stale = {**change, "expectedVersion": 0}
    await refused(world, "supervisor", act, "STALE_VERSION", **stale)
    await do(world, "supervisor", act, **change)
    await refused(world, "supervisor", act, "ALREADY_DONE", **change)
    page = await hands(world, number)
    assert [one["account"] for one in page["officers"]] == ["inspector", "both"]
    assert await waiting(world, "inspector2", number) == []
    assert await waiting(world, "both", number) == [("按通知日期进场检查", True)]


async def test_who_is_asked_to_withdraw_answers_and_the_head_decides(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    ask = {
        **own,
        "officer": "inspector",
        "ground": "KIN",
        "reason": "亲属在该院任职",
        "byParty": True,
    }
    await kept_out(world, "inspectionRecusalRequest", ("agency",), **ask)
    stranger = {**ask, "officer": "both"}
    await refused(world, "supervisor", "inspectionRecusalRequest", "NOT_FOUND", **stranger)
    await do(world, "inspector2", "inspectionRecusalRequest", **ask)
    stay = {**own, "recusalId": "B1", "withdraw": False, "reasons": "并无关系"}
    others = ("inspector2", "supervisor", "head", "agency")
    await kept_out(world, "inspectionRecusalAnswer", others, **stay)
    await do(world, "inspector", "inspectionRecusalAnswer", **stay)
    grant = {**own, "recusalId": "B1", "approve": True, "reasons": "属实"}
    others = ("inspector", "inspector2", "supervisor", "agency")
    await kept_out(world, "inspectionRecusalDecide", others, **grant)
    await refused(
        world, "head", "inspectionRecusalDecide", "NOT_FOUND", **{**grant, "recusalId": "B9"}
    )
    await do(world, "head", "inspectionRecusalDecide", **grant)
    page = await hands(world, number, "supervisor")
    assert [one["account"] for one in page["officers"]] == ["inspector2"]
    assert page["nextActions"][0]["act"] == "inspectionOfficersChange"
    begun = {
        "startedOn": day(), "place": "病案室", "receivedBy": "王某", "recusalTold": True,
        "certificatesShown": True,
    }  # fmt: skip
    await refused(world, "inspector2", "inspectionStart", "TWO_OFFICERS", **own, **begun)
    # He who withdrew by decision is not named again.
    back = {**own, "officers": named("inspector", "inspector2"), "reason": "人手不足"}
    await refused(world, "supervisor", "inspectionOfficersChange", "ACCOUNT_UNFIT", **back)


async def test_an_inspection_is_called_off(world: Any) -> None:
    number = await planned(world)
    off = {"inspectionNo": number, "reason": "该机构已停业"}
    await kept_out(world, "inspectionCancel", ("inspector", "agency", "legal"), **off)
    await refused(
        world, "supervisor", "inspectionCancel", "FIELD_REQUIRED", **{**off, "reason": " "}
    )
    await do(world, "supervisor", "inspectionCancel", **off)
    page = await hands(world, number)
    assert (page["stage"], page["nextActions"]) == ("cancelled", [])
    assert await waiting(world, "inspector", number) == []
    again = await world.people["supervisor"].act("inspectionCancel", **off)
    assert again["code"] == "ILLEGAL_MOVE"


async def test_on_site_the_institution_is_told_by_a_numbered_notice(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    begun = {
        "startedOn": day(), "place": "病案室", "receivedBy": "王某", "recusalTold": True,
        "certificatesShown": True,
    }  # fmt: skip
    await do(world, "inspector", "inspectionStart", **own, **begun)
    off = {**own, "reason": "线索不实"}
    await kept_out(world, "inspectionCancel", ("inspector", "inspector2"), **off)
    await refused(world, "supervisor", "inspectionCancel", "FIELD_REQUIRED", **off)
    await do(world, "supervisor", "inspectionCancel", **off, documentNo="云医保检撤〔2026〕1号")
    assert (await hands(world, number))["stage"] == "cancelled"


async def test_ties_are_looked_for_again(world: Any) -> None:
    number = await planned(world)
    own = {"inspectionNo": number}
    await kept_out(world, "inspectionTiesCheck", ("agency", "legal"), **own)
    before = await world.events()
    await do(world, "inspector", "inspectionTiesCheck", **own)
    assert await world.events() == before + 1
