"""The Cypher console on the real server: permitted, masked, bounded, on record; it never writes."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import neo4j
import openpyxl
import pytest
import pytest_asyncio

import graph.console.run as console
from casework.actors import Actor, Permission, Role
from casework.actors import console as at_server
from casework.commands.accounts import CreateAccount, GrantPermission, RevokePermission
from casework.refusal import Refusal
from graph.accounts.passwords import create_account
from graph.accounts.read import find_account
from graph.commands import execute
from graph.console.gate import LABELS, PROPERTIES, SENSITIVE, TYPES
from graph.console.guide import Example, examples, labels, relationships
from graph.console.history import asked_before
from graph.console.run import run_cypher
from graph.console.workbook import table_workbook
from graph.explore.values import Why

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
#: Codes of the small map, for the examples' own.
LOCAL: Final = {"code": "H1", "a": "1", "b": "2"}
pytestmark = pytest.mark.usefixtures("county")


@pytest_asyncio.fixture(loop_scope="session")
async def trained(driver: neo4j.AsyncDriver, county: Any) -> Actor:
    """An inspector with the permission until 31 March 2026."""
    await driver.execute_query("MATCH (n:Account|Event|Stream) DETACH DELETE n")
    security = at_server("tester")
    command = CreateAccount(
        login="zhao", name="赵", person="zhao", roles=frozenset({Role.SECURITY_ADMIN})
    )
    await create_account(driver, command, security, AT)
    keeper = await find_account(driver, "zhao")
    assert keeper is not None
    command = CreateAccount(login="li", name="李", person="li", roles=frozenset({Role.INSPECTOR}))
    await create_account(driver, command, keeper.actor, AT)
    grant = GrantPermission(
        login="li",
        permission=Permission.CYPHER_CONSOLE,
        until=datetime(2026, 3, 31, tzinfo=UTC).date(),
        reason="培训合格",
    )
    await execute(driver, grant, keeper.actor, AT)
    found = await find_account(driver, "li")
    assert found is not None
    return found.actor


async def asked(driver: neo4j.AsyncDriver) -> list[dict[str, Any]]:
    found = await driver.execute_query(
        "MATCH (e:Event {type: 'CypherAsked'}) RETURN e.data AS data ORDER BY e.seq"
    )
    return [row["data"] for row in found.records]


async def test_rows_are_masked_and_the_query_is_on_record(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    text = "MATCH (p:Patient)-[r:HAS_PHONE]->(t:Phone) WHERE p.psn_no = $no RETURN p, p.certno AS c, t.value, {all: [p]} AS m, r"
    found = await run_cypher(driver, trained, text, {"no": "1"}, at=AT)
    assert found.columns == ("p", "c", "t.value", "m", "r")
    assert "341223195002031234" not in repr(found)
    assert "张三" not in repr(found)
    assert "13800000001" not in repr(found)
    assert found.rows[0][1:3] == ("341223********1234", "138****0001")
    whole = await run_cypher(
        driver, trained, "MATCH (p:Patient) RETURN p {.*}, properties(p)", {}, at=AT
    )
    assert "341223195002031234" not in repr(whole)
    assert "1950-02-03" not in repr(whole)
    events = await asked(driver)
    assert len(events) == 2
    assert text in str(events[0])


async def test_only_with_the_permission_while_it_is_in_force(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    query = "MATCH (p:Patient) RETURN count(p)"
    late = AT + timedelta(days=30)
    assert (await run_cypher(driver, trained, query, {}, at=AT)).rows == ((5,),)
    with pytest.raises(Refusal) as caught:
        await run_cypher(driver, trained, query, {}, at=late)
    assert caught.value.code == "PERMISSION_REQUIRED"
    keeper = await find_account(driver, "zhao")
    assert keeper is not None
    with pytest.raises(Refusal) as caught:
        await run_cypher(driver, keeper.actor, query, {}, at=AT)
    assert caught.value.code == "ROLE_REQUIRED"
    revoke = RevokePermission(login="li", permission=Permission.CYPHER_CONSOLE, reason="调离")
    await execute(driver, revoke, keeper.actor, AT)
    with pytest.raises(Refusal):
        await run_cypher(driver, trained, query, {}, at=AT)
    assert len(await asked(driver)) == 1


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("CREATE (:Patient {psn_no: 'x'})", "写入"),
        ("MATCH (p:Patient) SET p.gend = '1' RETURN p", "写入"),
        ("MATCH (p:Patient) DETACH DELETE p", "写入"),
        ("MERGE (p:Patient {psn_no: 'x'}) RETURN p", "写入"),
        ("MATCH (p:Patient) REMOVE p.gend", "写入"),
        ("MATCH (p:Patient) FOREACH (x IN [1] | SET p.gend = '1')", "写入"),
        ("CALL db.labels() YIELD label RETURN label", "过程"),
        ("MATCH (p:Patient) CALL db.ping() YIELD success RETURN success", "过程"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
        ("MATCH (n) RETURN n", "标签"),
        ("MATCH (n) WHERE id(n) = 0 RETURN properties(n)", "id"),
        ("MATCH (n) WHERE elementId(n) = '4:0:1' RETURN properties(n)", "id"),
        ("MATCH (n IS Account) RETURN properties(n)", "冒号"),
        ("SHOW INDEXES", "控制台"),
        ("SHOW USERS", "控制台"),
        ("DROP INDEX map_names", "控制台"),
        ("MATCH (p:Patient) RETURN nonsense(p)", "Neo4j 不接受"),
        ("MATCH (p:Patient RETURN p", "配对"),
        ("MATCH (p:Patient) CALL (p) { SET p.gend = '1' } IN TRANSACTIONS RETURN 1", "控制台"),
    ],
)
async def test_what_does_more_than_read_is_refused_with_its_reason_and_on_record(
    driver: neo4j.AsyncDriver, trained: Actor, query: str, says: str
) -> None:
    before = (
        await driver.execute_query("MATCH (p:Patient) RETURN count(p), sum(p.digest % 1000)")
    ).records
    with pytest.raises(Refusal) as caught:
        await run_cypher(driver, trained, query, {}, at=AT)
    assert caught.value.code == "CYPHER_REFUSED"
    assert says in caught.value.message_zh
    after = (
        await driver.execute_query("MATCH (p:Patient) RETURN count(p), sum(p.digest % 1000)")
    ).records
    assert [row.values() for row in before] == [row.values() for row in after]
    assert query in str((await asked(driver))[-1])


async def test_rows_and_time_are_bounded(
    driver: neo4j.AsyncDriver, trained: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await run_cypher(
        driver, trained, "UNWIND range(1, 50) AS n RETURN n", {}, at=AT, limit=10
    )
    assert (len(found.rows), found.truncated, found.left_out[0].bound) == (10, True, 10)
    monkeypatch.setattr(console, "TIMEOUT", 0.2)
    endless = (
        "UNWIND range(1, 99999) AS a UNWIND range(1, 99999) AS b UNWIND range(1, 99) AS c "
        "RETURN sum((a + b + c) % 7)"
    )
    with pytest.raises(Refusal) as caught:
        await run_cypher(driver, trained, endless, {}, at=AT)
    assert caught.value.code == "MAP_TIMEOUT"


async def test_rows_read_before_the_time_ran_out_are_kept(
    driver: neo4j.AsyncDriver, trained: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "TIMEOUT", 1.5)
    slower = (
        "UNWIND range(1, 900) AS n RETURN n, CASE WHEN n < 500 THEN 0 ELSE "
        "COUNT {UNWIND range(1, 9000) AS a UNWIND range(1, 900) AS b WITH a, b "
        "WHERE (a + b + n) % 7 = 0 RETURN a} END AS c"
    )
    found = await run_cypher(driver, trained, slower, {}, at=AT, limit=1000)
    assert 100 < len(found.rows) < 900
    assert [row[0] for row in found.rows] == list(range(1, len(found.rows) + 1))
    assert found.truncated
    assert [(one.part, one.why) for one in found.left_out] == [("rows", Why.TIME)]


async def test_a_query_that_needs_too_much_memory_is_told_so(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    greedy = (
        "UNWIND range(1, 99999) AS a UNWIND range(1, 999) AS b RETURN size(collect([a, b])) AS n"
    )
    with pytest.raises(Refusal) as caught:
        await run_cypher(driver, trained, greedy, {}, at=AT)
    assert caught.value.code in ("CYPHER_REFUSED", "MAP_TIMEOUT")
    assert (await run_cypher(driver, trained, "RETURN 1", {}, at=AT)).rows == ((1,),)


async def test_questions_that_inspectors_ask_pass_the_plan(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    for query in (
        "MATCH (p:Patient)-[r:VISITED]->(i:Institution) RETURN i.fixmedins_name, sum(r.count) AS n ORDER BY n DESC LIMIT 5",
        "MATCH p = SHORTEST 1 (a:Patient {psn_no: '1'})-[:VISITED|SEEN_BY]-+(b:Patient {psn_no: '2'}) RETURN p",
        "MATCH p = shortestPath((a:Patient {psn_no: '1'})-[:VISITED|SEEN_BY*..4]-(b:Patient {psn_no: '2'})) RETURN p",
        "MATCH (a:Patient {psn_no: '1'}) OPTIONAL MATCH (a)-[:HAS_SETTLEMENT]->(s:Settlement) RETURN a.psn_no, collect(s.setl_id)",
        "MATCH (a:Patient)-[:HAS_PHONE]->(t:Phone)<-[:HAS_PHONE]-(b:Patient) WHERE a.psn_no < b.psn_no RETURN t, count(*)",
        "MATCH (a:Patient) WHERE COUNT {(a)-[:SEEN_BY]->(:Doctor)} > 1 RETURN a.psn_no UNION ALL MATCH (d:Doctor) RETURN d.prac_psn_code AS `a.psn_no`",
        "MATCH (d:Doctor) CALL (d) { MATCH (d)<-[r:SEEN_BY]-(p:Patient) RETURN count(p) AS n } RETURN d.prac_psn_name, n ORDER BY n DESC SKIP 0 LIMIT 3",
        "MATCH (s:Settlement) WHERE s.setl_id IN ['S1', 'S2'] RETURN count(DISTINCT s)",
        "MATCH (:Patient)-[r:VISITED]->(:Institution) RETURN max(r.last)",
    ):
        await run_cypher(driver, trained, query, {}, at=AT)


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.key)
async def test_each_example_runs_as_it_is_shown(
    driver: neo4j.AsyncDriver, trained: Actor, example: Example
) -> None:
    given = json.loads(example.parameters) | LOCAL
    named = {name: given[name] for name in json.loads(example.parameters)}
    found = await run_cypher(driver, trained, example.query, named, at=AT)
    assert found.columns
    assert not found.truncated


def test_the_guide_names_what_the_gate_lets_through() -> None:
    assert {one.name for one in labels()} <= LABELS
    assert {one.name for one in relationships()} == TYPES
    fields = {field for shape in (*labels(), *relationships()) for field in shape.fields}
    assert {one.name for one in fields} <= PROPERTIES
    assert {one.name for one in fields if one.personal} == SENSITIVE
    assert {one.title_zh for one in examples()} & {one.title_en for one in examples()} == set()


async def test_the_history_is_ones_own_and_needs_the_permission(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    await run_cypher(driver, trained, "MATCH (p:Patient) RETURN count(p)", {}, at=AT)
    with pytest.raises(Refusal):
        await run_cypher(driver, trained, "MATCH (p:Patient) DELETE p", {}, at=AT)
    found = await asked_before(driver, trained, at=AT)
    assert [(one.query, bool(one.refused)) for one in found] == [
        ("MATCH (p:Patient) DELETE p", True),
        ("MATCH (p:Patient) RETURN count(p)", False),
    ]
    assert len(await asked_before(driver, trained, at=AT, limit=1)) == 1
    with pytest.raises(Refusal) as caught:
        await asked_before(driver, trained, at=AT + timedelta(days=40))
    assert caught.value.code == "PERMISSION_REQUIRED"


async def test_the_workbook_holds_the_table_and_the_question(
    driver: neo4j.AsyncDriver, trained: Actor
) -> None:
    query = (
        "MATCH (p:Patient) RETURN p, p.psn_name AS name, 10000000000000001 AS big ORDER BY p.psn_no"
    )
    found = await run_cypher(driver, trained, query, {}, at=AT)
    body = table_workbook(found, query, {"a": "=1+1"}, by="李", at=AT)
    book = openpyxl.load_workbook(io.BytesIO(body))
    rows = list(book["结果"].iter_rows(values_only=True))
    assert rows[0] == ("p", "name", "big")
    assert len(rows) == 1 + len(found.rows)
    assert all(
        str(row[0]).startswith("Patient:") and row[2] == "10000000000000001" for row in rows[1:]
    )
    assert "张三" not in repr(rows)
    about = dict(book["查询"].iter_rows(values_only=True))
    assert (about["查询"], about["参数"], about["是否完整"]) == (query, '{"a": "=1+1"}', "完整")
