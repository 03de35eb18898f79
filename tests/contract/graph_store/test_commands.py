"""The command transaction on a real Neo4j: locks, versions, repeats, refusals, projections."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from filing import assign

from casework.actors import Viewer
from casework.commands import case as c
from casework.commands.access import RevealPersonalData
from casework.commands.accounts import GrantRole
from casework.commands.judgement import MarkKind
from casework.events import Intact, verify_chain
from casework.refusal import Refusal
from graph.cases.list import list_cases
from graph.commands import execute
from graph.events.load import load
from graph.events.verify import verify_all
from graph.judgements.read import marks
from tests import filing as steps

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


async def test_open_writes_case_marks_and_projection(store: Any, people: Any, lead: Any) -> None:
    events = await execute(store, lead, people["ins1"], AT)
    assert [(e.stream, e.type) for e in events] == [
        ("case:C1", "CaseOpened"),
        ("finding:F1", "SentToCase"),
        ("ring:R1", "SentToCase"),
    ]
    page = await list_cases(store, Viewer(people["sup"]))
    assert [(r.case_no, r.version, str(r.amount)) for r in page.rows] == [("C1", 1, "4113.00")]
    found = await marks(store, Viewer(people["ins1"]), MarkKind.FINDING, ["F1", "F2"])
    assert found["F1"].cases == ("C1",)
    assert found["F2"].version == 0


async def test_concurrent_appends_keep_one_chain(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    notes = [
        execute(store, c.AddNote(case_no="C1", text=f"备注 {n}"), people["ins1"], AT)
        for n in range(40)
    ]
    done = await asyncio.gather(*notes)
    assert sorted(events[0].seq for events in done) == list(range(2, 42))
    chain = (await load(store, "case:C1"))["case:C1"]
    assert isinstance(verify_chain(chain), Intact)
    assert (await verify_all(store)).intact


async def test_two_approvals_at_once_one_wins(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    await assign(store, people, "C1")
    for who, command in steps.declined("C1", "ins1", "sup", "head")[:2]:
        await execute(store, command, people[who], AT)
    decline = c.DeclineCase(case_no="C1", reasons="证据不足", expected_version=4)
    both = [execute(store, decline, people["head"], AT) for _ in range(2)]
    done = await asyncio.gather(*both, return_exceptions=True)
    lost = [d for d in done if isinstance(d, Refusal)]
    assert len(lost) == 1
    assert (lost[0].code, lost[0].facts["current"]) == ("STALE_VERSION", 5)


async def test_commands_over_many_streams_do_not_deadlock(
    store: Any, people: Any, lead: Any
) -> None:
    refs = [c.FindingRef(f"F{n}", "r", lead.findings[0].amount) for n in range(6)]
    opens = [
        execute(
            store,
            replace(
                lead,
                case_no=f"C{n}",
                ring_ids=(),
                findings=tuple(refs[n % 6 :] + refs[: n % 6]),
            ),
            people["ins1"],
            AT,
        )
        for n in range(12)
    ]
    await asyncio.gather(*opens)
    report = await verify_all(store)
    assert report.intact
    assert report.broken == []


async def test_refusal_writes_nothing(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    before = await _everything(store)
    refused = [
        c.AddNote(case_no="C1", text=" "),
        c.AddNote(case_no="C9", text="x"),
        c.DeclineCase(case_no="C1", reasons="x"),
        replace(lead, case_no="C1"),
        c.AttachEvidence(case_no="C1", evidence_id="E9", proves="x"),
        replace(lead, case_no=None, title=""),
        replace(lead, case_no="C2", ring_ids=("R-none",)),
        replace(lead, case_no="YB-2026-0001"),
        replace(lead, case_no="C 2"),
        replace(lead, case_no="../C2"),
        c.AttachRing(case_no="C1", ring_id="R-none"),
        c.AttachPicture(case_no="C1", investigation_id="none", title="x"),
        c.AddTask(case_no="C1", title="x", assignee="nobody"),
        c.AddTask(case_no="C1", title="x", assignee="office"),
    ]
    for command in refused:
        with pytest.raises(Refusal):
            await execute(store, command, people["ins1"], AT)
    assert await _everything(store) == before


async def test_the_same_command_id_changes_nothing_twice(
    store: Any, people: Any, lead: Any
) -> None:
    await execute(store, lead, people["ins1"], AT)
    note = c.AddNote(case_no="C1", text="一次", command_id="k1")
    twice = await asyncio.gather(*(execute(store, note, people["ins1"], AT) for _ in range(4)))
    assert {events[0].hash for events in twice} == {twice[0][0].hash}
    assert len((await load(store, "case:C1"))["case:C1"]) == 2


async def test_case_numbers_have_no_gap_under_concurrency(
    store: Any, people: Any, lead: Any
) -> None:
    plain = replace(lead, case_no=None, findings=(), ring_ids=())
    bad = replace(plain, summary="")
    tasks = [execute(store, bad if n % 3 else plain, people["ins1"], AT) for n in range(15)]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    numbers = sorted(d[0].stream for d in done if not isinstance(d, BaseException))
    assert numbers == [f"case:YB-2026-{n:04d}" for n in range(1, 6)]


async def test_access_stream_grows_without_being_read(store: Any, people: Any) -> None:
    look = RevealPersonalData(subject="patient:P1", fields=("tel",), purpose="核实住院")
    for n in range(3):
        events = await execute(store, look, people["ins1"], AT + timedelta(seconds=n))
        assert events[0].seq == n + 1
    assert (await verify_all(store)).intact


async def test_altered_event_is_found(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    await execute(store, c.AddNote(case_no="C1", text="真"), people["ins1"], AT)
    await store.execute_query(
        "MATCH (e:Event {stream: 'case:C1', seq: 2}) SET e.data = replace(e.data, '真', '假')"
    )
    report = await verify_all(store)
    assert [stream for stream, _ in report.broken] == ["case:C1"]


async def test_cut_off_tail_is_found(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    await execute(store, c.AddNote(case_no="C1", text="x"), people["ins1"], AT)
    await store.execute_query("MATCH (e:Event {stream: 'case:C1', seq: 2}) DETACH DELETE e")
    assert [s for s, _ in (await verify_all(store)).broken] == ["case:C1"]


async def test_nobody_manages_his_own_account(store: Any, people: Any) -> None:
    from casework.actors import Actor, Role

    security = Actor("ins1", "x", frozenset({Role.SECURITY_ADMIN}), "p-ins1")
    with pytest.raises(Refusal) as refused:
        await execute(store, GrantRole(login="ins1", role=Role.HEAD, reason="x"), security, AT)
    assert refused.value.code == "NOT_TO_ONESELF"


async def _everything(store: Any) -> list[Any]:
    rows, _, _ = await store.execute_query(
        "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY elementId(n)"
    )
    return [(row["l"], row["p"]) for row in rows]
