"""Notes beside findings and rings: who writes them, who reads them, and that they decide nothing."""

from typing import Any

import pytest

ANONYMOUS = "anonymous"
NOTES = "notes { text by at } judgement { verdict }"
READ = {
    "findingNote": f"query($id: ID!) {{ found: finding(id: $id) {{ {NOTES} }} }}",
    "ringNote": f"query($id: ID!) {{ found: ringDossier(id: $id) {{ ring {{ {NOTES} }} }} }}",
}
FIRST = {
    "findingNote": "{ list: findings(first: 1) { nodes { id findingId } } }",
    "ringNote": "{ list: rings(first: 1) { nodes { id ringId } } }",
}
KEY = {"findingNote": "findingId", "ringNote": "ringId"}


async def first(world: Any, act: str) -> dict[str, Any]:
    found = await world.people["inspector"].ask(FIRST[act])
    one: dict[str, Any] = found["list"]["nodes"][0]
    return one


async def marked(world: Any, act: str, one: dict[str, Any], actor: str) -> dict[str, Any]:
    found = (await world.people[actor].ask(READ[act], id=one["id"]))["found"]
    read: dict[str, Any] = found.get("ring", found)
    return read


@pytest.mark.parametrize("act", sorted(READ))
async def test_a_note_is_read_by_colleagues_and_leaves_the_verdict(world: Any, act: str) -> None:
    one = await first(world, act)
    before = await marked(world, act, one, "legal")
    values = {KEY[act]: one[KEY[act]], "text": "已约村医 8 月 3 日谈话"}
    answer = await world.people["supervisor"].act(act, **values)
    assert answer["__typename"] == "JudgementSuccess", answer
    after = await marked(world, act, one, "legal")
    assert [note["text"] for note in after["notes"]] == [
        *(note["text"] for note in before["notes"]),
        "已约村医 8 月 3 日谈话",
    ]
    assert after["notes"][-1]["by"] == "测试supervisor"
    assert after["judgement"] == before["judgement"]


@pytest.mark.parametrize("actor", [ANONYMOUS, "other_office", "doctor", "party", "legal", "head"])
@pytest.mark.parametrize("act", sorted(READ))
async def test_who_may_not_note_writes_nothing(world: Any, act: str, actor: str) -> None:
    one, before = await first(world, act), await world.events()
    desk = world.browser() if actor == ANONYMOUS else world.people[actor]
    answer = await desk.act(act, **{KEY[act]: one[KEY[act]], "text": "x"})
    assert answer["__typename"] in {"NotPermitted", "NotFound"}, answer
    assert await world.events() == before


@pytest.mark.parametrize(
    ("change", "kind"), [({"text": " \n "}, "InvalidInput"), ({"key": "none"}, "NotFound")]
)
@pytest.mark.parametrize("act", sorted(READ))
async def test_bad_input_notes_nothing(
    world: Any, act: str, change: dict[str, str], kind: str
) -> None:
    one, before = await first(world, act), await world.events()
    values = {KEY[act]: change.get("key", one[KEY[act]]), "text": change.get("text", "x")}
    answer = await world.people["inspector"].act(act, **values)
    assert answer["__typename"] == kind, answer
    assert await world.events() == before
