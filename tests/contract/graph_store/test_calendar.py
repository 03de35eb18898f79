"""Calendar and boards on the real store: what each may see, in order, and never what is over."""

from datetime import date, datetime, timedelta

import neo4j
import pytest
from filing import AT, begin, declined, filed

from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands import clocks as k
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from graph.calendar.read import Stretch, every_due, list_days, list_due
from graph.cases.board import board_by_officer, board_by_stage
from graph.clocks.beat import beat, renew
from graph.commands import execute
from graph.events.load import load

YEAR = Stretch(date(2026, 1, 1), date(2027, 1, 1))
MINE = Stretch(YEAR.since, YEAR.until, mine=True)
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def shown(
    store: neo4j.AsyncDriver, who: Actor, stretch: Stretch = YEAR, at: datetime = AT
) -> list[tuple[str, str]]:
    return [(one.row, one.of) for one in (await list_due(store, Viewer(who), stretch, at)).rows]


async def test_a_deadline_comes_and_goes_with_its_events(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await execute(store, lead, people["ins1"], AT)
    assert await shown(store, people["sup"]) == [("clue_check", "C1")]
    (day,) = await list_days(store, Viewer(people["sup"]), YEAR, AT)
    # Fifteen working days from Monday, the second of March.
    assert (day.day, day.total, day.overdue) == (date(2026, 3, 23), 1, 0)
    assert day.first == (("线索核查（决定是否立案）", "clue check", "C1"),)
    await declined(store, people, "C1", AT, "不成立")
    assert await shown(store, people["sup"]) == []
    assert await board_by_stage(store, Viewer(people["sup"]), AT) == ()


async def test_each_sees_what_his_eyes_may(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    for name in ("ins1", "legal", "head", "agency"):
        assert await shown(store, people[name]) == [("decision", "C1")], name
    for name in ("office", "other", "doc", "sys", "aud"):
        assert await shown(store, people[name]) == [], name
        assert await list_days(store, Viewer(people[name]), YEAR, AT) == (), name
    assert await shown(store, people["ins2"], MINE) == [("decision", "C1")]
    assert await shown(store, people["legal"], MINE) == []
    # The party, once notified, sees its own deadlines and no other.
    await begin(store, people, "C1")
    await store.execute_query("MATCH (c:Case {case_no: 'C1'}) SET c.notified = true")
    assert await shown(store, people["office"]) == []
    await store.execute_query("MATCH (d:Deadline) SET d.row = 'defence'")
    assert await shown(store, people["office"]) == [("defence", "C1")]
    assert await shown(store, people["other"]) == []


async def test_what_is_overdue_is_counted_until_it_rests(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    late = AT + timedelta(days=100)
    await beat(store, late)
    (day,) = await list_days(store, Viewer(people["sup"]), YEAR, late)
    assert (day.total, day.overdue) == (1, 1)
    (stage,) = await board_by_stage(store, Viewer(people["head"]), late)
    assert (stage.key, stage.total, stage.overdue, stage.cards[0].late) == ("filed", 1, 1, True)
    early = await board_by_stage(store, Viewer(people["head"]), AT)
    assert (early[0].overdue, early[0].soon) == (0, 0)
    near = await board_by_stage(store, Viewer(people["head"]), AT + timedelta(days=85))
    assert (near[0].overdue, near[0].soon) == (0, 1)


async def test_a_clock_that_rests_is_not_overdue(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    await begin(store, people, "C1")
    paper = ReceiveEvidence(
        evidence_id="E1", name="鉴定委托书.pdf", kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf", size=10, sha256="a" * 64, sm3="b" * 64, object_key="E1",
        retain_until=date(2036, 1, 1),
    )  # fmt: skip
    await execute(store, paper, people["ins1"], AT)
    attach = c.AttachEvidence(case_no="C1", evidence_id="E1", proves="委托鉴定")
    await execute(store, attach, people["ins1"], AT)
    pause = k.PauseClock(
        case_no="C1", ground=k.PauseGround.APPRAISAL, reason="委托鉴定", evidence_id="E1",
        until=date(2027, 6, 1),
    )  # fmt: skip
    await execute(store, pause, people["ins1"], AT + timedelta(days=10))
    late = AT + timedelta(days=100)
    await renew(store, "case:C1", late)
    (day,) = await list_days(store, Viewer(people["sup"]), YEAR, late)
    assert (day.total, day.overdue) == (1, 0)
    (column,) = await board_by_stage(store, Viewer(people["sup"]), late)
    assert column.overdue == 0


async def test_the_load_of_officers_and_of_nobody(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await filed(store, people, lead)
    other = c.OpenCase(
        case_no="C2",
        title="第二案",
        source=c.Source.TIP,
        summary="x",
        party=lead.party,
        conduct_from=lead.conduct_from,
        conduct_to=lead.conduct_to,
    )
    await execute(store, other, people["ins1"], AT)
    columns = await board_by_officer(store, Viewer(people["sup"]), AT)
    assert {one.key: (one.name, one.total) for one in columns} == {
        "": ("", 1),
        "ins1": ("INS1", 1),
        "ins2": ("INS2", 1),
    }
    for name in ("office", "doc", "sys"):
        assert await board_by_officer(store, Viewer(people[name]), AT) == ()


async def test_pages_follow_on_and_all_of_them_are_the_whole(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    for number in range(1, 8):
        command = c.OpenCase(
            case_no=f"C{number}",
            title="t",
            source=c.Source.TIP,
            summary="x",
            party=lead.party,
            conduct_from=lead.conduct_from,
            conduct_to=lead.conduct_to,
        )
        await execute(store, command, people["ins1"], AT)
    viewer = Viewer(people["sup"])
    after: tuple[str, str] | None = None
    seen: list[str] = []
    while True:
        page = await list_due(store, viewer, YEAR, AT, first=3, after=after)
        seen += [one.of for one in page.rows]
        if not page.has_more:
            break
        last = page.rows[-1]
        after = (last.due.isoformat(timespec="microseconds").replace("+00:00", "Z"), last.key)
    assert sorted(seen) == [f"C{n}" for n in range(1, 8)]
    assert [one.of for one in await every_due(store, viewer, YEAR, AT)] == seen
    # The nodes are a projection: written anew they are the same.
    before, _, _ = await store.execute_query("MATCH (d:Deadline) RETURN properties(d) AS d")
    for number in range(1, 8):
        await renew(store, f"case:C{number}", AT)
    again, _, _ = await store.execute_query("MATCH (d:Deadline) RETURN properties(d) AS d")
    key = lambda row: row["d"]["key"]  # noqa: E731
    assert sorted(before, key=key) == sorted(again, key=key)
    assert (await load(store, "case:C1"))["case:C1"]
