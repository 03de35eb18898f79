"""Numbers of decisions that somebody types: free of the series, and of every decision before."""

import asyncio
from dataclasses import replace
from datetime import date
from decimal import Decimal

import neo4j
import pytest
from filing import AT, assigned, file_opened, filed

from casework.actors import Actor, Viewer
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.events import Event
from casework.refusal import Refusal
from graph.cases.list import CaseFilter, list_cases
from graph.cases.read import case_state
from graph.commands import execute
from graph.migrate import read_migrations

pytestmark = pytest.mark.asyncio(loop_scope="session")
People = dict[str, Actor]


async def handled(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase, no: str) -> None:
    """A handling of the agreement that waits for its decision."""
    measure = a.Measure(a.MeasureKind.SUSPEND_AGREEMENT, Decimal(0), 1, "", "协议第四十条")
    served = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=date(2026, 3, 2))
    for who, command in (
        ("ins1", replace(lead, case_no=no, path=c.Path.AGREEMENT, findings=())),
        ("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="违约")),
        ("agency", IssueForm(case_no=no, form_id="handling_notice")),
        ("agency", served),
        ("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议")),
    ):
        await execute(store, command, people[who], AT)


async def decided(
    store: neo4j.AsyncDriver, people: People, no: str, number: str
) -> list[Event] | str:
    command = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no=number)
    try:
        return await execute(store, command, people["chief"], AT)
    except Refusal as refusal:
        return refusal.code


