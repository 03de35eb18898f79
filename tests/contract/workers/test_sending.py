"""Notices leave the house: a real SMTP server, a real HTTP receiver, real stores."""

import asyncio
import email
import json
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import neo4j
import pytest
from aiosmtpd.controller import Controller
from pydantic import SecretStr

from casework.actors import ANY_LETTER, Actor, Role, Viewer
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.delegation import EntrustCentre
from graph.commands import execute
from graph.migrate import migrate
from graph.notices.choices import Choice, Way, open_ways, save_choice
from graph.notices.deliveries import troubles
from stack.settings import Settings
from workers.notices.deliver import deliver
from workers.notices.hook import DELIVERY, SIGNATURE, TIMESTAMP, signature

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
INSPECTOR = Actor("ins1", "INS1", frozenset({Role.INSPECTOR}), "p-ins1", letters=(ANY_LETTER,))
SUPERVISOR = Actor("sup", "SUP", frozenset({Role.SUPERVISOR}), "p-sup", letters=(ANY_LETTER,))
HEAD = Actor("head", "HEAD", frozenset({Role.HEAD}), "p-head")
FIRST = date(2026, 1, 5)
SECRET = "hook-secret"
NAME = "张三丰"
pytestmark = pytest.mark.asyncio(loop_scope="session")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Mailbox:
    """What an SMTP server was given; `refuse` makes it say no to the next ones."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.refuse = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refuse:
            return self.refuse
        self.mails.append(email.message_from_bytes(envelope.content, policy=default))
        return "250 OK"


class Gateway(BaseHTTPRequestHandler):
    """An HTTP receiver that keeps what it got and answers with `status`."""

    got: list[tuple[dict[str, str], bytes]]
    status: int

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).got.append((dict(self.headers.items()), body))
        self.send_response(type(self).status)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield box, controller.port
    controller.stop()


@pytest.fixture
def gateway() -> Iterator[tuple[type[Gateway], int]]:
    kind = type("Own", (Gateway,), {"got": [], "status": 204})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield kind, server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
async def bureau(clean_graph: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    """An inspector and a supervisor, who wants everything by every way."""
    await migrate(clean_graph)
    for person in (INSPECTOR, SUPERVISOR):
        command = CreateAccount(
            login=person.account, name=person.name, person=person.person, roles=person.roles
        )
        await execute(clean_graph, command, CONSOLE, AT)
    # Without its letter no step waits for the centre.
    letter = EntrustCentre(
        document_no="云医保委〔2026〕1号", scope="检查", where="局网站", published_on=FIRST,
        starts_on=FIRST, ends_on=date(2030, 12, 31),
    )  # fmt: skip
    await execute(clean_graph, letter, HEAD, AT)
    choice = Choice("sup@bureau.gov.cn", "zh", frozenset(Way))
    await save_choice(clean_graph, Viewer(SUPERVISOR), choice, frozenset(Way))
    return clean_graph


async def lead(driver: neo4j.AsyncDriver, number: int = 1) -> None:
    command = c.OpenCase(
        case_no=f"C{number}",
        title=f"{NAME}涉嫌挂床住院案",
        source=c.Source.TIP,
        summary=f"群众举报{NAME}",
        party=c.Party(c.PartyKind.PERSON, "P1", NAME),
        conduct_from=date(2025, 1, 10),
        conduct_to=date(2025, 12, 20),
    )
    await execute(driver, command, INSPECTOR, AT)


def by_mail(settings: Settings, port: int) -> Settings:
    own = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none"}
    return settings.model_copy(update={**own, "smtp_from": "jicha@bureau.gov.cn"})


def by_hook(settings: Settings, port: int, **more: Any) -> Settings:
    own = {"webhook_url": f"http://127.0.0.1:{port}/in?x=1", "webhook_secret": SecretStr(SECRET)}
    return settings.model_copy(update={**own, **more})


async def state_of(driver: neo4j.AsyncDriver) -> list[tuple[str, str, int]]:
    rows, _, _ = await driver.execute_query(
        "MATCH (d:Delivery) RETURN d.way AS way, d.state AS state, d.attempts AS n ORDER BY way"
    )
    return [(row["way"], row["state"], row["n"]) for row in rows]


async def test_a_mail_names_case_and_act_and_nobody(
    bureau: neo4j.AsyncDriver, settings: Settings, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    await lead(bureau)
    early = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)  # 07:00 in Beijing: no digest yet
    own = by_mail(settings, port).model_copy(update={"desk_url": "https://jicha.bureau.gov.cn"})
    assert await deliver(bureau, own, early) == Counter()
    at = AT + timedelta(minutes=1)
    assert await deliver(bureau, own.model_copy(update={"digest_at": "23:00"}), at) == {"sent": 1}
    (mail,) = box.mails
    text = mail.get_content()  # type: ignore[attr-defined]
    assert mail["Subject"] == "[稽查] C1 等待您办理：指派承办人员"
    assert (mail["To"], mail["From"]) == ("sup@bureau.gov.cn", "jicha@bureau.gov.cn")
    assert "https://jicha.bureau.gov.cn" in text
    assert NAME not in str(mail) + text
    assert "挂床" not in text


async def test_two_rounds_and_a_restart_send_once(
    bureau: neo4j.AsyncDriver, settings: Settings, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    await lead(bureau)
    own = by_mail(settings, port)
    for minutes in (1, 1, 2, 30):
        await deliver(bureau, own, AT + timedelta(minutes=minutes))
    # One mail of the notice, one digest of the day (it is 09:00 in Beijing).
    assert [mail["Subject"] for mail in box.mails] == [
        "[稽查] 每日摘要：1 条未读提醒",
        "[稽查] C1 等待您办理：指派承办人员",
    ]
    assert len({mail["Message-ID"] for mail in box.mails}) == 2
    assert await state_of(bureau) == [
        ("digest", "sent", 1),
        ("mail", "sent", 1),
        ("webhook", "waiting", 0),
    ]


async def test_the_task_of_the_beat_sends_by_the_settings_of_the_worker(
    bureau: neo4j.AsyncDriver,
    settings: Settings,
    mailbox: tuple[Mailbox, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from workers import app  # reads the settings of the home when it is imported

    box, port = mailbox
    await lead(bureau)
    monkeypatch.setattr(app, "settings", by_mail(settings, port))
    monkeypatch.setattr(app, "clock", lambda: AT + timedelta(minutes=1))
    for _ in range(2):
        await asyncio.to_thread(app.deliver_notices)
    assert {(mail["Subject"], mail["To"]) for mail in box.mails} == {
        ("[稽查] 每日摘要：1 条未读提醒", "sup@bureau.gov.cn"),
        ("[稽查] C1 等待您办理：指派承办人员", "sup@bureau.gov.cn"),
    }
    assert len(box.mails) == 2


async def test_a_refusal_is_tried_again_and_one_for_good_is_not(
    bureau: neo4j.AsyncDriver, settings: Settings, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    await lead(bureau)
    own = by_mail(settings, port).model_copy(update={"digest_at": "23:59"})
    box.refuse = "451 try later"
    assert await deliver(bureau, own, AT) == {"failed": 1}
    (seen,) = await troubles(bureau, Viewer(SUPERVISOR))
    assert (seen.why_zh, seen.next_at) == ("邮件服务器应答 451", AT + timedelta(minutes=1))
    box.refuse = ""
    assert await deliver(bureau, own, AT + timedelta(seconds=30)) == Counter()
    assert await deliver(bureau, own, AT + timedelta(minutes=1)) == {"sent": 1}
    assert await troubles(bureau, Viewer(SUPERVISOR)) == ()


async def test_a_server_that_is_down_costs_one_try_a_round(
    bureau: neo4j.AsyncDriver, settings: Settings
) -> None:
    await lead(bureau, 1)
    await lead(bureau, 2)
    own = by_mail(settings, free_port()).model_copy(update={"digest_at": "23:59"})
    assert await deliver(bureau, own, AT) == {"failed": 2}
    found = await troubles(bureau, Viewer(SUPERVISOR))
    assert {one.why_en for one in found} == {
        f"the mail server 127.0.0.1:{own.smtp_port} cannot be used (ConnectionRefusedError)"
    }


async def test_the_webhook_is_signed_and_names_no_person(
    bureau: neo4j.AsyncDriver, settings: Settings, gateway: tuple[type[Gateway], int]
) -> None:
    kind, port = gateway
    await lead(bureau)
    own = by_hook(settings, port, webhook_loopback=True)
    for minutes in (0, 0, 1):
        await deliver(bureau, own, AT + timedelta(minutes=minutes))
    ((headers, body),) = kind.got
    assert headers[SIGNATURE] == signature(SECRET, headers[TIMESTAMP], body)
    assert headers[SIGNATURE] != signature("another", headers[TIMESTAMP], body)
    said = json.loads(body)
    assert bytes.fromhex(headers[DELIVERY]).decode() == said["id"]
    assert (said["account"], said["case_no"], said["kind"]) == ("sup", "C1", "step")
    assert NAME not in body.decode()


async def test_the_gateways_no_is_tried_again(
    bureau: neo4j.AsyncDriver, settings: Settings, gateway: tuple[type[Gateway], int]
) -> None:
    kind, port = gateway
    await lead(bureau)
    own = by_hook(settings, port, webhook_loopback=True)
    kind.status = 500
    assert await deliver(bureau, own, AT) == {"failed": 1}
    kind.status = 200
    assert await deliver(bureau, own, AT + timedelta(minutes=1)) == {"sent": 1}
    assert len(kind.got) == 2
    assert kind.got[0][0][DELIVERY] == kind.got[1][0][DELIVERY]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254"])
async def test_no_call_goes_to_this_machine_unless_allowed(
    bureau: neo4j.AsyncDriver, settings: Settings, gateway: tuple[type[Gateway], int], host: str
) -> None:
    kind, port = gateway
    await lead(bureau)
    own = by_hook(settings, port, webhook_url=f"http://{host}:{port}/")
    assert await deliver(bureau, own, AT) == {"failed": 1}
    assert kind.got == []
    (seen,) = await troubles(bureau, Viewer(SUPERVISOR))
    assert seen.next_at is None
    assert "JICHA_WEBHOOK_LOOPBACK" in seen.why_en


async def test_nothing_is_open_before_it_is_set_up(settings: Settings) -> None:
    assert open_ways(settings) == frozenset()
    assert open_ways(by_mail(settings, 25)) == {Way.MAIL, Way.DIGEST}
    assert open_ways(by_hook(settings, 80)) == {Way.WEBHOOK}
