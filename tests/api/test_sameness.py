"""Who was judged one, over HTTP: shown with what holds it, undone from there, for the bureau alone."""

from typing import Any

import pytest

ONE = """query($e: String!) { sameCluster(entity: $e) {
    head members { id code name } ties { key version left right judgement { verdict reason by } }
    contradictions { apart { key } chain { key } } } }"""
TORN = "{ sameClusters(kind: DOCTOR, contradictory: true) { totalCount nodes { head } } }"


async def asked(world: Any, *codes: str) -> str:
    """A pair of doctors that a search has found."""
    a, b = sorted(codes)
    key = f"Doctor|{a}|{b}"
    await world.driver.execute_query(
        "MERGE (l:Likeness {key: $key}) SET l.kind = 'Doctor', l.a = $a, l.b = $b, l.bits = 9.0",
        key=key, a=a, b=b,
    )  # fmt: skip
    return key


async def test_a_cluster_is_shown_and_undone_from_there(world: Any) -> None:
    a, b, c = sorted(code for code, _ in world.doctors[:3])
    desk = world.people["inspector"]
    for pair in ((a, b), (b, c)):
        done = await desk.act(
            "sameJudge", key=await asked(world, *pair), verdict="CONFIRMED", reason="姓名、机构一致"
        )
        assert done["__typename"] == "SamenessSuccess", done
    found = (await desk.ask(ONE, e=f"Doctor:{c}"))["sameCluster"]
    assert found["head"] == a
    assert [one["code"] for one in found["members"]] == [a, b, c]
    assert all(one["name"] for one in found["members"])
    assert {(one["left"], one["right"]) for one in found["ties"]} == {(a, b), (b, c)}
    assert {one["judgement"]["reason"] for one in found["ties"]} == {"姓名、机构一致"}
    assert (await desk.ask(TORN))["sameClusters"]["totalCount"] == 0

    key = await asked(world, a, c)
    other = world.people["inspector2"]
    await other.act("sameJudge", key=key, verdict="REJECTED", reason="执业证号不同")
    torn = (await desk.ask(ONE, e=f"Doctor:{b}"))["sameCluster"]
    assert [one["apart"]["key"] for one in torn["contradictions"]] == [key]
    assert len(torn["contradictions"][0]["chain"]) == 2
    assert (await desk.ask(TORN))["sameClusters"]["nodes"] == [{"head": a}]

    await other.act("sameTakeBack", key=key, reason="看错了")
    for tie in found["ties"]:
        back = await desk.act(
            "sameTakeBack", key=tie["key"], expectedVersion=tie["version"], reason="查证后不是一人"
        )
        assert back["__typename"] == "SamenessSuccess", back
    assert (await desk.ask(ONE, e=f"Doctor:{b}"))["sameCluster"] is None


@pytest.mark.parametrize("actor", ["anonymous", "office", "doctor", "system", "security"])
async def test_clusters_are_the_bureaus(world: Any, actor: str) -> None:
    desk = world.browser() if actor == "anonymous" else world.people[actor]
    for query in (ONE, TORN):
        body = await desk.raw(query, **({"e": "Doctor:X"} if "$e" in query else {}))
        assert not any((body.get("data") or {}).values())
        assert body.get("errors")


@pytest.mark.parametrize("entity", ["", "Doctor", "Doctor:", "Settlement:1", "Ring:R1"])
async def test_only_what_can_be_one_has_a_cluster(world: Any, entity: str) -> None:
    body = await world.people["inspector"].raw(ONE, e=entity)
    assert body["errors"]
