"""`jicha log verify` on the real graph and the real vault, and every way to cheat it."""

import asyncio
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import neo4j
import pytest
from a_case import FILES, ON_THE_MAP, SECURITY, ZHANG, World, actor
from minio import Minio

from casework.actors import Role
from casework.commands.accounts import CreateAccount
from casework.commands.case import AddNote
from cli.main import build_app
from cli.output import report
from evidence.s3 import S3Store
from evidence.store import Room
from graph.commands import execute
from graph.events.verify import heads
from graph.migrate import migrate

Told = dict[str, Any]
NOW = datetime.now(UTC)


def jicha(*arguments: str) -> tuple[int, Told]:
    """Run a command as `cli.main` does; its exit code and its JSON line."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        try:
            code = int(build_app()([*arguments, "--json"], standalone_mode=False) or 0)
        except Exception as error:
            usage = not hasattr(error, "code") and hasattr(error, "exit_code")
            code = int(error.exit_code) if usage else report(error, as_json=True, logs=None)
    lines = said.getvalue().splitlines()
    return code, json.loads(lines[-1]) if lines else {}


async def verified(*words: str) -> tuple[int, set[tuple[str, str]], Told]:
    """Exit code, (what, about) of each problem, everything told."""
    code, told = await asyncio.to_thread(jicha, *(words or ("log", "verify")))
    found = {(p.get("what", "chain"), p.get("detail", p.get("stream"))) for p in told["problems"]}
    return code, found, told


async def a_bureau(driver: neo4j.AsyncDriver) -> World:
    await migrate(driver)
    await driver.execute_query(ON_THE_MAP)
    world = World(FILES)
    for who, command, at in world.desk.log:
        await execute(driver, command, who, at)
    return world


@pytest.fixture
def seals(s3: Minio, own_environment: Path) -> S3Store:
    """The vault of this home without the seals of other tests (they are about other chains)."""
    made = S3Store(s3)
    made.prepare()
    if any(made.versions(Room.SEALS, "daily/")):
        pytest.fail("the seals of this session were written by another test")
    return made


async def test_the_log_is_verified_against_its_seals(
    clean_graph: neo4j.AsyncDriver, seals: S3Store
) -> None:
    driver, _ = clean_graph, await a_bureau(clean_graph)
    code, found, told = await verified()
    assert (code, found) == (4, set()), "sound, but no seal covers it yet"
    assert told["ok"] is True
    assert told["unsealed"]["streams"] == told["streams"]

    code, seal = await asyncio.to_thread(jicha, "log", "seal")
    assert (code, seal["heads"]) == (0, told["streams"])
    code, found, told = await verified("verify")
    assert (code, found, told["seals"]) == (0, set(), 1)

    note = AddNote(case_no="DEMO-1", text="封印之后")
    await execute(driver, note, ZHANG, NOW)
    assert (await verified())[:2] == (0, set())

    await driver.execute_query(
        "MATCH (e:Event {stream: 'case:DEMO-1', seq: 2}) SET e.data = replace(e.data, '皖', '苏')"
    )
    code, found, _ = await verified()
    assert (code, found) == (3, {("chain", "case:DEMO-1")})
    await driver.execute_query(
        "MATCH (e:Event {stream: 'case:DEMO-1', seq: 2}) SET e.data = replace(e.data, '苏', '皖')"
    )
    assert (await verified())[0] == 0

    # A cheat with every right over the database leaves whole chains behind; the seal remembers.
    await driver.execute_query(
        "MATCH (s:Stream {id: 'evidence:EV-001'}) OPTIONAL MATCH (e:Event)-[:IN]->(s) "
        "DETACH DELETE s, e"
    )
    code, found, _ = await verified()
    assert (code, {what for what, _ in found}) == (3, {"gone"})

    await driver.execute_query(
        "MATCH (e:Event {stream: 'evidence:EV-002'})-[i:IN]->(s) DELETE i, s"
    )
    code, found, _ = await verified()
    assert ("chain", "evidence:EV-002") in found
    assert ("gone", "evidence:EV-002#2") in found

    ghost = actor("ghost", "补账", Role.INSPECTOR)
    account = CreateAccount(login="ghost", name=ghost.name, person=ghost.person, roles=ghost.roles)
    await execute(driver, account, SECURITY, NOW - timedelta(days=90))
    _, found, _ = await verified()
    assert ("backdated", "account:ghost#1") in found


async def test_heads_are_of_one_moment_while_people_write(
    clean_graph: neo4j.AsyncDriver,
) -> None:
    """Commands that touch two chains at once are in a snapshot with both or with neither."""
    driver, _ = clean_graph, await a_bureau(clean_graph)
    stop = asyncio.Event()

    async def write() -> None:
        # The same transaction moves both; a snapshot that mixes two moments shows them apart.
        while not stop.is_set():
            await driver.execute_query(
                "MATCH (a:Stream {id: 'case:DEMO-1'}), (b:Stream {id: 'evidence:EV-001'}) "
                "SET a.version = a.version + 1, b.version = b.version + 1"
            )
            await asyncio.sleep(0.05)

    first = {end.stream: end.version for end in await heads(driver)}
    apart = first["case:DEMO-1"] - first["evidence:EV-001"]
    writing = asyncio.create_task(write())
    try:
        for _ in range(30):
            ends = {end.stream: end.version for end in await heads(driver)}
            assert ends["case:DEMO-1"] - ends["evidence:EV-001"] == apart
    finally:
        stop.set()
        await writing
