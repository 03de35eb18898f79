"""What is on its way out: claimed by one worker at a time, tried again, and settled once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.events import utc_text
from casework.notices.rows import keep_days
from graph.notices.choices import Way
from graph.notices.read import Notice, notice_of

#: How long to wait after each failure; after the last one the delivery has failed for good.
PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
#: A worker that died in the middle holds its claim no longer than this.
CLAIM: Final = timedelta(minutes=10)
AT_ONCE: Final = 100
# Setting the lock first makes a second worker wait, and then see the claim of the first.
CLAIM_DUE: Final[LiteralString] = """
MATCH (d:Delivery {state: 'waiting'})
WHERE d.next_at <= $now AND d.way IN $ways AND (d.claimed_until IS NULL OR d.claimed_until <= $now)
WITH d ORDER BY d.next_at, d.key LIMIT $limit
SET d.locked = true
WITH d WHERE d.state = 'waiting' AND (d.claimed_until IS NULL OR d.claimed_until <= $now)
SET d.claimed_until = $until
REMOVE d.locked
RETURN d.key AS key
"""
LOOK: Final[LiteralString] = """
UNWIND $keys AS key
MATCH (d:Delivery {key: key})
MATCH (c:NoticeChoice {account: d.account})
RETURN d.key AS key, d.way AS way, d.account AS account, d.attempts AS attempts,
       c.email AS email, c.language AS language,
       COLLECT { MATCH (n:Notice) WHERE n.key IN d.notices RETURN properties(n) ORDER BY n.at, n.key }
         AS notices
ORDER BY key
"""
SENT: Final[LiteralString] = """
MATCH (d:Delivery {key: $key})
SET d.state = 'sent', d.sent_at = $now, d.attempts = d.attempts + 1
REMOVE d.claimed_until, d.why_zh, d.why_en
"""
FAILED: Final[LiteralString] = """
MATCH (d:Delivery {key: $key})
SET d.attempts = d.attempts + 1, d.why_zh = $why_zh, d.why_en = $why_en,
    d.state = CASE WHEN $next IS NULL THEN 'failed' ELSE 'waiting' END,
    d.next_at = coalesce($next, d.next_at), d.tried_at = $now
REMOVE d.claimed_until
"""
# One digest a day: the key is the account's and the day's.
DIGEST: Final[LiteralString] = """
MATCH (c:NoticeChoice) WHERE 'digest' IN c.ways AND coalesce(c.digested_on, '') < $day
SET c.digested_on = $day
WITH c, COLLECT {
  MATCH (n:Notice {account: c.account})
  WHERE n.read_at IS NULL AND n.settled_at IS NULL AND n.kind IN c.kinds AND NOT EXISTS {
    MATCH (old:Delivery {account: c.account, way: 'digest'}) WHERE n.key IN old.notices
  }
  RETURN n.key ORDER BY n.at, n.key LIMIT 200
} AS keys
WHERE size(keys) > 0
MERGE (d:Delivery {key: 'digest:' + c.account + ':' + $day})
ON CREATE SET d.way = 'digest', d.account = c.account, d.notices = keys, d.state = 'waiting',
              d.attempts = 0, d.at = $now, d.next_at = $now
RETURN count(d) AS n
"""
TROUBLES: Final[LiteralString] = """
MATCH (d:Delivery {account: $me})
WHERE d.state = 'failed' OR (d.state = 'waiting' AND d.attempts > 0)
RETURN d.way AS way, d.state AS state, d.attempts AS attempts, d.tried_at AS at,
       d.why_zh AS why_zh, d.why_en AS why_en, d.next_at AS next_at
ORDER BY d.at DESC LIMIT 20
"""
FORGET: Final[LiteralString] = """
MATCH (n:Notice)
WHERE ((n.read_at IS NOT NULL OR n.settled_at IS NOT NULL) AND n.at < $read) OR n.at < $unread
WITH n LIMIT 20000 DETACH DELETE n
"""
FORGET_SENT: Final[LiteralString] = """
MATCH (d:Delivery) WHERE d.state <> 'waiting' AND d.at < $unread
WITH d LIMIT 20000 DETACH DELETE d
"""


@dataclass(frozen=True)
class Delivery:
    """One message to one account: a notice by mail or webhook, or a day's digest of several."""

    key: str
    way: Way
    account: str
    attempts: int
    email: str
    language: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class Trouble:
    """A delivery that failed; `next_at` None: it is not tried again."""

    way: Way
    attempts: int
    at: datetime
    why_zh: str
    why_en: str
    next_at: datetime | None


async def claim(
    driver: neo4j.AsyncDriver, ways: Collection[Way], at: datetime, limit: int = AT_ONCE
) -> tuple[Delivery, ...]:
    """Take what is due, for these ways alone; nobody else gets the same before the claim ends."""
    rows, _, _ = await driver.execute_query(
        CLAIM_DUE,
        now=utc_text(at),
        until=utc_text(at + CLAIM),
        ways=sorted(way.value for way in ways),
        limit=limit,
    )
    keys = [row["key"] for row in rows]
    found, _, _ = await driver.execute_query(LOOK, keys=keys)
    return tuple(
        Delivery(
            key=row["key"],
            way=Way(row["way"]),
            account=row["account"],
            attempts=row["attempts"],
            email=row["email"],
            language=row["language"],
            notices=tuple(notice_of(node) for node in row["notices"]),
        )
        for row in found
    )


async def settle_sent(driver: neo4j.AsyncDriver, delivery: Delivery, at: datetime) -> None:
    """It was taken by the other side."""
    await driver.execute_query(SENT, key=delivery.key, now=utc_text(at))


async def settle_failed(
    driver: neo4j.AsyncDriver,
    delivery: Delivery,
    why: tuple[str, str],
    at: datetime,
    *,
    for_good: bool = False,
) -> None:
    """It was not: say why in both languages, and when it is tried again, if ever."""
    again = not for_good and delivery.attempts < len(PAUSES)
    next_at = utc_text(at + PAUSES[delivery.attempts]) if again else None
    await driver.execute_query(
        FAILED, key=delivery.key, why_zh=why[0], why_en=why[1], next=next_at, now=utc_text(at)
    )


async def queue_digests(driver: neo4j.AsyncDriver, day: str, at: datetime) -> int:
    """Queue the digest of a day (ISO date) for each account that wants one; once, whoever asks."""
    rows, _, _ = await driver.execute_query(DIGEST, day=day, now=utc_text(at))
    return int(rows[0]["n"]) if rows else 0


async def troubles(driver: neo4j.AsyncDriver, viewer: Viewer) -> Sequence[Trouble]:
    """What could not be sent to the viewer, the latest first."""
    rows, _, _ = await driver.execute_query(
        TROUBLES, me=viewer.actor.account, routing_=neo4j.RoutingControl.READ
    )
    return tuple(
        Trouble(
            way=Way(row["way"]),
            attempts=row["attempts"],
            at=datetime.fromisoformat(row["at"]),
            why_zh=row["why_zh"],
            why_en=row["why_en"],
            next_at=(datetime.fromisoformat(row["next_at"]) if row["state"] == "waiting" else None),
        )
        for row in rows
    )


async def forget_old(driver: neo4j.AsyncDriver, at: datetime) -> None:
    """Drop notices and settled deliveries whose time to be kept is over."""
    days = keep_days()
    values = {
        "read": utc_text(at - timedelta(days=days)),
        "unread": utc_text(at - timedelta(days=4 * days)),
    }
    await driver.execute_query(FORGET, values)
    await driver.execute_query(FORGET_SENT, values)
