"""Real servers for the tests: started on free ports in a temporary home, stopped at the end."""

import faulthandler
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import chinese_calendar
import neo4j
import pytest
import pytest_asyncio
import redis
from minio import Minio
from pydantic import SecretStr
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from casework.clocks.calendars import SHANGHAI, published
from stack.clients import neo4j_driver, object_client, valkey_async
from stack.clients import valkey as valkey_client
from stack.endpoints import Endpoints
from stack.ground import ServerName, current_endpoints, servers
from stack.settings import Settings, load_settings

COUNTY_PERSONS = 2000
COUNTY_SEED = 7
LONGEST_FIRST = {"e2e": 0, "api": 1, "contract": 2}
EXIT_STATUS = pytest.StashKey[int]()
ROOT = Path(__file__).parent
#: Where a process's interpreter writes its stacks when a library kills it; `make test` shows them.
CRASH = ROOT.parent / f".pytest_crash.{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


def pytest_configure() -> None:
    """Stacks of a crash go to a file: behind them nobody would find the test that it happened in."""
    faulthandler.enable(CRASH.open("w", encoding="utf-8"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest work comes first: `make test` runs two files at a time."""
    items.sort(key=lambda item: LONGEST_FIRST.get(_room(item.nodeid), len(LONGEST_FIRST)))


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay to the end: the garbage collector need not walk them again."""
    gc.collect()
    gc.freeze()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """A file's tests stay in one process, for its servers; the browser's journeys share one desk."""
    return ByFile(config, log)


class ByFile(LoadScopeScheduling):
    """Hands out files, the whole folder of journeys as one."""

    def _split_scope(self, nodeid: str) -> str:
        return "e2e" if _room(nodeid) == "e2e" else nodeid.split("::", 1)[0]


def _room(nodeid: str) -> str:
    return nodeid.split("/")[1]


@pytest.fixture(scope="session", autouse=True)
def own_environment() -> Iterator[Path]:
    """No test sees the user's JICHA_* settings or home; the temporary home is removed."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("JICHA_")}
    home = Path(tempfile.mkdtemp(prefix="jicha-test-"))
    os.environ.update(JICHA_HOME=str(home), JICHA_NEO4J_HEAP="512m", JICHA_NEO4J_PAGECACHE="64m")
    os.environ["JICHA_LANGUAGE"] = "zh"
    # A server of the tests lives minutes: the optimizing compiler would cost more than it saves.
    os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1"
    yield home
    del os.environ["JDK_JAVA_OPTIONS"]
    for name in [name for name in os.environ if name.startswith("JICHA_")]:
        del os.environ[name]
    os.environ.update(kept)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def settings(own_environment: Path) -> Settings:
    """Settings of the temporary home."""
    return load_settings()


@contextmanager
def _server(settings: Settings, name: ServerName) -> Iterator[Endpoints]:
    with servers(settings, [name], print) as found:
        yield found


@pytest.fixture(scope="session")
def neo4j_server(settings: Settings) -> Iterator[Endpoints]:
    """Neo4j runs."""
    with _server(settings, "neo4j") as found:
        yield found


@pytest.fixture(scope="session")
def valkey_server(settings: Settings) -> Iterator[Endpoints]:
    """Valkey runs."""
    with _server(settings, "valkey") as found:
        yield found


@pytest.fixture(scope="session")
def s3_server(settings: Settings) -> Iterator[Endpoints]:
    """The object store runs."""
    with _server(settings, "s3") as found:
        yield found


@pytest.fixture(scope="session")
def ground(settings: Settings) -> Iterator[Settings]:
    """All three servers run; started side by side."""
    with servers(settings, ["neo4j", "valkey", "s3"], print):
        yield settings


@pytest.fixture(scope="session")
def endpoints(ground: Settings) -> Endpoints:
    """Addresses and keys of all three servers."""
    return current_endpoints(ground)


@pytest.fixture(scope="module")
def coming_year() -> Iterator[None]:
    """What acts today reckons into a year that the State Council publishes, and the library learns, only
    towards its eve: until then its working days are Monday to Friday for the tests of this module."""
    known, last = chinese_calendar.is_workday, datetime.now(SHANGHAI).year + 1

    def works(day: date) -> bool:
        try:
            return bool(known(day))
        except NotImplementedError:
            if day.year > last:
                raise
            return day.weekday() < 5

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chinese_calendar, "is_workday", works)
        published.cache_clear()
        yield
    published.cache_clear()


@pytest.fixture
def elsewhere(endpoints: Endpoints, tmp_path: Path) -> Settings:
    """Settings of an empty home on the running servers, by address as in production."""
    return Settings(
        home=tmp_path / "home",
        neo4j_uri=endpoints.neo4j_uri,
        neo4j_password=SecretStr(endpoints.neo4j_password),
        broker_url=SecretStr(endpoints.broker_url),
        s3_endpoint=endpoints.s3_endpoint,
        s3_access_key=SecretStr(endpoints.s3_access_key),
        s3_secret_key=SecretStr(endpoints.s3_secret_key),
    )


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def driver(neo4j_server: Endpoints) -> AsyncIterator[neo4j.AsyncDriver]:
    """Async driver on the test Neo4j (shared; see `clean_graph`)."""
    async with neo4j_driver(neo4j_server) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def clean_graph(driver: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    """The driver, with every node deleted but the migration records (the schema stays)."""
    async with driver.session() as session:
        result = await session.run(
            "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS"
        )
        await result.consume()
    return driver


@pytest.fixture
def valkey(valkey_server: Endpoints) -> Iterator[redis.Redis]:
    """Blocking client on an emptied Valkey."""
    with valkey_client(valkey_server) as client:
        client.flushall()
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def valkey_a(valkey_server: Endpoints) -> AsyncIterator[Any]:
    """Async client on an emptied Valkey."""
    client = valkey_async(valkey_server)
    await client.flushall()
    yield client
    await client.aclose()


@pytest.fixture(scope="session")
def s3(s3_server: Endpoints) -> Minio:
    """S3 client on the test object store; make a bucket of your own name."""
    return object_client(s3_server)


@pytest.fixture(scope="session")
def county_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a small generated county imported; `answer_key.json` lies beside its claims.

    Read only: shared by all tests of the session.
    """
    from claims.county.generate import generate
    from claims.intake.run import run_import

    home = tmp_path_factory.mktemp("county-home")
    source = tmp_path_factory.mktemp("county")
    generate(source, COUNTY_PERSONS, COUNTY_SEED, home / "answer_key.json")
    run_import(
        home, source, "national", "tester", datetime(2026, 1, 2, tzinfo=UTC), lambda *_: None
    )
    return home


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have measured (`record_property("figure", …)`), from whichever process."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    figures = [
        (one.nodeid, text)
        for one in reports
        for name, text in one.user_properties
        if name == "figure"
    ]
    if figures:
        terminalreporter.section("figures")
    for at, (test, text) in enumerate(figures):
        if not at or figures[at - 1][0] != test:
            terminalreporter.line(test)
        terminalreporter.line(f"  {text}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember how the session ended, for `pytest_unconfigure`."""
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End right after pytest's summary line, as a reader and a CI expect.

    DuckDB's binding would print pages of reference counts while the interpreter is taken down.
    """
    if EXIT_STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[EXIT_STATUS])
