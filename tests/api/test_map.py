"""The map over HTTP: what was left out, saved questions, places, figures, and the console."""

from typing import Any


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
