"""`jicha dossier` on the real graph and the real vault: blocked, sealed, registered, verified."""

import asyncio
import io
import json
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest
import redis
from a_case import FILES, HEAD, OFF_THE_MAP, ON_THE_MAP, ZHANG, World
from minio import Minio
from signing import approvals_signed

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands.case import TerminateCase
from casework.commands.delegation import EntrustCentre
from casework.commands.documents import IssueForm
from cli.main import build_app
from cli.output import report
from cli.person import keep_token
from evidence import intake
from evidence.digests import digest_bytes
from evidence.dossier.verify import verify
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import UploadIntent
from graph.accounts.tokens import issue_token
from graph.commands import execute
from graph.events.load import load
from graph.migrate import migrate
from stack import jobs
from stack.settings import load_settings
from workers.kinds import WORK
from workers.running import run_job

Told = dict[str, Any]


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


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def sign_in(driver: neo4j.AsyncDriver, who: Actor) -> None:
    """Signed in under the bureau's letter, which the first one finds recorded."""
    found = await driver.execute_query("MATCH (e:Entrustment) RETURN count(e) AS n")
    if not found.records[0]["n"]:
        day = date(2026, 1, 1)
        letter = EntrustCentre(
            document_no="委1号", scope="x", published_on=day, where="x", starts_on=day,
            ends_on=date(2099, 12, 31),
        )  # fmt: skip
        await execute(driver, letter, HEAD, datetime.now(UTC))
    token = await issue_token(driver, who.account, datetime.now(UTC))
    keep_token(token)


def put(store: S3Store, folder: Path, bodies: Iterable[bytes]) -> None:
    """Put bytes into the vault as uploads do."""
    for body in bodies:
        source = folder / "source"
        source.write_bytes(body)
        ticket = intake.begin(store, UploadIntent("x", "", len(body)), datetime.now(UTC))
        send(ticket, source)
        assert intake.finish(store, ticket.upload_id, datetime.now(UTC)).size == len(body)


async def replay(driver: neo4j.AsyncDriver, world: World, start: int) -> int:
    for who, command, at in world.desk.log[start:]:
        await execute(driver, command, who, at)
    return len(world.desk.log)


async def test_from_blocked_to_registered(
    clean_graph: neo4j.AsyncDriver, s3: Minio, own_environment: Path, tmp_path: Path
) -> None:
    driver, world, out = clean_graph, World(FILES), tmp_path / "dossier.zip"
    await migrate(driver)
    await driver.execute_query(ON_THE_MAP)
    store = S3Store(s3)
    store.prepare()
    put(store, tmp_path, world.vault.values())
    done = await replay(driver, world, 0)
    await driver.execute_query(OFF_THE_MAP)
    await driver.execute_query("MATCH (a:Account) SET a.must_change = false")
    await sign_in(driver, ZHANG)

    code, told = await asyncio.to_thread(jicha, "dossier", "check", "DEMO-1")
    assert code == 3
    assert "no_referral_report" in {blocker["code"] for blocker in told["blockers"]}
    code, told = await asyncio.to_thread(jicha, "dossier", "export", "DEMO-1", "--out", str(out))
    assert (code, told["error"]["code"]) == (3, "dossier_blocked")
    assert not out.exists()

    world.report()
    world.refer()
    world.decide()
    done = await replay(driver, world, done)
    code, told = await asyncio.to_thread(jicha, "dossier", "check", "DEMO-1")
    assert [blocker["code"] for blocker in told["blockers"]] == ["letter_not_issued"]
    before = set(world.vault)
    world.letter()
    put(store, tmp_path, [world.vault[name] for name in world.vault.keys() - before])
    await replay(driver, world, done)
    code, facts = await asyncio.to_thread(jicha, "dossier", "export", "DEMO-1", "--out", str(out))
    assert code == 0, facts
    assert facts["registered"] is True
    assert verify(out, str(facts["sm3"])).sound
    chain = (await load(driver, "case:DEMO-1"))["case:DEMO-1"]
    assert chain[-1].type == "DossierRecorded"
    assert chain[-1].data["sha256"] == facts["sha256"] == digest_bytes(out.read_bytes()).sha256
    assert (chain[-1].data["letter"], chain[-1].data["letter_scan"]) == ("W3", "EV-LETTER")
    code, told = await asyncio.to_thread(jicha, "case", "show", "DEMO-1")
    assert (told["dossier_obstacles"], told["dossier_outdated"]) == ([], False)

    copy = tmp_path / "copy.zip"
    await sign_in(driver, HEAD)
    code, told = await asyncio.to_thread(jicha, "dossier", "export", "DEMO-1", "--out", str(copy))
    assert code == 0, told
    assert copy.read_bytes() == out.read_bytes()
    exported = (await load(driver, "access:head"))["access:head"]
    assert exported[-1].data["sha256"] == facts["sha256"]
    assert names(tmp_path) == ["copy.zip", "dossier.zip", "source"]


