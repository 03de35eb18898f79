"""The map over HTTP: what was left out, saved questions, places, figures, and the console."""

import io
from typing import Any

import openpyxl


async def patient_of(world: Any) -> str:
    rows, _, _ = await world.driver.execute_query(
        "MATCH (p:Patient)-[r:SEEN_BY]->() RETURN p.psn_no AS key, sum(r.count) AS n "
        "ORDER BY n DESC, key LIMIT 1"
    )
    return f"Patient:{rows[0]['key']}"


async def test_saved_questions_are_listed_in_the_readers_language(world: Any) -> None:
    desk = world.people["inspector"]
    found = await desk.ask("{ patternTemplates { key title parameters { name kinds default } } }")
    titles = {one["key"]: one["title"] for one in found["patternTemplates"]}
    assert len(titles) == 8
    assert "药店" in titles["doctor_then_pharmacy"]
    patient = await patient_of(world)
    answer = await desk.ask(
        'query($p: [PatternValue!]!) { pattern(key: "companions", parameters: $p, first: 5) '
        "{ rows { cells { text nodeIds } } graph { nodes { id } } truncated leftOut { message } } }",
        p=[{"name": "patient", "value": patient}, {"name": "least", "value": "2"}],
    )
    assert patient in {node["id"] for node in answer["pattern"]["graph"]["nodes"]}
    for row in answer["pattern"]["rows"]:
        assert int(row["cells"][2]["text"]) >= 2


async def test_a_timeline_says_how_long_it_is(world: Any) -> None:
    desk = world.people["inspector"]
    patient = await patient_of(world)
    query = (
        "query($i: ID!, $d: Date, $a: String) { timeline(id: $i, first: 100, fromDay: $d, after: $a) "
        "{ entries { at } endCursor } timelineTotal(id: $i, fromDay: $d) }"
    )

    async def days(since: str | None) -> tuple[list[str], int]:
        """Every day of the timeline, page by page, and the total that it says."""
        found: list[str] = []
        after = None
        while True:
            page = await desk.ask(query, i=patient, d=since, a=after)
            found += [entry["at"][:10] for entry in page["timeline"]["entries"]]
            after = page["timeline"]["endCursor"]
            if after is None:
                return found, page["timelineTotal"]

    whole, total = await days(None)
    assert total == len(whole) > 0
    late, some = await days(whole[-1])
    assert some == len(late) > 0
    assert set(late) == {whole[-1]}
    assert not (await world.people["office"].raw(query, i=patient)).get("data")


async def test_places_come_with_the_countys_outline(world: Any) -> None:
    found = await world.people["inspector"].ask(
        "{ geo(first: 50) { places { node { kind } lon lat count } outline leftOut { part } } }"
    )
    assert found["geo"]["places"]
    assert len(found["geo"]["outline"]["features"]) == 16


async def test_hubs_are_named_in_the_readers_words(world: Any) -> None:
    desk = world.people["inspector"]
    patient = await patient_of(world)
    query = (
        "query($a: ID!, $b: ID!) { paths(source: $a, target: $b, mode: LIGHTEST, weight: RARITY, "
        "first: 3, filter: {avoidHubs: 0}) { paths { weight } leftOut { reason message } } }"
    )
    other = f"Institution:{world.hospital}"
    found = (await desk.ask(query, a=patient, b=other))["paths"]
    assert found["leftOut"][0]["reason"] == "HUB"
    assert "枢纽" in found["leftOut"][0]["message"]


async def test_the_console_answers_whom_it_was_granted_to(world: Any) -> None:
    query = (
        "mutation($i: CypherRunInput!) { r: cypherRun(input: $i) { __typename "
        "... on UserError { code message } ... on CypherTable { columns rows truncated } } }"
    )
    ask = {"query": "MATCH (p:Patient) RETURN p.psn_name AS name LIMIT $n", "parameters": {"n": 3}}
    granted = (await world.people["inspector2"].ask(query, i=ask))["r"]
    assert granted["columns"] == ["name"]
    assert len(granted["rows"]) == 3
    assert all("*" in row[0] for row in granted["rows"])
    refused = (await world.people["inspector"].ask(query, i=ask))["r"]
    assert (refused["__typename"], refused["code"]) == ("NotPermitted", "PERMISSION_REQUIRED")
    writes = {"query": "MATCH (p:Patient) SET p.gend = '1'"}
    wrong = (await world.people["inspector2"].ask(query, i=writes))["r"]
    assert (wrong["__typename"], wrong["code"]) == ("InvalidInput", "CYPHER_REFUSED")


