"""The minute's beat: what fell due since the last one, however long ago that was."""

import asyncio
from collections import Counter
from datetime import datetime

from graph.calendar.entered import know_years
from graph.clocks.beat import beat
from graph.notices.clock import settle_clock, tell_clock
from stack.clients import neo4j_driver, valkey
from stack.endpoints import Endpoints
from stack.ground import current_endpoints
from stack.settings import Settings
from workers.clockwatch import Look, jumped, since_start, this_run
from workers.notices.deliver import deliver
from workers.tasks.deadlines import CHANGES


def believed(endpoints: Endpoints, now: Look) -> bool:
    """Whether the clock went on as the machine did; where it did not, who can mend it is told once."""
    with valkey(endpoints) as client:
        before = jumped(client, this_run(), now)

    if before is None:
        return True
    last, expected = before.at, before.expected(now.ran)

    async def _tell() -> None:
        async with neo4j_driver(endpoints) as driver:
            await tell_clock(driver, last, expected, now.at)

    asyncio.run(_tell())
    return False


def look(at: datetime) -> Look:
    """What both clocks show now."""
    return Look(at, since_start())


def keep_time(endpoints: Endpoints, at: datetime) -> Counter[str]:
    """Mark what is due on these servers by a clock that is believed, and tell the desks when something was
    said; what was told of a clock that was wrong counts no more."""

    async def _beat() -> Counter[str]:
        async with neo4j_driver(endpoints) as driver:
            await settle_clock(driver, at)
            return await beat(driver, at)

    said = asyncio.run(_beat())
    if said:
        with valkey(endpoints) as client:
            client.publish(CHANGES, "")
    return said


def send_notices(settings: Settings, at: datetime) -> Counter[str]:
    """One round of deliveries on these servers."""

    async def _deliver() -> Counter[str]:
        async with neo4j_driver(current_endpoints(settings)) as driver:
            await know_years(driver)
            return await deliver(driver, settings, at)

    return asyncio.run(_deliver())
