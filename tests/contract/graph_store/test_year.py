"""The year on the real store: counted by Beijing's months, with the list behind each figure."""

import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import neo4j
import openpyxl
import pytest
from filing import AT, declined, investigated

from casework.actors import Actor, Viewer
from casework.cases.outcome import Outcome
from casework.commands import case as c
from casework.commands.measures import ProposeMeasure, SubjectKind
from casework.commands.parameters import ProposeParameter
from casework.ledger.accounts import Account
from casework.points.parameters import parameters
from casework.refusal import Refusal
from graph.cases.list import CaseFilter, count_cases, list_cases
from graph.clocks.beat import beat
from graph.commands import execute
from graph.year.besides import doctors_of, measures_of_year
from graph.year.read import list_missed, year_of
from graph.year.receipts import list_receipts, received_in
from graph.year.take import taken

#: 2026-01-01 00:30 in Beijing, while it is still 2025 in Greenwich.
NEW_YEAR = datetime(2025, 12, 31, 16, 30, tzinfo=UTC)
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def opened(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, number: str, at: datetime
) -> None:
    command = c.OpenCase(
        case_no=number,
        title=f"{number} 案",
        source=c.Source.TIP,
        summary="x",
        party=lead.party,
        conduct_from=lead.conduct_from,
        conduct_to=lead.conduct_to,
        findings=lead.findings,
    )
    await execute(store, command, people["ins1"], at)