async def test_a_person_without_the_right_gets_nothing(
    clean_graph: neo4j.AsyncDriver, s3: Minio, own_environment: Path, tmp_path: Path
) -> None:
    world = World({})
    await migrate(clean_graph)
    await clean_graph.execute_query(ON_THE_MAP)
    await replay(clean_graph, world, 0)
    await clean_graph.execute_query(
        "MATCH (a:Account {account: 'head'}) SET a.must_change = false, a.roles = ['auditor']"
    )
    await sign_in(clean_graph, HEAD)
    out = tmp_path / "x.zip"
    code, told = await asyncio.to_thread(jicha, "dossier", "export", "DEMO-1", "--out", str(out))
    assert code != 0
    assert told["error"]["code"] == "ROLE_REQUIRED"
    assert names(tmp_path) == []


async def test_a_closed_case_is_bound_and_a_volume_is_taken(
    clean_graph: neo4j.AsyncDriver,
    s3: Minio,
    valkey: redis.Redis,
    own_environment: Path,
    tmp_path: Path,
) -> None:
    driver, world = clean_graph, World({})
    world.report()
    await migrate(driver)
    await driver.execute_query(ON_THE_MAP)
    S3Store(s3).prepare()
    await replay(driver, world, 0)
    await driver.execute_query("MATCH (a:Account) SET a.must_change = false")
    await sign_in(driver, ZHANG)
    today = local_date(datetime.now(UTC)).isoformat()
    posted = ("--served", "notice", "--posted-on", today, "--where", "公告栏", "--reasons", "x")
    code, told = await asyncio.to_thread(jicha, "case", "announce", "DEMO-1", *posted)
    assert (code > 0, told["error"]["code"]) == (True, "STEP_MISSING")
    code, told = await asyncio.to_thread(jicha, "case", "bind", "DEMO-1")
    assert (code > 0, told["error"]["code"]) == (True, "ILLEGAL_MOVE")

    at = datetime.now(UTC)
    report_form = IssueForm(case_no="DEMO-1", form_id="final_report")
    await execute(driver, report_form, ZHANG, at)
    await execute(driver, IssueForm(case_no="DEMO-1", form_id="scene"), ZHANG, at)
    await execute(driver, TerminateCase(case_no="DEMO-1", reasons="当事人死亡"), HEAD, at)
    code, told = await asyncio.to_thread(jicha, "case", "bind", "DEMO-1")
    assert (code > 0, told["error"]["code"]) == (True, "BINDING_UNSIGNED")
    await approvals_signed(driver, S3Store(s3), ZHANG, "DEMO-1", at, tmp_path)
    code, told = await asyncio.to_thread(jicha, "case", "bind", "DEMO-1")
    assert code == 0, told
    assert (told["version"], [one["kind"] for one in told["volumes"]]) == (1, ["main", "inner"])
    out = tmp_path / "main.pdf"
    taking = ("DEMO-1", "main", "--out", str(out), "--purpose", "复议机关调阅")
    code, taken = await asyncio.to_thread(jicha, "case", "volume", *taking)
    assert code == 0, taken
    assert digest_bytes(out.read_bytes()).sha256 == told["volumes"][0]["sha256"]
    exported = (await load(driver, f"access:{ZHANG.account}"))[f"access:{ZHANG.account}"]
    assert exported[-1].data["sha256"] == taken["sha256"]
    code, told = await asyncio.to_thread(jicha, "case", "bind", "DEMO-1")
    assert (code > 0, told["error"]["code"]) == (True, "ALREADY_BOUND")

    # The button's job binds what came since, once, for whoever asked for it.
    await execute(driver, IssueForm(case_no="DEMO-1", form_id="suspension_approval"), ZHANG, at)

    def work() -> list[str]:
        job_id = jobs.create(valkey, "binding", {"case_no": "DEMO-1"}, ZHANG.account, at)
        states = []
        for _ in range(2):
            run_job(load_settings(), job_id, WORK["binding"], lambda job: None)
            states.append(jobs.get(valkey, job_id).state)
        return states

    assert await asyncio.to_thread(work) == ["done", "done"]
    chain = (await load(driver, "case:DEMO-1"))["case:DEMO-1"]
    bound = [event for event in chain if event.type == "CaseBound"]
    assert [(event.data["version"], event.actor) for event in bound] == [
        (1, ZHANG.account),
        (2, ZHANG.account),
    ]


@pytest.mark.parametrize("target", ["no/such/folder/x.zip"])
def test_a_missing_folder_is_a_usage_error(tmp_path: Path, target: str) -> None:
    code, _ = jicha("dossier", "export", "DEMO-1", "--out", str(tmp_path / target))
    assert code == 2
