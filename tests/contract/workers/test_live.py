"""A live worker binds a closed case and marks a notice whose announcement has run its time.

Both are sent by name over the broker, as the desk's button and the beat do.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import anyio.to_thread
import neo4j
import pytest
import redis
from celery import Celery

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "evidence"))
from a_worker import until, worker
from signing import approvals_signed

from casework.actors import ANY_LETTER, Actor, Role, Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.documents import IssueForm
from casework.refusal import Refusal
from casework.volumes.state import VolumeKind
from evidence.s3 import S3Store
from graph.cases.read import case_state
from graph.commands import execute
from graph.events.load import load
from graph.migrate import migrate
from stack import jobs
from stack.clients import object_client
from stack.endpoints import Endpoints
from stack.jobs import Job
from tests import filing as steps
from workers.config import CLOCKS

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
INSPECTOR = Actor("ins1", "甲", frozenset({Role.INSPECTOR}), "p-ins1", letters=(ANY_LETTER,))
SECOND = Actor("ins2", "丙", frozenset({Role.INSPECTOR}), "p-ins2", letters=(ANY_LETTER,))
SUPERVISOR = Actor("sup", "丁", frozenset({Role.SUPERVISOR}), "p-sup", letters=(ANY_LETTER,))
HEAD = Actor("head", "乙", frozenset({Role.HEAD}), "p-head")


async def declined(driver: neo4j.AsyncDriver, case_no: str) -> None:
    """A lead that the head did not file, with the paper that says so."""
    for one in (INSPECTOR, SECOND, SUPERVISOR, HEAD):
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
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    await execute(driver, c.AssignOfficers(case_no=case_no, officers=officers), SUPERVISOR, AT)
    for who, step in steps.declined(case_no, INSPECTOR, SUPERVISOR, HEAD, "不符合立案条件"):
        await execute(driver, step, who, AT)
    await execute(driver, IssueForm(case_no=case_no, form_id="not_filed"), INSPECTOR, AT)


async def announced(driver: neo4j.AsyncDriver, case_no: str, at: datetime) -> None:
    """A case whose notice was issued and announced on the day of `at`, the party being nowhere."""
    own: dict[str, Any] = {"case_no": case_no}
    party, loss = c.Party(c.PartyKind.INSTITUTION, "H1", "云溪医院"), Decimal("4113.00")
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "已核实")
    bill = {"bill": "纸质1", "title": "理疗", "fixmedins_code": "H1"}
    opened = c.OpenCase(
        **own, title="云溪医院涉嫌串换项目案", source=c.Source.TIP, summary="举报", party=party,
        conduct_from=date(2025, 3, 1), conduct_to=date(2025, 9, 30),
    )  # fmt: skip
    propose = c.ProposePenalty(
        **own, article_id="tiaoli-38-4", base_loss=loss, multiple=Decimal(1), reasons="轻微"
    )
    post = c.PostAnnouncement(
        **own,
        served=c.Served.NOTICE,
        posted_on=local_date(at),
        where="县政府网站",
        reasons="下落不明",
    )
    confirmed = {"verdict": c.LineVerdict.CONFIRMED, "line_ids": ("纸质1",)}
    for actor, command in (
        (INSPECTOR, opened),
        (SUPERVISOR, c.AssignOfficers(**own, officers=officers)),
        *steps.filed(case_no, INSPECTOR, SUPERVISOR, HEAD),
        *steps.begun(case_no, INSPECTOR),
        (INSPECTOR, c.AddLine(**own, **bill, amount=loss, inside_policy=loss)),
        (INSPECTOR, c.JudgeLines(**own, **confirmed)),
        (INSPECTOR, c.WriteReport(**own, **parts)),
        (INSPECTOR, propose),
        (SUPERVISOR, c.ReviewProposal(**own, proposal_id="P1", outcome=c.Outcome.APPROVED)),
        (INSPECTOR, IssueForm(**own, form_id="notice")),
        (INSPECTOR, post),
    ):
        await execute(driver, command, actor, at)


async def lapsed(driver: neo4j.AsyncDriver, case_no: str) -> list[str]:
    """The deadlines of a case that the beat said were over."""
    chain = (await load(driver, f"case:{case_no}"))[f"case:{case_no}"]
    return [str(e.data["deadline"]) for e in chain if e.type == "DeadlineLapsed"]


@pytest.mark.timeout(300)
async def test_a_live_worker_binds_a_case_and_ends_an_announcement(
    valkey: redis.Redis, endpoints: Endpoints, clean_graph: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    await migrate(clean_graph)
    store = S3Store(object_client(endpoints))
    store.prepare()
    await declined(clean_graph, "ZD-1")
    now = datetime.now(UTC)
    await approvals_signed(clean_graph, store, INSPECTOR, "ZD-1", now, tmp_path)
    posted = now - timedelta(days=31)
    await announced(clean_graph, "GG-1", posted)
    serve = c.ServeNotice(
        case_no="GG-1", way=c.ServiceWay.ANNOUNCEMENT, served_on=local_date(posted)
    )
    with pytest.raises(Refusal) as early:
        await execute(clean_graph, serve, INSPECTOR, posted + timedelta(days=29))
    assert early.value.code == "PERIOD_RUNNING"
    assert await lapsed(clean_graph, "GG-1") == []
    job_id = jobs.create(valkey, "binding", {"case_no": "ZD-1"}, "ins1", AT)

    def run() -> Job:
        desk = Celery("desk", broker=endpoints.broker_url)
        # One process takes them in turn, so the beat's round, sent twice, is over with the job.
        for _ in range(2):
            desk.send_task(CLOCKS)
        desk.send_task(jobs.task_name("binding"), args=[job_id])
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
    # Down for a month or not, the end of the announcement is said once, and the notice counts as
    # served on its thirtieth day.
    assert (await lapsed(clean_graph, "GG-1")).count("announcement") == 1
    await execute(clean_graph, serve, INSPECTOR, now)
    notified = await case_state(clean_graph, Viewer(INSPECTOR), "GG-1")
    assert notified is not None
    assert notified.notice_on == local_date(posted) + timedelta(days=30)
    assert notified.services[-1].number == notified.forms[-1].number
