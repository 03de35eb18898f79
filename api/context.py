"""What a request carries: who is looking, in which language, and the stores behind the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import strawberry
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.dataloader import DataLoader

from api.errors import PasswordChangeNeeded, SignInNeeded
from api.languages import Language, language_of
from api.persisted import Manifest
from api.sessions.store import FOUND, Session, SessionStore
from casework.actors import Actor, Permission, Viewer
from claims.store import ClaimStore
from graph.accounts.read import Account
from graph.accounts.together import Accounts
from graph.calendar.entered import know_years
from graph.institutions import institution_names
from graph.points.barred_leads import BarredPage, barred_page
from graph.reviews.files import FileReview, files_since

if TYPE_CHECKING:
    from celery import Celery
    from minio import Minio
    from neo4j import AsyncDriver
    from redis.asyncio import Redis
    from strawberry.types import Info as StrawberryInfo

    from stack.settings import Settings


@dataclass(frozen=True)
class Services:
    """Everything the process holds; built once by :func:`api.app.build_app`."""

    settings: Settings
    driver: AsyncDriver
    valkey: Redis
    objects: Minio
    #: Signs addresses for browsers, under the name by which they reach the object store.
    signer: Minio
    broker: Celery
    sessions: SessionStore
    accounts: Accounts
    manifest: Manifest
    clock: Callable[[], datetime]


@dataclass(frozen=True)
class Context:
    """One request. ``actor`` is read from the account on each request, so a lost role counts at once."""

    services: Services
    request: HTTPConnection
    response: Response | WebSocket
    language: Language
    session: Session | None
    signed_in: Actor | None
    must_change_password: bool
    at: datetime
    #: What was granted to the account beyond its roles, and is in force now.
    granted: frozenset[Permission] = frozenset()

    @property
    def driver(self) -> AsyncDriver:
        return self.services.driver

    @property
    def actor(self) -> Actor:
        """The person; raises :class:`SignInNeeded`, or refuses a one-time password."""
        if self.signed_in is None:
            raise SignInNeeded
        if self.must_change_password:
            raise PasswordChangeNeeded
        return self.signed_in

    @cached_property
    def places(self) -> DataLoader[str, str]:
        """Names of institutions by fixmedins_code, one question for all of a page; else the code."""

        async def names(codes: list[str]) -> list[str]:
            found = await institution_names(self.driver, codes)
            return [found.get(code, code) for code in codes]

        return DataLoader(names)

    @cached_property
    def looks(self) -> DataLoader[str, FileReview | None]:
        """What changed in doctors' files since this person looked: one question for all of a page."""

        async def since(codes: list[str]) -> list[FileReview | None]:
            found = await files_since(self.driver, self.viewer, codes, self.at)
            return [found.get(code) for code in codes]

        return DataLoader(since)

    @cached_property
    def barred(self) -> DataLoader[None, BarredPage]:
        """Fees of barred doctors: all claims are looked through once for the fields of one answer."""

        async def page(keys: list[None]) -> list[BarredPage]:
            store = ClaimStore(self.services.settings.home)
            found = await barred_page(self.driver, self.viewer, store, self.at)
            return [found for _ in keys]

        return DataLoader(page)

    @property
    def viewer(self) -> Viewer:
        """Who is looking, without a purpose: personal data stay masked."""
        return Viewer(self.actor)

    def say(self, zh: str, en: str) -> str:
        """The text in the reader's language."""
        return zh if self.language == "zh" else en


if TYPE_CHECKING:
    Info: TypeAlias = StrawberryInfo[Context, None]
else:
    Info = strawberry.Info


async def still_here(context: Context) -> Actor | None:
    """The person behind an open socket as the account stands now; None once the session ended."""
    session, account = await _signed_in(context.services, context.request, renew=False)
    if session is None or context.session is None or session.key != context.session.key:
        return None
    return None if account is None or account.must_change_password else account.actor


async def _signed_in(
    services: Services, connection: HTTPConnection, *, renew: bool
) -> tuple[Session, Account] | tuple[None, None]:
    """The session behind the cookie and its account; neither once one of them is gone."""
    # What the door found a moment ago, for this very request, need not be asked again.
    found: Session | None = connection.scope.get(FOUND) if renew else None
    session = found or await services.sessions.of(connection, renew=renew)
    account = await services.accounts.find(session.account) if session else None
    if session is None or account is None or account.disabled:
        return None, None
    return session, account


async def build_context(
    services: Services, request: Request | WebSocket, response: Response | WebSocket
) -> Context:
    """Session cookie → session → account as it stands now."""
    session, account = await _signed_in(services, request, renew=True)
    await know_years(services.driver)
    at = services.clock()
    return Context(
        services=services,
        request=request,
        response=response,
        language=language_of(request),
        session=session,
        signed_in=account.actor if account else None,
        must_change_password=bool(account and account.must_change_password),
        at=at,
        granted=granted_to(account, at) if account else frozenset(),
    )


def granted_to(account: Account, at: datetime) -> frozenset[Permission]:
    """The account's permissions in force at that moment."""
    return frozenset(one for one in Permission if account.permits(one, at))
