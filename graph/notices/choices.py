"""How an account wants to be told beyond the page: which kinds, by which ways, in which language."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from casework.notices.rows import NoticeKind
from casework.refusal import refuse
from stack.settings import Settings

#: One address, nothing that could become a second header or a second recipient.
ADDRESS: Final = re.compile(r"[^\s@,;<>\"]{1,64}@[^\s@,;<>\"]{1,190}")
FIND: Final[LiteralString] = "MATCH (c:NoticeChoice {account: $me}) RETURN properties(c) AS c"
SAVE: Final[LiteralString] = """
MERGE (c:NoticeChoice {account: $me})
SET c.email = $email, c.language = $language, c.ways = $ways, c.kinds = $kinds
"""


class Way(StrEnum):
    """How a notice leaves the house."""

    MAIL = "mail"
    DIGEST = "digest"
    WEBHOOK = "webhook"


#: The setting that opens each way.
SETTINGS: Final = {
    Way.MAIL: "JICHA_SMTP_HOST",
    Way.DIGEST: "JICHA_SMTP_HOST",
    Way.WEBHOOK: "JICHA_WEBHOOK_URL",
}


def open_ways(settings: Settings) -> frozenset[Way]:
    """The ways that this installation has set up."""
    mails = {Way.MAIL, Way.DIGEST} if settings.smtp_host else set()
    return frozenset(mails | ({Way.WEBHOOK} if settings.webhook_url else set()))


@dataclass(frozen=True)
class Choice:
    """Without one, everything is told in the page alone. `language`: zh or en, for mails."""

    email: str = ""
    language: str = "zh"
    ways: frozenset[Way] = frozenset()
    kinds: frozenset[NoticeKind] = frozenset(NoticeKind)


async def find_choice(driver: neo4j.AsyncDriver, viewer: Viewer) -> Choice:
    """The viewer's own choice."""
    rows, _, _ = await driver.execute_query(
        FIND, me=viewer.actor.account, routing_=neo4j.RoutingControl.READ
    )
    if not rows:
        return Choice()
    node = rows[0]["c"]
    return Choice(
        email=node["email"],
        language=node["language"],
        ways=frozenset(map(Way, node["ways"])),
        kinds=frozenset(map(NoticeKind, node["kinds"])),
    )


async def save_choice(
    driver: neo4j.AsyncDriver, viewer: Viewer, choice: Choice, open_ways: Collection[Way]
) -> Choice:
    """Keep the viewer's choice; `open_ways` are those that the installation has set up.

    Refuses CHANNEL_MISSING for a way that is not set up, FIELD_REQUIRED and BAD_VALUE for the
    address of a mail.
    """
    for way in sorted(choice.ways):
        if way not in open_ways:
            raise refuse("CHANNEL_MISSING", setting=SETTINGS[way])
    email = choice.email.strip()
    if not email and choice.ways & {Way.MAIL, Way.DIGEST}:
        raise refuse("FIELD_REQUIRED", field="电子邮箱", field_en="e-mail address")
    if email and not ADDRESS.fullmatch(email):
        raise refuse(
            "BAD_VALUE",
            field="电子邮箱",
            field_en="e-mail address",
            why="应为一个形如 name@bureau.gov.cn 的地址",
            why_en="write one address like name@bureau.gov.cn",
        )
    await driver.execute_query(
        SAVE,
        me=viewer.actor.account,
        email=email,
        language="en" if choice.language == "en" else "zh",
        ways=sorted(way.value for way in choice.ways),
        kinds=sorted(kind.value for kind in choice.kinds),
    )
    return await find_choice(driver, viewer)
