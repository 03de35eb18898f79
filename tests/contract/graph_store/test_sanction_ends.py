"""The end of a doctor's suspension and ban on the real store: told by the beat, once, to four."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime

import neo4j
import pytest
from filing import AT

from casework.actors import Actor, Viewer
from casework.commands import points as p
from graph.clocks.beat import beat
from graph.commands import execute
from graph.notices.deliveries import forget_old
from graph.notices.read import list_notices, mark_read

pytestmark = pytest.mark.asyncio(loop_scope="session")
SUSPENDED = "暂停期满，医保支付资格自动恢复"
BANNED = "终止期满，请办理重新登记备案；登记备案前费用仍不能结算"


async def scored(store: neo4j.AsyncDriver, by: Actor, points: int, act: str) -> None:
    document = p.Basis(
        p.BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 2, 20), "云溪县医保局"
    )
    command = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李医生", fixmedins_code="H34162300001", act=act,
        responsibility=p.Responsibility.PRIMARY, points=points, conduct_on=date(2025, 6, 1),
        basis=document, reasons="主要责任",
    )  # fmt: skip
    await execute(store, command, by, AT)


async def told(store: neo4j.AsyncDriver, who: Actor) -> list[str]:
    page = await list_notices(store, Viewer(who))
    return [one.zh for one in page.notices if one.kind == "points"]


async def test_the_end_of_a_suspension_is_told_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await scored(store, people["agency"], 9, "billing_for_barred")
    # The last day of two months, a minute before midnight here.
    assert await beat(store, datetime(2026, 4, 19, 15, 59, tzinfo=UTC)) == Counter()
    first = datetime(2026, 4, 19, 16, 0, tzinfo=UTC)
    said = await asyncio.gather(*(beat(store, first) for _ in range(3)))
    assert sum(said, Counter()) == Counter({"SanctionEnded": 1})
    for name, expected in (("doc", 1), ("office", 1), ("agency", 1), ("other", 0), ("sup", 0)):
        assert await told(store, people[name]) == [SUSPENDED] * expected, name
    # Not again when the notice was read and forgotten, and the year goes on.
    await mark_read(store, Viewer(people["doc"]), None, first)
    late = datetime(2026, 12, 1, tzinfo=UTC)
    await forget_old(store, late)
    assert await beat(store, late) == Counter()
    assert await told(store, people["doc"]) == []


async def test_the_end_of_a_ban_asks_for_the_registration(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await scored(store, people["agency"], 12, "tiaoli_40")
    said = await beat(store, datetime(2029, 2, 20, 1, 0, tzinfo=UTC))
    assert said["SanctionEnded"] == 1
    assert await told(store, people["office"]) == [BANNED]


async def test_a_file_of_an_older_store_is_read_once_and_old_ends_are_nobodys_news(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await scored(store, people["agency"], 9, "billing_for_barred")
    await store.execute_query("MATCH (f:DoctorFile) REMOVE f.ends, f.ends_read")
    assert await beat(store, datetime(2026, 6, 1, tzinfo=UTC)) == Counter()
    assert await told(store, people["doc"]) == []
    rows, _, _ = await store.execute_query("MATCH (f:DoctorFile) RETURN f.ends AS ends")
    assert rows[0]["ends"] == ["2026-04-20"]
