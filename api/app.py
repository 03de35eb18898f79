"""The composition root of the front door: routes, middleware, headers."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread
from celery import Celery
from filelock import AsyncFileLock
from neo4j.exceptions import ServiceUnavailable
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute

from api.away import AWAY, answer_away
from api.context import Services
from api.desk import Desk
from api.guard import CsrfMiddleware, HeadersMiddleware
from api.memory import settle
from api.orphan import end_with_parent
from api.persisted import Manifest
from api.rest.routes import rest_routes
from api.schema import build_schema
from api.sessions.store import SessionStore
from api.view import DeskGraphQL
from evidence.errors import EvidenceError
from evidence.s3 import S3Store
from graph.accounts.together import Accounts
from graph.migrate import migrate
from stack.clients import neo4j_driver, object_client, valkey_async

if TYPE_CHECKING:
    from neo4j import AsyncDriver

    from stack.endpoints import Endpoints
    from stack.settings import Settings

log = logging.getLogger("jicha.api")

NEO4J_PATIENCE_SECONDS = 120
#: A person at the desk is told that the map is away rather than kept waiting for it.
RETRY_SECONDS = 5.0
#: Bytes of one operation; the largest honest one saves a picture of 1 MB.
LARGEST_QUESTION = 4 * 1024 * 1024
DESK = Path(__file__).resolve().parent.parent / "frontend" / "dist"


def utc_now() -> datetime:
    """The only clock of the front door; tests pass their own."""
    return datetime.now(UTC)


def build_app(
    settings: Settings,
    endpoints: Endpoints,
    *,
    clock: Callable[[], datetime] = utc_now,
    desk: Path = DESK,
) -> Starlette:
    """The ASGI application. Nothing else reads settings or opens connections."""
    manifest = Manifest.read(desk / "persisted.json")
    valkey = valkey_async(endpoints)
    driver = neo4j_driver(endpoints, RETRY_SECONDS)
    services = Services(
        settings=settings,
        driver=driver,
        valkey=valkey,
        objects=object_client(endpoints),
        signer=object_client(endpoints, settings.s3_public_endpoint),
        broker=Celery("jicha", broker=endpoints.broker_url),
        sessions=SessionStore(valkey),
        accounts=Accounts(driver),
        manifest=manifest,
        clock=clock,
    )
    schema = build_schema(manifest, open_operations=settings.operations == "open")
    graphql = DeskGraphQL(schema, services)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await _neo4j_answers(services.driver)
        lock = settings.home / "run" / "migrate.lock"
        lock.parent.mkdir(parents=True, exist_ok=True)
        # The processes of one API start at the same moment.
        async with AsyncFileLock(lock):
            await migrate(services.driver)
        await _prepare_vault(services)
        settle()
        async with AsyncExitStack() as closing:
            closing.push_async_callback(services.driver.close)
            closing.push_async_callback(services.valkey.aclose)
            if multiprocessing.parent_process() is None:
                yield
                return
            async with anyio.create_task_group() as watch:
                watch.start_soon(end_with_parent)
                yield
                watch.cancel_scope.cancel()

    app = Starlette(
        routes=[
            Route("/healthz", health),
            Route("/graphql", graphql, max_body_size=LARGEST_QUESTION),
            WebSocketRoute("/graphql", graphql),
            *rest_routes(),
            Mount("/", app=Desk(desk)),
        ],
        middleware=[
            Middleware(
                HeadersMiddleware,
                connect_to=settings.s3_public_endpoint or endpoints.s3_endpoint,
            ),
            Middleware(CsrfMiddleware, sessions=services.sessions),
            Middleware(GZipMiddleware, minimum_size=1024),
        ],
        exception_handlers=dict.fromkeys(AWAY, answer_away),
        lifespan=lifespan,
    )
    app.state.services = services
    return app


async def _neo4j_answers(driver: AsyncDriver) -> None:
    """Wait for Neo4j: it starts beside the API and, after a crash, recovers its store first."""
    for _ in range(NEO4J_PATIENCE_SECONDS):
        try:
            return await driver.verify_connectivity()
        except ServiceUnavailable:
            await anyio.sleep(1)
    return await driver.verify_connectivity()


async def _prepare_vault(services: Services) -> None:
    """Make the vault's rooms; without the object store the rest of the desk still opens."""
    try:
        await anyio.to_thread.run_sync(S3Store(services.objects).prepare)
    except EvidenceError as error:
        log.warning("the object store is not ready: %s", error.message_en)


async def health(request: Request) -> Response:
    """200 when the stores behind the door answer; 503 names the one that does not."""
    services: Services = request.app.state.services
    down = []
    try:
        await services.driver.execute_query("RETURN 1")
    except Exception:
        down.append("neo4j")
    try:
        await services.valkey.ping()
    except Exception:
        down.append("valkey")
    return JSONResponse({"ok": not down, "down": down}, status_code=503 if down else 200)
