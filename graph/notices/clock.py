"""Who looks after the servers, and the head, are told once that their clock was set, and until when."""

from datetime import datetime
from typing import Final, LiteralString

import neo4j

from casework.actors import Role
from casework.clocks.calendars import minute
from casework.events import utc_text
from casework.notices.rows import NoticeKind, clock_words
from graph.notices.settle import settle_waiting
from graph.notices.tell import WRITE

STREAM: Final = "clock"
TOLD: Final = (Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN, Role.HEAD)
WHO: Final[LiteralString] = """
MATCH (a:Account) WHERE NOT a.disabled AND any(role IN a.roles WHERE role IN $roles)
RETURN a.account AS account
"""


async def tell_clock(
    driver: neo4j.AsyncDriver, last: datetime, expected: datetime, shown: datetime
) -> None:
    """Tell that the clock shows `shown` where `expected` was due; once for each `last` believed moment."""
    zh, en = clock_words()
    words = {"shown": minute(shown), "expected": minute(expected)}
    rows, _, _ = await driver.execute_query(WHO, roles=[role.value for role in TOLD])
    notices = [
        {
            "key": f"{STREAM}:{utc_text(last)}:{row['account']}",
            "account": row["account"],
            "kind": NoticeKind.WARNING.value,
            "zh": zh.format(**words),
            "en": en.format(**words),
            "title": "",
            "subject": "",
            "detail": "",
            "target": "/notices",
            "due": None,
            # The wrong clock's own moment would put it after, or before, everything else.
            "at": utc_text(expected),
            "waits_in": STREAM,
        }
        for row in rows
    ]
    await driver.execute_query(WRITE, rows=notices)


async def settle_clock(driver: neo4j.AsyncDriver, at: datetime) -> None:
    """The clock is right again: what was told of it counts no more."""
    await settle_waiting(driver, STREAM, at)
