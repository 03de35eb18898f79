"""What a command stands on: settings, the servers it needs, who runs it."""

import asyncio
import getpass
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from neo4j import AsyncDriver

from cli.output import Output
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.errors import SettingsInvalid
from stack.ground import ServerName, servers
from stack.home import Home
from stack.settings import Settings, load_settings

T = TypeVar("T")


@cache
def settings() -> Settings:
    """The settings of this run (read once); its data home is there, closed to others.

    Raises `SettingsInvalid`.
    """
    found = load_settings()
    try:
        Home(found.home)
    except OSError as error:
        raise SettingsInvalid(
            f"数据目录 {found.home} 不能使用：{error.strerror}（{error.filename}）；"
            "请用 JICHA_HOME 指向一个可写的目录",
            f"the data home {found.home} cannot be used: {error.strerror} ({error.filename}); "
            "let JICHA_HOME name a folder that can be written",
        ) from None
    return found


@contextmanager
def needs(*names: ServerName, out: Output | None = None) -> Iterator[Endpoints]:
    """Endpoints of the named servers ("neo4j", "valkey", "s3").

    Servers that do not run yet are started (said on stderr) and stopped again at the end;
    those that run already are left as they are.
    """
    voice = out or Output()
    with servers(settings(), names, voice.say) as endpoints:
        yield endpoints


def with_driver(endpoints: Endpoints, work: Callable[[AsyncDriver], Awaitable[T]]) -> T:
    """Run an async piece of work on one Neo4j driver, closed at the end."""

    async def _run() -> T:
        async with neo4j_driver(endpoints) as driver:
            return await work(driver)

    return asyncio.run(_run())


def operator() -> str:
    """The recorded operator of import, generate, load, audit and rings: `JICHA_OPERATOR`, else
    the login of the operating system."""
    return settings().operator or getpass.getuser()
