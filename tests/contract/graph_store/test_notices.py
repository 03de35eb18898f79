"""Notices on the real store: written with their events, to those whom they concern, once."""

import asyncio
from datetime import date, timedelta

import neo4j
import pytest
from filing import AT, OFFICERS, assign, assigned, file_opened, filed

from casework.actors import Actor, Role, Viewer
from casework.commands import case as c
from casework.commands.delegation import DelegateSignature
from casework.commands.inspection import OpenInspection
from casework.notices.rows import NoticeKind
from casework.refusal import Refusal
from graph.clocks.beat import beat, renew
from graph.commands import execute
from graph.notices.choices import Choice, Way, find_choice, save_choice
from graph.notices.deliveries import (
    PAUSES,
    claim,
    forget_old,
    queue_digests,
    settle_failed,
    settle_sent,
    troubles,
)
from graph.notices.outbox import read_outbox, send_again
from graph.notices.read import count_unread, list_notices, mark_read
from graph.notices.tell import tell_job

pytestmark = pytest.mark.asyncio(loop_scope="session")
EVERY = frozenset(Way)
#: The first inspection of the year.
NUMBER = "JC-2026-0001"


async def told(store: neo4j.AsyncDriver, who: Actor) -> list[tuple[str, str, str]]:
    page = await list_notices(store, Viewer(who))
    return sorted((one.kind, one.zh, one.subject) for one in page.notices)


