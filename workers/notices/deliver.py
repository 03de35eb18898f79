"""Send what is due by the ways that are set up; whatever fails is tried again at a later beat."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final

import neo4j

from graph.notices.choices import Way, open_ways
from graph.notices.deliveries import (
    Delivery,
    claim,
    forget_old,
    queue_digests,
    settle_failed,
    settle_sent,
)
from stack.settings import Settings
from workers.notices.hook import send_hook
from workers.notices.mail import send_mail
from workers.notices.sending import SendFailed, WayDown
from workers.schedule import SHANGHAI

LOG: Final = logging.getLogger("jicha.workers")
Send = Callable[[Settings, Delivery, datetime], None]
SENDERS: Final[dict[Way, Send]] = {
    Way.MAIL: send_mail,
    Way.DIGEST: send_mail,
    Way.WEBHOOK: send_hook,
}
#: What is lost with one server: mails and digests go by the same.
TOGETHER: Final = {Way.MAIL: "smtp", Way.DIGEST: "smtp", Way.WEBHOOK: "webhook"}


async def deliver(driver: neo4j.AsyncDriver, settings: Settings, at: datetime) -> Counter[str]:
    """One round: write the day's digests when it is time, then send; counts what was sent and failed."""
    ways, done = open_ways(settings), Counter[str]()
    await forget_old(driver, at)
    if not ways:
        return done
    local = at.astimezone(SHANGHAI)
    if Way.DIGEST in ways and f"{local:%H:%M}" >= settings.digest_at:
        await queue_digests(driver, local.date().isoformat(), at)
    down: dict[str, SendFailed] = {}
    for delivery in await claim(driver, ways, at):
        done[await _one(driver, settings, delivery, at, down)] += 1
    return done


async def _one(
    driver: neo4j.AsyncDriver,
    settings: Settings,
    delivery: Delivery,
    at: datetime,
    down: dict[str, SendFailed],
) -> str:
    """Send one message; where its server was found down in this round, it is not even tried."""
    server = TOGETHER[delivery.way]
    try:
        if server in down:
            raise down[server]
        if delivery.notices:
            await asyncio.to_thread(SENDERS[delivery.way], settings, delivery, at)
    except SendFailed as error:
        if isinstance(error, WayDown):
            down[server] = error
        LOG.warning("delivery %s failed: %s", delivery.key, error)
        await settle_failed(driver, delivery, error.why, at, for_good=error.for_good)
        return "failed"
    await settle_sent(driver, delivery, at)
    return "sent"