async def test_months_are_beijings_and_every_figure_has_its_list(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await opened(store, people, lead, "C1", NEW_YEAR - timedelta(hours=1))
    await opened(store, people, lead, "C2", NEW_YEAR)
    await opened(store, people, lead, "C3", NEW_YEAR + timedelta(days=40))
    await declined(store, people, "C2", NEW_YEAR + timedelta(days=40), "不成立")
    head = Viewer(people["head"])
    year = await year_of(store, head, 2026)
    assert [(m.month, m.opened) for m in year.months if m.opened] == [
        ("2026-01", 1),
        ("2026-02", 1),
    ]
    assert year.months[1].outcomes == {Outcome.NOT_FILED: 1}
    assert year.outcomes[Outcome.NOT_FILED] == 1
    assert sum(year.outcomes.values()) == 1
    assert year.money["identified"] == Decimal("4113.00")
    assert year.money["returned"] == Decimal("0.00")
    before = await year_of(store, head, 2025)
    assert (before.opened, sum(before.outcomes.values())) == (1, 0)
    assert await count_cases(store, head, CaseFilter(opened_in="2026")) == 2
    assert await count_cases(store, head, CaseFilter(opened_in="2026-01")) == 1
    wanted = CaseFilter(outcome=Outcome.NOT_FILED, outcome_in="2026-02")
    assert [row.case_no for row in (await list_cases(store, head, wanted)).rows] == ["C2"]
    assert await count_cases(store, head, CaseFilter(outcome=Outcome.PENALTY)) == 0


async def test_a_missed_deadline_stays_missed_also_when_it_is_done_late(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    await opened(store, people, lead, "C1", at)
    await opened(store, people, lead, "C2", at)
    late = at + timedelta(days=30)
    await beat(store, late)
    head = Viewer(people["head"])
    (row,) = (await year_of(store, head, 2026)).missed
    assert (row.row, row.count, row.still) == ("clue_check", 2, 2)
    await declined(store, people, "C1", late, "不成立")
    (row,) = (await year_of(store, head, 2026)).missed
    assert (row.count, row.still) == (2, 1)
    page = await list_missed(store, head, 2026, row="clue_check", first=1)
    assert page.has_more
    last = page.rows[-1]
    due = last.due.isoformat(timespec="microseconds").replace("+00:00", "Z")
    rest = await list_missed(store, head, 2026, after=(due, last.key))
    assert [one.of for one in (*page.rows, *rest.rows)] == ["C1", "C2"]
    assert {one.of: one.ended_at for one in (*page.rows, *rest.rows)} == {"C1": late, "C2": None}
    assert (await list_missed(store, head, 2026, row="decision")).rows == ()
    assert (await year_of(store, head, 2025)).missed == ()


async def test_money_counts_in_the_year_in_which_it_came_in(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await investigated(store, people, lead)
    for amount, day in (
        ("100.00", "2025-12-31"),
        ("300.50", "2026-01-04"),
        ("50.00", "2026-01-05"),
    ):
        paid = c.RecordPayment(
            case_no="C1",
            kind=c.PaymentKind.RECOVERY,
            amount=Decimal(amount),
            paid_on=date.fromisoformat(day),
            voucher=f"凭{day}",
        )
        await execute(store, paid, people["ins1"], AT)
    head = Viewer(people["head"])
    # The case has not come out: its money is none of the year's cases', but it is the year's money.
    assert (await year_of(store, head, 2026)).money["returned"] == Decimal("0.00")
    received = await received_in(store, head, 2026)
    assert received.by_account[Account.RETURNED] == Decimal("350.50")
    assert received.returned_by_month == {"2026-01": Decimal("350.50")}
    assert (await received_in(store, head, 2025)).by_account[Account.RETURNED] == Decimal("100.00")
    page = await list_receipts(store, head, 2026, account=Account.RETURNED, first=1)
    assert page.has_more
    last = page.rows[-1]
    rest = await list_receipts(store, head, 2026, after=(last.on.isoformat(), last.key))
    rows = [*page.rows, *rest.rows]
    assert [(one.document_no, one.case_no) for one in rows] == [
        ("凭2026-01-04", "C1"),
        ("凭2026-01-05", "C1"),
    ]
    assert (await list_receipts(store, head, 2026, account=Account.FINE_PAID)).rows == ()


async def test_the_workbook_says_what_the_page_says(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    await opened(store, people, lead, "C1", at)
    await beat(store, at + timedelta(days=30))
    await declined(store, people, "C1", at + timedelta(days=30), "不成立")
    head = Viewer(people["head"])
    body, rows = await taken(store, head, 2026, {"导出人": "=HYPERLINK(1)"}, at)
    assert rows == 2
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.sheetnames == [
        *("概况", "按月", "办结案件", "到账明细", "逾期期限", "医师档案", "措施", "导出说明"),
    ]
    figures = {row[0]: row[1] for row in book["概况"].iter_rows(min_row=2, values_only=True)}
    assert figures["不予立案"] == 1
    assert figures["发现疑点金额（元）"] == "4113.00"
    assert [row[0] for row in book["办结案件"].iter_rows(min_row=2, values_only=True)] == ["C1"]
    assert book["逾期期限"]["B2"].value == "C1"
    assert book["导出说明"]["B2"].data_type == "s"


@pytest.mark.parametrize("name", ["ins1", "legal", "agency", "office", "doc", "aud"])
async def test_the_year_is_for_those_who_lead(
    store: neo4j.AsyncDriver, people: dict[str, Actor], name: str
) -> None:
    for ask in (year_of, list_missed, received_in, list_receipts):
        with pytest.raises(Refusal) as refused:
            await ask(store, Viewer(people[name]), 2026)
        assert refused.value.code == "ROLE_REQUIRED"
    for beside in (doctors_of, measures_of_year):
        with pytest.raises(Refusal) as refused:
            await beside(store, Viewer(people[name]), 2026, AT)
        assert refused.value.code == "ROLE_REQUIRED"


async def test_files_measures_and_parameters_wait_for_the_head_as_cases_do(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    head, at = Viewer(people["head"]), datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    year = await year_of(store, head, 2026)
    assert (year.waiting, year.measures, year.parameters) == (0, 0, 0)
    proposed = ProposeMeasure(
        subject_kind=SubjectKind.INSTITUTION, subject_key="H34162300001", subject_name="县医院",
        term="tiaoli-38-talk", document_no="约谈1号", reasons="多次违约",
    )  # fmt: skip
    await execute(store, proposed, people["agency"], at)
    repairs = parameters()["national_repair"]
    change = ProposeParameter(
        name="national_repair", value=next(v for v, *_ in repairs.values if v != repairs.default),
        valid_from=date(2026, 4, 1), basis="局务会纪要", reason="x",
    )  # fmt: skip
    await execute(store, change, people["sup"], at)
    year = await year_of(store, head, 2026)
    assert (year.cases, year.files, year.measures, year.parameters) == (0, 0, 1, 1)
    assert year.waiting == 2
    body, rows = await taken(store, head, 2026, {}, at)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert rows == 1
    (row,) = book["措施"].iter_rows(min_row=2, values_only=True)
    assert (row[0], row[1], row[6], row[7]) == ("县医院", "H34162300001", "待决定", "约谈1号")
    assert (await taken(store, head, 2025, {}, at))[1] == 0
