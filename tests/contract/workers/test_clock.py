"""A clock that somebody set, on the real servers: nothing expires by it, and everything does once after."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio.to_thread
import neo4j
import pytest
import redis

from casework.actors import Actor, Role, Viewer
from casework.clocks.calendars import local_date
from casework.commands import measures as m
from casework.commands.accounts import CreateAccount
from casework.commands.case import Defence
from casework.refusal import Refusal
from graph.commands import execute
from graph.events import order
from graph.migrate import migrate
from graph.notices.read import list_notices
from stack.endpoints import Endpoints
from tests.sealing import measure_served, received
from workers.beat import believed, keep_time
from workers.clockwatch import Look, since_start, this_run

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ENDS = AT + timedelta(days=1)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
HEAD = Actor("head", "HEAD", frozenset({Role.HEAD}), "p-head")
AGENCY = Actor("agency", "AGENCY", frozenset({Role.AGENCY_OFFICER}), "p-agency")
CHIEF = Actor("chief", "CHIEF", frozenset({Role.AGENCY_HEAD}), "p-chief")
OWN: dict[str, Any] = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": "H34162300001"}
pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
async def suspended(clean_graph: neo4j.AsyncDriver, valkey: redis.Redis) -> neo4j.AsyncDriver:
    """A bureau with a head, and an institution suspended until tomorrow."""
    await migrate(clean_graph)
    account = CreateAccount(login="head", name="HEAD", person="p-head", roles=HEAD.roles)
    await execute(clean_graph, account, CONSOLE, AT)
    propose = m.ProposeMeasure(
        **OWN, subject_name="云溪县人民医院", term="payment-share-50",
        document_no="协处〔2026〕1号", reasons="多次违约", ends_at=ENDS,
    )  # fmt: skip
    await execute(clean_graph, propose, AGENCY, AT)
    await execute(clean_graph, received("陈述"), AGENCY, AT)
    heard = m.HearMeasure(
        **OWN,
        measure_id="M1",
        told_on=local_date(AT),
        how=Defence.WAIVED,
        text="无异议",
        evidence_id="陈述",
    )
    await execute(clean_graph, heard, AGENCY, AT)
    decide = m.DecideMeasure(**OWN, measure_id="M1", approve=True)
    await execute(clean_graph, decide, CHIEF, AT)
    await measure_served(clean_graph, OWN, AGENCY, AT, local_date(AT))
    return clean_graph


async def minute(endpoints: Endpoints, at: datetime, ran: float) -> Counter[str] | None:
    """What the beat does when the clock shows `at` after the machine ran so long; `None`: nothing."""

    def once() -> Counter[str] | None:
        return keep_time(endpoints, at) if believed(endpoints, Look(at, ran)) else None

    return await anyio.to_thread.run_sync(once)


async def warned(driver: neo4j.AsyncDriver) -> list[tuple[str, bool]]:
    found = await list_notices(driver, Viewer(HEAD))
    return [(one.zh, one.settled_at is not None) for one in found.notices if "服务器时间" in one.zh]


async def test_a_clock_set_ahead_ends_nothing_and_the_true_end_is_told_once(
    suspended: neo4j.AsyncDriver, endpoints: Endpoints
) -> None:
    assert await minute(endpoints, AT, 1000) == Counter()
    for later in (60, 120, 180):
        assert (
            await minute(endpoints, ENDS + timedelta(days=2, seconds=later), 1000 + later) is None
        )
    ((said, over),) = await warned(suspended)
    assert "显示 2026-03-05 09:01，应为 2026-03-02 09:01" in said
    assert not over
    # Set right again, it is believed; what was told is settled.
    assert await minute(endpoints, AT + timedelta(seconds=240), 1240) == Counter()
    assert [over for _, over in await warned(suspended)] == [True]
    # A beat that was down for three days is no clock that was set.
    ran = timedelta(days=3).total_seconds()
    marked = await minute(endpoints, AT + timedelta(days=3), 1000 + ran)
    assert marked is not None
    assert marked["MeasureExpired"] == 1
    assert await minute(endpoints, AT + timedelta(days=3, minutes=1), 1060 + ran) == Counter()


async def test_a_clock_set_back_writes_nothing_before_what_is_written(
    suspended: neo4j.AsyncDriver, endpoints: Endpoints, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await minute(endpoints, AT, 1000) == Counter()
    assert await minute(endpoints, AT - timedelta(days=1), 1060) is None
    monkeypatch.setattr(order, "now", lambda: AT - timedelta(days=1))
    before = await suspended.execute_query("MATCH (e:Event) RETURN count(e) AS n")
    lift = m.LiftMeasure(**OWN, measure_id="M1", reasons="已整改")
    with pytest.raises(Refusal) as refused:
        await execute(suspended, lift, CHIEF, AT - timedelta(days=1))
    assert refused.value.code == "CLOCK_BEHIND"
    assert "2026-03-01 09:00" in refused.value.message_zh
    after = await suspended.execute_query("MATCH (e:Event) RETURN count(e) AS n")
    assert before.records == after.records
    # What was ordered yesterday and is carried out today says so: nobody's clock is behind.
    monkeypatch.setattr(order, "now", lambda: AT)
    note = m.NoteMeasure(**OWN, measure_id="M1", text="已通知")
    assert await execute(suspended, note, CHIEF, AT - timedelta(days=1))
    # Clocks of two servers that differ by seconds stop nobody.
    assert await execute(suspended, lift, CHIEF, AT - timedelta(seconds=20))


async def test_this_machine_is_looked_at() -> None:
    first = since_start()
    assert first > 0
    assert since_start() >= first
    assert this_run() == this_run()