async def test_a_node_says_what_is_asked_of_it(world: Any) -> None:
    desk = world.people["inspector"]
    patient = await patient_of(world)
    few = (
        'query($i: ID!) { expand(id: $i, first: 5) { nodes { kind properties(names: ["hosp_lv"]) '
        "{ name } all: properties { name } } } }"
    )
    nodes = (await desk.ask(few, i=patient))["expand"]["nodes"]
    graded = [node for node in nodes if node["properties"]]
    assert graded
    assert all([one["name"] for one in node["properties"]] == ["hosp_lv"] for node in graded)
    assert all(len(node["all"]) > 1 for node in graded)


async def test_open_cases_are_marked_also_through_a_fragment(world: Any) -> None:
    desk = world.people["inspector"]
    party = f"Institution:{world.hospital}"
    opened = await desk.act(
        "caseOpen",
        title="在办案件",
        source="FINDING",
        summary="在图上标出",
        conductFrom="2025-01-05",
        conductTo="2025-11-30",
        party={"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"},
    )
    assert opened["__typename"] == "CaseSuccess", opened
    rows, _, _ = await world.driver.execute_query(
        "MATCH (:Institution {fixmedins_code: $code})<-[r:VISITED]-(p:Patient) "
        "RETURN p.psn_no AS key ORDER BY r.count DESC, key LIMIT 1",
        code=world.hospital,
    )
    asked = (
        "query($i: ID!) { expand(id: $i, first: 100) { ...Parts } } "
        "fragment Parts on Subgraph { nodes { id ...Mark } } "
        "fragment Mark on GraphNode { inOpenCase }"
    )
    nodes = (await desk.ask(asked, i=f"Patient:{rows[0]['key']}"))["expand"]["nodes"]
    assert {node["id"]: node["inOpenCase"] for node in nodes}[party]


async def looks(world: Any) -> dict[str, int]:
    """Queries and exports on record."""
    rows, _, _ = await world.driver.execute_query(
        "MATCH (e:Event) WHERE e.type IN ['CypherAsked', 'Exported'] "
        "RETURN e.type AS type, count(e) AS n"
    )
    return {row["type"]: row["n"] for row in rows}


PAGES = "{ session { me { pages } } }"


async def test_the_console_page_is_for_those_who_were_granted_it(world: Any) -> None:
    guide = "{ cypherGuide { maxRows seconds labels { name fields { name personal } } examples { title } } }"
    trained = world.people["inspector2"]
    assert "console" in (await trained.ask(PAGES))["session"]["me"]["pages"]
    found = (await trained.ask(guide))["cypherGuide"]
    assert (found["maxRows"], found["seconds"]) == (1000, 10)
    assert {"name": "certno", "personal": True} in next(
        one["fields"] for one in found["labels"] if one["name"] == "Patient"
    )
    for name in ("inspector", "head", "office", "doctor", "auditor"):
        other = world.people[name]
        assert "console" not in (await other.ask(PAGES))["session"]["me"]["pages"]
        for question in (guide, "{ cypherHistory { query } }"):
            codes = [one["extensions"]["code"] for one in (await other.raw(question))["errors"]]
            assert codes[0] in ("PERMISSION_REQUIRED", "ROLE_REQUIRED"), (name, codes)
    assert (await world.browser().raw(guide))["errors"]


