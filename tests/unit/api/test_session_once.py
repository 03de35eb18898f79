"""A request's session is looked up once at the door, and anew wherever a later moment counts."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send

from api.context import _signed_in
from api.guard import CsrfMiddleware
from api.sessions.store import Session

SESSION = Session("wang", "token", datetime(2026, 3, 1, tzinfo=UTC), "session:1")


class Sessions:
    """Counts how often it is asked; `open` says whether the session is still there."""

    def __init__(self) -> None:
        self.asked, self.open = 0, True

    async def of(self, connection: HTTPConnection, *, renew: bool = True) -> Session | None:
        self.asked += 1
        return SESSION if self.open else None


async def _account(login: str) -> Any:
    return SimpleNamespace(account=login, disabled=False)


async def _receive() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _send(message: Message) -> None:
    return None


async def _through(sessions: Sessions, method: str, *, renew: bool, ends: bool = False) -> Any:
    """What the resolvers learn of a request that came through the door by this method."""
    found: list[Any] = []
    services: Any = SimpleNamespace(sessions=sessions, accounts=SimpleNamespace(find=_account))

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        sessions.open = not ends
        found.append((await _signed_in(services, HTTPConnection(scope), renew=renew))[0])

    door = CsrfMiddleware(app, sessions)  # type: ignore[arg-type]
    headers = [(b"x-csrf-token", b"token")]
    scope = {"type": "http", "method": method, "path": "/graphql", "headers": headers}
    await door(scope, _receive, _send)
    return found[0]


async def test_a_question_looks_its_session_up_once() -> None:
    sessions = Sessions()
    assert await _through(sessions, "POST", renew=True) is SESSION
    assert sessions.asked == 1


async def test_a_plain_read_which_the_door_lets_pass_is_looked_up_inside() -> None:
    sessions = Sessions()
    assert await _through(sessions, "GET", renew=True) is SESSION
    assert sessions.asked == 1


async def test_whoever_asks_later_is_told_that_the_session_ended() -> None:
    sessions = Sessions()
    assert await _through(sessions, "POST", renew=False, ends=True) is None
    assert sessions.asked == 2
