"""Server-side sessions in Valkey: they may be lost without harm, then people sign in again.

The cookie holds a random token; Valkey knows only its SHA-256. One account has one session: a second
sign-in ends the first, so accounts cannot be shared unnoticed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

if TYPE_CHECKING:
    from redis.asyncio import Redis

COOKIE = "jicha_session"
CSRF_COOKIE = "jicha_csrf"
CSRF_HEADER = "x-csrf-token"
#: Where a request's scope keeps the session that was found for it at the door.
FOUND = "jicha.session"
#: Unused sessions end; the office day is eight hours.
IDLE = timedelta(hours=2)
#: No session outlives this, used or not.
LONGEST = timedelta(hours=12)


@dataclass(frozen=True)
class Session:
    """Who signed in, when, and the token that must come back with each change."""

    account: str
    csrf: str
    signed_in_at: datetime
    key: str

    def accepts(self, csrf: str | None) -> bool:
        """Whether the request proves that our own page sent it."""
        return csrf is not None and hmac.compare_digest(csrf, self.csrf)


class SessionStore:
    """Opens, finds and ends sessions."""

    def __init__(self, valkey: Redis) -> None:
        self._valkey = valkey

    async def open(self, account: str, at: datetime) -> tuple[str, Session]:
        """A new session; the account's earlier one ends. Returns the cookie's token and the session."""
        token = secrets.token_urlsafe(32)
        session = Session(account, secrets.token_urlsafe(24), at, _key(token))
        await self._say_elsewhere(account)
        await self.end_all(account)
        body = json.dumps({"account": account, "csrf": session.csrf, "at": at.isoformat()})
        await self._valkey.set(session.key, body, ex=IDLE)
        await self._valkey.set(_current(account), session.key, ex=LONGEST)
        return token, session

    async def of(self, connection: HTTPConnection, *, renew: bool = True) -> Session | None:
        """The live session behind the request's cookie, its idle time renewed unless told not to."""
        token = connection.cookies.get(COOKIE)
        if not token:
            return None
        key = _key(token)
        body = await (self._valkey.getex(key, ex=IDLE) if renew else self._valkey.get(key))
        if body is None:
            return None
        stored = json.loads(body)
        current = await self._valkey.get(_current(stored["account"]))
        if current != key:
            await self._valkey.delete(key)
            return None
        return Session(stored["account"], stored["csrf"], datetime.fromisoformat(stored["at"]), key)

    async def _say_elsewhere(self, account: str) -> None:
        """Leave a word for the window whose session ends because its person signs in again."""
        former = await self._valkey.get(_current(account))
        if former is not None and await self._valkey.exists(former):
            await self._valkey.set(_elsewhere(str(former)), "1", ex=LONGEST)

    async def ended_elsewhere(self, connection: HTTPConnection) -> bool:
        """Whether the request's session ended because its person signed in somewhere else."""
        token = connection.cookies.get(COOKIE)
        return bool(token) and bool(await self._valkey.exists(_elsewhere(_key(token or ""))))

    async def end(self, session: Session) -> None:
        """Sign out."""
        await self._valkey.delete(session.key, _current(session.account))

    async def end_all(self, account: str) -> None:
        """End whatever session the account has (sign-in elsewhere, reset, disable)."""
        current = await self._valkey.get(_current(account))
        if current is not None:
            await self._valkey.delete(current)


def _key(token: str) -> str:
    return "session:" + hashlib.sha256(token.encode()).hexdigest()


def _elsewhere(key: str) -> str:
    return f"elsewhere:{key}"


def _current(account: str) -> str:
    return f"session-of:{account}"
