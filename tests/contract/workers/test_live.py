"""A closed case is bound by a live worker: sent by name over the broker, as the desk's button does."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import anyio.to_thread
import neo4j
import pytest
import redis
from celery import Celery

sys.path.insert(0, str(Path(__file__).parent))
from a_worker import until, worker

from casework.actors import Actor, Role, Viewer
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.documents import IssueForm
from casework.volumes.state import VolumeKind
from evidence.s3 import S3Store
from graph.cases.read import case_state
from graph.commands import execute
from graph.migrate import migrate
from stack import jobs
from stack.clients import object_client
from stack.endpoints import Endpoints
from stack.jobs import Job

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
INSPECTOR = Actor("ins1", "甲", frozenset({Role.INSPECTOR}), "p-ins1")
HEAD = Actor("head", "乙", frozenset({Role.HEAD}), "p-head")


async def declined(driver: neo4j.AsyncDriver, case_no: str) -> None:
    """A lead that the head did not file, with the paper that says so."""
    for one in (INSPECTOR, HEAD):
        account = CreateAccount(
            login=one.account, name=one.name, person=one.person, roles=one.roles
        )
        await execute(driver, account, CONSOLE, AT)
    party = c.Party(c.PartyKind.INSTITUTION, "H1", "云溪医院")
    day = date(2025, 12, 1)
    opened = c.OpenCase(
        case_no=case_no, title="云溪医院涉嫌挂床住院案", source=c.Source.LETTER, summary="来信",
        party=party, conduct_from=day, conduct_to=day,
    )  # fmt: skip
    await execute(driver, opened, INSPECTOR, AT)
    await execute(driver, c.DeclineCase(case_no=case_no, reasons="不符合立案条件"), HEAD, AT)
    await execute(driver, IssueForm(case_no=case_no, form_id="not_filed"), INSPECTOR, AT)


@pytest.mark.timeout(300)
async def test_a_closed_case_is_bound_by_a_live_worker(
    valkey: redis.Redis, endpoints: Endpoints, clean_graph: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    await migrate(clean_graph)
    store = S3Store(object_client(endpoints))
    store.prepare()
    await declined(clean_graph, "ZD-1")
    job_id = jobs.create(valkey, "binding", {"case_no": "ZD-1"}, "ins1", AT)

    def run() -> Job:
        Celery("desk", broker=endpoints.broker_url).send_task(
            jobs.task_name("binding"), args=[job_id]
        )
        with worker(
            tmp_path,
            JICHA_BROKER_URL=endpoints.broker_url,
            JICHA_NEO4J_URI=endpoints.neo4j_uri,
            JICHA_NEO4J_PASSWORD=endpoints.neo4j_password,
            JICHA_S3_ENDPOINT=endpoints.s3_endpoint,
            JICHA_S3_ACCESS_KEY=endpoints.s3_access_key,
            JICHA_S3_SECRET_KEY=endpoints.s3_secret_key,
        ):
            until(180, lambda: jobs.get(valkey, job_id).finished, tmp_path)
        return jobs.get(valkey, job_id)

    job = await anyio.to_thread.run_sync(run)
    assert (job.state, job.error) == ("done", None)
    state = await case_state(clean_graph, Viewer(INSPECTOR), "ZD-1")
    assert state is not None
    (binding,) = state.bindings
    assert [volume.kind for volume in binding.volumes] == [VolumeKind.INNER]
