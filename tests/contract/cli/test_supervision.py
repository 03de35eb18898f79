"""`jicha up | status | down` with the real API and worker, through `kill -9` of everything."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from casework.actors import Actor, Role
from casework.clocks.calendars import local_date
from casework.commands import measures as m
from casework.commands.case import Defence
from casework.events import Event, utc_text
from graph.commands import execute
from graph.events.load import load
from stack.clients import neo4j_driver
from stack.ground import current_endpoints
from stack.home import Home
from stack.process import wait_until
from stack.roster import roster
from stack.settings import load_settings
from stack.supervision import supervisor_process
from tests.sealing import measure_served, received

NAMES = {"neo4j", "valkey", "s3", "api", "worker", "beat"}
# Generous: the machine of a test run may be short of processors. The measured time is printed.
PATIENCE_SECONDS = 300


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JICHA_API_PORT", "0")
    monkeypatch.setenv("JICHA_WORKER_CONCURRENCY", "1")
    yield tmp_path / "home"
    jicha("down")


def jicha(*words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", *words, "--json"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def states() -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in jicha("status")["services"]}


def processes() -> list[psutil.Process]:
    services = [post.service.running() for post in roster(load_settings())]
    supervisor = supervisor_process(Home(load_settings().home))
    return [process for process in (supervisor, *services) if process]


OWN: dict[str, Any] = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": "H1"}
STREAM = "measures:institution:H1"
AGENCY = Actor("agency", "AGENCY", frozenset({Role.AGENCY_OFFICER}), "p-agency")
CHIEF = Actor("chief", "CHIEF", frozenset({Role.AGENCY_HEAD}), "p-chief")


async def _suspend(now: datetime, ends: datetime) -> None:
    async with neo4j_driver(current_endpoints(load_settings())) as driver:
        propose = m.ProposeMeasure(
            **OWN, subject_name="云溪县医院", term="payment-share-50", document_no="协处1号",
            reasons="多次违约", ends_at=ends,
        )  # fmt: skip
        await execute(driver, propose, AGENCY, now)
        await execute(driver, received("陈述"), AGENCY, now)
        heard = m.HearMeasure(
            **OWN,
            measure_id="M1",
            told_on=local_date(now),
            how=Defence.WAIVED,
            text="无异议",
            evidence_id="陈述",
        )
        await execute(driver, heard, AGENCY, now)
        await execute(driver, m.DecideMeasure(**OWN, measure_id="M1", approve=True), CHIEF, now)
        await measure_served(driver, OWN, AGENCY, now, local_date(now))


async def _told() -> list[Event]:
    async with neo4j_driver(current_endpoints(load_settings())) as driver:
        return (await load(driver, STREAM))[STREAM]


@pytest.mark.timeout(1800)
def test_up_survives_kill_9_and_down_leaves_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = jicha("up")
    assert first["started"] is True
    assert {name for name, row in states().items() if row["healthy"]} == NAMES

    second = jicha("up")
    assert (second["already_running"], second["address"]) == (True, first["address"])

    # Who asks with other settings is told of what runs, not of what he would start.
    monkeypatch.setenv("JICHA_API_PORT", "1")
    monkeypatch.setenv("JICHA_WORKER_CONCURRENCY", "9")
    assert jicha("status")["address"] == first["address"]
    assert {name for name, row in states().items() if row["healthy"]} == NAMES
    monkeypatch.setenv("JICHA_API_PORT", "0")
    monkeypatch.setenv("JICHA_WORKER_CONCURRENCY", "1")

    psutil.Process(states()["valkey"]["pid"]).kill()
    assert wait_until(lambda: states()["valkey"]["restarts"] == 1, PATIENCE_SECONDS, 1)
    assert wait_until(lambda: states()["valkey"]["healthy"], PATIENCE_SECONDS, 1)

    secrets = [path.read_text().strip() for path in (home / "secrets").iterdir()]
    shown = [" ".join(process.cmdline()) for process in processes()]
    logs = [path.read_text(errors="replace") for path in home.glob("**/*.log")]
    assert not any(secret in text for secret in secrets for text in [*shown, *logs])

    now = datetime.now(UTC)
    ends = now + timedelta(seconds=3)
    asyncio.run(_suspend(now, ends))
    family = processes()
    assert len(family) == len(NAMES) + 1
    for process in family:
        for member in [process, *process.children(recursive=True)]:
            member.kill()
    psutil.wait_procs(family, timeout=30)
    assert not any(row["healthy"] for row in states().values())
    # Nobody was there when the measure ended.
    wait_until(lambda: datetime.now(UTC) > ends, 10, 0.5)

    begun = time.monotonic()
    assert jicha("up")["started"] is True
    print(
        f"second start after kill -9: {time.monotonic() - begun:.1f} s, {os.getloadavg()[0]:.1f} load"
    )
    assert jicha("status")["healthy"] is True

    # The beat that comes with the servers tells it, with the moment at which it was over.
    ended = "MeasureExpired"
    assert wait_until(lambda: asyncio.run(_told())[-1].type == ended, PATIENCE_SECONDS, 1)
    *_, over = asyncio.run(_told())
    assert (over.type, over.data["ended_at"]) == (ended, utc_text(ends))
    assert over.at > ends

    left = processes()
    assert set(jicha("down")["stopped"]) == NAMES
    _, still = psutil.wait_procs(left, timeout=60)
    # Where nobody reaps orphans an ended process stays in the table; it runs no more.
    assert not [process for process in still if process.status() != psutil.STATUS_ZOMBIE]
    assert jicha("down")["stopped"] == []
