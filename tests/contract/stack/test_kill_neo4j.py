"""kill -9 of Neo4j while people write cases: what was acknowledged is there, and work goes on."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import neo4j
import psutil
import pytest
from neo4j.exceptions import DriverError, Neo4jError

from casework.actors import ANY_LETTER, Actor, Role
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.events import Event
from graph.commands import execute
from graph.events.load import load
from graph.events.verify import verify_all
from graph.migrate import migrate
from stack.ground import embedded
from stack.settings import Settings

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
WRITER = Actor("ins1", "INS1", frozenset({Role.INSPECTOR}), "p-ins1", letters=(ANY_LETTER,))
CASES = ("K1", "K2", "K3")
BEFORE, AFTER = 10, 10


def lead(case_no: str) -> c.OpenCase:
    return c.OpenCase(
        case_no=case_no,
        title="断电也不丢的案件",
        source=c.Source.TIP,
        summary="群众举报",
        party=c.Party(c.PartyKind.INSTITUTION, "H34162300001", "云溪县人民医院"),
        conduct_from=date(2025, 1, 10),
        conduct_to=date(2025, 12, 20),
        command_id=f"open:{case_no}",
    )


async def until_answered(driver: neo4j.AsyncDriver, note: c.AddNote) -> Event:
    """Ask as a client does: the same command again until there is an answer."""
    while True:
        try:
            return (await execute(driver, note, WRITER, AT))[0]
        except (DriverError, Neo4jError):
            await asyncio.sleep(0.5)


class Writers:
    """One person a case, writing note after note; keeps what was acknowledged."""

    def __init__(self, driver: neo4j.AsyncDriver) -> None:
        self.driver = driver
        self.acknowledged: list[Event] = []
        self.grew = asyncio.Condition()
        self.enough = asyncio.Event()

    async def write(self, case_no: str) -> None:
        number = 0
        while not self.enough.is_set():
            note = c.AddNote(
                case_no=case_no, text=f"备注 {number}", command_id=f"{case_no}:{number}"
            )
            event = await until_answered(self.driver, note)
            async with self.grew:
                self.acknowledged.append(event)
                self.grew.notify_all()
            number += 1

    async def wait_for(self, count: int) -> None:
        async with self.grew:
            await self.grew.wait_for(lambda: len(self.acknowledged) >= count)


@pytest.mark.timeout(400)
async def test_killed_neo4j_during_case_writes(
    clean_graph: neo4j.AsyncDriver, settings: Settings
) -> None:
    await migrate(clean_graph)
    account = CreateAccount(
        login="ins1", name="INS1", person="p-ins1", roles=frozenset({Role.INSPECTOR})
    )
    await execute(clean_graph, account, CONSOLE, AT)
    for case_no in CASES:
        await execute(clean_graph, lead(case_no), WRITER, AT)
    server = embedded(settings)["neo4j"]
    writers = Writers(clean_graph)
    writing = [asyncio.create_task(writers.write(case_no)) for case_no in CASES]

    await writers.wait_for(BEFORE)
    live = server.running()
    assert live is not None
    live.kill()
    psutil.wait_procs([live], timeout=30)
    sure = list(writers.acknowledged)
    await asyncio.to_thread(server.start, print)
    chains = await load(clean_graph, *(f"case:{case_no}" for case_no in CASES))
    for event in sure:
        assert chains[event.stream][event.seq - 1] == event

    await writers.wait_for(len(sure) + AFTER)
    writers.enough.set()
    await asyncio.gather(*writing)
    report = await verify_all(clean_graph)
    assert report.intact, report.broken
    chains = await load(clean_graph, *(f"case:{case_no}" for case_no in CASES))
    for case_no in CASES:
        told = [e for e in writers.acknowledged if e.stream == f"case:{case_no}"]
        # Nothing lost, nothing twice: also the note whose answer was cut off counts once.
        assert chains[f"case:{case_no}"][1:] == told
    late = replace(lead(CASES[0]), case_no="K4", command_id="open:K4")
    assert (await execute(clean_graph, late, WRITER, AT))[0].type == "CaseOpened"