async def test_a_typed_number_is_no_ones_before_and_no_serial_to_come(
    store: neo4j.AsyncDriver, people: People, lead: c.OpenCase
) -> None:
    await handled(store, people, lead, "C2")
    await handled(store, people, lead, "C3")
    assert await decided(store, people, "C2", "医保罚〔2026〕1号") == "BAD_VALUE"
    # Two at the same moment: one has it.
    said = await asyncio.gather(*(decided(store, people, no, "协处1号") for no in ("C2", "C3")))
    assert sum(isinstance(one, list) for one in said) == 1
    assert "ALREADY_EXISTS" in said
    left = "C3" if isinstance(said[0], list) else "C2"
    assert await decided(store, people, left, " 协处1号 ") == "ALREADY_EXISTS"
    assert isinstance(await decided(store, people, left, "协处2号"), list)
    # A number is one decision's, of whichever kind.
    await assigned(store, people, lead)
    judge = c.JudgeLines(
        case_no="C1", verdict=c.LineVerdict.PARTLY, amount=Decimal(1000), line_ids=("F1",),
        reasons="部分属实",
    )  # fmt: skip
    for command in (c.ListLines(case_no="C1"), judge):
        await execute(store, command, people["ins1"], AT)
    spot = c.DecideOnSpot(
        case_no="C1", officers=("ins1", "ins2"), article_id="tiaoli-38-3",
        base_loss=Decimal(1000), multiple=Decimal(1), present="法定代表人王某", place="门诊", decision_no="协处2号",
        told=True, defence="无异议", reasons="事实清楚",
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        await execute(store, spot, people["ins1"], AT)
    assert refused.value.code == "ALREADY_EXISTS"


NUMBERS = (
    "MATCH (n:DocumentNumber {series: $series}) "
    "RETURN n.number AS number, n.case_no AS case_no ORDER BY n.serial"
)


async def taken(store: neo4j.AsyncDriver, series: str) -> list[tuple[str, str]]:
    """The register of a series, in its order."""
    rows, _, _ = await store.execute_query(NUMBERS, series=series)
    return [(row["number"], row["case_no"]) for row in rows]


async def test_handlings_have_a_series_of_their_own_without_gaps(
    store: neo4j.AsyncDriver, people: People, lead: c.OpenCase
) -> None:
    cases = ("C2", "C3", "C4")
    for no in cases:
        await handled(store, people, lead, no)
    # One of the numbers to come was typed before there was a series: no second decision bears it.
    typed = a.DecideHandling(case_no="C4", ruling=c.Ruling.PENALTY, decision_no="旧协〔2026〕2号")
    await execute(store, typed, people["chief"], AT)
    await store.execute_query(
        "MATCH (e:Event {type: 'HandlingDecided'}) WHERE e.data CONTAINS '旧协〔2026〕2号' "
        "SET e.data = replace(e.data, '旧协〔2026〕2号', '医保协〔2026〕2号')"
    )
    # A refusal gives its number back.
    open_number = a.DecideHandling(case_no="C2", ruling=c.Ruling.PENALTY)
    with pytest.raises(Refusal):
        await execute(store, open_number, people["agency"], AT)
    said = await asyncio.gather(*(decided(store, people, no, " ") for no in ("C2", "C3")))
    given = sorted(one[0].data["decision_no"] for one in said if isinstance(one, list))
    assert given == ["医保协〔2026〕1号", "医保协〔2026〕3号"]
    assert [number for number, _ in await taken(store, "handling")] == given
    assert {no for _, no in await taken(store, "handling")} == {"C2", "C3"}
    # Whoever types one of the series is told to leave it empty.
    await handled(store, people, lead, "C5")
    assert await decided(store, people, "C5", "医保协〔2026〕9号") == "BAD_VALUE"
    assert isinstance(await decided(store, people, "C5", "云医保协〔2026〕9号"), list)


async def test_a_case_has_its_number_from_its_filing_on(
    store: neo4j.AsyncDriver, people: People, lead: c.OpenCase
) -> None:
    for no in ("C1", "C2"):
        await filed(store, people, replace(lead, case_no=no))
    assert await taken(store, "case") == [("医保案〔2026〕1号", "C1"), ("医保案〔2026〕2号", "C2")]
    case = await case_state(store, Viewer(people["head"]), "C2")
    assert case is not None
    assert (case.docket_no, case.docket) == ("医保案〔2026〕2号", "医保案〔2026〕2号")
    found = await list_cases(store, Viewer(people["head"]), CaseFilter(text="案〔2026〕2号"))
    assert [one.case_no for one in found.rows] == ["C2"]


async def opened(store: neo4j.AsyncDriver, people: People, lead: c.OpenCase) -> str:
    """A lead that takes the next number of its year."""
    events = await execute(store, replace(lead, case_no=""), people["ins1"], AT)
    return events[0].stream.removeprefix("case:")


async def test_leads_and_filed_cases_count_apart(
    store: neo4j.AsyncDriver, people: People, lead: c.OpenCase
) -> None:
    first, second = [await opened(store, people, lead) for _ in range(2)]
    await file_opened(store, people, replace(lead, case_no=second))
    third = await opened(store, people, lead)
    await file_opened(store, people, replace(lead, case_no=first))
    assert [first, second, third] == ["YB-2026-0001", "YB-2026-0002", "YB-2026-0003"]
    assert await taken(store, "case") == [
        ("医保案〔2026〕1号", second),
        ("医保案〔2026〕2号", first),
    ]


async def test_no_number_of_before_comes_twice(
    store: neo4j.AsyncDriver, people: People, lead: c.OpenCase
) -> None:
    # Filed while both counted together: the last number stands far ahead of how many there are.
    await store.execute_query("MERGE (s:Series {key: 'docket:2026'}) SET s.last = 6")
    await filed(store, people, replace(lead, case_no="C1"))
    await store.execute_query("MATCH (s:Series {key: 'docket:2026'}) DELETE s")
    (apart,) = [one for one in read_migrations() if one.id == "0417_dockets_and_conversions"]
    for number in (8, 9):
        # Run again, after a restored copy, it takes nothing back.
        for statement in apart.statements:
            await store.execute_query(statement)  # pyright: ignore[reportArgumentType]
        await filed(store, people, replace(lead, case_no=f"C{number}"))
    assert [number for number, _ in await taken(store, "case")] == [
        "医保案〔2026〕7号", "医保案〔2026〕8号", "医保案〔2026〕9号",
    ]  # fmt: skip