async def test_the_next_step_is_told_to_whom_it_came(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await execute(store, lead, people["ins1"], AT)
    assert await told(store, people["sup"]) == [("step", "等待您办理：指派承办人员", "C1")]
    for name in ("ins1", "ins2", "legal", "office", "other", "doc", "aud"):
        assert await told(store, people[name]) == [], name
    await file_opened(store, people, lead)
    # To propose, to give an opinion, to decide; the officers have the step again, and their deadline runs.
    assert [kind for kind, _, _ in await told(store, people["ins1"])] == ["step"] * 2
    assert [kind for kind, _, _ in await told(store, people["ins2"])] == ["step"] * 2
    assert [kind for kind, _, _ in await told(store, people["sup"])] == ["step"] * 2
    titles = [title for _, title, _ in await told(store, people["head"])]
    assert sorted(titles) == ["等待您办理：批准立案", "等待您办理：指派承办人员"]


async def test_a_task_is_told_to_its_assignee_alone(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    task = c.AddTask(case_no="C1", title="调取张三病历", assignee="agency", due=None)
    await execute(store, task, people["ins1"], AT)
    (one,) = (await list_notices(store, Viewer(people["agency"]))).notices
    assert (one.kind, one.zh, one.detail, one.target) == (
        "task",
        "新任务",
        "调取张三病历",
        "/cases/C1",
    )
    assert "task" not in {kind for kind, _, _ in await told(store, people["ins2"])}


async def test_a_refused_command_tells_nobody(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await assigned(store, people, lead)
    before = await told(store, people["agency"])
    task = c.AddTask(case_no="C1", title="", assignee="agency", due=None)
    with pytest.raises(Refusal):
        await execute(store, task, people["ins1"], AT)
    assert await told(store, people["agency"]) == before


async def test_beats_at_once_again_and_after_a_restart_tell_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    late = AT + timedelta(days=93)
    await asyncio.gather(*(beat(store, late) for _ in range(4)))
    for _ in range(2):
        await beat(store, late + timedelta(days=1))
        await renew(store, "case:C1", late + timedelta(days=1))
    for name, expected in (("ins1", 1), ("ins2", 1), ("sup", 1), ("legal", 0), ("office", 0)):
        kinds = [kind for kind, _, _ in await told(store, people[name])]
        assert kinds.count("overdue") == expected, name
    page = await list_notices(store, Viewer(people["sup"]))
    (one,) = [one for one in page.notices if one.kind == "overdue"]
    assert (one.zh, one.en) == ("已逾期：作出处理决定", "overdue: decision")
    assert one.due is not None
    assert one.due < late


async def test_only_ones_own_notices_are_read_and_marked(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await execute(store, lead, people["ins1"], AT)
    sup, ins2 = Viewer(people["sup"]), Viewer(people["ins2"])
    (one,) = (await list_notices(store, sup)).notices
    assert await mark_read(store, ins2, [one.key], AT) == 0
    assert await mark_read(store, ins2, None, AT) == 0
    assert await count_unread(store, sup) == 1
    assert await mark_read(store, sup, [one.key], AT) == 1
    assert await count_unread(store, sup) == 0
    assert (await list_notices(store, sup, unread_only=True)).notices == ()
    await forget_old(store, AT + timedelta(days=89))
    assert len((await list_notices(store, sup)).notices) == 1
    await forget_old(store, AT + timedelta(days=91))
    assert (await list_notices(store, sup)).notices == ()


async def test_the_end_of_a_job_is_told_to_whoever_started_it(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    for _ in range(2):
        await tell_job(store, "j1", "dossier", "ins1", AT, failed=False)
    await tell_job(store, "j2", "dossier", "ins1", AT, failed=True)
    await tell_job(store, "j3", "seal", "ins1", AT, failed=False)
    assert await told(store, people["ins1"]) == [
        ("job", "案卷导出已完成", ""),
        ("job", "案卷导出未完成", ""),
    ]


@pytest.mark.parametrize(
    ("choice", "open_ways", "code"),
    [
        (Choice("a@b.cn", "zh", frozenset({Way.MAIL})), frozenset(), "CHANNEL_MISSING"),
        (Choice("", "zh", frozenset({Way.DIGEST})), EVERY, "FIELD_REQUIRED"),
        (Choice("a@b.cn, x@evil.cn", "zh", frozenset({Way.MAIL})), EVERY, "BAD_VALUE"),
        (Choice("a@b.cn\nBcc: x@evil.cn", "zh", frozenset({Way.MAIL})), EVERY, "BAD_VALUE"),
        (Choice("nobody", "zh", frozenset()), EVERY, "BAD_VALUE"),
    ],
)
async def test_a_choice_that_cannot_work_is_refused(
    store: neo4j.AsyncDriver,
    people: dict[str, Actor],
    choice: Choice,
    open_ways: frozenset[Way],
    code: str,
) -> None:
    with pytest.raises(Refusal) as refused:
        await save_choice(store, Viewer(people["sup"]), choice, open_ways)
    assert refused.value.code == code
    assert await find_choice(store, Viewer(people["sup"])) == Choice()


async def chosen(store: neo4j.AsyncDriver, who: Actor, *ways: Way) -> None:
    choice = Choice("sup@bureau.gov.cn", "zh", frozenset(ways), frozenset({NoticeKind.STEP}))
    await save_choice(store, Viewer(who), choice, EVERY)


async def test_what_was_chosen_is_queued_once_and_claimed_by_one(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await chosen(store, people["sup"], Way.MAIL, Way.WEBHOOK)
    await execute(store, lead, people["ins1"], AT)
    taken = await asyncio.gather(*(claim(store, EVERY, AT) for _ in range(4)))
    ways = [delivery.way for one in taken for delivery in one]
    assert sorted(ways) == [Way.MAIL, Way.WEBHOOK]
    assert await claim(store, EVERY, AT + timedelta(minutes=1)) == ()
    # The worker died: the claim ends, and the next one has them again.
    again = await claim(store, EVERY, AT + timedelta(minutes=11))
    assert len(again) == 2
    for one in again:
        await settle_sent(store, one, AT + timedelta(minutes=11))
    assert await claim(store, EVERY, AT + timedelta(days=1)) == ()


async def test_a_failed_delivery_waits_longer_each_time_and_is_shown(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await chosen(store, people["sup"], Way.MAIL)
    await execute(store, lead, people["ins1"], AT)
    now = AT
    for number, pause in enumerate(PAUSES, 1):
        (one,) = await claim(store, EVERY, now)
        await settle_failed(store, one, ("连接失败", "cannot connect"), now)
        (seen,) = await troubles(store, Viewer(people["sup"]))
        assert (seen.attempts, seen.why_zh, seen.next_at) == (number, "连接失败", now + pause)
        assert await claim(store, EVERY, now + pause - timedelta(seconds=1)) == ()
        now += pause
    (one,) = await claim(store, EVERY, now)
    await settle_failed(store, one, ("连接失败", "cannot connect"), now)
    (seen,) = await troubles(store, Viewer(people["sup"]))
    assert seen.next_at is None
    assert await troubles(store, Viewer(people["ins1"])) == ()
    assert await claim(store, EVERY, now + timedelta(days=9)) == ()


async def test_one_digest_a_day_of_what_is_unread_and_new(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await chosen(store, people["sup"], Way.DIGEST)
    await chosen(store, people["legal"], Way.DIGEST)
    await execute(store, lead, people["ins1"], AT)
    assert await claim(store, EVERY, AT) == ()
    await asyncio.gather(*(queue_digests(store, "2026-03-02", AT) for _ in range(4)))
    (one,) = await claim(store, EVERY, AT)
    assert (one.account, [n.subject for n in one.notices]) == ("sup", ["C1"])
    await settle_sent(store, one, AT)
    # The next day has nothing new to say.
    await queue_digests(store, "2026-03-03", AT + timedelta(days=1))
    assert await claim(store, EVERY, AT + timedelta(days=1)) == ()


async def test_a_step_that_another_took_is_settled_and_counts_no_more(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await chosen(store, people["head"], Way.DIGEST)
    await execute(store, lead, people["ins1"], AT)
    head = Viewer(people["head"])
    # Supervisor and head may both name the officers; a note of somebody else settles nothing.
    await execute(store, c.AddNote(case_no="C1", text="x"), people["ins1"], AT)
    assert await count_unread(store, head) == 1
    await assign(store, people, "C1")
    (one,) = (await list_notices(store, head)).notices
    assert (one.settled_at, one.settled_by, one.read_at) == (AT, "SUP", None)
    assert await count_unread(store, head) == 0
    assert (await list_notices(store, head, unread_only=True)).notices == ()
    await queue_digests(store, "2026-03-02", AT)
    assert await claim(store, EVERY, AT) == ()


async def test_an_inspection_tells_its_officers_and_days_that_pass_are_told_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    plan = OpenInspection(
        party=c.Party(c.PartyKind.INSTITUTION, "H1", "云溪县人民医院"),
        title="云溪医院专项检查",
        basis="条例 29",
        scope="2025",
        starts_on=date(2026, 3, 4),
        ends_on=date(2026, 3, 6),
        notice_no="检通1号",
        officers=OFFICERS,
    )
    await execute(store, plan, people["sup"], AT)
    assigned_to = ("inspection", "您已被指派参加现场检查", NUMBER)
    assert await told(store, people["ins1"]) == await told(store, people["ins2"]) == [assigned_to]
    assert await beat(store, AT + timedelta(days=1)) == {}
    for _ in range(3):
        await asyncio.gather(*(beat(store, AT + timedelta(days=2)) for _ in range(3)))
    assert len(await told(store, people["ins1"])) == 2
    assert await told(store, people["sup"]) == []
    await beat(store, AT + timedelta(days=9))
    assert len(await told(store, people["ins1"])) == 3
    (late,) = await told(store, people["sup"])
    assert late == ("overdue", "已逾期：检查通知书载明的检查期限", NUMBER)
    # Its last day is a deadline, written once by whichever beat came first.
    assert await beat(store, AT + timedelta(days=10)) == {}
    assert await told(store, people["legal"]) == []


async def test_the_system_administrator_sees_what_is_stuck_and_sends_it_again(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    system = Viewer(Actor("sys", "SYS", frozenset({Role.SYSTEM_ADMIN}), "p-sys"))
    await chosen(store, people["sup"], Way.WEBHOOK)
    await execute(store, lead, people["ins1"], AT)
    (one,) = await claim(store, EVERY, AT)
    await settle_failed(store, one, ("应答 404", "answered 404"), AT, for_good=True)
    found = await read_outbox(store, system)
    assert (found.ways[Way.WEBHOOK].failed, found.ways[Way.MAIL].failed) == (1, 0)
    (stuck,) = found.stuck
    assert (stuck.account, stuck.why_zh, stuck.next_at) == ("sup", "应答 404", None)
    for name in ("sup", "ins1", "aud"):
        with pytest.raises(Refusal):
            await read_outbox(store, Viewer(people[name]))
        with pytest.raises(Refusal):
            await send_again(store, Viewer(people[name]), None, AT)
    assert await claim(store, EVERY, AT + timedelta(days=1)) == ()
    assert await send_again(store, system, ["another"], AT) == 0
    assert await send_again(store, system, None, AT + timedelta(days=1)) == 1
    (again,) = await claim(store, EVERY, AT + timedelta(days=1))
    assert again.key == one.key
    await settle_sent(store, again, AT + timedelta(days=1))
    found = await read_outbox(store, system)
    assert (found.stuck, found.ways[Way.WEBHOOK].sent) == ([], 1)


async def test_a_delegation_is_told_when_given_and_when_it_ran_out_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    lent = DelegateSignature(
        deputy="sup", acts=("ConvertCase",), starts_at=AT, ends_at=AT + timedelta(days=1),
        reason="出差",
    )  # fmt: skip
    head = people["head"]
    await execute(store, lent, head, AT)
    assert await told(store, people["sup"]) == [("mandate", "您受托代签", "")]
    (one,) = (await list_notices(store, Viewer(people["sup"]))).notices
    assert (one.title, one.target, one.detail) == (head.name, "/delegations", "出差")
    assert await told(store, head) == []
    for _ in range(2):
        await beat(store, AT + timedelta(days=1, minutes=1))
    over = ("mandate", "授权代签期满，已终止", "")
    assert over in await told(store, people["sup"])
    assert await told(store, head) == [over]