async def test_a_console_answer_leaves_as_a_workbook_and_on_record(world: Any) -> None:
    query = "MATCH (p:Patient) RETURN p, p.psn_name AS name LIMIT 7"
    trained = world.people["inspector2"]
    before = await looks(world)
    answer = await trained.send("/export/cypher.xlsx", {"query": query, "limit": 5})
    assert answer.status_code == 200, answer.text
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["结果"]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 6
    assert all("*" in str(row[1]) for row in rows[1:])
    assert await looks(world) == {
        **before,
        "CypherAsked": before.get("CypherAsked", 0) + 1,
        "Exported": before.get("Exported", 0) + 1,
    }
    history = (await trained.ask("{ cypherHistory(first: 1) { query refused } }"))["cypherHistory"]
    assert history == [{"query": query, "refused": False}]
    for name, body, status in (
        ("inspector", {"query": query}, 404),
        ("inspector2", {"query": query, "limit": 5000}, 400),
        ("inspector2", {"query": query, "parameters": [1]}, 400),
        ("inspector2", [query], 400),
    ):
        count = await looks(world)
        refused = await world.people[name].send("/export/cypher.xlsx", body)
        assert refused.status_code == status, refused.text
        assert refused.json()["message"]
        assert await looks(world) == count


async def test_what_a_colleague_shared_waits_until_it_is_opened(world: Any) -> None:
    giver, taker = world.people["inspector"], world.people["inspector2"]
    save = (
        "mutation($i: InvestigationSaveInput!) { r: investigationSave(input: $i) { __typename "
        "... on InvestigationSuccess { investigation { id } } ... on UserError { message } } }"
    )
    value = {"name": "共用电话的五人", "content": {"nodes": {}}, "sharedWith": ["inspector2"]}
    key = (await giver.ask(save, i=value))["r"]["investigation"]["id"]
    shared = {
        "kind": "shared",
        "title": "共用电话的五人",
        "detail": "测试inspector与您共享了研判图",
        "target": f"/graph?investigation={key}",
    }
    waiting = "{ inbox { waiting { kind title detail target } } }"

    async def of(desk: Any) -> list[dict[str, str]]:
        return [
            one for one in (await desk.ask(waiting))["inbox"]["waiting"] if one["kind"] == "shared"
        ]

    assert await of(taker) == [shared]
    assert await of(giver) == await of(world.people["head"]) == []
    # The owner's own look changes nothing; the colleague's ends the notice.
    for desk, left in ((giver, [shared]), (taker, [])):
        assert (await desk.ask("query($k: ID!) { investigation(id: $k) { name } }", k=key))[
            "investigation"
        ]
        assert await of(taker) == left
    # Taken away and shared once more, it is news again.
    for accounts, left in (([], []), (["inspector2"], [shared])):
        again = {**value, "id": key, "sharedWith": accounts}
        assert (await giver.ask(save, i=again))["r"]["__typename"] == "InvestigationSuccess"
        assert await of(taker) == left


async def test_an_earlier_state_is_its_owners_alone(world: Any) -> None:
    owner, colleague = world.people["inspector"], world.people["inspector2"]
    save = (
        "mutation($i: InvestigationSaveInput!) { r: investigationSave(input: $i) { "
        "... on InvestigationSuccess { investigation { id version } } } }"
    )
    then, now = {"nodes": {"Patient:1": {}}}, {"nodes": {}}
    value = {"name": "先多后少", "content": then, "sharedWith": ["inspector2"]}
    key = (await owner.ask(save, i=value))["r"]["investigation"]["id"]
    saved = (await owner.ask(save, i={**value, "id": key, "content": now}))["r"]["investigation"]
    query = "query($k: ID!, $s: Int) { investigation(id: $k, state: $s) { version content states { version } } }"
    (state,) = (await owner.ask(query, k=key))["investigation"]["states"]
    earlier = (await owner.ask(query, k=key, s=state["version"]))["investigation"]
    assert earlier["content"] == then
    shared = (await colleague.ask(query, k=key))["investigation"]
    assert (shared["content"], shared["states"]) == (now, [])
    assert (await colleague.ask(query, k=key, s=state["version"]))["investigation"] is None
    for name in ("office", "doctor"):
        assert (await world.people[name].raw(query, k=key, s=1))["errors"], name
    assert (await world.browser().raw(query, k=key, s=1))["errors"]
    # Saved over the present state, the earlier one is the present one again.
    back = {**value, "id": key, "content": then, "expectedVersion": earlier["version"]}
    assert (await owner.ask(save, i=back))["r"]["investigation"]["version"] > saved["version"]
    assert (await colleague.ask(query, k=key))["investigation"]["content"] == then
