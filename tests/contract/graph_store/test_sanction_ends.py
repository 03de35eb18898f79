"""The end of a doctor's suspension and ban on the real store: told by the beat, once, to four."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime

import neo4j
import pytest
from filing import AT

from casework.actors import Actor, Viewer
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.case import ServiceWay
from graph.calendar.read import Stretch, list_days
from graph.clocks.beat import beat
from graph.commands import execute
from graph.notices.deliveries import forget_old
from graph.notices.read import list_notices, mark_read
from graph.points.objections import objectionable_for
from tests.contract.graph_store.test_sittings import course, studied

pytestmark = pytest.mark.asyncio(loop_scope="session")
SUSPENDED = "暂停期满，医保支付资格自动恢复"
BANNED = "终止期满，请办理重新登记备案；登记备案前费用仍不能结算"


async def scored(store: neo4j.AsyncDriver, by: Actor, points: int, act: str) -> None:
    document = p.Basis(
        p.BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 2, 20), "云溪县医保局"
    )
    command = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李医生", fixmedins_code="H34162300001", act=act,
        responsibility=p.Responsibility.PRIMARY, points=points, conduct_on=date(2025, 6, 1), conduct_to=date(2025, 6, 1),
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
    assert await beat(store, datetime(2026, 5, 1, 15, 59, tzinfo=UTC)) == Counter()
    first = datetime(2026, 5, 1, 16, 0, tzinfo=UTC)
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
    said = await beat(store, datetime(2029, 3, 2, 1, 0, tzinfo=UTC))
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
    assert rows[0]["ends"] == ["2026-05-02"]


async def test_the_end_of_a_certificate_is_told_at_its_distances_and_once_it_lapsed(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await course(store, people)
    await studied(store, people, "D1", until=date(2026, 4, 20))

    async def say(month: int, day: int) -> Counter[str]:
        """What two beats and a restarted one say of the certificate on a day."""
        at = datetime(2026, month, day, 1, 0, tzinfo=UTC)
        both = await asyncio.gather(beat(store, at), beat(store, at))
        said = sum((*both, await beat(store, at)), Counter())
        return Counter({"told": said["CertificateEndTold"]})

    wanted = {(3, 20): 0, (3, 21): 1, (3, 22): 0, (4, 13): 1, (4, 20): 0, (4, 21): 1, (5, 1): 0}
    for day, times in wanted.items():
        assert (await say(*day))["told"] == times, day
    for name, times in (("doc", 3), ("office", 3), ("sup", 3), ("other", 0), ("agency", 0)):
        words = [one for one in await told(store, people[name]) if "证明" in one]
        assert len(words) == times, name
    assert "已于 2026-04-20 到期" in (await told(store, people["doc"]))[0]


async def test_nothing_is_told_of_a_certificate_once_the_application_is_over(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await course(store, people)
    doctor = await studied(store, people, "D1", until=date(2026, 4, 20))
    await execute(store, r.WithdrawRestoration(prac_psn_code="D1"), doctor, AT)
    assert (await beat(store, datetime(2026, 5, 1, tzinfo=UTC)))["CertificateEndTold"] == 0


async def test_the_days_to_object_wait_for_the_doctor_and_his_institution(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await scored(store, people["agency"], 9, "billing_for_barred")
    served = p.NotifyScore(
        prac_psn_code="D1", entry_id="S1", way=ServiceWay.DIRECT, served_on=date(2026, 3, 2)
    )
    await execute(store, served, people["agency"], AT)
    # On the calendar he stands by his name, as a case stands by its number.
    year = Stretch(date(2026, 1, 1), date(2027, 1, 1))
    days = await list_days(store, Viewer(people["agency"]), year, AT)
    assert {of for day in days for _, _, of in day.first} == {"李医生"}

    async def open_to(at: datetime) -> dict[str, int]:
        who = ("doc", "office", "other", "agency", "sup")
        return {n: len(await objectionable_for(store, Viewer(people[n]), at)) for n in who}

    nobody = {"other": 0, "agency": 0, "sup": 0}
    assert await open_to(AT) == {"doc": 1, "office": 1, **nobody}
    # Three working days before the last one the clock speaks to both.
    assert (await beat(store, datetime(2026, 3, 12, tzinfo=UTC)))["DeadlineWarned"] == 1
    for name, expected in (("doc", 1), ("office", 1), ("other", 0)):
        page = await list_notices(store, Viewer(people[name]))
        said = [one.zh for one in page.notices if one.kind == "warning"]
        assert said == ["期限将到：记分异议申诉"] * expected, name
    late = datetime(2026, 3, 17, 1, tzinfo=UTC)
    assert await open_to(late) == {"doc": 0, "office": 0, **nobody}
